/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/meeting_keys.h -- all meetings in order, by key and first day alone
 *
 * What a list of very many needs to know of each; the few in view are read
 * whole, see meeting_days_add.
 */
#ifndef DOMAIN_MEETING_KEYS_H
#define DOMAIN_MEETING_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct err;
struct session;

/* Zeroed is empty. */
struct meeting_keys {
	struct buf texts;	/* key and first day of each, a NUL after either */
	uint32_t *at;		/* where they begin */
	size_t count, room;
};

/*
 * The meetings of a body (NULL: of all), cancelled ones too, by first day;
 * those without one come last. The caller calls meeting_keys_done.
 */
bool meeting_keys_list(struct session *session, const char *body, struct meeting_keys *ret_keys,
    struct err *err);
void meeting_keys_done(struct meeting_keys *keys);

const char *meeting_keys_key(const struct meeting_keys *keys, size_t i);
const char *meeting_keys_begins(const struct meeting_keys *keys, size_t i);	/* "" not known */

#endif
