/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/desk_private.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/record.h"
#include "domain/session.h"
#include "ui/calendar.h"
#include "ui/form.h"
#include "ui/help.h"
#include "ui/list.h"
#include "ui/menu.h"
#include "ui/note.h"
#include "ui/pager.h"
#include "ui/picker.h"
#include "ui/prompt.h"

/* Running */

bool
desk_run_overlay(struct desk *desk, struct overlay overlay)
{
	bool taken;

	if (desk->overlay_count == DESK_OVERLAYS || desk->gone)
		return false;
	desk->overlays[desk->overlay_count++] = overlay;
	do {
		desk->overlay_closed = false;
		desk_turn(desk);
	} while (!desk->overlay_closed && !desk->gone);
	taken = !desk->gone && desk->answer == OVERLAY_TAKE;
	desk->overlay_count--;
	desk->overlay_closed = false;
	return taken;
}

/* Questions */

int
desk_ask(struct desk *desk, const char *question, const struct prompt_answer *answers, int safe)
{
	struct prompt prompt = { .question = question, .answers = answers, .safe = safe };
	int answer = desk_run_overlay(desk, prompt_open(&prompt)) ? prompt.answer : safe;

	prompt_done(&prompt);
	return answer;
}

bool
desk_ask_yes(struct desk *desk, const char *question)
{
	return desk_ask(desk, question, prompt_yes_no, PROMPT_NO) == PROMPT_YES;
}

bool
desk_ask_text(struct desk *desk, const char *question, bool required, struct buf *text)
{
	struct prompt prompt = { .question = question, .required = required };

	line_set(&prompt.line, buf_text(text));
	bool taken = desk_run_overlay(desk, prompt_open(&prompt));
	if (taken) {
		buf_clear(text);
		buf_add(text, line_text(&prompt.line));
	}
	prompt_done(&prompt);
	return taken;
}

bool
desk_ask_day(struct desk *desk, const char *question, char ret_day[DAY_SIZE], struct err *err)
{
	struct buf typed = { 0 };
	char today[DAY_SIZE];

	session_today(desk_session(desk), today);
	buf_add(&typed, today);
	bool taken = desk_ask_text(desk, question, true, &typed) &&
	    day_parse_input(buf_text(&typed), today, messages_catalogue(), ret_day, err);
	buf_done(&typed);
	return taken;
}

/* Values */

bool
desk_pick(struct desk *desk, const char *title,
    void (*fill)(void *context, const char *typed, struct choices *ret_choices), void *context,
    struct buf *text)
{
	struct picker picker = { .title = title, .fill = fill, .context = context };
	bool taken = desk_run_overlay(desk, picker_open(&picker, buf_text(text)));

	if (taken) {
		buf_clear(text);
		buf_add(text, picker_item(&picker)->value);
	}
	picker_done(&picker);
	return taken;
}

bool
desk_pick_day(struct desk *desk, const char *today, struct buf *text)
{
	struct calendar calendar = { 0 };

	if (!desk_run_overlay(desk, calendar_open(&calendar, buf_text(text), today)))
		return false;
	buf_clear(text);
	buf_add(text, calendar.day);
	return true;
}

/* In our own editor; leaving it with other text than before is asked about. */
static bool
edit_here(struct desk *desk, const char *title, struct buf *text)
{
	struct note note = { .title = title };
	struct overlay overlay = note_open(&note, buf_text(text));
	bool taken, changed;

	do {
		taken = desk_run_overlay(desk, overlay) || desk->gone;
		changed = strcmp(line_text(&note.line), buf_text(text)) != 0;
	} while (!taken && changed && !desk_ask_yes(desk, _("Leave this text as it was before?")) && !desk->gone);
	if (taken && changed) {
		buf_clear(text);
		buf_add(text, line_text(&note.line));
	}
	note_done(&note);
	return taken && changed;
}

bool
desk_edit_note(struct desk *desk, const char *title, struct buf *text, bool *ret_changed,
    struct err *err)
{
	struct buf edited = { 0 };

	if (!note_has_editor()) {
		*ret_changed = edit_here(desk, title, text);
		return true;
	}
	if (!note_run_editor(buf_text(text), &edited, err)) {
		buf_done(&edited);
		return false;
	}
	*ret_changed = strcmp(buf_text(&edited), buf_text(text)) != 0;
	if (*ret_changed) {
		buf_clear(text);
		buf_add(text, buf_text(&edited));
	}
	buf_done(&edited);
	return true;
}

/* F4 on a field */

static void
fill_from_form(void *context, const char *typed, struct choices *ret_choices)
{
	form_list_values(context, typed, ret_choices);
}

static const char *
title_of(const struct form *form)
{
	const struct form_line *line = &form->lines[form->now];

	return message_show(line->label != NULL ? line->label : line->field->label);
}

