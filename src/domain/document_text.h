/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/document_text.h -- the words of a document in one language
 *
 * The words of a document in one language, with the state of the translation.
 */
#ifndef DOMAIN_DOCUMENT_TEXT_H
#define DOMAIN_DOCUMENT_TEXT_H

#include "base/record.h"

struct document_text {
	char *document;	/* its key */
	char *language;	/* of the text */
	char *title;
	char *text;	/* the words */
	char *state;	/* missing draft translated checked authentic */
	char *note;
};

extern const struct record_type document_text_type;

#endif
