/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/office.h -- posts as a clerk sees them on one day
 *
 * A view over post, person and holding: a post with the name of the one who
 * holds it. Appointing is one act: the holding in course ends on the day the
 * next one begins.
 */
#ifndef DOMAIN_OFFICE_H
#define DOMAIN_OFFICE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

/* A post on the session's day. */
struct office {
	char *government, *code;
	char *name;		/* of the post, in the language of the screen */
	char *holder;		/* name of the person; "" while it is vacant */
	char *since;		/* partial day the holding began; "" not known, or vacant */
	int64_t letters;	/* 1: the government's letters go here */
	char *phone, *email;	/* of the post */
	char *person, *id;	/* ULIDs; person "" while it is vacant */
};
extern const struct record_type office_type;

/* Posts that exist on the day, by rank of government, then code; of one government, or of all (NULL). */
bool office_list(struct session *session, const char *government, struct row_list *ret_list,
    struct err *err);

/* The post of that government and code, whatever its period; the caller frees *ret_id. ERR_MISSING. */
bool office_get_id(struct session *session, const char *government, const char *code,
    char **ret_id, struct err *err);

/*
 * From since on person holds the post. Who held it until then holds it no
 * more. Refused: somebody holds it from that day or later already.
 */
bool office_appoint(struct session *session, const char *post, const char *person,
    const char *since, int64_t *ret_number, struct err *err);

#endif
