/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/proxy.h -- one government votes for another
 *
 * A proxy may be given long before the day; it counts only while its giver is
 * out of the hall and its holder is in and may vote. It is never passed on: who
 * holds one gives none, and the other way round.
 */
#ifndef DOMAIN_PROXY_H
#define DOMAIN_PROXY_H

#include <stdbool.h>
#include <stdint.h>

struct err;
struct session;

/* From now on holder votes for giver. Both are delegations of the meeting, and members. */
bool proxy_give(struct session *session, const char *meeting, const char *giver,
    const char *holder, int64_t *ret_number, struct err *err);

/* ERR_MISSING when it gave none. */
bool proxy_take_back(struct session *session, const char *meeting, const char *giver,
    int64_t *ret_number, struct err *err);

#endif
