/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/row_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"

enum { WIDEST = 36 };

static bool
read_field(void *context, const struct field *field, void *row, const char *text, struct err *err)
{
	const struct row_form *pane = context;

	return pane->use->read != NULL ? pane->use->read(field, row, text, err) :
	    record_read(field, row, text, err);
}

void
row_form_name(void *state, struct buf *text)
{
	buf_add(text, ((const struct row_form *)state)->name);
}

static const struct sheet_form_words words = { .label = row_form_name, .read = read_field };

/* Lines */

static bool
is_owner_field(const struct rows_use *use, const char *key, size_t *ret_owner)
{
	for (size_t i = 0; i < ROWS_OWNERS && use->owners[i].field != NULL; i++)
		if (strcmp(use->owners[i].field, key) == 0 ||
		    (use->owners[i].above != NULL && strcmp(use->owners[i].above, key) == 0)) {
			*ret_owner = i;
			return true;
		}
	return false;
}

/*
 * A key never changes. A known owner stays; another kind of owner it cannot have
 * beside it, unless it always has one of each.
 */
static bool
is_shown(const struct row_form *pane, const struct field *field, bool *ret_fixed)
{
	size_t owner;

	*ret_fixed = (field->flags & (FIELD_KEY | FIELD_ONCE)) != 0 && !pane->form.sheet.part[0].fresh;
	if ((field->flags & (FIELD_MADE | FIELD_COMPUTED)) != 0)
		return false;
	if (strcmp(field->key, "voided") == 0 && pane->form.sheet.part[0].fresh)
		return false;
	if (pane->owner == ROWS_OWNERS || !is_owner_field(pane->use, field->key, &owner))
		return true;
	bool typed = pane->form.sheet.part[0].fresh && owner != pane->owner &&
	    (field->flags & FIELD_REQUIRED) != 0;
	*ret_fixed = !typed;
	return typed || owner == pane->owner ||
	    record_text(field, pane->form.sheet.part[0].after)[0] != '\0';
}

static void
add_line(struct row_form *pane, const struct field *field)
{
	bool fixed;

	if (!is_shown(pane, field, &fixed))
		return;
	struct form_line *line = sheet_form_add(&pane->form, 0, field->key);
	line->fixed = fixed;
	line->carried = (field->flags & FIELD_CARRIED) != 0;
	line->width = field->width > WIDEST ||
	    (field->refers != NULL && reference_is_named(field->refers)) ? WIDEST : 0;
}

/* In the order the screen names them, else in that of the record. */
static void
add_lines(struct row_form *pane)
{
	const struct record_type *type = pane->use->type;

	for (const char *const *key = pane->use->fields; key != NULL && *key != NULL; key++)
		add_line(pane, record_find_field(type, *key));
	for (const struct field *field = type->fields; pane->use->fields == NULL && field->key != NULL; field++)
		add_line(pane, field);
}

/* Beginning */

static void
put(struct row_form *pane, const char *field_key, const char *value)
{
	struct sheet_part *part = &pane->form.sheet.part[0];
	const struct field *field = record_find_field(part->type, field_key);

	record_put(field, part->before, value);
	record_put(field, part->after, value);
}

/* The newest row of the same owner is what ^D copies from. */
static bool
read_last(struct row_form *pane, struct err *err)
{
	const struct rows_use *use = pane->use;
	struct row_list rows = { 0 };

	if (pane->owner == ROWS_OWNERS)
		return true;
	if (!rows_of_owner(pane->form.session, use, pane->owner, pane->owner_key,
	    record_find_field(use->type, "id") != NULL ? "id" : use->order, &rows, err))
		return false;
	if (rows.count > 0) {
		pane->form.last = mem_alloc(use->type->size);
		record_copy(use->type, pane->form.last, row_at(&rows, rows.count - 1));
	}
	row_list_done(&rows);
	return true;
}

/* Not typed yet: before and after are the same. */
static bool
begin_fresh(struct row_form *pane, struct err *err)
{
	struct sheet_part *part = &pane->form.sheet.part[0];

	if (!pane->use->fresh(pane->form.session, part->after, err))
		return false;
	record_done(part->type, part->before);
	record_copy(part->type, part->before, part->after);
	return true;
}

static bool
begin_new(struct row_form *pane, const char *owner_key, struct err *err)
{
	const struct rows_use *use = pane->use;

	sheet_add_new(&pane->form.sheet, use->type);
	mem_replace(&pane->owner_key, owner_key);
	if (owner_key[0] != '\0') {
		pane->owner = rows_find_owner(pane->form.session, use, owner_key);
		if (pane->owner == ROWS_OWNERS)
			return err_set(err, ERR_MISSING, _("Nothing is called \"%s\"."), owner_key);
		rows_put_owner(use, pane->owner, owner_key, pane->form.sheet.part[0].before);
		rows_put_owner(use, pane->owner, owner_key, pane->form.sheet.part[0].after);
	}
	if (use->begin.field != NULL)
		put(pane, use->begin.field, use->begin.value);
	if (use->fresh != NULL && !begin_fresh(pane, err))
		return false;
	return read_last(pane, err);
}

static bool
begin_edit(struct row_form *pane, const char *key, struct err *err)
{
	const struct rows_use *use = pane->use;

	if (!sheet_add(pane->form.session, &pane->form.sheet, use->type, key, err))
		return false;
	for (size_t i = 0; i < ROWS_OWNERS && use->owners[i].field != NULL; i++) {
		struct buf owner = { 0 };

		rows_owner_key(use, i, pane->form.sheet.part[0].after, &owner);
		if (owner.length > 0 && pane->owner == ROWS_OWNERS) {
			pane->owner = i;
			mem_replace(&pane->owner_key, buf_text(&owner));
		}
		buf_done(&owner);
	}
	return true;
}

