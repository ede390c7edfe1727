/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bank.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/bank_statement.h"
#include "domain/invoice.h"
#include "domain/search.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice match_states[] = {
	{ "open", NC_("bank line", "open") },
	{ "proposed", NC_("bank line", "proposed") },
	{ "receipt", NC_("bank line", "receipt") },
	{ "entry", NC_("bank line", "entry") },
	{ "reversed", NC_("bank line", "reversed") },
	{ "same", NC_("bank line", "repeats") },
	{ 0 }
};

static const struct field bank_match_fields[] = {
	{ RECORD_FIELD(bank_match, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(bank_match, day), .label = NC_("field", "Day"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(bank_match, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .width = 3 },
	{ RECORD_FIELD(bank_match, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct bank_match, currency) },
	{ RECORD_FIELD(bank_match, payer), .label = NC_("field", "Payer"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 24 },
	{ RECORD_FIELD(bank_match, reference), .label = NC_("field", "Reference"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 16 },
	{ RECORD_FIELD(bank_match, words), .label = NC_("field", "Words"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 24 },
	{ RECORD_FIELD(bank_match, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = match_states },
	{ RECORD_FIELD(bank_match, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(bank_match, answer), .label = NC_("field", "Answer"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 12 },
	{ RECORD_FIELD(bank_match, alike), .label = NC_("field", "Alike"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 5 },
	{ 0 }
};

const struct record_type bank_match_type = {
	.key = "bank-match",
	.label = N_("Bank line"),
	.plural = N_("Bank lines"),
	.size = sizeof(struct bank_match),
	.fields = bank_match_fields,
};

/* Proposals, from the surest to the vaguest */

static bool
one_text(struct session *session, const char *sql, const char *value, char **ret_text,
    char **ret_more, struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":value", value);
		if (stmt_next(&st)) {
			mem_replace(ret_text, stmt_text(&st, 0));
			if (ret_more != NULL)
				mem_replace(ret_more, stmt_text(&st, 1));
		}
	}
	return stmt_close(&st);
}

/* "2017-0010" anywhere in what the payer wrote. */
static bool
by_invoice(struct session *session, const char *text, struct bank_match *match, struct err *err)
{
	static const char sql[] =
	    "SELECT i.government, i.number FROM invoice AS i JOIN open_invoice AS o ON " INVOICE_OPEN("o", "i")
	    " WHERE i.number = :value";
	enum { LENGTH = 9, DASH = 4 };

	for (const char *at = text; strlen(at) >= LENGTH; at++) {
		char number[LENGTH + 1] = "";

		memcpy(number, at, LENGTH);
		if (number[DASH] != '-' || strspn(number, "0123456789") != DASH ||
		    strspn(number + DASH + 1, "0123456789") != LENGTH - DASH - 1)
			continue;
		if (!one_text(session, sql, number, &match->government, &match->answer, err))
			return false;
		if (match->government != NULL)
			return true;
	}
	return true;
}

/* Whoever was behind that name the last time. */
static bool
by_last_time(struct session *session, const char *payer, struct bank_match *match, struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(r.government, p.government) FROM receipt AS r LEFT JOIN payer AS p ON p.receipt = r.number"
	    " WHERE r.payer = :value AND r.payer <> '' AND coalesce(r.government, p.government) IS NOT NULL"
	    " ORDER BY r.number DESC LIMIT 1";

	return one_text(session, sql, payer, &match->government, NULL, err);
}

/* The one government that a text finds; two are none. */
static bool
only_hit(struct session *session, const char *typed, char **ret_code, struct err *err)
{
	struct row_list hits = { 0 };
	const char *code = NULL;
	size_t found = 0;

	if (!search_find(session, typed, 0, &hits, err))
		return false;
	for (size_t i = 0; i < hits.count; i++) {
		const struct hit *hit = row_at(&hits, i);

		if (strcmp(hit->kind, "government") == 0) {
			found++;
			code = hit->key;
		}
	}
	if (found == 1)
		mem_replace(ret_code, code);
	row_list_done(&hits);
	return true;
}

/* The whole name, then the words of it that are long enough to mean something. */
static bool
by_name(struct session *session, const char *payer, struct bank_match *match, struct err *err)
{
	enum { LONG_WORD = 5 };

	if (payer[0] == '\0' || !only_hit(session, payer, &match->government, err))
		return payer[0] == '\0';
	for (const char *at = payer; *at != '\0' && match->government == NULL;) {
		size_t length = strcspn(at, " ,./");
		char *word = mem_strndup(at, length);
		bool ok = length < LONG_WORD || only_hit(session, word, &match->government, err);

		free(word);
		if (!ok)
			return false;
		at += length;
		at += *at != '\0';
	}
	return true;
}

static bool
propose(struct session *session, struct bank_match *match, struct err *err)
{
	struct buf both = { 0 };

	if (match->amount <= 0 || strcmp(match->state, "open") != 0)
		return true;
	free(match->government);
	free(match->answer);
	match->government = match->answer = NULL;
	buf_addf(&both, "%s %s", match->reference, match->payer);
	bool ok = by_invoice(session, buf_text(&both), match, err) &&
	    (match->government != NULL || by_last_time(session, match->payer, match, err)) &&
	    (match->government != NULL || by_name(session, match->words, match, err));
	buf_done(&both);
	if (match->government != NULL)
		mem_replace(&match->state, "proposed");
	else
		mem_replace(&match->government, "");
	if (match->answer == NULL)
		mem_replace(&match->answer, "");
	return ok;
}

/* Reading */

static const char list_sql[] =
    "SELECT l.no AS no, l.day AS day, l.amount AS amount, l.payer AS payer, l.reference AS reference,"
    " CASE l.payer WHEN '' THEN l.reference ELSE l.payer END AS words,"
    " a.currency AS currency,"
    " CASE WHEN r.number IS NOT NULL THEN 'receipt'"
    "  WHEN EXISTS (SELECT 1 FROM entry WHERE reverses = e.number) THEN 'reversed'"
    "  WHEN e.number IS NOT NULL THEN 'entry'"
    "  WHEN l.same_as <> '' THEN 'same' ELSE 'open' END AS state,"
    " coalesce(r.government, p.government, '') AS government,"
    " coalesce(r.number, e.number, l.same_as) AS answer,"
    " (SELECT count(*) FROM bank_line AS o WHERE o.statement = l.statement AND o.no <> l.no"
    "  AND o.day = l.day AND o.amount = l.amount AND o.payer = l.payer AND o.reference = l.reference) AS alike"
    " FROM bank_line AS l JOIN bank_statement AS s ON s.id = l.statement"
    " JOIN account AS a ON a.code = s.account"
    " LEFT JOIN receipt AS r ON r.statement = l.statement AND r.line = l.no"
    "  AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry)"
    " LEFT JOIN payer AS p ON p.receipt = r.number"
    " LEFT JOIN entry AS e ON e.number = l.entry"
    "  AND (s.reconciled IS NOT NULL OR NOT EXISTS (SELECT 1 FROM entry WHERE reverses = e.number))"
    " WHERE l.statement = :statement ORDER BY l.no";

bool
bank_match_list(struct session *session, const char *statement, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { 0 };
	struct stmt st = { 0 };

	if (!row_must_exist(session, &bank_statement_type, statement, err))
		return false;
	if (stmt_open(&st, session->db, list_sql, err))
		stmt_bind_text(&st, ":statement", statement);
	bool ok = row_list_read(&st, &bank_match_type, &list);
	for (size_t i = 0; i < list.count && ok; i++)
		ok = propose(session, row_at(&list, i), err);
	return row_list_take(&list, ok, ret_list);
}
