/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"

enum { FOLDER_MODE = 0700 };

char *
path_join(const char *folder, const char *name)
{
	struct buf path = { 0 };

	if (name[0] != '/')
		buf_add(&path, folder);
	if (path.length > 0 && path.bytes[path.length - 1] != '/')
		buf_add_char(&path, '/');
	buf_add(&path, name);
	return buf_take(&path);
}

static const char *
home(void)
{
	const char *folder = getenv("HOME");

	if (folder != NULL && folder[0] == '/')
		return folder;
	const struct passwd *login = getpwuid(getuid());
	return login != NULL && login->pw_dir != NULL ? login->pw_dir : "/";
}

char *
path_typed(const char *typed)
{
	typed += strspn(typed, " ");
	size_t length = strlen(typed);
	while (length > 0 && typed[length - 1] == ' ')
		length--;
	bool quoted = length > 1 && (typed[0] == '\'' || typed[0] == '"') && typed[length - 1] == typed[0];
	char *path = quoted ? mem_strndup(typed + 1, length - 2) : mem_strndup(typed, length);

	if (strncmp(path, "~/", 2) != 0)
		return path;
	char *whole = path_join(home(), path + 2);
	free(path);
	return whole;
}

/* The rules of XDG: a value that is not absolute counts as none. */
static char *
base_folder(const char *variable, const char *otherwise)
{
	const char *value = getenv(variable);

	if (value != NULL && value[0] == '/')
		return path_join(value, PACKAGE);
	char *folder = path_join(home(), otherwise);
	char *path = path_join(folder, PACKAGE);
	free(folder);
	return path;
}

static bool
may_stand_in_name(char c, bool is_first)
{
	return c != '/' && c != '%' && (unsigned char)c >= ' ' && c != '\177' &&
	    !(is_first && c == '.');
}

static char *
folder_of_user(const char *variable, const char *otherwise, const char *user)
{
	char *folder = base_folder(variable, otherwise);
	struct buf name = { 0 };

	if (user == NULL || user[0] == '\0')
		return folder;
	for (const char *p = user; *p != '\0'; p++) {
		if (may_stand_in_name(*p, p == user))
			buf_add_char(&name, *p);
		else
			buf_addf(&name, "%%%02X", (unsigned char)*p);
	}
	char *path = path_join(folder, buf_text(&name));
	buf_done(&name);
	free(folder);
	return path;
}

char *
path_data(void)
{
	return base_folder("XDG_DATA_HOME", ".local/share");
}

char *
path_state(const char *user)
{
	return folder_of_user("XDG_STATE_HOME", ".local/state", user);
}

char *
path_config(const char *user)
{
	return folder_of_user("XDG_CONFIG_HOME", ".config", user);
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
make_one(const char *path)
{
	return mkdir(path, FOLDER_MODE) == 0 || is_folder(path);
}

bool
path_make_folder(const char *path, struct err *err)
{
	char *part = mem_strdup(path);
	bool ok = true;

	for (char *p = part; ok && (p = strchr(p + 1, '/')) != NULL; *p = '/') {
		*p = '\0';
		ok = make_one(part);
	}
	ok = ok && make_one(part);
	if (!ok)
		err_set(err, ERR_SYSTEM, _("The folder %s cannot be made: %s."), part, strerror(errno));
	free(part);
	return ok;
}

static bool
write_all(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(fd, bytes, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes += written;
		length -= (size_t)written;
	}
	return true;
}

/* Without it a crash may forget that the file was renamed. */
static bool
sync_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash == NULL ? mem_strdup(".") :
	    mem_strndup(path, slash == path ? 1 : (size_t)(slash - path));
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* Some network file systems know no such thing and say EINVAL. */
	bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);

	if (fd >= 0)
		close(fd);
	free(folder);
	return ok;
}

static bool
write_and_sync(int fd, const char *bytes, size_t length)
{
	bool ok = write_all(fd, bytes, length) && fsync(fd) == 0;
	int why = errno;

	/* On NFS a full disk may show only here. */
	if (close(fd) != 0)
		return false;
	errno = why;
	return ok;
}

bool
path_write(const char *path, const char *bytes, size_t length, struct err *err)
{
	struct buf fresh = { 0 };
	int why;

	buf_addf(&fresh, "%s.XXXXXX", path);
	int fd = mkostemp(fresh.bytes, O_CLOEXEC);	/* 0600 by itself */
	bool ok = fd >= 0 && write_and_sync(fd, bytes, length) &&
	    rename(fresh.bytes, path) == 0 && sync_folder_of(path);
	why = errno;
	if (!ok) {
		if (fd >= 0)
			unlink(fresh.bytes);
		err_set(err, ERR_SYSTEM, _("The file %s cannot be written: %s."), path, strerror(why));
	}
	buf_done(&fresh);
	return ok;
}

static bool
read_all(int fd, struct buf *bytes, size_t most)
{
	char part[16384];
	ssize_t got;

	while ((got = read(fd, part, sizeof part)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		buf_add_bytes(bytes, part, (size_t)got);
		if (bytes->length > most)
			break;
	}
	return true;
}

static bool
read_plain(int fd, const char *path, size_t most, struct buf *bytes, struct err *err)
{
	struct stat st;

	if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode))
		return err_set(err, ERR_FILE, _("%s is not a plain file."), path);
	if (!read_all(fd, bytes, most))
		return err_set(err, ERR_SYSTEM, _("The file %s cannot be read: %s."), path, strerror(errno));
	if (bytes->length > most)
		return err_set(err, ERR_FILE, _("The file %s is too long: at most %zu bytes are read."),
		    path, most);
	return true;
}

bool
path_read(const char *path, size_t most, char **ret_bytes, size_t *ret_length, struct err *err)
{
	struct buf bytes = { 0 };
	/* Opening a pipe would wait for somebody to write to it. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0 && errno == ENOENT)
		return err_set(err, ERR_MISSING, _("There is no file %s."), path);
	if (fd < 0)
		return err_set(err, ERR_SYSTEM, _("The file %s cannot be read: %s."), path, strerror(errno));
	bool ok = read_plain(fd, path, most, &bytes, err);
	close(fd);
	if (ok) {
		*ret_length = bytes.length;
		*ret_bytes = buf_take(&bytes);
	}
	buf_done(&bytes);
	return ok;
}
