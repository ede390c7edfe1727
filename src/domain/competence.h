/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/competence.h -- which body decides what, on a day
 *
 * Rules "admission.body", "structure.body" and so on hold the keys of the
 * bodies, with a blank between. Which kinds a rule speaks of is the only thing
 * said here; kinds of which no rule speaks (a proposal, any other) are open to
 * every body. Where a rule is wanted and none is in force, nobody is competent.
 */
#ifndef DOMAIN_COMPETENCE_H
#define DOMAIN_COMPETENCE_H

#include <stdbool.h>

struct buf;
struct err;
struct session;

/* The name of the rule for a kind of decision; NULL: every body decides it. */
const char *competence_rule(const char *kind);

/*
 * The keys of those competent on that day, with a blank between; "" when no
 * rule is wanted, or none is in force. day may be known in part: its last counts.
 */
bool competence_bodies(struct session *session, const char *kind, const char *day,
    struct buf *ret_bodies, struct err *err);

/* ERR_RULE names those who are competent and what to do. */
bool competence_check(struct session *session, const char *kind, const char *body,
    const char *day, struct err *err);

#endif
