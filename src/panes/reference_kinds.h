/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/reference_kinds.h -- records whose keys stand in fields of others
 *
 * What people see of each: a name, and something beside it that tells two of
 * one name apart. The one table behind panes/reference.h.
 */
#ifndef PANES_REFERENCE_KINDS_H
#define PANES_REFERENCE_KINDS_H

#include <stdbool.h>

struct buf;
struct record_type;
struct session;

enum { REFERENCE_KINDS = 16 };

struct reference_kind {
	const char *key;		/* what .refers of a field says */
	const struct record_type *type;
	bool named;			/* its key is not for reading: the name is shown and typed */
	bool indexed;			/* found by domain/search_index.h, as the kind its type is called */
	bool free;			/* what is none of them may stand there too: the rules tell */
	const char *order;		/* SQL, constant: the order all rows are looked through otherwise */
	/* Appends; what cannot be read is left out. */
	void (*show)(struct session *session, const void *row, struct buf *name, struct buf *note);
};

extern const struct reference_kind reference_kinds[REFERENCE_KINDS + 1];	/* closed by { 0 } */

const struct reference_kind *reference_kind_find(const char *key);	/* NULL: none */

#endif
