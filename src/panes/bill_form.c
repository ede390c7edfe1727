/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/bill_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/bill.h"
#include "domain/ledger.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/entry_draft.h"
#include "panes/pane.h"
#include "panes/posting_preview.h"
#include "panes/reference.h"
#include "ui/form.h"

enum { FIELDS = 8 };	/* those of a bill, and the end */

struct bill_pane {
	struct desk *desk;		/* borrowed */
	struct bill *bill;	/* of the draft */
	struct entry_draft draft;
	struct form form;
	struct form_line lines[FIELDS];
	struct references references;
	struct posting_preview preview;
	char *proposed_due;	/* where none is typed; NULL: not known yet */
};

static bool
is_empty(const char *text)
{
	return text == NULL || text[0] == '\0';
}

static void
preview(struct bill_pane *pane)
{
	struct session *session = desk_session(pane->desk);
	const struct bill *bill = pane->bill;
	struct ledger_draft draft = { 0 };
	struct err problem = { 0 };
	char *due = NULL;

	if (!is_empty(bill->government) && !is_empty(bill->words) && bill->amount > 0 &&
	    bill_propose(session, bill, &draft, &due, &problem))
		posting_preview_set(&pane->preview, session, &draft);
	else
		posting_preview_clear(&pane->preview, &problem);
	mem_replace(&pane->proposed_due, due);
	free(due);
	ledger_draft_done(&draft);
}

static void
get(void *context, const struct form_line *line, struct buf *text)
{
	const struct bill_pane *pane = context;

	if (line->field->kind != FIELD_MONEY)
		record_format(line->field, pane->bill, text);
	else if (pane->bill->amount != 0)
		money_show_amount(text, messages_catalogue(), pane->bill->amount, pane->bill->currency);
}

static bool
set_reference(struct bill_pane *pane, const struct field *field, const char *text, struct err *err)
{
	char *key = NULL;
	bool ok = reference_read(&pane->references, field->refers, text, record_text(field, pane->bill), &key, err);

	if (ok && strcmp(field->key, "currency") == 0 && strcmp(key, pane->bill->currency) != 0)
		pane->bill->amount = 0;	/* its minor units were those of another one */
	if (ok)
		record_put(field, pane->bill, key);
	free(key);
	return ok;
}

static bool
set(void *context, const struct form_line *line, const char *text, struct err *err)
{
	struct bill_pane *pane = context;
	bool ok = line->field->refers != NULL && text[0] != '\0' ?
	    set_reference(pane, line->field, text, err) : record_read(line->field, pane->bill, text, err);

	if (ok)
		preview(pane);
	return ok;
}

static void
echo(void *context, const struct form_line *line, struct buf *text)
{
	const struct bill_pane *pane = context;

	if (line->field->refers != NULL)
		reference_name(desk_session(pane->desk), line->field->refers,
		    record_text(line->field, pane->bill), text);
	else if (line->field->kind == FIELD_MONEY)
		buf_add(text, pane->bill->currency);
	else if (strcmp(line->field->key, "due") == 0 && is_empty(pane->bill->due) && pane->proposed_due != NULL)
		day_show_long(text, messages_catalogue(), pane->proposed_due);
}

static void
values(void *context, const struct form_line *line, const char *typed, struct choices *ret_choices)
{
	struct bill_pane *pane = context;

	if (line->field->refers != NULL)
		reference_values(&pane->references, line->field->refers, typed, ret_choices);
}

static void
was(void *context, const struct form_line *line, struct buf *text)
{
	const struct bill_pane *pane = context;

	entry_draft_was(&pane->draft, line, text);
}

static const struct form_source source = {
	.get = get, .set = set, .echo = echo, .was = was, .values = values,
};

static void
begin(struct bill_pane *pane)
{
	size_t count = 0;

	for (const struct field *field = bill_type.fields; field->key != NULL; field++)
		pane->lines[count++] = (struct form_line){ .field = field,
			.carried = (field->flags & FIELD_CARRIED) != 0,
			.aside = strcmp(field->key, "account") == 0 || strcmp(field->key, "due") == 0 };
	entry_draft_begin(&pane->draft);
	form_init(&pane->form, &source, pane, pane->lines);
	pane->form.is_new = true;
	pane->form.end_hint = N_("Enter makes the draft.");
	session_today(desk_session(pane->desk), pane->form.today);
}

