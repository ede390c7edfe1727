/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/journal.h -- the ledger as a plain text journal for other programs
 *
 * Two dialects: one file that hledger and ledger both read, and beancount.
 * Foreign amounts carry their base value as a total price, so that what those
 * programs add up is what the books say, to the unit.
 */
#ifndef EXCHANGE_JOURNAL_H
#define EXCHANGE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct err;
struct session;

enum journal_dialect {
	JOURNAL_HLEDGER,	/* and ledger */
	JOURNAL_BEANCOUNT,
};

/* Every entry that is booked until the session's day, in the order of booking; *ret_entries counts them. */
bool journal_write(struct session *session, enum journal_dialect dialect, struct buf *text,
    size_t *ret_entries, struct err *err);

#endif
