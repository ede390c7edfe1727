/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "bench/floors.h"
#include "bench/ref.h"
#include "bench/samples.h"
#include "bench/verdict.h"
#include "screen/terminal.h"

enum {
	STARTS = 61,
	SAVES = 10,
	COLUMNS = 80,
	ROWS = 24,
	ROWS_WITHOUT_DETAIL = 12,
};

static struct terminal *
start(const struct world *world, const char *const *argv, int rows)
{
	struct buf file = { 0 };

	buf_addf(&file, "NEARSEC_DB=%s", world->file);
	const char *environment[] = { buf_text(&file), "NEARSEC_NOW", "NEARSEC_SEED", NULL };
	struct terminal *terminal = terminal_start(&(struct terminal_options){
		.argv = argv, .environment = environment, .home = world->folder, .rows = rows,
	});
	buf_done(&file);
	return terminal;
}

/* Milliseconds from the start of a program to the piece of output that shows text. */
static double
time_start(const struct world *world, const char *const *argv, const char *text, const char *quit)
{
	struct terminal *terminal = start(world, argv, ROWS);

	terminal_wait(terminal, text);
	double ms = (double)terminal_step(terminal).last_us / 1e3;
	terminal_type(terminal, quit);
	terminal_finish(terminal);
	return ms;
}

static int
judge_start(struct world *world)
{
	const char *const select_one[] = { "sqlite3", world->file, "select 'one'", NULL };
	struct samples ours = { 0 }, floors = { 0 };

	for (int i = 0; i < STARTS; i++) {
		samples_add(&floors, time_start(world, select_one, "one", ""));
		samples_add(&ours, time_start(world, NULL, "HOM", "<F3>"));
	}
	world->start_ms = samples_median(&ours);
	int over = bench_judge(world, "start to the first frame", &(struct verdict){
		.unit = "ms", .measured = world->start_ms, .floor = samples_median(&floors), .factor = 1.6,
	});
	samples_done(&ours);
	samples_done(&floors);
	return over;
}

/* Writes until the first frame; bytes and memory with the counts that follow it. */
static struct terminal_step
first_screen(const struct world *world, const char *const *argv, const char *text, const char *quit)
{
	struct terminal *terminal = start(world, argv, ROWS);

	terminal_wait(terminal, text);
	struct terminal_step first = terminal_step(terminal);
	terminal_settle(terminal);
	struct terminal_step all = terminal_step(terminal);
	terminal_type(terminal, quit);
	terminal_finish(terminal);
	first.bytes += all.bytes;
	first.peak_kib = all.peak_kib;
	return first;
}

int
screens_start(struct world *world)
{
	const char *const list[] = { getenv("FLOOR_LIST"), world->file, NULL };
	struct terminal_step ours = first_screen(world, NULL, "HOM", "<F3>");
	struct terminal_step floor = first_screen(world, list, "Own name", "q");

	return judge_start(world) +
	    bench_judge(world, "first screen, bytes", &(struct verdict){
		.unit = "B", .measured = (double)ours.bytes, .floor = (double)floor.bytes, .extra = 2400 }) +
	    bench_judge(world, "first screen, writes", &(struct verdict){
		.unit = "", .measured = (double)ours.reads, .floor = (double)floor.reads, .extra = 3 }) +
	    bench_judge(world, "memory with the first screen", &(struct verdict){
		.unit = "MiB", .measured = (double)ours.peak_kib / 1024, .floor = (double)floor.peak_kib / 1024, .extra = 8 });
}

/* What keys cost, each alone */

struct cost {
	int rows;		/* of the terminal */
	struct samples bytes, ref, writes, ms;
};

static void
cost_done(struct cost *cost)
{
	samples_done(&cost->bytes);
	samples_done(&cost->ref);
	samples_done(&cost->writes);
	samples_done(&cost->ms);
}

/* Type keys in one write, and add what the program answered with, to text and what follows it. */
static void
pay_until(struct cost *cost, struct terminal *terminal, const char *keys, const char *text)
{
	struct buf ref = { 0 };
	size_t before, after;

	terminal_settle(terminal);
	terminal_step(terminal);
	terminal_output(terminal, &before);
	terminal_type(terminal, keys);
	if (text != NULL)
		terminal_wait(terminal, text);
	terminal_settle(terminal);
	struct terminal_step step = terminal_step(terminal);
	const char *output = terminal_output(terminal, &after);
	if (step.bytes == 0)
		fail_msg("\"%s\" did nothing: there is nothing to measure", keys);
	if (!ref_encode(&ref, output, before, after, cost->rows, COLUMNS))
		fail_msg("no proved encoding of what \"%s\" did", keys);
	samples_add(&cost->bytes, (double)step.bytes);
	samples_add(&cost->ref, (double)ref.length);
	samples_add(&cost->writes, (double)(step.writes >= 0 ? step.writes : step.reads));
	samples_add(&cost->ms, (double)step.last_us / 1e3);
	buf_done(&ref);
}

