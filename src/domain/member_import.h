/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/member_import.h -- one row of members.csv becomes three rows of the file
 *
 * A government, its official name and its status. A government that is there
 * already has its contacts and the words of its present name brought up to
 * date; its status is changed by decision only, so a row that says another
 * status than the file is refused.
 */
#ifndef DOMAIN_MEMBER_IMPORT_H
#define DOMAIN_MEMBER_IMPORT_H

#include <stdbool.h>

struct err;
struct member;
struct session;

/* Inside a change set. rank 0 is the next in the order of protocol. */
bool member_import_in_set(struct session *session, const struct member *member,
    bool *ret_is_new, bool *ret_changed, struct err *err);

#endif
