/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/view_pane.h -- lists of what the domain works out: arrears, balances, entries
 *
 * One list for every view: a struct view_use names the record type, the
 * function that lists it and the columns. What can be done to a row the pane
 * of the screen adds, which embeds a struct view_pane as its first member.
 */
#ifndef PANES_VIEW_PANE_H
#define PANES_VIEW_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/record.h"
#include "domain/row.h"
#include "ui/list.h"

struct desk;
struct detail_lines;
struct err;
struct session;

enum { VIEW_COLUMNS = 10 };

struct view_column {
	const char *key;		/* field of the type */
	const char *head;		/* as in struct list_column; NULL: the field's label */
	int width, most;		/* 0: of the field; sums take what the widest needs */
	int drop;			/* as in struct list_column */
};

struct view_use {
	const struct record_type *type;
	/* argument is that of the pane: a year, a code ... */
	bool (*list)(struct session *session, const char *argument, struct row_list *ret_list,
	    struct err *err);
	const char *key;		/* field that names a row: what marks hold on to */
	struct view_column columns[VIEW_COLUMNS];
	/* '!' or ' '. NULL: never. */
	char (*mark)(struct session *session, const void *row);
	int detail_rows;		/* with the rule; 0: none */
	/* NULL: its fields government and name. */
	void (*detail_title)(struct session *session, const void *row, struct buf *text);
	void (*detail)(struct session *session, const void *row, struct detail_lines *lines);
	const char *empty;		/* translatable: said when there is no row */
};

struct view_pane {
	struct desk *desk;		/* borrowed */
	const struct view_use *use;
	char *argument;
	struct row_list rows;
	char **keys;			/* one a row, as text */
	size_t *shown;			/* those that Find lets through, in order */
	size_t count;
	char *wanted;			/* row to go to when it is there; NULL: none */
	struct list list;
	struct list_column columns[VIEW_COLUMNS + 1];
};

void view_open(struct desk *desk, void *state, const struct view_use *use, const char *argument,
    const struct option *options);
/*
 * The same for the fiscal year that argument begins with, "2017" or "2017-0010";
 * "": that of the session's day. Refused: that is no year.
 */
bool view_open_year(struct desk *desk, void *state, const struct view_use *use,
    const char *argument, const struct option *options, struct err *err);
bool view_load(struct desk *desk, void *state, struct err *err);
struct list *view_list(void *state);
void view_scope(void *state, int columns, struct buf *text);
void view_done(void *state);

/* The record in a row of the list; NULL beyond the last. */
const void *view_row(const struct view_pane *pane, size_t row);
/* What stands below the list about a row, as lines of a page: a small window has no room for it. */
void view_write_detail(const struct view_pane *pane, size_t row, struct buf *page);
/* No rows: after a load that failed because there are none to be had. */
void view_clear(struct view_pane *pane);
/* After the next load the marker goes to the row of that key, if there is one. */
void view_want(struct view_pane *pane, const char *key);
/* One that is shown and has that key; false: there is none. */
bool view_go(struct view_pane *pane, const char *key);
/* Of a fiscal year: ACTION_PREVIOUS and ACTION_NEXT show the one before and after; else nothing. */
void view_turn_year(struct view_pane *pane, enum action_id action);

#endif
