/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/decision_entry.h -- the register of decisions as a clerk sees it on one day
 *
 * A line is a decision with what it is about by name, its words in the language
 * of the screen, whether the data show its effect, and how many follow-ups are
 * open. Decisions taken after the session's day are not among them.
 */
#ifndef DOMAIN_DECISION_ENTRY_H
#define DOMAIN_DECISION_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/row.h"

struct err;
struct session;

struct decision_entry {
	char *number;		/* "GA-8/1" */
	char *meeting, *body;
	char *taken;		/* partial day; "" not known */
	char *kind;		/* a word of decision_kinds */
	char *subjects;		/* keys, with ; between */
	char *names;		/* of the subjects, in the language of the screen; "" none */
	char *text;		/* in the language of the screen, else the next best; "" none */
	char *effect;		/* done none: rows of the subjects name it; "" where the kind has none */
	int64_t open, late;	/* follow-ups */
	char *text_en, *text_zh, *text_ja, *text_ko, *text_ru, *text_mn;
	char *item;		/* id, "" */
	int64_t vote;		/* 0: none */
	char *note;
};

extern const struct record_type decision_entry_type;

/* Which of them; NULL or "" asks for nothing. */
struct decision_filter {
	const char *meeting, *body, *kind;
};

/* The latest first, in a meeting by number. filter may be NULL. */
bool decision_list(struct session *session, const struct decision_filter *filter,
    struct row_list *ret_list, struct err *err);

/* ERR_MISSING: no such number, or it was taken later. */
bool decision_get(struct session *session, const char *number, struct decision_entry *ret_entry,
    struct err *err);

/*
 * What the decision changed, a sentence a line, asked of the rows that name it,
 * or, where they belong to its subjects, its meeting.
 */
bool decision_effects(struct session *session, const struct decision_entry *entry,
    struct buf *ret_lines, struct err *err);

#endif
