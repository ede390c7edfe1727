/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/record.h -- what a record is, said once
 *
 * A struct record_type describes a C struct and its table row: forms, lists,
 * CSV, --json, history, merge review, manual and the reading and writing of
 * rows are all driven by it. This file only describes and converts; it runs
 * nothing and knows no database. The descriptions stand in domain/, beside the
 * structs they describe. A new field is one line in a migration, one struct
 * member, one row here and its label in the catalogues.
 */
#ifndef BASE_RECORD_H
#define BASE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct err;

/* What stands in the struct at field.offset, and how it is read and shown. */
enum field_kind {
	FIELD_TEXT,	/* char *: one line */
	FIELD_LONG,	/* char *: several lines */
	FIELD_CODE,	/* char *: a key of another record or a word of choices */
	FIELD_DAY,	/* char *: YYYY, YYYY-MM, YYYY-MM-DD or "" (not known) */
	FIELD_TIME,	/* char *: HH:MM of a wall clock or "" (none); typed as base/hour.h reads it */
	FIELD_NUMBER,	/* int64_t */
	FIELD_FLAG,	/* int64_t: 0 or 1 */
	FIELD_MONEY,	/* int64_t: minor units of the currency at .currency; in views alone */
};

enum field_flag {
	FIELD_KEY	= 1 << 0,	/* (part of) the primary key, in field order */
	FIELD_REQUIRED	= 1 << 1,	/* may not be empty */
	FIELD_NULLABLE	= 1 << 2,	/* empty is SQL NULL; without it '', or 0 of a number */
	FIELD_MADE	= 1 << 3,	/* made by the program (a ULID, a rank): not in forms */
	FIELD_FIXED	= 1 << 4,	/* shown in forms, never typed: changed by decision */
	FIELD_LISTED	= 1 << 5,	/* a column of the list by default */
	FIELD_CARRIED	= 1 << 6,	/* a new record starts with the last one's value */
	FIELD_UPPER	= 1 << 7,	/* letters are made capital when read */
	FIELD_COMPUTED	= 1 << 8,	/* part of a view, in no table: read, never written */
	FIELD_ONCE	= 1 << 9,	/* typed while the record is new, never changed after */
};

struct choice {
	const char *word;	/* as stored, in CSV and on the command line: ASCII */
	const char *label;	/* N_() or NC_() */
};

/* There are a thousand, and every start maps them all: numbers are short, and lie together. */
struct field {
	const char *key;	/* column, CSV head and "key=" of edit: ASCII, never translated */
	const char *label;	/* N_() or NC_() */
	const char *head;	/* of a column that has no room for the label; NULL: the label */
	enum field_kind kind : 8;
	uint16_t flags;		/* enum field_flag */
	uint16_t offset;	/* in the struct */
	uint16_t width;		/* columns of a list; of a form, at most what fits */
	uint16_t most;		/* bytes it may be long; 0: 400 (FIELD_LONG: 20000) */
	uint16_t currency;	/* FIELD_MONEY: offset in the struct of the char * with its code */
	uint16_t after;		/* FIELD_TIME: offset of the start that +90 counts from; 0: none */
	const char *group;	/* fields that move as a unit in a merge; NULL: alone */
	const struct choice *choices;	/* closed by { 0 }; NULL: free */
	const char *refers;	/* key of the record type whose key this is, or "rests-on"; or NULL */
	const char *language;	/* "ko" when this is text in one language; or NULL */
	const char *hint;	/* N_(): format and an example, for the hint row */
	/* Further check of a non-empty value; says what to type instead. */
	bool (*check)(const char *value, struct err *err);
};

struct record_type {
	const char *key;	/* table, and KIND of import and export: "government" */
	const char *label;	/* N_(): one of them */
	const char *plural;	/* N_(): many, also "KIND" heading */
	size_t size;		/* of the C struct */
	const struct field *fields;	/* closed by { 0 } */
	/*
	 * Rules of one record that no single field can break: set the period's
	 * order, spell a code. May normalise the record. NULL: none.
	 */
	bool (*check)(void *record, struct err *err);
};

#define RECORD_FIELD(type, member)	.key = #member, .offset = offsetof(struct type, member)

const struct field *record_find_field(const struct record_type *type, const char *key);
size_t record_field_count(const struct record_type *type);

/*
 * Does an int64_t stand in the struct? Else it is a char *. And where: for who
 * writes into records; a text there is owned, and NULL is one that is not said.
 */
bool record_is_number(const struct field *field);
char **record_text_slot(const struct field *field, void *record);
int64_t *record_number_slot(const struct field *field, void *record);

/* The strings of a record are its own: free them and zero it. */
void record_done(const struct record_type *type, void *record);
void record_copy(const struct record_type *type, void *ret_copy, const void *record);

/* Borrowed text of a text-like field, "" for NULL; not for numbers and flags. */
const char *record_text(const struct field *field, const void *record);
int64_t record_number(const struct field *field, const void *record);

/* The value as CSV, --json and history show it: never translated, sums as 1000.00. */
void record_format(const struct field *field, const void *record, struct buf *text);

/* The value as a screen shows it: choices by label, flags as yes or no. */
void record_show(const struct field *field, const void *record, struct buf *text);

/*
 * Read text into a field: trims blanks, brings it to NFC, checks form, length,
 * choices and field.check. On failure the record is as it was, and err names
 * the field. An empty text is refused only where FIELD_REQUIRED.
 */
bool record_read(const struct field *field, void *record, const char *text, struct err *err);

/*
 * Store text as it is, unchecked: values that were in the file before, for undo
 * and merge. NULL is kept where the field is nullable.
 */
void record_put(const struct field *field, void *record, const char *text);

/* Do both records say the same in this field? */
bool record_same(const struct field *field, const void *a, const void *b);

/* Every required field filled, then type->check. */
bool record_check(const struct record_type *type, void *record, struct err *err);

/* "KR-47" or "A/B" of a several-part key: how the log names the row. */
void record_key(const struct record_type *type, const void *record, struct buf *key);

#endif
