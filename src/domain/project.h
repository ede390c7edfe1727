/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/project.h -- what a sub-committee undertakes; its number is body and number: ENV/3
 *
 * Proposed by a government, led by one, approved by a decision. From then on it
 * names that decision, and when it is finished it says what came of it.
 */
#ifndef DOMAIN_PROJECT_H
#define DOMAIN_PROJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct project {
	char *body;	/* its key */
	int64_t no;	/* in the body, from 1 */
	char *title_en, *title_zh, *title_ja, *title_ko, *title_ru, *title_mn;
	char *proposer;	/* the government that proposed it; NULL */
	char *year;	/* it is for, partial day; "" not known */
	char *lead;	/* the government that leads it; NULL */
	char *state;	/* proposed approved running finished dropped */
	char *decision;	/* that approved it: "WC-7/2"; "" while it is proposed */
	char *result;	/* what came of it */
	char *note;
};

extern const struct record_type project_type;

struct buf;
struct err;
struct session;

/* A project with its title in the language of the screen. */
struct project_entry {
	char *body;
	int64_t no;
	char *title;		/* never empty */
	char *year, *state;
	char *proposer, *lead;	/* "" none */
	char *decision, *result, *note;
};
extern const struct record_type project_entry_type;

/* By body and number; of one body, or of all (NULL). */
bool project_entry_list(struct session *session, const char *body, struct row_list *ret_list,
    struct err *err);

/* Appends the title in the language of the screen, else the next best. */
void project_title(const struct project *project, struct buf *ret_title);

/* The number after the last one of a body. */
bool project_next(struct session *session, const char *body, int64_t *ret_no, struct err *err);

#endif
