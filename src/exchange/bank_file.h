/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/bank_file.h -- a file of the bank, whatever it is: camt.053 or CSV
 */
#ifndef EXCHANGE_BANK_FILE_H
#define EXCHANGE_BANK_FILE_H

#include <stdbool.h>

struct bank_encodings;
struct bank_paper;
struct err;
struct session;

/*
 * Read it. account: code of ours, NULL where a format says it; format: name of a
 * bank format, NULL for none. The caller calls bank_paper_done, whatever is
 * returned. ERR_USAGE with the field "format" or "account" when that is what is
 * missing; ERR_INPUT with the field "encoding" when the file is in another one than
 * the format says, and bank_file_encodings knows which it may be.
 */
bool bank_file_read(struct session *session, const char *path, const char *account,
    const char *format, struct bank_paper *paper, struct err *err);

/* See bank_encodings_find. The caller calls bank_encodings_done. */
bool bank_file_encodings(struct session *session, const char *path, const char *format,
    struct bank_encodings *ret_list, struct err *err);

#endif
