/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_rows.h"

#include <string.h>

#include "base/day.h"
#include "domain/clash.h"
#include "domain/meeting_days.h"
#include "domain/session.h"

/* In a list of all, and of what comes, the past is over. */
static bool
is_to_come(const struct meeting_day *meeting, const char *today)
{
	const char *last = meeting->last[0] != '\0' ? meeting->last : meeting->day;

	return strcmp(last, today) >= 0 && strcmp(meeting->state, "cancelled") != 0 &&
	    strcmp(meeting->state, "reported") != 0;
}

/* On that day; a row of a list of all stands for all days of its meeting. */
static bool
has_clash(const struct meeting_rows *rows, const struct meeting_row *row, const struct row_list *clashes)
{
	for (size_t i = 0; i < clashes->count; i++)
		if (rows->view == MEETING_LIST ||
		    strcmp(((const struct clash *)row_at(clashes, i))->day, row->day) == 0)
			return true;
	return false;
}

/* All rows of the meeting at once. */
static bool
look(struct meeting_rows *rows, struct session *session, const char *meeting, struct err *err)
{
	struct row_list clashes = { 0 };

	if (!clash_list(session, meeting, &clashes, err))
		return false;
	for (size_t i = 0; i < rows->item_count; i++) {
		struct meeting_row *row = &rows->item[i];

		if (row->meeting == NULL || strcmp(row->of, meeting) != 0)
			continue;
		row->looked = true;
		row->problem = has_clash(rows, row, &clashes);
	}
	row_list_done(&clashes);
	return true;
}

static bool
is_worth_a_look(const struct meeting_rows *rows, const struct meeting_row *row, const char *today)
{
	bool past_too = rows->view == MEETING_MONTH || rows->view == MEETING_WEEK;

	return !row->looked && row->meeting != NULL && (past_too || is_to_come(row->meeting, today));
}

bool
meeting_rows_look_at(struct meeting_rows *rows, struct session *session, size_t first, size_t count,
    struct err *err)
{
	char today[DAY_SIZE];

	session_day(session, today);
	for (size_t i = first - rows->page_first; i < first - rows->page_first + count; i++)
		if (is_worth_a_look(rows, &rows->item[i], today) &&
		    !look(rows, session, rows->item[i].of, err))
			return false;
	return true;
}

bool
meeting_rows_look_at_days(struct meeting_rows *rows, struct session *session, struct err *err)
{
	const char *marked = "";	/* the last day that has a clash */

	for (size_t i = 0; i < rows->item_count; i++) {
		const struct meeting_row *row = &rows->item[i];

		if (strcmp(row->day, marked) == 0)
			continue;
		if (is_worth_a_look(rows, row, "") && !look(rows, session, row->of, err))
			return false;
		if (row->problem)
			marked = row->day;
	}
	return true;
}
