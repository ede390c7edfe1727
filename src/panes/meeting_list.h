/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_list.h -- every meeting by key, and those of them that are found
 *
 * Keys and days are read once, and again when the records changed; what is
 * typed into Find only chooses among them.
 */
#ifndef PANES_MEETING_LIST_H
#define PANES_MEETING_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/meeting_keys.h"

struct err;
struct search_index;
struct session;

/* Zeroed is empty. */
struct meeting_list {
	struct meeting_keys keys;
	char *body;			/* whose they are, "" of all; NULL: nothing was read */
	int64_t change;			/* last change of the records that keys know */
	struct search_index *index;	/* that entry counts in; NULL until something was typed */
	uint32_t *entry;		/* in the index, of each key */
	uint32_t *shown;		/* places in keys; NULL: all are shown */
	size_t count;			/* shown */
};

void meeting_list_done(struct meeting_list *list);

/* body "" for all; find "" shows all. On failure it is as it was. */
bool meeting_list_read(struct meeting_list *list, struct session *session, const char *body,
    const char *find, struct err *err);

const char *meeting_list_key(const struct meeting_list *list, size_t row);
const char *meeting_list_begins(const struct meeting_list *list, size_t row);	/* "" not known */

#endif
