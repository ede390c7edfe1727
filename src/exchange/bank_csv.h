/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/bank_csv.h -- a statement of the bank as CSV, by a mapping of its columns
 */
#ifndef EXCHANGE_BANK_CSV_H
#define EXCHANGE_BANK_CSV_H

#include <stdbool.h>
#include <stddef.h>

struct bank_format;
struct bank_paper;
struct err;

/* Do the heads stand in it that the format names? text as for bank_csv_read. */
bool bank_csv_has_heads(const struct bank_format *format, const char *text, size_t length);

/*
 * text is UTF-8, or has a byte order mark: what bank_encoding_read made of the file.
 * currency is that of the account. Rows without an amount are passed over (sums,
 * blank lines). ERR_INPUT names the line and what is wrong in it. The caller
 * calls bank_paper_done, also after a failure.
 */
bool bank_csv_read(const struct bank_format *format, const char *currency, const char *text,
    size_t length, struct bank_paper *ret_paper, struct err *err);

#endif
