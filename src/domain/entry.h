/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/entry.h -- an entry of the ledger
 *
 * It never changes: a mistake is reversed, once. It is written after its
 * postings, which it checks: one that is there is whole, and a change set with
 * postings of an entry that never came cannot be committed.
 */
#ifndef DOMAIN_ENTRY_H
#define DOMAIN_ENTRY_H

#include "base/record.h"

struct entry {
	char *number;	/* E-2017-0001 */
	char *year;	/* the fiscal year */
	char *mark;	/* "" for the office, "V1" for a venue */
	int64_t no;	/* in its series: kind, year and mark; from 1 without a hole */
	char *booked;	/* whole day, in an open year, never before that of the number before */
	char *value;	/* whole day of the bank */
	char *kind;	/* manual invoice receipt allocation refund credit-note reversal closing */
	char *words;	/* what happened, in words */
	char *government;	/* the government it is about; NULL */
	char *reverses;	/* the entry it reverses; NULL */
	char *approved;	/* the decision or the second person it rests on */
};

extern const struct record_type entry_type;

/*
 * SQL: the last entry of the office in a year. Days never go backwards along the
 * numbers, so the index of days tells; without the sign SQLite would sort the year.
 */
#define ENTRY_LAST_OF(year) \
	" FROM entry WHERE year = " year " AND +mark = '' ORDER BY booked DESC, mark DESC, no DESC LIMIT 1"

struct err;
struct session;

/* How many a fiscal year has. */
bool entry_count(struct session *session, const char *year, int64_t *ret_count, struct err *err);
extern const struct choice entry_kinds[];

#endif
