/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/credit_note.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/approval.h"
#include "domain/chart.h"
#include "domain/entry.h"
#include "domain/fiscal_year.h"
#include "domain/invoice.h"
#include "domain/ledger.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

const struct choice credit_note_kinds[] = {
	{ "credit", NC_("credit note", "credit") },
	{ "waiver", NC_("credit note", "waiver") },
	{ "write-off", NC_("credit note", "write-off") },
	{ 0 }
};

static const struct field credit_note_fields[] = {
	{ RECORD_FIELD(credit_note, number), .label = NC_("field", "Number"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(credit_note, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(credit_note, mark), .label = NC_("field", "Mark"), .kind = FIELD_TEXT,
	  .width = 4 },
	{ RECORD_FIELD(credit_note, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(credit_note, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(credit_note, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = credit_note_kinds },
	{ RECORD_FIELD(credit_note, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "invoice" },
	{ RECORD_FIELD(credit_note, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(credit_note, base), .label = NC_("field", "Base"), .kind = FIELD_NUMBER,
	  .width = 14 },
	{ RECORD_FIELD(credit_note, reason), .label = NC_("field", "Reason"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 40 },
	{ RECORD_FIELD(credit_note, approved), .label = NC_("field", "Approved by"), .kind = FIELD_TEXT,
	  .width = 16, .hint = N_("The decision, GA-8/1, or the second person who agreed.") },
	{ RECORD_FIELD(credit_note, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 11, .refers = "entry" },
	{ RECORD_FIELD(credit_note, undoes), .label = NC_("field", "Undoes"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 14, .refers = "credit_note" },
	{ 0 }
};

const struct record_type credit_note_type = {
	.key = "credit_note",
	.label = N_("Credit note"),
	.plural = N_("Credit notes"),
	.size = sizeof(struct credit_note),
	.fields = credit_note_fields,
};

/* What is left of the invoice. */
struct left {
	char *id, *government, *currency;
	char *account;		/* the income account of a bill; NULL: dues */
	int64_t open, base;
};

static bool
find_left(struct session *session, const char *number, struct left *ret_left, struct err *err)
{
	static const char sql[] =
	    "SELECT i.id, i.government, i.currency, coalesce(o.open, 0), coalesce(o.base, 0), i.account"
	    " FROM invoice AS i LEFT JOIN open_invoice AS o ON " INVOICE_OPEN("o", "i")
	    " WHERE i.number = :number AND i.number <> ''";
	struct stmt st = { 0 };
	bool found = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":number", number);
		found = stmt_next(&st);
		if (found)
			*ret_left = (struct left){ .id = mem_strdup(stmt_text(&st, 0)),
				.government = mem_strdup(stmt_text(&st, 1)),
				.currency = mem_strdup(stmt_text(&st, 2)),
				.open = stmt_int(&st, 3), .base = stmt_int(&st, 4),
				.account = stmt_is_null(&st, 5) ? NULL : mem_strdup(stmt_text(&st, 5)) };
	}
	if (!stmt_close(&st))
		return false;
	return found || err_set(err, ERR_MISSING, _("There is no issued invoice %s."), number);
}

static void
left_done(struct left *left)
{
	free(left->id);
	free(left->government);
	free(left->currency);
	free(left->account);
}

static bool
check_order(struct session *session, const struct credit_note_order *order, struct err *err)
{
	const struct field *kind = record_find_field(&credit_note_type, "kind");
	struct credit_note trial = { 0 };
	bool ok = record_read(kind, &trial, order->kind, err);

	record_done(&credit_note_type, &trial);
	return ok && (strcmp(order->kind, "credit") == 0 || approval_check(session, order->approved,
	    _("Who agreed? A waiver and a write-off name a decision or a second person: approved=..."), err));
}

/* The part that is taken off, and its base value: what goes last takes the remainder. */
static bool
read_amount(const struct left *left, const char *typed, int64_t *ret_amount, int64_t *ret_base,
    struct err *err)
{
	int64_t amount = left->open, base = left->base;

	if (strcmp(typed, "all") != 0 && !money_parse(typed, left->currency, &amount, err))
		return false;
	if (amount <= 0)
		return err_set(err, ERR_INPUT, _("An amount that is taken off is more than nothing."));
	if (amount > left->open)
		return err_set(err, ERR_RULE, _("This is more than is open on the invoice."));
	if (amount < left->open && !money_multiply(left->base, amount, left->open, &base))
		return err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	*ret_amount = amount;
	*ret_base = base;
	return true;
}

/* A credit takes back the income it was, the others are a loss. */
static bool
find_other(struct session *session, const char *kind, const struct left *left, char **ret_account,
    struct err *err)
{
	if (strcmp(kind, "credit") != 0)
		return chart_find(session, "loss", NULL, ret_account, err);
	if (left->account == NULL)
		return chart_find(session, "dues", NULL, ret_account, err);
	*ret_account = mem_strdup(left->account);
	return true;
}

static bool
post(struct session *session, const struct credit_note_order *order, const struct left *left,
    struct credit_note *note, struct err *err)
{
	struct buf words = { 0 };
	char *receivable = NULL, *other = NULL;
	struct ledger_draft draft = { .kind = "credit-note", .booked = mem_strdup(note->booked),
		.government = mem_strdup(left->government), .approved = mem_strdup(note->approved) };

	buf_addf(&words, "%s %s", note->number, order->invoice);
	draft.words = buf_take(&words);
	bool ok = chart_find(session, "receivable", left->currency, &receivable, err) &&
	    find_other(session, note->kind, left, &other, err);
	if (ok) {
		ledger_add(&draft, other, NULL, note->base, note->base);
		ledger_add(&draft, receivable, left->government, -note->amount, -note->base);
		ok = ledger_post_in_set(session, &draft, &note->entry, err);
	}
	free(receivable);
	free(other);
	ledger_draft_done(&draft);
	return ok;
}

static bool
number_it(struct session *session, struct credit_note *note, struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(max(no), 0) + 1 FROM credit_note WHERE year = :year AND mark = ''";
	struct buf number = { 0 };

	if (!stmt_ask_int(session->db, sql, ":year", note->year, &note->no, err))
		return false;
	buf_addf(&number, "C-%s-%04lld", note->year, (long long)note->no);
	note->number = buf_take(&number);
	return true;
}

static bool
write_in_set(struct session *session, const struct credit_note_order *order, char **ret_number,
    struct err *err)
{
	char today[DAY_SIZE], year[FISCAL_YEAR];
	const char *booked = order->booked != NULL ? order->booked : today;
	struct left left = { 0 };
	struct credit_note note = { 0 };

	session_today(session, today);
	bool ok = fiscal_year_of(session, booked, year, err) && find_left(session, order->invoice, &left, err);
	if (ok) {
		note = (struct credit_note){ .year = mem_strdup(year), .mark = mem_strdup(""),
			.booked = mem_strdup(booked), .kind = mem_strdup(order->kind),
			.invoice = mem_strdup(left.id), .reason = mem_strdup(order->reason),
			.approved = mem_strdup(order->approved != NULL ? order->approved : "") };
		ok = read_amount(&left, order->amount, &note.amount, &note.base, err) &&
		    number_it(session, &note, err) && post(session, order, &left, &note, err) &&
		    row_insert_in_set(session, &credit_note_type, &note, err);
	}
	if (ok)
		*ret_number = mem_strdup(note.number);
	record_done(&credit_note_type, &note);
	left_done(&left);
	return ok;
}

bool
credit_note_write(struct session *session, const struct credit_note_order *order,
    char **ret_number, int64_t *ret_set, struct err *err)
{
	char *number = NULL;

	if (!check_order(session, order, err) ||
	    !session_begin(session, "credit note", order->reason, err) ||
	    !session_finish(session, write_in_set(session, order, &number, err), ret_set, err)) {
		free(number);
		return false;
	}
	*ret_number = number;
	return true;
}

/* Taking back */

static bool
insert_opposite(struct session *session, const struct credit_note *old, const struct entry *reversal,
    struct err *err)
{
	struct credit_note note = {
		.year = mem_strdup(reversal->year), .mark = mem_strdup(""), .booked = mem_strdup(reversal->booked),
		.kind = mem_strdup(old->kind), .invoice = mem_strdup(old->invoice), .amount = -old->amount,
		.base = -old->base, .reason = mem_strdup(reversal->words), .approved = mem_strdup(old->approved),
		.entry = mem_strdup(reversal->number), .undoes = mem_strdup(old->number),
	};
	bool ok = number_it(session, &note, err) && row_insert_in_set(session, &credit_note_type, &note, err);

	record_done(&credit_note_type, &note);
	return ok;
}

bool
credit_note_follow_reversal_in_set(struct session *session, const struct entry *reversal,
    struct err *err)
{
	struct row_list rows = { 0 };
	bool ok = row_list(session, &credit_note_type, "entry", reversal->reverses, "number", &rows, err);

	for (size_t i = 0; i < rows.count && ok; i++)
		ok = insert_opposite(session, row_at(&rows, i), reversal, err);
	row_list_done(&rows);
	return ok;
}

/* The number of its opposite; NULL: it stands. */
static bool
find_opposite(struct session *session, const char *number, char **ret_by, struct err *err)
{
	static const char sql[] = "SELECT number FROM credit_note WHERE undoes = :number";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":number", number);
	return row_read_key(&st, ret_by);
}

static bool
check_stands(struct session *session, const struct credit_note *note, struct err *err)
{
	char *by = NULL;

	if (note->undoes != NULL)
		return err_set(err, ERR_RULE, _("%s takes back %s: write a new credit note instead."), note->number,
		    note->undoes);
	if (!find_opposite(session, note->number, &by, err))
		return false;
	if (by == NULL)
		return true;
	err_set(err, ERR_RULE, _("%s is taken back already, by %s."), note->number, by);
	free(by);
	return false;
}

bool
credit_note_retract(struct session *session, const char *number, const char *reason,
    char **ret_number, int64_t *ret_set, struct err *err)
{
	struct credit_note note = { 0 };
	char *entry = NULL;

	if (reason == NULL || reason[0] == '\0')
		return err_set(err, ERR_INPUT, _("Say why %s is taken back: reason=..."), number);
	if (!row_get(session, &credit_note_type, number, &note, err))
		return false;
	bool ok = check_stands(session, &note, err) &&
	    ledger_reverse(session, note.entry, reason, &entry, ret_set, err) &&
	    find_opposite(session, number, ret_number, err);
	free(entry);
	record_done(&credit_note_type, &note);
	return ok;
}
