/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/entry_form.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "base/record.h"
#include "domain/ledger.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"

static void
preview(struct entry_form *form)
{
	struct ledger_draft draft = { 0 };
	struct err problem = { 0 };

	if (form->use->draft(form, &draft, &problem))
		posting_preview_set(&form->preview, desk_session(form->desk), &draft);
	else
		posting_preview_clear(&form->preview, &problem);
	ledger_draft_done(&draft);
}

/* The form's values */

static const char *
currency_of(const struct entry_form *form)
{
	return record_text(record_find_field(form->use->type, "currency"), form->record);
}

static void
get(void *context, const struct form_line *line, struct buf *text)
{
	const struct entry_form *form = context;

	if (line->field->kind != FIELD_MONEY)
		record_format(line->field, form->record, text);
	else if (record_number(line->field, form->record) != 0)
		money_show_amount(text, messages_catalogue(), record_number(line->field, form->record),
		    currency_of(form));
}

bool
entry_form_take(struct entry_form *form, const struct field *field, const char *text,
    struct err *err)
{
	char *key = NULL;

	if (field->refers == NULL || text[0] == '\0')
		return record_read(field, form->record, text, err);
	if (!reference_read(&form->references, field->refers, text, record_text(field, form->record), &key, err))
		return false;
	record_put(field, form->record, key);
	free(key);
	return true;
}

static bool
set(void *context, const struct form_line *line, const char *text, struct err *err)
{
	struct entry_form *form = context;
	const struct field *field = line->field;
	char *before = record_is_number(field) ? NULL : mem_strdup(record_text(field, form->record));
	bool ok = entry_form_take(form, field, text, err) &&
	    (form->use->taken == NULL || form->use->taken(form, field, before, err));

	free(before);
	if (ok)
		preview(form);
	return ok;
}

static void
echo(void *context, const struct form_line *line, struct buf *text)
{
	struct entry_form *form = context;

	if (line->field->refers != NULL)
		reference_name(desk_session(form->desk), line->field->refers,
		    record_text(line->field, form->record), text);
	else if (line->field->kind == FIELD_MONEY)
		buf_add(text, currency_of(form));
	if (form->use->echo != NULL)
		form->use->echo(form, line->field, text);
}

static void
values(void *context, const struct form_line *line, const char *typed, struct choices *ret_choices)
{
	struct entry_form *form = context;

	if (line->field->refers != NULL)
		reference_values(&form->references, line->field->refers, typed, ret_choices);
}

static void
was(void *context, const struct form_line *line, struct buf *text)
{
	const struct entry_form *form = context;

	entry_draft_was(&form->draft, line, text);
}

static const struct form_source source = {
	.get = get, .set = set, .echo = echo, .was = was, .values = values,
};

/* Opening */

bool
entry_form_open(struct desk *desk, void *state, const struct entry_form_use *use,
    const char *argument, struct err *err)
{
	struct entry_form *form = state;

	form->desk = desk;
	form->use = use;
	form->record = entry_draft_open(&form->draft, use->type, use->pane->code, argument);
	form->references.session = desk_session(desk);
	return session_may_write(desk_session(desk), err);
}

static bool
is_aside(const struct entry_form_use *use, const char *key)
{
	const char *const *aside = use->aside;

	while (*aside != NULL && strcmp(*aside, key) != 0)
		aside++;
	return *aside != NULL;
}

static void
make_lines(struct entry_form *form)
{
	size_t count = 0;

	for (const struct field *field = form->use->type->fields; field->key != NULL; field++) {
		if ((field->flags & FIELD_COMPUTED) != 0)
			continue;
		assert(count + 1 < ENTRY_FORM_LINES);
		form->lines[count++] = (struct form_line){ .field = field,
			.carried = (field->flags & FIELD_CARRIED) != 0, .aside = is_aside(form->use, field->key),
			/* What is owed is proposed; what came in may be another sum. */
			.asked = field->kind == FIELD_MONEY };
	}
}

static void
begin(struct entry_form *form)
{
	make_lines(form);
	entry_draft_begin(&form->draft);
	form_init(&form->form, &source, form, form->lines);
	form->form.is_new = true;
	form->form.end_hint = form->use->end_hint;
	session_today(desk_session(form->desk), form->form.today);
}

void
entry_form_begin(struct entry_form *form)
{
	begin(form);
	entry_draft_look(&form->draft, desk_session(form->desk));
}

void
entry_form_next(struct entry_form *form)
{
	entry_draft_drop(&form->draft, desk_session(form->desk));
	form_done(&form->form);
	begin(form);
	desk_reload(form->desk);
}

/* For the table of the pane */

bool
entry_form_load(struct desk *desk, void *state, struct err *err)
{
	struct entry_form *form = state;

	(void)desk;
	(void)err;
	preview(form);
	form_read(&form->form);
	return true;
}

/* A draft is asked about once there is time to ask. */
bool
entry_form_later(struct desk *desk, void *state, struct err *err)
{
	struct entry_form *form = state;

	(void)err;
	entry_draft_offer(&form->draft, desk, &form->form);
	return true;
}

struct form *
entry_form_of(void *state)
{
	return &((struct entry_form *)state)->form;
}

void
entry_form_draw(void *state, const struct layout *layout)
{
	struct entry_form *form = state;

	posting_preview_draw(&form->preview, &layout->body, (int)form->form.count);
}

bool
entry_form_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct entry_form *form = state;

	(void)desk;
	return input->action != ACTION_SAVE || form->use->save(form, err);
}

bool
entry_form_keep(struct desk *desk, void *state, struct err *err)
{
	struct entry_form *form = state;

	return entry_draft_keep(&form->draft, desk_session(desk), &form->form,
	    message_show(form->use->pane->title), err);
}

void
entry_form_done(void *state)
{
	struct entry_form *form = state;

	form_done(&form->form);
	entry_draft_done(&form->draft);
	references_done(&form->references);
	posting_preview_done(&form->preview);
}
