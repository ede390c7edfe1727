/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/draft.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/path.h"
#include "domain/session.h"

enum { MOST_BYTES = 1 << 20 };

static const char magic[] = "nearsec draft 1";

void
draft_done(struct draft *draft)
{
	for (size_t i = 0; i < draft->count; i++) {
		free(draft->field[i].field);
		free(draft->field[i].before);
		free(draft->field[i].typed);
	}
	free(draft->field);
	free(draft->pane);
	free(draft->record);
	free(draft->label);
	free(draft->at);
	*draft = (struct draft){ 0 };
}

void
draft_list_done(struct draft_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		draft_done(&list->item[i]);
	free(list->item);
	*list = (struct draft_list){ 0 };
}

void
draft_add_field(struct draft *draft, size_t part, const char *field, const char *before,
    const char *typed)
{
	draft->field = mem_grow(draft->field, draft->count + 1, sizeof draft->field[0]);
	draft->field[draft->count++] = (struct draft_field){
		.part = part,
		.field = mem_strdup(field),
		.before = mem_strdup(before),
		.typed = mem_strdup(typed),
	};
}

static void
unescape(char *text)
{
	char *out = text;

	for (const char *in = text; *in != '\0'; in++) {
		if (in[0] == '\\' && in[1] != '\0') {
			in++;
			*out++ = *in == 'n' ? '\n' : *in == 't' ? '\t' : *in;
		} else {
			*out++ = *in;
		}
	}
	*out = '\0';
}

static void
write_draft(const struct draft *draft, struct buf *out)
{
	const char *const heads[] = { draft->pane, draft->record, draft->label, draft->at };

	buf_addf(out, "%s\n", magic);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
		buf_add_escaped(out, heads[i]);
		buf_add_char(out, '\n');
	}
	buf_addf(out, "%lld\n", (long long)draft->lsn);
	for (size_t i = 0; i < draft->count; i++) {
		buf_addf(out, "%zu\t%s\t", draft->field[i].part, draft->field[i].field);
		buf_add_escaped(out, draft->field[i].before);
		buf_add_char(out, '\t');
		buf_add_escaped(out, draft->field[i].typed);
		buf_add_char(out, '\n');
	}
	/* A draft that was cut short by a full disk has no such line. */
	buf_add(out, "end\n");
}

/* The next line of *text, without its end; NULL after the last. */
static char *
next_line(char **text)
{
	char *line = *text, *end = strchr(line, '\n');

	if (end == NULL)
		return NULL;
	*end = '\0';
	*text = end + 1;
	return line;
}

static bool
read_field(struct draft *draft, char *line)
{
	char *cell[4] = { line };

	for (int i = 1; i < 4; i++) {
		char *tab = strchr(cell[i - 1], '\t');

		if (tab == NULL)
			return false;
		*tab = '\0';
		cell[i] = tab + 1;
	}
	unescape(cell[2]);
	unescape(cell[3]);
	draft_add_field(draft, strtoul(cell[0], NULL, 10), cell[1], cell[2], cell[3]);
	return true;
}

static bool
read_draft(char *text, struct draft *ret_draft)
{
	struct draft draft = { 0 };
	char **const heads[] = { &draft.pane, &draft.record, &draft.label, &draft.at };
	char *line = next_line(&text);
	bool whole = line != NULL && strcmp(line, magic) == 0;

	for (size_t i = 0; i < sizeof heads / sizeof heads[0] && whole; i++) {
		line = next_line(&text);
		whole = line != NULL;
		if (whole) {
			unescape(line);
			*heads[i] = mem_strdup(line);
		}
	}
	line = whole ? next_line(&text) : NULL;
	whole = line != NULL;
	if (whole)
		draft.lsn = strtoll(line, NULL, 10);
	while (whole && (line = next_line(&text)) != NULL && strcmp(line, "end") != 0)
		whole = read_field(&draft, line);
	if (!whole || line == NULL) {
		draft_done(&draft);
		return false;
	}
	*ret_draft = draft;
	return true;
}

