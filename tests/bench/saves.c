/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"
#include "bench/bench.h"
#include "bench/floors.h"
#include "bench/samples.h"
#include "bench/verdict.h"
#include "domain/member_sheet.h"
#include "domain/session.h"
#include "store/db.h"
#include "store/stmt.h"

enum { SAVES = 300, CLERKS = 8, SAVES_EACH = 40 };

static _Noreturn void
give_up(const struct err *err)
{
	fprintf(stderr, "bench: %s\n", err->text);
	exit(1);
}

static struct session *
open_session(const struct world *world)
{
	struct err err = { 0 };
	struct db *db = db_open(world->file, DB_READ_WRITE, &err);

	if (db == NULL)
		give_up(&err);
	return session_open(db, "clerk1", "bench");
}

/* Milliseconds to save another telephone number of a government. */
static double
time_save(struct session *session, const char *code, int number)
{
	struct sheet_clashes clashes = { 0 };
	const struct field *field = NULL;
	struct sheet sheet = { 0 };
	struct err err = { 0 };
	int64_t saved = 0;
	char phone[32];

	if (!member_sheet_open(session, code, &sheet, &err))
		give_up(&err);
	struct sheet_part *part = sheet_find(&sheet, "phone", &field);
	snprintf(phone, sizeof phone, "+82 54 %d", 1000000 + number);
	record_put(field, part->after, phone);

	double start = samples_clock_ms();
	if (!sheet_save(session, &sheet, "edit government", NULL, &clashes, &saved, &err))
		give_up(&err);
	double took = samples_clock_ms() - start;
	sheet_clashes_done(&clashes);
	sheet_done(&sheet);
	return took;
}

int
saves_one(const struct world *world)
{
	struct session *session = open_session(world);
	struct floor_commits *commits = floor_commits_new(world->folder);
	struct samples times = { 0 };

	for (int i = 0; i < SAVES; i++) {
		floor_commits_one(commits);
		samples_add(&times, time_save(session, "KR-47", i));
	}
	session_close(session);
	int over = bench_judge(world, "a durable save, half the bare rate", &(struct verdict){
		.unit = "ms", .measured = samples_median(&times), .floor = floor_commits_free(commits), .factor = 2 });
	samples_done(&times);
	return over;
}

/* Eight at once, each with a breath of up to 20 ms between two saves */

static void
breathe(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	nanosleep(&(struct timespec){ .tv_nsec = (long)(*seed >> 16) % 20000 * 1000 }, NULL);
}

static _Noreturn void
be_a_clerk(const struct world *world, int clerk, int out)
{
	static const char *const codes[CLERKS] = {
		"KR-47", "JP-16", "CN-SD", "MN-061", "RU-KAM", "KR-41", "JP-28", "CN-HA",
	};
	struct session *session = open_session(world);
	unsigned seed = (unsigned)clerk;

	for (int i = 0; i < SAVES_EACH; i++) {
		breathe(&seed);
		double took = time_save(session, codes[clerk], clerk * SAVES_EACH + i);

		if (write(out, &took, sizeof took) != (ssize_t)sizeof took)
			_exit(1);
	}
	session_close(session);
	_exit(0);
}

/* Change sets in the file: what was acknowledged must be there. */
static double
count_sets(const struct world *world)
{
	struct session *session = open_session(world);
	struct err err = { 0 };
	struct stmt st = { 0 };
	double sets = 0;

	if (stmt_open(&st, session->db, "SELECT count(*) FROM log_tx", &err) && stmt_next(&st))
		sets = (double)stmt_int(&st, 0);
	if (!stmt_close(&st))
		give_up(&err);
	session_close(session);
	return sets;
}

/* Fill times with what each save of eight clerks took; how many are not in the file. */
static double
run_eight(const struct world *world, struct samples *times)
{
	double before = count_sets(world), took;
	int pipe_ends[2];

	if (pipe(pipe_ends) != 0) {
		perror("bench");
		exit(1);
	}
	for (int clerk = 0; clerk < CLERKS; clerk++)
		if (fork() == 0)
			be_a_clerk(world, clerk, pipe_ends[1]);
	close(pipe_ends[1]);
	while (read(pipe_ends[0], &took, sizeof took) == (ssize_t)sizeof took)
		samples_add(times, took);
	close(pipe_ends[0]);
	while (wait(NULL) > 0)
		;
	return before + CLERKS * SAVES_EACH - count_sets(world);
}

int
saves_eight(const struct world *world)
{
	struct samples times = { 0 };
	double lost = run_eight(world, &times);
	double worst = samples_worst(&times);
	double p99 = times.count > 0 ? times.value[times.count * 99 / 100] : 0;
	samples_done(&times);
	return bench_judge(world, "8 clerks at once, saves lost", &(struct verdict){
		.unit = "", .measured = lost }) +
	    bench_judge(world, "8 clerks at once, 99 of 100 saves", &(struct verdict){
		.unit = "ms", .measured = p99, .extra = 40 }) +
	    bench_judge(world, "8 clerks at once, slowest save", &(struct verdict){
		.unit = "ms", .measured = worst, .extra = 250 });
}
