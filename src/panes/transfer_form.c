/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/transfer_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/ledger.h"
#include "domain/session.h"
#include "domain/transfer.h"
#include "panes/desk.h"
#include "panes/entry_form.h"
#include "panes/pane.h"

static const struct field transfer_fields[] = {
	{ RECORD_FIELD(transfer, words), .label = NC_("field", "What happened"), .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED, .width = 40, .hint = N_("In a few words: rent of May, printing of NEAR News.") },
	{ RECORD_FIELD(transfer, to), .label = NC_("field", "To account"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED, .width = 6, .refers = "account", .hint = N_("The account that grows: what was bought, or where money came in.") },
	{ RECORD_FIELD(transfer, from), .label = NC_("field", "From account"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED | FIELD_CARRIED, .width = 6, .refers = "account", .hint = N_("The account it was paid from, or the income it is.") },
	{ RECORD_FIELD(transfer, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_REQUIRED, .width = 18, .currency = offsetof(struct transfer, currency),
	  .hint = N_("In the currency of the account it goes to.") },
	{ RECORD_FIELD(transfer, value), .label = NC_("field", "Day"), .kind = FIELD_DAY,
	  .flags = FIELD_REQUIRED | FIELD_CARRIED, .width = 10, .hint = N_("The day of the bank; its rate is taken.") },
	{ RECORD_FIELD(transfer, approved), .label = NC_("field", "Approved by"), .kind = FIELD_TEXT,
	  .width = 16, .hint = N_("The decision, GA-8/1, or the second person who agreed.") },
	{ RECORD_FIELD(transfer, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_COMPUTED, .width = 3 },
	{ 0 }
};

static const struct record_type transfer_type = {
	.key = "transfer", .label = N_("Entry by hand"), .plural = N_("Entries"),
	.size = sizeof(struct transfer), .fields = transfer_fields,
};

static bool
is_filled(const struct transfer *transfer)
{
	return transfer->to != NULL && transfer->to[0] != '\0' && transfer->from != NULL &&
	    transfer->from[0] != '\0' && transfer->amount > 0;
}

static bool
propose(struct entry_form *form, struct ledger_draft *ret_draft, struct err *err)
{
	return is_filled(form->record) &&
	    transfer_draft(desk_session(form->desk), form->record, ret_draft, err);
}

/* A sum is in the currency of the account that grows. */
static bool
taken(struct entry_form *form, const struct field *field, const char *before, struct err *err)
{
	struct transfer *transfer = form->record;

	(void)before;
	return strcmp(field->key, "to") != 0 || transfer->to == NULL || transfer->to[0] == '\0' ||
	    transfer_currency(desk_session(form->desk), transfer->to, &transfer->currency, err);
}

static void
begin_next(struct entry_form *form)
{
	struct transfer *transfer = form->record;

	mem_replace(&transfer->words, "");
	mem_replace(&transfer->to, "");
	mem_replace(&transfer->approved, "");
	transfer->amount = 0;
	entry_form_next(form);
}

static bool
post(struct entry_form *form, struct err *err)
{
	struct session *session = desk_session(form->desk);
	struct ledger_draft draft = { 0 };
	char *number = NULL;
	int64_t set_number = 0;
	bool ok = true;

	if (!transfer_draft(session, form->record, &draft, err))
		return false;
	if (posting_preview_agree(&form->preview, form->desk))
		ok = ledger_post(session, &draft, &number, &set_number, err);
	if (ok && number != NULL) {
		desk_say(form->desk, _("Posted as %s: change set %lld."), number, (long long)set_number);
		begin_next(form);
	}
	free(number);
	ledger_draft_done(&draft);
	return ok;
}

static const struct entry_form_use use = {
	.pane = &transfer_form,
	.type = &transfer_type,
	.aside = (const char *const []){ "approved", NULL },
	.end_hint = N_("Enter posts it."),
	.draft = propose,
	.taken = taken,
	.save = post,
};

static bool
transfer_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct entry_form *form = state;
	char today[DAY_SIZE];

	if (!entry_form_open(desk, state, &use, argument, err))
		return false;
	struct transfer *transfer = form->record;
	session_today(desk_session(desk), today);
	mem_replace(&transfer->value, today);
	mem_replace(&transfer->currency, "");
	entry_form_begin(form);
	return true;
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_SAVE, NC_("key", "Post"), N_("post what stands below, and begin the next entry") },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane transfer_form = {
	.code = "ENT",
	.title = N_("Entry by hand"),
	.size = sizeof(struct entry_form),
	.open = transfer_open,
	.load = entry_form_load,
	.later = entry_form_later,
	.form = entry_form_of,
	.draw = entry_form_draw,
	.act = entry_form_act,
	.actions = uses,
	.help = N_("Say what happened, where the money went and where it came from. The lines below are what will "
	    "be posted. What governments owe is never touched by hand: that is for DUE, PAY and BNK."),
	.keep = entry_form_keep,
	.done = entry_form_done,
};
