/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/capture.h -- what a statement does to a row, seen before it is logged
 *
 * SQLite's preupdate hook shows each row before and after. What it shows is made
 * the key and the data of a log line in db->set.seen; the log trigger of the
 * table, which comes next, writes that line. Triggers could hand the values over
 * themselves, but SQLite reads all triggers at every start, and with the columns
 * spelled out they were two thirds of the schema: 4.2 ms of reading, now 2.2.
 */
#ifndef STORE_CAPTURE_H
#define STORE_CAPTURE_H

struct db;

/*
 * Watch the logged tables of an open file until it is closed. Their columns must be
 * known (change_know_tables) when a set begins: the hook can ask SQLite nothing.
 */
void capture_start(struct db *db);

#endif
