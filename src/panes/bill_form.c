/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/bill_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/bill.h"
#include "domain/ledger.h"
#include "panes/desk.h"
#include "panes/entry_form.h"
#include "panes/pane.h"

struct bill_pane {
	struct entry_form form;		/* of a struct bill */
	char *proposed_due;		/* where none is typed; NULL: not known yet */
};

static bool
is_empty(const char *text)
{
	return text == NULL || text[0] == '\0';
}

static bool
propose(struct entry_form *form, struct ledger_draft *ret_draft, struct err *err)
{
	struct bill_pane *pane = (struct bill_pane *)form;
	const struct bill *bill = form->record;
	char *due = NULL;
	bool ok = !is_empty(bill->government) && !is_empty(bill->words) && bill->amount > 0 &&
	    bill_propose(desk_session(form->desk), bill, ret_draft, &due, err);

	mem_replace(&pane->proposed_due, due);
	free(due);
	return ok;
}

static bool
taken(struct entry_form *form, const struct field *field, const char *before, struct err *err)
{
	struct bill *bill = form->record;

	(void)err;
	if (strcmp(field->key, "currency") == 0 && !is_empty(bill->currency) && strcmp(before, bill->currency) != 0)
		bill->amount = 0;	/* its minor units were those of another one */
	return true;
}

static void
echo(struct entry_form *form, const struct field *field, struct buf *text)
{
	const struct bill_pane *pane = (const struct bill_pane *)form;
	const struct bill *bill = form->record;

	if (strcmp(field->key, "due") == 0 && is_empty(bill->due) && pane->proposed_due != NULL)
		day_show_long(text, messages_catalogue(), pane->proposed_due);
}

/* Lines that there was no room for are shown first. */
static bool
wants_issue(struct entry_form *form)
{
	if (form->preview.unseen)
		return posting_preview_agree(&form->preview, form->desk);
	return desk_ask_yes(form->desk, _("Issue it now? It gets a number and is posted."));
}

static bool
issue(struct entry_form *form, const char *id, int64_t set_number, struct err *err)
{
	char *number = NULL;

	if (!wants_issue(form)) {
		desk_say(form->desk, _("Draft made: change set %lld. 2=Issue in BIL gives it a number."),
		    (long long)set_number);
		return true;
	}
	if (!bill_issue(desk_session(form->desk), id, NULL, &number, &set_number, err))
		return false;
	desk_say(form->desk, _("Invoice %s: change set %lld."), number, (long long)set_number);
	free(number);
	return true;
}

static bool
save(struct entry_form *form, struct err *err)
{
	struct session *session = desk_session(form->desk);
	char *id = NULL;
	int64_t set_number = 0;
	bool ok = bill_save(session, form->record, &id, &set_number, err);

	if (ok) {
		entry_draft_drop(&form->draft, session);
		ok = issue(form, id, set_number, err);
		desk_entered(form->desk, id);
		desk_reload(form->desk);
		desk_close(form->desk);
	}
	free(id);
	return ok;
}

static const struct entry_form_use use = {
	.pane = &bill_form,
	.type = &bill_type,
	.aside = (const char *const []){ "account", "due", NULL },
	.end_hint = N_("Enter makes the draft."),
	.draft = propose,
	.taken = taken,
	.echo = echo,
	.save = save,
};

static bool
bill_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct entry_form *form = state;

	if (!entry_form_open(desk, state, &use, argument, err) ||
	    !bill_begin(desk_session(desk), form->record, err))
		return false;
	if (argument[0] != '\0')
		mem_replace(&((struct bill *)form->record)->government, argument);
	entry_form_begin(form);
	return true;
}

static void
done(void *state)
{
	free(((struct bill_pane *)state)->proposed_due);
	entry_form_done(state);
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
	.load = entry_form_load,
	.later = entry_form_later,
	.form = entry_form_of,
	.draw = entry_form_draw,
	.act = entry_form_act,
	.actions = uses,
	.help = N_("A bill that is no dues: to whom, for what, how much. The lines below are what will be posted when "
	    "it is issued. Due day and income account follow from the rules and the chart where nothing is typed."),
	.keep = entry_form_keep,
	.done = done,
};
