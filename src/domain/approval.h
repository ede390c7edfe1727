/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/approval.h -- who agreed to what one clerk alone may not do
 *
 * A waiver, a write-off, a refund and a rate of one's own name a decision, "GA-8/2",
 * or a second person, in words. A session that the file has not reached yet may be
 * named: money runs ahead of the register.
 */
#ifndef DOMAIN_APPROVAL_H
#define DOMAIN_APPROVAL_H

#include <stdbool.h>

struct err;
struct session;

/*
 * ERR_RULE with missing, a sentence that was translated, where nobody is named; and where
 * it is the clerk himself, or a decision that the register of its session lacks. The
 * error is at the field approved.
 */
bool approval_check(struct session *session, const char *approved, const char *missing,
    struct err *err);

#endif
