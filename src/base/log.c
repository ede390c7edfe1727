/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/text.h"

static int file = -1;

static bool
open_file(const char *path, struct err *err)
{
	struct stat st;

	file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
	if (file < 0)
		return err_set(err, ERR_SYSTEM, _("The file %s cannot be written: %s."), path, strerror(errno));
	if (fstat(file, &st) == 0 && S_ISREG(st.st_mode))
		return true;
	log_close();
	return err_set(err, ERR_FILE, _("%s is not a plain file."), path);
}

bool
log_open(const char *user, struct err *err)
{
	const char *name = getenv("NEARSEC_DEBUG");

	log_close();
	if (name == NULL || name[0] == '\0')
		return true;
	if (strchr(name, '/') != NULL)
		return open_file(name, err);
	char *folder = path_state(user);
	char *path = path_join(folder, name);
	bool ok = path_make_folder(folder, err) && open_file(path, err);
	free(path);
	free(folder);
	return ok;
}

void
log_close(void)
{
	if (file >= 0)
		close(file);
	file = -1;
}

bool
log_is_on(void)
{
	return file >= 0;
}

void
log_add(const char *format, ...)
{
	struct buf said = { 0 }, line = { 0 };
	char stamp[CLOCK_STAMP_SIZE];
	va_list args;
	int why = errno;

	if (file < 0)
		return;
	va_start(args, format);
	buf_addv(&said, format, args);
	va_end(args);
	clock_stamp(stamp);
	buf_addf(&line, "%s %ld ", stamp, (long)getpid());
	text_add_shown(&line, buf_text(&said));
	buf_add_char(&line, '\n');
	/* One write, so that lines of two processes do not mix. No log is no failure. */
	if (write(file, line.bytes, line.length) < 0)
		log_close();
	buf_done(&line);
	buf_done(&said);
	errno = why;
}
