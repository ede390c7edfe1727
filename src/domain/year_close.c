/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/year_close.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/chart.h"
#include "domain/fiscal_year.h"
#include "domain/ledger.h"
#include "domain/session.h"
#include "store/db.h"
#include "store/stmt.h"

static const struct field close_check_fields[] = {
	{ RECORD_FIELD(close_check, what), .label = NC_("field", "What"), .kind = FIELD_TEXT,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 50 },
	{ RECORD_FIELD(close_check, found), .label = NC_("field", "In the way"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(close_check, in_order), .label = NC_("field", "In order"), .kind = FIELD_FLAG,
	  .flags = FIELD_LISTED, .width = 5 },
	{ RECORD_FIELD(close_check, which), .label = NC_("field", "Which"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 30 },
	{ 0 }
};

const struct record_type close_check_type = {
	.key = "checks",
	.label = N_("Check"),
	.plural = N_("Checks"),
	.size = sizeof(struct close_check),
	.fields = close_check_fields,
};

/*
 * Who paid in December is often known in February only, and then the entry is
 * dated in the next year: it clears the suspense of this one all the same.
 */
#define CLEARS_LATER \
	"e.kind = 'manual'" \
	" OR EXISTS (SELECT 1 FROM payer JOIN receipt ON receipt.number = payer.receipt" \
	"  WHERE payer.entry = e.number AND receipt.booked < y.until)" \
	" OR e.kind IN ('allocation', 'refund') AND EXISTS (SELECT 1 FROM allocation JOIN receipt ON receipt.number = allocation.receipt" \
	"  WHERE allocation.entry = e.number AND receipt.booked < y.until)" \
	" OR EXISTS (SELECT 1 FROM entry AS back WHERE back.number = e.reverses AND back.booked < y.until)"

/*
 * A line of a closed statement stays as it is, also when its answer is reversed.
 * A receipt is replaced by another one for the line. An entry is found again in one
 * that was posted afterwards, with the same sum on the account of the bank, and
 * answers no other line: each once, the line that was freed last first.
 */
#define LINES_THAT_LOST_THEIR_ANSWER \
	"WITH answer (entry) AS MATERIALIZED (SELECT entry FROM bank_line WHERE entry IS NOT NULL" \
	"  UNION SELECT entry FROM receipt WHERE statement IS NOT NULL)," \
	" lost (name, no, by, account, amount, freed, freed_no, place) AS (" \
	"  SELECT s.name, l.no, l.entry, s.account, l.amount, back.booked, back.no," \
	"   row_number() OVER (PARTITION BY s.account, l.amount ORDER BY back.booked DESC, back.no DESC)" \
	"  FROM bank_line AS l JOIN bank_statement AS s ON s.id = l.statement JOIN entry AS back ON back.reverses = l.entry" \
	"  WHERE l.day < (SELECT until FROM fiscal_year WHERE year = :year) AND s.reconciled IS NOT NULL" \
	"   AND NOT EXISTS (SELECT 1 FROM receipt AS r WHERE r.statement = l.statement AND r.line = l.no" \
	"    AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry)))" \
	" SELECT name || '/' || no || ' ' || by FROM lost WHERE place > (" \
	"  SELECT count(*) FROM posting AS p JOIN entry AS e ON e.number = p.entry" \
	"  WHERE p.account = lost.account AND p.government IS NULL AND p.booked >= lost.freed" \
	"   AND p.amount = lost.amount AND (p.booked, e.no) > (lost.freed, lost.freed_no)" \
	"   AND e.kind IN ('manual', 'receipt') AND e.number NOT IN (SELECT entry FROM answer)" \
	"   AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = e.number))" \
	" UNION ALL" \
	" SELECT s.name || '/' || l.no || ' ' || max(o.number) FROM receipt AS o" \
	"  JOIN entry AS back ON back.reverses = o.entry" \
	"  JOIN bank_line AS l ON l.statement = o.statement AND l.no = o.line JOIN bank_statement AS s ON s.id = l.statement" \
	"  WHERE l.day < (SELECT until FROM fiscal_year WHERE year = :year) AND s.reconciled IS NOT NULL" \
	"   AND l.entry IS NULL AND l.same_as = ''" \
	"   AND NOT EXISTS (SELECT 1 FROM receipt AS r WHERE r.statement = l.statement AND r.line = l.no" \
	"    AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry))" \
	"  GROUP BY l.statement, l.no ORDER BY 1"

/* Each names what stands in the way of closing :year. */
static const struct { const char *what, *sql; } checks[] = {
	{ N_("Every earlier year is closed"),
	  "SELECT year FROM fiscal_year WHERE year < :year AND state = 'open' ORDER BY year" },
	{ N_("The year is over"),
	  "SELECT year FROM fiscal_year WHERE year = :year AND until > :today" },
	{ N_("No invoice of the year is a draft"),
	  "SELECT government FROM invoice WHERE year = :year AND number = '' ORDER BY government" },
	{ N_("No batch with payments of the year is open"),
	  "SELECT DISTINCT batch.title FROM batch JOIN receipt ON receipt.batch = batch.id"
	  " WHERE receipt.year = :year AND batch.posted IS NULL ORDER BY batch.title" },
	{ N_("Every bank statement of the year is reconciled"),
	  "SELECT s.name FROM bank_statement AS s JOIN fiscal_year AS y ON y.year = :year"
	  " WHERE s.reconciled IS NULL AND s.since < y.until AND s.until >= y.since ORDER BY s.since, s.name" },
	{ N_("No bank line has lost its answer by a reversal"), LINES_THAT_LOST_THEIR_ANSWER },
	{ N_("Nothing stands in suspense"),
	  "SELECT p.account FROM posting AS p JOIN account AS a ON a.code = p.account"
	  " JOIN entry AS e ON e.number = p.entry JOIN fiscal_year AS y ON y.year = :year"
	  " WHERE a.purpose = 'suspense' AND (p.booked < y.until OR " CLEARS_LATER ")"
	  " GROUP BY p.account HAVING sum(p.amount) <> 0" },
};

/* Count what a check finds, and name the first of it. */
static bool
find(struct session *session, const char *sql, const char *year, int64_t *ret_found,
    struct buf *which, struct err *err)
{
	enum { NAMED = 4 };
	char today[DAY_SIZE];
	struct stmt st = { 0 };
	int64_t found = 0;

	session_today(session, today);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		if (strstr(sql, ":today") != NULL)
			stmt_bind_text(&st, ":today", today);
		for (; stmt_next(&st); found++)
			if (found < NAMED)
				buf_addf(which, "%s%s", found > 0 ? ", " : "", stmt_text(&st, 0));
	}
	buf_add(which, found > NAMED ? " ..." : "");
	*ret_found = found;
	return stmt_close(&st);
}

static bool
read_open(struct session *session, const char *year, struct fiscal_year *ret_row, struct err *err)
{
	struct fiscal_year row = { 0 };

	if (!row_get(session, &fiscal_year_type, year, &row, err))
		return false;
	if (strcmp(row.state, "open") != 0) {
		record_done(&fiscal_year_type, &row);
		return err_set(err, ERR_RULE, _("The fiscal year %s is closed: it stays closed."), year);
	}
	*ret_row = row;
	return true;
}

bool
year_close_checks(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { .type = &close_check_type };
	struct fiscal_year row = { 0 };
	bool ok = read_open(session, year, &row, err);

	record_done(&fiscal_year_type, &row);
	for (size_t i = 0; i < sizeof checks / sizeof checks[0] && ok; i++) {
		struct close_check *check = row_add(&list, &close_check_type);
		struct buf which = { 0 };

		ok = find(session, checks[i].sql, year, &check->found, &which, err);
		check->what = mem_strdup(_(checks[i].what));
		check->in_order = check->found == 0;
		check->which = buf_take(&which);
	}
	return row_list_take(&list, ok, ret_list);
}

static bool
refuse_while_not_in_order(struct session *session, const char *year, struct err *err)
{
	struct row_list list = { 0 };
	bool ok = year_close_checks(session, year, &list, err);

	for (size_t i = 0; i < list.count && ok; i++) {
		const struct close_check *check = row_at(&list, i);

		if (check->in_order == 0)
			ok = err_set(err, ERR_RULE, _("The year cannot be closed yet. This does not hold: %s (%s)."),
			    check->what, check->which);
	}
	row_list_done(&list);
	return ok;
}

/* Closing */

static bool
add_closing_lines(struct session *session, const char *year, const char *result,
    struct ledger_draft *draft, struct err *err)
{
	static const char sql[] =
	    "SELECT p.account, sum(p.amount), sum(p.base) FROM posting AS p JOIN account AS a ON a.code = p.account"
	    " JOIN entry AS e ON e.number = p.entry"
	    " WHERE a.kind IN ('income', 'expense') AND e.year = :year GROUP BY p.account ORDER BY p.account";
	struct stmt st = { 0 };
	int64_t sum = 0;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		while (stmt_next(&st)) {
			ledger_add(draft, stmt_text(&st, 0), NULL, -stmt_int(&st, 1), -stmt_int(&st, 2));
			sum += stmt_int(&st, 2);
		}
	}
	if (!stmt_close(&st))
		return false;
	ledger_add(draft, result, NULL, sum, sum);
	return true;
}

