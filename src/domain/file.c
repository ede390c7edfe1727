/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/path.h"
#include "domain/derive.h"
#include "domain/session.h"
#include "store/db.h"
#include "store/stmt.h"

struct session *
file_find(const char *path, bool read_only, const char *user, const char *place, struct err *err)
{
	struct db *db = db_find(path, read_only ? DB_READ_ONLY : DB_READ_WRITE, err);

	return db != NULL ? session_new(db, user, place) : NULL;
}

bool
file_ready(struct session *session, struct err *err)
{
	if (!db_ready(session->db, err))
		return false;
	session_know_file(session);
	return derive_keep_current(session, err);
}

struct session *
file_open(const char *path, bool read_only, const char *user, const char *place, struct err *err)
{
	struct session *session = file_find(path, read_only, user, place, err);

	if (session == NULL || file_ready(session, err))
		return session;
	session_close(session);
	return NULL;
}

static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return mem_strdup(".");
	return slash == path ? mem_strdup("/") : mem_strndup(path, (size_t)(slash - path));
}

static bool
make_folder_of(const char *path, struct err *err)
{
	char *folder = folder_of(path);
	bool ok = access(folder, F_OK) == 0 || path_make_folder(folder, err);

	free(folder);
	return ok;
}

/* The file and what SQLite may have left beside it. */
static void
remove_unfinished(const char *path)
{
	static const char *const tails[] = { "", "-wal", "-shm" };
	struct buf name = { 0 };

	for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
		buf_clear(&name);
		buf_addf(&name, "%s%s", path, tails[i]);
		unlink(buf_text(&name));
	}
	buf_done(&name);
}

static bool
fill_unfinished(const char *path, const char *user, const char *place,
    bool (*fill)(struct session *, void *, struct err *), void *context, struct err *err)
{
	struct db *db = db_open(path, DB_CREATE, err);

	if (db == NULL)
		return false;
	struct session *session = session_open(db, user, place);
	bool ok = fill == NULL || fill(session, context, err);
	session_close(session);
	return ok;
}

static bool
already_there(const char *path, struct err *err)
{
	return err_set(err, ERR_FILE, _("There is already a file %s: it was left as it is."), path);
}

/*
 * link, because rename would replace what somebody else made meanwhile. Disks
 * that know no links (a stick with FAT) have one user at a time.
 */
static bool
give_name(const char *unfinished, const char *path, struct err *err)
{
	if (link(unfinished, path) == 0)
		return true;
	if (errno == EEXIST)
		return already_there(path, err);
	if ((errno == EPERM || errno == EOPNOTSUPP) && rename(unfinished, path) == 0)
		return true;
	return err_set(err, ERR_FILE, _("%s cannot be made: %s."), path, strerror(errno));
}

bool
file_create(const char *path, const char *user, const char *place,
    bool (*fill)(struct session *, void *, struct err *), void *context, struct err *err)
{
	struct buf unfinished = { 0 };
	struct stat there;

	if (lstat(path, &there) == 0)
		return already_there(path, err);
	if (!make_folder_of(path, err))
		return false;
	buf_addf(&unfinished, "%s.new-%ld", path, (long)getpid());
	bool ok = fill_unfinished(buf_text(&unfinished), user, place, fill, context, err) &&
	    give_name(buf_text(&unfinished), path, err);
	remove_unfinished(buf_text(&unfinished));
	buf_done(&unfinished);
	return ok;
}

bool
file_backup(struct session *session, const char *path, char ret_head[FILE_HEAD_SIZE],
    struct err *err)
{
	return db_backup(session->db, path, ret_head, err);
}

int64_t
file_schema(struct session *session)
{
	struct err ignored = { 0 };
	struct stmt st = { 0 };
	int64_t number = 0;

	if (stmt_open(&st, session->db, "PRAGMA user_version", &ignored) && stmt_next(&st))
		number = stmt_int(&st, 0);
	stmt_close(&st);
	return number;
}

/* What a check reports to while it runs. */
struct checking {
	struct session *session;
	void (*fault)(void *context, const char *text);
	void *context;
	size_t faults;
	struct buf count;
	struct err *err;
};

