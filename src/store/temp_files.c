/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/temp_files.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ROOM	((sqlite3_int64)(SIZE_MAX / 4))	/* what realloc can be asked for */

enum { FIRST_ROOM = 131072 };	/* twice what SQLite keeps before it wants a file */

/* SQLite knows of the first member alone. */
struct temp_file {
	sqlite3_file file;
	char *bytes;
	sqlite3_int64 size, room;
};

/* What lies beyond the end is zeros, and SQLite wants to be told. */
static int
read_piece(sqlite3_file *file, void *bytes, int size, sqlite3_int64 start)
{
	const struct temp_file *temp = (const struct temp_file *)file;
	sqlite3_int64 there = temp->size > start ? temp->size - start : 0;

	if (there >= size) {
		memcpy(bytes, temp->bytes + start, (size_t)size);
		return SQLITE_OK;
	}
	if (there > 0)
		memcpy(bytes, temp->bytes + start, (size_t)there);
	memset((char *)bytes + there, 0, (size_t)(size - there));
	return SQLITE_IOERR_SHORT_READ;
}

static bool
make_room(struct temp_file *temp, sqlite3_int64 end)
{
	sqlite3_int64 room = temp->room > 0 ? temp->room : FIRST_ROOM;

	while (room < end)
		room *= 2;
	if (room == temp->room)
		return true;
	/* Not mem_grow: a question that is too large fails, and the program goes on. */
	char *grown = room < MOST_ROOM ? realloc(temp->bytes, (size_t)room) : NULL;
	if (grown == NULL)
		return false;
	temp->bytes = grown;
	temp->room = room;
	return true;
}

static int
write_piece(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 start)
{
	struct temp_file *temp = (struct temp_file *)file;

	if (!make_room(temp, start + size))
		return SQLITE_IOERR_NOMEM;
	if (start > temp->size)
		memset(temp->bytes + temp->size, 0, (size_t)(start - temp->size));
	memcpy(temp->bytes + start, bytes, (size_t)size);
	if (start + size > temp->size)
		temp->size = start + size;
	return SQLITE_OK;
}

static int
cut(sqlite3_file *file, sqlite3_int64 size)
{
	struct temp_file *temp = (struct temp_file *)file;

	if (size < temp->size)
		temp->size = size;
	return SQLITE_OK;
}

static int
tell_size(sqlite3_file *file, sqlite3_int64 *ret_size)
{
	*ret_size = ((const struct temp_file *)file)->size;
	return SQLITE_OK;
}

static int
close_file(sqlite3_file *file)
{
	free(((struct temp_file *)file)->bytes);
	return SQLITE_OK;
}

/* There is no disk to wait for. */
static int
wait_for_disk(sqlite3_file *file, int flags)
{
	(void)file, (void)flags;
	return SQLITE_OK;
}

/* Nobody else can open it. */
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

static int
control(sqlite3_file *file, int what, void *value)
{
	(void)file, (void)what, (void)value;
	return SQLITE_NOTFOUND;
}

static int
tell_nothing(sqlite3_file *file)
{
	(void)file;
	return 0;
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
	.xSectorSize = tell_nothing,
	.xDeviceCharacteristics = tell_nothing,
};

/* What has a name is the real VFS's own. */
static int
open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
	sqlite3_vfs *real = sqlite3_vfs_find(NULL);

	(void)vfs;
	if (name != NULL)
		return real->xOpen(real, name, file, flags, ret_flags);
	*(struct temp_file *)file = (struct temp_file){ .file.pMethods = &methods };
	if (ret_flags != NULL)
		*ret_flags = flags;
	return SQLITE_OK;
}

sqlite3_vfs *
temp_files_vfs(void)
{
	static sqlite3_vfs own;
	const sqlite3_vfs *real = sqlite3_vfs_find(NULL);

	if (real == NULL)
		return NULL;
	own = *real;
	own.xOpen = open_file;
	if (own.szOsFile < (int)sizeof(struct temp_file))
		own.szOsFile = sizeof(struct temp_file);
	return &own;
}
