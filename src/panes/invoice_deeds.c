/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/invoice_deeds.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/credit_note.h"
#include "domain/invoice.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "ui/prompt.h"

bool
invoice_deeds_show(struct desk *desk, const char *id, struct err *err)
{
	struct buf page = { 0 };
	struct invoice invoice = { 0 };
	bool ok = row_get(desk_session(desk), &invoice_type, id, &invoice, err);

	for (const struct field *field = invoice_type.fields; ok && field->key != NULL; field++) {
		struct buf value = { 0 };

		if (strcmp(field->key, "total") == 0)
			money_show(&value, messages_catalogue(), invoice.total, invoice.currency);
		else
			record_show(field, &invoice, &value);
		if (value.length > 0 && strcmp(field->key, "id") != 0)
			buf_addf(&page, "%s: %s\n", message_show(field->label), buf_text(&value));
		buf_done(&value);
	}
	if (ok)
		desk_read(desk, _("Invoice"), buf_text(&page));
	record_done(&invoice_type, &invoice);
	buf_done(&page);
	return ok;
}

/* The kinds of a credit note, by the digit that chooses one. */
static const struct prompt_answer kinds[] = {
	{ 1, NC_("answer", "Waiver") }, { 2, NC_("answer", "Write-off") }, { 3, NC_("answer", "Credit") }, { 0 }
};
static const char *const kind_words[] = { NULL, "waiver", "write-off", "credit" };

/* What is asked for one after another; false: the clerk left. */
static bool
ask_order(struct desk *desk, struct buf *amount, const char **ret_kind, struct buf *reason,
    struct buf *approved)
{
	if (!desk_ask_text(desk, _("How much is taken off?"), true, amount))
		return false;
	const char *kind = kind_words[desk_ask(desk, _("Kind?"), kinds, 0)];
	if (kind == NULL || !desk_ask_text(desk, _("Why?"), true, reason))
		return false;
	*ret_kind = kind;
	/* What was billed too much is put right by one clerk alone. */
	return strcmp(kind, "credit") == 0 ||
	    desk_ask_text(desk, _("By which decision, or who agreed?"), true, approved);
}

bool
invoice_deeds_waive(struct desk *desk, const char *number, int64_t open, const char *currency,
    struct err *err)
{
	struct buf amount = { 0 }, reason = { 0 }, approved = { 0 };
	const char *kind = NULL;
	char *note = NULL;
	int64_t set = 0;
	bool ok = true;

	money_format(&amount, open, currency);
	if (ask_order(desk, &amount, &kind, &reason, &approved)) {
		ok = credit_note_write(desk_session(desk), &(struct credit_note_order){
		    .invoice = number, .amount = buf_text(&amount), .kind = kind,
		    .reason = buf_text(&reason), .approved = buf_text(&approved) }, &note, &set, err);
		if (ok)
			desk_say(desk, _("Credit note %s: change set %lld."), note, (long long)set);
		desk_reload(desk);
	}
	free(note);
	buf_done(&amount);
	buf_done(&reason);
	buf_done(&approved);
	return ok;
}
