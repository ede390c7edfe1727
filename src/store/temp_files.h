/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/temp_files.h -- SQLite's temporary files, which lie in memory
 *
 * What SQLite sorts, groups or may have to take back is the names and sums of
 * people; where it is large it goes to a file in /tmp or /var/tmp. PRAGMA
 * temp_store = MEMORY keeps it from there, but then the journal of a statement
 * comes in pieces of 1 KiB, and every save has such journals. Here SQLite makes
 * files, and they are memory of the program: no path leads to them, and they are
 * gone when it ends, however that happens.
 *
 * Not memfd_create: what a change of many rows keeps to be taken back is written
 * in pieces of 4 and 4096 bytes, four million calls of the kernel for an import of
 * 100,000 rows.
 *
 * Measured against temp_store = MEMORY: 5 % fewer instructions for a payment, a
 * tenth less time for that import, and the same memory.
 */
#ifndef STORE_TEMP_FILES_H
#define STORE_TEMP_FILES_H

#include <sqlite3.h>

/*
 * SQLite's own VFS but for that, to open files through: it is not registered.
 * NULL where SQLite has none. Not from two threads at once.
 */
sqlite3_vfs *temp_files_vfs(void);

#endif
