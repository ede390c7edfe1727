/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/admission_entry.h -- who is on the way into the association, on one day
 *
 * A line is an open application with its stage, or an observer without one: the
 * pipeline shows both. Of a closed application the last line is shown where all
 * are asked for.
 */
#ifndef DOMAIN_ADMISSION_ENTRY_H
#define DOMAIN_ADMISSION_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/row.h"

struct buf;
struct err;
struct session;

struct admission_entry {
	char *government;	/* its code */
	char *name, *own_name;	/* in the screen's language and its own, never empty */
	char *status;		/* on the day; "" none */
	char *stage;		/* a word of application_stages; "observer" without an application */
	char *since;		/* partial day of the stage; "" not known */
	int64_t missing;	/* items of the dossier that have not come */
	char *sought;		/* member observer associate; "" without an application */
	char *meeting;		/* on whose agenda it is, "" */
	char *item;		/* id of the item there, "" */
	char *decision;		/* of the last step, "" */
	char *note;		/* of the application */
	char *id;		/* ULID of the application; "" of an observer without one */
};

extern const struct record_type admission_entry_type;

enum admission_part {
	ADMISSION_OPEN,		/* open applications */
	ADMISSION_WAITING,	/* those, and observers without one */
	ADMISSION_ALL,		/* those, and what was decided or withdrawn */
};

/* Furthest on first, observers after them by rank. The caller calls row_list_done. */
bool admission_list(struct session *session, enum admission_part part,
    struct row_list *ret_list, struct err *err);

/* How many applications are open on the day, and how many observers there are. */
struct admission_count {
	size_t open, observers;
};
bool admission_count(struct session *session, struct admission_count *ret_count,
    struct err *err);

/* The session to come of a body that decides on admission: owned, NULL when none is planned. */
bool admission_meeting(struct session *session, char **ret_key, struct err *err);

/*
 * Said beforehand: which body decides by the rule of the day it will meet, or of
 * the session's day, and what "admitted" will do. Sentences, a line each.
 */
bool admission_foresee(struct session *session, const struct admission_entry *entry,
    struct buf *ret_competent, struct buf *ret_will, struct err *err);

#endif
