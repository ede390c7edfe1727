/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/reminder.h"

#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/arrears.h"
#include "domain/fiscal_year.h"
#include "domain/government_label.h"
#include "domain/session.h"

static const struct field reminder_fields[] = {
	{ RECORD_FIELD(reminder, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(reminder, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(reminder, level), .label = NC_("field", "Level"), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 2 },
	{ RECORD_FIELD(reminder, due), .label = NC_("field", "Due"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(reminder, sent), .label = NC_("field", "Sent"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(reminder, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 3, .refers = "currency" },
	{ RECORD_FIELD(reminder, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(reminder, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type reminder_type = {
	.key = "reminder",
	.label = N_("Reminder"),
	.plural = N_("Reminders"),
	.size = sizeof(struct reminder),
	.fields = reminder_fields,
};

static const struct field reminder_line_fields[] = {
	{ RECORD_FIELD(reminder_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(reminder_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(reminder_line, year), .label = NC_("field", "Year"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 4 },
	{ RECORD_FIELD(reminder_line, level), .label = NC_("field", "Level"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 2 },
	{ RECORD_FIELD(reminder_line, due), .label = NC_("field", "Due"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(reminder_line, sent), .label = NC_("field", "Sent"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(reminder_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(reminder_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct reminder_line, currency) },
	{ RECORD_FIELD(reminder_line, note), .label = NC_("field", "Note"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 20 },
	{ 0 }
};

const struct record_type reminder_line_type = {
	.key = "reminders",
	.label = N_("Reminder"),
	.plural = N_("Reminders"),
	.size = sizeof(struct reminder_line),
	.fields = reminder_line_fields,
};

/* Listing */

static bool
add_line(struct session *session, const struct reminder *row, const char *day,
    struct row_list *list, struct err *err)
{
	struct reminder_line *line = row_add(list, &reminder_line_type);
	struct buf name = { 0 };
	bool ok = government_label_add(session, row->government, day, &name, err);

	*line = (struct reminder_line){ .government = mem_strdup(row->government),
		.name = buf_take(&name), .year = mem_strdup(row->year), .level = row->level,
		.due = mem_strdup(row->due), .sent = mem_strdup(row->sent != NULL ? row->sent : ""),
		.currency = mem_strdup(row->currency), .amount = row->amount, .note = mem_strdup(row->note) };
	return ok;
}

bool
reminder_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err)
{
	struct row_list rows = { 0 }, list = { .type = &reminder_line_type };
	char day[DAY_SIZE];
	bool ok = row_list(session, &reminder_type, year != NULL ? "year" : NULL, year,
	    "year, level, government", &rows, err);

	session_day(session, day);
	for (size_t i = 0; i < rows.count && ok; i++)
		ok = add_line(session, row_at(&rows, i), day, &list, err);
	row_list_done(&rows);
	return row_list_take(&list, ok, ret_list);
}

/* Reminding */

static bool
check_words(const char *year, int64_t level, const char *day, struct err *err)
{
	enum { HIGHEST = 9 };

	if (!fiscal_year_is_one(year, err))
		return false;
	if (level < 1 || level > HIGHEST)
		return err_set(err, ERR_INPUT, _("A reminder has a level from 1 to %d."), HIGHEST);
	return day_is_whole(day) || err_set(err, ERR_INPUT,
	    _("\"%s\" is no day: write year, month and day, as in 2010-10-28."), day);
}

static bool
is_there(struct session *session, const char *government, const char *year, int64_t level,
    bool *ret_is, struct err *err)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%s/%lld", government, year, (long long)level);
	bool ok = row_exists(session, &reminder_type, buf_text(&key), ret_is, err);
	buf_done(&key);
	return ok;
}

/*
 * One that owes in two currencies is reminded once, of the one with dues, or of
 * what comes first; the other sums stand in the note.
 */
static const struct arrears_line *
find_foremost(const struct row_list *owing, const char *government)
{
	const struct arrears_line *foremost = NULL;

	for (size_t i = 0; i < owing->count; i++) {
		const struct arrears_line *line = row_at(owing, i);

		if (line->overdue > 0 && strcmp(line->government, government) == 0 &&
		    (foremost == NULL || (foremost->years == 0 && line->years > 0)))
			foremost = line;
	}
	return foremost;
}

static char *
others_than(const struct row_list *owing, const struct arrears_line *foremost)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < owing->count; i++) {
		const struct arrears_line *line = row_at(owing, i);

		if (line == foremost || line->overdue == 0 || strcmp(line->government, foremost->government) != 0)
			continue;
		buf_addf(&text, "%s%s ", text.length > 0 ? ", " : "", line->currency);
		money_format(&text, line->overdue, line->currency);
	}
	return buf_take(&text);
}

static bool
remind(struct session *session, const struct row_list *owing, const struct arrears_line *line,
    const char *year, int64_t level, const char *due, struct err *err)
{
	struct reminder row = { .government = mem_strdup(line->government), .year = mem_strdup(year),
		.level = level, .due = mem_strdup(due), .currency = mem_strdup(line->currency),
		.amount = line->overdue, .note = others_than(owing, line) };
	bool ok = row_insert_in_set(session, &reminder_type, &row, err);

	record_done(&reminder_type, &row);
	return ok;
}

static bool
run_in_set(struct session *session, const char *year, int64_t level, const char *due,
    int64_t *ret_made, struct err *err)
{
	struct row_list owing = { 0 };
	int64_t made = 0;
	bool ok = arrears_list(session, &owing, err);

	for (size_t i = 0; i < owing.count && ok; i++) {
		const struct arrears_line *line = row_at(&owing, i);
		bool there = false;

		if (line->overdue == 0 || line != find_foremost(&owing, line->government))
			continue;
		ok = is_there(session, line->government, year, level, &there, err) &&
		    (there || remind(session, &owing, line, year, level, due, err));
		made += ok && !there;
	}
	row_list_done(&owing);
	*ret_made = made;
	return ok;
}

bool
reminder_run(struct session *session, const char *year, int64_t level, const char *due,
    int64_t *ret_made, int64_t *ret_set, struct err *err)
{
	return check_words(year, level, due, err) && session_begin(session, "remind", year, err) &&
	    session_finish(session, run_in_set(session, year, level, due, ret_made, err), ret_set, err);
}

static bool
send_in_set(struct session *session, const char *year, int64_t level, const char *day,
    int64_t *ret_sent, struct err *err)
{
	struct row_list rows = { 0 };
	int64_t sent = 0;
	bool ok = row_list(session, &reminder_type, "year", year, "government", &rows, err);

	for (size_t i = 0; i < rows.count && ok; i++) {
		struct reminder *row = row_at(&rows, i);

		if (row->level != level || row->sent != NULL)
			continue;
		row->sent = mem_strdup(day);
		ok = row_update_in_set(session, &reminder_type, row, err);
		sent++;
	}
	row_list_done(&rows);
	*ret_sent = sent;
	return ok;
}

bool
reminder_sent(struct session *session, const char *year, int64_t level, const char *day,
    int64_t *ret_sent, int64_t *ret_set, struct err *err)
{
	return check_words(year, level, day, err) &&
	    session_begin(session, "reminders sent", year, err) &&
	    session_finish(session, send_in_set(session, year, level, day, ret_sent, err), ret_set, err);
}
