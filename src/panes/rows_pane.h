/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/rows_pane.h -- NAM STA ALI CHN ADR HOL RUL: rows that belong to a record
 *
 * One list for every record type: a struct rows_use says which. Argument: the
 * code or key of the owner ("KR-47", the key of a post or a person) and then,
 * after a blank, the key of a row to stand on; "" for all rows there are. PER
 * and PST are the same list with more that can be done.
 */
#ifndef PANES_ROWS_PANE_H
#define PANES_ROWS_PANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "panes/rows_use.h"
#include "ui/list.h"

struct desk;
struct err;
struct input;
struct session;

extern const struct pane names_pane, statuses_pane, aliases_pane, channels_pane, addresses_pane,
    holdings_pane, rules_pane;

/* What most of them offer: edit, delete, history; a new row, and undo. */
extern const struct option rows_options[];
extern const struct action_use rows_uses[];

struct rows_line;

/* The state; panes that do more embed it as their first member. */
struct rows_pane {
	struct desk *desk;			/* borrowed */
	const struct rows_use *use;
	size_t owner;				/* in use->owners; ROWS_OWNERS: all rows */
	char *owner_key;			/* "" for all rows */
	char *owner_name;			/* as of the last load */
	char *to;				/* key of the row to stand on first; NULL once used */
	struct list list;
	struct list_column columns[ROWS_COLUMNS + 1];
	char **keys;				/* of the rows shown, in order */
	size_t count, room;
	struct rows_line *page;			/* the rows in view */
	size_t page_first, page_count;
};

bool rows_open(struct desk *desk, void *state, const struct rows_use *use, const char *argument,
    const struct option *options, struct err *err);
bool rows_load(struct desk *desk, void *state, struct err *err);
struct list *rows_list(void *state);
void rows_scope(void *state, int columns, struct buf *text);
bool rows_act(struct desk *desk, void *state, const struct input *input, struct err *err);
void rows_done(void *state);

/* The key of a row, NULL beyond the last; and whether any row is there. */
const char *rows_key(const struct rows_pane *pane, size_t row);

/*
 * What an option does that needs a day: ask for it, do the deed of the domain on
 * the row of that key, say the number, read again. Left without a day: true.
 */
bool rows_do_on_day(struct desk *desk, const char *question, const char *key,
    bool (*deed)(struct session *session, const char *key, const char *day, int64_t *ret_number,
	struct err *err), struct err *err);

/* A pane of rows; of_open calls rows_open with its use, of_act leaves the rest to rows_act. */
#define ROWS_PANE_WITH(of_code, of_title, of_open, of_act, of_options, of_uses, of_help) { \
	.code = of_code, \
	.title = of_title, \
	.size = sizeof(struct rows_pane), \
	.open = of_open, \
	.load = rows_load, \
	.list = rows_list, \
	.scope = rows_scope, \
	.act = of_act, \
	.options = of_options, \
	.actions = of_uses, \
	.help = of_help, \
	.done = rows_done, \
}

/* One that does no more than list them. */
#define ROWS_PANE(of_code, of_title, of_open, of_help) \
	ROWS_PANE_WITH(of_code, of_title, of_open, rows_act, rows_options, rows_uses, of_help)

#endif
