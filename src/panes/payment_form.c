/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/payment_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/batch.h"
#include "domain/payment.h"
#include "domain/rate.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/entry_form.h"
#include "panes/pane.h"

/* What a clerk fills in. */
struct payment_entry {
	char *currency;		/* of the account; never typed */
	char *government;	/* "" not known */
	char *value;		/* day of the bank */
	char *account;
	int64_t amount;		/* minor units of the currency */
	char *invoice;		/* number; "" oldest first */
	char *rate;		/* "1120", "10801/10"; "" that of the day */
	char *approved;
	char *reference, *method, *payer;
};

static const struct field entry_fields[] = {
	{ RECORD_FIELD(payment_entry, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_UPPER, .width = 7, .refers = "government",
	  .hint = N_("Code, number or name of who paid. Empty: nobody knows yet.") },
	{ RECORD_FIELD(payment_entry, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_REQUIRED, .width = 18, .currency = offsetof(struct payment_entry, currency),
	  .hint = N_("What came in, in the currency of the account: 560000, or 540000+20000.") },
	{ RECORD_FIELD(payment_entry, reference), .label = NC_("field", "Reference"), .kind = FIELD_TEXT,
	  .width = 16, .hint = N_("As it stands on the paper of the bank.") },
	{ RECORD_FIELD(payment_entry, value), .label = NC_("field", "Came in"), .kind = FIELD_DAY,
	  .flags = FIELD_CARRIED | FIELD_REQUIRED, .width = 10, .hint = N_("The day of the bank; its rate is taken.") },
	{ RECORD_FIELD(payment_entry, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_CARRIED | FIELD_REQUIRED, .width = 6, .refers = "account" },
	{ RECORD_FIELD(payment_entry, invoice), .label = NC_("field", "Pays"), .kind = FIELD_TEXT, .width = 12,
	  .hint = N_("Number of an invoice: 2017-0010. Empty: the oldest first.") },
	{ RECORD_FIELD(payment_entry, method), .label = NC_("field", "Paid by"), .kind = FIELD_TEXT,
	  .flags = FIELD_CARRIED, .width = 12 },
	{ RECORD_FIELD(payment_entry, payer), .label = NC_("field", "Payer"), .kind = FIELD_TEXT, .width = 30,
	  .hint = N_("As the bank writes it, where that tells more.") },
	{ RECORD_FIELD(payment_entry, rate), .label = NC_("field", "Rate"), .kind = FIELD_TEXT, .width = 12,
	  .hint = N_("Another rate than that of the day: 1120, or 10801/10. It needs who agreed.") },
	{ RECORD_FIELD(payment_entry, approved), .label = NC_("field", "Approved by"), .kind = FIELD_TEXT,
	  .width = 16, .hint = N_("The decision, GA-8/1, or the second person who agreed.") },
	{ RECORD_FIELD(payment_entry, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_COMPUTED, .width = 3 },
	{ 0 }
};

static const struct record_type payment_entry_type = {
	.key = "payment", .label = N_("Payment"), .plural = N_("Payments"),
	.size = sizeof(struct payment_entry), .fields = entry_fields,
};

struct payment_pane {
	struct entry_form form;
	struct payment_entry *entry;	/* its record */
	char *batch;			/* id; NULL */
	struct batch batch_row;
	int64_t batch_sum, batch_count;
	int64_t owed;			/* proposed for the government, minor units of the account */
};

/* From what is filled in to what would be posted */

static bool
read_rate(const struct payment_entry *entry, struct payment *payment, struct err *err)
{
	return entry->rate == NULL || entry->rate[0] == '\0' ||
	    rate_read(entry->rate, &payment->num, &payment->den, err) || err_at(err, "rate");
}

/* The invoice that is named gets as much as the money reaches. */
static bool
choose(struct session *session, const char *number, struct payment *payment, struct err *err)
{
	int64_t wanted = 0;

	for (size_t i = 0; i < payment->count; i++)
		if (strcmp(payment->part[i].number, number) == 0)
			payment_reach(payment, &payment->part[i], &wanted);
	if (payment_choose(payment, number, wanted, err))
		return payment_propose(session, payment, err);
	return err_at(err, "invoice");
}

static bool
make_payment(const struct payment_pane *pane, struct payment *ret_payment, struct err *err)
{
	const struct payment_entry *entry = pane->entry;
	struct session *session = desk_session(pane->form.desk);
	struct payment payment = {
		.government = mem_strdup_typed(entry->government),
		.value = mem_strdup_typed(entry->value), .account = mem_strdup_typed(entry->account),
		.amount = entry->amount, .approved = mem_strdup_typed(entry->approved),
		.method = mem_strdup_typed(entry->method),
		.reference = mem_strdup_typed(entry->reference),
		.payer = mem_strdup_typed(entry->payer), .batch = mem_strdup_typed(pane->batch),
	};
	bool ok = read_rate(entry, &payment, err) && payment_propose(session, &payment, err);

	if (ok && entry->invoice != NULL && entry->invoice[0] != '\0')
		ok = choose(session, entry->invoice, &payment, err);
	*ret_payment = payment;
	return ok;
}

/* What the government owes, in the currency of the account. */
static void
propose_amount(struct payment_pane *pane)
{
	struct session *session = desk_session(pane->form.desk);
	struct payment payment = { .government = mem_strdup_typed(pane->entry->government),
		.value = mem_strdup_typed(pane->entry->value),
		.account = mem_strdup_typed(pane->entry->account), .amount = 1 };
	struct err ignored = { 0 };

	pane->owed = 0;
	if (payment.government != NULL && payment_propose(session, &payment, &ignored))
		payment_due(session, &payment, &pane->owed, &ignored);
	payment_done(&payment);
	if (pane->owed > 0)
		pane->entry->amount = pane->owed;
}

/* The currency follows the account. */
static bool
take_account(struct payment_pane *pane, struct err *err)
{
	struct payment payment = { .account = mem_strdup_typed(pane->entry->account), .amount = 1 };
	bool ok = payment_propose(desk_session(pane->form.desk), &payment, err);

	if (ok) {
		mem_replace(&pane->entry->account, payment.account);
		mem_replace(&pane->entry->currency, payment.currency);
	}
	payment_done(&payment);
	return ok;
}

/* What the form asks */

static bool
propose(struct entry_form *form, struct ledger_draft *ret_draft, struct err *err)
{
	const struct payment_pane *pane = (const struct payment_pane *)form;
	struct payment payment = { 0 };
	bool ok = pane->entry->amount > 0 && make_payment(pane, &payment, err) &&
	    payment_draft(desk_session(form->desk), &payment, ret_draft, err);

	payment_done(&payment);
	return ok;
}

static bool
taken(struct entry_form *form, const struct field *field, const char *before, struct err *err)
{
	struct payment_pane *pane = (struct payment_pane *)form;

	(void)before;
	if (strcmp(field->key, "account") == 0)
		return take_account(pane, err) || err_at(err, "account");
	if (strcmp(field->key, "government") == 0)
		propose_amount(pane);
	return true;
}

static void
echo(struct entry_form *form, const struct field *field, struct buf *text)
{
	const struct payment_pane *pane = (const struct payment_pane *)form;

	if (field->kind != FIELD_MONEY || pane->owed <= 0 || pane->owed == pane->entry->amount)
		return;
	buf_addf(text, "   %s ", C_("payment", "owes"));
	money_show(text, messages_catalogue(), pane->owed, pane->entry->currency);
}

/* Opening */

static bool
read_batch(struct payment_pane *pane, const char *id, struct err *err)
{
	pane->batch = mem_strdup(id);
	if (!row_get(desk_session(pane->form.desk), &batch_type, id, &pane->batch_row, err))
		return false;
	mem_replace(&pane->entry->account, pane->batch_row.account);
	return true;
}

/* Who paid is known where the form is opened from a row. */
static bool
take_payer(struct payment_pane *pane, const char *code, struct err *err)
{
	if (!entry_form_take(&pane->form, &entry_fields[0], code, err))
		return false;
	propose_amount(pane);
	return true;
}

static bool
payment_load(struct desk *desk, void *state, struct err *err)
{
	struct payment_pane *pane = state;

	return entry_form_load(desk, state, err) && (pane->batch == NULL ||
	    batch_sum(desk_session(desk), pane->batch, &pane->batch_sum, &pane->batch_count, err));
}

static bool
keep(struct desk *desk, void *state, struct err *err)
{
	struct payment_pane *pane = state;
	struct buf label = { 0 };

	buf_addf(&label, "%s %s", message_show(payment_form.title), record_text(&entry_fields[0], pane->entry));
	bool ok = entry_draft_keep(&pane->form.draft, desk_session(desk), &pane->form.form, buf_text(&label), err);
	buf_done(&label);
	return ok;
}

static void
add_name(void *state, struct buf *text)
{
	const struct payment_pane *pane = state;

	if (pane->batch == NULL)
		return;
	buf_addf(text, "%s  ", pane->batch_row.title);
	money_show_amount(text, messages_catalogue(), pane->batch_sum, pane->entry->currency);
	buf_add(text, " / ");
	money_show_amount(text, messages_catalogue(), pane->batch_row.target, pane->entry->currency);
	buf_addf(text, "  %s ", C_("payment", "left"));
	money_show(text, messages_catalogue(), pane->batch_row.target - pane->batch_sum, pane->entry->currency);
}

static void
scope(void *state, int columns, struct buf *text)
{
	const struct payment_pane *pane = state;

	(void)columns;
	if (pane->batch != NULL)
		buf_addf(text, nq_("%d payment", "%d payments", pane->batch_count), (int)pane->batch_count);
}

/* Posting */

static void
begin_next(struct payment_pane *pane)
{
	static const char *const cleared[] = { "government", "invoice", "reference", "payer", "rate", "approved" };

	for (size_t i = 0; i < sizeof cleared / sizeof cleared[0]; i++)
		record_put(record_find_field(&payment_entry_type, cleared[i]), pane->entry, "");
	pane->entry->amount = 0;
	pane->owed = 0;
	entry_form_next(&pane->form);
}

static void
say_posted(struct payment_pane *pane, const struct payment *payment, const char *receipt)
{
	struct buf rest = { 0 };

	if (payment->rest > 0)
		money_show(&rest, messages_catalogue(), payment->rest, payment->currency);
	if (payment->rest == 0)
		desk_say(pane->form.desk, _("Posted: receipt %s."), receipt);
	else if (payment->government != NULL)
		desk_say(pane->form.desk, _("Posted: receipt %s. %s stays as a credit of %s."), receipt,
		    buf_text(&rest), payment->government);
	else
		desk_say(pane->form.desk, _("Posted: receipt %s. %s stands in suspense."), receipt, buf_text(&rest));
	buf_done(&rest);
}

static bool
post(struct entry_form *form, struct err *err)
{
	struct payment_pane *pane = (struct payment_pane *)form;
	struct payment payment = { 0 };
	char *receipt = NULL;

	if (!make_payment(pane, &payment, err)) {
		payment_done(&payment);
		return false;
	}
	if (!posting_preview_agree(&form->preview, form->desk)) {
		payment_done(&payment);
		return true;
	}
	bool ok = payment_save(desk_session(form->desk), &payment, &receipt, NULL, err);
	if (ok) {
		say_posted(pane, &payment, receipt);
		begin_next(pane);
	}
	free(receipt);
	payment_done(&payment);
	return ok;
}

static const struct entry_form_use use = {
	.pane = &payment_form,
	.type = &payment_entry_type,
	/* They are there by Tab for the payment in ten that needs them. */
	.aside = (const char *const []){ "invoice", "method", "payer", "rate", "approved", NULL },
	.end_hint = N_("Enter posts it."),
	.draft = propose,
	.taken = taken,
	.echo = echo,
	.save = post,
};

static bool
payment_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct payment_pane *pane = state;
	char today[DAY_SIZE];

	if (!entry_form_open(desk, state, &use, argument, err))
		return false;
	pane->entry = pane->form.record;
	session_today(desk_session(desk), today);
	mem_replace(&pane->entry->value, today);
	if (strncmp(argument, "BATCH ", 6) == 0 && !read_batch(pane, argument + 6, err))
		return false;
	if (!take_account(pane, err) ||
	    (argument[0] != '\0' && pane->batch == NULL && !take_payer(pane, argument, err)))
		return false;
	entry_form_begin(&pane->form);
	return true;
}

static void
done(void *state)
{
	struct payment_pane *pane = state;

	record_done(&batch_type, &pane->batch_row);
	free(pane->batch);
	entry_form_done(state);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_SAVE, NC_("key", "Post"), N_("post what stands below, and begin the next payment") },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane payment_form = {
	.code = "PAY",
	.title = N_("Payment"),
	.size = sizeof(struct payment_pane),
	.open = payment_open,
	.load = payment_load,
	.later = entry_form_later,
	.form = entry_form_of,
	.draw = entry_form_draw,
	.scope = scope,
	.name = add_name,
	.act = entry_form_act,
	.actions = uses,
	.help = N_("Who paid, how much, the number on the paper of the bank: Enter goes on, and the last Enter posts. "
	    "The sum owed is proposed; what is oldest is paid first; what is over stays as a credit. "
	    "The lines below are what will be posted, to the unit. What is posted is reversed, never undone."),
	.keep = keep,
	.done = done,
};
