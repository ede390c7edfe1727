/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/admissions_pane.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/admission.h"
#include "domain/admission_entry.h"
#include "domain/application_step.h"
#include "domain/decision.h"
#include "domain/decision_take.h"
#include "domain/fold.h"
#include "domain/meeting.h"
#include "panes/admission_detail.h"
#include "panes/admission_forms.h"
#include "panes/decision_form.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "panes/posts_pane.h"
#include "ui/list.h"

enum { DETAIL_ROWS = 9 };
enum { EDIT = 2, NEXT_STAGE = 3, WITHDRAW = 4, DOSSIER = 5, LETTERS = 7, HISTORY = 8, DECIDE = 9 };
enum { COLUMN_CODE, COLUMN_NAME, COLUMN_OWN, COLUMN_STAGE, COLUMN_SINCE, COLUMN_MISSING };

struct admissions_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	enum admission_part part;	/* F11 */
	struct row_list rows;		/* struct admission_entry */
	struct admission_detail *details;	/* one a row, read when it comes into view */
	struct admission_count count;
	char *argument;			/* NULL once used */
};

static const struct list_column heads[] = {
	{ NC_("column", "Code"), 7, 7, 0, false, false },
	{ NC_("column", "Name"), 12, 30, 0, false, false },
	{ NC_("column", "Own name"), 12, 24, 1, false, false },
	{ NC_("column", "Stage"), 12, 0, 4, false, false },
	{ NC_("column", "Since"), 10, 0, 2, false, false },
	{ NC_("column", "Lacks"), 7, 0, 3, true, false },
	{ 0 }
};

static const struct admission_entry *
entry_at(const struct admissions_pane *pane, size_t row)
{
	return row < pane->rows.count ? row_at(&pane->rows, row) : NULL;
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	static const char *const fields[] = { [COLUMN_CODE] = "government", [COLUMN_NAME] = "name",
		[COLUMN_OWN] = "own_name" };
	const struct admission_entry *entry = entry_at(context, row);

	if (entry == NULL)
		return;
	if (column == COLUMN_SINCE)
		buf_add(text, entry->since[0] != '\0' ? entry->since : "?");
	else if (column == COLUMN_STAGE)
		admission_stage_add(entry->stage, text);
	else if (column == COLUMN_MISSING && entry->missing > 0)
		buf_addf(text, "%d", (int)entry->missing);
	else if (column == COLUMN_MISSING)
		buf_add(text, "-");
	else
		record_show(record_find_field(&admission_entry_type, fields[column]), entry, text);
}

static const char *
row_key(void *context, size_t row)
{
	const struct admission_entry *entry = entry_at(context, row);

	return entry != NULL ? entry->government : "";
}

/* Further than its dossier is. */
static char
row_mark(void *context, size_t row)
{
	const struct admission_entry *entry = entry_at(context, row);

	return entry != NULL && entry->missing > 0 && strcmp(entry->stage, "enquiry") != 0 &&
	    strcmp(entry->stage, "applied") != 0 ? '!' : ' ';
}

static bool
need_rows(void *context, size_t first, size_t count, struct err *err)
{
	struct admissions_pane *pane = context;

	for (size_t i = first; i < first + count && i < pane->rows.count; i++)
		if (pane->details[i].will == NULL && !admission_detail_get(desk_session(pane->desk),
		    entry_at(pane, i), &pane->details[i], err))
			return false;
	return true;
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct admission_entry *entry = entry_at(context, row);

	if (entry != NULL)
		buf_addf(text, "%s %s", entry->government, entry->name);
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct admissions_pane *pane = context;
	const struct admission_entry *entry = entry_at(pane, row);

	if (entry != NULL)
		admission_detail_draw(entry, &pane->details[row], area);
}

static void
add_status(void *context, struct buf *text)
{
	static const char *const shown[] = { [ADMISSION_OPEN] = N_("Show open"),
		[ADMISSION_WAITING] = N_("Show open and observers"), [ADMISSION_ALL] = N_("Show all") };

	buf_add(text, _(shown[((const struct admissions_pane *)context)->part]));
}

static void
add_day(void *context, struct buf *text)
{
	desk_add_as_of(((const struct admissions_pane *)context)->desk, _("As of now"), text);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = row_key,
	.mark = row_mark,
	.need = need_rows,
	.detail_title = add_detail_title,
	.detail = draw_detail,
	.status = add_status,
	.status_end = add_day,
};

