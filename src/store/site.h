/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/site.h -- the place a file lies at: is it there, whose is it, what disk
 *
 * Looked at before SQLite touches anything. Network file systems are refused
 * by a list of the good ones: their locks lie, and saves that were
 * acknowledged are lost while integrity_check still says ok.
 */
#ifndef STORE_SITE_H
#define STORE_SITE_H

#include <stdbool.h>

struct err;

/* An existing file that SQLite may look at. ERR_MISSING, ERR_FILE. */
bool site_check(const char *path, struct err *err);

/*
 * Make an empty file for records, or accept an empty one. For its owner alone
 * unless its folder is shared by a group (setgid), then for that group.
 */
bool site_create(const char *path, struct err *err);

/* Nobody has it open: no -wal with anything in it lies beside it. */
bool site_lies_still(const char *path);

bool site_may_write_file(const char *path);
bool site_may_write_folder(const char *path);	/* that of the file */

/* Free bytes of the disk are fewer than this; false when nobody can tell. */
bool site_has_less_than(const char *path, unsigned long long bytes);

/* Bring a finished file and its name to the disk. */
bool site_sync(const char *path, struct err *err);

#endif
