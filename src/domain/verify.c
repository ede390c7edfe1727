/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/derive.h"
#include "domain/record_types.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/change.h"
#include "store/db.h"
#include "store/stmt.h"

/* What a rule's check reports to while it runs. */
struct verifying {
	struct session *session;
	void (*fault)(void *context, const char *text);
	void *context;
	size_t faults;		/* of all rules so far */
	struct buf count;	/* what this rule looked at */
	struct err *err;
};

static void
say_fault(void *context, const char *text)
{
	struct verifying *verifying = context;

	verifying->faults++;
	verifying->fault(verifying->context, text);
}

/* Each row is a fault: its columns are put into the rule's sentence. */
static bool
each_row(struct verifying *verifying, const char *sql, const char *format)
{
	struct stmt st = { 0 };
	struct buf line = { 0 };

	if (stmt_open(&st, verifying->session->db, sql, verifying->err))
		while (stmt_next(&st)) {
			buf_clear(&line);
			buf_addf(&line, "%s: ", format);
			for (int i = 0; i < stmt_columns(&st); i++)
				buf_addf(&line, "%s%s", i > 0 ? ", " : "",
				    stmt_is_null(&st, i) ? "-" : stmt_text(&st, i));
			say_fault(verifying, buf_text(&line));
		}
	buf_done(&line);
	return stmt_close(&st);
}

static bool
add_count(struct verifying *verifying, const char *sql)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, verifying->session->db, sql, verifying->err) && stmt_next(&st))
		buf_addf(&verifying->count, "%lld", (long long)stmt_int(&st, 0));
	return stmt_close(&st);
}

#define OVERLAPS(table, owner, more) \
	"SELECT a." owner ", a.since, a.until, b.since, b.until FROM " table " AS a JOIN " table \
	" AS b ON b." owner " = a." owner " AND b.id > a.id" more \
	" WHERE (a.until IS NULL OR a.until > b.since) AND (b.until IS NULL OR b.until > a.since)"

static bool
check_file(struct verifying *verifying)
{
	return db_examine(verifying->session->db, say_fault, verifying, verifying->err);
}

static bool
check_log(struct verifying *verifying)
{
	int64_t rows = 0;
	bool ok = change_verify(verifying->session->db, say_fault, verifying, &rows,
	    verifying->err);

	buf_addf(&verifying->count, "%lld", (long long)rows);
	return ok;
}

static bool
check_statuses(struct verifying *verifying)
{
	return each_row(verifying, OVERLAPS("government_status", "government",
	    " AND a.voided IS NULL AND b.voided IS NULL"), _("status periods overlap")) &&
	    add_count(verifying, "SELECT count(*) FROM government_status");
}

static bool
check_names(struct verifying *verifying)
{
	return each_row(verifying, OVERLAPS("government_name", "government",
	    " AND a.name_kind = b.name_kind"), _("name periods overlap")) &&
	    each_row(verifying,
	    "SELECT code FROM government WHERE NOT EXISTS (SELECT 1 FROM government_name"
	    " WHERE government = code AND name_kind = 'official')", _("no name")) &&
	    each_row(verifying,
	    "SELECT government, id FROM government_name WHERE name_en || name_zh || name_ja"
	    " || name_ko || name_ru || name_mn = ''", _("a name without words")) &&
	    add_count(verifying, "SELECT count(*) FROM government_name");
}

static bool
check_decisions(struct verifying *verifying)
{
	return each_row(verifying,
	    "SELECT government, since FROM government_status WHERE status = 'member'"
	    " AND voided IS NULL AND decision = '' AND instr(lower(note), 'not known') = 0",
	    _("a member period without a decision")) &&
	    add_count(verifying,
	    "SELECT count(*) FROM government_status WHERE status = 'member'"
	    " AND voided IS NULL AND decision = ''");
}

static bool
check_holdings(struct verifying *verifying)
{
	return each_row(verifying, OVERLAPS("holding", "post", ""), _("two hold one post")) &&
	    each_row(verifying,
	    "SELECT government, count(*) FROM post WHERE letters = 1 AND until IS NULL"
	    " GROUP BY government HAVING count(*) > 1", _("letters go to more than one post")) &&
	    add_count(verifying, "SELECT count(*) FROM holding");
}

static bool
check_rules(struct verifying *verifying)
{
	return each_row(verifying, OVERLAPS("rule", "name", ""), _("rule periods overlap")) &&
	    add_count(verifying, "SELECT count(*) FROM rule WHERE instr(lower(note), 'assumed') > 0");
}

/* Every field of every row still passes the check it had to pass to be saved. */
static void
check_row(struct verifying *verifying, const struct record_type *type, void *row)
{
	struct err own = { 0 };
	struct buf line = { 0 };

	if (record_check(type, row, &own))
		return;
	record_key(type, row, &line);
	buf_addf(&line, ": %s", own.text);
	say_fault(verifying, buf_text(&line));
	buf_done(&line);
}

static bool
check_fields(struct verifying *verifying)
{
	int64_t rows = 0;

	for (size_t i = 0; record_types[i] != NULL; i++) {
		struct row_list list = { 0 };

		if (!row_list(verifying->session, record_types[i], NULL, NULL, NULL, &list,
		    verifying->err))
			return false;
		for (size_t n = 0; n < list.count; n++)
			check_row(verifying, record_types[i], row_at(&list, n));
		rows += (int64_t)list.count;
		row_list_done(&list);
	}
	buf_addf(&verifying->count, "%lld", (long long)rows);
	return true;
}

static bool
check_derived(struct verifying *verifying)
{
	return derive_verify(verifying->session, say_fault, verifying, verifying->err) &&
	    add_count(verifying, "SELECT count(*) FROM search_text");
}

static const struct {
	const char *rule;
	bool (*check)(struct verifying *verifying);
} rules[] = {
	{ N_("The file is sound and every reference leads somewhere"), check_file },
	{ N_("Every change is in the log, the log is whole, and it replays to what is here (lines)"),
	  check_log },
	{ N_("Status periods of a government do not overlap (periods)"), check_statuses },
	{ N_("A member period rests on a decision, or says that it is not known (not known)"),
	  check_decisions },
	{ N_("Every government has a name, one for each day (periods)"), check_names },
	{ N_("A post has one holder at a time, a government one post for letters (holdings)"),
	  check_holdings },
	{ N_("A rule has one value on each day (assumed)"), check_rules },
	{ N_("Every field is clean text and passes its check (rows)"), check_fields },
	{ N_("What is derived equals what it is derived from (texts)"), check_derived },
};

bool
verify_run(struct session *session, void (*line)(void *, const struct verify_line *),
    void (*fault)(void *, const char *), void *context, size_t *ret_faults, struct err *err)
{
	struct verifying verifying = { .session = session, .fault = fault, .context = context,
		.err = err };
	bool ok = true;

	for (size_t i = 0; i < sizeof rules / sizeof rules[0] && ok; i++) {
		size_t before = verifying.faults;

		buf_clear(&verifying.count);
		ok = rules[i].check(&verifying);
		if (ok)
			line(context, &(struct verify_line){ _(rules[i].rule),
			    buf_text(&verifying.count), verifying.faults == before });
	}
	buf_done(&verifying.count);
	*ret_faults = verifying.faults;
	return ok;
}
