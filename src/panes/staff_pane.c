/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/staff_pane.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/ulid.h"
#include "domain/body.h"
#include "domain/period.h"
#include "domain/portfolio.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/staff.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/reference.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

/* What somebody answers for on the session's day: "JP KR ENV". */
static void
add_answers(struct session *session, const char *staff, struct buf *text)
{
	struct row_list rows = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	if (!row_list(session, &portfolio_type, "staff", staff, "country IS NULL, country, body", &rows, NULL))
		return;
	for (size_t i = 0; i < rows.count; i++) {
		const struct portfolio *portfolio = row_at(&rows, i);

		if (period_holds(portfolio->since, portfolio->until, day))
			buf_addf(text, "%s%s", text->length > 0 ? " " : "",
			    portfolio->country != NULL ? portfolio->country : portfolio->body);
	}
	row_list_done(&rows);
}

static void
made_of_staff(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	(void)column, (void)ret_problem;
	add_answers(session, ((const struct staff *)row)->id, text);
}

static const struct rows_use staff_use = {
	.list_code = "STF", .form_code = "STF2", .form = &staff_form, .type = &staff_type,
	.owners = { { "body", &body_type } },
	.order = "until IS NOT NULL, body, login, id",
	.columns = {
		{ .key = "person", .head = NC_("field", "Clerk"), .width = 12, .most = 24 },
		{ .key = "=answers", .head = NC_("column", "Answers for"), .width = 12, .most = 24 },
		{ .key = "body", .width = 8 },
		{ .key = "login", .head = NC_("column", "Login"), .width = 8, .most = 12 },
		{ .key = "since" }, { .key = "kind", .width = 19 }, { .key = "until" },
	},
	.begin = { "kind", "hired" },
	.what_new = "new staff", .what_edit = "edit staff", .what_gone = "delete staff",
	.removal = ROWS_DELETE,
	.new_title = N_("Somebody new in the secretariat"),
	.made = made_of_staff,
};

/* The country or the body, by name. */
static void
made_of_portfolio(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct portfolio *portfolio = row;
	bool of_country = portfolio->country != NULL;

	(void)ret_problem;
	if (strcmp(column, "=about") == 0)
		buf_add(text, of_country ? portfolio->country : portfolio->body);
	else
		reference_name(session, of_country ? "country" : "body",
		    of_country ? portfolio->country : portfolio->body, text);
}

static const struct rows_use portfolios_use = {
	.list_code = "PFO", .form_code = "PFO2", .form = &portfolio_form, .type = &portfolio_type,
	.owners = { { "staff", &staff_type } },
	.order = "until IS NOT NULL, country IS NULL, country, body, since DESC",
	.columns = {
		{ .key = "=about", .head = NC_("column", "Code"), .width = 8 },
		{ .key = "staff", .width = 14, .most = 24 },
		{ .key = "=name", .head = NC_("column", "Name"), .width = 14, .most = 34 },
		{ .key = "since" }, { .key = "until" },
	},
	.what_new = "give portfolio", .what_edit = "edit portfolio", .what_gone = "delete portfolio",
	.removal = ROWS_DELETE,
	.new_title = N_("A new portfolio"),
	.made = made_of_portfolio,
};

enum { END = 3, PORTFOLIOS = 6 };

static const struct option staff_options[] = {
	{ 2, NC_("option", "Edit"), N_("change the row"), false, false },
	{ END, NC_("option", "Leaves"), N_("works here no more from a day on; the portfolios end with it"), false, true },
	{ 4, NC_("option", "Delete"), N_("delete a row entered in error; undo brings it back"), false, true },
	{ PORTFOLIOS, NC_("option", "Portfolio"), N_("the countries and bodies the person answers for"), false, false },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct option portfolio_options[] = {
	{ 2, NC_("option", "Edit"), N_("change the row"), false, false },
	{ END, NC_("option", "End"), N_("from a day on nobody answers for it"), false, true },
	{ 4, NC_("option", "Delete"), N_("delete a row entered in error; undo brings it back"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static bool
staff_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &staff_use, argument, staff_options, err);
}

static bool
staff_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);

	if (input->action == ACTION_OPTION && input->option == PORTFOLIOS && key != NULL)
		return desk_open(desk, &portfolios_pane, key, err);
	if (input->action == ACTION_OPTION && input->option == END && key != NULL)
		return rows_do_on_day(desk, _("From which day does this person work here no more?"), key,
		    staff_leave, err);
	return rows_act(desk, state, input, err);
}

const struct pane staff_pane = {
	.code = "STF",
	.title = N_("Secretariat"),
	.size = sizeof(struct rows_pane),
	.open = staff_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = staff_act,
	.options = staff_options,
	.actions = rows_uses,
	.help = N_("Who works in the secretariat and in its divisions: officials sent by governments, "
	    "specialists of a country, people hired here. By the name somebody logs in with HOM shows "
	    "what that person answers for."),
	.done = rows_done,
};

/* The argument is the id of one of the staff, or a country or body to find. */
static bool
portfolios_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	bool is_id = strlen(argument) == ULID_SIZE - 1;
	bool ok = rows_open(desk, state, &portfolios_use, is_id ? argument : "", portfolio_options, err);

	if (ok && !is_id)
		list_find(rows_list(state), argument);
	return ok;
}

static bool
end_portfolio(struct desk *desk, const char *key, struct err *err)
{
	struct portfolio portfolio = { 0 };
	bool ok = row_get(desk_session(desk), &portfolio_type, key, &portfolio, err) &&
	    rows_do_on_day(desk, _("From which day does nobody answer for it?"),
		portfolio.country != NULL ? portfolio.country : portfolio.body, portfolio_end, err);

	record_done(&portfolio_type, &portfolio);
	return ok;
}

static bool
portfolios_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);

	if (input->action == ACTION_OPTION && input->option == END && key != NULL)
		return end_portfolio(desk, key, err);
	return rows_act(desk, state, input, err);
}

const struct pane portfolios_pane = {
	.code = "PFO",
	.title = N_("Portfolios"),
	.size = sizeof(struct rows_pane),
	.open = portfolios_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = portfolios_act,
	.options = portfolio_options,
	.actions = rows_uses,
	.help = N_("Who answers for which country or body, by period. It is one clerk at a time: end a "
	    "portfolio before somebody else takes it over."),
	.done = rows_done,
};

static bool
staff_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &staff_use, argument, err);
}

static bool
portfolio_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &portfolios_use, argument, err);
}

const struct pane staff_form = ROW_FORM("STF2", N_("One of the staff"), staff_form_open);
const struct pane portfolio_form = ROW_FORM("PFO2", N_("Portfolio"), portfolio_form_open);
