/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/sheet_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/session.h"
#include "panes/clash_dialog.h"
#include "panes/desk.h"

static void
forget_names(struct sheet_form *form)
{
	for (size_t i = 0; form->names != NULL && i < 2 * form->count; i++) {
		free(form->names[i].key);
		free(form->names[i].name);
		form->names[i] = (struct sheet_form_name){ 0 };
	}
}

void
sheet_form_done(void *state)
{
	struct sheet_form *form = state;

	if (form->lines != NULL)
		form_done(&form->form);
	if (form->last != NULL)
		record_done(form->sheet.part[0].type, form->last);
	free(form->last);
	forget_names(form);
	free(form->names);
	free(form->lines);
	free(form->record);
	free(form->note);
	form_draft_done(&form->draft);
	references_done(&form->references);
	sheet_clashes_done(&form->clashes);
	sheet_done(&form->sheet);
	*form = (struct sheet_form){ 0 };
}

/* What the form widget asks */

static bool
is_fact(const struct form_line *line)
{
	return line->part >= SHEET_PARTS;
}

/* Read from the file when the key is another one than before; borrowed. */
static const char *
name_of(struct sheet_form *form, struct sheet_form_name *name, const char *kind, const char *key)
{
	if (name->key == NULL || strcmp(name->key, key) != 0) {
		struct buf text = { 0 };

		reference_name(form->session, kind, key, &text);
		mem_replace(&name->key, key);
		free(name->name);
		name->name = buf_take(&text);
	}
	return name->name;
}

/* The name for a line's value now, or for the one before. */
static const char *
name_on_line(struct sheet_form *form, const struct form_line *line, bool before)
{
	const struct sheet_part *part = &form->sheet.part[line->part];
	size_t i = 2 * (size_t)(line - form->lines) + before;

	return name_of(form, &form->names[i], line->field->refers,
	    record_text(line->field, before ? part->before : part->after));
}

static void
add_plain(const struct field *field, const void *row, struct buf *text)
{
	if (field->kind != FIELD_NUMBER || record_number(field, row) != 0)
		record_format(field, row, text);
}

static bool
is_named(const struct field *field)
{
	return field->refers != NULL && reference_is_named(field->refers);
}

static void
get(void *context, const struct form_line *line, struct buf *text)
{
	struct sheet_form *form = context;

	if (is_fact(line)) {
		form->words->fact(form->context, line->field->key, text);
		return;
	}
	const char *name = line->field->refers != NULL ? name_on_line(form, line, false) : "";
	if (is_named(line->field))
		buf_add(text, name);
	else
		add_plain(line->field, form->sheet.part[line->part].after, text);
}

static void
add_was(void *context, const struct form_line *line, struct buf *text)
{
	struct sheet_form *form = context;

	if (is_fact(line) || form->sheet.part[line->part].fresh)
		return;
	if (is_named(line->field))
		buf_add(text, name_on_line(form, line, true));
	else
		add_plain(line->field, form->sheet.part[line->part].before, text);
}

/* What is offered may depend on the rest of the record. */
static struct references *
references_for(struct sheet_form *form, const struct form_line *line)
{
	form->references.type = form->sheet.part[line->part].type;
	form->references.field = line->field;
	form->references.row = form->sheet.part[line->part].after;
	return &form->references;
}

static bool
set(void *context, const struct form_line *line, const char *text, struct err *err)
{
	struct sheet_form *form = context;
	void *row = form->sheet.part[line->part].after;
	char *key = NULL;

	if (line->field->refers != NULL && !reference_read(references_for(form, line),
	    line->field->refers, text, record_text(line->field, row), &key, err))
		return err_at(err, line->field->key);
	if (key != NULL)
		text = key;
	bool ok = form->words->read != NULL ? form->words->read(form->context, line->field, row, text, err) :
	    record_read(line->field, row, text, err);
	free(key);
	if (ok && form->words->taken != NULL)
		form->words->taken(form->context, line);
	return ok;
}

