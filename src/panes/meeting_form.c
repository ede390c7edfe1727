/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/meeting_deeds.h"
#include "panes/pane.h"
#include "panes/sheet_form.h"

struct meeting_form {
	struct sheet_form form;
	struct desk *desk;		/* borrowed */
};

static const char *const new_fields[] = {
	"body", "ordinal", "host", "place", "room", "zone", "begins", "ends", "note",
};

static const char *const edit_fields[] = {
	"key", "body", "state", "ordinal", "host", "place", "room", "zone", "begins", "ends",
	"convened", "moved_from", "note",
};

static struct meeting *
meeting_of(const struct meeting_form *pane)
{
	return pane->form.sheet.part[0].after;
}

static bool
is_new(const struct meeting_form *pane)
{
	return pane->form.sheet.part[0].fresh;
}

/* What follows from a body */

/* The session of the body with the highest ordinal is what ^D copies from. */
static void
find_last(struct meeting_form *pane, const char *body, int64_t *ret_ordinal)
{
	struct row_list rows = { 0 };

	*ret_ordinal = 0;
	if (!row_list(pane->form.session, &meeting_type, "body", body, "ordinal, begins", &rows, NULL))
		return;
	if (pane->form.last != NULL)
		record_done(&meeting_type, pane->form.last);
	free(pane->form.last);
	pane->form.last = NULL;
	if (rows.count > 0) {
		const struct meeting *last = row_at(&rows, rows.count - 1);

		*ret_ordinal = last->ordinal;
		pane->form.last = mem_alloc(meeting_type.size);
		record_copy(&meeting_type, pane->form.last, last);
	}
	row_list_done(&rows);
}

static void
propose(struct meeting_form *pane)
{
	struct meeting *meeting = meeting_of(pane);
	int64_t last;

	if (meeting->body == NULL || meeting->body[0] == '\0')
		return;
	find_last(pane, meeting->body, &last);
	meeting->ordinal = last + 1;
}

static void
take(void *context, const struct form_line *line)
{
	struct meeting_form *pane = context;

	if (is_new(pane) && strcmp(line->field->key, "body") == 0)
		propose(pane);
}

/* Behind the ordinal of a new one stands what it will be called. */
static void
add_echo(void *context, const struct form_line *line, struct buf *text)
{
	const struct meeting_form *pane = context;
	const struct meeting *meeting = meeting_of(pane);

	if (is_new(pane) && strcmp(line->field->key, "ordinal") == 0 && meeting->ordinal > 0)
		buf_addf(text, "%s-%d", meeting->body, (int)meeting->ordinal);
	else if (strcmp(line->field->key, "zone") == 0 && meeting->zone != NULL && meeting->zone[0] == '\0')
		buf_add(text, meeting_zone(pane->form.session, meeting));
}

static void
add_name(void *state, struct buf *text)
{
	const struct meeting_form *pane = state;

	if (is_new(pane)) {
		buf_add(text, _("A new meeting"));
		return;
	}
	buf_addf(text, "%s  ", pane->form.record);
	reference_name(pane->form.session, "body", meeting_of(pane)->body, text);
}

static const struct sheet_form_words words = { .label = add_name, .echo = add_echo, .taken = take };

/* Beginning */

static void
add_lines(struct meeting_form *pane)
{
	const char *const *fields = is_new(pane) ? new_fields : edit_fields;
	size_t count = is_new(pane) ? sizeof new_fields / sizeof new_fields[0] :
	    sizeof edit_fields / sizeof edit_fields[0];

	for (size_t i = 0; i < count; i++) {
		struct form_line *line = sheet_form_add(&pane->form, 0, fields[i]);

		/* A meeting stays one of its body, by its key. */
		line->fixed = !is_new(pane) && (strcmp(fields[i], "key") == 0 || strcmp(fields[i], "body") == 0);
	}
}

static void
put(struct meeting_form *pane, const char *field, const char *value)
{
	struct sheet_part *part = &pane->form.sheet.part[0];

	record_put(record_find_field(part->type, field), part->before, value);
	record_put(record_find_field(part->type, field), part->after, value);
}

/* "+ENV 2026-09-08" */
static bool
begin_new(struct meeting_form *pane, const char *argument, struct err *err)
{
	char *typed = mem_strdup(argument + (argument[0] == '+'));
	bool ok = true;

	sheet_add_new(&pane->form.sheet, &meeting_type);
	for (char *word = strtok(typed, " "); word != NULL && ok; word = strtok(NULL, " ")) {
		if (day_check(word, NULL))
			put(pane, "begins", word);
		else
			ok = record_read(record_find_field(&meeting_type, "body"), meeting_of(pane), word, err);
	}
	free(typed);
	if (!ok)
		return false;
	put(pane, "body", meeting_of(pane)->body);
	propose(pane);
	return true;
}

