/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/minutes.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/language_choice.h"
#include "domain/meeting.h"
#include "domain/minutes_draft.h"
#include "domain/row.h"
#include "domain/session.h"

static const struct field minutes_fields[] = {
	{ RECORD_FIELD(minutes, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(minutes, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(minutes, text), .label = NC_("field", "Text"), .kind = FIELD_LONG,
	  .width = 60, .most = 60000 },
	{ RECORD_FIELD(minutes, drafted), .label = NC_("field", "As drafted"), .kind = FIELD_LONG, .flags = FIELD_MADE,
	  .width = 60, .most = 60000 },
	{ RECORD_FIELD(minutes, adopted), .label = NC_("field", "Adopted"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_FIXED,
	  .width = 10 },
	{ RECORD_FIELD(minutes, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type minutes_type = {
	.key = "minutes",
	.label = N_("Minutes"),
	.plural = N_("Minutes"),
	.size = sizeof(struct minutes),
	.fields = minutes_fields,
};

bool
minutes_is_edited(const struct minutes *minutes)
{
	return strcmp(minutes->text, minutes->drafted) != 0;
}

bool
minutes_is_adopted(const struct minutes *minutes)
{
	return minutes->adopted != NULL && minutes->adopted[0] != '\0';
}

static bool
find(struct session *session, const char *meeting, const struct language *language,
    struct minutes *ret_minutes, bool *ret_found, struct err *err)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%s", meeting, language->column);
	bool ok = row_find(session, &minutes_type, buf_text(&key), ret_minutes, ret_found, err);
	buf_done(&key);
	return ok;
}

/* The row to draft into: a new one, or one that may be written over. */
static bool
open_draft(struct session *session, const char *meeting, const struct language *language,
    bool over_edits, struct minutes *ret_minutes, struct err *err)
{
	bool found = false;

	if (!find(session, meeting, language, ret_minutes, &found, err))
		return false;
	if (found && minutes_is_adopted(ret_minutes))
		return err_set(err, ERR_RULE, _("These minutes are adopted: they are frozen."));
	if (found && !over_edits && minutes_is_edited(ret_minutes))
		return err_set(err, ERR_CONFLICT,
		    _("The minutes of %s in %s were edited since they were drafted: a new draft would replace what was written."),
		    meeting, language->own_name);
	if (!found)
		*ret_minutes = (struct minutes){ .meeting = mem_strdup(meeting),
			.language = mem_strdup(language->column), .note = mem_strdup("") };
	return true;
}

static bool
draft_in_set(struct session *session, const char *meeting, const struct language *language,
    bool over_edits, struct err *err)
{
	struct minutes minutes = { 0 };
	struct buf text = { 0 };
	/* Refused in the language of the screen, before that of the minutes is put in its place. */
	bool ok = row_must_exist(session, &meeting_type, meeting, err) &&
	    open_draft(session, meeting, language, over_edits, &minutes, err) &&
	    minutes_draft_text(session, meeting, language, &text, err) &&
	    record_read(record_find_field(&minutes_type, "text"), &minutes, buf_text(&text), err);

	if (ok)
		mem_replace(&minutes.drafted, minutes.text);
	ok = ok && row_save_in_set(session, &minutes_type, &minutes, err);
	record_done(&minutes_type, &minutes);
	buf_done(&text);
	return ok;
}

bool
minutes_draft(struct session *session, const char *meeting, const struct language *language,
    bool over_edits, int64_t *ret_number, struct err *err)
{
	return session_begin(session, "draft minutes", NULL, err) &&
	    session_finish(session, draft_in_set(session, meeting, language, over_edits, err), ret_number, err);
}

static bool
refuse_missing(const char *meeting, const char *language, struct err *err)
{
	return err_set(err, ERR_MISSING, _("No minutes of %s were drafted in %s yet: draft them first."),
	    meeting, language);
}

static bool
edit_in_set(struct session *session, const char *meeting, const struct language *language,
    const char *text, struct err *err)
{
	struct minutes minutes = { 0 };
	bool found = false;
	bool ok = find(session, meeting, language, &minutes, &found, err);

	if (ok && !found)
		ok = refuse_missing(meeting, language->own_name, err);
	ok = ok && record_read(record_find_field(&minutes_type, "text"), &minutes, text, err) &&
	    row_update_in_set(session, &minutes_type, &minutes, err);
	record_done(&minutes_type, &minutes);
	return ok;
}

bool
minutes_edit(struct session *session, const char *meeting, const struct language *language,
    const char *text, int64_t *ret_number, struct err *err)
{
	return session_begin(session, "edit minutes", NULL, err) &&
	    session_finish(session, edit_in_set(session, meeting, language, text, err), ret_number, err);
}

static bool
check_closed(struct session *session, const char *key, struct err *err)
{
	struct meeting meeting = { 0 };
	bool ok = row_get(session, &meeting_type, key, &meeting, err);

	if (ok && strcmp(meeting.state, "closed") != 0 && strcmp(meeting.state, "reported") != 0)
		ok = err_set(err, ERR_RULE, _("%s is not closed yet: its minutes can be adopted then."), key);
	record_done(&meeting_type, &meeting);
	return ok;
}

static bool
is_wanted(const struct minutes *minutes, const struct language *language)
{
	return language == NULL ? !minutes_is_adopted(minutes) :
	    strcmp(minutes->language, language->column) == 0;
}

static bool
adopt_in_set(struct session *session, const char *meeting, const struct language *language,
    const char *day, struct err *err)
{
	struct row_list rows = { 0 };
	size_t adopted = 0;
	bool ok = check_closed(session, meeting, err) &&
	    row_list(session, &minutes_type, "meeting", meeting, "language", &rows, err);

	for (size_t i = 0; i < rows.count && ok; i++) {
		struct minutes *minutes = row_at(&rows, i);

		if (!is_wanted(minutes, language))
			continue;
		ok = record_read(record_find_field(&minutes_type, "adopted"), minutes, day, err) &&
		    row_update_in_set(session, &minutes_type, minutes, err);
		adopted++;
	}
	row_list_done(&rows);
	if (ok && adopted == 0)
		ok = refuse_missing(meeting, language != NULL ? language->own_name : _("any language"), err);
	return ok;
}

bool
minutes_adopt(struct session *session, const char *meeting, const struct language *language,
    const char *day, int64_t *ret_number, struct err *err)
{
	return session_begin(session, "adopt minutes", NULL, err) &&
	    session_finish(session, adopt_in_set(session, meeting, language, day, err), ret_number, err);
}
