/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/minutes_draft.h -- minutes made from the records of a meeting
 *
 * What is known is gathered first; the text is then a function of it and of the
 * catalogue in use. Names are those of the meeting's own days. The catalogue of
 * the minutes' language is put in place of the screen's while it is read and
 * written, so that every sentence the records know how to say comes in it.
 */
#ifndef DOMAIN_MINUTES_DRAFT_H
#define DOMAIN_MINUTES_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/meeting.h"
#include "domain/quorum.h"
#include "domain/row.h"
#include "domain/voting.h"

struct buf;
struct err;
struct language;
struct session;

/* What minutes are made of. Zeroed is a meeting of which nothing is known. */
struct minutes_facts {
	struct meeting meeting;
	char *body, *host;		/* names; host "" */
	struct row_list sittings;	/* struct sitting, in their order */
	struct row_list attendance;	/* struct attendance, by rank of protocol */
	struct quorum quorum;
	bool counted;			/* the quorum is known */
	struct voting_sheet *votes;	/* in their order */
	size_t vote_count;
	struct row_list decisions;	/* struct decision */
	struct row_list follow_ups;	/* struct follow_up, by decision */
};

void minutes_facts_done(struct minutes_facts *facts);

/* Names in the language of messages_language(). ERR_MISSING. */
bool minutes_facts_read(struct session *session, const char *meeting,
    struct minutes_facts *ret_facts, struct err *err);

/* Appends the text, in the catalogue in use: lines that end in a newline. */
void minutes_facts_write(const struct minutes_facts *facts, struct buf *text);

/* Both, in that language whatever the screen's is. ERR_MISSING. */
bool minutes_draft_text(struct session *session, const char *meeting,
    const struct language *language, struct buf *ret_text, struct err *err);

#endif
