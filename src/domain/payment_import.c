/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/payment_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/payment.h"
#include "domain/receipt.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field payment_row_fields[] = {
	{ RECORD_FIELD(payment_row, receipt), .label = NC_("field", "Receipt"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED | FIELD_UPPER, .width = 11 },
	{ RECORD_FIELD(payment_row, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED | FIELD_UPPER, .width = 7, .refers = "government" },
	{ RECORD_FIELD(payment_row, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 6, .refers = "account" },
	{ RECORD_FIELD(payment_row, amount), .label = NC_("field", "Amount"), .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED | FIELD_LISTED, .width = 14 },
	{ RECORD_FIELD(payment_row, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(payment_row, value), .label = NC_("field", "Value"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(payment_row, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE, .width = 9 },
	{ RECORD_FIELD(payment_row, reference), .label = NC_("field", "Reference"), .kind = FIELD_TEXT, .width = 16 },
	{ RECORD_FIELD(payment_row, method), .label = NC_("field", "Method"), .kind = FIELD_TEXT, .width = 12 },
	{ RECORD_FIELD(payment_row, payer), .label = NC_("field", "Payer"), .kind = FIELD_TEXT, .width = 30 },
	{ 0 }
};

const struct record_type payment_row_type = {
	.key = "payments",
	.label = N_("Payment"),
	.plural = N_("Payments"),
	.size = sizeof(struct payment_row),
	.fields = payment_row_fields,
};

/* Reading */

static void
read_row(const struct stmt *st, struct payment_row *row)
{
	enum { RECEIPT, GOVERNMENT, ACCOUNT, AMOUNT, CURRENCY, BOOKED, VALUE, REFERENCE, METHOD, PAYER };
	struct buf amount = { 0 };

	money_format(&amount, stmt_int(st, AMOUNT), stmt_text(st, CURRENCY));
	*row = (struct payment_row){
		.receipt = mem_strdup(stmt_text(st, RECEIPT)), .government = mem_strdup(stmt_text(st, GOVERNMENT)),
		.account = mem_strdup(stmt_text(st, ACCOUNT)), .amount = buf_take(&amount),
		.booked = mem_strdup(stmt_text(st, BOOKED)), .value = mem_strdup(stmt_text(st, VALUE)),
		.invoice = mem_strdup(""), .reference = mem_strdup(stmt_text(st, REFERENCE)),
		.method = mem_strdup(stmt_text(st, METHOD)), .payer = mem_strdup(stmt_text(st, PAYER)),
	};
}

bool
payment_row_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	static const char sql[] =
	    "SELECT r.number, coalesce(r.government, p.government, ''), r.account, r.amount, a.currency,"
	    " r.booked, r.value, r.reference, r.method, r.payer FROM receipt AS r"
	    " JOIN account AS a ON a.code = r.account LEFT JOIN payer AS p ON p.receipt = r.number"
	    " WHERE NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry) ORDER BY r.number";
	struct row_list list = { .type = &payment_row_type };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		while (stmt_next(&st))
			read_row(&st, row_add(&list, &payment_row_type));
	if (!stmt_close(&st)) {
		row_list_done(&list);
		return false;
	}
	*ret_list = list;
	return true;
}

/* Posting */

static bool
check_day(const char *day, const char *field, struct err *err)
{
	if (day == NULL || day[0] == '\0' || day_is_whole(day))
		return true;
	err_set(err, ERR_INPUT, _("\"%s\" is no day: write year, month and day, as in 2010-10-28."), day);
	return err_at(err, field);
}

/* The currency is that of the account. */
static bool
fill(struct session *session, const struct payment_row *row, struct payment *payment,
    struct err *err)
{
	*payment = (struct payment){
		.government = mem_strdup_typed(row->government),
		.account = mem_strdup_typed(row->account),
		.booked = mem_strdup_typed(row->booked), .value = mem_strdup_typed(row->value),
		.reference = mem_strdup_typed(row->reference),
		.method = mem_strdup_typed(row->method), .payer = mem_strdup_typed(row->payer),
	};
	return check_day(row->booked, "booked", err) && check_day(row->value, "value", err) &&
	    payment_find_account(session, payment, err) &&
	    money_parse(row->amount != NULL ? row->amount : "", payment->currency, &payment->amount, err) &&
	    payment_propose(session, payment, err);
}

static bool
choose(struct session *session, const char *number, struct payment *payment, struct err *err)
{
	int64_t wanted = 0;

	for (size_t i = 0; i < payment->count; i++)
		if (strcmp(payment->part[i].number, number) == 0)
			payment_reach(payment, &payment->part[i], &wanted);
	return payment_choose(payment, number, wanted, err) && payment_propose(session, payment, err);
}

static bool
post(struct session *session, const struct payment_row *row, struct err *err)
{
	struct payment payment = { 0 };
	char *receipt = NULL;
	bool ok = fill(session, row, &payment, err);

	if (ok && row->invoice != NULL && row->invoice[0] != '\0')
		ok = choose(session, row->invoice, &payment, err);
	ok = ok && payment_save_in_set(session, &payment, &receipt, err);
	free(receipt);
	payment_done(&payment);
	return ok;
}

bool
payment_import_in_set(struct session *session, const struct payment_row *row, bool *ret_is_new,
    struct err *err)
{
	struct receipt receipt = { 0 };
	bool found = false;

	if (row->receipt != NULL && row->receipt[0] != '\0') {
		if (!row_find(session, &receipt_type, row->receipt, &receipt, &found, err))
			return false;
		record_done(&receipt_type, &receipt);
		*ret_is_new = false;
		return found || err_set(err, ERR_MISSING,
		    _("There is no receipt %s: leave its number empty, and it gets one."), row->receipt);
	}
	*ret_is_new = true;
	return post(session, row, err);
}
