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

/* Median of a durable commit of one row: WAL, synchronous=FULL, in folder. */
double floor_commit(const char *folder);

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

#endif
