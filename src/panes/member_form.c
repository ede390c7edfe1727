/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/member_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/holding.h"
#include "domain/member.h"
#include "domain/member_sheet.h"
#include "domain/period.h"
#include "domain/portfolio.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/member_rows.h"
#include "panes/pane.h"
#include "panes/sheet_form.h"

enum { NAME_COLUMNS = 36 };

struct member_form {
	struct sheet_form form;
	struct desk *desk;		/* borrowed */
	struct member_rows rows;	/* what F7 and F8 go through */
	char *words;			/* what was typed into Find of MEM; "" for all */
	struct member member;		/* as of the session's day; zeroed for a new one */
	char *holder;			/* of the post for letters, "" */
	char *clerk;			/* who answers for its country, "" */
	char *country;			/* its name */
	size_t governments, periods, period;	/* how many there are; which name period this is */
};

/* Lines of the form: fields of the record types, and facts of the view. */

static const struct field status_fact = {
	.key = "status", .label = NC_("field", "Status"), .kind = FIELD_TEXT,
	.hint = N_("It rests on decisions: 4=Status in MEM shows its periods."),
};

static const struct field letters_fact = {
	.key = "letters_to", .label = NC_("field", "Letters go to"), .kind = FIELD_TEXT,
};

static const struct field clerk_fact = {
	.key = "clerk", .label = NC_("field", "Clerk in charge"), .kind = FIELD_TEXT,
	.hint = N_("Who answers for the country on the day: PFO shows and changes it."),
};

struct form_row {
	const struct record_type *type;		/* NULL: a fact */
	const char *field;
	const struct field *fact;
	const char *label;			/* NC_(), where the field's own would mislead */
	int width;
};

static const struct form_row name_rows[] = {
	{ .type = &government_name_type, .field = "kind", .width = 12 },
	{ .type = &government_name_type, .field = "since" },
	{ .type = &government_name_type, .field = "name_en", .width = NAME_COLUMNS },
	{ .type = &government_name_type, .field = "name_zh", .width = NAME_COLUMNS },
	{ .type = &government_name_type, .field = "name_ja", .width = NAME_COLUMNS },
	{ .type = &government_name_type, .field = "name_ko", .width = NAME_COLUMNS },
	{ .type = &government_name_type, .field = "name_ru", .width = NAME_COLUMNS },
	{ .type = &government_name_type, .field = "name_mn", .width = NAME_COLUMNS },
	{ .type = &government_name_type, .field = "reading", .width = NAME_COLUMNS },
	{ .type = &government_name_type, .field = "unchecked" },
};

static const struct form_row contact_rows[] = {
	{ .type = &government_type, .field = "letters" },
	{ .type = &government_type, .field = "phone", .width = NAME_COLUMNS },
	{ .type = &government_type, .field = "fax", .width = NAME_COLUMNS },
	{ .type = &government_type, .field = "email", .width = NAME_COLUMNS },
	{ .type = &government_type, .field = "web", .width = NAME_COLUMNS },
	{ .fact = &letters_fact },
	{ .type = &post_type, .field = "email", .label = NC_("field", "  E-mail"), .width = NAME_COLUMNS },
	{ .type = &post_type, .field = "phone", .label = NC_("field", "  Telephone"), .width = NAME_COLUMNS },
	{ .fact = &clerk_fact },
	{ .type = &government_type, .field = "note", .width = NAME_COLUMNS },
};

static const struct form_row status_rows[] = {
	{ .type = &government_status_type, .field = "status" },
	{ .type = &government_status_type, .field = "since", .label = NC_("field", "Status since") },
	{ .type = &government_status_type, .field = "decision" },
};

static void
add_row(struct sheet_form *form, const struct form_row *row)
{
	size_t part = row->type != NULL ? sheet_form_part_index(form, row->type) : 0;
	struct form_line *line;

	if (row->type == NULL) {
		sheet_form_add_fact(form, row->fact);
		return;
	}
	if (part == form->sheet.count)
		return;		/* it has no post for letters, or no name on that day */
	line = sheet_form_add(form, part, row->field);
	line->label = row->label;
	line->width = row->width;
}

static void
add_rows(struct sheet_form *form, const struct form_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_row(form, &rows[i]);
}

static void
add_lines(struct member_form *pane)
{
	struct sheet_form *form = &pane->form;
	bool is_new = form->sheet.part[0].fresh;

	sheet_form_add(form, 0, "code")->fixed = !is_new;
	if (is_new)
		sheet_form_add(form, 0, "country");
	add_rows(form, name_rows, sizeof name_rows / sizeof name_rows[0]);
	if (is_new)
		add_rows(form, status_rows, sizeof status_rows / sizeof status_rows[0]);
	else
		sheet_form_add_fact(form, &status_fact);
	add_rows(form, contact_rows, sizeof contact_rows / sizeof contact_rows[0]);
}

