/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/payer.h"

#include <stdlib.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/account.h"
#include "domain/chart.h"
#include "domain/government.h"
#include "domain/ledger.h"
#include "domain/posting.h"
#include "domain/receipt.h"
#include "domain/row.h"
#include "domain/session.h"

static const struct field payer_fields[] = {
	{ RECORD_FIELD(payer, receipt), .label = NC_("field", "Receipt"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14, .refers = "receipt" },
	{ RECORD_FIELD(payer, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(payer, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(payer, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 11, .refers = "entry" },
	{ 0 }
};

const struct record_type payer_type = {
	.key = "payer",
	.label = N_("Payer"),
	.plural = N_("Payers"),
	.size = sizeof(struct payer),
	.fields = payer_fields,
};

/* Out of suspense, into the credit of the payer, line for line. */
static bool
draft_move(struct session *session, const struct receipt *receipt, const char *government,
    struct ledger_draft *draft, struct err *err)
{
	struct account account = { 0 };
	struct row_list lines = { 0 };
	char *suspense = NULL, *credit = NULL;
	bool ok = row_get(session, &account_type, receipt->account, &account, err) &&
	    chart_find(session, "suspense", account.currency, &suspense, err) &&
	    chart_find(session, "receivable", account.currency, &credit, err) &&
	    row_list(session, &posting_type, "entry", receipt->entry, "no", &lines, err);

	if (ok && lines.count > 0) {
		const struct posting *line = row_at(&lines, 0);

		ledger_add(draft, suspense, NULL, receipt->amount, line->base);
		ledger_add(draft, credit, government, -receipt->amount, -line->base);
	}
	row_list_done(&lines);
	record_done(&account_type, &account);
	free(suspense);
	free(credit);
	return ok;
}

static bool
set_in_set(struct session *session, const char *number, const char *government, struct err *err)
{
	struct receipt receipt = { 0 };
	struct ledger_draft draft = { .kind = "allocation", .government = mem_strdup(government),
		.words = mem_strdup(number) };
	struct payer payer = { 0 };
	char today[DAY_SIZE];
	bool named = false;
	struct government known = { 0 };
	bool ok = row_get(session, &receipt_type, number, &receipt, err) &&
	    row_get(session, &government_type, government, &known, err);

	record_done(&government_type, &known);
	session_today(session, today);
	if (ok)
		ok = row_find(session, &payer_type, number, &payer, &named, err);
	record_done(&payer_type, &payer);
	if (ok && (named || receipt.government != NULL))
		ok = err_set(err, ERR_RULE, _("The payer of this receipt is known already."));
	ok = ok && draft_move(session, &receipt, government, &draft, err) &&
	    ledger_post_in_set(session, &draft, &payer.entry, err);
	if (ok) {
		payer.receipt = mem_strdup(number);
		payer.government = mem_strdup(government);
		payer.booked = mem_strdup(today);
		ok = row_insert_in_set(session, &payer_type, &payer, err);
	}
	record_done(&payer_type, &payer);
	ledger_draft_done(&draft);
	record_done(&receipt_type, &receipt);
	return ok;
}

bool
payer_set(struct session *session, const char *receipt, const char *government, int64_t *ret_set,
    struct err *err)
{
	return session_begin(session, "name payer", NULL, err) &&
	    session_finish(session, set_in_set(session, receipt, government, err), ret_set, err);
}