/* True: text is what shall stand in the field. */
static bool
choose_value(struct desk *desk, struct form *form, struct buf *text, struct err *err)
{
	char today[DAY_SIZE];
	bool changed = false;

	switch (form_values_kind(form)) {
	case FORM_VALUES_PICKER:
		return desk_pick(desk, title_of(form), fill_from_form, form, text);
	case FORM_VALUES_CALENDAR:
		form_today(form, today);
		return desk_pick_day(desk, today, text);
	case FORM_VALUES_NOTE:
		return desk_edit_note(desk, title_of(form), text, &changed, err) && changed;
	case FORM_VALUES_NONE:
		break;
	}
	return false;
}

void
desk_form_values(struct desk *desk)
{
	struct form *form = desk_form(desk);
	struct buf text = { 0 };
	struct err err = { 0 };
	bool done;

	buf_add(&text, form_line_text(form, form->now));
	done = !choose_value(desk, form, &text, &err) || form_type(form, form->now, buf_text(&text), &err);
	if (!done || err.text[0] != '\0')
		desk_fail(desk, &err);
	else
		desk_keep(desk, desk_top(desk), NULL);
	buf_done(&text);
}

/* Reading */

void
desk_read(struct desk *desk, const char *title, const char *text)
{
	struct pager pager = { .title = title, .text = text };

	desk_run_overlay(desk, pager_open(&pager));
	pager_done(&pager);
}

int
desk_read_one(struct desk *desk, const char *title, const char *text)
{
	struct pager pager = { .title = title, .text = text, .turns = true };

	desk_run_overlay(desk, pager_open(&pager));
	pager_done(&pager);
	return pager.turn;
}

void
desk_read_log(struct desk *desk)
{
	struct buf text = { 0 };

	bar_log(&desk->bar, &text);
	desk_read(desk, _("Messages, the latest first"), buf_text(&text));
	buf_done(&text);
}

/* F1, F2, F9, s */

static void
add_topic(struct desk *desk, struct buf *topic)
{
	const struct form *form = desk_form(desk);
	const struct list *list = desk_list(desk);

	if (form != NULL && form->now < form->count && form->lines[form->now].field != NULL) {
		buf_addf(topic, "%s. ", title_of(form));
		form_hint(form, topic);
	} else if (list != NULL && !list_takes_commands(list)) {
		buf_add(topic, _("Find: typing narrows the list. Tab goes to the rows; there letters are commands and digits options."));
	} else if (list != NULL) {
		buf_add(topic, _("Rows: letters are commands here. A digit goes into Opt, Enter runs all options in order."));
	}
}

static const struct option *
options_of(struct desk *desk)
{
	return desk_list(desk) != NULL ? desk_list(desk)->options : desk_top(desk)->pane->options;
}

void
desk_help(struct desk *desk)
{
	const struct pane *pane = desk_top(desk)->pane;
	struct buf topic = { 0 };
	struct help help = {
		.title = message_show(pane->title), .text = pane->help,
		.uses = pane->actions, .options = options_of(desk), .zone = desk_zone(desk),
	};

	add_topic(desk, &topic);
	help.topic = topic.length > 0 ? buf_text(&topic) : NULL;
	bool taken = desk_run_overlay(desk, help_open(&help));
	struct input input = help.input;
	help_done(&help);
	buf_done(&topic);
	if (taken)
		desk_input(desk, &input);
}

void
desk_menu(struct desk *desk)
{
	struct menu menu = {
		.uses = desk_top(desk)->pane->actions, .options = options_of(desk), .zone = desk_zone(desk),
	};
	bool taken = desk_run_overlay(desk, menu_open(&menu));
	struct input input = menu.input;

	menu_done(&menu);
	if (taken)
		desk_input(desk, &input);
}

static void
fill_palette(void *context, const char *typed, struct choices *ret_choices)
{
	struct desk *desk = context;

	if (desk->hooks->entries != NULL)
		desk->hooks->entries(desk, typed, ret_choices);
}

void
desk_palette(struct desk *desk)
{
	struct err err = { 0 };

	desk->palette.fill = fill_palette;
	desk->palette.context = desk;
	if (!desk_run_overlay(desk, palette_open(&desk->palette)) || desk->hooks->go == NULL)
		return;
	palette_remember(&desk->palette, buf_text(&desk->palette.command));
	if (!desk->hooks->go(desk, buf_text(&desk->palette.command), &err))
		desk_fail(desk, &err);
}

static void
sort_by(struct list *list, int column)
{
	list->sort_down = list->sort == column && !list->sort_down;
	list->sort = column;
}

void
desk_sort(struct desk *desk)
{
	struct list *list = desk_list(desk);
	struct prompt_answer answers[ACTION_OPTIONS + 1] = { 0 };
	size_t count = 0;

	for (int i = 0; list != NULL && list->columns[i].head != NULL && count < ACTION_OPTIONS; i++)
		if (list->columns[i].sorts && i < ACTION_OPTIONS)
			answers[count++] = (struct prompt_answer){ i + 1, list->columns[i].head };
	if (count == 0) {
		desk_say(desk, _("This list has one order only."));
		return;
	}
	int answer = desk_ask(desk, _("Sort by which column?"), answers, 0);
	if (answer == 0)
		return;
	sort_by(list, answer - 1);
	list_go(list, 0);
	desk_top(desk)->stale = true;
}
