/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench.c -- is nearsec as fast as it must be?
 *
 *	bench FOLDER
 *
 * Makes three files in FOLDER, an empty one named from the root, measures the
 * program and its floors on them side by side, and prints a table. Ends with 1
 * when a bar was passed over. PROGRAM, GENERATE and FLOOR_LIST name the programs.
 */
#include "config.h"

#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "bench/floors.h"
#include "bench/samples.h"
#include "bench/verdict.h"

enum { NEAR = 75, LARGE = 100000 };

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

/* Run a program to its end, its output into a file (NULL: nowhere); its milliseconds of work. */
static double
time_run(const char *const *argv, const char *output)
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
	time_run(argv, NULL);
	return world;
}

static void
world_done(struct world *world)
{
	free(world->folder);
	free(world->file);
}

/* Take invented rows of a kind by the import that clerks use; its work. */
static double
time_import(const struct world *world, const char *kind, int rows)
{
	char *csv = path_of(world->folder, "rows.csv"), count[16];
	const char *const generate[] = { getenv("GENERATE"), kind, count, NULL };
	const char *const argv[] = {
		getenv("PROGRAM"), "--db", world->file, "import", kind, csv, NULL,
	};

	snprintf(count, sizeof count, "%d", rows);
	time_run(generate, csv);
	double took = time_run(argv, NULL);
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

static int
measure(struct world *near, struct world *large, struct world *meetings)
{
	int over = 0;

	verdict_print_heading();
	over += import(large, "members", LARGE - NEAR);
	over += import(meetings, "meetings", LARGE);
	over += judge_clashes(meetings);
	over += screens_start(near) + screens_start(large) + judge_growth(near, large);
	over += screens_list(large);
	over += screens_bodies(near) + screens_bodies(meetings);
	over += screens_form(near) + screens_form(large);
	over += saves_one(near) + saves_one(large);
	over += saves_eight(near);
	return over;
}

int
main(int argc, char *argv[])
{
	if (argc != 2 || getenv("PROGRAM") == NULL || getenv("GENERATE") == NULL || getenv("FLOOR_LIST") == NULL) {
		fprintf(stderr, "usage: make bench\n");
		return 2;
	}
	struct world near = make_world(argv[1], "75", "near");
	struct world large = make_world(argv[1], "100,000", "large");
	struct world meetings = make_world(argv[1], "100,000 meetings", "meetings");
	int over = measure(&near, &large, &meetings);

	world_done(&near);
	world_done(&large);
	world_done(&meetings);
	if (over > 0)
		printf("%d over their bars\n", over);
	return over > 0;
}
