/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/wal_writes.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/temp_files.h"

enum {
	FRAME = 24 + 4096,	/* a page with its header, as they stand in the -wal */
	ROOM = 31 * FRAME,	/* SQLite's own VFS writes no more than 131,071 bytes at once */
};

/* SQLite knows of the first member alone; it gave the memory of the real file behind this. */
struct wal_file {
	sqlite3_file file;
	sqlite3_file *real;
	char *kept;		/* ROOM bytes; NULL before the first write */
	int size;		/* of what is kept */
	sqlite3_int64 start;	/* where in the file it belongs */
};

static sqlite3_int64
end_of_kept(const struct wal_file *wal)
{
	return wal->start + wal->size;
}

/* What fails is not kept for another try: SQLite writes the commit anew. */
static int
hand_on(struct wal_file *wal)
{
	int size = wal->size;

	wal->size = 0;
	return size == 0 ? SQLITE_OK :
	    wal->real->pMethods->xWrite(wal->real, wal->kept, size, wal->start);
}

static int
write_piece(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 start)
{
	struct wal_file *wal = (struct wal_file *)file;

	if (start != end_of_kept(wal) || size > ROOM - wal->size) {
		int code = hand_on(wal);

		if (code != SQLITE_OK)
			return code;
	}
	if (size > ROOM)
		return wal->real->pMethods->xWrite(wal->real, bytes, size, start);
	if (wal->kept == NULL)
		wal->kept = mem_grow(NULL, ROOM, 1);	/* not mem_alloc: what is never used costs nothing */
	if (wal->size == 0)
		wal->start = start;
	memcpy(wal->kept + wal->size, bytes, (size_t)size);
	wal->size += size;
	return SQLITE_OK;
}

/* A change of many pages looks again at what it wrote, often a moment ago. */
static int
read_piece(sqlite3_file *file, void *bytes, int size, sqlite3_int64 start)
{
	struct wal_file *wal = (struct wal_file *)file;
	int code = SQLITE_OK;

	if (start >= wal->start && start + size <= end_of_kept(wal)) {
		memcpy(bytes, wal->kept + (start - wal->start), (size_t)size);
		return SQLITE_OK;
	}
	if (start < end_of_kept(wal) && start + size > wal->start)
		code = hand_on(wal);
	return code != SQLITE_OK ? code : wal->real->pMethods->xRead(wal->real, bytes, size, start);
}

static int
cut(sqlite3_file *file, sqlite3_int64 size)
{
	struct wal_file *wal = (struct wal_file *)file;
	int code = hand_on(wal);

	return code != SQLITE_OK ? code : wal->real->pMethods->xTruncate(wal->real, size);
}

static int
wait_for_disk(sqlite3_file *file, int flags)
{
	struct wal_file *wal = (struct wal_file *)file;
	int code = hand_on(wal);

	return code != SQLITE_OK ? code : wal->real->pMethods->xSync(wal->real, flags);
}

static int
tell_size(sqlite3_file *file, sqlite3_int64 *ret_size)
{
	struct wal_file *wal = (struct wal_file *)file;
	int code = hand_on(wal);

	return code != SQLITE_OK ? code : wal->real->pMethods->xFileSize(wal->real, ret_size);
}

/* What SQLite never waited for was taken back. */
static int
close_file(sqlite3_file *file)
{
	struct wal_file *wal = (struct wal_file *)file;
	int closed = wal->real->pMethods->xClose(wal->real);

	free(wal->kept);
	return closed;
}

static int
control(sqlite3_file *file, int what, void *value)
{
	struct wal_file *wal = (struct wal_file *)file;

	return wal->real->pMethods->xFileControl(wal->real, what, value);
}

static int
tell_sector(sqlite3_file *file)
{
	struct wal_file *wal = (struct wal_file *)file;

	return wal->real->pMethods->xSectorSize(wal->real);
}

static int
tell_device(sqlite3_file *file)
{
	struct wal_file *wal = (struct wal_file *)file;

	return wal->real->pMethods->xDeviceCharacteristics(wal->real);
}

/* SQLite locks the file of records and never its -wal. */
static int
lock(sqlite3_file *file, int level)
{
	(void)file, (void)level;
	return SQLITE_OK;
}

static int
tell_locked(sqlite3_file *file, int *ret_locked)
{
	(void)file;
	*ret_locked = 0;
	return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = close_file,
	.xRead = read_piece,
	.xWrite = write_piece,
	.xTruncate = cut,
	.xSync = wait_for_disk,
	.xFileSize = tell_size,
	.xLock = lock,
	.xUnlock = lock,
	.xCheckReservedLock = tell_locked,
	.xFileControl = control,
	.xSectorSize = tell_sector,
	.xDeviceCharacteristics = tell_device,
};

/* Every other file is the VFS's below, without a step between. */
static int
open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
	sqlite3_vfs *real = temp_files_vfs();
	struct wal_file *wal = (struct wal_file *)file;

	(void)vfs;
	if ((flags & SQLITE_OPEN_WAL) == 0)
		return real->xOpen(real, name, file, flags, ret_flags);
	*wal = (struct wal_file){ .real = (sqlite3_file *)(wal + 1) };
	int code = real->xOpen(real, name, wal->real, flags, ret_flags);
	/* Without methods SQLite does not close what did not open. */
	if (code == SQLITE_OK)
		wal->file.pMethods = &methods;
	return code;
}

/* The name of the VFS. Where it could not be made known nothing opens. */
static const char *
joining_vfs(void)
{
	static const char name[] = "joined-wal";
	/* SQLite keeps what it is given until the program ends. */
	static sqlite3_vfs own;
	const sqlite3_vfs *real = temp_files_vfs();

	if (sqlite3_vfs_find(name) != NULL || real == NULL)
		return name;
	own = *real;
	own.zName = name;
	own.szOsFile = (int)sizeof(struct wal_file) + real->szOsFile;
	own.xOpen = open_file;
	sqlite3_vfs_register(&own, false);
	return name;
}

/* After a rollback: by now somebody else may be writing where this would go. */
static void
forget_kept(void *context)
{
	sqlite3_file *file = NULL;

	sqlite3_file_control(context, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
	if (file != NULL && file->pMethods == &methods)
		((struct wal_file *)file)->size = 0;
}

int
wal_writes_open(const char *name, sqlite3 **ret_raw, int flags)
{
	int code = sqlite3_open_v2(name, ret_raw, flags, joining_vfs());

	if (code == SQLITE_OK)
		sqlite3_rollback_hook(*ret_raw, forget_kept, *ret_raw);
	return code;
}