static void
pay(struct cost *cost, struct terminal *terminal, const char *keys)
{
	pay_until(cost, terminal, keys, NULL);
}

static int
judge_bytes(const struct world *world, const char *action, struct cost *cost, double factor, double extra)
{
	return bench_judge(world, action, &(struct verdict){
		.unit = "B", .measured = samples_median(&cost->bytes), .floor = samples_median(&cost->ref),
		.factor = factor, .extra = extra });
}

static int
judge_writes(const struct world *world, const char *action, struct cost *cost, double most)
{
	return bench_judge(world, action, &(struct verdict){
		.unit = "", .measured = samples_median(&cost->writes), .extra = most });
}

static void
pay_cursor(struct cost *cost, struct terminal *terminal)
{
	for (int i = 0; i < 10; i++)
		pay(cost, terminal, "<Down>");
}

static int
judge_cursor(const struct world *world, struct terminal *terminal)
{
	struct cost cost = { .rows = ROWS };

	pay_cursor(&cost, terminal);
	int over = judge_bytes(world, "cursor down, with the detail", &cost, 2, 0) +
	    judge_writes(world, "cursor down, writes", &cost, 1);
	cost_done(&cost);
	return over;
}

static int
judge_page(const struct world *world, struct terminal *terminal)
{
	struct cost cost = { .rows = ROWS };

	for (int i = 0; i < 4; i++)
		pay(&cost, terminal, "<PgDn>");
	int over = judge_bytes(world, "page down, to the least", &cost, 1.1, 0) +
	    judge_writes(world, "page down, writes", &cost, 1);
	cost_done(&cost);
	return over;
}

static int
judge_open(const struct world *world, struct terminal *terminal)
{
	struct cost cost = { .rows = ROWS };

	for (int i = 0; i < 5; i++) {
		pay_until(&cost, terminal, "<Enter>", "MEM2");
		terminal_type(terminal, "<F3>");
		terminal_wait(terminal, "Find");
		terminal_type(terminal, "<Down>");
	}
	int over = judge_bytes(world, "open a record, to the least", &cost, 1.3, 0) +
	    judge_writes(world, "open a record, writes", &cost, 1);
	cost_done(&cost);
	return over;
}

/* A row that the menu covers, and what it shows without; the caller frees it. */
static char *
open_menu(struct terminal *terminal, int *ret_row)
{
	char *before[ROWS];

	for (int row = 0; row < ROWS; row++)
		before[row] = mem_strdup(terminal_row(terminal, row));
	terminal_type(terminal, "<F2>");
	terminal_settle(terminal);
	*ret_row = 0;
	for (int row = 0; row < ROWS - 3; row++)
		if (strcmp(before[row], terminal_row(terminal, row)) != 0)
			*ret_row = row;
	char *covered = before[*ret_row];
	before[*ret_row] = NULL;
	for (int row = 0; row < ROWS; row++)
		free(before[row]);
	return covered;
}

static int
judge_escape(const struct world *world, struct terminal *terminal)
{
	struct samples times = { 0 };

	for (int i = 0; i < 5; i++) {
		int row;
		char *covered = open_menu(terminal, &row);

		terminal_step(terminal);
		terminal_type(terminal, "<Esc>");
		terminal_wait_row(terminal, row, covered);
		samples_add(&times, (double)terminal_step(terminal).last_us / 1e3);
		free(covered);
	}
	int over = bench_judge(world, "Escape closes a menu", &(struct verdict){
		.unit = "ms", .measured = samples_median(&times), .extra = 60 });
	samples_done(&times);
	return over;
}

/* 200 keys in one write, then the place they must have led to. */
static int
judge_burst(const struct world *world, struct terminal *terminal)
{
	struct cost cost = { .rows = ROWS };

	terminal_type(terminal, "<Tab>g");
	pay(&cost, terminal, "<Down*200>");
	terminal_wait(terminal, " 201 of ");
	int over = judge_writes(world, "200 arrows at once, frames", &cost, 2);
	cost_done(&cost);
	return over;
}

enum { WORD_KEYS = 5 };

/* Words typed where something is looked for, each key alone; the last is empty. */
static void
pay_words(struct cost *cost, struct terminal *terminal, const char *const words[][WORD_KEYS])
{
	terminal_type(terminal, "a<BS>");	/* loads the names */
	for (size_t i = 0; words[i][0] != NULL; i++) {
		for (size_t k = 0; k < WORD_KEYS && words[i][k] != NULL; k++)
			pay(cost, terminal, words[i][k]);
		terminal_type(terminal, "<C-u>");
	}
}