static void
say_fault(void *context, const char *text)
{
	struct checking *checking = context;

	checking->faults++;
	checking->fault(checking->context, text);
}

static bool
check_sound(struct checking *checking)
{
	return db_examine(checking->session->db, say_fault, checking, checking->err);
}

static bool
check_access(struct checking *checking)
{
	const char *path = db_path(checking->session->db);
	struct stat about;

	if (stat(path, &about) != 0)
		return err_set(checking->err, ERR_FILE, _("%s cannot be opened: %s."), path, strerror(errno));
	buf_addf(&checking->count, "%04o", (unsigned)about.st_mode & 07777);
	if ((about.st_mode & S_IRWXO) != 0)
		say_fault(checking, _("Everybody on this computer may open the file: take that away with chmod o=."));
	if (db_is_read_only(checking->session->db))
		say_fault(checking, _("You may read the file but not save in it."));
	return true;
}

/* Without setgid the first clerk's -wal takes her own group and locks the others out. */
static bool
check_folder(struct checking *checking)
{
	char *folder = folder_of(db_path(checking->session->db));
	struct stat about;
	bool known = stat(folder, &about) == 0;

	if (known) {
		bool shared = (about.st_mode & S_IWGRP) != 0;

		buf_addf(&checking->count, "%04o", (unsigned)about.st_mode & 07777);
		if (shared && (about.st_mode & S_ISGID) == 0)
			say_fault(checking, _("A group shares the folder, but new files in it do not get that group: chmod g+s."));
		if (shared && (about.st_mode & S_ISVTX) == 0)
			say_fault(checking, _("Everybody in the group can remove the file: chmod +t on the folder."));
		if ((about.st_mode & S_IWOTH) != 0)
			say_fault(checking, _("Everybody on this computer may write in the folder: chmod o-w."));
	}
	free(folder);
	return known || err_set(checking->err, ERR_FILE, _("The folder of the file cannot be looked at: %s."),
	    strerror(errno));
}

static bool
check_disk(struct checking *checking)
{
	const char *path = db_path(checking->session->db);
	struct statvfs disk;

	if (statvfs(path, &disk) == 0)
		buf_addf(&checking->count, "%llu",
		    (unsigned long long)disk.f_bavail * disk.f_frsize / 1000000);
	if (db_disk_is_low(checking->session->db))
		say_fault(checking, _("The disk is nearly full: free some room before anything is lost."));
	return true;
}

/* A -wal this long means that somebody has kept the file open for reading. */
enum { LONG_WAL = 64 * 1000 * 1000 };

static bool
check_wal(struct checking *checking)
{
	struct buf path = { 0 };
	struct stat about;

	buf_addf(&path, "%s-wal", db_path(checking->session->db));
	long long bytes = stat(buf_text(&path), &about) == 0 ? (long long)about.st_size : 0;
	buf_done(&path);
	buf_addf(&checking->count, "%lld", bytes);
	if (bytes > LONG_WAL)
		say_fault(checking, _("Much waits beside the file: close every program that has it open, then look again."));
	return true;
}

static const struct {
	const char *rule;
	bool (*check)(struct checking *checking);
} checks[] = {
	{ N_("The file is sound and every reference leads somewhere"), check_sound },
	{ N_("The file can be opened by those who should (mode)"), check_access },
	{ N_("Its folder suits those who share it (mode)"), check_folder },
	{ N_("The disk has room (MB free)"), check_disk },
	{ N_("What is saved goes into the file itself (bytes waiting)"), check_wal },
};

bool
file_check(struct session *session, void (*line)(void *, const struct verify_line *),
    void (*fault)(void *, const char *), void *context, size_t *ret_faults, struct err *err)
{
	struct checking checking = { .session = session, .fault = fault, .context = context,
		.err = err };
	bool ok = true;

	for (size_t i = 0; i < sizeof checks / sizeof checks[0] && ok; i++) {
		size_t before = checking.faults;

		buf_clear(&checking.count);
		ok = checks[i].check(&checking);
		if (ok)
			line(context, &(struct verify_line){ _(checks[i].rule),
			    buf_text(&checking.count), checking.faults == before });
	}
	buf_done(&checking.count);
	*ret_faults = checking.faults;
	return ok;
}
