/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/sift.h -- --columns, --where and --sort over any list of records
 *
 * Values are compared as CSV shows them, so that a command means the same in
 * every language; only the order of text follows the names' own scripts, as it
 * does on the screens.
 */
#ifndef CLI_SIFT_H
#define CLI_SIFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/record.h"

struct err;
struct row_list;

struct sift {
	const struct record_type *type;
	const struct field *sort;	/* NULL: as they come */
	bool down;
	struct sift_condition *condition;
	size_t count;
};

/* One --where. */
struct sift_condition {
	const struct field *field;
	const char *value;	/* borrowed from the command line */
	bool differs;		/* != */
};

/*
 * sort: "key", "-key" or NULL; where: "key=value" or "key!=value". ERR_USAGE:
 * no such key (the keys are named), or no such word among a field's choices.
 */
bool sift_init(struct sift *ret_sift, const struct record_type *type, const char *sort,
    const char *const *where, size_t where_count, struct err *err);
void sift_done(struct sift *sift);

/* The records that pass, in order, borrowed from list. The caller frees the array. */
const void **sift_rows(const struct sift *sift, const struct row_list *list, size_t *ret_count);

/* Fields by keys with commas between. The caller frees *ret_fields. */
bool sift_columns(const struct record_type *type, const char *keys,
    const struct field ***ret_fields, size_t *ret_count, struct err *err);

/* The field of that key; ERR_USAGE names those there are. NULL on failure. */
const struct field *sift_field(const struct record_type *type, const char *key, size_t length,
    struct err *err);

#endif
