/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/credit_note.h -- what lessens an issued invoice without money
 *
 * A credit note, a waiver or a write-off; the latter two name the decision or
 * the second person they rest on.
 */
#ifndef DOMAIN_CREDIT_NOTE_H
#define DOMAIN_CREDIT_NOTE_H

#include "base/record.h"

struct credit_note {
	char *number;	/* C-2017-0001 */
	char *year;	/* the fiscal year */
	char *mark;	/* "" for the office, "V1" for a venue */
	int64_t no;	/* in its series: kind, year and mark; from 1 without a hole */
	char *booked;	/* whole day, in an open year, never before that of the number before */
	char *kind;	/* credit waiver write-off */
	char *invoice;	/* its id */
	int64_t amount;	/* minor units of the currency of the invoice */
	int64_t base;	/* what it takes off the base value of what is owed */
	char *reason;	/* in words */
	char *approved;	/* the decision or the second person it rests on */
	char *entry;	/* the entry that posts it */
};

extern const struct record_type credit_note_type;

struct err;
struct session;

/* What a clerk says; all borrowed. */
struct credit_note_order {
	const char *invoice;	/* its number: "2017-0001" */
	const char *amount;	/* in the currency of the invoice, as money_parse reads it; "all" */
	const char *kind;	/* credit waiver write-off */
	const char *reason;
	const char *approved;	/* decision or second person; a waiver and a write-off need it */
	const char *booked;	/* whole day; NULL: today */
};

/*
 * Take an amount off an issued invoice and post it: a credit takes dues income
 * back, a waiver and a write-off are a loss. The caller frees *ret_number. Refused:
 * more than is open, no one who agreed.
 */
bool credit_note_write(struct session *session, const struct credit_note_order *order,
    char **ret_number, int64_t *ret_set, struct err *err);

#endif
