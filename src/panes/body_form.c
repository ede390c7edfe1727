/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/body_form.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/body_sheet.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/sheet_form.h"

enum { WIDTH = 50 };

struct body_form {
	struct sheet_form form;
	char *key;		/* "" for a new one */
	char *name;
};

static const struct { const struct record_type *type; const char *fields[12]; } lines[] = {
	{ &body_type, { "key", "kind", "parent", "number", "since", "decision" } },
	{ &body_name_type, { "name_en", "name_zh", "name_ja", "name_ko", "name_ru", "name_mn",
	    "unchecked" } },
	{ &body_type, { "until", "ended", "successor", "note" } },
};

static void
add_line(struct body_form *pane, const struct record_type *type, const char *key)
{
	size_t part = sheet_form_part_index(&pane->form, type);

	if (part >= pane->form.sheet.count)
		return;
	struct form_line *line = sheet_form_add(&pane->form, part, key);
	if (line->field->width > WIDTH || line->field->language != NULL)
		line->width = WIDTH;
	line->fixed = (line->field->flags & FIELD_KEY) != 0 && pane->key[0] != '\0';
}

static void
add_lines(struct body_form *pane)
{
	bool is_new = pane->key[0] == '\0';

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		for (size_t k = 0; lines[i].fields[k] != NULL; k++) {
			const struct field *field = record_find_field(lines[i].type, lines[i].fields[k]);

			/* What only time brings is no question about a new one. */
			if (!is_new || (field->flags & FIELD_FIXED) == 0)
				add_line(pane, lines[i].type, field->key);
		}
}

/* A new one, most often a sub-committee. */
static void
begin_new(struct body_form *pane)
{
	struct body *body = sheet_add_new(&pane->form.sheet, &body_type)->after;
	char today[DAY_SIZE];

	sheet_add_new(&pane->form.sheet, &body_name_type);
	session_today(pane->form.session, today);
	body->kind = mem_strdup("subcommittee");
	body->since = mem_strdup(today);
}

static bool
read_name(struct body_form *pane, struct err *err)
{
	struct buf name = { 0 };
	char day[DAY_SIZE];
	bool ok = true;

	session_day(pane->form.session, day);
	if (pane->key[0] == '\0') {
		buf_add(&name, _("A new body"));
	} else {
		buf_addf(&name, "%s  ", pane->key);
		ok = body_name_on(pane->form.session, pane->key, day, &name, err);
	}
	free(pane->name);
	pane->name = buf_take(&name);
	return ok;
}

static void
add_name(void *state, struct buf *text)
{
	buf_add(text, ((const struct body_form *)state)->name);
}

static const struct sheet_form_words words = { .label = add_name };

static bool
body_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct body_form *pane = state;

	pane->key = mem_strdup(argument);
	pane->form = (struct sheet_form){
		.session = desk_session(desk), .pane = body_form.code, .words = &words, .context = pane,
	};
	if (argument[0] == '\0')
		begin_new(pane);
	else if (!body_sheet_open(pane->form.session, argument, &pane->form.sheet, err))
		return false;
	if (!read_name(pane, err))
		return false;
	add_lines(pane);
	sheet_form_begin(&pane->form, argument);
	return true;
}

static bool
body_load(struct desk *desk, void *state, struct err *err)
{
	struct body_form *pane = state;
	struct sheet fresh = { 0 };

	(void)desk;
	if (pane->key[0] == '\0')
		return true;
	if (!body_sheet_open(pane->form.session, pane->key, &fresh, err))
		return false;
	sheet_form_refresh(&pane->form, &fresh);
	return read_name(pane, err);
}

static bool
set_up(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err)
{
	struct body body = { 0 };
	struct body_name name = { 0 };

	record_copy(&body_type, &body, sheet->part[0].after);
	record_copy(&body_name_type, &name, sheet->part[1].after);
	bool ok = body_set_up(session, &body, &name, NULL, ret_number, err);
	record_done(&body_type, &body);
	record_done(&body_name_type, &name);
	return ok;
}

static bool
body_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct body_form *pane = state;

	if (input->action != ACTION_SAVE)
		return true;
	return pane->key[0] == '\0' ? sheet_form_do(&pane->form, desk, set_up, err) :
	    sheet_form_save(&pane->form, desk, "edit body", err);
}

static void
body_done(void *state)
{
	struct body_form *pane = state;

	sheet_form_done(&pane->form);
	free(pane->key);
	free(pane->name);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane body_form = {
	.code = "COM2",
	.title = N_("Body"),
	.size = sizeof(struct body_form),
	.open = body_open,
	.load = body_load,
	.later = sheet_form_later,
	.form = sheet_form_of,
	.scope = sheet_form_scope,
	.name = add_name,
	.act = body_act,
	.actions = uses,
	.help = N_("A body and what it is called. A new sub-committee gets the next number of its parent, "
	    "which is never given again, and the vacant seat of its coordinator. Another name from some "
	    "day on is entered in BNM; a body is dissolved in COM."),
	.keep = sheet_form_keep,
	.done = body_done,
};
