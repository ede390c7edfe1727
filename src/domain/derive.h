/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/derive.h -- rows that follow from other rows, and rules over several
 *
 * Every written row is noted here with the record it belongs to (a name belongs
 * to its government). Before a change set commits, each noted record is checked
 * as a whole and its derived rows are made anew: search texts and sort keys.
 * Derived tables have no log and are never merged.
 */
#ifndef DOMAIN_DERIVE_H
#define DOMAIN_DERIVE_H

#include <stdbool.h>

struct derive;
struct err;
struct record_type;
struct session;

struct derive *derive_new(void);
void derive_free(struct derive *derive);
void derive_forget(struct derive *derive);	/* the change set is over */

/* Does anything hang on the rows of this type? */
bool derive_follows(const struct record_type *type);

/* row was written or deleted; before and after an update both are noted. */
void derive_note(struct session *session, const struct record_type *type, const void *row);

/* Check and rebuild all that was noted. */
bool derive_run(struct session *session, struct err *err);

/*
 * Rebuild every derived row: after fold_version changed, and for verify, which
 * compares. Must be inside a change set or on a file being opened.
 */
bool derive_all(struct session *session, struct err *err);

/*
 * Search texts and sort keys are made by rules that change with the program
 * (fold_version of domain/fold.h). Make them anew where the file holds those of
 * another version; nothing is done in a file that is only read.
 */
bool derive_keep_current(struct session *session, struct err *err);

/* Inside a change set: what is derived here is of this program's version. */
bool derive_mark_current(struct session *session, struct err *err);

/* Do the derived rows equal what they would be now? Faults are told to say. */
bool derive_verify(struct session *session, void (*say)(void *context, const char *line),
    void *context, struct err *err);

#endif
