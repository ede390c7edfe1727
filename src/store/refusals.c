/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/refusals.h"

#include <stddef.h>
#include <string.h>

#include "base/messages.h"

/* words is NULL where the message says it already. */
struct refusal {
	const char *said;
	const char *words;
};

static const struct refusal refusals[] = {
	/* 0001-log.sql and the generated triggers */
	{ N_("The log only grows: nothing in it is changed or deleted."), NULL },
	{ N_("The key of a record never changes."), NULL },

	/* 0002-directory.sql */
	{ N_("Two name periods of one government overlap: end the earlier one first."), NULL },
	{ N_("Two status periods of one government overlap: end the earlier one first."), NULL },
	{ N_("Two people hold this post at one time: end the earlier holding first."), NULL },
	{ N_("Two periods of one rule overlap: end the earlier one first."), NULL },

	/* 0003-bodies.sql */
	{ N_("Two name periods of one body overlap: end the earlier one first."), NULL },
	{ N_("Two periods of one text of a body overlap: end the earlier one first."), NULL },
	{ N_("Two terms in one seat overlap: end the earlier one first."), NULL },
	{ N_("This body is dissolved by then: it takes no new terms."), NULL },
	{ N_("This body is dissolved by then: it gets no new seats."), NULL },
	{ N_("This seat is given up by then: it takes no new terms."), NULL },
	{ N_("Terms in this body go on after that day: end them first."), NULL },
	{ N_("Terms in this seat go on after that day: end them first."), NULL },
	{ N_("Two persons exercise this office at one time: end the earlier period first."), NULL },
	{ N_("Staff work in the secretariat, in its bureau or in a division of it."), NULL },
	{ N_("This person works there at that time already: end the earlier period first."), NULL },
	{ N_("Two of the staff log in under one name at one time: give one of them another."), NULL },
	{ N_("Somebody answers for this country or body at that time already: end that portfolio first."), NULL },

	/* 0004-meetings.sql */
	{ N_("This body is dissolved by then: it holds no new meetings."), NULL },
	{ N_("Decisions of a meeting are numbered 1, 2, 3 and so on: this number leaves a hole, or is taken."), NULL },
	{ N_("A later decision of this meeting has the number after it: undo that one first."), NULL },
	{ N_("What a decision changed would not follow: its kind, what it is about, its day and its vote stay. Undo it, or take a further one."), NULL },
	{ N_("A decision was taken under this item: the item stays."), NULL },
	{ N_("This government has an open application already: go on with that one."), NULL },

	/* 0005-plenary.sql */
	{ N_("A proxy is never passed on: who holds one gives none."), NULL },
	{ N_("This delegation has a head already: give that person another role first."), NULL },
	{ N_("The log of presence only grows: enter the opposite instead."), NULL },
	{ N_("A vote keeps the motion and the rules it was opened with."), NULL },
	{ N_("A vote is open in this meeting: close it first."), NULL },
	{ N_("This vote is closed: nothing of it changes any more."), NULL },
	{ N_("A vote is never deleted: close it, and take another one."), NULL },
	{ N_("The roll of a vote is frozen: it never changes."), NULL },
	{ N_("This government may not vote in this vote."), NULL },
	{ N_("A ballot is cast by the government itself, or by the holder of its proxy on the roll."), NULL },
	{ N_("A ballot is never deleted."), NULL },

	/* 0006-texts.sql */
	{ N_("These minutes are adopted: they are frozen."), NULL },

	/* 0008-guards.sql */
	{ N_("A fiscal year begins open."), NULL },
	{ N_("Two fiscal years overlap."), NULL },
	{ N_("A closed fiscal year stays closed."), NULL },
	{ N_("The days of a fiscal year with entries stay as they are."), NULL },
	{ N_("A fiscal year is never deleted."), NULL },
	{ N_("An account with postings keeps its kind, purpose and currency."), NULL },
	{ N_("Numbers of entries go up one by one."), NULL },
	{ N_("The days of entries never go backwards along their numbers."), NULL },
	{ N_("This fiscal year is not open: nothing can be dated in it."), NULL },
	{ N_("Only an entry that is no reversal itself can be reversed."), NULL },
	{ N_("An issued invoice is taken back by a credit note, not by a reversal."), NULL },
	{ N_("An entry that uses a credit is taken back by its allocation, not by a reversal."), NULL },
	{ N_("What is owed changes by invoices, payments and credit notes alone."), NULL },
	{ N_("A receipt is reversed with all that it pays."), NULL },
	{ N_("A posted entry never changes: reverse it."), NULL },
	{ N_("An entry has two lines at least."), NULL },
	{ N_("The lines of an entry do not sum to nothing in the base currency."), NULL },
	{ N_("A reversal has the lines of its entry with opposite signs."), NULL },
	{ N_("A posted entry is never deleted: reverse it."), NULL },
	{ N_("A posted entry takes no more lines."), NULL },
	{ N_("A line has the day of its entry."), NULL },
	{ N_("This account is closed: nothing is posted to it."), NULL },
	{ N_("A line on what is owed names the government, and no other line does."), NULL },
	{ N_("On an account in the base currency both sums are the same."), NULL },
	{ N_("The amount of a line and its base value have opposite signs."), NULL },
	{ N_("A line says something."), NULL },
	{ N_("A line that was posted never changes: reverse its entry."), NULL },
	{ N_("A line that was posted is never deleted: reverse its entry."), NULL },
	{ N_("An invoice begins as a draft."), NULL },
	{ N_("An issued invoice never changes: write a credit note."), NULL },
	{ N_("Numbers of invoices go up one by one."), NULL },
	{ N_("The days of invoices never go backwards along their numbers."), NULL },
	{ N_("The total of an invoice is the sum of its lines."), NULL },
	{ N_("An invoice is issued with the entry that posts its total on what is owed."), NULL },
	{ N_("An issued invoice is never deleted: write a credit note."), NULL },
	{ N_("The lines of an issued invoice stay as they are."), NULL },
	{ N_("Numbers of credit notes go up one by one."), NULL },
	{ N_("The days of credit notes never go backwards along their numbers."), NULL },
	{ N_("Only an issued invoice can be lessened."), NULL },
	{ N_("This is more than is open on the invoice."), NULL },
	{ N_("A credit note is written with the entry that posts it."), NULL },
	{ N_("A credit note never changes."), NULL },
	{ N_("A credit note is never deleted."), NULL },
	{ N_("Numbers of receipts go up one by one."), NULL },
	{ N_("The days of receipts never go backwards along their numbers."), NULL },
	{ N_("A receipt is written with the entry that posts it."), NULL },
	{ N_("This bank line is used already."), NULL },
	{ N_("A receipt never changes: reverse its entry."), NULL },
	{ N_("A receipt is never deleted: reverse its entry."), NULL },
	{ N_("The payer of this receipt is known already."), NULL },
	{ N_("This receipt was reversed: nothing is done with it any more."), NULL },
	{ N_("A payer is named with the entry that posts it."), NULL },
	{ N_("The payer of a receipt is named once."), NULL },
	{ N_("An allocation is undone by its opposite, once."), NULL },
	{ N_("This is more than is left of the money that came in."), NULL },
	{ N_("Only an issued invoice can be paid."), NULL },
	{ N_("The receipt and the invoice are of two governments."), NULL },
	{ N_("An allocation is written with the entry that posts it."), NULL },
	{ N_("An allocation never changes: undo it by its opposite."), NULL },
	{ N_("An allocation is never deleted: undo it by its opposite."), NULL },
	{ N_("This batch is posted: it stays as it is."), NULL },
	{ N_("This statement is reconciled: it stays as it is."), NULL },
	{ N_("This reminder is sent: it stays as it is."), NULL },
	{ N_("This budget is approved: make a new version of it."), NULL },

	/* 0010-bills.sql */
	{ N_("Dues rest on a rule, and any other bill names an income account."), NULL },
	{ N_("Dues are posted as dues, and any other bill to the income account it names."), NULL },
	{ N_("A credit note is taken back by its opposite, once."), NULL },
	{ N_("A credit note is taken back with the entry that reverses its own."), NULL },
	{ N_("The entry of a credit note is reversed with the credit note."), NULL },
	{ N_("These words are authentic: give them another state before you change them."), NULL },
};

const char *
refusal_find(const char *said)
{
	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++)
		if (strcmp(refusals[i].said, said) == 0)
			return refusals[i].words != NULL ? refusals[i].words : refusals[i].said;
	return NULL;
}
