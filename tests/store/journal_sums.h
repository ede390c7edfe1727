/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store/journal_sums.h -- adds up an exported journal, as another program would */
#ifndef STORE_JOURNAL_SUMS_H
#define STORE_JOURNAL_SUMS_H

struct session;

/*
 * In both dialects every entry balances in the base currency, and each account
 * adds up to what the trial balance of the session's day says, in both columns.
 */
void assert_journals_agree(struct session *session);

#endif
