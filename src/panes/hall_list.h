/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/hall_list.h -- the delegations of a meeting in the columns of DAY
 *
 * What stands in a cell, and the two lines about the whole hall and about one
 * government: all from struct hall_state, in few columns. Who may not vote is told why
 * in its own column, and in a whole sentence on the talk row.
 */
#ifndef PANES_HALL_LIST_H
#define PANES_HALL_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "panes/hall_state.h"
#include "ui/layout.h"
#include "ui/list.h"

struct buf;
struct list;

const struct list_column *hall_list_columns(enum hall_view view);

/*
 * What a list_source asks; the context is the struct hall_state. The columns are
 * those of its view, the key is the code of the government, and '!' marks who is
 * there and may not vote, or withdrew.
 */
void hall_list_cell(void *context, size_t row, size_t column, struct buf *text);
const char *hall_list_key(void *context, size_t row);
char hall_list_mark(void *context, size_t row);

/*
 * The codes of the rows an option is for: those marked when the row is one of
 * them, else the row. ret_codes has room for all rows found; they are borrowed.
 */
size_t hall_list_picked(const struct hall_state *hall, const struct list *list, size_t row,
    const char **ret_codes);

/* The quorum with its sum and verdict, and how many may vote; in few columns its numbers only. */
void hall_list_quorum(const struct hall_state *hall, int columns, struct buf *text);

/* Why the government of a row may not vote; nothing when it may, or is simply not there. */
void hall_list_reason(const struct hall_state *hall, size_t row, struct buf *text);

enum { HALL_LIST_DETAIL = 5 };	/* rows of it, with its rule */

/* About one government, with a rule above. */
void hall_list_draw_detail(const struct hall_state *hall, size_t row, struct area area);

#endif