static bool
post_closing(struct session *session, const struct fiscal_year *year, char **ret_entry,
    struct err *err)
{
	char last[DAY_SIZE], *result = NULL;
	struct ledger_draft draft = { .kind = "closing", .words = mem_strdup(year->year) };

	day_add_days(year->until, -1, last);
	draft.booked = mem_strdup(last);
	bool ok = chart_find(session, "result", NULL, &result, err) &&
	    add_closing_lines(session, year->year, result, &draft, err) &&
	    (draft.count < 2 || ledger_post_in_set(session, &draft, ret_entry, err));
	free(result);
	ledger_draft_done(&draft);
	return ok;
}

static bool
set_state(struct session *session, struct fiscal_year *year, const char *state, struct err *err)
{
	char today[DAY_SIZE];

	session_today(session, today);
	mem_replace(&year->state, state);
	if (year->closed == NULL)
		mem_replace(&year->closed, today);
	return row_update_in_set(session, &fiscal_year_type, year, err);
}

static bool
copy_aside(struct session *session, const char *year, struct err *err)
{
	struct buf tail = { 0 };

	buf_addf(&tail, "before-closing-%s", year);
	bool ok = db_backup_aside(session->db, buf_text(&tail), err);
	buf_done(&tail);
	return ok;
}

bool
year_close(struct session *session, const char *year, char **ret_entry, int64_t *ret_set,
    struct err *err)
{
	struct fiscal_year row = { 0 };
	char *entry = NULL;

	if (!refuse_while_not_in_order(session, year, err) || !read_open(session, year, &row, err))
		return false;
	bool ok = copy_aside(session, year, err) && session_begin(session, "close year", year, err) &&
	    session_finish(session, post_closing(session, &row, &entry, err) &&
		set_state(session, &row, "closed", err), ret_set, err);
	record_done(&fiscal_year_type, &row);
	if (!ok) {
		free(entry);
		return false;
	}
	*ret_entry = entry;
	return true;
}

bool
year_close_audit(struct session *session, const char *year, int64_t *ret_set, struct err *err)
{
	struct fiscal_year row = { 0 };

	if (!row_get(session, &fiscal_year_type, year, &row, err))
		return false;
	bool ok = strcmp(row.state, "closed") == 0 || err_set(err, ERR_RULE,
	    strcmp(row.state, "open") == 0 ? _("The fiscal year %s is open: close it first.") :
	    _("The fiscal year %s is audited already."), year);
	ok = ok && session_begin(session, "audit year", year, err) &&
	    session_finish(session, set_state(session, &row, "audited", err), ret_set, err);
	record_done(&fiscal_year_type, &row);
	return ok;
}
