/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/minutes_pane.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/meeting.h"
#include "domain/minutes.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/rows_pane.h"
#include "ui/choices.h"

/* How far they are, or how they begin. */
static void
made_of_minutes(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct minutes *minutes = row;

	(void)session, (void)column, (void)ret_problem;
	if (minutes_is_adopted(minutes))
		buf_addf(text, _("adopted %s"), minutes->adopted);
	else
		buf_add(text, minutes_is_edited(minutes) ? C_("minutes", "edited") : C_("minutes", "drafted"));
}

static const struct rows_use minutes_use = {
	.list_code = "MIN", .form_code = "MIN2", .type = &minutes_type,
	.owners = { { "meeting", &meeting_type } },
	.order = "meeting DESC, language",
	.columns = {
		{ .key = "meeting", .width = 7, .most = 10 }, { .key = "language", .width = 9, .most = 12 },
		{ .key = "=state", .head = NC_("column", "State"), .width = 14, .most = 24 },
		{ .key = "note", .width = 12, .most = 40 },
	},
	.what_new = "draft minutes", .what_edit = "edit minutes", .what_gone = "delete minutes",
	.removal = ROWS_DELETE,
	.new_title = N_("New minutes"),
	.made = made_of_minutes,
};

enum { WORDS = 2, DRAFT = 3, READ = 5, ADOPT = 6 };

static const struct option options[] = {
	{ WORDS, NC_("option", "Words"), N_("edit the words in your editor"), false, false },
	{ DRAFT, NC_("option", "Draft"), N_("draft them again from the records; what was edited is asked about"), false, true },
	{ 4, NC_("option", "Delete"), N_("delete a draft; undo brings it back"), false, true },
	{ READ, NC_("option", "View"), N_("read the words whole"), false, false },
	{ ADOPT, NC_("option", "Adopt"), N_("adopt them on a day: from then on they are frozen"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "Draft"), N_("draft minutes from the records, in a language") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
minutes_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &minutes_use, argument, options, err);
}

/* Deeds: each is one function of the domain */

static bool
end(struct desk *desk, bool ok, int64_t number)
{
	if (ok)
		desk_say_saved(desk, number);
	desk_reload(desk);
	return ok;
}

static bool
draft(struct desk *desk, const char *meeting, const struct language *language, struct err *err)
{
	int64_t number = 0;
	bool ok = minutes_draft(desk_session(desk), meeting, language, false, &number, err);

	if (!ok && err->code == ERR_CONFLICT && desk_ask_yes(desk,
	    _("Somebody edited these minutes: put a new draft in place of what was written?"))) {
		*err = (struct err){ 0 };
		ok = minutes_draft(desk_session(desk), meeting, language, true, &number, err);
	}
	return end(desk, ok, number);
}

static bool
edit(struct desk *desk, const struct minutes *minutes, struct err *err)
{
	struct buf text = { 0 };
	bool changed = false;
	int64_t number = 0;

	if (minutes_is_adopted(minutes))
		return err_set(err, ERR_RULE, _("These minutes are adopted: they are frozen."));
	if (!session_may_write(desk_session(desk), err))
		return false;
	buf_add(&text, minutes->text);
	bool ok = desk_edit_note(desk, minutes->meeting, &text, &changed, err);
	if (ok && changed) {
		ok = minutes_edit(desk_session(desk), minutes->meeting, language_find(minutes->language),
		    buf_text(&text), &number, err);
		end(desk, ok, number);
	}
	buf_done(&text);
	return ok;
}

static bool
adopt(struct desk *desk, const struct minutes *minutes, struct err *err)
{
	char day[DAY_SIZE];
	int64_t number = 0;

	if (!desk_ask_day(desk, _("On which day were these minutes adopted?"), day, err))
		return err->code == ERR_NONE;
	bool ok = minutes_adopt(desk_session(desk), minutes->meeting, language_find(minutes->language),
	    day, &number, err);
	return end(desk, ok, number);
}

static void
read_whole(struct desk *desk, const struct minutes *minutes)
{
	struct buf title = { 0 };

	buf_addf(&title, "%s  ", minutes->meeting);
	record_show(record_find_field(&minutes_type, "language"), minutes, &title);
	desk_read(desk, buf_text(&title), minutes->text);
	buf_done(&title);
}

static bool
run_option(struct desk *desk, int option, const struct minutes *minutes, struct err *err)
{
	switch (option) {
	case WORDS:
		return edit(desk, minutes, err);
	case DRAFT:
		return draft(desk, minutes->meeting, language_find(minutes->language), err);
	case ADOPT:
		return adopt(desk, minutes, err);
	default:
		read_whole(desk, minutes);
		return true;
	}
}

static void
offer_language(const struct language *language, const char *typed, struct choices *ret_choices)
{
	if (strncmp(language->column, typed, strlen(typed)) == 0 || strstr(language->own_name, typed) != NULL)
		choices_add(ret_choices, language->column, language->own_name, language->ascii_name);
}

/* That of the screen first: it is the clerk's own. */
static void
fill_languages(void *context, const char *typed, struct choices *ret_choices)
{
	const struct language *own = messages_language();

	(void)context;
	offer_language(own, typed, ret_choices);
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (&languages[i] != own)
			offer_language(&languages[i], typed, ret_choices);
}

/* Of the meeting the list is of, else of one that is typed. */
static bool
draft_new(struct desk *desk, const struct rows_pane *rows, struct err *err)
{
	struct buf meeting = { 0 }, language = { 0 };
	bool ok = true;

	if (!session_may_write(desk_session(desk), err))
		return false;
	buf_add(&meeting, rows->owner_key);
	bool known = rows->owner < ROWS_OWNERS ||
	    desk_ask_text(desk, _("Of which meeting (GA-8)?"), true, &meeting);
	if (known && desk_pick(desk, _("In which language?"), fill_languages, NULL, &language))
		ok = draft(desk, buf_text(&meeting), language_find(buf_text(&language)), err);
	buf_done(&meeting);
	buf_done(&language);
	return ok;
}

static bool
is_own(const struct input *input)
{
	return input->action == ACTION_OPEN || (input->action == ACTION_OPTION &&
	    input->option != 4 && input->option != 8);
}

static bool
minutes_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);
	struct minutes minutes = { 0 };

	if (input->action == ACTION_NEW)
		return draft_new(desk, state, err);
	if (!is_own(input))
		return rows_act(desk, state, input, err);
	if (key == NULL)
		return true;
	bool ok = row_get(desk_session(desk), &minutes_type, key, &minutes, err) &&
	    run_option(desk, input->action == ACTION_OPEN ? READ : input->option, &minutes, err);
	record_done(&minutes_type, &minutes);
	return ok;
}

const struct pane minutes_pane = {
	.code = "MIN",
	.title = N_("Minutes"),
	.size = sizeof(struct rows_pane),
	.open = minutes_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = minutes_act,
	.options = options,
	.actions = uses,
	.help = N_("Minutes of meetings, a language each. F6 drafts them from what is recorded: days, "
	    "attendance, votes, decisions, follow-ups. Edit them, and draft again as long as nobody "
	    "edited them. Once adopted they are frozen."),
	.done = rows_done,
};
