/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body_entry.h -- a body as a clerk sees it on one day
 *
 * A view: the body with the name, the texts and the coordinator that hold on
 * the session's day. It is what lists, "body show", the CSV "bodies" and --json
 * speak of. A body that is dissolved by then is among them, with its until.
 */
#ifndef DOMAIN_BODY_ENTRY_H
#define DOMAIN_BODY_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/mapping.h"
#include "domain/row.h"

struct err;
struct session;

struct body_entry {
	char *key, *kind, *parent;
	int64_t number;
	char *since, *until, *decision, *successor, *ended, *note;	/* as in struct body */
	char *name;		/* in the language of the screen, never empty */
	char *holder;		/* government in its leading seat: chair, host, coordinator; "" */
	int64_t depth;		/* in the tree: 0 at the top */
	char *coordinator;	/* government in the first seat of a coordinator; "" */
	char *coordinator_since;	/* partial day its term began; "" not known */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *name_since;	/* first day of this name; "" from the beginning */
	char *unchecked;	/* languages of the name nobody has read yet */
	char *role_en, *role_zh, *role_ja, *role_ko, *role_ru, *role_mn;
	char *purpose_en, *purpose_zh, *purpose_ja, *purpose_ko, *purpose_ru, *purpose_mn;
	char *activities_en, *activities_zh, *activities_ja, *activities_ko, *activities_ru, *activities_mn;
	char *texts_unchecked;	/* languages of the texts nobody has read yet */
};

/* FIELD_LISTED marks the columns of a list; --columns may name any. */
extern const struct record_type body_entry_type;

/* ERR_MISSING: no such body, or not set up yet on that day. */
bool body_entry_get(struct session *session, const char *key, struct body_entry *ret_entry,
    struct err *err);

/*
 * All that were set up by the day, each behind the one it belongs to. The
 * caller calls row_list_done.
 */
bool body_entry_list(struct session *session, struct row_list *ret_list, struct err *err);

/* How the view is made of rows, and taken apart by domain/body_import.c. */
extern const struct mapping body_entry_body_map[], body_entry_name_map[];

/* One text kind and its map; texts_unchecked is common to them. Closed by { 0 }. */
struct body_entry_text {
	const char *text_kind;
	const struct mapping *map;
};
extern const struct body_entry_text body_entry_texts[];

#endif
