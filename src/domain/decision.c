/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/decision.h"

#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "domain/session.h"
#include "store/stmt.h"

const struct choice decision_kinds[] = {
	{ "admit", NC_("decision", "admit") },
	{ "observe", NC_("decision", "admit as observer") },
	{ "refuse", NC_("decision", "refuse") },
	{ "defer", NC_("decision", "defer") },
	{ "suspend", NC_("decision", "suspend") },
	{ "expel", NC_("decision", "expel") },
	{ "readmit", NC_("decision", "readmit") },
	{ "release", NC_("decision", "release") },
	{ "set-up-body", NC_("decision", "set up body") },
	{ "dissolve-body", NC_("decision", "dissolve body") },
	{ "appoint", NC_("decision", "appoint") },
	{ "amend-charter", NC_("decision", "amend Charter") },
	{ "set-dues", NC_("decision", "set dues") },
	{ "budget", NC_("decision", "budget") },
	{ "accounts", NC_("decision", "accounts") },
	{ "project", NC_("decision", "project") },
	{ "declaration", NC_("decision", "declaration") },
	{ "propose", NC_("decision", "propose") },
	{ "other", NC_("decision", "other") },
	{ 0 }
};

size_t
decision_subject(const char **rest)
{
	const char *from = *rest + strspn(*rest, "; ");
	size_t length = strcspn(from, ";");

	*rest = from;
	while (length > 0 && from[length - 1] == ' ')
		length--;
	return length;
}

static bool
decision_check(void *record, struct err *err)
{
	const struct decision *decision = record;

	if (decision->no > 0)
		return true;
	err_set(err, ERR_INPUT, _("Decisions of a meeting are numbered from 1."));
	return err_at(err, "no");
}

static const struct field decision_fields[] = {
	{ RECORD_FIELD(decision, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(decision, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER,
	  .flags = FIELD_KEY | FIELD_LISTED | FIELD_FIXED, .width = 3 },
	{ RECORD_FIELD(decision, item), .label = NC_("field", "Item"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_ONCE,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(decision, vote), .label = NC_("field", "Vote"), .kind = FIELD_NUMBER,
	  .flags = FIELD_ONCE, .width = 3, .hint = N_("The number of the vote that carried it. 0: none was taken.") },
	{ RECORD_FIELD(decision, taken), .label = NC_("field", "Taken"), .kind = FIELD_DAY, .flags = FIELD_LISTED | FIELD_ONCE,
	  .width = 10, .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(decision, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_ONCE,
	  .width = 14, .choices = decision_kinds },
	{ RECORD_FIELD(decision, subjects), .label = NC_("field", "About"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER | FIELD_ONCE,
	  .width = 20, .hint = N_("Codes of governments or keys of bodies, with ; between: RU-KEM.") },
	{ RECORD_FIELD(decision, text_en), .label = NC_("field", "Text en"), .kind = FIELD_LONG,
	  .width = 40, .language = "en" },
	{ RECORD_FIELD(decision, text_zh), .label = NC_("field", "Text zh"), .kind = FIELD_LONG,
	  .width = 40, .language = "zh" },
	{ RECORD_FIELD(decision, text_ja), .label = NC_("field", "Text ja"), .kind = FIELD_LONG,
	  .width = 40, .language = "ja" },
	{ RECORD_FIELD(decision, text_ko), .label = NC_("field", "Text ko"), .kind = FIELD_LONG,
	  .width = 40, .language = "ko" },
	{ RECORD_FIELD(decision, text_ru), .label = NC_("field", "Text ru"), .kind = FIELD_LONG,
	  .width = 40, .language = "ru" },
	{ RECORD_FIELD(decision, text_mn), .label = NC_("field", "Text mn"), .kind = FIELD_LONG,
	  .width = 40, .language = "mn" },
	{ RECORD_FIELD(decision, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type decision_type = {
	.key = "decision",
	.label = N_("Decision"),
	.plural = N_("Decisions"),
	.size = sizeof(struct decision),
	.fields = decision_fields,
	.check = decision_check,
};

/* How much of text is capital letters, digits and hyphens, from a letter on. */
static size_t
key_length(const char *text)
{
	bool letter = text[0] >= 'A' && text[0] <= 'Z';

	return letter ? strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") : 0;
}

/* "GA-8" or "GA-8/1", whether there is such a one or not. */
bool
decision_is_written_as_one(const char *text)
{
	static const char digits[] = "0123456789";
	size_t length = key_length(text);
	const char *hyphen = memchr(text, '-', length);

	if (hyphen == NULL || strchr(digits, hyphen[1]) == NULL || hyphen[1] == '\0')
		return false;
	text += length;
	return text[0] == '\0' || (text[0] == '/' && text[1] != '\0' &&
	    text[1 + strspn(text + 1, digits)] == '\0');
}

enum named { NAMED_UNKNOWN, NAMED_FOUND, NAMED_LOST };

static bool
look_up(struct session *session, const char *decision, int64_t *ret_named, struct err *err)
{
	static const char sql[] =
	    "SELECT CASE WHEN EXISTS (SELECT 1 FROM meeting WHERE key = :named) THEN 1"
	    " WHEN EXISTS (SELECT 1 FROM decision WHERE meeting || '/' || no = :named) THEN 1"
	    " WHEN EXISTS (SELECT 1 FROM meeting WHERE key = substr(:named, 1, instr(:named, '/') - 1)) THEN 2"
	    " ELSE 0 END";

	return stmt_ask_int(session->db, sql, ":named", decision, ret_named, err);
}

bool
decision_may_be_named(struct session *session, const char *decision, struct err *err)
{
	int64_t named = NAMED_UNKNOWN;

	if (decision == NULL || decision[0] == '\0')
		return true;
	if (!look_up(session, decision, &named, err))
		return false;
	if (named == NAMED_LOST)
		return err_set(err, ERR_RULE,
		    _("No decision %s is in the register: enter it in DEC, or name the session."),
		    decision);
	return named == NAMED_FOUND || decision_is_written_as_one(decision) || err_set(err, ERR_RULE,
	    _("\"%s\" is no decision: write its number in DEC, GA-8/1, or the session, GA-8."),
	    decision);
}

bool
decision_check_named(struct session *session, const struct record_type *type, const void *before,
    const void *after, struct err *err)
{
	const struct field *field = record_find_field(type, "decision");

	return field == NULL || field->kind != FIELD_TEXT || record_same(field, before, after) ||
	    decision_may_be_named(session, record_text(field, after), err) ||
	    err_at(err, field->key);
}
