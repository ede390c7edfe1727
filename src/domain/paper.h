/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/paper.h -- a paper of a meeting: where it is kept, and in which languages
 *
 * The paper itself lies elsewhere. Its state is said for each language apart: it
 * is ready in one while it is awaited in another; "" where none is wanted.
 */
#ifndef DOMAIN_PAPER_H
#define DOMAIN_PAPER_H

#include "base/record.h"

struct paper {
	char *id;	/* ULID */
	char *meeting;	/* its key */
	char *item;	/* the agenda item, an id; NULL: of the whole meeting */
	char *number;	/* as printed on it */
	char *kind;	/* accounts report; "" any other */
	char *title;	/* in the language it was written in */
	char *location;	/* a file or a web address */
	char *received;	/* the day it came; NULL: not yet */
	char *state_en, *state_zh, *state_ja, *state_ko, *state_ru, *state_mn;
	char *note;
};

extern const struct record_type paper_type;

#endif
