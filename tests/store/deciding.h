/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/deciding.h -- a file for tests of what meetings decide
 *
 * An Assembly that is open, one to come, a Working Committee; two members, an
 * observer and a government that is nothing yet; two votes, one carried.
 */
#ifndef STORE_DECIDING_H
#define STORE_DECIDING_H

#include <stdbool.h>

#include "base/record.h"

struct buf;
struct err;
struct session;

struct office {
	void *scratch;
	struct session *session;
};

int deciding_set_up(void **state);
/* Whatever a test did, every rule holds afterwards. */
int deciding_tear_down(void **state);

/* Pairs of key and value, closed by NULL: into the decision, or what its effect needs. told may be NULL. */
bool deciding_decide(struct session *session, const char *meeting, const char *const *pair,
    struct buf *told, struct err *err);

#define DECIDE(meeting, ...) \
	deciding_decide(office->session, meeting, (const char *const[]){ __VA_ARGS__, NULL }, NULL, &err)

bool deciding_apply(struct session *session, const char *code, const char *stage, const char *day,
    struct err *err);

/* "" for none. */
void assert_status(struct session *session, const char *government, const char *day,
    const char *wanted);
void assert_text(struct session *session, const struct record_type *type, const char *key,
    const char *field, const char *wanted);

#endif
