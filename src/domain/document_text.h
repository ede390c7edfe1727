/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/document_text.h -- the words of a document in one language
 *
 * A text is missing, or it has words in one of four states. It may be missing
 * and have a title: that is often all that is known. Words that were checked
 * and then changed are to be checked again; authentic ones do not change.
 */
#ifndef DOMAIN_DOCUMENT_TEXT_H
#define DOMAIN_DOCUMENT_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct document_text {
	char *document;	/* its key */
	char *language;	/* a column: "ko" */
	char *title;	/* "" where none is known */
	char *text;	/* the words; "" while they are missing */
	char *state;	/* missing draft translated checked authentic */
	char *note;
};

extern const struct record_type document_text_type;

struct err;
struct session;

/*
 * The six texts of a document, in the order of languages[]; those without a
 * row are there as missing ones. ERR_MISSING: there is no such document.
 */
bool document_text_list(struct session *session, const char *document,
    struct row_list *ret_list, struct err *err);

/* What is to become of a text; NULL leaves it as it is. */
struct document_text_change {
	const char *title, *text, *state, *note;
};

/*
 * Words for a missing text make it a draft, no words make it missing, and other
 * words for a checked one a translation that waits to be checked; a state that
 * is given goes before. Makes the row where there is none.
 */
bool document_text_set(struct session *session, const char *document, const char *language,
    const struct document_text_change *change, int64_t *ret_number, struct err *err);

#endif
