/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/sheet.h -- records edited together and saved in one change set
 *
 * What stands behind a form and behind "edit KEY key=value": a government, its
 * name of the day and the post its letters go to are three rows, one sheet.
 * Each part keeps what was read (before) and what was typed (after). Saving
 * compares with what is in the file now: what others changed elsewhere is
 * kept, and what they changed in the same group of columns becomes a clash
 * that a person decides. Nothing is ever settled by a clock.
 */
#ifndef DOMAIN_SHEET_H
#define DOMAIN_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"

struct err;
struct session;

enum { SHEET_PARTS = 4 };

struct sheet_part {
	const struct record_type *type;
	char *key;		/* as the log names the row; "" for a new one */
	void *before, *after;	/* records of type; equal until something is typed */
	bool fresh;		/* not in the file yet */
};

struct sheet {
	struct sheet_part part[SHEET_PARTS];
	size_t count;
	int64_t lsn;		/* end of the log when it was read */
};

enum sheet_pick { SHEET_UNDECIDED, SHEET_THEIRS, SHEET_MINE };

/* One field that somebody else changed while it was being edited. */
struct sheet_clash {
	size_t part;
	const struct field *field;
	char *before, *theirs, *mine;	/* as record_format writes them */
	char *who, *at;			/* of the latest change; "" if not known */
	enum sheet_pick pick;		/* set by the person who decides */
};

struct sheet_clashes {
	struct sheet_clash *item;
	size_t count;
};

/* A zeroed sheet is empty. */
void sheet_done(struct sheet *sheet);
void sheet_clashes_done(struct sheet_clashes *clashes);

/* Add a row of the file; ERR_MISSING. */
bool sheet_add(struct session *session, struct sheet *sheet, const struct record_type *type,
    const char *key, struct err *err);
/* Add a row that is not there yet, all fields empty. */
struct sheet_part *sheet_add_new(struct sheet *sheet, const struct record_type *type);

/*
 * From that day on it is otherwise: the row of type ends there and a copy of it
 * begins, which is what fields are then typed into. ERR_RULE: no row of it was
 * read. Refused where the day is not after its first one; the sheet is then as
 * it was.
 */
bool sheet_new_period(struct sheet *sheet, const struct record_type *type, const char *since,
    struct err *err);

/* The first part that has a field of that key, and the field; NULL if none. */
struct sheet_part *sheet_find(struct sheet *sheet, const char *field_key,
    const struct field **ret_field);

/* How many fields differ from what was read. */
size_t sheet_changed(const struct sheet *sheet);

/*
 * Save all parts in one change set. clashes goes in with the picks made so far
 * (zeroed at first) and comes back filled on ERR_CONFLICT; the caller asks,
 * sets the picks and calls again. A pick counts only while the other value is
 * still what the person saw. *ret_number is 0 when nothing had changed.
 */
bool sheet_save(struct session *session, struct sheet *sheet, const char *what, const char *why,
    struct sheet_clashes *clashes, int64_t *ret_number, struct err *err);

#endif
