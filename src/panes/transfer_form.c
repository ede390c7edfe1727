/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/transfer_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/ledger.h"
#include "domain/session.h"
#include "domain/transfer.h"
#include "panes/desk.h"
#include "panes/entry_draft.h"
#include "panes/pane.h"
#include "panes/posting_preview.h"
#include "panes/reference.h"
#include "ui/form.h"

static const struct field transfer_fields[] = {
	{ RECORD_FIELD(transfer, words), .label = NC_("field", "What happened"), .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED, .width = 40, .hint = N_("In a few words: rent of May, printing of NEAR News.") },
	{ RECORD_FIELD(transfer, to), .label = NC_("field", "To account"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED, .width = 6, .refers = "account", .hint = N_("The account that grows: what was bought, or where money came in.") },
	{ RECORD_FIELD(transfer, from), .label = NC_("field", "From account"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED | FIELD_CARRIED, .width = 6, .refers = "account", .hint = N_("The account it was paid from, or the income it is.") },
	{ RECORD_FIELD(transfer, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_REQUIRED, .width = 14, .currency = offsetof(struct transfer, currency),
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

enum { FIELDS = sizeof transfer_fields / sizeof transfer_fields[0] };

struct transfer_pane {
	struct desk *desk;		/* borrowed */
	struct transfer *transfer;	/* of the draft */
	struct entry_draft draft;
	struct form form;
	struct form_line lines[FIELDS];
	struct references references;
	struct posting_preview preview;
};

static bool
is_filled(const struct transfer *transfer)
{
	return transfer->to != NULL && transfer->to[0] != '\0' && transfer->from != NULL &&
	    transfer->from[0] != '\0' && transfer->amount > 0;
}

static void
preview(struct transfer_pane *pane)
{
	struct session *session = desk_session(pane->desk);
	struct ledger_draft draft = { 0 };
	struct err problem = { 0 };

	if (is_filled(pane->transfer) && transfer_draft(session, pane->transfer, &draft, &problem))
		posting_preview_set(&pane->preview, session, &draft);
	else
		posting_preview_clear(&pane->preview, &problem);
	ledger_draft_done(&draft);
}

static void
get(void *context, const struct form_line *line, struct buf *text)
{
	const struct transfer_pane *pane = context;

	if (line->field->kind != FIELD_MONEY)
		record_format(line->field, pane->transfer, text);
	else if (pane->transfer->amount != 0)
		money_show_amount(text, messages_catalogue(), pane->transfer->amount, pane->transfer->currency);
}

static bool
set_account(struct transfer_pane *pane, const struct field *field, const char *text, struct err *err)
{
	char *key = NULL;
	bool ok = reference_read(&pane->references, field->refers, text,
	    record_text(field, pane->transfer), &key, err);

	if (ok)
		record_put(field, pane->transfer, key);
	if (ok && strcmp(field->key, "to") == 0)
		ok = transfer_currency(desk_session(pane->desk), key, &pane->transfer->currency, err);
	free(key);
	return ok;
}

static bool
set(void *context, const struct form_line *line, const char *text, struct err *err)
{
	struct transfer_pane *pane = context;
	bool ok = line->field->refers != NULL && text[0] != '\0' ?
	    set_account(pane, line->field, text, err) : record_read(line->field, pane->transfer, text, err);

	if (ok)
		preview(pane);
	return ok;
}

static void
echo(void *context, const struct form_line *line, struct buf *text)
{
	const struct transfer_pane *pane = context;

	if (line->field->refers != NULL)
		reference_name(desk_session(pane->desk), line->field->refers,
		    record_text(line->field, pane->transfer), text);
	else if (line->field->kind == FIELD_MONEY)
		buf_add(text, pane->transfer->currency);
}

static void
values(void *context, const struct form_line *line, const char *typed, struct choices *ret_choices)
{
	struct transfer_pane *pane = context;

	if (line->field->refers != NULL)
		reference_values(&pane->references, line->field->refers, typed, ret_choices);
}

static void
was(void *context, const struct form_line *line, struct buf *text)
{
	const struct transfer_pane *pane = context;

	entry_draft_was(&pane->draft, line, text);
}

static const struct form_source source = {
	.get = get, .set = set, .echo = echo, .was = was, .values = values,
};

static void
begin(struct transfer_pane *pane)
{
	size_t count = 0;

	for (const struct field *field = transfer_fields; field->key != NULL; field++)
		if ((field->flags & FIELD_COMPUTED) == 0)
			pane->lines[count++] = (struct form_line){ .field = field,
				.carried = (field->flags & FIELD_CARRIED) != 0,
				.aside = strcmp(field->key, "approved") == 0 };
	entry_draft_begin(&pane->draft);
	form_init(&pane->form, &source, pane, pane->lines);
	pane->form.is_new = true;
	pane->form.end_hint = N_("Enter posts it.");
	session_today(desk_session(pane->desk), pane->form.today);
}

static bool
transfer_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct transfer_pane *pane = state;
	char today[DAY_SIZE];

	pane->desk = desk;
	pane->transfer = entry_draft_open(&pane->draft, &transfer_type, transfer_form.code, argument);
	if (!session_may_write(desk_session(desk), err))
		return false;
	pane->references.session = desk_session(desk);
	session_today(desk_session(desk), today);
	pane->transfer->value = mem_strdup(today);
	pane->transfer->currency = mem_strdup("");
	begin(pane);
	entry_draft_look(&pane->draft, desk_session(desk));
	return true;
}

static bool
transfer_load(struct desk *desk, void *state, struct err *err)
{
	struct transfer_pane *pane = state;

	(void)desk;
	(void)err;
	preview(pane);
	form_read(&pane->form);
	return true;
}

static bool
offer_draft(struct desk *desk, void *state, struct err *err)
{
	struct transfer_pane *pane = state;

	(void)err;
	entry_draft_offer(&pane->draft, desk, &pane->form);
	return true;
}

static bool
keep(struct desk *desk, void *state, struct err *err)
{
	struct transfer_pane *pane = state;

	return entry_draft_keep(&pane->draft, desk_session(desk), &pane->form,
	    message_show(transfer_form.title), err);
}

static void
draw(void *state, const struct layout *layout)
{
	struct transfer_pane *pane = state;

	posting_preview_draw(&pane->preview, &layout->body, (int)pane->form.count);
}

static void
begin_next(struct transfer_pane *pane)
{
	mem_replace(&pane->transfer->words, "");
	mem_replace(&pane->transfer->to, "");
	mem_replace(&pane->transfer->approved, "");
	pane->transfer->amount = 0;
	entry_draft_drop(&pane->draft, desk_session(pane->desk));
	form_done(&pane->form);
	begin(pane);
	desk_reload(pane->desk);
}

static bool
post(struct transfer_pane *pane, struct err *err)
{
	struct session *session = desk_session(pane->desk);
	struct ledger_draft draft = { 0 };
	char *number = NULL;
	int64_t set_number = 0;

	if (!transfer_draft(session, pane->transfer, &draft, err))
		return false;
	bool ok = true;
	if (posting_preview_agree(&pane->preview, pane->desk)) {
		ok = ledger_post(session, &draft, &number, &set_number, err);
	}
	if (ok && number != NULL) {
		desk_say(pane->desk, _("Posted as %s: change set %lld."), number, (long long)set_number);
		begin_next(pane);
	}
	free(number);
	ledger_draft_done(&draft);
	return ok;
}

static bool
transfer_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	(void)desk;
	return input->action != ACTION_SAVE || post(state, err);
}

static struct form *
form_of(void *state)
{
	return &((struct transfer_pane *)state)->form;
}

static void
done(void *state)
{
	struct transfer_pane *pane = state;

	form_done(&pane->form);
	entry_draft_done(&pane->draft);
	references_done(&pane->references);
	posting_preview_done(&pane->preview);
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
	.size = sizeof(struct transfer_pane),
	.open = transfer_open,
	.load = transfer_load,
	.later = offer_draft,
	.form = form_of,
	.draw = draw,
	.act = transfer_act,
	.actions = uses,
	.help = N_("Say what happened, where the money went and where it came from. The lines below are what will "
	    "be posted. What governments owe is never touched by hand: that is for DUE, PAY and BNK."),
	.keep = keep,
	.done = done,
};
