/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/rows_use.h -- records that are listed and edited without code of their own
 *
 * A struct record_type says what the fields are; a struct rows_use says how one
 * kind of rows is used: to whom they belong, what a list shows of them, what
 * the change sets are called and what becomes of a row entered in error.
 */
#ifndef PANES_ROWS_USE_H
#define PANES_ROWS_USE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct err;
struct pane;
struct record_type;
struct field;
struct row_list;
struct session;
struct sheet;

enum { ROWS_OWNERS = 2, ROWS_COLUMNS = 8 };

/* What becomes of a row entered in error. */
enum rows_removal {
	ROWS_DELETE,		/* it goes; undo brings it back */
	ROWS_VOID,		/* it stays, with the reason in its field "voided" */
	ROWS_KEEP,		/* neither */
};

/* The record a row belongs to. */
struct rows_owner {
	const char *field;		/* of the row; also the kind of the record */
	const struct record_type *type;
	const char *above;		/* field that holds the first half of its key; NULL: field holds it whole */
};

/* A column that is no field of the row. */
struct rows_column {
	const char *key;		/* a field, or "=name" for something made from the row */
	const char *head;		/* NC_(); NULL: the field's label */
	int width, most;		/* 0: of the field */
	bool right;			/* sums */
};

/* A field of a new row that begins with something. */
struct rows_default {
	const char *field, *value;
};

struct rows_use {
	const char *list_code, *form_code;	/* "NAM", "NAM2" */
	const struct pane *form;
	const struct record_type *type;
	struct rows_owner owners[ROWS_OWNERS];	/* none: rows belong to nobody */
	const char *order;			/* columns of SQL, constant */
	const char *index;			/* of domain/search_index.h, where rows have one; or NULL */
	struct rows_column columns[ROWS_COLUMNS];
	struct rows_default begin;
	const char *what_new, *what_edit, *what_gone;	/* N_() in domain/history.c */
	enum rows_removal removal;
	const char *new_title;			/* N_(): row 2 of a row that is not there yet */

	/* Keys of the fields of its form in their order, closed by NULL. NULL: all of them. */
	const char *const *fields;
	/* How the domain adds a new row, where that is more than writing it. NULL: it is not. */
	bool (*add)(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err);
	/* How a field of it is typed, where one text says more than one field. NULL: as the field says. */
	bool (*read)(const struct field *field, void *row, const char *text, struct err *err);
	/* What a new row begins with that is asked of the file. NULL: nothing. */
	bool (*fresh)(struct session *session, void *row, struct err *err);
	/* Its columns "=...": see rows_cell. NULL: those that all uses know. */
	void (*made)(struct session *session, const char *column, const void *row, struct buf *text,
	    bool *ret_problem);
};

extern const struct rows_use names_use, statuses_use, aliases_use, channels_use, addresses_use,
    holdings_use, rules_use, people_use, posts_use;

/* Which owner an argument names: its place in owners; ROWS_OWNERS: none. */
size_t rows_find_owner(struct session *session, const struct rows_use *use, const char *key);

/* The key of the owner at that place, as the row says it; nothing when it says none. */
void rows_owner_key(const struct rows_use *use, size_t owner, const void *row, struct buf *key);

/* Store it in the row. */
void rows_put_owner(const struct rows_use *use, size_t owner, const char *key, void *row);

/* The rows of that owner, all rows for ROWS_OWNERS. The caller calls row_list_done. */
bool rows_of_owner(struct session *session, const struct rows_use *use, size_t owner,
    const char *key, const char *order, struct row_list *ret_rows, struct err *err);

/* How people name the record of an owner: "KR-47  경상북도". */
void rows_owner_name(struct session *session, const struct rows_use *use, size_t owner,
    const char *key, struct buf *text);

/* The text of a column; *ret_problem is set where the row wants somebody's attention. */
void rows_cell(struct session *session, const struct rows_use *use, const char *column,
    const void *row, struct buf *text, bool *ret_problem);

/* A row in few words, for questions. */
void rows_name(struct session *session, const struct rows_use *use, const void *row,
    struct buf *text);

#endif
