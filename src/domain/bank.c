/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "base/text.h"
#include "domain/account.h"
#include "domain/bank_line.h"
#include "domain/bank_statement.h"
#include "domain/chart.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/rate.h"
#include "domain/receipt.h"
#include "domain/session.h"
#include "store/stmt.h"

void
bank_paper_done(struct bank_paper *paper)
{
	for (size_t i = 0; i < paper->count; i++) {
		free(paper->line[i].payer);
		free(paper->line[i].reference);
	}
	free(paper->line);
	free(paper->name);
	free(paper->account);
	free(paper->currency);
	*paper = (struct bank_paper){ 0 };
}

/* What a bank writes may hold anything: it becomes one line of text that can be stored. */
static char *
clean(const char *text)
{
	char *stored = text_store(text != NULL ? text : "", text != NULL ? strlen(text) : 0);
	struct buf line = { 0 };

	for (const char *at = stored; *at != '\0';) {
		uint32_t rune;
		const char *after = text_decode(at, &rune);

		if (rune < ' ' || (rune >= 0x7f && rune < 0xa0))
			buf_add_char(&line, ' ');
		else
			buf_add_bytes(&line, at, (size_t)(after - at));
		at = after;
	}
	free(stored);
	return buf_take(&line);
}

void
bank_paper_add(struct bank_paper *paper, const char *day, int64_t amount, const char *payer,
    const char *reference)
{
	paper->line = mem_room(paper->line, paper->count, &paper->room, sizeof *paper->line);
	struct bank_paper_line *line = &paper->line[paper->count++];
	*line = (struct bank_paper_line){ .amount = amount,
		.payer = clean(payer), .reference = clean(reference) };
	snprintf(line->day, DAY_SIZE, "%s", day);
}

/* Taking a statement */

static bool
check_account(struct session *session, const struct bank_paper *paper, struct err *err)
{
	struct account account = { 0 };

	if (!row_get(session, &account_type, paper->account, &account, err))
		return false;
	bool ok = strcmp(account.purpose, "bank") == 0 || err_set(err, ERR_RULE,
	    _("Account %s is no bank account: money comes in on one of those."), account.code);
	if (ok && paper->currency != NULL && strcmp(paper->currency, account.currency) != 0)
		ok = err_set(err, ERR_RULE, _("Account %s is in %s, not in %s."), account.code,
		    account.currency, paper->currency);
	record_done(&account_type, &account);
	return ok;
}

static bool
sum_lines(const struct bank_paper *paper, int64_t *ret_sum)
{
	int64_t sum = 0;

	for (size_t i = 0; i < paper->count; i++)
		if (!money_add(sum, paper->line[i].amount, &sum))
			return false;
	*ret_sum = sum;
	return true;
}

/* Where the statement before it ended; 0 for the first. */
static bool
last_closing(struct session *session, const char *account, int64_t *ret_closing, struct err *err)
{
	static const char sql[] =
	    "SELECT closing FROM bank_statement WHERE account = :account ORDER BY until DESC, id DESC LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":account", account);
		*ret_closing = stmt_next(&st) ? stmt_int(&st, 0) : 0;
	}
	return stmt_close(&st);
}

static bool
set_balances(struct session *session, const struct bank_paper *paper,
    struct bank_statement *statement, struct err *err)
{
	int64_t sum = 0;

	if (!sum_lines(paper, &sum))
		return err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	statement->opening = paper->opening;
	statement->closing = paper->closing;
	if (!paper->has_balances) {
		if (!last_closing(session, paper->account, &statement->opening, err))
			return false;
		statement->closing = statement->opening + sum;
	}
	return statement->opening + sum == statement->closing || err_set(err, ERR_RULE,
	    _("The lines of this statement do not lead from its opening balance to its closing balance: a line is missing."));
}

static void
set_days(const struct bank_paper *paper, struct bank_statement *statement)
{
	const char *first = paper->line[0].day, *last = paper->line[0].day;

	for (size_t i = 1; i < paper->count; i++) {
		if (strcmp(paper->line[i].day, first) < 0)
			first = paper->line[i].day;
		if (strcmp(paper->line[i].day, last) > 0)
			last = paper->line[i].day;
	}
	statement->since = mem_strdup(first);
	statement->until = mem_strdup(last);
}

