/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/reminder.h"

#include <stdlib.h>
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

static const struct choice states[] = {
	{ "ready", NC_("reminder", "to send") },
	{ "sent", NC_("reminder", "sent") },
	{ "settled", NC_("reminder", "has paid") },
	{ 0 }
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
	{ RECORD_FIELD(reminder_line, now), .label = NC_("field", "Overdue"), .kind = FIELD_MONEY,
	  .width = 12, .currency = offsetof(struct reminder_line, currency) },
	{ RECORD_FIELD(reminder_line, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .width = 9, .choices = states },
	{ RECORD_FIELD(reminder_line, key), .label = NC_("field", "Key"), .kind = FIELD_TEXT, .width = 14 },
	{ 0 }
};

const struct record_type reminder_line_type = {
	.key = "reminders",
	.label = N_("Reminder"),
	.plural = N_("Reminders"),
	.size = sizeof(struct reminder_line),
	.fields = reminder_line_fields,
};

/* What is overdue, by government and currency */

struct overdue {
	struct row_list rows;			/* of struct arrears_line */
	const struct arrears_line **line;	/* in order */
};

static int
by_government(const void *left, const void *right)
{
	const struct arrears_line *a = *(const struct arrears_line *const *)left,
	    *b = *(const struct arrears_line *const *)right;
	int answer = strcmp(a->government, b->government);

	return answer != 0 ? answer : strcmp(a->currency, b->currency);
}

static bool
overdue_read(struct session *session, const char *day, struct overdue *ret_overdue, struct err *err)
{
	struct overdue overdue = { 0 };

	if (!arrears_list_on(session, day, &overdue.rows, err))
		return false;
	overdue.line = mem_grow(NULL, overdue.rows.count + 1, sizeof *overdue.line);
	for (size_t i = 0; i < overdue.rows.count; i++)
		overdue.line[i] = row_at(&overdue.rows, i);
	qsort(overdue.line, overdue.rows.count, sizeof *overdue.line, by_government);
	*ret_overdue = overdue;
	return true;
}

static void
overdue_done(struct overdue *overdue)
{
	row_list_done(&overdue->rows);
	free(overdue->line);
}

static int64_t
overdue_of(const struct overdue *overdue, char *government, char *currency)
{
	const struct arrears_line wanted = { .government = government, .currency = currency }, *key = &wanted;
	const struct arrears_line **found = bsearch(&key, overdue->line, overdue->rows.count, sizeof *overdue->line,
	    by_government);

	return found != NULL ? (*found)->overdue : 0;
}

/* Listing */

static void
add_key(const char *government, const char *year, int64_t level, struct buf *key)
{
	buf_addf(key, "%s/%s/%lld", government, year, (long long)level);
}

static bool
add_line(struct session *session, const struct reminder *row, const struct overdue *overdue, const char *day,
    struct row_list *list, struct err *err)
{
	struct reminder_line *line = row_add(list, &reminder_line_type);
	struct buf name = { 0 }, key = { 0 };
	bool ok = government_label_add(session, row->government, day, &name, err);
	int64_t now = overdue_of(overdue, row->government, row->currency);

	add_key(row->government, row->year, row->level, &key);
	*line = (struct reminder_line){ .government = mem_strdup(row->government),
		.name = buf_take(&name), .year = mem_strdup(row->year), .level = row->level,
		.due = mem_strdup(row->due), .sent = mem_strdup(row->sent != NULL ? row->sent : ""),
		.currency = mem_strdup(row->currency), .amount = row->amount, .note = mem_strdup(row->note),
		.now = now, .state = mem_strdup(now == 0 ? "settled" : row->sent != NULL ? "sent" : "ready"),
		.key = buf_take(&key) };
	return ok;
}

bool
reminder_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err)
{
	struct row_list rows = { 0 }, list = { .type = &reminder_line_type };
	struct overdue overdue = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	bool ok = row_list(session, &reminder_type, year != NULL ? "year" : NULL, year,
	    "year DESC, level DESC, government", &rows, err) && (rows.count == 0 || overdue_read(session, day, &overdue, err));

	for (size_t i = 0; i < rows.count && ok; i++)
		ok = add_line(session, row_at(&rows, i), &overdue, day, &list, err);
	overdue_done(&overdue);
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

	add_key(government, year, level, &key);
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
	struct overdue overdue = { 0 };
	int64_t sent = 0;
	bool ok = row_list(session, &reminder_type, "year", year, "government", &rows, err) &&
	    overdue_read(session, day, &overdue, err);

	for (size_t i = 0; i < rows.count && ok; i++) {
		struct reminder *row = row_at(&rows, i);

		if (row->level != level || row->sent != NULL ||
		    overdue_of(&overdue, row->government, row->currency) == 0)
			continue;
		row->sent = mem_strdup(day);
		ok = row_update_in_set(session, &reminder_type, row, err);
		sent++;
	}
	overdue_done(&overdue);
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
