/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test_votes_random.c -- days in the hall at random
 *
 * Governments come in and go out, credentials and proxies change, votes open,
 * ballots fall, slips are mended. Beside it runs a model of a few arrays that
 * knows the rules and no SQL: what the program takes and refuses, and what each
 * vote comes to, is what the model says. At the end of a round the whole file
 * is verified.
 */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "domain/attendance.h"
#include "domain/delegation.h"
#include "domain/proxy.h"
#include "domain/session.h"
#include "domain/vote.h"
#include "domain/voting.h"
#include "rounds.h"
#include "store/expect.h"
#include "store/hall.h"

enum { HOUSES = 10, MEMBERS = 8, STEPS = 400, ROUNDS = 12, NOBODY = -1, NONE = -1 };

/* KR-11 is an observer, KR-12 suspended: the last two of these. */
static const char *const codes[HOUSES] = { "KR-01", "KR-02", "KR-03", "KR-04", "KR-05", "KR-06",
	"KR-07", "KR-08", "KR-11", "KR-12" };
static const char *const choices[] = { "yes", "no", "abstain", "not-voting" };

struct model {
	bool in[HOUSES], accepted[HOUSES];
	int proxy[HOUSES];	/* who votes for it, NOBODY */
	bool open;
	/* Of the vote: */
	bool entitled[HOUSES];
	int caster[HOUSES];	/* itself, or the holder */
	int choice[HOUSES];	/* NONE: not yet */
	int64_t there;		/* members in the hall or represented */
};

struct day {
	struct hall *hall;
	struct model model;
};

