/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/entries.h -- what F9 and Go offer while a clerk types
 *
 * Codes, governments, people, settings and help topics, each as the line of
 * text that would open it, so that the line is learned in passing.
 */
#ifndef PANES_ENTRIES_H
#define PANES_ENTRIES_H

struct choices;
struct desk;

/* For what is typed, "": all codes. The hook of the desk, and Go on HOM. */
void entries_fill(struct desk *desk, const char *typed, struct choices *ret_choices);

#endif
