/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/decision_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/decision.h"
#include "domain/decision_entry.h"
#include "domain/decision_take.h"
#include "domain/meeting_now.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/sheet_form.h"

enum { WIDTH = 36 };

struct decision_form {
	struct sheet_form form;
	struct desk *desk;		/* borrowed */
	char *name;			/* of a decision that is there; "" of a new one */
};

static void
add_name(void *state, struct buf *text)
{
	const struct decision_form *pane = state;

	buf_add(text, pane->name[0] != '\0' ? pane->name : _("A new decision"));
}

static const struct sheet_form_words words = { .label = add_name };

/* What is typed once, then what its effect needs, then its words. */
static const char *const decision_fields[] = {
	"meeting", "kind", "subjects", "item", "vote", "taken",
};
static const char *const order_fields[] = {
	"body", "role", "until", "until_meeting", "coordinator", "name_en", "name_zh", "name_ja",
	"name_ko", "name_ru", "name_mn", "successor", "rule", "value", "from",
};
static const char *const word_fields[] = {
	"text_en", "text_zh", "text_ja", "text_ko", "text_ru", "text_mn", "note",
};

static void
add_fields(struct decision_form *pane, size_t part, const char *const *keys, size_t count, bool fixed)
{
	for (size_t i = 0; i < count; i++) {
		struct form_line *line = sheet_form_add(&pane->form, part, keys[i]);

		line->fixed = fixed;
		if (line->field->width > WIDTH ||
		    (line->field->refers != NULL && reference_is_named(line->field->refers)))
			line->width = WIDTH;
	}
}

#define COUNT(keys) (sizeof keys / sizeof keys[0])

static void
add_lines(struct decision_form *pane)
{
	bool fresh = pane->form.sheet.part[0].fresh;

	add_fields(pane, 0, decision_fields, COUNT(decision_fields), !fresh);
	if (!fresh)
		add_fields(pane, 0, word_fields, COUNT(word_fields), false);
	if (fresh) {
		add_fields(pane, 0, word_fields, 2, false);
		sheet_form_add_heading(&pane->form, NC_("field", "What it brings about, where the kind asks for it"));
		add_fields(pane, 1, order_fields, COUNT(order_fields), false);
		sheet_form_add_heading(&pane->form, NC_("field", "Its words in the other languages"));
		add_fields(pane, 0, word_fields + 2, COUNT(word_fields) - 2, false);
	}
}

/* "GA-9 admit CN-LN ITEM": as much of it as there is. */
static void
put_words(struct decision_form *pane, const char *argument)
{
	static const char *const keys[] = { "meeting", "kind", "subjects", "item" };
	struct sheet_part *part = &pane->form.sheet.part[0];
	const char *p = argument;

	for (size_t i = 0; i < COUNT(keys) && *p != '\0'; i++) {
		size_t length = strcspn(p, " ");
		char *word = mem_strndup(p, length);

		record_put(record_find_field(&decision_type, keys[i]), part->before, word);
		record_put(record_find_field(&decision_type, keys[i]), part->after, word);
		free(word);
		p += length;
		p += strspn(p, " ");
	}
}

/* Nothing, or a body alone: its meeting that is open, or the last one, has decided. */
static bool
put_meeting(struct decision_form *pane, const char *body, struct err *err)
{
	char *meeting = NULL;

	if (!meeting_now_deciding(pane->form.session, body, &meeting, err))
		return false;
	put_words(pane, meeting);
	free(meeting);
	return true;
}

static bool
read_sheet(struct decision_form *pane, const char *argument, struct err *err)
{
	if (strchr(argument, '/') != NULL && strchr(argument, ' ') == NULL)
		return sheet_add(pane->form.session, &pane->form.sheet, &decision_type, argument, err);
	sheet_add_new(&pane->form.sheet, &decision_type);
	sheet_add_new(&pane->form.sheet, &decision_order_type);
	bool propose = false;

	if (argument[0] != '\0' && !row_exists(pane->form.session, &body_type, argument, &propose, err))
		return false;
	if (propose || argument[0] == '\0')
		return put_meeting(pane, argument, err);
	put_words(pane, argument);
	return true;
}

static bool
decision_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct decision_form *pane = state;

	pane->desk = desk;
	pane->form = (struct sheet_form){ .session = desk_session(desk), .pane = decision_form.code,
		.words = &words, .context = pane };
	pane->name = mem_strdup("");
	if (!read_sheet(pane, argument, err))
		return false;
	if (!pane->form.sheet.part[0].fresh)
		mem_replace(&pane->name, argument);
	add_lines(pane);
	sheet_form_begin(&pane->form, argument);
	return true;
}

/* What is refused stays as it was typed: its day is not filled in. */
static bool
take(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err)
{
	struct decision decision = { 0 };
	struct buf told = { 0 };

	record_copy(&decision_type, &decision, sheet->part[0].after);
	bool ok = decision_take(session, &decision, sheet->part[1].after, &told, NULL, err);
	if (ok) {
		record_done(&decision_type, sheet->part[0].after);
		record_copy(&decision_type, sheet->part[0].after, &decision);
	}
	record_done(&decision_type, &decision);
	buf_done(&told);
	*ret_number = -1;
	return ok;
}

/* The number, and what changed: sentences stand on lines of their own, the talk row has one. */
static bool
say(struct decision_form *pane, struct err *err)
{
	struct decision_entry entry = { 0 };
	struct buf number = { 0 }, effects = { 0 };
	bool ok;

	record_key(&decision_type, pane->form.sheet.part[0].after, &number);
	ok = decision_get(pane->form.session, buf_text(&number), &entry, err) &&
	    decision_effects(pane->form.session, &entry, &effects, err);
	for (char *p = effects.bytes; p != NULL && *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	if (ok)
		desk_say(pane->desk, "%s  %s", buf_text(&number), buf_text(&effects));
	record_done(&decision_entry_type, &entry);
	buf_done(&number);
	buf_done(&effects);
	return ok;
}

static bool
decision_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct decision_form *pane = state;

	if (input->action != ACTION_SAVE)
		return true;
	if (pane->form.sheet.part[0].fresh)
		return sheet_form_do(&pane->form, desk, take, err) && say(pane, err);
	return sheet_form_save(&pane->form, desk, "edit decision", err);
}

static void
decision_done(void *state)
{
	struct decision_form *pane = state;

	sheet_form_done(&pane->form);
	free(pane->name);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane decision_form = {
	.code = "DEC2",
	.title = N_("Decision"),
	.size = sizeof(struct decision_form),
	.open = decision_open,
	.later = sheet_form_later,
	.form = sheet_form_of,
	.scope = sheet_form_scope,
	.name = add_name,
	.act = decision_act,
	.actions = uses,
	.help = N_("A new decision gets the next number of its meeting when it is saved, and what it changes is "
	    "changed with it. It is refused while the meeting is not open, when the vote did not carry it, and "
	    "when the rules of the day leave it to another body. Of one that is there only the words may be "
	    "corrected."),
	.keep = sheet_form_keep,
	.done = decision_done,
};
