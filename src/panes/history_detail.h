/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/history_detail.h -- the fields a change set changed, before and after
 */
#ifndef PANES_HISTORY_DETAIL_H
#define PANES_HISTORY_DETAIL_H

#include "ui/layout.h"

struct buf;
struct row_list;
struct session;

/* cells: of history_cells. What the program makes for itself is left out. */
void history_detail_draw(struct session *session, const struct row_list *cells, struct area area);

/* The same as text for reading whole: a heading for each record, then its fields. */
void history_detail_write(struct session *session, const struct row_list *cells, struct buf *text);

#endif
