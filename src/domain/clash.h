/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/clash.h -- what a meeting is in the way of: to warn of, never to bar
 *
 * Two meetings clash when a sitting of one and a sitting of the other are at one
 * time (whole days of a meeting that has no sittings yet) and they share a room,
 * the host, a government that is coming to both, or a clerk who serves both. A
 * meeting by itself is warned of on a holiday of the host's country and of
 * sittings outside its days. Times are compared as instants, kept in the derived
 * table meeting_span: a question looks back by the longest span and no further.
 */
#ifndef DOMAIN_CLASH_H
#define DOMAIN_CLASH_H

#include <stdbool.h>

#include "base/record.h"
#include "domain/row.h"

struct buf;
struct err;
struct session;

struct clash {
	char *meeting;	/* its key */
	char *kind;	/* room host delegation staff holiday outside */
	char *other;	/* the other meeting; "" for holiday and outside */
	char *day;	/* whole day in the zone of the meeting */
	char *starts;	/* wall time it begins there; "" all day */
	char *names;	/* the room, the governments or clerks in both, the holiday */
};
extern const struct record_type clash_type;

/* Of one meeting, by day and time. ERR_MISSING. */
bool clash_list(struct session *session, const char *meeting, struct row_list *ret_list,
    struct err *err);

/* Of every meeting that goes on after the session's day; a pair comes once. */
bool clash_list_all(struct session *session, struct row_list *ret_list, struct err *err);

/* Appends one sentence in the language of the screen. */
void clash_say(const struct clash *clash, struct buf *text);

#endif
