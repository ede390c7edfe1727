/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/texts_pane.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "domain/document.h"
#include "domain/document_text.h"
#include "domain/member.h"
#include "domain/row.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/parallel_pane.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

static bool
is_ready(const struct document_text *text)
{
	return strcmp(text->state, "checked") == 0 || strcmp(text->state, "authentic") == 0;
}

/* A title, or the languages somebody has to work on: those in brackets have words already. */
static void
made_of_document(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct document *document = row;
	struct six_names titles = { { NULL } };
	struct row_list texts = { 0 };

	(void)ret_problem;
	if (!document_text_list(session, document->key, &texts, NULL))
		return;
	for (size_t i = 0; i < texts.count; i++) {
		const struct document_text *words = row_at(&texts, i);

		titles.in[i] = words->title;
		if (strcmp(column, "=work") == 0 && !is_ready(words))
			buf_addf(text, words->text[0] != '\0' ? "%s(%s)" : "%s%s",
			    text->length > 0 ? " " : "", words->language);
	}
	if (strcmp(column, "=title") == 0)
		buf_add(text, member_pick_name(&titles, messages_language()->column,
		    document->original[0] != '\0' ? document->original : NULL));
	row_list_done(&texts);
}

static const struct rows_use documents_use = {
	.list_code = "TXT", .form_code = "TXT2", .form = &document_form, .type = &document_type,
	.order = "day DESC, key",
	.columns = {
		{ .key = "key", .width = 12, .most = 16 },
		{ .key = "=title", .head = NC_("column", "Title"), .width = 20, .most = 40 },
		{ .key = "=work", .head = NC_("column", "Missing"), .width = 17, .most = 29 },
		{ .key = "day" }, { .key = "decision", .width = 8 }, { .key = "kind", .width = 11, .most = 16 },
	},
	.begin = { "kind", "agreed" },
	.what_new = "new document", .what_edit = "edit document", .what_gone = "delete document",
	.removal = ROWS_DELETE,
	.new_title = N_("A new document"),
	.made = made_of_document,
};

enum { TEXTS = 3 };

static const struct option options[] = {
	{ 2, NC_("option", "Edit"), N_("change kind, day and decision of the document"), false, false },
	{ TEXTS, NC_("option", "Texts"), N_("its words in six languages, side by side"), false, false },
	{ 4, NC_("option", "Delete"), N_("delete a document entered in error; undo brings it back"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("enter a new document") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
texts_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct buf to = { 0 };

	buf_addf(&to, " %s", argument);
	bool ok = rows_open(desk, state, &documents_use, buf_text(&to), options, err);
	buf_done(&to);
	return ok;
}

static bool
texts_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);
	bool wants_texts = input->action == ACTION_OPEN ||
	    (input->action == ACTION_OPTION && input->option == TEXTS);

	if (wants_texts && key != NULL)
		return desk_open(desk, &parallel_pane, key, err);
	return rows_act(desk, state, input, err);
}

const struct pane texts_pane = {
	.code = "TXT",
	.title = N_("Texts"),
	.size = sizeof(struct rows_pane),
	.open = texts_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = texts_act,
	.options = options,
	.actions = uses,
	.help = N_("Declarations, versions of the Charter and agreed texts. The languages under Missing have no "
	    "words yet; those in brackets have words that nobody has checked. Enter shows the texts "
	    "side by side."),
	.done = rows_done,
};

static bool
document_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &documents_use, argument, err);
}

const struct pane document_form = ROW_FORM("TXT2", N_("Document"), document_form_open);