static unsigned
pick(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static bool
may_vote_itself(const struct model *model, int house)
{
	return house < MEMBERS && model->in[house] && model->accepted[house];
}

static bool
is_represented(const struct model *model, int house)
{
	return house < MEMBERS && !model->in[house] && model->proxy[house] != NOBODY &&
	    may_vote_itself(model, model->proxy[house]);
}

static void
come_or_go(struct day *day, int house)
{
	struct err err = { 0 };
	bool in;

	must(attendance_toggle(day->hall->session, HALL, codes[house], &in, NULL, &err), &err);
	day->model.in[house] = !day->model.in[house];
	assert_int_equal(in, day->model.in[house]);
}

static void
change_credentials(struct day *day, int house, bool accept)
{
	struct err err = { 0 };

	must(delegation_set_credentials(day->hall->session, HALL, &codes[house], 1,
	    accept ? "accepted" : "provisional", NULL, &err), &err);
	day->model.accepted[house] = accept;
}

static bool
may_give(const struct model *model, int giver, int holder)
{
	if (giver == holder || giver >= MEMBERS || holder >= MEMBERS ||
	    model->proxy[holder] != NOBODY)
		return false;
	for (int i = 0; i < HOUSES; i++)
		if (model->proxy[i] == giver)
			return false;
	return true;
}

static void
give_proxy(struct day *day, int giver, int holder)
{
	struct err err = { 0 };
	bool wanted = may_give(&day->model, giver, holder);

	assert_int_equal(proxy_give(day->hall->session, HALL, codes[giver], codes[holder], NULL, &err),
	    wanted);
	if (wanted)
		day->model.proxy[giver] = holder;
}

static void
take_proxy(struct day *day, int giver)
{
	struct err err = { 0 };

	assert_int_equal(proxy_take_back(day->hall->session, HALL, codes[giver], NULL, &err),
	    day->model.proxy[giver] != NOBODY);
	day->model.proxy[giver] = NOBODY;
}

/* The frozen roll of the model. */
static bool
freeze(struct model *model)
{
	bool anybody = false;

	model->there = 0;
	for (int i = 0; i < HOUSES; i++) {
		bool represented = is_represented(model, i);

		model->entitled[i] = may_vote_itself(model, i) ||
		    (represented && model->accepted[i]);
		model->caster[i] = represented ? model->proxy[i] : i;
		model->choice[i] = NONE;
		model->there += i < MEMBERS && (model->in[i] || represented);
		anybody = anybody || model->entitled[i];
	}
	return anybody;
}

static void
open_vote(struct day *day)
{
	struct model frozen = day->model;
	struct err err = { 0 };
	int64_t no;
	bool wanted = !day->model.open && freeze(&frozen);

	assert_int_equal(voting_open(day->hall->session, HALL, "Motion", "roll-call", NULL, &no, &err),
	    wanted);
	if (wanted) {
		day->model = frozen;
		day->model.open = true;
	}
}

static void
cast(struct day *day, int house, int choice, bool written)
{
	struct model *model = &day->model;
	struct voting_ballot ballot = { .government = codes[house], .choice = choices[choice],
		.manner = written ? "written" : "floor" };
	struct err err = { 0 };
	bool wanted = model->open && model->entitled[house] && model->choice[house] == NONE &&
	    (written || choice == TALLY_NOT_VOTING || model->in[model->caster[house]]);

	assert_int_equal(voting_cast(day->hall->session, HALL, &ballot, 1, NULL, &err), wanted);
	if (wanted)
		model->choice[house] = choice;
}

static void
mend(struct day *day, int house, int choice)
{
	struct model *model = &day->model;
	struct voting_ballot ballot = { .government = codes[house], .choice = choices[choice] };
	struct err err = { 0 };
	bool wanted = model->open && model->choice[house] != NONE;

	assert_int_equal(voting_mend(day->hall->session, HALL, &ballot, NULL, &err), wanted);
	if (wanted)
		model->choice[house] = choice;
}

static void
bloc(struct day *day, int choice)
{
	struct model *model = &day->model;
	struct err err = { 0 };

	assert_int_equal(voting_bloc(day->hall->session, HALL, choices[choice], NULL, 0, NULL, &err),
	    model->open);
	for (int i = 0; i < HOUSES && model->open; i++)
		if (model->entitled[i] && model->choice[i] == NONE &&
		    (choice == TALLY_NOT_VOTING || model->in[model->caster[i]]))
			model->choice[i] = choice;
}

/* The result by the model: half of the members is 4, so five are needed. */
static const char *
count(struct model *model, int64_t sums[TALLY_CHOICES])
{
	for (int i = 0; i < HOUSES; i++)
		if (model->entitled[i])
			sums[model->choice[i] == NONE ? TALLY_NOT_VOTING : model->choice[i]]++;
	if (model->there <= MEMBERS / 2)
		return "no-quorum";
	return sums[TALLY_YES] > sums[TALLY_NO] ? "carried" : "lost";
}

static void
close_vote(struct day *day)
{
	int64_t sums[TALLY_CHOICES] = { 0 }, no;
	struct tally tally;
	struct err err = { 0 };
	const char *wanted = count(&day->model, sums);

	assert_int_equal(voting_close(day->hall->session, HALL, &no, &tally, &err), day->model.open);
	if (!day->model.open)
		return;
	day->model.open = false;
	memset(day->model.entitled, 0, sizeof day->model.entitled);
	assert_string_equal(tally.result, wanted);
	assert_int_equal(tally.quorum.present, day->model.there);
	for (int i = 0; i < TALLY_CHOICES; i++)
		assert_int_equal(tally.sum[i], sums[i]);
	assert_int_equal(tally.sum[0] + tally.sum[1] + tally.sum[2] + tally.sum[3], tally.entitled);
}

static void
step(struct day *day, unsigned *seed)
{
	int house = (int)pick(seed, HOUSES), other = (int)pick(seed, HOUSES);
	int choice = (int)pick(seed, TALLY_CHOICES);

	switch (pick(seed, 16)) {
	case 0: case 1: case 2: come_or_go(day, house); break;
	case 3: case 4: change_credentials(day, house, pick(seed, 4) > 0); break;
	case 5: give_proxy(day, house, other); break;
	case 6: take_proxy(day, house); break;
	case 7: case 8: open_vote(day); break;
	case 9: mend(day, house, choice); break;
	case 10: if (pick(seed, 3) == 0) bloc(day, choice); break;
	case 11: close_vote(day); break;
	default: cast(day, house, choice, pick(seed, 4) == 0); break;
	}
}

static void
votes_come_out_as_the_model_says(void **state)
{
	unsigned seed = rounds_seed(), rounds = rounds_count(ROUNDS);

	for (unsigned round = 0; round < rounds; round++) {
		struct day day = { 0 };

		hall_set_up_open(state);
		day.hall = *state;
		for (int i = 0; i < HOUSES; i++) {
			day.model.proxy[i] = NOBODY;
			day.model.choice[i] = NONE;
		}
		for (int i = 0; i < HOUSES; i++) {
			if (pick(&seed, 4) > 0)
				come_or_go(&day, i);
			if (pick(&seed, 4) > 0)
				change_credentials(&day, i, true);
		}
		for (int i = 0; i < STEPS; i++)
			step(&day, &seed);
		assert_verified(day.hall->session);
		hall_tear_down(state);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(votes_come_out_as_the_model_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
