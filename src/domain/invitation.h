/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/invitation.h -- who is invited to a meeting, and what they answer
 *
 * A delegation is made by the invitation. As what a government comes follows
 * from its status on the day of the meeting. Whoever withdraws late withdraws
 * as well: it is told, and never refused.
 */
#ifndef DOMAIN_INVITATION_H
#define DOMAIN_INVITATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"

struct buf;
struct err;
struct meeting;
struct session;

/*
 * Invite every member, associate and observer of the day that is not invited
 * yet; the meeting is convened by it. One change set; *ret_count of them.
 */
bool invitation_send_all(struct session *session, const char *meeting, size_t *ret_count,
    int64_t *ret_number, struct err *err);

/* Invite these. Refused when one is invited already, or is no government. */
bool invitation_send(struct session *session, const char *meeting,
    const char *const *governments, size_t count, int64_t *ret_number, struct err *err);

/*
 * answer: coming, declined, withdrawn, or none to take it back. Whoever is in the
 * hall and withdraws goes out. ret_said (may be NULL) gets a line for each thing
 * to know: that it is late, and whose proxies count no more.
 */
bool invitation_answer(struct session *session, const char *meeting, const char *government,
    const char *answer, struct buf *ret_said, int64_t *ret_number, struct err *err);

/*
 * The last day on which a withdrawal is in time: that for credentials, by rule
 * notice.credentials, else the day before the meeting. "" while its first day
 * is not known to the day.
 */
bool invitation_last_day(struct session *session, const struct meeting *meeting,
    char ret_day[DAY_SIZE], struct err *err);

#endif
