/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/json.h -- writing JSON
 *
 * For --json. The same values give the same bytes, whatever the language: keys
 * come in the order they are added, and rows stand one a line, so that diff and
 * grep see records. What is no UTF-8 becomes U+FFFD; the output always parses.
 */
#ifndef EXCHANGE_JSON_H
#define EXCHANGE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct field;

/* { .out = ... } is ready for use. */
struct json {
	struct buf *out;	/* borrowed; may be emptied between two calls */
	bool follows;		/* something stands before it in the same brackets */
};

/* key is that of the value in its object; NULL in an array and at the top. */
void json_begin_object(struct json *json, const char *key);
void json_end_object(struct json *json);
void json_begin_array(struct json *json, const char *key);
void json_end_array(struct json *json);
void json_add_text(struct json *json, const char *key, const char *text);	/* NULL: null */
void json_add_number(struct json *json, const char *key, int64_t number);
void json_add_flag(struct json *json, const char *key, bool flag);

/* A field by its key: numbers and flags as such, sums as texts, "" of a nullable field as null. */
void json_add_field(struct json *json, const struct field *field, const void *record);

/* A list of records: an array of objects of these fields, one a line. */
void json_rows_begin(struct buf *out);
void json_add_row(struct buf *out, const struct field *const *fields, size_t count,
    const void *record, bool follows);
void json_rows_end(struct buf *out);

#endif
