/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/payment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/account.h"
#include "domain/allocation.h"
#include "domain/approval.h"
#include "domain/batch.h"
#include "domain/chart.h"
#include "domain/entry.h"
#include "domain/government.h"
#include "domain/rate.h"
#include "domain/receipt.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static void
forget_parts(struct payment *payment)
{
	for (size_t i = 0; i < payment->count; i++) {
		struct payment_part *part = &payment->part[i];

		free(part->invoice);
		free(part->number);
		free(part->year);
		free(part->currency);
		free(part->due);
	}
	payment->count = 0;
}

void
payment_done(struct payment *payment)
{
	char **const strings[] = { &payment->government, &payment->booked, &payment->value,
		&payment->account, &payment->approved, &payment->method, &payment->reference,
		&payment->payer, &payment->batch, &payment->statement, &payment->currency };

	forget_parts(payment);
	free(payment->part);
	for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
		free(*strings[i]);
	*payment = (struct payment){ 0 };
}

static bool
is_payer_known(const struct payment *payment)
{
	return payment->government != NULL && payment->government[0] != '\0';
}

/* The day of the bank: it decides the rates. */
static void
value_day(struct session *session, const struct payment *payment, char ret_day[DAY_SIZE])
{
	const char *day = payment->value != NULL ? payment->value : payment->booked;

	if (day != NULL)
		snprintf(ret_day, DAY_SIZE, "%s", day);
	else
		session_today(session, ret_day);
}

/* Reading */

/* The one of the bank in that currency (NULL: the base currency) where none is named. */
static bool
find_account(struct session *session, struct payment *payment, const char *currency, struct err *err)
{
	static const char sql[] = "SELECT currency, purpose = 'bank' FROM account WHERE code = :code";
	struct stmt st = { 0 };
	bool found = false, is_bank = false;

	if (payment->account == NULL && !chart_find(session, "bank", currency, &payment->account, err))
		return false;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":code", payment->account);
		found = stmt_next(&st);
		if (found) {
			mem_replace(&payment->currency, stmt_text(&st, 0));
			is_bank = stmt_int(&st, 1) != 0;
		}
	}
	if (!stmt_close(&st))
		return false;
	if (!found)
		return row_set_missing(&account_type, payment->account, err);
	return is_bank || err_set(err, ERR_RULE,
	    _("Account %s is no bank account: money comes in on one of those."), payment->account);
}

bool
payment_find_account(struct session *session, struct payment *payment, struct err *err)
{
	return find_account(session, payment, NULL, err);
}

/* What the money is worth in the base currency, by the rate of the day of the bank. */
static bool
read_base(struct session *session, struct payment *payment, const char *day, struct err *err)
{
	struct rate rate = { 0 };

	if (payment->amount <= 0) {
		err_set(err, ERR_INPUT, _("An amount that comes in is more than nothing."));
		return err_at(err, "amount");
	}
	if (!rate_to(session, payment->base_currency, payment->currency, day, &rate, err))
		return false;
	payment->day_num = rate.num;
	payment->day_den = rate.den;
	bool ok = money_convert(payment->amount, payment->currency, payment->base_currency, rate.num,
	    rate.den, &payment->base) || err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	record_done(&rate_type, &rate);
	return ok;
}

/* What a person chose for an invoice before it is read again. */
static void
keep_choice(const struct payment_part *old, size_t count, struct payment_part *part)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(old[i].invoice, part->invoice) == 0) {
			part->chosen = old[i].chosen;
			part->wanted = old[i].wanted;
		}
}

static void
read_part(const struct stmt *st, struct payment_part *part)
{
	enum { INVOICE, NUMBER, YEAR, CURRENCY, DUE, OPEN, BASE };

	*part = (struct payment_part){
		.invoice = mem_strdup(stmt_text(st, INVOICE)), .number = mem_strdup(stmt_text(st, NUMBER)),
		.year = mem_strdup(stmt_text(st, YEAR)), .currency = mem_strdup(stmt_text(st, CURRENCY)),
		.due = mem_strdup(stmt_text(st, DUE)),
		.open = stmt_int(st, OPEN), .open_base = stmt_int(st, BASE),
	};
}

static bool
check_payer(struct session *session, const struct payment *payment, struct err *err)
{
	static const char sql[] = "SELECT EXISTS (SELECT 1 FROM government WHERE code = :code)";
	int64_t known = 0;

	if (!is_payer_known(payment))
		return true;
	if (!stmt_ask_int(session->db, sql, ":code", payment->government, &known, err))
		return false;
	if (known != 0)
		return true;
	row_set_missing(&government_type, payment->government, err);
	return err_at(err, "government");
}

