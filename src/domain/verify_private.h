/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/verify_private.h -- between verify.c and the rules of its groups
 *
 * A group of rules is a file, verify_bodies.c and the like: functions that ask
 * the whole file, and a table that says what each of them proves. A fault is a
 * row that a question answers.
 */
#ifndef DOMAIN_VERIFY_PRIVATE_H
#define DOMAIN_VERIFY_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct err;
struct session;

/* What a rule's check reports to while it runs. */
struct verifying {
	struct session *session;
	void (*fault)(void *context, const char *text);
	void *context;
	size_t faults;		/* of all rules so far */
	struct buf count;	/* what this rule looked at */
	struct err *err;
};

struct verify_rule {
	const char *rule;	/* N_(): a sentence, and in brackets what is counted */
	bool (*check)(struct verifying *verifying);
};

/* Closed by { 0 }, each in the file of its name. */
extern const struct verify_rule verify_money_rules[];
extern const struct verify_rule verify_decisions_rules[];
extern const struct verify_rule verify_directory_rules[];
extern const struct verify_rule verify_bodies_rules[];
extern const struct verify_rule verify_meetings_rules[];
extern const struct verify_rule verify_plenary_rules[];
extern const struct verify_rule verify_texts_rules[];

/* context is a struct verifying; text names the row at fault. */
void verify_say(void *context, const char *text);

/* Each row that sql answers is a fault: format, translated, then its columns. */
bool verify_rows(struct verifying *verifying, const char *sql, const char *format);

/* The first column of sql is what the rule looked at. */
bool verify_count(struct verifying *verifying, const char *sql);

/* Rows of one owner whose periods overlap; more narrows both rows, a and b. */
#define VERIFY_OVERLAPS(table, owner, more) \
	"SELECT a." owner ", a.since, a.until, b.since, b.until FROM " table " AS a JOIN " table \
	" AS b ON b." owner " = a." owner " AND b.id > a.id" more \
	" WHERE (a.until IS NULL OR a.until > b.since) AND (b.until IS NULL OR b.until > a.since)"

#endif
