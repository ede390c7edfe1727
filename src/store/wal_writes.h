/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/wal_writes.h -- the writes of a commit to the -wal, joined
 *
 * SQLite writes each page of a commit in two small pieces that lie on no block
 * of the disk, 56 calls for a payment, and has no setting for it. Here pieces
 * that follow each other are kept and handed on as one, before SQLite waits for
 * the disk: until that wait it counts on none of them either, and nobody else
 * reads them. What is taken back is forgotten: as soon as the right to write is
 * given up, others write in that place.
 *
 * Measured against SQLite alone: a payment from 0.47 to 0.40 ms, of 100,000
 * imported ones the time in the kernel from 2.3 to 1.4 s.
 */
#ifndef STORE_WAL_WRITES_H
#define STORE_WAL_WRITES_H

#include <sqlite3.h>

/*
 * sqlite3_open_v2, and its code; as there *ret_raw is to be closed in any case.
 * Temporary files are those of store/temp_files.h. The rollback hook of the
 * connection is taken, synchronous has to be FULL, and no change may be open when
 * it is closed. Not from two threads at once.
 */
int wal_writes_open(const char *name, sqlite3 **ret_raw, int flags);

#endif
