/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/entry_draft.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/record.h"
#include "ui/form.h"

void
entry_draft_done(struct entry_draft *draft)
{
	sheet_done(&draft->sheet);
	form_draft_done(&draft->draft);
	free(draft->record);
	draft->record = NULL;
}

void *
entry_draft_open(struct entry_draft *draft, const struct record_type *type, const char *pane,
    const char *record)
{
	draft->pane = pane;
	draft->record = mem_strdup(record);
	return sheet_add_new(&draft->sheet, type)->after;
}

void
entry_draft_begin(struct entry_draft *draft)
{
	struct sheet_part *part = &draft->sheet.part[0];

	record_done(part->type, part->before);
	record_copy(part->type, part->before, part->after);
}

void
entry_draft_was(const struct entry_draft *draft, const struct form_line *line, struct buf *text)
{
	const void *before = draft->sheet.part[0].before;

	if (line->field->kind != FIELD_MONEY || record_number(line->field, before) != 0)
		record_format(line->field, before, text);
}

void
entry_draft_look(struct entry_draft *draft, const struct session *session)
{
	form_draft_look(&draft->draft, session, draft->pane, draft->record);
}

static struct form_draft_of
draft_of(struct entry_draft *draft, struct form *form, const char *label)
{
	return (struct form_draft_of){
		.pane = draft->pane, .record = draft->record, .label = label, .form = form,
		.sheet = &draft->sheet, .note = "",
	};
}

bool
entry_draft_keep(struct entry_draft *draft, const struct session *session, struct form *form,
    const char *label, struct err *err)
{
	struct form_draft_of of = draft_of(draft, form, label);

	return form_draft_keep(&draft->draft, session, &of, err);
}

void
entry_draft_offer(struct entry_draft *draft, struct desk *desk, struct form *form)
{
	struct form_draft_of of = draft_of(draft, form, "");

	if (form_draft_offer(&draft->draft, desk))
		form_draft_take(&draft->draft, &of);
}

void
entry_draft_drop(struct entry_draft *draft, const struct session *session)
{
	form_draft_drop(&draft->draft, session, draft->pane, draft->record);
}