static bool
read_parts(struct session *session, struct payment *payment, struct err *err)
{
	static const char sql[] =
	    "SELECT o.invoice, i.number, o.year, o.currency, o.due, o.open, o.base"
	    " FROM open_invoice AS o JOIN invoice AS i ON i.id = o.invoice"
	    " WHERE o.government = :government ORDER BY o.due, i.number";
	struct payment old = { .part = payment->part, .count = payment->count };
	struct stmt st = { 0 };

	payment->part = NULL;
	payment->count = payment->room = 0;
	if (is_payer_known(payment) && stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":government", payment->government);
		while (stmt_next(&st)) {
			payment->part = mem_room(payment->part, payment->count, &payment->room,
			    sizeof *payment->part);
			read_part(&st, &payment->part[payment->count]);
			keep_choice(old.part, old.count, &payment->part[payment->count++]);
		}
	}
	payment_done(&old);
	return stmt_close(&st);
}

static bool
read_rate(struct session *session, const struct payment *payment, struct payment_part *part,
    const char *day, struct err *err)
{
	struct rate rate = { 0 };

	if (payment->num > 0 && strcmp(part->currency, payment->base_currency) != 0) {
		part->num = payment->num;
		part->den = payment->den > 0 ? payment->den : 1;
		return true;
	}
	if (strcmp(part->currency, payment->currency) == 0) {
		part->num = payment->day_num;
		part->den = payment->day_den;
		return true;
	}
	if (!rate_to(session, payment->base_currency, part->currency, day, &rate, err))
		return false;
	part->num = rate.num;
	part->den = rate.den;
	record_done(&rate_type, &rate);
	return true;
}

static bool
read_rates(struct session *session, struct payment *payment, const char *day, struct err *err)
{
	for (size_t i = 0; i < payment->count; i++)
		if (!read_rate(session, payment, &payment->part[i], day, err))
			return false;
	return true;
}

/* Laying the money over what is open */

static bool
has_choice(const struct payment *payment)
{
	for (size_t i = 0; i < payment->count; i++)
		if (payment->part[i].chosen)
			return true;
	return false;
}

static bool
refuse_choice(const struct payment_part *part, struct err *err)
{
	struct buf open = { 0 };

	money_show(&open, messages_catalogue(), part->open, part->currency);
	err_set(err, ERR_RULE,
	    part->wanted > part->open ? _("%s is open with %s: no more than that can be paid on it.") :
	    _("The money does not reach for that much of %s, which is open with %s."),
	    part->number, buf_text(&open));
	buf_done(&open);
	return err_at(err, "amount");
}

static bool
lay_over(struct payment *payment, struct payment_part *part, bool by_choice, struct err *err)
{
	const struct settlement_money money = { payment->currency, payment->rest, payment->rest_base };
	const struct settlement_debt debt = { part->currency, part->open, part->open_base, part->num,
		part->den };

	part->paid = (struct settlement){ 0 };
	if (by_choice && (!part->chosen || part->wanted == 0))
		return true;
	if (by_choice) {
		if (!settlement_take_amount(&money, &debt, payment->base_currency, part->wanted, &part->paid))
			return refuse_choice(part, err);
	} else if (payment->rest == 0 || !settlement_take(&money, &debt, payment->base_currency, &part->paid)) {
		part->paid = (struct settlement){ 0 };
	}
	payment->rest -= part->paid.used;
	payment->rest_base -= part->paid.used_base;
	return true;
}

static bool
read_all(struct session *session, struct payment *payment, struct err *err)
{
	char day[DAY_SIZE];

	value_day(session, payment, day);
	return (payment->num <= 0 || approval_check(session, payment->approved,
		_("A rate of your own needs a decision or a second person: approved=..."), err)) &&
	    check_payer(session, payment, err) && chart_base(session, payment->base_currency, err) &&
	    find_account(session, payment, payment->base_currency, err) &&
	    read_base(session, payment, day, err) && read_parts(session, payment, err) &&
	    read_rates(session, payment, day, err);
}

bool
payment_propose(struct session *session, struct payment *payment, struct err *err)
{
	if (!session_snapshot_begin(session, err))
		return false;
	bool ok = read_all(session, payment, err);
	session_snapshot_end(session);
	if (!ok)
		return false;
	payment->rest = payment->amount;
	payment->rest_base = payment->base;
	bool by_choice = has_choice(payment);
	for (size_t i = 0; i < payment->count; i++)
		if (!lay_over(payment, &payment->part[i], by_choice, err))
			return false;
	return true;
}

