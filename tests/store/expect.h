/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store/expect.h -- what tests of the domain expect of a call and of a file. */
#ifndef STORE_EXPECT_H
#define STORE_EXPECT_H

#include <stdbool.h>

struct err;
struct session;

/* The test fails with the words of err when the call did. */
void must(bool ok, const struct err *err);

/* Every rule of domain/verify.h holds; each breach is printed. */
void assert_verified(struct session *session);

/* verify finds this, among whatever else. */
void assert_fault(struct session *session, const char *wanted);

#endif