static const char *const names[][WORD_KEYS] = {
	{ "산", "강" }, { "g", "y", "e", "o" }, { "р", "и", "м" }, { "や", "ま" }, { "q", "i", "n", "g" }, { "河", "北" },
	{ NULL },
};
static const char *const codes_and_days[][WORD_KEYS] = {
	{ "e", "n", "v", "-", "1" }, { "2", "0", "2", "6" }, { "t", "o", "y", "a", "m" }, { "환", "경" },
	{ "s", "h", "a", "n" }, { "К", "е", "м" }, { NULL },
};

static int
judge_search(const struct world *world, struct terminal *terminal)
{
	struct cost cost = { .rows = ROWS };
	long hits = 0;

	pay_words(&cost, terminal, names);
	double floor = floor_search(world->file, "gang", &hits);
	double peak = (double)terminal_step(terminal).peak_kib / 1024;
	int over = bench_judge(world, "a key of a search, median", &(struct verdict){
		.unit = "ms", .measured = samples_median(&cost.ms), .floor = floor, .extra = 8 }) +
	    bench_judge(world, "a key of a search, worst", &(struct verdict){
		.unit = "ms", .measured = samples_worst(&cost.ms), .floor = floor, .extra = 16 }) +
	    bench_judge(world, "memory after a search", &(struct verdict){
		.unit = "MiB", .measured = peak, .extra = 20 });
	cost_done(&cost);
	return over;
}

/* F9, which looks through everything there is. */
static int
judge_go(const struct world *world, struct terminal *terminal, const char *const words[][WORD_KEYS])
{
	struct cost cost = { .rows = ROWS };

	terminal_type(terminal, "<F9>");
	terminal_wait(terminal, "F12 ");
	pay_words(&cost, terminal, words);
	terminal_type(terminal, "<F12>");
	terminal_settle(terminal);
	int over = bench_judge(world, "a key of F9, median", &(struct verdict){
		.unit = "ms", .measured = samples_median(&cost.ms), .extra = 8 }) +
	    bench_judge(world, "a key of F9, worst", &(struct verdict){
		.unit = "ms", .measured = samples_worst(&cost.ms), .extra = 16 });
	cost_done(&cost);
	return over;
}

static struct terminal *
open_members(const struct world *world, int rows)
{
	struct terminal *terminal = start(world, NULL, rows);

	terminal_wait(terminal, "HOM");
	terminal_type(terminal, "MEM KR-47<Enter>");
	terminal_wait(terminal, "Find");
	terminal_settle(terminal);
	return terminal;
}

static void
close_members(struct terminal *terminal)
{
	terminal_type(terminal, "<F3>");
	terminal_wait(terminal, "HOM");
	terminal_type(terminal, "<F3>");
	terminal_finish(terminal);
}

/* A list that shows nothing but its rows. */
static int
judge_bare_cursor(const struct world *world)
{
	struct terminal *terminal = open_members(world, ROWS_WITHOUT_DETAIL);
	struct cost cost = { .rows = ROWS_WITHOUT_DETAIL };

	terminal_type(terminal, "<PgUp*10>");
	pay_cursor(&cost, terminal);
	int over = judge_bytes(world, "cursor down, bytes", &cost, 0, 80) +
	    judge_bytes(world, "cursor down, to the least", &cost, 2, 0);
	cost_done(&cost);
	close_members(terminal);
	return over;
}

int
screens_list(const struct world *world)
{
	struct terminal *terminal = open_members(world, ROWS);
	int over = judge_cursor(world, terminal) + judge_page(world, terminal) +
	    judge_open(world, terminal) + judge_escape(world, terminal) +
	    judge_search(world, terminal) + judge_burst(world, terminal) +
	    judge_go(world, terminal, names);

	close_members(terminal);
	return over + judge_bare_cursor(world);
}

/* One screen opened from HOM, several times: what Enter costs behind its code. */
static int
judge_opening(const struct world *world, struct terminal *terminal, const char *code)
{
	struct cost cost = { .rows = ROWS };
	struct buf bytes = { 0 }, writes = { 0 }, time = { 0 }, offer = { 0 };

	buf_addf(&offer, "1  %s", code);
	for (int i = 0; i < 5; i++) {
		terminal_type(terminal, code);
		terminal_wait(terminal, buf_text(&offer));	/* all of it was looked up */
		pay_until(&cost, terminal, "<Enter>", "F3 Back");
		terminal_type(terminal, "<F3>");
		terminal_wait(terminal, "F3 Quit");
	}
	buf_addf(&bytes, "open %s, to the least", code);
	buf_addf(&writes, "open %s, writes", code);
	buf_addf(&time, "open %s, time", code);
	int over = judge_bytes(world, buf_text(&bytes), &cost, 1.3, 0) +
	    judge_writes(world, buf_text(&writes), &cost, 1) +
	    bench_judge(world, buf_text(&time), &(struct verdict){
		.unit = "ms", .measured = samples_median(&cost.ms), .extra = 100 });
	cost_done(&cost);
	buf_done(&bytes);
	buf_done(&writes);
	buf_done(&time);
	buf_done(&offer);
	return over;
}

