/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/credit_note.h -- what lessens an issued invoice without money
 *
 * A credit note, a waiver or a write-off; the latter two name the decision or
 * the second person they rest on. One that was wrong is taken back by its
 * opposite, a row of the same series.
 */
#ifndef DOMAIN_CREDIT_NOTE_H
#define DOMAIN_CREDIT_NOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct credit_note {
	char *number;	/* C-2017-0001 */
	char *year;	/* the fiscal year */
	char *mark;	/* "" for the office, "V1" for a venue */
	int64_t no;	/* in its series: kind, year and mark; from 1 without a hole */
	char *booked;	/* whole day, in an open year, never before that of the number before */
	char *kind;	/* credit waiver write-off */
	char *invoice;	/* its id */
	int64_t amount;	/* minor units of the currency of the invoice; negative in the opposite row */
	int64_t base;	/* what it takes off the base value of what is owed */
	char *reason;	/* in words */
	char *approved;	/* the decision or the second person it rests on */
	char *entry;	/* the entry that posts it */
	char *undoes;	/* the credit note this is the opposite of; NULL */
};

extern const struct choice credit_note_kinds[];	/* credit waiver write-off */
extern const struct record_type credit_note_type;

struct entry;
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
 * Take an amount off an issued invoice and post it: a credit takes the income
 * back, a waiver and a write-off are a loss. The caller frees *ret_number. Refused:
 * more than is open, no one who agreed.
 */
bool credit_note_write(struct session *session, const struct credit_note_order *order,
    char **ret_number, int64_t *ret_set, struct err *err);

/*
 * Take a credit note back, once, today: its entry is reversed, its opposite gets
 * the next number of the series, the invoice is open again with that sum. The
 * caller frees *ret_number, that of the opposite.
 */
bool credit_note_retract(struct session *session, const char *number, const char *reason,
    char **ret_number, int64_t *ret_set, struct err *err);

/*
 * Inside a change set, after the lines of the reversal and before its entry: the
 * opposites of what the reversed entry posted.
 */
bool credit_note_follow_reversal_in_set(struct session *session, const struct entry *reversal,
    struct err *err);

/* A credit note in a list. */
struct credit_note_line {
	char *number;
	char *booked;		/* whole day */
	char *kind;		/* credit waiver write-off */
	char *invoice;		/* number of the invoice */
	char *government, *name;	/* code; name in the language of the screen */
	char *currency;
	int64_t amount;		/* minor units; negative where it takes another one back */
	char *reason;
	char *approved;
	char *state;		/* stands, back (taken back), opposite (takes another one back) */
	char *other;		/* the number of the one that takes it back, or that it takes back; "" */
	char *entry;
};
extern const struct record_type credit_note_line_type;

/* Those of a fiscal year, newest first. The caller calls row_list_done. */
bool credit_note_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

#endif
