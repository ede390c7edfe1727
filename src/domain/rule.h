/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/rule.h -- the association's rules as dated rows
 *
 * What was in force on a day is asked of the rows, never compiled in. A rule
 * whose true clause is not known says "assumed" in its note.
 */
#ifndef DOMAIN_RULE_H
#define DOMAIN_RULE_H

#include "base/record.h"

struct rule {
	char *id;	/* ULID */
	char *name;	/* "admission.body", "quorum.part" ... */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *value;
	char *decision;
	char *note;
};

extern const struct record_type rule_type;

struct err;
struct session;

/* The rule in force on that day; ERR_MISSING when there is none. */
bool rule_get(struct session *session, const char *name, const char *day,
    struct rule *ret_rule, struct err *err);

/* Its value alone; the caller frees it. */
bool rule_value(struct session *session, const char *name, const char *day, char **ret_value,
    struct err *err);

/* Does its note say that the true clause is not known? */
bool rule_is_assumed(const struct rule *rule);

#endif
