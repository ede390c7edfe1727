/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_panes.h -- SIT PPR MST HDY: sittings, papers and staff of a meeting; holidays
 *
 * Lists of rows as in panes/rows_pane.h, with their forms SIT2 PPR2 MST2 HDY2.
 * Argument: the key of the meeting (of a country for HDY), "" for all rows. A new
 * sitting proposes the next number and day.
 */
#ifndef PANES_MEETING_PANES_H
#define PANES_MEETING_PANES_H

struct buf;
struct paper;

extern const struct pane sittings_pane, papers_pane, meeting_staff_pane, holidays_pane;
extern const struct pane sitting_form, paper_form, meeting_staff_form, holiday_form;

/* "en ready, zh awaited": the languages a paper is wanted in. */
void meeting_panes_add_states(const struct paper *paper, struct buf *text);

#endif
