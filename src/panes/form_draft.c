/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/form_draft.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/stamp.h"
#include "domain/session.h"
#include "domain/sheet.h"
#include "panes/desk.h"
#include "ui/form.h"
#include "ui/prompt.h"

enum { TAKE_UP = 1, THROW_AWAY = 2 };

/* Stands in a draft beside the fields, under a part that no sheet has. */
static const char note_key[] = "note";

void
form_draft_done(struct form_draft *draft)
{
	draft_done(&draft->found);
	*draft = (struct form_draft){ 0 };
}

void
form_draft_look(struct form_draft *draft, const struct session *session, const char *pane,
    const char *record)
{
	form_draft_done(draft);
	if (!draft_find(session, pane, record, &draft->found, &draft->waits, NULL))
		draft->waits = false;
	draft->kept = draft->waits;
}

const char *
form_draft_note(const struct form_draft *draft)
{
	for (size_t i = 0; draft->waits && i < draft->found.count; i++)
		if (draft->found.field[i].part == SHEET_PARTS)
			return draft->found.field[i].typed;
	return "";
}

static const struct prompt_answer answers[] = {
	{ TAKE_UP, NC_("answer", "Take it up") },
	{ THROW_AWAY, NC_("answer", "Throw it away") },
	{ 0 }
};

static int
ask(const struct draft *found, struct desk *desk)
{
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];
	struct buf question = { 0 };

	stamp_show(desk_session(desk)->clock, found->at, day, time);
	/* TRANSLATORS: a day and a time of the clerk's clock. */
	buf_addf(&question, _("Draft of %s %s?"), day, time);
	int answer = desk_ask(desk, buf_text(&question), answers, TAKE_UP);
	buf_done(&question);
	return answer;
}

bool
form_draft_offer(struct form_draft *draft, struct desk *desk)
{
	if (!draft->waits)
		return false;
	if (ask(&draft->found, desk) == TAKE_UP)
		return draft->waits;
	if (draft->waits)
		form_draft_drop(draft, desk_session(desk), draft->found.pane, draft->found.record);
	return false;
}

static bool
is_line_of(const struct form_line *line, const struct draft_field *field)
{
	return line->field != NULL && line->part == field->part &&
	    strcmp(line->field->key, field->field) == 0;
}

static void
take_field(const struct form_draft_of *of, size_t line, const struct draft_field *field)
{
	struct sheet_part *part = &of->sheet->part[field->part];

	record_put(of->form->lines[line].field, part->before, field->before);
	form_type(of->form, line, field->typed, NULL);
}

void
form_draft_take(struct form_draft *draft, const struct form_draft_of *of)
{
	if (!draft->waits)
		return;
	draft->waits = false;
	if (draft->found.lsn > 0 && draft->found.lsn < of->sheet->lsn)
		of->sheet->lsn = draft->found.lsn;
	for (size_t i = 0; i < draft->found.count; i++)
		for (size_t line = 0; line < of->form->count; line++)
			if (draft->found.field[i].part < of->sheet->count &&
			    is_line_of(&of->form->lines[line], &draft->found.field[i]) &&
			    !form_line_changed(of->form, line))
				take_field(of, line, &draft->found.field[i]);
	draft_done(&draft->found);
}

static void
add_line(struct draft *draft, const struct form_draft_of *of, size_t i)
{
	const struct form_line *line = &of->form->lines[i];
	struct buf before = { 0 }, was = { 0 };

	if (line->field == NULL || line->part >= of->sheet->count ||
	    !form_line_changed(of->form, i))
		return;
	record_format(line->field, of->sheet->part[line->part].before, &before);
	of->form->source->was(of->form->context, line, &was);
	if (strcmp(buf_text(&was), form_line_text(of->form, i)) != 0)
		draft_add_field(draft, line->part, line->field->key, buf_text(&before),
		    form_line_text(of->form, i));
	buf_done(&before);
	buf_done(&was);
}

bool
form_draft_keep(struct form_draft *draft, const struct session *session,
    const struct form_draft_of *of, struct err *err)
{
	bool typed = form_changed(of->form) || of->note[0] != '\0';
	struct draft now = { 0 };

	if (draft->waits && !typed)
		return true;
	form_draft_take(draft, of);
	now.pane = mem_strdup(of->pane);
	now.record = mem_strdup(of->record);
	now.label = mem_strdup(of->label);
	now.lsn = of->sheet->lsn;
	for (size_t i = 0; i < of->form->count; i++)
		add_line(&now, of, i);
	if (of->note[0] != '\0')
		draft_add_field(&now, SHEET_PARTS, note_key, "", of->note);
	bool ok = now.count > 0 ? draft_keep(session, &now, err) :
	    !draft->kept || draft_drop(session, of->pane, of->record, err);
	if (ok)
		draft->kept = now.count > 0;
	draft_done(&now);
	return ok;
}

void
form_draft_drop(struct form_draft *draft, const struct session *session, const char *pane,
    const char *record)
{
	if (draft->kept)
		draft_drop(session, pane, record, NULL);
	form_draft_done(draft);
}