static const struct option options[] = {
	{ EDIT, NC_("option", "Edit"), N_("what is sought, and the note"), false, false },
	{ NEXT_STAGE, NC_("option", "Next"), N_("the application goes one step on, on a day"), false, true },
	{ WITHDRAW, NC_("option", "Withdraw"), N_("the government takes its application back"), false, true },
	{ DOSSIER, NC_("option", "Dossier"), N_("what belongs to the application, and what has come"), false, true },
	{ 6, NC_("option", "View"), N_("everything about the application on one page, with its steps"), false, false },
	{ LETTERS, NC_("option", "Letters"), N_("the posts of the government, where letters go"), false, false },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ DECIDE, NC_("option", "Decide"), N_("the meeting decides on it: record the decision"), false, true },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New enquiry"), N_("a government asks, or applies") },
	{ ACTION_VIEW, NC_("key", "Show"), N_("open applications, observers too, or all there were") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
admissions_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct admissions_pane *pane = state;

	(void)err;
	pane->desk = desk;
	pane->part = ADMISSION_WAITING;
	pane->argument = mem_strdup(argument);
	list_init(&pane->list, &source, pane, heads);
	pane->list.options = options;
	pane->list.detail_rows = DETAIL_ROWS;
	return true;
}

static bool
is_found(const struct admission_entry *entry, const struct fold_query *query)
{
	struct buf stage = { 0 }, text = { 0 };

	record_show(record_find_field(&admission_entry_type, "stage"), entry, &stage);
	fold_search_code(entry->government, &text);
	fold_search_text(entry->name, NULL, &text);
	fold_search_text(entry->own_name, NULL, &text);
	fold_search_text(buf_text(&stage), NULL, &text);
	bool found = fold_query_match(query, buf_text(&text), text.length) != FOLD_NONE;
	buf_done(&stage);
	buf_done(&text);
	return found;
}

static void
forget_rows(struct admissions_pane *pane)
{
	for (size_t i = 0; i < pane->rows.count; i++)
		admission_detail_done(&pane->details[i]);
	free(pane->details);
	pane->details = NULL;
	if (pane->rows.type != NULL)
		row_list_done(&pane->rows);
}

static void
take_rows(struct admissions_pane *pane, const struct row_list *all)
{
	struct fold_query query;

	forget_rows(pane);
	pane->rows = (struct row_list){ .type = &admission_entry_type };
	fold_query_init(&query, line_text(&pane->list.find));
	for (size_t i = 0; i < all->count; i++)
		if (query.length == 0 || is_found(row_at(all, i), &query))
			record_copy(&admission_entry_type, row_add(&pane->rows, &admission_entry_type),
			    row_at(all, i));
	fold_query_done(&query);
	pane->details = mem_alloc((pane->rows.count + 1) * sizeof *pane->details);
}

static void
use_argument(struct admissions_pane *pane)
{
	for (size_t i = 0; i < pane->rows.count; i++)
		if (strcasecmp(entry_at(pane, i)->government, pane->argument) == 0)
			list_go(&pane->list, i);
	free(pane->argument);
	pane->argument = NULL;
}

static bool
admissions_load(struct desk *desk, void *state, struct err *err)
{
	struct admissions_pane *pane = state;
	struct row_list all = { 0 };

	if (!admission_list(desk_session(desk), pane->part, &all, err) ||
	    !admission_count(desk_session(desk), &pane->count, err))
		return false;
	take_rows(pane, &all);
	row_list_done(&all);
	list_set_count(&pane->list, pane->rows.count, NULL);
	if (pane->argument != NULL)
		use_argument(pane);
	return true;
}

static struct list *
admissions_list(void *state)
{
	return &((struct admissions_pane *)state)->list;
}

static void
admissions_scope(void *state, int columns, struct buf *text)
{
	const struct admissions_pane *pane = state;

	if (columns < LAYOUT_NARROW)
		buf_addf(text, "%zu + %zu", pane->count.open, pane->count.observers);
	else
		buf_addf(text, _("%d open, %d observers"), (int)pane->count.open, (int)pane->count.observers);
}

/* Steps */

static bool
is_open(const struct admission_entry *entry, struct err *err)
{
	return entry->id[0] != '\0' || err_set(err, ERR_MISSING,
	    _("%s has no open application: F6 opens one."), entry->government);
}

/* Which meeting's agenda: the next one of the first body that may decide. */
static bool
propose_meeting(struct session *session, struct buf *ret_meeting, struct err *err)
{
	char *key = NULL;
	bool ok = admission_meeting(session, &key, err);

	if (key != NULL)
		buf_add(ret_meeting, key);
	free(key);
	return ok;
}

static bool
advance(struct admissions_pane *pane, const char *government, const char *stage, const char *day,
    const char *meeting, struct err *err)
{
	struct application_step step = { .stage = mem_strdup(stage), .day = mem_strdup(day) };
	struct buf told = { 0 };
	int64_t number = 0;
	bool ok = admission_advance(desk_session(pane->desk), government, &step, meeting, &told, &number,
	    err);

	if (ok)
		desk_say_saved(pane->desk, number);
	desk_reload(pane->desk);
	record_done(&application_step_type, &step);
	buf_done(&told);
	return ok;
}

