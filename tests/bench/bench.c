/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench.c -- is nearsec as fast as it must be?
 *
 *	bench FOLDER [PART...]
 *
 * Makes the files that the parts need in FOLDER, an empty one named from the root,
 * measures the program and its floors on them side by side, and prints a table.
 * Without a PART it is all of parts[]. Ends with 1 when a bar was passed over.
 * PROGRAM, GENERATE and FLOOR_LIST name the programs.
 */
#include "config.h"

#include "bench/bench.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "bench/floors.h"
#include "bench/money_floors.h"
#include "bench/samples.h"
#include "bench/verdict.h"

enum { NEAR = 75, LARGE = 100000, DEBTORS = 1000 };

int
bench_judge(const struct world *world, const char *action, const struct verdict *verdict)
{
	struct verdict named = *verdict;
	struct buf name = { 0 };

	buf_addf(&name, "%s, %s", action, world->label);
	named.action = buf_text(&name);
	int over = !verdict_print(&named);
	buf_done(&name);
	return over;
}

double
bench_run(const char *const *argv, const char *output)
{
	struct rusage used = { 0 };
	pid_t child = fork();
	int status = 1;

	if (child == 0) {
		if (freopen(output != NULL ? output : "/dev/null", "w", stdout) != NULL)
			execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	wait4(child, &status, 0, &used);
	if (status != 0) {
		fprintf(stderr, "bench: %s %s %s failed\n", argv[0], argv[1], argv[2] != NULL ? argv[2] : "");
		exit(1);
	}
	return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
	    (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

static char *
path_of(const char *folder, const char *name)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/%s", folder, name);
	return buf_take(&path);
}

static struct world
make_world(const char *parent, const char *label, const char *folder)
{
	struct world world = { .label = label, .folder = path_of(parent, folder) };
	const char *const init[] = { getenv("PROGRAM"), "--db", NULL, "init", NULL };
	const char *argv[sizeof init / sizeof *init];

	if (mkdir(world.folder, 0700) != 0) {
		perror(world.folder);
		exit(1);
	}
	world.file = path_of(world.folder, "near.db");
	memcpy(argv, init, sizeof argv);
	argv[2] = world.file;
	bench_run(argv, NULL);
	return world;
}

static void
world_done(struct world *world)
{
	free(world->folder);
	free(world->file);
}

/* The work of the import that clerks use. */
static double
time_import_of(const struct world *world, const char *kind, const char *csv)
{
	const char *const argv[] = {
		getenv("PROGRAM"), "--db", world->file, "import", kind, csv, NULL,
	};

	return bench_run(argv, NULL);
}

/* Take invented rows of a kind. */
static double
time_import(const struct world *world, const char *kind, int rows)
{
	char *csv = path_of(world->folder, "rows.csv"), count[16];
	const char *const generate[] = { getenv("GENERATE"), kind, count, NULL };

	snprintf(count, sizeof count, "%d", rows);
	bench_run(generate, csv);
	double took = time_import_of(world, kind, csv);
	free(csv);
	return took;
}

static int
import(const struct world *world, const char *kind, int rows)
{
	double took = time_import(world, kind, rows);
	long logged = 0;
	double floor = floor_import(world->file, world->folder, &logged);

	return bench_judge(world, "import, work", &(struct verdict){
		.unit = "ms", .measured = took, .floor = floor, .factor = 2, .extra = 0.015 * (double)logged });
}

static int
judge_clashes(const struct world *world)
{
	time_import(world, "delegations", LARGE);
	return clashes_of_a_meeting(world);
}

static int
judge_growth(const struct world *near, const struct world *large)
{
	return bench_judge(large, "start, against 75 governments", &(struct verdict){
		.unit = "ms", .measured = large->start_ms, .floor = near->start_ms, .factor = 1.1 });
}

/* The files, each made when the first part wants it */

struct worlds {
	const char *parent;
	struct world near, large, meetings, money;
};

static struct world *
near(struct worlds *worlds)
{
	if (worlds->near.file == NULL)
		worlds->near = make_world(worlds->parent, "75", "near");
	return &worlds->near;
}

static int
import_members(struct worlds *worlds)
{
	worlds->large = make_world(worlds->parent, "100,000", "large");
	return import(&worlds->large, "members", LARGE - NEAR);
}

static struct world *
large(struct worlds *worlds)
{
	if (worlds->large.file == NULL)
		import_members(worlds);
	return &worlds->large;
}

static int
import_meetings(struct worlds *worlds)
{
	worlds->meetings = make_world(worlds->parent, "100,000 meetings", "meetings");
	return import(&worlds->meetings, "meetings", LARGE);
}

static struct world *
meetings(struct worlds *worlds)
{
	if (worlds->meetings.file == NULL)
		import_meetings(worlds);
	return &worlds->meetings;
}

static struct world *
money(struct worlds *worlds)
{
	if (worlds->money.file == NULL) {
		worlds->money = make_world(worlds->parent, "1,000,000 postings", "money");
		time_import(&worlds->money, "members", DEBTORS);
		money_fill(&worlds->money);
	}
	return &worlds->money;
}

/* The parts, in the order in which they are measured */

static int
part_members(struct worlds *worlds)
{
	return worlds->large.file == NULL ? import_members(worlds) : 0;
}

static int
part_meetings(struct worlds *worlds)
{
	int over = worlds->meetings.file == NULL ? import_meetings(worlds) : 0;

	return over + judge_clashes(&worlds->meetings);
}

static int
part_start(struct worlds *worlds)
{
	return screens_start(near(worlds)) + screens_start(large(worlds)) +
	    judge_growth(near(worlds), large(worlds));
}

static int
part_list(struct worlds *worlds)
{
	return screens_list(large(worlds));
}

static int
part_bodies(struct worlds *worlds)
{
	return screens_bodies(near(worlds)) + screens_bodies(meetings(worlds));
}

static int
part_form(struct worlds *worlds)
{
	return screens_form(near(worlds)) + screens_form(large(worlds));
}

static int
part_saves(struct worlds *worlds)
{
	return saves_one(near(worlds)) + saves_one(large(worlds)) + saves_eight(near(worlds));
}

static int
part_money(struct worlds *worlds)
{
	int over = money_questions(money(worlds)) + screens_money(money(worlds));

	if (near(worlds)->start_ms == 0)
		over += screens_start(near(worlds));
	return over + screens_start(money(worlds)) + judge_growth(near(worlds), money(worlds)) +
	    money_saves(money(worlds));
}

/* One invoice of each of 100,000 governments, and the payments of all. */
static int
part_payments(struct worlds *worlds)
{
	struct world *world = large(worlds);
	char *csv = path_of(world->folder, "payments.csv");

	money_bill(world, LARGE);
	money_write_payments(world, csv);
	long before = money_floors_logged(world->file);
	double took = time_import_of(world, "payments", csv);
	long logged = money_floors_logged(world->file) - before;
	double floor = money_floors_import(world->file, world->folder);

	free(csv);
	return bench_judge(world, "import of payments, work", &(struct verdict){
		.unit = "ms", .measured = took, .floor = floor, .factor = 2, .extra = 0.015 * (double)logged });
}

static int
part_journal(struct worlds *worlds)
{
	return journal_peers(money(worlds));
}

static const struct part {
	const char *name;
	int (*measure)(struct worlds *worlds);	/* how many bars were passed over */
	bool asked_only;	/* takes minutes */
} parts[] = {
	{ "members", part_members, false },
	{ "meetings", part_meetings, false },
	{ "start", part_start, false },
	{ "list", part_list, false },
	{ "bodies", part_bodies, false },
	{ "form", part_form, false },
	{ "saves", part_saves, false },
	{ "money", part_money, false },
	{ "payments", part_payments, false },
	{ "journal", part_journal, true },
};

enum { PARTS = sizeof parts / sizeof parts[0] };

static bool
is_wanted(const struct part *part, char *const *names, int count)
{
	for (int i = 0; i < count; i++)
		if (strcmp(part->name, names[i]) == 0)
			return true;
	return count == 0 && !part->asked_only;
}

static bool
are_parts(char *const *names, int count)
{
	int known = 0;

	for (int i = 0; i < PARTS; i++)
		known += count > 0 && is_wanted(&parts[i], names, count);
	return known == count;
}

static int
usage(void)
{
	fprintf(stderr, "usage: make bench [PARTS=\"PART...\"]; the parts are");
	for (int i = 0; i < PARTS; i++)
		fprintf(stderr, " %s", parts[i].name);
	fprintf(stderr, "\n");
	return 2;
}

int
main(int argc, char *argv[])
{
	int over = 0;

	if (argc < 2 || !are_parts(argv + 2, argc - 2) || getenv("PROGRAM") == NULL ||
	    getenv("GENERATE") == NULL || getenv("FLOOR_LIST") == NULL)
		return usage();
	struct worlds worlds = { .parent = argv[1] };

	verdict_print_heading();
	for (int i = 0; i < PARTS; i++)
		if (is_wanted(&parts[i], argv + 2, argc - 2))
			over += parts[i].measure(&worlds);
	world_done(&worlds.near);
	world_done(&worlds.large);
	world_done(&worlds.meetings);
	world_done(&worlds.money);
	if (over > 0)
		printf("%d over their bars\n", over);
	return over > 0;
}