/* What stands behind the boxes */

static void
add_status(const struct member_form *pane, struct buf *text)
{
	if (pane->member.status == NULL) {
		buf_add(text, _("none on that day; by decision only"));
		return;
	}
	record_show(record_find_field(&member_type, "status"), &pane->member, text);
	if (pane->member.since[0] != '\0')
		buf_addf(text, _(", since %s"), pane->member.since);
	if (pane->member.decision[0] != '\0')
		buf_addf(text, " (%s)", pane->member.decision);
	buf_addf(text, "%s%s", C_("between", "; "), _("by decision only"));
}

static void
add_letters(struct member_form *pane, struct buf *text)
{
	const struct sheet_part *part = sheet_form_part(&pane->form, &post_type);

	if (part == NULL)
		buf_add(text, _("no post is set up for letters"));
	else if (pane->holder[0] == '\0')
		buf_addf(text, _("post %s, vacant !"), ((struct post *)part->after)->code);
	else
		buf_addf(text, "%s  %s", ((struct post *)part->after)->code, pane->holder);
}

static void
add_fact(void *context, const char *key, struct buf *text)
{
	struct member_form *pane = context;

	if (strcmp(key, status_fact.key) == 0)
		add_status(pane, text);
	else if (strcmp(key, clerk_fact.key) == 0)
		buf_add(text, pane->clerk[0] != '\0' ? pane->clerk : _("nobody answers for the country"));
	else
		add_letters(pane, text);
}

static void
echo_code(const struct member_form *pane, struct buf *text)
{
	const struct government *government = pane->form.sheet.part[0].after;

	if (!pane->form.sheet.part[0].fresh)
		buf_addf(text, _("%s, rank %d of %d"), pane->country, (int)government->rank,
		    (int)pane->governments);
}

static void
echo_name(const struct field *field, const void *row, struct buf *text)
{
	const struct government_name *name = row;

	if (name->unchecked != NULL && strstr(name->unchecked, field->language) != NULL)
		buf_add(text, C_("name", "unchecked"));
}

static void
echo_since(const struct member_form *pane, struct buf *text)
{
	if (pane->form.note != NULL)
		buf_add(text, _("a new period"));
	else if (pane->periods > 1)
		buf_addf(text, _("period %d of %d"), (int)pane->period, (int)pane->periods);
}

static void
add_echo(void *context, const struct form_line *line, struct buf *text)
{
	struct member_form *pane = context;
	const struct sheet_part *part = &pane->form.sheet.part[line->part];

	if (part->type == &government_type && strcmp(line->field->key, "code") == 0)
		echo_code(pane, text);
	else if (part->type == &government_name_type && line->field->language != NULL)
		echo_name(line->field, part->after, text);
	else if (part->type == &government_name_type && strcmp(line->field->key, "since") == 0)
		echo_since(pane, text);
}

/* The code begins with the country, and letters begin in its language. */
static void
fill_in(void *context, const struct form_line *line)
{
	struct member_form *pane = context;
	struct government *government = pane->form.sheet.part[0].after;
	struct country country = { 0 };
	bool found = false;
	char code[3] = "";

	if (!pane->form.sheet.part[0].fresh || line->part != 0 ||
	    strcmp(line->field->key, "code") != 0)
		return;
	strncpy(code, government->code, 2);
	if (!row_find(pane->form.session, &country_type, code, &country, &found, NULL) || !found)
		return;
	if (government->country == NULL || government->country[0] == '\0')
		mem_replace(&government->country, code);
	if (government->letters == NULL || government->letters[0] == '\0')
		mem_replace(&government->letters, country.language);
	record_done(&country_type, &country);
}

/* How row 2 and lists of drafts name it. */
static void
add_name(void *state, struct buf *text)
{
	const struct member_form *pane = state;

	if (pane->form.record[0] == '\0')
		buf_add(text, _("A new government"));
	else
		buf_add(text, pane->form.record);
	if (pane->member.name != NULL)
		buf_addf(text, "  %s", pane->member.name);
	if (pane->member.name != NULL && strcmp(pane->member.name, pane->member.own_name) != 0)
		buf_addf(text, "  %s", pane->member.own_name);
}

static const struct sheet_form_words words = {
	.label = add_name,
	.fact = add_fact, .echo = add_echo, .taken = fill_in,
};