/* The question names the stage, so that nobody has to choose a word. */
static bool
ask_day(struct admissions_pane *pane, const char *stage, char ret_day[DAY_SIZE], struct err *err)
{
	const struct application_step step = { .stage = (char *)stage };
	struct buf word = { 0 }, question = { 0 };

	record_show(record_find_field(&application_step_type, "stage"), &step, &word);
	buf_addf(&question, _("Since which day: %s?"), buf_text(&word));
	bool said = desk_ask_day(pane->desk, buf_text(&question), ret_day, err);
	buf_done(&word);
	buf_done(&question);
	return said;
}

static bool
ask_and_advance(struct admissions_pane *pane, const struct admission_entry *entry,
    const char *stage, struct err *err)
{
	char *government = mem_strdup(entry->government);
	struct buf meeting = { 0 };
	char day[DAY_SIZE];
	bool on_agenda = strcmp(stage, "agenda") == 0;
	bool ok = !on_agenda || propose_meeting(desk_session(pane->desk), &meeting, err);

	if (ok && on_agenda && !desk_ask_text(pane->desk, _("On the agenda of which meeting?"), true, &meeting))
		goto out;
	if (ok && ask_day(pane, stage, day, err))
		ok = advance(pane, government, stage, day, on_agenda ? buf_text(&meeting) : NULL, err);
	else
		ok = ok && err->code == ERR_NONE;
out:
	buf_done(&meeting);
	free(government);
	return ok;
}

static bool
go_on(struct admissions_pane *pane, const struct admission_entry *entry, struct err *err)
{
	const char *stage = admission_next(entry->stage);

	if (!is_open(entry, err))
		return false;
	if (stage == NULL)
		return err_set(err, ERR_RULE, _("A decision comes next: 9 records it."));
	return ask_and_advance(pane, entry, stage, err);
}

/* Said now rather than when the whole form is filled in. */
static bool
may_decide(struct admissions_pane *pane, const struct admission_entry *entry, struct err *err)
{
	struct decision decision = { .meeting = mem_strdup(entry->meeting), .kind = mem_strdup("admit"),
		.subjects = mem_strdup(entry->government) };
	const struct decision_order order = { 0 };
	struct buf told = { 0 };
	bool ok = decision_foresee(desk_session(pane->desk), &decision, &order, &told, err);

	record_done(&decision_type, &decision);
	buf_done(&told);
	return ok;
}

static bool
decide(struct admissions_pane *pane, const struct admission_entry *entry, struct err *err)
{
	struct buf argument = { 0 };
	bool ok = is_open(entry, err) && (entry->meeting[0] != '\0' || err_set(err, ERR_RULE,
	    _("%s is on no agenda yet: 3 takes it there."), entry->government)) &&
	    may_decide(pane, entry, err);

	buf_addf(&argument, "%s admit %s %s", entry->meeting, entry->government, entry->item);
	ok = ok && desk_open(pane->desk, &decision_form, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}

static bool
run_option(struct admissions_pane *pane, int option, size_t row, struct err *err)
{
	const struct admission_entry *entry = entry_at(pane, row);

	switch (option) {
	case NEXT_STAGE:
		return go_on(pane, entry, err);
	case WITHDRAW:
		return is_open(entry, err) && ask_and_advance(pane, entry, "withdrawn", err);
	case DOSSIER:
		return is_open(entry, err) && desk_open(pane->desk, &dossier_pane, entry->id, err);
	case LETTERS:
		return desk_open(pane->desk, &posts_pane, entry->government, err);
	case HISTORY:
		return desk_open(pane->desk, &history_pane, entry->government, err);
	case DECIDE:
		return decide(pane, entry, err);
	case EDIT:
		return is_open(entry, err) && desk_open(pane->desk, &application_form, entry->id, err);
	default:
		return admission_detail_read(pane->desk, entry, &pane->details[row], err);
	}
}

static bool
admissions_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct admissions_pane *pane = state;

	switch (input->action) {
	case ACTION_OPEN:
		return entry_at(pane, input->row) == NULL || run_option(pane, 6, input->row, err);
	case ACTION_OPTION:
		return entry_at(pane, input->row) == NULL || run_option(pane, input->option, input->row, err);
	case ACTION_NEW:
		return desk_open(desk, &application_form, "", err);
	case ACTION_VIEW:
		pane->part = (pane->part + 1) % (ADMISSION_ALL + 1);
		desk_reload(desk);
		return true;
	default:
		return true;
	}
}

static void
admissions_done(void *state)
{
	struct admissions_pane *pane = state;

	list_done(&pane->list);
	forget_rows(pane);
	free(pane->argument);
}

const struct pane admissions_pane = {
	.code = "ADM",
	.title = N_("Admissions"),
	.size = sizeof(struct admissions_pane),
	.open = admissions_open,
	.load = admissions_load,
	.list = admissions_list,
	.scope = admissions_scope,
	.act = admissions_act,
	.options = options,
	.actions = uses,
	.help = N_("Applications on their way from the enquiry to the decision, and observers. Each step has its "
	    "day; the dossier says what is missing. Below stands which body decides by the rule of the day, and "
	    "what \"admitted\" will do. 9 records the decision, which does it."),
	.done = admissions_done,
};
