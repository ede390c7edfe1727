/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/seat_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body_name.h"
#include "domain/roster.h"
#include "domain/session.h"
#include "domain/term.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/sheet_form.h"

enum { WIDTH = 36 };

struct seat_form {
	struct sheet_form form;
	char *body;			/* its key */
	char *name;			/* of the body, and of the seat where one is given */
	char *holder;			/* code of who holds the seat now, "" */
	bool seat_given, renews;
};

static const struct field body_fact = {
	.key = "body", .label = NC_("field", "Body"), .kind = FIELD_TEXT,
};

static const struct field holder_fact = {
	.key = "holder", .label = NC_("field", "Held by"), .kind = FIELD_TEXT,
	.hint = N_("Holds the seat until the day the new term begins."),
};

static struct term *
term_of(struct seat_form *pane)
{
	return sheet_form_part(&pane->form, &term_type)->after;
}

static void
add_fact(void *context, const char *key, struct buf *text)
{
	const struct seat_form *pane = context;

	if (strcmp(key, body_fact.key) == 0)
		buf_add(text, pane->name);
	else if (pane->holder[0] != '\0')
		reference_name(pane->form.session, "government", pane->holder, text);
	else
		buf_add(text, C_("post", "vacant"));
}

static void
add_name(void *state, struct buf *text)
{
	buf_add(text, ((const struct seat_form *)state)->name);
}

static const struct sheet_form_words words = { .label = add_name, .fact = add_fact };

/* "ENV coordinator/1 renew" */
static bool
read_argument(struct seat_form *pane, const char *argument, struct term *term, struct err *err)
{
	size_t body = strcspn(argument, " ");
	const char *seat = argument + body + strspn(argument + body, " ");
	size_t length = strcspn(seat, " "), role = strcspn(seat, "/ ");
	bool ok = true;

	pane->body = mem_strndup(argument, body);
	pane->seat_given = length > 0;
	pane->renews = strstr(seat, " renew") != NULL;
	if (pane->body[0] == '\0')
		return err_set(err, ERR_USAGE, _("Choose the body in COM, then press F6."));
	mem_replace(&term->body, pane->body);
	if (pane->seat_given) {
		char *word = mem_strndup(seat, role);

		ok = record_read(record_find_field(&term_type, "role"), term, word, err);
		term->no = role < length ? strtoll(seat + role + 1, NULL, 10) : 1;
		free(word);
	}
	return ok;
}

/* Who holds the seat today, and what the next term begins with. */
static bool
read_seat(struct seat_form *pane, struct term *term, struct err *err)
{
	struct row_list lines = { 0 };
	char today[DAY_SIZE];

	if (!roster_list(pane->form.session, pane->body, ROSTER_NOW, &lines, err))
		return false;
	session_today(pane->form.session, today);
	mem_replace(&term->since, today);
	for (size_t i = 0; pane->seat_given && i < lines.count; i++) {
		const struct roster_line *line = row_at(&lines, i);

		if (strcmp(line->role, term->role) != 0 || line->no != term->no)
			continue;
		mem_replace(&pane->holder, line->government);
		if (pane->renews && line->until != NULL)
			mem_replace(&term->since, line->until);
		if (pane->renews && line->government[0] != '\0')
			mem_replace(&term->government, line->government);
	}
	row_list_done(&lines);
	return true;
}

static bool
read_name(struct seat_form *pane, const struct term *term, struct err *err)
{
	struct buf name = { 0 };
	char day[DAY_SIZE];

	session_day(pane->form.session, day);
	buf_addf(&name, "%s  ", pane->body);
	bool ok = body_name_on(pane->form.session, pane->body, day, &name, err);
	if (pane->seat_given) {
		buf_add(&name, ", ");
		record_show(record_find_field(&term_type, "role"), term, &name);
	}
	pane->name = buf_take(&name);
	return ok;
}

static struct form_line *
add_field(struct seat_form *pane, const char *key)
{
	struct form_line *line = sheet_form_add(&pane->form, 0, key);

	if (line->field->width > WIDTH)
		line->width = WIDTH;
	return line;
}

static void
add_lines(struct seat_form *pane)
{
	sheet_form_add_fact(&pane->form, &body_fact);
	if (pane->seat_given)
		sheet_form_add_fact(&pane->form, &holder_fact);
	else
		add_field(pane, "role");
	add_field(pane, "government")->fixed = pane->renews;
	add_field(pane, "since");
	add_field(pane, "until");
	add_field(pane, "until_meeting");
	add_field(pane, "decision");
	add_field(pane, "note");
}

static bool
seat_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct seat_form *pane = state;

	pane->holder = mem_strdup("");
	pane->form = (struct sheet_form){
		.session = desk_session(desk), .pane = seat_form.code, .words = &words, .context = pane,
	};
	struct term *term = sheet_add_new(&pane->form.sheet, &term_type)->after;
	if (!read_argument(pane, argument, term, err) || !read_seat(pane, term, err) ||
	    !read_name(pane, term, err))
		return false;
	if (pane->renews && term->government == NULL)
		return err_set(err, ERR_RULE, _("Nobody holds this seat: 6 appoints a government to it."));
	add_lines(pane);
	sheet_form_begin(&pane->form, argument);
	return true;
}

/* A seat that is not given is chosen for it. */
static bool
give_seat(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err)
{
	struct term term = { 0 };

	record_copy(&term_type, &term, sheet->part[0].after);
	bool ok = roster_seat(session, &term, ret_number, err);
	record_done(&term_type, &term);
	return ok;
}

static bool
seat_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct seat_form *pane = state;

	if (input->action != ACTION_SAVE)
		return true;
	if (!pane->seat_given)
		term_of(pane)->no = 0;
	return sheet_form_do(&pane->form, desk, give_seat, err);
}

static void
seat_done(void *state)
{
	struct seat_form *pane = state;

	sheet_form_done(&pane->form);
	free(pane->body);
	free(pane->name);
	free(pane->holder);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane seat_form = {
	.code = "SEA",
	.title = N_("Give a seat"),
	.size = sizeof(struct seat_form),
	.open = seat_open,
	.later = sheet_form_later,
	.form = sheet_form_of,
	.scope = sheet_form_scope,
	.name = add_name,
	.act = seat_act,
	.actions = uses,
	.help = N_("A member takes a seat of the body, by a decision. Who holds the seat until then does so "
	    "no more; both are saved in one change set. A term ends on a day, or when a meeting closes: "
	    "then name the meeting, GA-9."),
	.keep = sheet_form_keep,
	.done = seat_done,
};