/* The name of a code stands behind the box; that of a key stands in it. */
static void
echo(void *context, const struct form_line *line, struct buf *text)
{
	struct sheet_form *form = context;

	if (is_fact(line))
		return;
	if (line->field->refers != NULL && !is_named(line->field))
		buf_add(text, name_on_line(form, line, false));
	if (form->words->echo != NULL)
		form->words->echo(form->context, line, text);
}

static void
list_values(void *context, const struct form_line *line, const char *typed,
    struct choices *ret_choices)
{
	struct sheet_form *form = context;

	if (line->field->refers != NULL)
		reference_values(references_for(form, line), line->field->refers, typed, ret_choices);
}

static bool
same(void *context, const struct form_line *line, struct buf *text)
{
	struct sheet_form *form = context;

	if (form->last == NULL || line->part != 0)
		return false;
	if (is_named(line->field))
		reference_name(form->session, line->field->refers, record_text(line->field, form->last), text);
	else
		add_plain(line->field, form->last, text);
	return true;
}

static const struct form_source source = {
	.get = get,
	.set = set,
	.echo = echo,
	.was = add_was,
	.values = list_values,
	.same = same,
};

/* Lines */

static struct form_line *
add_line(struct sheet_form *form, struct form_line line)
{
	form->lines = mem_room(form->lines, form->count + 1, &form->room, sizeof *form->lines);
	form->lines[form->count] = line;
	form->lines[form->count + 1] = (struct form_line){ 0 };
	return &form->lines[form->count++];
}

void
sheet_form_add_heading(struct sheet_form *form, const char *label)
{
	add_line(form, (struct form_line){ .label = label });
}

struct form_line *
sheet_form_add(struct sheet_form *form, size_t part, const char *field_key)
{
	return add_line(form, (struct form_line){
		.field = record_find_field(form->sheet.part[part].type, field_key), .part = part,
	});
}

void
sheet_form_add_fact(struct sheet_form *form, const struct field *field)
{
	add_line(form, (struct form_line){ .field = field, .part = SHEET_FORM_FACT, .fixed = true });
}

void
sheet_form_begin(struct sheet_form *form, const char *record)
{
	mem_replace(&form->record, record);
	form->references.session = form->session;
	form->names = mem_alloc(2 * (form->count + 1) * sizeof *form->names);
	form_init(&form->form, &source, form, form->lines);
	form->form.is_new = form->sheet.part[0].fresh;
	form->form.read_only = !session_may_write(form->session, NULL);
	session_today(form->session, form->form.today);
	form_draft_look(&form->draft, form->session, form->pane, record);
}

size_t
sheet_form_part_index(const struct sheet_form *form, const struct record_type *type)
{
	size_t i = 0;

	while (i < form->sheet.count && form->sheet.part[i].type != type)
		i++;
	return i;
}

struct sheet_part *
sheet_form_part(struct sheet_form *form, const struct record_type *type)
{
	size_t i = sheet_form_part_index(form, type);

	return i < form->sheet.count ? &form->sheet.part[i] : NULL;
}

/* Do the lines of one fit the other? */
static bool
is_alike(const struct sheet *a, const struct sheet *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->part[i].type != b->part[i].type)
			return false;
	return true;
}

void
sheet_form_refresh(struct sheet_form *form, struct sheet *sheet)
{
	if (form->note == NULL && !form_changed(&form->form) && is_alike(&form->sheet, sheet)) {
		sheet_done(&form->sheet);
		form->sheet = *sheet;
		*sheet = (struct sheet){ 0 };
	} else {
		sheet_done(sheet);
	}
	forget_names(form);
	form->form.read_only = !session_may_write(form->session, NULL);
	form_read(&form->form);
}

size_t
sheet_form_changed(const struct sheet_form *form)
{
	size_t changed = 0;

	for (size_t i = 0; i < form->form.count; i++)
		changed += form_line_changed(&form->form, i);
	return changed;
}

struct form *
sheet_form_of(void *state)
{
	return &((struct sheet_form *)state)->form;
}