bool
payment_choose(struct payment *payment, const char *number, int64_t wanted, struct err *err)
{
	for (size_t i = 0; i < payment->count; i++)
		if (strcmp(payment->part[i].number, number) == 0) {
			payment->part[i].chosen = true;
			payment->part[i].wanted = wanted;
			return true;
		}
	return err_set(err, ERR_MISSING, _("%s has no open invoice %s."),
	    is_payer_known(payment) ? payment->government : "?", number);
}

/* One currency's worth of another, by way of the base currency. */
static bool
add_due(const struct payment *payment, const struct payment_part *part, const struct rate *own,
    int64_t *sum)
{
	int64_t base, amount = part->open;

	if (strcmp(part->currency, payment->currency) != 0 &&
	    !(money_convert(part->open, part->currency, payment->base_currency, part->num, part->den, &base) &&
	    money_convert(base, payment->base_currency, payment->currency, own->den, own->num, &amount)))
		return false;
	return money_add(*sum, amount, sum);
}

bool
payment_due(struct session *session, const struct payment *payment, int64_t *ret_amount,
    struct err *err)
{
	char day[DAY_SIZE];
	struct rate own = { 0 };
	int64_t sum = 0;

	value_day(session, payment, day);
	if (!rate_to(session, payment->base_currency, payment->currency, day, &own, err))
		return false;
	bool ok = true;
	for (size_t i = 0; i < payment->count && ok; i++)
		ok = add_due(payment, &payment->part[i], &own, &sum);
	record_done(&rate_type, &own);
	if (!ok)
		return err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	*ret_amount = sum;
	return true;
}

bool
payment_use_account(struct session *session, struct payment *payment, const char *account,
    const char *currency, struct err *err)
{
	if (account != NULL)
		mem_replace(&payment->account, account);
	else if (!chart_find(session, "bank", currency, &payment->account, err))
		return false;
	if (!payment_find_account(session, payment, err))
		return false;
	return strcmp(payment->currency, currency) == 0 || err_set(err, ERR_RULE,
	    _("Account %s is in %s, not in %s."), payment->account, payment->currency, currency);
}

bool
payment_reach(const struct payment *payment, const struct payment_part *part, int64_t *ret_amount)
{
	const struct settlement_money money = { payment->currency, payment->amount, payment->base };
	const struct settlement_debt debt = { part->currency, part->open, part->open_base, part->num,
		part->den };
	struct settlement all = { 0 };

	if (!settlement_take(&money, &debt, payment->base_currency, &all))
		return false;
	*ret_amount = all.amount;
	return true;
}

/* Posting */

/* Where the rest stands: as a credit of the payer, or in suspense. */
static bool
add_rest(struct session *session, const struct payment *payment, struct ledger_draft *draft,
    struct err *err)
{
	char *account = NULL;
	bool known = is_payer_known(payment);

	if (payment->rest == 0 && payment->rest_base == 0)
		return true;
	if (!chart_find(session, known ? "receivable" : "suspense", payment->currency, &account, err))
		return false;
	ledger_add(draft, account, known ? payment->government : NULL, -payment->rest, -payment->rest_base);
	free(account);
	return true;
}

static bool
add_parts(struct session *session, const struct payment *payment, struct ledger_draft *draft,
    struct err *err)
{
	for (size_t i = 0; i < payment->count; i++) {
		const struct payment_part *part = &payment->part[i];
		char *account = NULL;

		if (part->paid.amount == 0)
			continue;
		if (!chart_find(session, "receivable", part->currency, &account, err))
			return false;
		ledger_add(draft, account, payment->government, -part->paid.amount, -part->paid.base);
		free(account);
	}
	return true;
}

/* The papers it pays; of an unknown payer what the bank says. */
static char *
words_of(const struct payment *payment)
{
	struct buf words = { 0 };

	for (size_t i = 0; i < payment->count; i++)
		if (payment->part[i].paid.amount > 0)
			buf_addf(&words, "%s%s", words.length > 0 ? ", " : "", payment->part[i].number);
	if (words.length == 0 && payment->payer != NULL)
		buf_add(&words, payment->payer);
	if (words.length == 0)
		buf_add(&words, is_payer_known(payment) ? payment->government : "?");
	return buf_take(&words);
}

bool
payment_draft(struct session *session, const struct payment *payment,
    struct ledger_draft *ret_draft, struct err *err)
{
	struct ledger_draft draft = { .kind = "receipt", .words = words_of(payment) };

