/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/document.h -- a declaration, a version of the Charter or an agreed text; its words are parallel texts
 *
 * A declaration, a version of the Charter, an agreed text.
 */
#ifndef DOMAIN_DOCUMENT_H
#define DOMAIN_DOCUMENT_H

#include "base/record.h"

struct document {
	char *key;	/* capital letters, digits and hyphens */
	char *kind;	/* declaration charter agreed */
	char *day;	/* the day it was adopted */
	char *decision;	/* the decision that adopted it */
	char *original;	/* the language it was written in */
	char *note;
};

extern const struct record_type document_type;

#endif
