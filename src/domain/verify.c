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
#include "domain/verify_private.h"
#include "store/change.h"
#include "store/db.h"
#include "store/stmt.h"

void
verify_say(void *context, const char *text)
{
	struct verifying *verifying = context;

	verifying->faults++;
	verifying->fault(verifying->context, text);
}

/* Each row is a fault: its columns are put into the rule's sentence. */
bool
verify_rows(struct verifying *verifying, const char *sql, const char *format)
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
			verify_say(verifying, buf_text(&line));
		}
	buf_done(&line);
	return stmt_close(&st);
}

bool
verify_count(struct verifying *verifying, const char *sql)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, verifying->session->db, sql, verifying->err) && stmt_next(&st))
		buf_addf(&verifying->count, "%lld", (long long)stmt_int(&st, 0));
	return stmt_close(&st);
}

static bool
check_file(struct verifying *verifying)
{
	return db_examine(verifying->session->db, verify_say, verifying, verifying->err);
}

static bool
check_log(struct verifying *verifying)
{
	int64_t rows = 0;
	bool ok = change_verify(verifying->session->db, verify_say, verifying, &rows,
	    verifying->err);

	buf_addf(&verifying->count, "%lld", (long long)rows);
	return ok;
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
	verify_say(verifying, buf_text(&line));
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
	return derive_verify(verifying->session, verify_say, verifying, verifying->err) &&
	    verify_count(verifying, "SELECT count(*) FROM search_text");
}

static const struct verify_rule file_rules[] = {
	{ N_("The file is sound and every reference leads somewhere"), check_file },
	{ N_("Every change is in the log, the log is whole, and it replays to what is here (lines)"),
	  check_log },
	{ 0 }
};

static const struct verify_rule row_rules[] = {
	{ N_("Every field is clean text and passes its check (rows)"), check_fields },
	{ N_("What is derived equals what it is derived from (texts)"), check_derived },
	{ 0 }
};

static const struct verify_rule *const groups[] = {
	file_rules,
	verify_directory_rules,
	verify_decisions_rules,
	verify_bodies_rules,
	verify_meetings_rules,
	verify_plenary_rules,
	verify_texts_rules,
	verify_money_rules,
	row_rules,
};

static bool
run_rule(struct verifying *verifying, const struct verify_rule *rule,
    void (*line)(void *, const struct verify_line *))
{
	size_t before = verifying->faults;

	buf_clear(&verifying->count);
	if (!rule->check(verifying))
		return false;
	line(verifying->context, &(struct verify_line){ _(rule->rule), buf_text(&verifying->count),
	    verifying->faults == before });
	return true;
}

bool
verify_run(struct session *session, void (*line)(void *, const struct verify_line *),
    void (*fault)(void *, const char *), void *context, size_t *ret_faults, struct err *err)
{
	struct verifying verifying = { .session = session, .fault = fault, .context = context,
		.err = err };
	bool ok = session_snapshot_begin(session, err);

	if (!ok)
		return false;
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		for (const struct verify_rule *rule = groups[i]; ok && rule->rule != NULL; rule++)
			ok = run_rule(&verifying, rule, line);
	session_snapshot_end(session);
	buf_done(&verifying.count);
	*ret_faults = verifying.faults;
	return ok;
}