/* One folder for each clerk and file: the node of a file is its own for ever. */
static bool
open_folder(const struct session *session, char **ret_folder, struct err *err)
{
	char *state = path_state(session->user);
	char *drafts = path_join(state, "drafts");
	char *folder = path_join(drafts, session->file_id);
	bool ok = path_make_folder(folder, err);

	free(state);
	free(drafts);
	if (ok)
		*ret_folder = folder;
	else
		free(folder);
	return ok;
}

/* Keys are ASCII without '/' but for parts joined by it; a new record has none. */
static char *
draft_path(const char *folder, const char *pane, const char *record)
{
	struct buf name = { 0 };

	buf_addf(&name, "%s-", pane);
	for (const char *p = record[0] != '\0' ? record : "new"; *p != '\0'; p++)
		buf_add_char(&name, *p == '/' ? '_' : *p);
	buf_add(&name, ".draft");
	char *path = path_join(folder, buf_text(&name));
	buf_done(&name);
	return path;
}

bool
draft_keep(const struct session *session, struct draft *draft, struct err *err)
{
	char stamp[CLOCK_STAMP_SIZE];
	struct buf out = { 0 };
	char *folder = NULL, *path = NULL;
	bool ok = false;

	clock_stamp(stamp);
	mem_replace(&draft->at, stamp);
	if (!open_folder(session, &folder, err))
		goto out;
	write_draft(draft, &out);
	path = draft_path(folder, draft->pane, draft->record);
	ok = path_write(path, buf_text(&out), out.length, err);
out:
	buf_done(&out);
	free(folder);
	free(path);
	return ok;
}

/* A file that cannot be read, or was cut short, is no draft. */
static bool
read_path(const char *path, struct draft *ret_draft)
{
	struct err ignored = { 0 };
	char *bytes = NULL;
	size_t length = 0;
	bool found = path_read(path, MOST_BYTES, &bytes, &length, &ignored) &&
	    strlen(bytes) == length && read_draft(bytes, ret_draft);
	free(bytes);
	return found;
}

bool
draft_find(const struct session *session, const char *pane, const char *record,
    struct draft *ret_draft, bool *ret_found, struct err *err)
{
	char *folder = NULL;

	if (!open_folder(session, &folder, err))
		return false;
	char *path = draft_path(folder, pane, record);
	*ret_found = read_path(path, ret_draft);
	free(path);
	free(folder);
	return true;
}

static int
compare_newest(const void *a, const void *b)
{
	return strcmp(((const struct draft *)b)->at, ((const struct draft *)a)->at);
}

static bool
ends_in(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length > tail && strcmp(text + length - tail, end) == 0;
}

bool
draft_list(const struct session *session, struct draft_list *ret_list, struct err *err)
{
	struct draft_list list = { 0 };
	struct dirent *entry;
	char *folder = NULL;

	if (!open_folder(session, &folder, err))
		return false;
	DIR *dir = opendir(folder);
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		struct draft draft = { 0 };

		if (!ends_in(entry->d_name, ".draft"))
			continue;
		char *path = path_join(folder, entry->d_name);
		bool found = read_path(path, &draft);
		free(path);
		if (!found)
			continue;
		list.item = mem_grow(list.item, list.count + 1, sizeof list.item[0]);
		list.item[list.count++] = draft;
	}
	if (dir != NULL)
		closedir(dir);
	free(folder);
	if (list.count > 0)
		qsort(list.item, list.count, sizeof list.item[0], compare_newest);
	*ret_list = list;
	return true;
}

bool
draft_drop(const struct session *session, const char *pane, const char *record, struct err *err)
{
	char *folder = NULL;
	bool ok;

	if (!open_folder(session, &folder, err))
		return false;
	char *path = draft_path(folder, pane, record);
	ok = unlink(path) == 0 || errno == ENOENT ||
	    err_set(err, ERR_SYSTEM, _("The draft %s cannot be removed: %s."), path, strerror(errno));
	free(path);
	free(folder);
	return ok;
}
