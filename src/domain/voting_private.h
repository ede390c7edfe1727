/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/voting_private.h -- between voting.c, which opens and closes, and its
 * ballots and sheets
 */
#ifndef DOMAIN_VOTING_PRIVATE_H
#define DOMAIN_VOTING_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/row.h"

struct ballot;
struct err;
struct session;
struct vote;

/* The vote that is open, to be changed; refused with what is the matter. */
bool voting_get_open(struct session *session, const char *meeting, struct vote *ret_vote,
    struct err *err);

/* Rows of roll or ballot of one vote. The caller calls row_list_done. */
bool voting_rows(struct session *session, const struct record_type *type, const char *meeting,
    int64_t no, struct row_list *ret_rows, struct err *err);

/* Inside a change set: a ballot of the vote, now. cast_by and manner may be NULL. */
bool voting_insert_ballot(struct session *session, const struct vote *vote,
    const char *government, const char *choice, const char *manner, const char *cast_by,
    struct err *err);

#endif