/* The same paper twice: account, days, number of lines and both balances agree. */
static bool
refuse_double(struct session *session, const struct bank_paper *paper,
    const struct bank_statement *statement, struct err *err)
{
	static const char sql[] =
	    "SELECT name FROM bank_statement AS s WHERE account = :account AND since = :since AND until = :until"
	    " AND closing - opening = :moved"
	    " AND (SELECT count(*) FROM bank_line WHERE statement = s.id) = :lines LIMIT 1";
	struct stmt st = { 0 };
	char *name = NULL;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":account", statement->account);
		stmt_bind_text(&st, ":since", statement->since);
		stmt_bind_text(&st, ":until", statement->until);
		stmt_bind_int(&st, ":moved", statement->closing - statement->opening);
		stmt_bind_int(&st, ":lines", (int64_t)paper->count);
	}
	bool ok = row_read_key(&st, &name);
	if (ok && name != NULL)
		ok = err_set(err, ERR_RULE, _("This statement is there already, as \"%s\"."), name);
	free(name);
	return ok;
}

static bool
insert_lines(struct session *session, const struct bank_paper *paper, const char *id,
    struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < paper->count && ok; i++) {
		struct bank_line line = { .statement = mem_strdup(id), .no = (int64_t)i + 1,
			.day = mem_strdup(paper->line[i].day), .amount = paper->line[i].amount,
			.payer = mem_strdup(paper->line[i].payer),
			.reference = mem_strdup(paper->line[i].reference) };

		ok = row_insert_in_set(session, &bank_line_type, &line, err);
		record_done(&bank_line_type, &line);
	}
	return ok;
}

static bool
take_in_set(struct session *session, const struct bank_paper *paper, char **ret_id,
    struct err *err)
{
	struct bank_statement statement = { .account = mem_strdup(paper->account),
		.name = mem_strdup(paper->name) };

	set_days(paper, &statement);
	bool ok = set_balances(session, paper, &statement, err) &&
	    refuse_double(session, paper, &statement, err) &&
	    row_insert_in_set(session, &bank_statement_type, &statement, err) &&
	    insert_lines(session, paper, statement.id, err);
	if (ok)
		*ret_id = mem_strdup(statement.id);
	record_done(&bank_statement_type, &statement);
	return ok;
}

bool
bank_take(struct session *session, const struct bank_paper *paper, char **ret_id,
    int64_t *ret_set, struct err *err)
{
	char *id = NULL;

	if (paper->count == 0)
		return err_set(err, ERR_INPUT, _("There is no line in this statement."));
	if (!check_account(session, paper, err) || !session_begin(session, "bank statement", NULL, err) ||
	    !session_finish(session, take_in_set(session, paper, &id, err), ret_set, err)) {
		free(id);
		return false;
	}
	*ret_id = id;
	return true;
}

bool
bank_find(struct session *session, const char *word, char **ret_id, struct err *err)
{
	static const char sql[] =
	    "SELECT id FROM bank_statement WHERE id = :word OR name = :word ORDER BY id = :word DESC, until DESC LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":word", word);
	return row_read_key(&st, ret_id) && (*ret_id != NULL ||
	    err_set(err, ERR_MISSING, _("There is no bank statement \"%s\"."), word));
}

/* Answers */

static bool
get_line(struct session *session, const char *statement, int64_t no, struct bank_line *ret_line,
    struct err *err)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%lld", statement, (long long)no);
	bool ok = row_get(session, &bank_line_type, buf_text(&key), ret_line, err);
	buf_done(&key);
	return ok;
}

static bool
get_account(struct session *session, const char *statement, char **ret_account, struct err *err)
{
	struct bank_statement row = { 0 };

	if (!row_get(session, &bank_statement_type, statement, &row, err))
		return false;
	mem_replace(ret_account, row.account);
	record_done(&bank_statement_type, &row);
	return true;
}

