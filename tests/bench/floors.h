/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/floors.h -- what the same work costs without nearsec
 *
 * Raw SQLite with fixed SQL, reviewed like a test: whoever writes both sides of
 * a ratio could pass any bar. Each returns milliseconds and ends the program
 * with a sentence when it cannot be measured. What takes seconds is measured in
 * work of the processor, because other programs want the disk too.
 */
#ifndef BENCH_FLOORS_H
#define BENCH_FLOORS_H

/*
 * Durable commits of one row: WAL, synchronous=FULL, in folder. What one costs
 * changes from second to second, so they are made in turn with what is measured.
 */
struct floor_commits;

struct floor_commits *floor_commits_new(const char *folder);
void floor_commits_one(struct floor_commits *commits);
double floor_commits_free(struct floor_commits *commits);	/* the median */

/*
 * The rows of all logged and derived tables of file, inserted into the same
 * tables of a new file by prepared statements, triggers dropped, one durable
 * commit: work. *ret_logged is how many rows the log of file has.
 */
double floor_import(const char *file, const char *folder, long *ret_logged);

/*
 * Median of one look through the search texts of all governments of file, laid
 * in one block, for needle. *ret_hits counts the places.
 */
double floor_search(const char *file, const char *needle, long *ret_hits);

/*
 * The question of what a meeting is in the way of, asked of file as raw SQL that
 * is bounded by the longest meeting; the statement is prepared once.
 */
struct floor_clashes;

struct floor_clashes *floor_clashes_new(const char *file);
/* Ask it of one meeting; how many rooms, hosts, governments and clerks are shared. */
long floor_clashes_one(struct floor_clashes *clashes, const char *meeting);
double floor_clashes_free(struct floor_clashes *clashes);	/* the median */

#endif
