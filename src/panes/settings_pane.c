/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/settings_pane.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/file.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/start.h"
#include "ui/choices.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/pager.h"
#include "ui/prompt.h"

enum { DETAIL_ROWS = 10, FACT_LABEL = 12, BYTES_OF_MB = 1000000 };

struct settings_pane {
	struct desk *desk;	/* borrowed */
	struct list list;
};

/* A row: a setting of the clerk, or the day of the session. */
struct setting_line {
	const char *key;	/* of base/settings.h; NULL: the day */
	const char *label;	/* NC_() */
};

static const struct setting_line lines[] = {
	{ "language", NC_("setting", "Language") },
	{ NULL, NC_("setting", "As of") },
	{ "theme", NC_("setting", "Colours") },
	{ "layout", NC_("setting", "Keyboard layout") },
	{ "list.start", NC_("setting", "Lists begin") },
	{ "escape.delay", NC_("setting", "Wait after Esc") },
};

enum { LINES = sizeof lines / sizeof lines[0] };

static struct settings *
settings_of(struct desk *desk)
{
	return start_options(desk)->settings;
}

/* What stands in the rows */

static void
add_label(const char *key, const char *value, struct buf *text)
{
	const struct setting *setting = setting_find(key);

	for (const struct choice *choice = setting->choices; choice != NULL && choice->word != NULL; choice++)
		if (strcmp(choice->word, value) == 0) {
			buf_add(text, message_show(choice->label));
			return;
		}
	buf_add(text, value);
	if (setting->choices == NULL)
		buf_addf(text, " %s", C_("setting", "ms"));
}

static void
add_value(struct desk *desk, const struct setting_line *line, struct buf *text)
{
	const char *day = desk_session(desk)->as_of;

	if (line->key == NULL && day[0] != '\0')
		day_show_short(text, messages_catalogue(), day);
	else if (line->key == NULL)
		buf_add(text, C_("setting", "now"));
	else if (strcmp(line->key, "language") == 0)
		buf_add(text, messages_language()->own_name);
	else
		add_label(line->key, settings_get(settings_of(desk), line->key), text);
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	struct settings_pane *pane = context;

	if (column == 0)
		buf_add(text, message_show(lines[row].label));
	else
		add_value(pane->desk, &lines[row], text);
}

static const char *
row_key(void *context, size_t row)
{
	(void)context;
	return lines[row].key != NULL ? lines[row].key : "as-of";
}

/* Below the rows: what the setting means, and what file this is */

static int
draw_wrapped(struct area area, int row, const char *text)
{
	struct buf wrapped = { 0 };

	pager_wrap(text, area.columns, &wrapped);
	for (const char *line = buf_text(&wrapped); *line != '\0' && row < area.row + area.rows; row++) {
		size_t length = strcspn(line, "\n");

		frame_textf(row, area.column, area.columns, ROLE_NORMAL, "%.*s", (int)length, line);
		line += length + 1;
	}
	buf_done(&wrapped);
	return row;
}

static int
draw_fact(struct area area, int row, const char *label, const char *text)
{
	if (row >= area.row + area.rows)
		return row;
	frame_text(row, area.column, FACT_LABEL - 1, label, ROLE_HEADING);
	frame_text(row, area.column + FACT_LABEL, area.columns - FACT_LABEL, text, ROLE_NORMAL);
	return row + 1;
}

static void
add_disk(const char *path, struct buf *text)
{
	struct statvfs disk;

	if (statvfs(path, &disk) == 0)
		buf_addf(text, _("%lld MB free"),
		    (long long)((unsigned long long)disk.f_bavail * disk.f_frsize / BYTES_OF_MB));
}

static void
draw_facts(struct settings_pane *pane, struct area area, int row)
{
	const struct start_options *options = start_options(pane->desk);
	struct buf changes = { 0 }, disk = { 0 }, schema = { 0 };

	buf_addf(&changes, _("%lld changed rows since it was made"),
	    (long long)session_last_change(desk_session(pane->desk)));
	add_disk(options->path, &disk);
	buf_addf(&schema, _("%s, schema %lld"), PACKAGE_STRING,
	    (long long)file_schema(desk_session(pane->desk)));
	row = draw_fact(area, row, C_("fact", "Clerk"), options->user);
	row = draw_fact(area, row, C_("fact", "File"), options->path);
	row = draw_fact(area, row, C_("fact", "Log"), buf_text(&changes));
	row = draw_fact(area, row, C_("fact", "Disk"), buf_text(&disk));
	draw_fact(area, row, C_("fact", "Program"), buf_text(&schema));
	buf_done(&changes);
	buf_done(&disk);
	buf_done(&schema);
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	(void)context;
	buf_add(text, message_show(lines[row].label));
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const char *help = lines[row].key != NULL ? _(setting_find(lines[row].key)->help) :
	    _("The day all lists are asked for; empty is today. While it lies in the past nothing can be changed.");

	draw_facts(context, area, draw_wrapped(area, area.row, help) + 1);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = row_key,
	.detail_title = add_detail_title,
	.detail = draw_detail,
};

static const struct list_column columns[] = {
	{ NC_("column", "Setting"), 18, 26, 0, false, false },
	{ NC_("column", "Now"), 14, 40, 0, false, false },
	{ 0 }
};

