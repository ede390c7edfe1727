/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/minutes.h -- the minutes of a meeting, in one or more languages
 *
 * Drafted from the records (domain/minutes_draft.h), then edited by a person,
 * then adopted: from that day nothing of them changes, and no undo reaches them.
 * Beside the text stands the draft it began as. By it one knows whether anybody
 * edited the text: a new draft never replaces an edited one unasked.
 */
#ifndef DOMAIN_MINUTES_H
#define DOMAIN_MINUTES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct minutes {
	char *meeting;	/* its key */
	char *language;	/* a column: "ko" */
	char *text;
	char *drafted;	/* the text as it was last made from the records */
	char *adopted;	/* the day; NULL while it is a draft */
	char *note;
};

extern const struct record_type minutes_type;

struct err;
struct language;
struct session;

/* Has somebody edited the text since it was drafted? */
bool minutes_is_edited(const struct minutes *minutes);
bool minutes_is_adopted(const struct minutes *minutes);

/*
 * Draft, or draft again, in that language. Refused: they are adopted; they were
 * edited and over_edits is false. *ret_number (may be NULL) is 0 when the
 * records say what they said before.
 */
bool minutes_draft(struct session *session, const char *meeting, const struct language *language,
    bool over_edits, int64_t *ret_number, struct err *err);

/* Another text, as a person wrote it. ERR_MISSING: nothing was drafted yet. */
bool minutes_edit(struct session *session, const char *meeting, const struct language *language,
    const char *text, int64_t *ret_number, struct err *err);

/*
 * Adopt those in that language, or all there are (NULL), on a whole day. Refused
 * unless the meeting is closed, and where nothing was drafted.
 */
bool minutes_adopt(struct session *session, const char *meeting, const struct language *language,
    const char *day, int64_t *ret_number, struct err *err);

#endif
