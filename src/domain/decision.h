/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/decision.h -- a decision of a meeting, and the number it is known by
 *
 * Its number, GA-8/1, is meeting and number in the meeting; the rows it changed
 * name it. Only its words may be corrected later: what it changed would not
 * follow anything else. It comes into being in domain/decision_take.h.
 */
#ifndef DOMAIN_DECISION_H
#define DOMAIN_DECISION_H

#include <stdbool.h>

#include "base/record.h"

struct err;
struct session;

struct decision {
	char *meeting;	/* its key */
	int64_t no;	/* in the meeting, from 1, without a hole */
	char *item;	/* id of the agenda item it belongs to; NULL */
	int64_t vote;	/* the vote of the meeting that carried it; 0: none was taken */
	char *taken;	/* partial day; "" not known */
	char *kind;	/* a word of decision_kinds */
	char *subjects;	/* keys of what it is about, with ; between: "WOMEN;MINE" */
	char *text_en, *text_zh, *text_ja, *text_ko, *text_ru, *text_mn;
	char *note;
};

extern const struct record_type decision_type;

extern const struct choice decision_kinds[];

/*
 * Walk through subjects: puts *rest on the next of them and returns its length;
 * 0 at the end. Go on with *rest += length.
 */
size_t decision_subject(const char **rest);

/* "GA-8/2" or "GA-8": is it written as a decision or a session is? */
bool decision_is_written_as_one(const char *text);

/*
 * May a record name this decision, "GA-8/2", or session, "GA-8"? Where the
 * session is in the file its register must have it; a session of an earlier time
 * that is not may be named. What is written as neither is refused. Asked of what
 * a person types; imports come in any order. NULL and "" are none. False:
 * ERR_RULE says what to do.
 */
bool decision_may_be_named(struct session *session, const char *decision, struct err *err);

/*
 * The same of the field "decision" of a record that has one, where it is another
 * than before; the error is at that field.
 */
bool decision_check_named(struct session *session, const struct record_type *type,
    const void *before, const void *after, struct err *err);

#endif