/* The fourth view of the calendar, in which there is a row for every meeting. */
static int
judge_all_meetings(const struct world *world, struct terminal *terminal)
{
	struct cost cost = { .rows = ROWS };

	for (int i = 0; i < 3; i++) {
		terminal_type(terminal, "MTG");
		terminal_wait(terminal, "1  MTG");
		terminal_type(terminal, "<Enter>");
		terminal_wait(terminal, "]  Month");
		terminal_type(terminal, "<F11>");
		terminal_wait(terminal, "]  Week");
		terminal_type(terminal, "<F11>");
		terminal_wait(terminal, "]  What comes");
		pay_until(&cost, terminal, "<F11>", "]  All");
		terminal_type(terminal, "<F3>");
		terminal_wait(terminal, "F3 Quit");
	}
	int over = judge_bytes(world, "all meetings, to the least", &cost, 1.3, 0) +
	    judge_writes(world, "all meetings, writes", &cost, 1) +
	    bench_judge(world, "all meetings, time", &(struct verdict){
		.unit = "ms", .measured = samples_median(&cost.ms), .extra = 100 });
	cost_done(&cost);
	return over;
}

int
screens_bodies(const struct world *world)
{
	static const char *const codes[] = { "COM", "COM ENV", "MTG", "MTG GA-8", "DAY GA-8" };
	struct terminal *terminal = start(world, NULL, ROWS);
	int over = 0;

	terminal_wait(terminal, "Governments");
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		over += judge_opening(world, terminal, codes[i]);
	over += judge_all_meetings(world, terminal);
	terminal_type(terminal, "MTG<Enter>");
	terminal_wait(terminal, "F3 Back");
	over += judge_go(world, terminal, codes_and_days);
	terminal_type(terminal, "<F3>");
	terminal_wait(terminal, "F3 Quit");
	terminal_type(terminal, "<F3>");
	terminal_finish(terminal);
	return over;
}

int
screens_money(const struct world *world)
{
	static const char *const codes[] = { "OWE", "AGE", "TRI" };
	struct terminal *terminal = start(world, NULL, ROWS);
	int over = 0;

	terminal_wait(terminal, "Governments");
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		over += judge_opening(world, terminal, codes[i]);
	over += bench_judge(world, "memory after arrears", &(struct verdict){
		.unit = "MiB", .measured = (double)terminal_step(terminal).peak_kib / 1024, .extra = 10 });
	terminal_type(terminal, "<F3>");
	terminal_finish(terminal);
	return over;
}

/* From the rows of the list into the form, to the telephone. */
static void
open_form(struct terminal *terminal)
{
	terminal_type(terminal, "2<Enter>");
	terminal_wait(terminal, "MEM2");
	terminal_type(terminal, "<Tab*11>");
	terminal_settle(terminal);
}

static int
judge_typing(const struct world *world, struct terminal *terminal)
{
	struct cost cost = { .rows = ROWS };

	open_form(terminal);
	terminal_type(terminal, "+82 54 ");
	for (int i = 0; i < 5; i++)
		pay(&cost, terminal, "1");
	int over = judge_bytes(world, "a character typed in a form, bytes", &cost, 0, 8);
	cost_done(&cost);
	terminal_type(terminal, "<C-u><F12>");
	terminal_wait(terminal, "Find");
	return over;
}

static int
judge_save(const struct world *world, struct terminal *terminal)
{
	struct floor_commits *commits = floor_commits_new(world->folder);
	struct samples times = { 0 };

	for (int i = 0; i < SAVES; i++) {
		floor_commits_one(commits);
		open_form(terminal);
		terminal_type(terminal, i % 2 == 0 ? "<C-u>+82 54 1111111" : "<C-u>+82 54 2222222");
		terminal_settle(terminal);
		terminal_step(terminal);
		terminal_type(terminal, "<C-s>");
		terminal_wait(terminal, "Saved");
		samples_add(&times, (double)terminal_step(terminal).last_us / 1e3);
		terminal_wait(terminal, "Find");
	}
	int over = bench_judge(world, "from ^S to \"Saved\"", &(struct verdict){
		.unit = "ms", .measured = samples_median(&times), .floor = floor_commits_free(commits),
		.factor = 2.5, .extra = 1 });
	samples_done(&times);
	return over;
}

int
screens_form(const struct world *world)
{
	struct terminal *terminal = open_members(world, ROWS);

	terminal_type(terminal, "<Tab>");
	int over = judge_typing(world, terminal) + judge_save(world, terminal);

	close_members(terminal);
	return over;
}
