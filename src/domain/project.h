/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/project.h -- a project of a body; its number is body and number: ENV/3
 *
 * A project of a sub-committee.
 */
#ifndef DOMAIN_PROJECT_H
#define DOMAIN_PROJECT_H

#include "base/record.h"

struct project {
	char *body;	/* its key */
	int64_t no;	/* in the body, from 1 */
	char *title_en, *title_zh, *title_ja, *title_ko, *title_ru, *title_mn;
	char *proposer;	/* the government that proposed it; NULL */
	char *year;	/* the year it was proposed for */
	char *lead;	/* the government that leads it; NULL */
	char *state;	/* proposed approved running finished dropped */
	char *decision;	/* the decision that approved it, or empty */
	char *result;	/* what came of it */
	char *note;
};

extern const struct record_type project_type;

#endif
