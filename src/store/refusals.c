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