void
sheet_form_scope(void *state, int columns, struct buf *text)
{
	const struct sheet_form *form = state;
	size_t changed = sheet_form_changed(form);

	if (changed == 0)
		return;
	if (columns < LAYOUT_NARROW)
		buf_addf(text, "*%zu", changed);
	else if (form->draft.kept && !form->draft.waits)
		buf_addf(text, _("changed %d, draft kept"), (int)changed);
	else
		buf_addf(text, _("changed %d"), (int)changed);
}

/* Draft */

/* The caller calls buf_done on the label it is given for it. */
static struct form_draft_of
draft_of(struct sheet_form *form, struct buf *label)
{
	form->words->label(form->context, label);
	return (struct form_draft_of){
		.pane = form->pane, .record = form->record, .label = buf_text(label), .form = &form->form,
		.sheet = &form->sheet, .note = form->note != NULL ? form->note : "",
	};
}

bool
sheet_form_keep(struct desk *desk, void *state, struct err *err)
{
	struct sheet_form *form = state;
	struct buf label = { 0 };
	struct form_draft_of of = draft_of(form, &label);
	bool ok = form_draft_keep(&form->draft, form->session, &of, err);

	(void)desk;
	buf_done(&label);
	return ok;
}

bool
sheet_form_offer(struct sheet_form *form, struct desk *desk)
{
	return form_draft_offer(&form->draft, desk);
}

void
sheet_form_take(struct sheet_form *form)
{
	struct buf label = { 0 };
	struct form_draft_of of = draft_of(form, &label);

	form_draft_take(&form->draft, &of);
	buf_done(&label);
}

bool
sheet_form_later(struct desk *desk, void *state, struct err *err)
{
	(void)err;
	if (sheet_form_offer(state, desk))
		sheet_form_take(state);
	return true;
}

bool
sheet_form_go(struct sheet_form *form, struct desk *desk, int step,
    bool (*beside)(void *, int, char **, struct err *),
    bool (*show)(void *, const char *, struct err *), struct err *err)
{
	char *key = NULL;

	if (!sheet_form_keep(desk, form, err) || !beside(form->context, step, &key, err))
		return false;
	if (key == NULL)
		return err_set(err, ERR_MISSING, step > 0 ? _("This is the last one.") :
		    _("This is the first one."));
	bool ok = show(form->context, key, err);
	free(key);
	desk_reload(desk);
	return ok;
}

/* Saving */

/* Until it is saved, refused, or the clerk leaves the choice for later. */
static bool
save_and_ask(struct sheet_form *form, struct desk *desk, const char *what, int64_t *ret_number,
    struct err *err)
{
	while (!sheet_save(form->session, &form->sheet, what, NULL, &form->clashes, ret_number, err))
		if (err->code != ERR_CONFLICT || form->clashes.count == 0 ||
		    !clash_dialog_ask(desk, &form->clashes))
			return false;
	return true;
}

static bool
keep_refused(struct sheet_form *form, struct desk *desk)
{
	form_read(&form->form);
	sheet_form_keep(desk, form, NULL);
	return false;
}

/* It is in the file: there is no draft any more, and the form goes. */
static void
leave_saved(struct sheet_form *form, struct desk *desk, int64_t number)
{
	form_draft_drop(&form->draft, form->session, form->pane, form->record);
	form_reset(&form->form);
	if (number >= 0)
		desk_say_saved(desk, number);
	desk_reload(desk);
	desk_close(desk);
}

bool
sheet_form_save(struct sheet_form *form, struct desk *desk, const char *what, struct err *err)
{
	int64_t number = 0;
	bool ok = save_and_ask(form, desk, what, &number, err);

	if (!ok)
		return keep_refused(form, desk);
	leave_saved(form, desk, number);
	return true;
}

bool
sheet_form_do(struct sheet_form *form, struct desk *desk,
    bool (*deed)(struct session *, struct sheet *, int64_t *, struct err *), struct err *err)
{
	int64_t number = 0;
	bool ok = deed(form->session, &form->sheet, &number, err);

	if (!ok)
		return keep_refused(form, desk);
	leave_saved(form, desk, number);
	return true;
}
