/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/note.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"
#include "ui/screen.h"

static bool
is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0';
}

bool
note_has_editor(void)
{
	return is_set("VISUAL") || is_set("EDITOR");
}

/* Only its owner may read it: mkstemp sees to that. */
static int
make_file(struct buf *path)
{
	buf_addf(path, "%s/nearsec-note-XXXXXX", is_set("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	return mkstemp(path->bytes);
}

static bool
write_all(int file, const char *text)
{
	size_t left = strlen(text);

	while (left > 0) {
		ssize_t written = write(file, text, left);

		if (written < 0 && errno != EINTR)
			return false;
		if (written > 0) {
			text += written;
			left -= (size_t)written;
		}
	}
	return true;
}

static bool
read_all(const char *path, struct buf *text)
{
	char bytes[4096];
	size_t got;
	FILE *file = fopen(path, "r");

	if (file == NULL)
		return false;
	while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
		buf_add_bytes(text, bytes, got);
	bool whole = ferror(file) == 0;
	fclose(file);
	return whole;
}

/* A shell finds it, because both variables may hold options. */
static int
run_editor(char *path)
{
	char shell[] = "/bin/sh", option[] = "-c", command[] = "${VISUAL:-$EDITOR} \"$1\"", name[] = "sh";

	return screen_run((char *[]){ shell, option, command, name, path, NULL });
}

static void
add_stored(struct buf *ret_text, const struct buf *raw)
{
	size_t length = raw->length;

	while (length > 0 && (raw->bytes[length - 1] == '\n' || raw->bytes[length - 1] == '\r'))
		length--;
	char *stored = text_store(buf_text(raw), length);
	buf_clear(ret_text);
	buf_add(ret_text, stored);
	free(stored);
}

bool
note_run_editor(const char *text, struct buf *ret_text, struct err *err)
{
	struct buf path = { 0 }, raw = { 0 };
	int file = make_file(&path);
	bool done = file >= 0 && write_all(file, text);

	if (file >= 0)
		close(file);
	if (!done)
		err_set(err, ERR_SYSTEM, _("A file for the editor cannot be written: %s."), strerror(errno));
	else if (run_editor(path.bytes) != 0)
		done = err_set(err, ERR_SYSTEM, _("The editor failed: the text is as it was."));
	else if (!read_all(buf_text(&path), &raw))
		done = err_set(err, ERR_SYSTEM, _("What the editor wrote cannot be read: the text is as it was."));
	if (done)
		add_stored(ret_text, &raw);
	if (file >= 0)
		unlink(buf_text(&path));
	buf_done(&path);
	buf_done(&raw);
	return done;
}