/* In their own scripts: who cannot read the screen finds hers. In the order of languages[]. */
static const struct option options[] = {
	{ 1, "English", N_("speak English"), false, false },
	{ 2, "中文", N_("speak Chinese"), false, false },
	{ 3, "日本語", N_("speak Japanese"), false, false },
	{ 4, "한국어", N_("speak Korean"), false, false },
	{ 5, "Русский", N_("speak Russian"), false, false },
	{ 6, "Монгол", N_("speak Mongolian"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, N_("all values of the setting") },
	{ 0 }
};

static bool
settings_pane_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct settings_pane *pane = state;

	(void)argument, (void)err;
	pane->desk = desk;
	list_init(&pane->list, &source, pane, columns);
	pane->list.options = options;
	pane->list.detail_rows = DETAIL_ROWS;
	pane->list.no_find = pane->list.in_rows = true;
	list_set_count(&pane->list, LINES, NULL);
	return true;
}

static struct list *
settings_list(void *state)
{
	return &((struct settings_pane *)state)->list;
}

/* Choosing */

static bool
set_day(struct desk *desk, const char *day, struct err *err)
{
	struct buf shown = { 0 };

	if (!session_set_as_of(desk_session(desk), day, err))
		return false;
	day_show_short(&shown, messages_catalogue(), day);
	if (day[0] != '\0')
		desk_say(desk, _("Everything is shown as of %s; nothing can be changed meanwhile."),
		    buf_text(&shown));
	else
		desk_say(desk, _("Everything is shown as of now."));
	buf_done(&shown);
	desk_reload(desk);
	return true;
}

static bool
ask_day(struct desk *desk, bool calendar, struct err *err)
{
	char today[DAY_SIZE], day[DAY_SIZE];
	struct buf text = { 0 };

	session_today(desk_session(desk), today);
	buf_add(&text, desk_session(desk)->as_of);
	bool answered = calendar ? desk_pick_day(desk, today, &text) :
	    desk_ask_text(desk, _("As of which day? Empty: now."), false, &text);
	bool ok = !answered || (day_parse_input(buf_text(&text), today, messages_catalogue(), day, err) &&
	    set_day(desk, day, err));
	buf_done(&text);
	return ok;
}

static void
fill_values(void *context, const char *typed, struct choices *ret_choices)
{
	choices_add_words(ret_choices, ((const struct setting *)context)->choices, typed);
}

/* The language has effects of its own; the others are felt through the settings. */
static bool
set_value(struct desk *desk, const char *key, const char *value, struct err *err)
{
	if (strcmp(key, "language") == 0)
		return start_speak(desk, language_find(value), err);
	if (!settings_set(settings_of(desk), key, value, err))
		return false;
	start_obey_settings(desk);
	return true;
}

static bool
ask_value(struct desk *desk, const struct setting_line *line, struct err *err)
{
	const struct setting *setting = setting_find(line->key);
	struct buf text = { 0 };
	bool answered;

	buf_add(&text, strcmp(line->key, "language") == 0 ? messages_language()->code :
	    settings_get(settings_of(desk), line->key));
	if (setting->choices != NULL)
		answered = desk_pick(desk, message_show(line->label), fill_values,
		    (void *)setting, &text);
	else
		answered = desk_ask_text(desk, _("How many milliseconds?"), true, &text);
	bool ok = !answered || set_value(desk, line->key, buf_text(&text), err);
	buf_done(&text);
	return ok;
}

static bool
settings_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct settings_pane *pane = state;
	const struct setting_line *line = &lines[pane->list.row];

	if (input->action == ACTION_OPTION)
		return start_speak(desk, &languages[input->option - 1], err);
	if (line->key == NULL)
		return ask_day(desk, input->action == ACTION_VALUES, err);
	return ask_value(desk, line, err);
}

static void
settings_pane_done(void *state)
{
	list_done(&((struct settings_pane *)state)->list);
}

/* By code, by name in its own script or in English. */
static const struct language *
find_language(const char *word)
{
	char *folded = text_folded(word, 0);
	const struct language *found = NULL;

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		const char *const names[] = { languages[i].code, languages[i].column,
			languages[i].own_name, languages[i].ascii_name };

		for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
			char *name = text_folded(names[n], 0);

			if (strcmp(name, folded) == 0)
				found = &languages[i];
			free(name);
		}
	}
	free(folded);
	return found;
}

bool
settings_run(struct desk *desk, const char *argument, bool *ret_done, struct err *err)
{
	const struct language *language = find_language(argument);
	bool now = strcmp(argument, "now") == 0 || strcmp(argument, _("now")) == 0;

	*ret_done = language != NULL || now || (argument[0] != '\0' && day_is_whole(argument));
	if (language != NULL)
		return start_speak(desk, language, err);
	return !*ret_done || set_day(desk, now ? "" : argument, err);
}

const struct pane settings_pane = {
	.code = "SET",
	.title = N_("Settings"),
	.size = sizeof(struct settings_pane),
	.open = settings_pane_open,
	.list = settings_list,
	.act = settings_act,
	.options = options,
	.actions = uses,
	.help = N_("Enter on a row chooses a value, which is kept at once for you alone. A digit and "
	    "Enter changes the language. F9 knows short ways: SET ko, SET 2010-10-28, SET now."),
	.done = settings_pane_done,
};