static bool
bill_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct bill_pane *pane = state;
	struct session *session = desk_session(desk);

	pane->desk = desk;
	pane->bill = entry_draft_open(&pane->draft, &bill_type, bill_form.code, argument);
	if (!session_may_write(session, err) || !bill_begin(session, pane->bill, err))
		return false;
	pane->references.session = session;
	if (argument[0] != '\0')
		mem_replace(&pane->bill->government, argument);
	begin(pane);
	entry_draft_look(&pane->draft, session);
	return true;
}

static bool
bill_load(struct desk *desk, void *state, struct err *err)
{
	struct bill_pane *pane = state;

	(void)desk;
	(void)err;
	preview(pane);
	form_read(&pane->form);
	return true;
}

static bool
offer_draft(struct desk *desk, void *state, struct err *err)
{
	struct bill_pane *pane = state;

	(void)err;
	entry_draft_offer(&pane->draft, desk, &pane->form);
	return true;
}

static bool
keep(struct desk *desk, void *state, struct err *err)
{
	struct bill_pane *pane = state;

	return entry_draft_keep(&pane->draft, desk_session(desk), &pane->form,
	    message_show(bill_form.title), err);
}

static void
draw(void *state, const struct layout *layout)
{
	struct bill_pane *pane = state;

	posting_preview_draw(&pane->preview, &layout->body, (int)pane->form.count);
}

/* Lines that there was no room for are shown first. */
static bool
wants_issue(struct bill_pane *pane)
{
	if (pane->preview.unseen)
		return posting_preview_agree(&pane->preview, pane->desk);
	return desk_ask_yes(pane->desk, _("Issue it now? It gets a number and is posted."));
}

static bool
issue(struct bill_pane *pane, const char *id, int64_t set_number, struct err *err)
{
	char *number = NULL;

	if (!wants_issue(pane)) {
		desk_say(pane->desk, _("Draft made: change set %lld. 2=Issue in BIL gives it a number."),
		    (long long)set_number);
		return true;
	}
	if (!bill_issue(desk_session(pane->desk), id, NULL, &number, &set_number, err))
		return false;
	desk_say(pane->desk, _("Invoice %s: change set %lld."), number, (long long)set_number);
	free(number);
	return true;
}

static bool
save(struct bill_pane *pane, struct err *err)
{
	struct session *session = desk_session(pane->desk);
	char *id = NULL;
	int64_t set_number = 0;

	bool ok = bill_save(session, pane->bill, &id, &set_number, err);
	if (ok) {
		entry_draft_drop(&pane->draft, session);
		ok = issue(pane, id, set_number, err);
		desk_entered(pane->desk, id);
		desk_reload(pane->desk);
		desk_close(pane->desk);
	}
	free(id);
	return ok;
}

static bool
bill_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	(void)desk;
	return input->action != ACTION_SAVE || save(state, err);
}

static struct form *
form_of(void *state)
{
	return &((struct bill_pane *)state)->form;
}

static void
done(void *state)
{
	struct bill_pane *pane = state;

	form_done(&pane->form);
	entry_draft_done(&pane->draft);
	references_done(&pane->references);
	posting_preview_done(&pane->preview);
	free(pane->proposed_due);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_SAVE, NC_("key", "Save"), N_("make the draft, and issue it if you say so") },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane bill_form = {
	.code = "BIL2",
	.title = N_("A new bill"),
	.size = sizeof(struct bill_pane),
	.open = bill_open,
	.load = bill_load,
	.later = offer_draft,
	.form = form_of,
	.draw = draw,
	.act = bill_act,
	.actions = uses,
	.help = N_("A bill that is no dues: to whom, for what, how much. The lines below are what will be posted when "
	    "it is issued. Due day and income account follow from the rules and the chart where nothing is typed."),
	.keep = keep,
	.done = done,
};
