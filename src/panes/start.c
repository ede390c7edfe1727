/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/start.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/settings.h"
#include "domain/file.h"
#include "domain/history.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "panes/change_summary.h"
#include "panes/codes.h"
#include "panes/desk.h"
#include "panes/entries.h"
#include "panes/first_run_pane.h"
#include "panes/home_pane.h"
#include "ui/screen.h"

struct start {
	const struct start_options *options;	/* borrowed */
	struct session *session;		/* NULL until there is a file */
	struct catalogue *catalogue;		/* of a language chosen here; NULL: main's is used */
	const struct catalogue *main_catalogue;
	const struct language *main_language;
	int64_t seen;				/* end of the log when last looked at */
};

static struct start *
start_of(struct desk *desk)
{
	return desk_context(desk);
}

const struct start_options *
start_options(struct desk *desk)
{
	return start_of(desk)->options;
}

/* Language and settings */

bool
start_speak(struct desk *desk, const struct language *language, struct err *err)
{
	struct start *start = start_of(desk);
	struct catalogue *catalogue;

	if (!settings_set(start->options->settings, "language", language->code, err))
		return false;
	catalogue = catalogue_open(NULL, language);
	messages_use(catalogue, language);
	catalogue_close(start->catalogue);
	start->catalogue = catalogue;
	desk_language_changed(desk);
	return true;
}

static void
stop_speaking(struct start *start)
{
	messages_use(start->main_catalogue, start->main_language);
	catalogue_close(start->catalogue);
}

void
start_obey_settings(struct desk *desk)
{
	const struct start_options *options = start_options(desk);
	const char *layout = settings_get(options->settings, "layout");

	desk_set_list_start(desk, strcmp(settings_get(options->settings, "list.start"), "rows") == 0);
	desk_set_key_layout(desk, strcmp(layout, "auto") != 0 ? layout : NULL);
	screen_theme(settings_get(options->settings, "theme"), options->mono);
}

/* What the desk asks */

static void
add_identity(struct desk *desk, struct buf *ret_who, struct buf *ret_state)
{
	const struct session *session = desk_session(desk);

	/* TRANSLATORS: who works where; the file of the office, not a venue's copy. */
	buf_addf(ret_who, _("%s@office"), start_options(desk)->user);
	if (session == NULL)
		return;
	if (session->as_of[0] != '\0')
		buf_add(ret_state, session->as_of);
	else if (session_may_write(session, NULL))
		buf_add(ret_state, C_("state", "ok"));
	else
		buf_add(ret_state, C_("state", "READ ONLY"));
}

static bool
was_changed(struct desk *desk)
{
	struct start *start = start_of(desk);
	int64_t now = session_last_change(start->session);
	bool changed = now != start->seen;

	start->seen = now;
	return changed;
}

/* "edit government, 2 fields of RU-KAM" of the newest set that took that one back. */
static void
add_undone(struct session *session, int64_t undone, struct buf *text)
{
	struct row_list sets = { 0 };
	struct change_summary summary = { 0 };
	struct err ignored = { 0 };

	if (!history_list(session, NULL, NULL, 1, &sets, &ignored))
		return;
	if (sets.count > 0) {
		change_summary_read(session, row_at(&sets, 0), &summary);
		buf_addf(text, _("change set %lld, "), (long long)undone);
		change_summary_add(&summary, text);
		change_summary_done(&summary);
	}
	row_list_done(&sets);
}

static bool
undo(struct desk *desk, bool redo, struct err *err)
{
	struct session *session = desk_session(desk);
	struct buf text = { 0 };
	int64_t undone = 0, number = 0;

	if (!session_may_write(session, err))
		return false;
	if (!(redo ? undo_redo(session, &undone, &number, err) :
	    undo_set(session, NULL, &undone, &number, err)))
		return false;
	add_undone(session, undone, &text);
	if (redo)
		desk_say(desk, _("Redone: %s."), buf_text(&text));
	else
		desk_say(desk, _("Undone: %s. ^R takes that back."), buf_text(&text));
	buf_done(&text);
	return true;
}

/* Somebody else is saving: row 1 says busy, ^C gives up. */
static bool
wait_for_others(void *context, int waited_ms)
{
	(void)waited_ms;
	return desk_progress(context, 0, 0);
}

/* HOM asks nothing of the file before it is on the screen, so reading its schema can wait. */
static bool
make_ready(struct desk *desk, struct err *err)
{
	struct start *start = start_of(desk);

	session_on_wait(start->session, wait_for_others, desk);
	if (!file_ready(start->session, err))
		return false;
	start->seen = session_last_change(start->session);
	return true;
}

/* Before there is a file: nothing to go to, nothing to undo. */
static const struct desk_hooks first_hooks = { .identity = add_identity };

static const struct desk_hooks hooks = {
	.begin = make_ready,
	.identity = add_identity,
	.changed = was_changed,
	.entries = entries_fill,
	.go = codes_go,
	.undo = undo,
};

/* From beginning to end */

static bool
set_day(struct start *start, struct err *err)
{
	const char *day = start->options->as_of;

	if (day == NULL || (day[0] != '\0' && session_set_as_of(start->session, day, NULL)))
		return true;
	return err_set(err, ERR_USAGE,
	    _("--as-of wants year, month and day, as in 2010-10-28, not \"%s\"."), day);
}

static bool
open_file(struct start *start, struct err *err)
{
	const struct start_options *options = start->options;

	start->session = file_find(options->path, options->read_only, options->user, "HOM", err);
	if (start->session != NULL)
		return set_day(start, err);
	if (err->code == ERR_MISSING)
		err->code = ERR_FILE;	/* no file is not "no such record" */
	return false;
}

static bool
is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

/* There is no file: *ret_made tells whether there is one now. */
static bool
run_first(struct start *start, bool *ret_made, struct err *err)
{
	struct desk_hooks own = first_hooks;

	own.context = start;
	struct desk *desk = desk_new(NULL, &own);
	start_obey_settings(desk);
	bool ok = desk_run(desk, &first_run_pane, "", err);
	desk_free(desk);
	*ret_made = ok && is_there(start->options->path);
	return ok && (!*ret_made || open_file(start, err));
}

static bool
run_screens(struct start *start, struct err *err)
{
	struct desk_hooks own = hooks;

	own.context = start;
	struct desk *desk = desk_new(start->session, &own);
	start_obey_settings(desk);
	bool ok = desk_run(desk, &home_pane, "", err);
	session_on_wait(start->session, NULL, NULL);
	desk_free(desk);
	return ok;
}

static bool
run(struct start *start, struct err *err)
{
	const struct start_options *options = start->options;
	const struct screen_options screen = {
		.mono = options->mono,
		.theme = settings_get(options->settings, "theme"),
		.escape_delay_ms = settings_number(options->settings, "escape.delay"),
	};
	bool ready = start->session != NULL;

	if (!screen_start(&screen, err)) {
		err->code = ERR_USAGE;	/* a terminal that will not do is no fault of the file */
		return false;
	}
	bool ok = (ready || run_first(start, &ready, err)) && (!ready || run_screens(start, err));
	screen_stop();
	return ok;
}

bool
start_screens(const struct start_options *options, struct err *err)
{
	struct start start = {
		.options = options,
		.main_catalogue = messages_catalogue(),
		.main_language = messages_language(),
	};
	bool first = !is_there(options->path) && !options->read_only;
	bool ok = (first || open_file(&start, err)) && run(&start, err);

	session_close(start.session);
	stop_speaking(&start);
	return ok;
}
