/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/list.h -- a list of any length: Find above, rows, detail
 *
 * The list holds no rows. It knows how many there are and asks, through
 * callbacks, for the cells of those in view, so that 100,000 governments cost
 * what 20 do. Marks, typed options and the marker belong to keys of records,
 * not to positions: they stay where they belong when rows are read again.
 */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/action.h"
#include "ui/layout.h"
#include "ui/line.h"

struct err;

enum { LIST_MOST_COLUMNS = 24 };

/* A column; closed by { 0 }. */
struct list_column {
	const char *head;	/* NC_("column", ...) */
	int width;		/* columns it has at least */
	int most;		/* columns it may grow to where there is room; 0: width */
	int drop;		/* 1 goes first when there is no room; 0 stays to the end */
	bool right;		/* numbers */
	bool sorts;		/* ACTION_SORT offers it */
};

/* Where rows come from; every callback gets list.context. */
struct list_source {
	/* Append the text of one cell; column counts in list.columns. */
	void (*cell)(void *context, size_t row, size_t column, struct buf *text);

	/*
	 * The key of a record, borrowed until the rows change: what marks hold on
	 * to. Asked for any row, also one that need never read.
	 */
	const char *(*key)(void *context, size_t row);

	/* '!' for an error, late or clash, else ' '. NULL: never. */
	char (*mark)(void *context, size_t row);

	/*
	 * These rows come into view: read what is not in memory. Also while a
	 * question stands, when the window grows. NULL: all is.
	 */
	bool (*need)(void *context, size_t first, size_t count, struct err *err);

	/* The detail of a row: its title, and the lines below it. NULL: none. */
	void (*detail_title)(void *context, size_t row, struct buf *text);
	void (*detail)(void *context, size_t row, struct area area);

	/* Row 2 right of Find, in the order of importance: "Filter coord:yes". NULL: none. */
	void (*status)(void *context, struct buf *text);

	/* Row 2, right end: "As of now". NULL: none. */
	void (*status_end)(void *context, struct buf *text);

	/* A row below Find, seen at every size, in at most columns columns. NULL: none. */
	void (*banner)(void *context, int columns, struct buf *text);
};

/* A row that is marked or has an option typed. */
struct list_pick {
	char *key;		/* owned */
	size_t row;		/* where it is now */
	bool marked;
	int option;		/* 1 to 9; 0: none */
};

/*
 * The left of heads and body, given to the pane where the window has so much
 * room and so many rows: a month beside its meetings. It is one more zone, from
 * which keys are commands as in the rows; moving there is the pane's affair.
 */
struct list_aside {
	int columns, rows;	/* with the head; columns 0: there is none */
};

struct list {
	const struct list_source *source;
	void *context;			/* borrowed: mostly the pane's state */
	const struct list_column *columns;
	int detail_rows;		/* wanted, with its rule; 0: none */
	const struct option *options;	/* as in the pane; NULL: digits do nothing */
	const char *find_label;		/* NC_("list", ...), or NULL: "Find" */
	const char *empty;		/* N_(): said in place of rows, or NULL: "Nothing here." */
	bool no_find;			/* there are only rows */
	struct list_aside aside;	/* what the pane draws left of the rows; zeroed: nothing */
	bool tab_leads_on;		/* Tab is for the pane, which has a further zone */

	struct line find;
	bool in_rows;			/* the focus: Find or rows, */
	bool in_aside;			/* or, where it is shown, what stands left of them */
	bool aside_shown;		/* at the last frame */
	size_t count;			/* rows */
	size_t row;			/* the marker; meaningful while count > 0 */
	size_t top;			/* first row in view */
	size_t page;			/* rows in view at the last frame */
	int sort;			/* column, or -1: the order the pane gives */
	bool sort_down;

	struct list_pick *picks;	/* by row */
	size_t pick_count, pick_room;
	char *row_key;			/* of the marker, for list_set_count */
};

/* What an input was to a list. */
enum list_answer {
	LIST_OTHER,		/* nothing: for the pane */
	LIST_DONE,
	LIST_FOUND,		/* Find changed: read the rows again */
	LIST_RUN,		/* Enter: *ret_input is ACTION_OPEN; ACTION_OPTION: see list_take_option */
	LIST_REFUSED,		/* a digit that is no option here */
};

void list_init(struct list *list, const struct list_source *source, void *context,
    const struct list_column *columns);
void list_done(struct list *list);

/*
 * After reading: there are count rows now. Marker, marks and options go where
 * their keys went; one whose key is gone is gone. find_row tells the new row
 * of a key (SIZE_MAX: not there); NULL: keys are looked up one by one through
 * source->key, which is fine to some thousand rows.
 */
void list_set_count(struct list *list, size_t count,
    size_t (*find_row)(void *context, const char *key));

enum list_answer list_act(struct list *list, const struct input *input, struct input *ret_input);

/*
 * The options typed, one a call, from the top: clears what it gives. False
 * when none is left.
 */
bool list_take_option(struct list *list, struct input *ret_input);

/* Type an option on all marked rows, on that of the marker when none is. */
void list_type_option(struct list *list, int digit);

size_t list_marked(const struct list *list);
size_t list_options_typed(const struct list *list);
bool list_is_marked(const struct list *list, size_t row);
int list_option(const struct list *list, size_t row);	/* typed on that row; 0: none */
void list_unmark_all(struct list *list);
void list_forget_options(struct list *list);

/* Forget what Find says and where the marker was: other rows come. */
void list_find(struct list *list, const char *text);

/* Put the marker on a row; stops at either end. */
void list_go(struct list *list, size_t row);

/* Scroll so that the marker is in view, and have the rows in view read. */
bool list_need(struct list *list, const struct layout *layout, struct err *err);

/* Rows 2 and 3, body and detail. */
void list_draw(struct list *list, const struct layout *layout, bool focus);

/*
 * Which columns are shown in that many screen columns and how wide: the rule
 * by itself. width[i] is 0 for a column left out. Returns how many are shown.
 */
size_t list_fit_columns(const struct list_column *columns, int room, int *ret_width);

/* Is the focus there? */
bool list_is_aside(const struct list *list);

/* Are letters commands now, and digits options: anywhere but in Find? */
bool list_takes_commands(const struct list *list);

/* For the talk row: what the options typed are about to do; nothing when there are none. */
void list_options_text(const struct list *list, struct buf *text);

#endif
