/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/bank.h -- a statement of the bank: what each line of it was
 *
 * A statement is taken as it is written. Every line must be answered: by the
 * receipt of who paid, by an entry made for it (a fee), or by a person who says
 * that it repeats another line. Lines that look alike are payments of their own
 * until then. What the program thinks a line was is a proposal: nothing is
 * posted before a person takes it.
 */
#ifndef DOMAIN_BANK_H
#define DOMAIN_BANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

/* A line as a file says it. Strings owned by the paper. */
struct bank_paper_line {
	char day[DAY_SIZE];	/* whole */
	int64_t amount;		/* minor units; in is positive */
	char *payer, *reference;	/* never NULL */
};

/* A statement as a file says it, of whatever format. */
struct bank_paper {
	char *name;		/* its number, or the file's name */
	char *account;		/* code of ours */
	char *currency;		/* what the file says it is in; NULL: nothing */
	bool has_balances;	/* opening and closing are those of the bank */
	int64_t opening, closing;
	struct bank_paper_line *line;
	size_t count, room;
};

void bank_paper_done(struct bank_paper *paper);
/* payer and reference are copied and made storable; NULL is "". */
void bank_paper_add(struct bank_paper *paper, const char *day, int64_t amount, const char *payer,
    const char *reference);

/*
 * Take it over. Without balances of its own it goes on where the statement
 * before it ended. Refused: no lines, another currency than the account's,
 * balances that its lines do not lead to, a statement that is there already
 * (same account, days and lines). The caller frees *ret_id.
 */
bool bank_take(struct session *session, const struct bank_paper *paper, char **ret_id,
    int64_t *ret_set, struct err *err);

/* The statement of that id, or the latest of that name; the caller frees *ret_id. ERR_MISSING. */
bool bank_find(struct session *session, const char *word, char **ret_id, struct err *err);

/* A line, what it is or may be. */
struct bank_match {
	int64_t no;
	char *day, *currency;
	int64_t amount;		/* minor units */
	char *payer, *reference;
	char *words;		/* where the payer stands: some banks have one column for all words */
	char *state;		/* open, proposed, receipt, entry, same; reversed: an entry that no longer stands, in a closed statement */
	char *government;	/* of the receipt, or proposed; "" */
	char *answer;		/* number of receipt or entry, the line it repeats; proposed: the invoice */
	int64_t alike;		/* other lines of the statement that look the same */
};
extern const struct record_type bank_match_type;

/* ERR_MISSING. The caller calls row_list_done. */
bool bank_match_list(struct session *session, const char *statement, struct row_list *ret_list,
    struct err *err);

/* Post the money of a line: from that government, or "" where nobody knows. The caller frees *ret_receipt. */
bool bank_receive(struct session *session, const char *statement, int64_t no,
    const char *government, char **ret_receipt, int64_t *ret_set, struct err *err);

/* Do the lines take an answer other than a receipt? Refused where the statement is closed, with what to do. */
bool bank_may_post(struct session *session, const char *statement, struct err *err);

/* Post a line that is no payment of dues on that account: a fee, interest. */
bool bank_post(struct session *session, const char *statement, int64_t no, const char *account,
    const char *words, char **ret_entry, int64_t *ret_set, struct err *err);

/* A person says that it repeats another line, with the reason; "" takes that back. */
bool bank_same_as(struct session *session, const char *statement, int64_t no, const char *why,
    int64_t *ret_set, struct err *err);

/* What is not answered yet, minor units: 0 when the statement can be closed. */
bool bank_left(struct session *session, const char *statement, int64_t *ret_left,
    int64_t *ret_lines, struct err *err);

/* Lines of all statements that nothing answers. */
bool bank_count_left(struct session *session, int64_t *ret_lines, struct err *err);

/* Close it: nothing may be left. */
bool bank_reconcile(struct session *session, const char *statement, int64_t *ret_set,
    struct err *err);

#endif
