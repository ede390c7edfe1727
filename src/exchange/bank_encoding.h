/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/bank_encoding.h -- the encoding a bank writes its CSV in
 *
 * It stands in the bank format and is never guessed: in a wrong one sums come out
 * right and only names are garbled, which nobody would notice. Where a file is
 * not what the format says, those in which it can be read are told, each with
 * some words of it, and a person says which it is.
 */
#ifndef EXCHANGE_BANK_ENCODING_H
#define EXCHANGE_BANK_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

struct bank_format;
struct buf;
struct err;

/* An encoding in which a file can be read. */
struct bank_encoding {
	const char *name;
	char *sample;		/* the first words of it that are not ASCII, read so; safe to show */
	bool has_heads;		/* the heads that the format names stand in it */
};

enum { BANK_ENCODINGS = 5 };

struct bank_encodings {
	struct bank_encoding item[BANK_ENCODINGS];
	size_t count;
};

/*
 * Those that can be it: where the heads stand in some, these alone; the one of the
 * country of the currency comes first. Release with bank_encodings_done.
 */
void bank_encodings_find(const struct bank_format *format, const char *currency,
    const char *bytes, size_t length, struct bank_encodings *ret_list);
void bank_encodings_done(struct bank_encodings *list);

/*
 * The bytes as UTF-8 for bank_csv_read; a byte order mark is stronger than the
 * format. ERR_INPUT: they are no text in the encoding of the format, with the
 * line, and at "encoding" where bank_encodings_find knows others.
 */
bool bank_encoding_read(const struct bank_format *format, const char *currency,
    const char *bytes, size_t length, struct buf *text, struct err *err);

#endif
