/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/status_change.h -- a government passes from one status to the next
 *
 * The period in force ends on the day on which the next begins, and both stay
 * in the file. A period that would have lasted no day is written over, unless a
 * decision made it.
 */
#ifndef DOMAIN_STATUS_CHANGE_H
#define DOMAIN_STATUS_CHANGE_H

#include <stdbool.h>

struct err;
struct government_status;
struct session;

/* The status of a government on a day, which may be known in part; *ret_found: it has one. */
bool status_on(struct session *session, const char *government, const char *day,
    struct government_status *ret_status, bool *ret_found, struct err *err);

/*
 * Inside a change set: from that day on the government is what status says;
 * NULL: it is nothing any more. decision may be "". ERR_RULE when a period begins on
 * that day or later already.
 */
bool status_change_in_set(struct session *session, const char *government, const char *status,
    const char *day, const char *decision, const char *note, struct err *err);

#endif
