/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "bench/bench.h"
#include "bench/floors.h"
#include "bench/samples.h"
#include "bench/verdict.h"
#include "domain/clash.h"
#include "domain/session.h"
#include "store/db.h"

enum { MEETINGS = 201, APART = 41 };	/* every 41st session of one body */

static _Noreturn void
give_up(const char *text)
{
	fprintf(stderr, "bench: %s\n", text);
	exit(1);
}

/* Names in the lists of shared governments and clerks: "KR-47, JP-16" are two. */
static long
count_shared(const struct row_list *list)
{
	long shared = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct clash *clash = row_at(list, i);

		if (clash->other[0] == '\0')
			continue;
		shared++;
		for (const char *comma = clash->names; (comma = strchr(comma, ',')) != NULL; comma++)
			shared++;
	}
	return shared;
}

/* What clash_list finds, and how long it takes. */
static long
time_clashes(struct session *session, const char *meeting, struct samples *times)
{
	struct row_list list = { 0 };
	struct err err = { 0 };
	double start = samples_clock_ms();

	if (!clash_list(session, meeting, &list, &err))
		give_up(err.text);
	samples_add(times, samples_clock_ms() - start);
	long shared = count_shared(&list);
	row_list_done(&list);
	return shared;
}

/* Both answer the same meetings in turn, and must find the same. */
int
clashes_of_a_meeting(const struct world *world)
{
	struct err err = { 0 };
	struct db *db = db_open(world->file, DB_READ_WRITE, &err);
	struct samples times = { 0 };
	long found = 0;

	if (db == NULL)
		give_up(err.text);
	struct session *session = session_open(db, "clerk1", "bench");
	struct floor_clashes *floor = floor_clashes_new(world->file);
	for (int i = 0; i < MEETINGS; i++) {
		char meeting[32];

		snprintf(meeting, sizeof meeting, "ENV-%d", 1 + i * APART);
		long shared = time_clashes(session, meeting, &times);
		if (shared != floor_clashes_one(floor, meeting))
			give_up("the clashes of a meeting are not those that raw SQL finds");
		found += shared;
	}
	if (found == 0)
		give_up("no meeting is in the way of another");
	session_close(session);
	int over = bench_judge(world, "clashes of a meeting", &(struct verdict){
		.unit = "ms", .measured = samples_median(&times), .floor = floor_clashes_free(floor),
		.factor = 2 });
	samples_done(&times);
	return over;
}
