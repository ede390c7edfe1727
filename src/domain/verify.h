/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/verify.h -- every rule that must always hold, asked of this file
 *
 * Each rule is enforced where it can be broken: in the schema, or in the domain
 * where several rows are needed. Verify asks all of them again of the whole
 * file, so that what went round the program is found.
 */
#ifndef DOMAIN_VERIFY_H
#define DOMAIN_VERIFY_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct session;

/* One rule and how it stands. */
struct verify_line {
	const char *rule;	/* a translated sentence */
	const char *count;	/* what was looked at, or counted on purpose; "" for none */
	bool holds;
};

/*
 * Tells line after each rule, and fault for each breach before it. *ret_faults
 * counts the breaches. Returns false only when it could not run to its end.
 */
bool verify_run(struct session *session,
    void (*line)(void *context, const struct verify_line *line),
    void (*fault)(void *context, const char *text),
    void *context, size_t *ret_faults, struct err *err);

#endif
