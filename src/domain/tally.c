/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/tally.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/ballot.h"
#include "domain/roll.h"
#include "domain/standing.h"
#include "domain/vote.h"

/* The place of a word among the choices of a field; those of the enums. */
static int
index_of(const struct choice *choices, const char *word)
{
	int index = 0;

	while (choices[index].word != NULL && strcmp(choices[index].word, word) != 0)
		index++;
	return index;
}

static void
count_roll(const struct row_list *rolls, struct tally *tally)
{
	for (size_t i = 0; i < rolls->count; i++) {
		const struct roll *roll = row_at(rolls, i);

		tally->entitled += roll->entitled;
		if (!standing_counts(roll->reason))
			continue;
		tally->quorum.counted++;
		tally->quorum.present += roll->present || roll->proxy != NULL;
		tally->quorum.by_proxy += roll->proxy != NULL;
	}
}

static void
count_ballots(const struct row_list *ballots, struct tally *tally)
{
	for (size_t i = 0; i < ballots->count; i++) {
		const struct ballot *ballot = row_at(ballots, i);
		int choice = index_of(ballot_choices, ballot->choice);
		int manner = index_of(ballot_manners, ballot->manner);

		if (choice >= TALLY_CHOICES || manner >= TALLY_MANNERS)
			continue;
		tally->by[manner][choice]++;
		tally->sum[choice]++;
	}
}

bool
tally_count(const struct vote *vote, const struct row_list *rolls,
    const struct row_list *ballots, struct tally *ret_tally, struct err *err)
{
	struct part quorum, majority;
	struct tally tally = { 0 };

	if (!part_read(vote->quorum, "quorum.part", &quorum, err) ||
	    !part_read(vote->majority, "majority.part", &majority, err))
		return false;
	count_roll(rolls, &tally);
	count_ballots(ballots, &tally);
	tally.to_call = tally.entitled - (int64_t)ballots->count;
	tally.quorum.needed = quorum_needed(&quorum, tally.quorum.counted);
	tally.result = !quorum_holds(&tally.quorum) ? "no-quorum" :
	    majority_reached(&majority, tally.sum[TALLY_YES], tally.sum[TALLY_NO]) ?
	    "carried" : "lost";
	*ret_tally = tally;
	return true;
}

void
tally_say(const struct tally *tally, struct buf *ret_line)
{
	const int64_t *sum = tally->sum;

	buf_addf(ret_line,
	    _("yes %lld, no %lld, abstain %lld, not voting %lld, to call %lld: %lld of %lld"),
	    (long long)sum[TALLY_YES], (long long)sum[TALLY_NO], (long long)sum[TALLY_ABSTAIN],
	    (long long)sum[TALLY_NOT_VOTING], (long long)tally->to_call,
	    (long long)(tally->entitled - tally->to_call), (long long)tally->entitled);
}

void
tally_say_apart(const struct tally *tally, struct buf *ret_line)
{
	const int64_t *floor = tally->by[TALLY_FLOOR], *written = tally->by[TALLY_WRITTEN];
	int64_t on_paper = 0;

	for (int i = 0; i < TALLY_CHOICES; i++)
		on_paper += written[i];
	if (on_paper == 0)
		return;
	buf_addf(ret_line,
	    _("on the floor: yes %lld, no %lld, abstain %lld; written: yes %lld, no %lld, abstain %lld"),
	    (long long)floor[TALLY_YES], (long long)floor[TALLY_NO],
	    (long long)floor[TALLY_ABSTAIN], (long long)written[TALLY_YES],
	    (long long)written[TALLY_NO], (long long)written[TALLY_ABSTAIN]);
}
