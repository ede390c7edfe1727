/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/camt.h -- a statement of the bank as ISO 20022 camt.053
 *
 * Any version of the message is read: only names of elements count, never their
 * namespace. Entries that are only pending are passed over. Of several
 * statements in one file the first is read, and the file is refused, so that
 * none is lost unseen. It is read in the encoding that it declares.
 */
#ifndef EXCHANGE_CAMT_H
#define EXCHANGE_CAMT_H

#include <stdbool.h>
#include <stddef.h>

struct bank_paper;
struct err;

/* Does it look like one? */
bool camt_is_one(const char *bytes, size_t length);

/*
 * Read the bytes. Fills everything of the paper but the account. ERR_INPUT names
 * the line. The caller calls bank_paper_done, also after a failure.
 */
bool camt_read(const char *bytes, size_t length, struct bank_paper *ret_paper, struct err *err);

#endif
