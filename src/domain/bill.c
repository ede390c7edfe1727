/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bill.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/chart.h"
#include "domain/dues_rule.h"
#include "domain/fiscal_year.h"
#include "domain/government.h"
#include "domain/invoice.h"
#include "domain/invoice_issue.h"
#include "domain/invoice_line.h"
#include "domain/ledger.h"
#include "domain/rule.h"
#include "domain/session.h"

static const struct field bill_fields[] = {
	{ RECORD_FIELD(bill, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED | FIELD_UPPER, .width = 7, .refers = "government",
	  .hint = N_("Code, number or name of who is to pay.") },
	{ RECORD_FIELD(bill, words), .label = NC_("field", "For what"), .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED, .width = 40, .hint = N_("As it stands on the paper: share of a joint project, a publication, a room.") },
	{ RECORD_FIELD(bill, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED | FIELD_UPPER, .width = 3, .refers = "currency" },
	{ RECORD_FIELD(bill, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_REQUIRED, .width = 14, .currency = offsetof(struct bill, currency) },
	{ RECORD_FIELD(bill, due), .label = NC_("field", "Due"), .kind = FIELD_DAY, .width = 10,
	  .hint = N_("Empty: after the days of rule dues.grace-days.") },
	{ RECORD_FIELD(bill, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .width = 6,
	  .refers = "account", .hint = N_("The income account. Empty: the one the chart has for such bills.") },
	{ 0 }
};

const struct record_type bill_type = {
	.key = "bill",
	.label = N_("Bill"),
	.plural = N_("Bills"),
	.size = sizeof(struct bill),
	.fields = bill_fields,
};

void
bill_done(struct bill *bill)
{
	record_done(&bill_type, bill);
}

bool
bill_begin(struct session *session, struct bill *bill, struct err *err)
{
	char today[DAY_SIZE], base[CHART_CURRENCY];
	struct err missing = { 0 };
	struct rule rule = { 0 };

	session_today(session, today);
	if (rule_get(session, "dues.currency", today, &rule, &missing)) {
		mem_replace(&bill->currency, rule.value);
		record_done(&rule_type, &rule);
		return true;
	}
	if (!chart_base(session, base, err))
		return false;
	mem_replace(&bill->currency, base);
	return true;
}

/* From what a clerk says to an invoice */

static bool
is_empty(const char *text)
{
	return text == NULL || text[0] == '\0';
}

static bool
check(struct session *session, const struct bill *bill, struct err *err)
{
	struct government government = { 0 };

	if (!row_get(session, &government_type, is_empty(bill->government) ? "" : bill->government,
	    &government, err))
		return err_at(err, "government");
	record_done(&government_type, &government);
	if (bill->amount <= 0) {
		err_set(err, ERR_INPUT, _("The sum of a bill is more than nothing."));
		return err_at(err, "amount");
	}
	if (is_empty(bill->words)) {
		err_set(err, ERR_INPUT, _("Say in words what the bill is for."));
		return err_at(err, "words");
	}
	return true;
}

static bool
choose_due(struct session *session, const struct bill *bill, const char *day, struct invoice *invoice,
    struct err *err)
{
	char due[DAY_SIZE];

	if (is_empty(bill->due)) {
		if (!dues_rule_after_grace(session, day, due, err))
			return false;
		mem_replace(&invoice->due, due);
		return true;
	}
	if (!day_is_whole(bill->due) || strcmp(bill->due, day) < 0) {
		err_set(err, ERR_INPUT, _("A bill is due on a whole day that is not past."));
		return err_at(err, "due");
	}
	mem_replace(&invoice->due, bill->due);
	return true;
}

/* The draft as it would be on that day; the caller calls record_done, whatever is returned. */
static bool
make_invoice(struct session *session, const struct bill *bill, const char *day, struct invoice *invoice,
    struct err *err)
{
	char year[FISCAL_YEAR];

	if (!check(session, bill, err) || !fiscal_year_of(session, day, year, err) ||
	    !choose_due(session, bill, day, invoice, err))
		return false;
	mem_replace(&invoice->number, "");
	mem_replace(&invoice->year, year);
	mem_replace(&invoice->kind, "other");
	mem_replace(&invoice->government, bill->government);
	mem_replace(&invoice->currency, bill->currency);
	invoice->total = bill->amount;
	if (!is_empty(bill->account))
		mem_replace(&invoice->account, bill->account);
	else if (!chart_find(session, "charge", NULL, &invoice->account, err))
		return err_at(err, "account");
	return true;
}

bool
bill_propose(struct session *session, const struct bill *bill, struct ledger_draft *ret_draft,
    char **ret_due, struct err *err)
{
	char today[DAY_SIZE];
	struct invoice invoice = { 0 };
	struct ledger_draft draft = { .kind = "invoice" };

	session_today(session, today);
	bool ok = make_invoice(session, bill, today, &invoice, err);
	if (ok) {
		mem_replace(&invoice.issued, today);
		ok = invoice_issue_lines(session, &invoice, &draft, err);
	}
	if (ok) {
		*ret_draft = draft;
		*ret_due = mem_strdup(invoice.due);
	} else {
		ledger_draft_done(&draft);
	}
	record_done(&invoice_type, &invoice);
	return ok;
}

/* Writing */

static bool
save_in_set(struct session *session, const struct bill *bill, char **ret_id, struct err *err)
{
	char today[DAY_SIZE];
	struct invoice invoice = { 0 };

	session_today(session, today);
	bool ok = make_invoice(session, bill, today, &invoice, err) &&
	    row_insert_in_set(session, &invoice_type, &invoice, err);
	if (ok) {
		struct invoice_line line = { .invoice = mem_strdup(invoice.id), .no = 1,
			.words = mem_strdup(bill->words), .amount = bill->amount };

		ok = row_insert_in_set(session, &invoice_line_type, &line, err);
		record_done(&invoice_line_type, &line);
	}
	if (ok)
		*ret_id = mem_strdup(invoice.id);
	record_done(&invoice_type, &invoice);
	return ok;
}

bool
bill_save(struct session *session, const struct bill *bill, char **ret_id, int64_t *ret_set,
    struct err *err)
{
	struct ledger_draft proposed = { 0 };
	char *due = NULL, *id = NULL;

	/* What could not be posted is no draft either. */
	if (!bill_propose(session, bill, &proposed, &due, err))
		return false;
	ledger_draft_done(&proposed);
	free(due);
	if (!session_begin(session, "bill", bill->government, err) ||
	    !session_finish(session, save_in_set(session, bill, &id, err), ret_set, err)) {
		free(id);
		return false;
	}
	*ret_id = id;
	return true;
}

static bool
get_draft(struct session *session, const char *id, struct invoice *ret_invoice, struct err *err)
{
	if (!row_get(session, &invoice_type, id, ret_invoice, err))
		return false;
	if (strcmp(ret_invoice->kind, "other") != 0)
		err_set(err, ERR_RULE, _("This is an invoice of dues: dues are issued year by year."));
	else if (ret_invoice->number[0] != '\0')
		err_set(err, ERR_RULE, _("This bill is issued already: it is %s."), ret_invoice->number);
	else
		return true;
	record_done(&invoice_type, ret_invoice);
	return false;
}

/* The draft may have been made in another year than the one it is issued in. */
static bool
issue_in_set(struct session *session, const char *id, const char *day, char **ret_number, struct err *err)
{
	struct invoice invoice = { 0 };
	char year[FISCAL_YEAR], issued[DAY_SIZE];

	if (!get_draft(session, id, &invoice, err))
		return false;
	bool ok = fiscal_year_of(session, day, year, err) &&
	    invoice_issue_day(session, year, day, issued, err);
	if (ok && strcmp(year, invoice.year) != 0) {
		mem_replace(&invoice.year, year);
		ok = row_update_in_set(session, &invoice_type, &invoice, err);
	}
	ok = ok && invoice_issue_in_set(session, id, issued, err);
	record_done(&invoice_type, &invoice);
	if (!ok || !row_get(session, &invoice_type, id, &invoice, err))
		return false;
	*ret_number = mem_strdup(invoice.number);
	record_done(&invoice_type, &invoice);
	return true;
}

bool
bill_issue(struct session *session, const char *id, const char *day, char **ret_number,
    int64_t *ret_set, struct err *err)
{
	char today[DAY_SIZE], *number = NULL;

	session_today(session, today);
	if (!session_begin(session, "issue bill", NULL, err) ||
	    !session_finish(session, issue_in_set(session, id, day != NULL ? day : today, &number, err),
		ret_set, err)) {
		free(number);
		return false;
	}
	*ret_number = number;
	return true;
}

static bool
discard_in_set(struct session *session, const char *id, struct err *err)
{
	struct invoice invoice = { 0 };
	struct row_list lines = { 0 };

	if (!get_draft(session, id, &invoice, err))
		return false;
	record_done(&invoice_type, &invoice);
	bool ok = row_list(session, &invoice_line_type, "invoice", id, "no", &lines, err);
	for (size_t i = 0; i < lines.count && ok; i++) {
		struct buf key = { 0 };

		record_key(&invoice_line_type, row_at(&lines, i), &key);
		ok = row_delete_in_set(session, &invoice_line_type, buf_text(&key), err);
		buf_done(&key);
	}
	row_list_done(&lines);
	return ok && row_delete_in_set(session, &invoice_type, id, err);
}

bool
bill_discard(struct session *session, const char *id, int64_t *ret_set, struct err *err)
{
	return session_begin(session, "discard bill", NULL, err) &&
	    session_finish(session, discard_in_set(session, id, err), ret_set, err);
}
