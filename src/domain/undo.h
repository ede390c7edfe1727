/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/undo.h -- taking a change set back, by a change set
 *
 * Undo writes the old values as a new change set; the one undone stays in the
 * history. A set is undone whole or refused whole: refused when a later set
 * changed the same cell, when a row of it is only ever added (money, rolls) and
 * when something refers to a row it had made.
 */
#ifndef DOMAIN_UNDO_H
#define DOMAIN_UNDO_H

#include <stdbool.h>
#include <stdint.h>

struct err;
struct session;

/*
 * Undo the set of that id; NULL: this clerk's newest that is neither undone nor
 * an undo. *ret_undone and *ret_number (either may be NULL) are the numbers of
 * the set undone and of the new one.
 */
bool undo_set(struct session *session, const char *set_id, int64_t *ret_undone,
    int64_t *ret_number, struct err *err);

/* Take back this clerk's newest undo that still stands. */
bool undo_redo(struct session *session, int64_t *ret_undone, int64_t *ret_number,
    struct err *err);

/* Could undo_set do it now? Says why not. Changes nothing. */
bool undo_is_possible(struct session *session, const char *set_id, struct err *err);

#endif