/* Reading */

static bool
read_holder(struct member_form *pane, struct err *err)
{
	struct session *session = pane->form.session;
	const struct sheet_part *part = sheet_form_part(&pane->form, &post_type);
	struct row_list holdings = { 0 };
	struct buf name = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	if (part != NULL && !row_list(session, &holding_type, "post", part->key, "since", &holdings, err))
		return false;
	for (size_t i = 0; i < holdings.count; i++) {
		const struct holding *holding = row_at(&holdings, i);

		if (!period_holds(holding->since, holding->until, day))
			continue;
		reference_name(session, "person", holding->person, &name);
		if (holding->since[0] != '\0')
			buf_addf(&name, _(", since %s"), holding->since);
	}
	row_list_done(&holdings);
	free(pane->holder);
	pane->holder = buf_take(&name);
	return true;
}

static bool
read_clerk(struct member_form *pane, struct err *err)
{
	struct session *session = pane->form.session;
	const struct government *government = pane->form.sheet.part[0].after;
	struct buf name = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	bool ok = portfolio_clerk(session, government->country, day, &name, err);
	free(pane->clerk);
	pane->clerk = buf_take(&name);
	return ok;
}

static bool
count_periods(struct member_form *pane, const char *code, struct err *err)
{
	const struct sheet_part *part = sheet_form_part(&pane->form, &government_name_type);
	struct row_list names = { 0 };

	if (!row_list(pane->form.session, &government_name_type, "government", code, "since", &names, err))
		return false;
	pane->periods = pane->period = 0;
	for (size_t i = 0; i < names.count; i++) {
		const struct government_name *name = row_at(&names, i);

		if (strcmp(name->name_kind, "official") != 0)
			continue;
		pane->periods++;
		if (part != NULL && strcmp(name->id, part->key) == 0)
			pane->period = pane->periods;
	}
	row_list_done(&names);
	return true;
}

static bool
read_facts(struct member_form *pane, const char *code, struct err *err)
{
	struct err missing = { 0 };
	struct member_count count = { 0 };
	struct buf country = { 0 };

	record_done(&member_type, &pane->member);
	if (!member_get(pane->form.session, code, &pane->member, &missing) &&
	    missing.code != ERR_MISSING)
		return err_set(err, missing.code, "%s", missing.text);
	if (!member_count(pane->form.session, &count, err))
		return false;
	pane->governments = count.members + count.observers + count.others;
	reference_name(pane->form.session, "country",
	    ((struct government *)pane->form.sheet.part[0].after)->country, &country);
	free(pane->country);
	pane->country = buf_take(&country);
	return count_periods(pane, code, err) && read_holder(pane, err) && read_clerk(pane, err);
}

/* Show this one from now on; on failure the form is empty. */
static bool
show_record(void *context, const char *code, struct err *err)
{
	struct member_form *pane = context;
	struct session *session = desk_session(pane->desk);

	sheet_form_done(&pane->form);
	pane->form = (struct sheet_form){
		.session = session, .pane = member_form.code, .words = &words, .context = pane,
	};
	if (code[0] == '\0') {
		if (!member_sheet_new(session, &pane->form.sheet, err))
			return false;
	} else if (!member_sheet_open(session, code, &pane->form.sheet, err) ||
	    !read_facts(pane, code, err)) {
		return false;
	}
	add_lines(pane);
	sheet_form_begin(&pane->form, code);
	return true;
}

static bool
member_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct member_form *pane = state;
	size_t length = strcspn(argument, " ");
	char *code = mem_strndup(argument, length);

	pane->desk = desk;
	pane->holder = mem_strdup("");
	pane->clerk = mem_strdup("");
	pane->words = mem_strdup(argument + length + strspn(argument + length, " "));
	bool ok = show_record(pane, code, err);
	free(code);
	return ok;
}

static bool
member_form_load(struct desk *desk, void *state, struct err *err)
{
	struct member_form *pane = state;
	const char *code = pane->form.record;
	struct sheet sheet = { 0 };

	member_rows_forget(&pane->rows);
	if (code[0] == '\0')
		return true;
	if (!member_sheet_open(desk_session(desk), code, &sheet, err))
		return false;
	sheet_form_refresh(&pane->form, &sheet);
	return read_facts(pane, code, err);
}

/* A draft of a new name period begins that period first. */
static bool
offer_draft(struct desk *desk, void *state, struct err *err)
{
	struct member_form *pane = state;

	if (!sheet_form_offer(&pane->form, desk))
		return true;
	const char *since = form_draft_note(&pane->form.draft);
	if (since[0] != '\0' && pane->form.note == NULL) {
		if (!member_sheet_new_period(&pane->form.sheet, since, err))
			return false;
		mem_replace(&pane->form.note, since);
	}
	sheet_form_take(&pane->form);
	return true;
}

