/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/allocation.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/approval.h"
#include "domain/chart.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/receipt.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field allocation_fields[] = {
	{ RECORD_FIELD(allocation, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(allocation, receipt), .label = NC_("field", "Receipt"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14, .refers = "receipt" },
	{ RECORD_FIELD(allocation, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 26, .refers = "invoice" },
	{ RECORD_FIELD(allocation, used), .label = NC_("field", "Used"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(allocation, used_base), .label = NC_("field", "Base used"), .kind = FIELD_NUMBER,
	  .width = 14 },
	{ RECORD_FIELD(allocation, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(allocation, base), .label = NC_("field", "Base"), .kind = FIELD_NUMBER,
	  .width = 14 },
	{ RECORD_FIELD(allocation, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(allocation, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 11, .refers = "entry" },
	{ RECORD_FIELD(allocation, undoes), .label = NC_("field", "Undoes"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "allocation" },
	{ 0 }
};

const struct record_type allocation_type = {
	.key = "allocation",
	.label = N_("Allocation"),
	.plural = N_("Allocations"),
	.size = sizeof(struct allocation),
	.fields = allocation_fields,
};

/* What is left of a receipt, and whose it is. */
struct left {
	char *receipt, *government;	/* government NULL: not known */
	char *account, *currency;	/* it came in on, and in */
	int64_t amount, base;		/* minor units, and their base value */
};

static void
left_done(struct left *left)
{
	free(left->receipt);
	free(left->government);
	free(left->account);
	free(left->currency);
	*left = (struct left){ 0 };
}

static bool
read_left(struct session *session, const char *receipt, struct left *ret_left, struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(r.government, p.government), r.account, a.currency,"
	    " r.amount - coalesce((SELECT sum(used) FROM allocation WHERE receipt = r.number), 0),"
	    " (SELECT sum(base) FROM posting WHERE entry = r.entry AND account = r.account AND amount = r.amount)"
	    " - coalesce((SELECT sum(used_base) FROM allocation WHERE receipt = r.number), 0),"
	    " EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry)"
	    " FROM receipt AS r JOIN account AS a ON a.code = r.account"
	    " LEFT JOIN payer AS p ON p.receipt = r.number WHERE r.number = :receipt";
	enum { GOVERNMENT, ACCOUNT, CURRENCY, AMOUNT, BASE, REVERSED };
	struct stmt st = { 0 };
	bool found = false, reversed = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":receipt", receipt);
		found = stmt_next(&st);
		if (found) {
			reversed = stmt_int(&st, REVERSED) != 0;
			*ret_left = (struct left){
				.receipt = mem_strdup(receipt),
				.government = stmt_is_null(&st, GOVERNMENT) ? NULL :
				    mem_strdup(stmt_text(&st, GOVERNMENT)),
				.account = mem_strdup(stmt_text(&st, ACCOUNT)),
				.currency = mem_strdup(stmt_text(&st, CURRENCY)),
				.amount = stmt_int(&st, AMOUNT), .base = stmt_int(&st, BASE),
			};
		}
	}
	if (!stmt_close(&st))
		return false;
	if (!found)
		return err_set(err, ERR_MISSING, _("There is no receipt %s."), receipt);
	return !reversed || err_set(err, ERR_RULE,
	    _("This receipt was reversed: nothing is done with it any more."));
}

static bool
check_left(const struct left *left, struct err *err)
{
	if (left->government == NULL)
		return err_set(err, ERR_RULE, _("Nobody knows yet who paid %s: name the payer first."),
		    left->receipt);
	return left->amount > 0 || err_set(err, ERR_RULE, _("Nothing is left of %s: all of it is used."),
	    left->receipt);
}

/* Where a credit of a payer stands. */
static bool
credit_account(struct session *session, const struct left *left, char **ret_account, struct err *err)
{
	return chart_find(session, "receivable", left->currency, ret_account, err);
}

static bool
insert(struct session *session, const struct left *left, const char *invoice,
    const struct settlement *paid, const char *entry, const char *undoes, struct err *err)
{
	char today[DAY_SIZE];

	session_today(session, today);
	struct allocation row = {
		.receipt = mem_strdup(left->receipt),
		.invoice = invoice != NULL ? mem_strdup(invoice) : NULL,
		.used = paid->used, .used_base = paid->used_base, .amount = paid->amount, .base = paid->base,
		.booked = mem_strdup(today), .entry = mem_strdup(entry),
		.undoes = undoes != NULL ? mem_strdup(undoes) : NULL,
	};
	bool ok = row_insert_in_set(session, &allocation_type, &row, err);
	record_done(&allocation_type, &row);
	return ok;
}

/* The credit goes down, what is owed too; the difference of the rates is a line of its own. */
static bool
post(struct session *session, const struct left *left, const char *currency, const char *number,
    const struct settlement *paid, char **ret_entry, struct err *err)
{
	struct ledger_draft draft = { .kind = "allocation", .government = mem_strdup(left->government) };
	char *credit = NULL, *receivable = NULL;
	struct buf words = { 0 };
	bool ok = credit_account(session, left, &credit, err) &&
	    chart_find(session, "receivable", currency, &receivable, err);

	buf_addf(&words, "%s %s", left->receipt, number);
	draft.words = buf_take(&words);
	if (ok) {
		ledger_add(&draft, credit, left->government, paid->used, paid->used_base);
		ledger_add(&draft, receivable, left->government, -paid->amount, -paid->base);
		ok = ledger_add_difference(session, &draft, err) &&
		    ledger_post_in_set(session, &draft, ret_entry, err);
	}
	free(credit);
	free(receivable);
	ledger_draft_done(&draft);
	return ok;
}

static bool
make_part(struct session *session, const struct left *left, const struct payment_part *part,
    struct err *err)
{
	char *entry = NULL;
	bool ok = post(session, left, part->currency, part->number, &part->paid, &entry, err) &&
	    insert(session, left, part->invoice, &part->paid, entry, NULL, err);

	free(entry);
	return ok;
}

/* The same laying over as when the money had just come in. */
static bool
propose(struct session *session, const struct left *left, const char *invoice,
    struct payment *payment, struct err *err)
{
	int64_t wanted = 0;

	*payment = (struct payment){ .government = mem_strdup(left->government),
		.account = mem_strdup(left->account), .amount = left->amount };
	if (!payment_propose(session, payment, err))
		return false;
	if (invoice == NULL)
		return true;
	for (size_t i = 0; i < payment->count; i++)
		if (strcmp(payment->part[i].number, invoice) == 0)
			payment_reach(payment, &payment->part[i], &wanted);
	return payment_choose(payment, invoice, wanted, err) && payment_propose(session, payment, err);
}

static bool
make_in_set(struct session *session, const char *receipt, const char *invoice, int64_t *ret_count,
    struct err *err)
{
	struct left left = { 0 };
	struct payment payment = { 0 };
	int64_t count = 0;
	bool ok = read_left(session, receipt, &left, err) && check_left(&left, err) &&
	    propose(session, &left, invoice, &payment, err);

	for (size_t i = 0; i < payment.count && ok; i++)
		if (payment.part[i].paid.amount > 0) {
			ok = make_part(session, &left, &payment.part[i], err);
			count++;
		}
	if (ok && count == 0)
		ok = err_set(err, ERR_RULE, _("%s owes nothing that this money could pay."), left.government);
	payment_done(&payment);
	left_done(&left);
	*ret_count = count;
	return ok;
}

bool
allocation_make(struct session *session, const char *receipt, const char *invoice,
    int64_t *ret_count, int64_t *ret_set, struct err *err)
{
	if (!session_begin(session, "use credit", NULL, err))
		return false;
	if (!make_in_set(session, receipt, invoice, ret_count, err)) {
		session_abort(session);
		return false;
	}
	return session_commit(session, ret_set, err);
}

/* Undoing */

/* An allocation that stands, and the invoice it pays. */
struct standing {
	char *id, *invoice, *number, *currency;
	struct settlement paid;
};

static void
read_standing(const struct stmt *st, struct standing *one)
{
	enum { ALLOCATION, INVOICE, NUMBER, CURRENCY, USED, USED_BASE, AMOUNT, BASE };

	*one = (struct standing){
		.id = mem_strdup(stmt_text(st, ALLOCATION)), .invoice = mem_strdup(stmt_text(st, INVOICE)),
		.number = mem_strdup(stmt_text(st, NUMBER)), .currency = mem_strdup(stmt_text(st, CURRENCY)),
		.paid = { -stmt_int(st, USED), -stmt_int(st, USED_BASE), -stmt_int(st, AMOUNT),
		    -stmt_int(st, BASE) },
	};
}

/* The first one that still stands; *ret_found says. The statement is closed before anything is written. */
static bool
find_standing(struct session *session, const char *receipt, const char *invoice,
    struct standing *ret_one, bool *ret_found, struct err *err)
{
	static const char sql[] =
	    "SELECT a.id, i.id, i.number, i.currency, a.used, a.used_base, a.amount, a.base"
	    " FROM allocation AS a JOIN invoice AS i ON i.id = a.invoice"
	    " WHERE a.receipt = :receipt AND a.undoes IS NULL AND (:invoice IS NULL OR i.number = :invoice)"
	    " AND NOT EXISTS (SELECT 1 FROM allocation WHERE undoes = a.id) ORDER BY a.id DESC LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":receipt", receipt);
		if (invoice != NULL)
			stmt_bind_text(&st, ":invoice", invoice);
		else
			stmt_bind_null(&st, ":invoice");
		*ret_found = stmt_next(&st);
		if (*ret_found)
			read_standing(&st, ret_one);
	}
	return stmt_close(&st);
}

static bool
undo_one(struct session *session, const struct left *left, struct standing *one, struct err *err)
{
	char *entry = NULL;
	bool ok = post(session, left, one->currency, one->number, &one->paid, &entry, err) &&
	    insert(session, left, one->invoice, &one->paid, entry, one->id, err);

	free(entry);
	free(one->id);
	free(one->invoice);
	free(one->number);
	free(one->currency);
	return ok;
}

static bool
undo_in_set(struct session *session, const char *receipt, const char *invoice, int64_t *ret_count,
    struct err *err)
{
	struct left left = { 0 };
	struct standing one = { 0 };
	int64_t count = 0;
	bool found = true;
	bool ok = read_left(session, receipt, &left, err);

	while (ok && (ok = find_standing(session, receipt, invoice, &one, &found, err)) && found) {
		ok = undo_one(session, &left, &one, err);
		count++;
	}
	if (ok && count == 0)
		ok = err_set(err, ERR_MISSING, invoice != NULL ? _("%s pays nothing of %s.") :
		    _("%s pays nothing that could be taken back."), receipt, invoice);
	left_done(&left);
	*ret_count = count;
	return ok;
}

bool
allocation_undo(struct session *session, const char *receipt, const char *invoice,
    int64_t *ret_count, int64_t *ret_set, struct err *err)
{
	if (!session_begin(session, "undo payment", NULL, err))
		return false;
	if (!undo_in_set(session, receipt, invoice, ret_count, err)) {
		session_abort(session);
		return false;
	}
	return session_commit(session, ret_set, err);
}

/* The receipt of that entry, or NULL; was something done with it that the opposite lines would not undo? */
static bool
find_receipt(struct session *session, const char *entry, char **ret_receipt, bool *ret_used,
    struct err *err)
{
	static const char sql[] =
	    "SELECT r.number, EXISTS (SELECT 1 FROM payer WHERE receipt = r.number)"
	    " OR EXISTS (SELECT 1 FROM allocation WHERE receipt = r.number AND entry <> r.entry)"
	    " FROM entry AS e JOIN receipt AS r ON " RECEIPT_OF_ENTRY("r", "e") " WHERE e.number = :entry";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":entry", entry);
		if (stmt_next(&st)) {
			*ret_receipt = mem_strdup(stmt_text(&st, 0));
			*ret_used = stmt_int(&st, 1) != 0;
		}
	}
	return stmt_close(&st);
}

static bool
undo_all(struct session *session, char *receipt, const char *reversal, struct err *err)
{
	struct left left = { .receipt = receipt };
	struct row_list rows = { 0 };
	bool ok = row_list(session, &allocation_type, "receipt", receipt, "id", &rows, err);

	for (size_t i = 0; i < rows.count && ok; i++) {
		const struct allocation *old = row_at(&rows, i);
		const struct settlement back = { -old->used, -old->used_base, -old->amount, -old->base };

		ok = insert(session, &left, old->invoice, &back, reversal, old->id, err);
	}
	row_list_done(&rows);
	return ok;
}

bool
allocation_follow_reversal_in_set(struct session *session, const char *reversed,
    const char *reversal, struct err *err)
{
	char *receipt = NULL;
	bool used = false;
	bool ok = find_receipt(session, reversed, &receipt, &used, err);

	if (ok && used)
		ok = err_set(err, ERR_RULE,
		    _("Part of %s was used or taken back since: pay back what is left of it."), receipt);
	ok = ok && (receipt == NULL || undo_all(session, receipt, reversal, err));
	free(receipt);
	return ok;
}

/* Paying back */

static bool
read_refund(const struct left *left, const char *typed, struct settlement *paid, struct err *err)
{
	*paid = (struct settlement){ .used = left->amount, .used_base = left->base };
	if (strcmp(typed, "all") != 0 && !money_parse(typed, left->currency, &paid->used, err))
		return false;
	if (paid->used <= 0 || paid->used > left->amount)
		return err_set(err, ERR_RULE, _("This is more than is left of the money that came in."));
	if (paid->used < left->amount &&
	    !money_multiply(left->base, paid->used, left->amount, &paid->used_base))
		return err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	return true;
}

static bool
refund_in_set(struct session *session, const char *receipt, const char *amount,
    const char *approved, struct err *err)
{
	struct left left = { 0 };
	struct settlement paid = { 0 };
	char *credit = NULL, *entry = NULL;
	struct ledger_draft draft = { .kind = "refund", .words = mem_strdup(receipt),
		.approved = mem_strdup(approved) };
	bool ok = read_left(session, receipt, &left, err) && check_left(&left, err) &&
	    read_refund(&left, amount, &paid, err) && credit_account(session, &left, &credit, err);

	if (ok) {
		mem_replace(&draft.government, left.government);
		ledger_add(&draft, credit, left.government, paid.used, paid.used_base);
		ledger_add(&draft, left.account, NULL, -paid.used, -paid.used_base);
		ok = ledger_post_in_set(session, &draft, &entry, err) &&
		    insert(session, &left, NULL, &paid, entry, NULL, err);
	}
	free(credit);
	free(entry);
	ledger_draft_done(&draft);
	left_done(&left);
	return ok;
}

bool
allocation_refund(struct session *session, const char *receipt, const char *amount,
    const char *approved, int64_t *ret_set, struct err *err)
{
	if (!approval_check(session, approved,
		_("Who agreed? A refund names a decision or a second person: approved=..."), err))
		return false;
	if (!session_begin(session, "refund", receipt, err))
		return false;
	if (!refund_in_set(session, receipt, amount, approved, err)) {
		session_abort(session);
		return false;
	}
	return session_commit(session, ret_set, err);
}
