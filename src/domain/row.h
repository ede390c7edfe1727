/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/row.h -- reading and writing the rows of any record type
 *
 * The generic half of every record: SELECT, INSERT and UPDATE are made from the
 * record's table of fields, so a new field is read and written without a line
 * of SQL. SQL is written by hand for questions only.
 */
#ifndef DOMAIN_ROW_H
#define DOMAIN_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/record.h"

struct session;
struct stmt;

/*
 * An owned array of records of one type, one after another. Whoever is handed one
 * in a ret_list or the like, by any function, calls row_list_done; what fails
 * hands none over.
 */
struct row_list {
	const struct record_type *type;
	void *rows;
	size_t count;
	size_t room;
};

/* The nth record; list owns it. */
void *row_at(const struct row_list *list, size_t index);
/* A new zeroed record at the end. */
void *row_add(struct row_list *list, const struct record_type *type);
void row_list_done(struct row_list *list);

/*
 * How a listing ends: *ret_list takes over what list holds where ok, else list
 * is let go and *ret_list stays as it was. Returns ok.
 */
bool row_list_take(struct row_list *list, bool ok, struct row_list *ret_list);
/* By compare, as qsort calls it with two records; rows that it takes for equal change places. */
void row_list_sort(struct row_list *list, int (*compare)(const void *a, const void *b));

/*
 * Periods of one thing, in order of since: the last that had begun on the day,
 * else the first. NULL: there is none.
 */
void *row_on_day(const struct row_list *periods, const char *day);

/* key as the log names it: "KR-47", parts joined by '/'. ERR_MISSING. */
bool row_get(struct session *session, const struct record_type *type, const char *key,
    void *ret_row, struct err *err);

/* What row_get says then, for who asks otherwise; false. */
bool row_set_missing(const struct record_type *type, const char *key, struct err *err);

/* As row_get, but a missing row is no failure: *ret_found says, and *ret_row stays as it was. */
bool row_find(struct session *session, const struct record_type *type, const char *key,
    void *ret_row, bool *ret_found, struct err *err);

/* Only whether it is there: ERR_MISSING where it is not, and *ret_exists. */
bool row_must_exist(struct session *session, const struct record_type *type, const char *key,
    struct err *err);
bool row_exists(struct session *session, const struct record_type *type, const char *key,
    bool *ret_exists, struct err *err);

/*
 * Rows where field_key (NULL: all rows) equals value, in the order of order (a
 * constant list of columns; NULL: by key). The caller calls row_list_done.
 */
bool row_list(struct session *session, const struct record_type *type, const char *field_key,
    const char *value, const char *order, struct row_list *ret_list, struct err *err);

/*
 * All rows of a question: each of its columns is named as a field of type, and
 * the other fields stay zero. st is open, with its values; it is closed here.
 * The caller calls row_list_done.
 */
bool row_list_read(struct stmt *st, const struct record_type *type, struct row_list *ret_list);

/*
 * The key of the first row that a question finds, its one column; NULL: there is
 * none. The caller frees *ret_key, which stays as it was on failure. st as for
 * row_list_read.
 */
bool row_read_key(struct stmt *st, char **ret_key);

/* Rows whose key begins with these parts, by key: the ballots of "GA-9/1". */
bool row_list_under(struct session *session, const struct record_type *type, const char *key,
    struct row_list *ret_list, struct err *err);

/*
 * Inside a change set: check the record, give it an id where its key is made by
 * the program and still empty, write it, and note what must be derived again.
 */
bool row_insert_in_set(struct session *session, const struct record_type *type, void *row,
    struct err *err);
/* ERR_MISSING when the row is gone. */
bool row_update_in_set(struct session *session, const struct record_type *type, void *row,
    struct err *err);
/* Insert, or update where the key exists. */
bool row_save_in_set(struct session *session, const struct record_type *type, void *row,
    struct err *err);
/* Refused with a sentence while something refers to it. */
bool row_delete_in_set(struct session *session, const struct record_type *type, const char *key,
    struct err *err);

/* One change set of its own around row_save_in_set, row_delete_in_set. */
bool row_save(struct session *session, const struct record_type *type, void *row,
    const char *what, struct err *err);
bool row_delete(struct session *session, const struct record_type *type, const char *key,
    const char *what, struct err *err);

#endif