static void
read_name(struct row_form *pane)
{
	struct buf text = { 0 };

	rows_owner_name(pane->form.session, pane->use, pane->owner, pane->owner_key, &text);
	buf_add(&text, text.length > 0 ? "  " : "");
	if (pane->form.sheet.part[0].fresh)
		buf_add(&text, message_show(pane->use->new_title));
	else if (pane->use->owners[0].field == NULL)
		rows_name(pane->form.session, pane->use, pane->form.sheet.part[0].before, &text);
	free(pane->name);
	pane->name = buf_take(&text);
}

static bool
show_record(void *context, const char *argument, struct err *err)
{
	struct row_form *pane = context;
	struct session *session = desk_session(pane->desk);
	bool exists = false;

	sheet_form_done(&pane->form);
	pane->form = (struct sheet_form){
		.session = session, .pane = pane->use->form_code, .words = &words, .context = pane,
	};
	pane->owner = ROWS_OWNERS;
	mem_replace(&pane->owner_key, "");
	if (argument[0] != '\0' && !row_exists(session, pane->use->type, argument, &exists, err))
		return false;
	if (!(exists ? begin_edit(pane, argument, err) : begin_new(pane, argument, err)))
		return false;
	add_lines(pane);
	sheet_form_begin(&pane->form, argument);
	return true;
}

bool
row_form_open(struct desk *desk, void *state, const struct rows_use *use, const char *argument,
    struct err *err)
{
	struct row_form *pane = state;

	pane->desk = desk;
	pane->use = use;
	return show_record(pane, argument, err);
}

bool
row_form_load(struct desk *desk, void *state, struct err *err)
{
	struct row_form *pane = state;
	struct sheet sheet = { 0 };

	read_name(pane);
	if (pane->form.sheet.part[0].fresh)
		return true;
	if (!sheet_add(desk_session(desk), &sheet, pane->use->type, pane->form.record, err))
		return false;
	sheet_form_refresh(&pane->form, &sheet);
	return true;
}

/* Deeds */

/* The key of the row so many places on among those of the owner; NULL: there is none. */
static bool
find_beside(void *context, int step, char **ret_key, struct err *err)
{
	struct row_form *pane = context;
	const struct rows_use *use = pane->use;
	struct row_list rows = { 0 };
	char *key = NULL;

	if (!rows_of_owner(pane->form.session, use, pane->owner, pane->owner_key, use->order, &rows, err))
		return false;
	for (size_t i = 0; i < rows.count && key == NULL; i++) {
		struct buf here = { 0 }, there = { 0 };
		size_t to = i + (size_t)step;

		record_key(use->type, row_at(&rows, i), &here);
		if (strcmp(buf_text(&here), pane->form.record) == 0 && to < rows.count) {
			record_key(use->type, row_at(&rows, to), &there);
			key = buf_take(&there);
		}
		buf_done(&here);
	}
	row_list_done(&rows);
	*ret_key = key;
	return true;
}

/* The list stands on what was entered: the next key is about that. */
static void
say_entered(struct row_form *pane)
{
	struct buf key = { 0 };

	record_key(pane->use->type, pane->form.sheet.part[0].after, &key);
	desk_entered(pane->desk, buf_text(&key));
	buf_done(&key);
}

static bool
save(struct row_form *pane, struct err *err)
{
	bool fresh = pane->form.sheet.part[0].fresh;

	bool ok = fresh && pane->use->add != NULL ?
	    sheet_form_do(&pane->form, pane->desk, pane->use->add, err) :
	    sheet_form_save(&pane->form, pane->desk, fresh ? pane->use->what_new :
	    pane->use->what_edit, err);
	if (ok && fresh)
		say_entered(pane);
	return ok;
}

bool
row_form_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct row_form *pane = state;

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

void
row_form_done(void *state)
{
	struct row_form *pane = state;

	sheet_form_done(&pane->form);
	free(pane->owner_key);
	free(pane->name);
}

const struct action_use row_form_uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_PREVIOUS, NULL, N_("the row before this one") },
	{ ACTION_NEXT, NULL, N_("the row after this one") },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

static bool
name_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &names_use, argument, err);
}

static bool
status_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &statuses_use, argument, err);
}

static bool
alias_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &aliases_use, argument, err);
}

static bool
channel_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &channels_use, argument, err);
}

static bool
address_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &addresses_use, argument, err);
}

static bool
holding_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &holdings_use, argument, err);
}

static bool
rule_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &rules_use, argument, err);
}

static bool
person_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &people_use, argument, err);
}

static bool
post_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &posts_use, argument, err);
}

const struct pane name_form = ROW_FORM("NAM2", N_("Name of a government"), name_form_open);
const struct pane status_form = ROW_FORM("STA2", N_("Status"), status_form_open);
const struct pane alias_form = ROW_FORM("ALI2", N_("Other name"), alias_form_open);
const struct pane channel_form = ROW_FORM("CHN2", N_("Contact channel"), channel_form_open);
const struct pane address_form = ROW_FORM("ADR2", N_("Address"), address_form_open);
const struct pane holding_form = ROW_FORM("HOL2", N_("Holding of a post"), holding_form_open);
const struct pane rule_form = ROW_FORM("RUL2", N_("Rule"), rule_form_open);
const struct pane person_form = ROW_FORM("PER2", N_("Person"), person_form_open);
const struct pane post_form = ROW_FORM("PST2", N_("Post"), post_form_open);
