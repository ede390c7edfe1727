/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/decision_entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/application_step.h"
#include "domain/body_name.h"
#include "domain/decision.h"
#include "domain/decision_effect.h"
#include "domain/follow_up_list.h"
#include "domain/government_label.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/member.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice effects[] = {
	{ "done", NC_("effect", "done") },
	{ "none", NC_("effect", "none") },
	{ 0 }
};

#define TEXT_FIELD(column, words, more) \
	{ RECORD_FIELD(decision_entry, text_##column), .label = words, .kind = FIELD_LONG, \
	  .flags = more, .width = 40, .language = #column }

static const struct field decision_entry_fields[] = {
	{ RECORD_FIELD(decision_entry, number), .label = NC_("field", "No."), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(decision_entry, meeting), .label = NC_("field", "Meeting"),
	  .kind = FIELD_CODE, .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(decision_entry, body), .label = NC_("field", "Body"), .kind = FIELD_CODE,
	  .flags = FIELD_COMPUTED, .width = 8, .refers = "body" },
	{ RECORD_FIELD(decision_entry, taken), .label = NC_("field", "Taken"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(decision_entry, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 14, .choices = decision_kinds },
	{ RECORD_FIELD(decision_entry, subjects), .label = NC_("field", "About"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 12 },
	{ RECORD_FIELD(decision_entry, names), .label = NC_("field", "Names"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(decision_entry, effect), .label = NC_("field", "Effect"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 6, .choices = effects },
	{ RECORD_FIELD(decision_entry, open), .label = NC_("field", "Open follow-ups"),
	  .kind = FIELD_NUMBER, .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 4 },
	{ RECORD_FIELD(decision_entry, late), .label = NC_("field", "Late"), .kind = FIELD_NUMBER,
	  .flags = FIELD_COMPUTED, .width = 4 },
	TEXT_FIELD(zh, NC_("field", "Text zh"), FIELD_LISTED),
	TEXT_FIELD(en, NC_("field", "Text en"), FIELD_LISTED),
	TEXT_FIELD(ja, NC_("field", "Text ja"), 0), TEXT_FIELD(ko, NC_("field", "Text ko"), 0),
	TEXT_FIELD(ru, NC_("field", "Text ru"), 0), TEXT_FIELD(mn, NC_("field", "Text mn"), 0),
	{ RECORD_FIELD(decision_entry, text), .label = NC_("field", "Text"), .kind = FIELD_LONG,
	  .flags = FIELD_COMPUTED, .width = 40 },
	{ RECORD_FIELD(decision_entry, item), .label = NC_("field", "Item"), .kind = FIELD_CODE,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(decision_entry, vote), .label = NC_("field", "Vote"), .kind = FIELD_NUMBER,
	  .width = 3 },
	{ RECORD_FIELD(decision_entry, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type decision_entry_type = {
	.key = "register",
	.label = N_("Decision"),
	.plural = N_("Decisions"),
	.size = sizeof(struct decision_entry),
	.fields = decision_entry_fields,
};

/* Names of what it is about */

static bool
add_name(struct session *session, const char *key, const char *day, struct buf *names,
    struct err *err)
{
	size_t before;

	buf_add(names, names->length > 0 ? ", " : "");
	before = names->length;
	if (!government_label_add(session, key, day, names, err))
		return false;
	return names->length > before || strchr(key, '/') != NULL ||
	    body_name_on(session, key, day, names, err);
}

static bool
find_names(struct session *session, struct decision_entry *entry, struct err *err)
{
	const char *rest = entry->subjects;
	char day[DAY_SIZE];
	struct buf names = { 0 };
	size_t length;
	bool ok = true;

	session_day(session, day);
	while (ok && (length = decision_subject(&rest)) > 0) {
		char *key = mem_strndup(rest, length);

		ok = add_name(session, key, day, &names, err);
		free(key);
		rest += length;
	}
	free(entry->names);
	entry->names = buf_take(&names);
	return ok;
}

/* What it changed */

/* A row that names the decision; or its session, where it belongs to a subject. */
#define NAMES_IT(owner) \
	"(decision = :number OR (decision = :meeting AND instr(';' || :subjects || ';', ';' || " owner " || ';') > 0))"

static void
show_word(const struct record_type *type, const char *key, const char *word, struct buf *text)
{
	const struct field *field = record_find_field(type, key);

	for (const struct choice *choice = field->choices; choice->word != NULL; choice++)
		if (word != NULL && strcmp(choice->word, word) == 0)
			buf_add(text, message_show(choice->label));
}

static void
say_status(const struct stmt *st, struct buf *line)
{
	struct buf status = { 0 };

	show_word(&government_status_type, "status", stmt_text(st, 1), &status);
	buf_addf(line, _("%s: %s from %s on."), stmt_text(st, 0), buf_text(&status), stmt_text(st, 2));
	buf_done(&status);
}

static void
say_body(const struct stmt *st, struct buf *line)
{
	buf_addf(line, _("Body %s is set up from %s on."), stmt_text(st, 0), stmt_text(st, 1));
}

static void
say_end(const struct stmt *st, struct buf *line)
{
	buf_addf(line, _("Body %s exists until %s; it keeps its number."), stmt_text(st, 0), stmt_text(st, 1));
}

static void
say_term(const struct stmt *st, struct buf *line)
{
	struct buf role = { 0 };

	show_word(&seat_type, "role", stmt_text(st, 2), &role);
	if (stmt_is_null(st, 4))
		buf_addf(line, _("%s: %s of %s from %s on."), stmt_text(st, 0), buf_text(&role),
		    stmt_text(st, 1), stmt_text(st, 3));
	else
		buf_addf(line, _("%s: %s of %s from %s until %s."), stmt_text(st, 0), buf_text(&role),
		    stmt_text(st, 1), stmt_text(st, 3), stmt_text(st, 4));
	buf_done(&role);
}

static void
say_rule(const struct stmt *st, struct buf *line)
{
	buf_addf(line, _("The rule %s is %s from %s on."), stmt_text(st, 0), stmt_text(st, 1), stmt_text(st, 2));
}

static void
say_project(const struct stmt *st, struct buf *line)
{
	buf_addf(line, _("Project %s is approved."), stmt_text(st, 0));
}

static void
say_step(const struct stmt *st, struct buf *line)
{
	struct buf stage = { 0 };

	show_word(&application_step_type, "stage", stmt_text(st, 1), &stage);
	buf_addf(line, _("The application of %s: %s."), stmt_text(st, 0), buf_text(&stage));
	buf_done(&stage);
}

static const struct effect_source {
	const char *sql;
	void (*say)(const struct stmt *st, struct buf *line);
} sources[] = {
	{ "SELECT government, status, since FROM government_status WHERE voided IS NULL AND "
	  NAMES_IT("government") " ORDER BY government", say_status },
	{ "SELECT key, since FROM body WHERE " NAMES_IT("key") " ORDER BY number, key", say_body },
	{ "SELECT key, until FROM body WHERE ended = :number", say_end },
	{ "SELECT government, body, role, since, coalesce(until, until_meeting) FROM term WHERE "
	  NAMES_IT("body") " ORDER BY body, role, no", say_term },
	{ "SELECT name, value, since FROM rule WHERE decision = :number", say_rule },
	{ "SELECT body || '/' || no FROM project WHERE decision = :number", say_project },
	{ "SELECT a.government, s.stage FROM application_step AS s JOIN application AS a"
	  " ON a.id = s.application WHERE s.decision = :number", say_step },
};

bool
decision_effects(struct session *session, const struct decision_entry *entry,
    struct buf *ret_lines, struct err *err)
{
	for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
		struct stmt st = { 0 };

		if (stmt_open(&st, session->db, sources[i].sql, err)) {
			stmt_bind_text(&st, ":number", entry->number);
			if (strstr(sources[i].sql, ":meeting") != NULL) {
				stmt_bind_text(&st, ":meeting", entry->meeting);
				stmt_bind_text(&st, ":subjects", entry->subjects);
			}
			while (stmt_next(&st)) {
				sources[i].say(&st, ret_lines);
				buf_add_char(ret_lines, '\n');
			}
		}
		if (!stmt_close(&st))
			return false;
	}
	return true;
}

static bool
find_effect(struct session *session, struct decision_entry *entry, struct err *err)
{
	struct buf lines = { 0 };
	bool ok = decision_effects(session, entry, &lines, err);

	if (lines.length > 0)
		mem_replace(&entry->effect, "done");
	else if (decision_has_effect(entry->kind))
		mem_replace(&entry->effect, "none");
	buf_done(&lines);
	return ok;
}

static bool
count_follow_ups(struct session *session, struct decision_entry *entry, struct err *err)
{
	struct row_list list = { 0 };

	if (!follow_up_list(session, entry->number, true, &list, err))
		return false;
	entry->open = (int64_t)list.count;
	for (size_t i = 0; i < list.count; i++)
		entry->late += ((const struct follow_up_entry *)row_at(&list, i))->days > 0;
	row_list_done(&list);
	return true;
}

/* Reading */

/* The order read_entry expects. */
#define COLUMNS \
	"SELECT d.meeting || '/' || d.no, d.meeting, m.body, d.taken, d.kind, d.subjects," \
	" d.text_en, d.text_zh, d.text_ja, d.text_ko, d.text_ru, d.text_mn, coalesce(d.item, '')," \
	" d.note, d.vote FROM decision AS d JOIN meeting AS m ON m.key = d.meeting WHERE d.taken <= :day"

static void
read_entry(const struct stmt *st, struct decision_entry *ret_entry)
{
	char **const texts[] = {
		&ret_entry->number, &ret_entry->meeting, &ret_entry->body, &ret_entry->taken,
		&ret_entry->kind, &ret_entry->subjects, &ret_entry->text_en, &ret_entry->text_zh,
		&ret_entry->text_ja, &ret_entry->text_ko, &ret_entry->text_ru, &ret_entry->text_mn,
		&ret_entry->item, &ret_entry->note,
	};
	const int count = sizeof texts / sizeof texts[0];

	*ret_entry = (struct decision_entry){ .names = mem_strdup(""), .effect = mem_strdup("") };
	for (int i = 0; i < count; i++)
		*texts[i] = mem_strdup(stmt_text(st, i));
	ret_entry->vote = stmt_int(st, count);
	struct six_names words = { { SIX_NAMES(ret_entry, text) } };
	ret_entry->text = mem_strdup(member_pick_name(&words, messages_language()->column, NULL));
}

static bool
complete(struct session *session, struct decision_entry *entry, struct err *err)
{
	return find_names(session, entry, err) && find_effect(session, entry, err) &&
	    count_follow_ups(session, entry, err);
}

static void
bind_filter(struct stmt *st, const struct decision_filter *filter)
{
	static const struct decision_filter everything;
	const struct decision_filter *f = filter != NULL ? filter : &everything;

	stmt_bind_text(st, ":of", f->meeting != NULL ? f->meeting : "");
	stmt_bind_text(st, ":body", f->body != NULL ? f->body : "");
	stmt_bind_text(st, ":kind", f->kind != NULL ? f->kind : "");
}

bool
decision_list(struct session *session, const struct decision_filter *filter,
    struct row_list *ret_list, struct err *err)
{
	static const char sql[] = COLUMNS
	    " AND (:of = '' OR d.meeting = :of) AND (:body = '' OR m.body = :body)"
	    " AND (:kind = '' OR d.kind = :kind)"
	    " ORDER BY m.begins DESC, d.meeting, d.no";
	struct row_list list = { .type = &decision_entry_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		bind_filter(&st, filter);
		while (stmt_next(&st))
			read_entry(&st, row_add(&list, &decision_entry_type));
	}
	ok = stmt_close(&st);
	for (size_t i = 0; i < list.count && ok; i++)
		ok = complete(session, row_at(&list, i), err);
	return row_list_take(&list, ok, ret_list);
}

bool
decision_get(struct session *session, const char *number, struct decision_entry *ret_entry,
    struct err *err)
{
	static const char sql[] = COLUMNS " AND d.meeting || '/' || d.no = :number";
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool found = false;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_text(&st, ":number", number);
		found = stmt_next(&st);
		if (found)
			read_entry(&st, ret_entry);
	}
	if (!stmt_close(&st))
		return false;
	if (!found)
		return err_set(err, ERR_MISSING, _("There is no decision %s on %s."), number, day);
	return complete(session, ret_entry, err);
}