/* Is there an answer already? What was reversed is none. */
static bool
refuse_answered(struct session *session, const struct bank_line *line, struct err *err)
{
	static const char sql[] =
	    "SELECT number FROM receipt AS r WHERE statement = :statement AND line = :line"
	    " AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry)"
	    " UNION ALL SELECT :entry WHERE :entry <> '' AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = :entry)";
	struct stmt st = { 0 };
	char *by = NULL;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":statement", line->statement);
		stmt_bind_int(&st, ":line", line->no);
		stmt_bind_text(&st, ":entry", line->entry != NULL ? line->entry : "");
		if (stmt_next(&st))
			by = mem_strdup(stmt_text(&st, 0));
	}
	bool ok = stmt_close(&st);
	if (ok && by != NULL)
		ok = err_set(err, ERR_RULE, _("This line is answered already, by %s."), by);
	else if (ok && line->same_as[0] != '\0')
		ok = err_set(err, ERR_RULE, _("This line repeats another one: \"%s\"."), line->same_as);
	free(by);
	return ok;
}

static bool
fill_payment(const struct bank_line *line, const char *account, const char *government,
    struct payment *payment, struct err *err)
{
	if (line->amount <= 0)
		return err_set(err, ERR_RULE, _("Nothing came in with this line: post it as what it was."));
	*payment = (struct payment){
		.government = government[0] != '\0' ? mem_strdup(government) : NULL,
		.value = mem_strdup(line->day), .account = mem_strdup(account), .amount = line->amount,
		.reference = mem_strdup(line->reference), .payer = mem_strdup(line->payer),
		.statement = mem_strdup(line->statement), .line = line->no };
	return true;
}

bool
bank_receive(struct session *session, const char *statement, int64_t no, const char *government,
    char **ret_receipt, int64_t *ret_set, struct err *err)
{
	struct bank_line line = { 0 };
	struct payment payment = { 0 };
	char *account = NULL;
	bool ok = get_line(session, statement, no, &line, err) && refuse_answered(session, &line, err) &&
	    get_account(session, statement, &account, err) &&
	    fill_payment(&line, account, government, &payment, err) &&
	    payment_propose(session, &payment, err) &&
	    payment_save(session, &payment, ret_receipt, ret_set, err);

	payment_done(&payment);
	free(account);
	record_done(&bank_line_type, &line);
	return ok;
}

/* From the bank to the bank nothing moves, and the line would count as answered. */
static bool
refuse_itself(const char *bank, const char *account, struct err *err)
{
	return strcmp(bank, account) != 0 || err_set(err, ERR_RULE, _("Money goes from one account to another one."));
}

/* The bank account against the other one, at the rate of the day of the bank. */
static bool
draft_line(struct session *session, const struct bank_line *line, const char *bank,
    const char *account, struct ledger_draft *draft, struct err *err)
{
	struct account mine = { 0 };
	struct rate rate = { 0 };
	char base_currency[CHART_CURRENCY];
	int64_t base = 0;
	bool ok = chart_base(session, base_currency, err) &&
	    row_get(session, &account_type, bank, &mine, err) &&
	    rate_to(session, base_currency, mine.currency, line->day, &rate, err);

	if (ok && !money_convert(line->amount, mine.currency, base_currency, rate.num, rate.den, &base))
		ok = err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	if (ok) {
		ledger_add(draft, bank, NULL, line->amount, base);
		ledger_add(draft, account, NULL, -base, -base);
	}
	record_done(&rate_type, &rate);
	record_done(&account_type, &mine);
	return ok;
}

static bool
post_in_set(struct session *session, struct bank_line *line, const char *bank, const char *account,
    const char *words, char **ret_entry, struct err *err)
{
	struct ledger_draft draft = { .kind = "manual", .words = mem_strdup(words),
		.value = mem_strdup(line->day) };
	bool ok = draft_line(session, line, bank, account, &draft, err) &&
	    ledger_post_in_set(session, &draft, ret_entry, err);

	if (ok) {
		mem_replace(&line->entry, *ret_entry);
		ok = row_update_in_set(session, &bank_line_type, line, err);
	}
	ledger_draft_done(&draft);
	return ok;
}

bool
bank_may_post(struct session *session, const char *statement, struct err *err)
{
	struct bank_statement row = { 0 };
	bool ok = row_get(session, &bank_statement_type, statement, &row, err) && (row.reconciled == NULL ||
	    err_set(err, ERR_RULE, _("This statement is closed: post the same sum on account %s anew by hand (ENT)."),
		row.account));

	record_done(&bank_statement_type, &row);
	return ok;
}