static bool
show_record(void *context, const char *argument, struct err *err)
{
	struct meeting_form *pane = context;
	struct session *session = desk_session(pane->desk);
	bool exists = false;

	sheet_form_done(&pane->form);
	pane->form = (struct sheet_form){
		.session = session, .pane = meeting_form.code, .words = &words, .context = pane,
	};
	if (argument[0] != '\0' && argument[0] != '+' &&
	    !row_exists(session, &meeting_type, argument, &exists, err))
		return false;
	if (!(exists ? sheet_add(session, &pane->form.sheet, &meeting_type, argument, err) :
	    begin_new(pane, argument, err)))
		return false;
	add_lines(pane);
	sheet_form_begin(&pane->form, argument);
	return true;
}

static bool
meeting_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct meeting_form *pane = state;

	pane->desk = desk;
	return show_record(pane, argument, err);
}

static bool
meeting_form_load(struct desk *desk, void *state, struct err *err)
{
	struct meeting_form *pane = state;
	struct sheet sheet = { 0 };

	if (is_new(pane))
		return true;
	if (!sheet_add(desk_session(desk), &sheet, &meeting_type, pane->form.record, err))
		return false;
	sheet_form_refresh(&pane->form, &sheet);
	return true;
}

/* Deeds */

static bool
add_meeting(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err)
{
	*ret_number = -1;	/* save says it */
	return meeting_add(session, sheet->part[0].after, NULL, err);
}

/* What is to be looked at does not undo what was saved. */
static void
warn(struct meeting_form *pane)
{
	const char *key = meeting_of(pane)->key;
	struct buf warnings = { 0 };

	desk_say(pane->desk, _("%s is entered."), key);
	if (meeting_warn(pane->form.session, key, &warnings, NULL))
		meeting_deeds_warn(pane->desk, &warnings);
	buf_done(&warnings);
}

static bool
save(struct meeting_form *pane, struct err *err)
{
	bool fresh = is_new(pane);
	bool ok = fresh ? sheet_form_do(&pane->form, pane->desk, add_meeting, err) :
	    sheet_form_save(&pane->form, pane->desk, "edit meeting", err);

	if (ok && fresh) {
		desk_entered(pane->desk, meeting_of(pane)->key);
		warn(pane);
	}
	return ok;
}

/* The sessions of the body in their order. */
static bool
find_beside(void *context, int step, char **ret_key, struct err *err)
{
	struct meeting_form *pane = context;
	struct row_list rows = { 0 };

	if (!row_list(pane->form.session, &meeting_type, "body", meeting_of(pane)->body, "ordinal, begins",
	    &rows, err))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		size_t to = i + (size_t)step;

		if (strcmp(((const struct meeting *)row_at(&rows, i))->key, pane->form.record) == 0 &&
		    to < rows.count)
			mem_replace(ret_key, ((const struct meeting *)row_at(&rows, to))->key);
	}
	row_list_done(&rows);
	return true;
}

static bool
meeting_form_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct meeting_form *pane = state;

	switch (input->action) {
	case ACTION_SAVE:
		return save(pane, err);
	case ACTION_PREVIOUS:
	case ACTION_NEXT:
		return sheet_form_go(&pane->form, desk, input->action == ACTION_NEXT ? 1 : -1, find_beside,
		    show_record, err);
	default:
		return true;
	}
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_PREVIOUS, NULL, N_("the session of the body before this one") },
	{ ACTION_NEXT, NULL, N_("the session of the body after this one") },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane meeting_form = {
	.code = "MTG2",
	.title = N_("Meeting"),
	.size = sizeof(struct meeting_form),
	.open = meeting_form_open,
	.load = meeting_form_load,
	.later = sheet_form_later,
	.form = sheet_form_of,
	.scope = sheet_form_scope,
	.name = add_name,
	.act = meeting_form_act,
	.actions = uses,
	.help = N_("The body proposes its next ordinal; ^D takes place, room and zone of its last session. "
	    "Days may be known in part: 2026-09. What the body left open comes on the agenda by itself. "
	    "The state changes by the steps of MTG, not here."),
	.keep = sheet_form_keep,
	.done = sheet_form_done,
};
