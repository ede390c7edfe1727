/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/allocation.h"
#include "domain/chart.h"
#include "domain/credit_note.h"
#include "domain/entry.h"
#include "domain/fiscal_year.h"
#include "domain/posting.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

void
ledger_draft_done(struct ledger_draft *draft)
{
	for (size_t i = 0; i < draft->count; i++) {
		free(draft->line[i].account);
		free(draft->line[i].government);
	}
	free(draft->line);
	free(draft->booked);
	free(draft->value);
	free(draft->words);
	free(draft->government);
	free(draft->reverses);
	free(draft->approved);
	*draft = (struct ledger_draft){ 0 };
}

void
ledger_add(struct ledger_draft *draft, const char *account, const char *government, int64_t amount,
    int64_t base)
{
	if (amount == 0 && base == 0)
		return;
	draft->line = mem_room(draft->line, draft->count, &draft->room, sizeof *draft->line);
	draft->line[draft->count++] = (struct ledger_line){
		.account = mem_strdup(account),
		.government = government != NULL ? mem_strdup(government) : NULL,
		.amount = amount, .base = base,
	};
}

bool
ledger_balance(const struct ledger_draft *draft, int64_t *ret_sum)
{
	int64_t sum = 0;

	for (size_t i = 0; i < draft->count; i++)
		if (!money_add(sum, draft->line[i].base, &sum))
			return false;
	*ret_sum = sum;
	return true;
}

bool
ledger_add_difference(struct session *session, struct ledger_draft *draft, struct err *err)
{
	int64_t difference = 0;
	char *account = NULL;

	if (!ledger_balance(draft, &difference))
		return err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	if (difference == 0)
		return true;
	if (draft->count < 2)
		return err_set(err, ERR_RULE, _("This entry has one line: money that comes in goes somewhere."));
	if (!chart_find(session, "exchange", NULL, &account, err))
		return false;
	ledger_add(draft, account, NULL, -difference, -difference);
	free(account);
	return true;
}

/* Writing */

static bool
next_number(struct session *session, const char *year, int64_t *ret_no, char **ret_last,
    struct err *err)
{
	static const char sql[] = "SELECT no + 1, booked" ENTRY_LAST_OF(":year");
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		*ret_no = 1;
		if (stmt_next(&st)) {
			*ret_no = stmt_int(&st, 0);
			mem_replace(ret_last, stmt_text(&st, 1));
		}
	}
	return stmt_close(&st);
}

/* A day before that of the entry before would break the order of the journal. */
static bool
check_order(const char *booked, const char *last, struct err *err)
{
	if (last == NULL || strcmp(booked, last) >= 0)
		return true;
	return err_set(err, ERR_RULE,
	    _("The last entry was booked on %s: book this one on that day or later; the day of the bank may be earlier."),
	    last);
}

static bool
begin_entry(struct session *session, const struct ledger_draft *draft, struct entry *ret_entry,
    struct err *err)
{
	char today[DAY_SIZE], year[FISCAL_YEAR];
	const char *booked = draft->booked != NULL ? draft->booked : today;
	char *last = NULL;
	int64_t no = 0;
	struct buf number = { 0 };

	session_today(session, today);
	bool ok = fiscal_year_of(session, booked, year, err) &&
	    next_number(session, year, &no, &last, err) && check_order(booked, last, err);
	free(last);
	if (!ok)
		return false;
	buf_addf(&number, "E-%s-%04lld", year, (long long)no);
	*ret_entry = (struct entry){
		.number = buf_take(&number), .year = mem_strdup(year), .mark = mem_strdup(""), .no = no,
		.booked = mem_strdup(booked),
		.value = mem_strdup(draft->value != NULL ? draft->value : booked),
		.kind = mem_strdup(draft->kind), .words = mem_strdup(draft->words),
		.government = draft->government != NULL ? mem_strdup(draft->government) : NULL,
		.reverses = draft->reverses != NULL ? mem_strdup(draft->reverses) : NULL,
		.approved = mem_strdup(draft->approved != NULL ? draft->approved : ""),
	};
	return true;
}

static bool
write_lines(struct session *session, const struct ledger_draft *draft, const struct entry *entry,
    struct err *err)
{
	for (size_t i = 0; i < draft->count; i++) {
		const struct ledger_line *line = &draft->line[i];
		struct posting posting = {
			.entry = mem_strdup(entry->number), .no = (int64_t)i + 1,
			.account = mem_strdup(line->account),
			.government = line->government != NULL ? mem_strdup(line->government) : NULL,
			.booked = mem_strdup(entry->booked), .amount = line->amount, .base = line->base,
		};
		bool ok = row_insert_in_set(session, &posting_type, &posting, err);

		record_done(&posting_type, &posting);
		if (!ok)
			return false;
	}
	return true;
}