	if (payment->booked != NULL)
		draft.booked = mem_strdup(payment->booked);
	if (payment->value != NULL)
		draft.value = mem_strdup(payment->value);
	if (is_payer_known(payment))
		draft.government = mem_strdup(payment->government);
	if (payment->approved != NULL)
		draft.approved = mem_strdup(payment->approved);
	ledger_add(&draft, payment->account, NULL, payment->amount, payment->base);
	if (!add_parts(session, payment, &draft, err) || !add_rest(session, payment, &draft, err) ||
	    !ledger_add_difference(session, &draft, err)) {
		ledger_draft_done(&draft);
		return false;
	}
	*ret_draft = draft;
	return true;
}

/* Writing */

static char *
copy(const char *text)
{
	return mem_strdup(text != NULL ? text : "");
}

static bool
number_receipt(struct session *session, struct receipt *receipt, struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(max(no), 0) + 1 FROM receipt WHERE year = :year AND mark = ''";
	struct buf number = { 0 };

	if (!stmt_ask_int(session->db, sql, ":year", receipt->year, &receipt->no, err))
		return false;
	buf_addf(&number, "R-%s-%04lld", receipt->year, (long long)receipt->no);
	receipt->number = buf_take(&number);
	return true;
}

/* Of the days and the year of the entry that posts it. */
static bool
insert_receipt(struct session *session, const struct payment *payment, const struct entry *entry,
    char **ret_number, struct err *err)
{
	struct receipt receipt = {
		.year = mem_strdup(entry->year), .mark = mem_strdup(""), .booked = mem_strdup(entry->booked),
		.value = mem_strdup(entry->value), .account = mem_strdup(payment->account),
		.government = is_payer_known(payment) ? mem_strdup(payment->government) : NULL,
		.amount = payment->amount, .method = copy(payment->method),
		.reference = copy(payment->reference), .payer = copy(payment->payer),
		.batch = payment->batch != NULL ? mem_strdup(payment->batch) : NULL,
		.statement = payment->statement != NULL ? mem_strdup(payment->statement) : NULL,
		.line = payment->line, .entry = mem_strdup(entry->number),
	};
	bool ok = number_receipt(session, &receipt, err) &&
	    row_insert_in_set(session, &receipt_type, &receipt, err);
	if (ok)
		*ret_number = mem_strdup(receipt.number);
	record_done(&receipt_type, &receipt);
	return ok;
}

static bool
insert_allocation(struct session *session, const struct payment_part *part, const char *receipt,
    const struct entry *entry, struct err *err)
{
	struct allocation row = {
		.receipt = mem_strdup(receipt), .invoice = mem_strdup(part->invoice),
		.used = part->paid.used, .used_base = part->paid.used_base,
		.amount = part->paid.amount, .base = part->paid.base,
		.booked = mem_strdup(entry->booked), .entry = mem_strdup(entry->number),
	};
	bool ok = row_insert_in_set(session, &allocation_type, &row, err);

	record_done(&allocation_type, &row);
	return ok;
}

static bool
insert_allocations(struct session *session, const struct payment *payment, const char *receipt,
    const struct entry *entry, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < payment->count && ok; i++)
		if (payment->part[i].paid.amount > 0)
			ok = insert_allocation(session, &payment->part[i], receipt, entry, err);
	return ok;
}

bool
payment_save_in_set(struct session *session, const struct payment *payment, char **ret_receipt,
    struct err *err)
{
	struct ledger_draft draft = { 0 };
	struct entry entry = { 0 };
	char *receipt = NULL;
	bool ok = (payment->batch == NULL ||
	    batch_takes(session, payment->batch, payment->account, err)) &&
	    payment_draft(session, payment, &draft, err) &&
	    ledger_enter_in_set(session, &draft, &entry, err) &&
	    insert_receipt(session, payment, &entry, &receipt, err) &&
	    insert_allocations(session, payment, receipt, &entry, err);

	ledger_draft_done(&draft);
	record_done(&entry_type, &entry);
	if (!ok) {
		free(receipt);
		return false;
	}
	*ret_receipt = receipt;
	return true;
}

bool
payment_save(struct session *session, const struct payment *payment, char **ret_receipt,
    int64_t *ret_set, struct err *err)
{
	char *receipt = NULL;

	if (!session_begin(session, "payment", NULL, err))
		return false;
	if (!payment_save_in_set(session, payment, &receipt, err)) {
		session_abort(session);
		return false;
	}
	if (!session_commit(session, ret_set, err)) {
		free(receipt);
		return false;
	}
	*ret_receipt = receipt;
	return true;
}
