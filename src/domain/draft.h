/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/draft.h -- what was typed and not saved yet, kept through anything
 *
 * A draft is a small file in the clerk's state folder, not in the base: it can
 * be written when the base is busy, full or read-only. It holds the typed text
 * of each changed field as it stands, right or wrong, with the value it began
 * from, so that taking it up again goes through the lost-update check.
 */
#ifndef DOMAIN_DRAFT_H
#define DOMAIN_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct session;

/* One field that was typed into. */
struct draft_field {
	size_t part;		/* of the sheet */
	char *field;		/* key */
	char *before;		/* what was in the file when the form was opened */
	char *typed;
};

struct draft {
	char *pane;		/* code of the form: "MEM2" */
	char *record;		/* "KR-47"; "" for a new record */
	char *label;		/* how lists name it; shown, never parsed */
	char *at;		/* UTC, when it was kept */
	int64_t lsn;		/* of the sheet */
	struct draft_field *field;
	size_t count;
};

struct draft_list {
	struct draft *item;
	size_t count;
};

void draft_done(struct draft *draft);
void draft_list_done(struct draft_list *list);
void draft_add_field(struct draft *draft, size_t part, const char *field, const char *before,
    const char *typed);

/*
 * Write it whole or not at all: temporary file, fsync, rename. One draft for
 * each pane and record of this clerk and this file; at is set here.
 */
bool draft_keep(const struct session *session, struct draft *draft, struct err *err);

/* *ret_found tells whether there is one. A file that cannot be read is none. */
bool draft_find(const struct session *session, const char *pane, const char *record,
    struct draft *ret_draft, bool *ret_found, struct err *err);

/* All of this clerk for this file, newest first. */
bool draft_list(const struct session *session, struct draft_list *ret_list, struct err *err);

/* Fine when there is none. */
bool draft_drop(const struct session *session, const char *pane, const char *record,
    struct err *err);

#endif
