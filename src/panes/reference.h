/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/reference.h -- fields that hold the key of another record, as people see them
 *
 * People, posts, terms and agenda items have keys nobody could read: a form shows
 * the name, takes what narrows to one of them, and stores the key. Governments,
 * bodies and meetings are known by their codes, which stay what is shown and
 * typed; the name stands behind the box. Kinds are those of
 * panes/reference_kinds.h, which is where one is added.
 */
#ifndef PANES_REFERENCE_H
#define PANES_REFERENCE_H

#include <stdbool.h>

#include "panes/reference_kinds.h"

struct buf;
struct choices;
struct err;
struct search_index;
struct session;

/* The indexes that narrowing needs, read at the first use. Zeroed is empty. */
struct references {
	struct session *session;		/* borrowed */
	struct search_index *index[REFERENCE_KINDS];

	/*
	 * The record that is filled in, borrowed; NULL for none. To one that
	 * belongs to a meeting only that meeting's agenda items are offered, except
	 * as what an item goes on with.
	 */
	const struct record_type *type;
	const struct field *field;
	const void *row;
};

void references_done(struct references *references);

/* Nothing is appended for a key that is none. */
void reference_name(struct session *session, const char *kind, const char *key, struct buf *text);

/* Does the form show the name in the box, for want of a readable key? */
bool reference_is_named(const char *kind);

/*
 * The key of what was typed: a key, the name reference_name gives for now,
 * which is the key that stands in the record, or a name that only one record
 * has. Of a kind that is free, what was typed. The caller frees *ret_key.
 */
bool reference_read(struct references *references, const char *kind, const char *typed,
    const char *now, char **ret_key, struct err *err);

/* Values that fit what was typed, names in place of unreadable keys; an exact code alone. */
void reference_values(struct references *references, const char *kind, const char *typed,
    struct choices *ret_choices);

#endif
