/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/appoint_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/appointment.h"
#include "domain/holding.h"
#include "domain/person.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/sheet_form.h"

enum { WIDTH = 36 };

struct appoint_form {
	struct sheet_form form;
	struct desk *desk;		/* borrowed */
	char *post;			/* key */
	char *name;			/* of the post */
	char *holder;			/* of who holds it now, "" */
};

static const struct field post_fact = {
	.key = "post", .label = NC_("field", "Post"), .kind = FIELD_TEXT,
};

static const struct field holder_fact = {
	.key = "holder", .label = NC_("field", "Held by"), .kind = FIELD_TEXT,
	.hint = N_("Leaves the post on the day the new holder begins."),
};

static void
add_fact(void *context, const char *key, struct buf *text)
{
	const struct appoint_form *pane = context;

	if (strcmp(key, post_fact.key) == 0)
		buf_add(text, pane->name);
	else if (pane->holder[0] != '\0')
		buf_add(text, pane->holder);
	else
		buf_add(text, C_("post", "vacant"));
}

/* Whoever held the post leaves it when the next one begins. */
static void
settle(void *context, const struct form_line *line)
{
	struct appoint_form *pane = context;

	(void)line;
	appointment_settle(&pane->form.sheet);
}

static void
add_label(void *context, struct buf *text)
{
	buf_add(text, ((const struct appoint_form *)context)->name);
}

static const struct sheet_form_words words = { .label = add_label, .fact = add_fact, .taken = settle };

static const char *const person_fields[] = {
	"language", "title", "family_en", "given_en", "family_zh", "given_zh", "family_ja", "given_ja",
	"reading", "family_ko", "given_ko", "family_ru", "given_ru", "family_mn", "given_mn",
	"phone", "email",
};

static void
add_field(struct appoint_form *pane, const struct record_type *type, const char *key)
{
	size_t part = sheet_form_part_index(&pane->form, type);
	struct form_line *line = sheet_form_add(&pane->form, part, key);

	if (line->field->width > WIDTH || line->field->refers != NULL)
		line->width = WIDTH;
}

static void
add_lines(struct appoint_form *pane)
{
	bool is_new = sheet_form_part(&pane->form, &person_type) != NULL;

	sheet_form_add_fact(&pane->form, &post_fact);
	sheet_form_add_fact(&pane->form, &holder_fact);
	if (!is_new)
		add_field(pane, &holding_type, "person");
	add_field(pane, &holding_type, "since");
	for (size_t i = 0; is_new && i < sizeof person_fields / sizeof person_fields[0]; i++)
		add_field(pane, &person_type, person_fields[i]);
	add_field(pane, &holding_type, "note");
}

static void
read_names(struct appoint_form *pane)
{
	struct buf post = { 0 }, holder = { 0 };
	char *person = appointment_holder(&pane->form.sheet);

	reference_name(pane->form.session, "post", pane->post, &post);
	reference_name(pane->form.session, "person", person, &holder);
	free(person);
	pane->name = buf_take(&post);
	pane->holder = buf_take(&holder);
}

static bool
appoint_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct appoint_form *pane = state;
	size_t length = strcspn(argument, " ");

	pane->desk = desk;
	pane->post = mem_strndup(argument, length);
	pane->form = (struct sheet_form){
		.session = desk_session(desk), .pane = appoint_form.code, .words = &words, .context = pane,
	};
	if (pane->post[0] == '\0')
		return err_set(err, ERR_USAGE, _("Choose the post in PST, then press F6."));
	if (!appointment_open(pane->form.session, pane->post, strchr(argument, '+') != NULL,
	    &pane->form.sheet, err))
		return false;
	read_names(pane);
	add_lines(pane);
	sheet_form_begin(&pane->form, argument);
	return true;
}

static void
add_name(void *state, struct buf *text)
{
	const struct appoint_form *pane = state;

	buf_addf(text, "%s  %s", pane->name, sheet_form_part((struct sheet_form *)&pane->form, &person_type) != NULL ?
	    _("A new person") : _("Somebody in the file; F6 for a new person"));
}

static bool
save(struct appoint_form *pane, struct err *err)
{
	appointment_settle(&pane->form.sheet);
	return sheet_form_save(&pane->form, pane->desk, "appoint", err);
}

/* In place of this form: what was typed here stays as its draft. */
static bool
go_on_with_new_person(struct appoint_form *pane, struct err *err)
{
	struct buf argument = { 0 };

	if (sheet_form_part(&pane->form, &person_type) != NULL)
		return err_set(err, ERR_RULE, _("This is a new person already."));
	buf_addf(&argument, "%s +", pane->post);
	desk_close(pane->desk);
	bool ok = desk_open(pane->desk, &appoint_form, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}

static bool
appoint_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct appoint_form *pane = state;

	(void)desk;
	if (input->action == ACTION_SAVE)
		return save(pane, err);
	if (input->action == ACTION_NEW)
		return go_on_with_new_person(pane, err);
	return true;
}

static void
appoint_done(void *state)
{
	struct appoint_form *pane = state;

	sheet_form_done(&pane->form);
	free(pane->post);
	free(pane->name);
	free(pane->holder);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_NEW, NC_("key", "New person"), N_("appoint somebody who is not in the file yet") },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane appoint_form = {
	.code = "APP",
	.title = N_("Appoint"),
	.size = sizeof(struct appoint_form),
	.open = appoint_open,
	.later = sheet_form_later,
	.form = sheet_form_of,
	.scope = sheet_form_scope,
	.name = add_name,
	.act = appoint_act,
	.actions = uses,
	.help = N_("Type part of a name in any script and press Enter on the one meant. Who holds the post "
	    "now leaves it on the day the new holder begins; both are saved in one change set."),
	.keep = sheet_form_keep,
	.done = appoint_done,
};
