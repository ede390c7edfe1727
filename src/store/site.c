/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/site.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"

/* From <linux/magic.h> and the sources of file systems that are not in it. */
static const unsigned long local_file_systems[] = {
	0x0000EF53,	/* ext2, ext3, ext4 */
	0x58465342,	/* XFS */
	0x9123683E,	/* Btrfs */
	0x2FC12FC1,	/* ZFS */
	0xF2F52010,	/* F2FS */
	0xCA451A4E,	/* bcachefs */
	0x3153464A,	/* JFS */
	0x52654973,	/* ReiserFS */
	0x00003434,	/* NILFS2 */
	0x01021994,	/* tmpfs */
	0x858458F6,	/* ramfs */
	0x794C7630,	/* overlayfs */
	0x0000F15F,	/* eCryptfs */
	0x00004D44,	/* FAT */
	0x2011BAB0,	/* exFAT */
	0x7366746E,	/* NTFS of the kernel */
	0x5346544E,	/* NTFS, the older driver */
	0x00009660,	/* ISO 9660 */
	0x15013346,	/* UDF */
	0x73717368,	/* squashfs */
	0xE0F5E1E2,	/* EROFS */
};

static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_strdup(".");
	return slash == path ? mem_strdup("/") : mem_strndup(path, (size_t)(slash - path));
}

static bool
is_local(const char *path, struct err *err)
{
	struct statfs disk;

	if (statfs(path, &disk) != 0)
		return err_set(err, ERR_FILE, _("%s cannot be opened: %s."), path, strerror(errno));
	for (size_t i = 0; i < sizeof local_file_systems / sizeof local_file_systems[0]; i++)
		if (local_file_systems[i] == ((unsigned long)disk.f_type & 0xFFFFFFFF))
			return true;
	return err_set(err, ERR_FILE,
	    _("%s lies on a network disk, where saved records can get lost. Put it on a disk of this computer."),
	    path);
}

bool
site_check(const char *path, struct err *err)
{
	struct stat file;

	if (stat(path, &file) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return err_set(err, ERR_MISSING,
			    _("There is no file %s. \"nearsec init\" makes a new one."), path);
		return err_set(err, ERR_FILE, _("%s cannot be opened: %s."), path, strerror(errno));
	}
	if (!S_ISREG(file.st_mode))
		return err_set(err, ERR_FILE, _("%s is not a file of this program."), path);
	if (access(path, R_OK) != 0)
		return err_set(err, ERR_FILE, _("%s cannot be opened: %s."), path, strerror(errno));
	return is_local(path, err);
}

static mode_t
mode_in(const char *path)
{
	char *folder = folder_of(path);
	struct stat about;
	bool shared = stat(folder, &about) == 0 && (about.st_mode & S_ISGID) != 0;

	free(folder);
	return shared ? 0660 : 0600;
}

bool
site_create(const char *path, struct err *err)
{
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (file < 0 && errno == EEXIST)
		return site_check(path, err);
	/* umask is for files that a program did not think about. */
	if (file < 0 || fchmod(file, mode_in(path)) != 0) {
		err_set(err, ERR_FILE, _("%s cannot be made: %s."), path, strerror(errno));
		if (file >= 0)
			close(file);
		return false;
	}
	close(file);
	return is_local(path, err);
}

bool
site_lies_still(const char *path)
{
	struct buf wal = { 0 };
	struct stat about;

	buf_addf(&wal, "%s-wal", path);
	bool still = stat(buf_text(&wal), &about) != 0 ? errno == ENOENT : about.st_size == 0;
	buf_done(&wal);
	return still;
}

bool
site_may_write_file(const char *path)
{
	return access(path, W_OK) == 0;
}

bool
site_may_write_folder(const char *path)
{
	char *folder = folder_of(path);
	bool may = access(folder, W_OK | X_OK) == 0;

	free(folder);
	return may;
}

bool
site_has_less_than(const char *path, unsigned long long bytes)
{
	struct statvfs disk;

	return statvfs(path, &disk) == 0 &&
	    (unsigned long long)disk.f_bavail * disk.f_frsize < bytes;
}

static bool
sync_one(const char *path, int flags)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | flags);
	bool ok = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	return ok;
}

bool
site_sync(const char *path, struct err *err)
{
	char *folder = folder_of(path);
	bool ok = sync_one(path, 0) && sync_one(folder, O_DIRECTORY);

	free(folder);
	if (!ok)
		err_set(err, ERR_SYSTEM, _("%s could not be written to the disk: %s."), path,
		    strerror(errno));
	return ok;
}
