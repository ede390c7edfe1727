/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/change_summary.h -- a change set in half a line
 *
 * "2 fields of RU-KAM", "75 records": what a list of changes, the question
 * before an undo and HOM say of it. A set of very many rows is counted, not
 * read.
 */
#ifndef PANES_CHANGE_SUMMARY_H
#define PANES_CHANGE_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct history_set;
struct session;

/* Zeroed is unknown. */
struct change_summary {
	char *name;		/* whom all of it is about: "RU-KAM"; "" for several */
	char *first_type, *first_key;	/* of the first record changed */
	int64_t fields;		/* changed; 0 where only records were counted */
	int64_t records;
};

/* A set that cannot be read is summed up by its rows. */
void change_summary_read(struct session *session, const struct history_set *set,
    struct change_summary *ret_summary);
void change_summary_done(struct change_summary *summary);

void change_summary_add(const struct change_summary *summary, struct buf *text);

#endif
