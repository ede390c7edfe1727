/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/portfolio.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/country.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static bool
portfolio_check(void *record, struct err *err)
{
	const struct portfolio *portfolio = record;
	bool of_country = portfolio->country != NULL && portfolio->country[0] != '\0';
	bool of_body = portfolio->body != NULL && portfolio->body[0] != '\0';

	if (of_country == of_body) {
		err_set(err, ERR_RULE, _("A portfolio is of one country or of one body: name one of them."));
		return err_at(err, "country");
	}
	return period_check(portfolio->since, portfolio->until, err);
}

static const struct field portfolio_fields[] = {
	{ RECORD_FIELD(portfolio, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(portfolio, staff), .label = NC_("field", "Clerk"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "staff" },
	{ RECORD_FIELD(portfolio, country), .label = NC_("field", "Country"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 4, .refers = "country" },
	{ RECORD_FIELD(portfolio, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(portfolio, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(portfolio, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(portfolio, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type portfolio_type = {
	.key = "portfolio",
	.label = N_("Portfolio"),
	.plural = N_("Portfolios"),
	.size = sizeof(struct portfolio),
	.fields = portfolio_fields,
	.check = portfolio_check,
};

static const char clerk_sql[] =
    "SELECT s.person FROM portfolio AS p JOIN staff AS s ON s.id = p.staff"
    " WHERE (p.country = :about OR p.body = :about)"
    " AND " PERIOD_ON_DAY("p")
    " AND " PERIOD_ON_DAY("s");

bool
portfolio_clerk(struct session *session, const char *about, const char *day, struct buf *ret_name,
    struct err *err)
{
	struct person person = { 0 };
	struct stmt st = { 0 };
	bool ok = true;

	if (stmt_open(&st, session->db, clerk_sql, err)) {
		stmt_bind_text(&st, ":about", about);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st)) {
			ok = row_get(session, &person_type, stmt_text(&st, 0), &person, err);
			if (ok)
				person_name(&person, messages_language(), ret_name);
			record_done(&person_type, &person);
		}
	}
	return stmt_close(&st) && ok;
}

/* A country where there is one of that code, else a body. */
static bool
find_about(struct session *session, const char *about, bool *ret_country, struct err *err)
{
	bool found = false;

	if (!row_exists(session, &country_type, about, ret_country, err))
		return false;
	if (*ret_country)
		return true;
	if (!row_exists(session, &body_type, about, &found, err))
		return false;
	return found || err_set(err, ERR_MISSING,
	    _("There is no country and no body \"%s\": JP and ENV are of that kind."), about);
}

/* End what stands on the day; *ret_ended says whether anything did. */
static bool
end_in_set(struct session *session, const char *about, bool of_country, const char *day,
    bool *ret_ended, struct err *err)
{
	struct row_list rows = { 0 };
	bool ok = row_list(session, &portfolio_type, of_country ? "country" : "body", about, "since",
	    &rows, err);

	*ret_ended = false;
	for (size_t i = 0; i < rows.count && ok; i++) {
		struct portfolio *portfolio = row_at(&rows, i);

		if (strcmp(portfolio->since, day) >= 0 || !period_holds(portfolio->since, portfolio->until, day))
			continue;
		mem_replace(&portfolio->until, day);
		ok = row_update_in_set(session, &portfolio_type, portfolio, err);
		*ret_ended = true;
	}
	row_list_done(&rows);
	return ok;
}

static bool
give_in_set(struct session *session, const char *staff, const char *about, const char *since,
    struct err *err)
{
	struct portfolio portfolio = { .id = mem_strdup(""), .staff = mem_strdup(staff),
		.note = mem_strdup("") };
	bool of_country, ended;
	bool ok = find_about(session, about, &of_country, err) &&
	    record_read(record_find_field(&portfolio_type, "since"), &portfolio, since, err);

	if (ok)
		mem_replace(of_country ? &portfolio.country : &portfolio.body, about);
	ok = ok && end_in_set(session, about, of_country, portfolio.since, &ended, err) &&
	    row_insert_in_set(session, &portfolio_type, &portfolio, err);
	record_done(&portfolio_type, &portfolio);
	return ok;
}

bool
portfolio_give(struct session *session, const char *staff, const char *about, const char *since,
    int64_t *ret_number, struct err *err)
{
	if (since[0] == '\0')
		return err_set(err, ERR_INPUT, _("Say from which day somebody answers for it."));
	return session_begin(session, "give portfolio", NULL, err) &&
	    session_finish(session, give_in_set(session, staff, about, since, err), ret_number, err);
}

static bool
take_in_set(struct session *session, const char *about, const char *until, struct err *err)
{
	struct portfolio day = { 0 };
	bool of_country, ended = false;
	bool ok = find_about(session, about, &of_country, err) &&
	    record_read(record_find_field(&portfolio_type, "until"), &day, until, err) &&
	    end_in_set(session, about, of_country, day.until, &ended, err);

	if (ok && !ended)
		ok = err_set(err, ERR_MISSING, _("Nobody answers for %s on %s: there is nothing to end."),
		    about, day.until);
	record_done(&portfolio_type, &day);
	return ok;
}

bool
portfolio_end(struct session *session, const char *about, const char *until, int64_t *ret_number,
    struct err *err)
{
	if (until[0] == '\0')
		return err_set(err, ERR_INPUT, _("Say the first day on which nobody answers for it."));
	return session_begin(session, "end portfolio", NULL, err) &&
	    session_finish(session, take_in_set(session, about, until, err), ret_number, err);
}

bool
portfolio_end_all_in_set(struct session *session, const char *staff, const char *until,
    struct err *err)
{
	struct row_list rows = { 0 };
	bool ok = row_list(session, &portfolio_type, "staff", staff, "since", &rows, err);

	for (size_t i = 0; i < rows.count && ok; i++) {
		struct portfolio *portfolio = row_at(&rows, i);

		if (strcmp(portfolio->since, until) >= 0) {
			ok = row_delete_in_set(session, &portfolio_type, portfolio->id, err);
		} else if (portfolio->until == NULL || strcmp(portfolio->until, until) > 0) {
			mem_replace(&portfolio->until, until);
			ok = row_update_in_set(session, &portfolio_type, portfolio, err);
		}
	}
	row_list_done(&rows);
	return ok;
}