bool
bank_post(struct session *session, const char *statement, int64_t no, const char *account,
    const char *words, char **ret_entry, int64_t *ret_set, struct err *err)
{
	struct bank_line line = { 0 };
	char *bank = NULL, *entry = NULL;
	bool ok = get_line(session, statement, no, &line, err) && refuse_answered(session, &line, err) &&
	    bank_may_post(session, statement, err) &&
	    get_account(session, statement, &bank, err) && refuse_itself(bank, account, err) &&
	    session_begin(session, "post", words, err) &&
	    session_finish(session, post_in_set(session, &line, bank, account, words, &entry, err),
		ret_set, err);

	free(bank);
	record_done(&bank_line_type, &line);
	if (!ok) {
		free(entry);
		return false;
	}
	*ret_entry = entry;
	return true;
}

bool
bank_same_as(struct session *session, const char *statement, int64_t no, const char *why,
    int64_t *ret_set, struct err *err)
{
	struct bank_line line = { 0 };
	bool ok = get_line(session, statement, no, &line, err) &&
	    (why[0] == '\0' || refuse_answered(session, &line, err)) &&
	    session_begin(session, "same bank line", NULL, err);

	if (ok) {
		mem_replace(&line.same_as, why);
		ok = session_finish(session, row_update_in_set(session, &bank_line_type, &line, err),
		    ret_set, err);
	}
	record_done(&bank_line_type, &line);
	return ok;
}

/* Closing */

/*
 * Line l of statement s has no answer. One that was reversed is none; but in a closed
 * statement only a receipt can be replaced, and closing the year asks for the others.
 */
#define LINE_IS_LEFT \
	" l.same_as = '' AND (l.entry IS NULL OR (s.reconciled IS NULL" \
	"  AND EXISTS (SELECT 1 FROM entry WHERE reverses = l.entry)))" \
	" AND NOT EXISTS (SELECT 1 FROM receipt AS r WHERE r.statement = l.statement AND r.line = l.no" \
	"  AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry))"

bool
bank_left(struct session *session, const char *statement, int64_t *ret_left, int64_t *ret_lines,
    struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(sum(amount), 0), count(*) FROM bank_line AS l JOIN bank_statement AS s ON s.id = l.statement"
	    " WHERE l.statement = :statement AND" LINE_IS_LEFT;
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":statement", statement);
		if (stmt_next(&st)) {
			*ret_left = stmt_int(&st, 0);
			*ret_lines = stmt_int(&st, 1);
		}
	}
	return stmt_close(&st);
}

/* Of closed statements only reversed receipts leave a line: there are few, so they are asked for. */
bool
bank_count_left(struct session *session, int64_t *ret_lines, struct err *err)
{
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM bank_statement AS s JOIN bank_line AS l ON l.statement = s.id"
	    "  WHERE s.reconciled IS NULL AND" LINE_IS_LEFT ")"
	    " + (SELECT count(*) FROM (SELECT DISTINCT l.statement, l.no FROM entry AS e JOIN entry AS b ON b.number = e.reverses"
	    "  JOIN receipt AS o ON " RECEIPT_OF_ENTRY("o", "b")
	    "  JOIN bank_line AS l ON l.statement = o.statement AND l.no = o.line JOIN bank_statement AS s ON s.id = l.statement"
	    "  WHERE e.reverses IS NOT NULL AND s.reconciled IS NOT NULL AND" LINE_IS_LEFT "))";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err) && stmt_next(&st))
		*ret_lines = stmt_int(&st, 0);
	return stmt_close(&st);
}

bool
bank_reconcile(struct session *session, const char *statement, int64_t *ret_set, struct err *err)
{
	struct bank_statement row = { 0 };
	char today[DAY_SIZE];
	int64_t left = 0, lines = 0;

	if (!row_get(session, &bank_statement_type, statement, &row, err))
		return false;
	bool ok = bank_left(session, statement, &left, &lines, err);
	if (ok && lines > 0)
		ok = err_set(err, ERR_RULE, nq_("%d line is not answered yet: it cannot be closed.",
		    "%d lines are not answered yet: it cannot be closed.", lines), (int)lines);
	ok = ok && session_begin(session, "reconcile", NULL, err);
	if (ok) {
		session_today(session, today);
		mem_replace(&row.reconciled, today);
		ok = session_finish(session, row_update_in_set(session, &bank_statement_type, &row, err),
		    ret_set, err);
	}
	record_done(&bank_statement_type, &row);
	return ok;
}
