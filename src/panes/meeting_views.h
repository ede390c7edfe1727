/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_views.h -- what stands in the columns of MTG, by view and width
 *
 * One table: the heads for the widget, what is written below each of them, and by
 * how much F7 and F8 go. A narrow window has columns of its own, in which times
 * are starts only.
 */
#ifndef PANES_MEETING_VIEWS_H
#define PANES_MEETING_VIEWS_H

#include "panes/meeting_rows.h"
#include "ui/list.h"

struct meeting_columns {
	const struct list_column *heads;
	void (*const *cells)(const struct meeting_row *row, struct buf *text);
};

struct meeting_view_shown {
	const char *label;		/* marked for the context "view" */
	struct meeting_columns columns, narrow;		/* under LAYOUT_NARROW */
	int days, months;		/* a step of F7, F8; 0 both: the marker moves */
};

extern const struct meeting_view_shown meeting_views[MEETING_VIEWS];

/* Those for the window as it is. */
const struct meeting_columns *meeting_columns_now(enum meeting_view view);

#endif