bool
ledger_enter_in_set(struct session *session, const struct ledger_draft *draft, struct entry *ret_entry,
    struct err *err)
{
	struct entry entry = { 0 };
	bool ok = begin_entry(session, draft, &entry, err) && write_lines(session, draft, &entry, err);

	if (ok && draft->reverses != NULL)
		ok = allocation_follow_reversal_in_set(session, draft->reverses, entry.number, err) &&
		    credit_note_follow_reversal_in_set(session, &entry, err);
	/* Last: it checks what came before it. */
	ok = ok && row_insert_in_set(session, &entry_type, &entry, err);
	if (ok)
		*ret_entry = entry;
	else
		record_done(&entry_type, &entry);
	return ok;
}

bool
ledger_post_in_set(struct session *session, const struct ledger_draft *draft, char **ret_number,
    struct err *err)
{
	struct entry entry = { 0 };
	bool ok = ledger_enter_in_set(session, draft, &entry, err);

	if (ok)
		*ret_number = mem_strdup(entry.number);
	record_done(&entry_type, &entry);
	return ok;
}

static bool
post_as(struct session *session, const char *what, const struct ledger_draft *draft,
    char **ret_number, int64_t *ret_set, struct err *err)
{
	char *number = NULL;

	if (!session_begin(session, what, NULL, err))
		return false;
	if (!ledger_post_in_set(session, draft, &number, err)) {
		session_abort(session);
		return false;
	}
	if (!session_commit(session, ret_set, err)) {
		free(number);
		return false;
	}
	*ret_number = number;
	return true;
}

bool
ledger_post(struct session *session, const struct ledger_draft *draft, char **ret_number,
    int64_t *ret_set, struct err *err)
{
	return post_as(session, "post", draft, ret_number, ret_set, err);
}

/* Reversing */

static bool
draft_opposite(struct session *session, const char *number, const char *reason,
    struct ledger_draft *ret_draft, struct err *err)
{
	struct entry entry = { 0 };
	struct row_list lines = { 0 };
	struct ledger_draft draft = { .kind = "reversal" };

	if (!row_get(session, &entry_type, number, &entry, err))
		return false;
	bool ok = row_list(session, &posting_type, "entry", number, "no", &lines, err);
	if (ok) {
		draft.words = mem_strdup(reason);
		draft.reverses = mem_strdup(number);
		draft.government = entry.government != NULL ? mem_strdup(entry.government) : NULL;
		for (size_t i = 0; i < lines.count; i++) {
			const struct posting *line = row_at(&lines, i);

			ledger_add(&draft, line->account, line->government, -line->amount, -line->base);
		}
		*ret_draft = draft;
	}
	row_list_done(&lines);
	record_done(&entry_type, &entry);
	return ok;
}

/* By which entry it was reversed already; NULL: by none. */
static bool
find_reversal(struct session *session, const char *number, char **ret_by, struct err *err)
{
	static const char sql[] = "SELECT number FROM entry WHERE reverses = :number";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":number", number);
		if (stmt_next(&st))
			mem_replace(ret_by, stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

bool
ledger_reverse(struct session *session, const char *number, const char *reason, char **ret_number,
    int64_t *ret_set, struct err *err)
{
	struct ledger_draft draft = { 0 };
	char *by = NULL;

	if (reason == NULL || reason[0] == '\0')
		return err_set(err, ERR_INPUT, _("Say why %s is reversed: reason=..."), number);
	if (!find_reversal(session, number, &by, err))
		return false;
	if (by != NULL) {
		err_set(err, ERR_RULE, _("%s is reversed already, by %s."), number, by);
		free(by);
		return false;
	}
	bool ok = draft_opposite(session, number, reason, &draft, err) &&
	    post_as(session, "reverse", &draft, ret_number, ret_set, err);
	ledger_draft_done(&draft);
	return ok;
}

bool
ledger_may_undo(struct session *session, const char *key, struct err *err)
{
	(void)session;
	return err_set(err, ERR_RULE,
	    _("%s is posted, and what is posted stays: reverse an entry, release a receipt, write or retract a credit note."), key);
}