/* Deeds */

static bool
is_name_typed(const struct sheet_form *form)
{
	for (size_t i = 0; i < form->form.count; i++)
		if (form->lines[i].part < form->sheet.count && form_line_changed(&form->form, i) &&
		    form->sheet.part[form->lines[i].part].type == &government_name_type)
			return true;
	return false;
}

static bool
begin_period(struct member_form *pane, struct err *err)
{
	struct sheet_form *form = &pane->form;
	struct buf typed = { 0 };
	char day[DAY_SIZE];
	bool ok = true;

	if (form->sheet.part[0].fresh || form->note != NULL)
		return err_set(err, ERR_RULE, _("A new name period is begun already: type its names."));
	if (!session_may_write(form->session, err))
		return false;
	if (is_name_typed(form))
		return err_set(err, ERR_RULE,
		    _("Save what you typed in the names first, then begin a new period."));
	if (desk_ask_text(pane->desk, _("From which day does the new name hold?"), true, &typed)) {
		ok = day_parse_input(buf_text(&typed), form->form.today, messages_catalogue(), day, err) &&
		    member_sheet_new_period(&form->sheet, day, err);
		if (ok) {
			mem_replace(&form->note, day);
			form_read(&form->form);
			desk_say(pane->desk, _("Type the names that hold from %s; F10 saves both periods."), day);
		}
	}
	buf_done(&typed);
	return ok && sheet_form_keep(pane->desk, pane, err);
}

/* As MEM lists what was typed into its Find. */
static bool
find_beside(void *context, int step, char **ret_key, struct err *err)
{
	struct member_form *pane = context;

	if (!member_rows_find(&pane->rows, pane->form.session, pane->words, MEMBER_BY_RANK, false, 0, err))
		return false;
	size_t row = member_rows_position(&pane->rows, pane->form.record), to = row + (size_t)step;
	if (row != SIZE_MAX && to < pane->rows.count)
		mem_replace(ret_key, member_rows_code(&pane->rows, to));
	return true;
}

static bool
save(struct member_form *pane, struct err *err)
{
	const char *what = pane->form.sheet.part[0].fresh ? "new government" :
	    pane->form.note != NULL ? "new name period" : "edit government";

	return sheet_form_save(&pane->form, pane->desk, what, err);
}

static bool
member_form_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct member_form *pane = state;

	switch (input->action) {
	case ACTION_SAVE:
		return save(pane, err);
	case ACTION_NEW:
		return begin_period(pane, err);
	case ACTION_PREVIOUS:
	case ACTION_NEXT:
		return sheet_form_go(&pane->form, desk, input->action == ACTION_NEXT ? 1 : -1, find_beside,
		    show_record, err);
	default:
		return true;
	}
}

static void
member_form_scope(void *state, int columns, struct buf *text)
{
	struct member_form *pane = state;

	buf_add(text, pane->form.record);
	if (sheet_form_changed(&pane->form) > 0 && text->length > 0)
		buf_add(text, columns < LAYOUT_NARROW ? " " : "   ");
	sheet_form_scope(&pane->form, columns, text);
}

static void
member_form_done(void *state)
{
	struct member_form *pane = state;

	sheet_form_done(&pane->form);
	member_rows_done(&pane->rows);
	record_done(&member_type, &pane->member);
	free(pane->words);
	free(pane->holder);
	free(pane->clerk);
	free(pane->country);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_NEW, NC_("key", "New name"), N_("from a day on it is called otherwise: a new period of names") },
	{ ACTION_PREVIOUS, NULL, N_("the government before this one, as MEM lists them") },
	{ ACTION_NEXT, NULL, N_("the government after this one, as MEM lists them") },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane member_form = {
	.code = "MEM2",
	.title = N_("Edit government"),
	.size = sizeof(struct member_form),
	.open = member_form_open,
	.load = member_form_load,
	.later = offer_draft,
	.form = sheet_form_of,
	.scope = member_form_scope,
	.name = add_name,
	.act = member_form_act,
	.actions = uses,
	.help = N_("Enter goes from field to field, F10 saves all of them in one change set. What is typed "
	    "is kept as a draft until then. To correct a name type over it; where a name changed on a "
	    "day, press F6 first: the old one then stays true for the time before."),
	.keep = sheet_form_keep,
	.done = member_form_done,
};
