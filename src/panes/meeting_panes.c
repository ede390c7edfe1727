/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_panes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/country.h"
#include "domain/holiday.h"
#include "domain/meeting.h"
#include "domain/meeting_staff.h"
#include "domain/paper.h"
#include "domain/row.h"
#include "domain/sitting.h"
#include "panes/pane.h"
#include "panes/reference.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"
#include "panes/rows_use.h"

/* Sittings */

/* The last sitting of the meeting so far; its day in a new one, or the meeting's first. */
static bool
begin_sitting(struct session *session, void *row, struct err *err)
{
	struct sitting *sitting = row;
	struct row_list rows = { 0 };
	struct meeting meeting = { 0 };
	bool found = false;

	if (sitting->meeting == NULL || sitting->meeting[0] == '\0')
		return true;
	if (!row_list(session, &sitting_type, "meeting", sitting->meeting, "no", &rows, err))
		return false;
	const struct sitting *last = rows.count > 0 ? row_at(&rows, rows.count - 1) : NULL;
	sitting->no = last != NULL ? last->no + 1 : 1;
	bool ok = row_find(session, &meeting_type, sitting->meeting, &meeting, &found, err);
	if (ok && last != NULL)
		mem_replace(&sitting->day, last->day);
	else if (ok && found && day_is_whole(meeting.begins))
		mem_replace(&sitting->day, meeting.begins);
	record_done(&meeting_type, &meeting);
	row_list_done(&rows);
	return ok;
}

static const struct rows_use sittings_use = {
	.list_code = "SIT", .form_code = "SIT2", .form = &sitting_form, .type = &sitting_type,
	.owners = { { .field = "meeting", .type = &meeting_type } },
	.order = "day, starts, no",
	.columns = {
		{ .key = "meeting", .width = 8, .most = 11 }, { .key = "no", .width = 4 }, { .key = "day" },
		{ .key = "starts", .width = 7 }, { .key = "ends", .width = 7 }, { .key = "room", .width = 12, .most = 24 },
		{ .key = "note", .width = 10, .most = 30 },
	},
	.what_new = "new sitting", .what_edit = "edit sitting", .what_gone = "delete sitting",
	.removal = ROWS_DELETE,
	.new_title = N_("A new sitting"),
	.fresh = begin_sitting,
};

/* Papers */

void
meeting_panes_add_states(const struct paper *paper, struct buf *text)
{
	const char *between = "";

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf key = { 0 };

		buf_addf(&key, "state_%s", languages[i].column);
		const struct field *field = record_find_field(&paper_type, buf_text(&key));
		if (record_text(field, paper)[0] != '\0') {
			buf_addf(text, "%s%s ", between, languages[i].column);
			record_show(field, paper, text);
			between = ", ";
		}
		buf_done(&key);
	}
}

static bool
is_missing(const struct paper *paper)
{
	const char *const states[] = { paper->state_en, paper->state_zh, paper->state_ja,
		paper->state_ko, paper->state_ru, paper->state_mn };

	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
		if (strcmp(states[i], "missing") == 0)
			return true;
	return false;
}

static void
make_paper_cell(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct paper *paper = row;

	if (strcmp(column, "=states") == 0)
		meeting_panes_add_states(paper, text);
	else if (paper->item != NULL)
		reference_name(session, "agenda_item", paper->item, text);
	*ret_problem |= is_missing(paper);
}

static const struct rows_use papers_use = {
	.list_code = "PPR", .form_code = "PPR2", .form = &paper_form, .type = &paper_type,
	.owners = { { .field = "meeting", .type = &meeting_type } },
	.order = "meeting, number, title",
	.columns = {
		{ .key = "number", .width = 6, .most = 10 }, { .key = "title", .width = 16, .most = 40 },
		{ .key = "=states", .head = NC_("column", "Languages"), .width = 18, .most = 60 },
		{ .key = "received" },
		{ .key = "=item", .head = NC_("column", "Item"), .width = 12, .most = 30 },
		{ .key = "meeting", .width = 8, .most = 11 },
	},
	.what_new = "new paper", .what_edit = "edit paper", .what_gone = "delete paper",
	.removal = ROWS_DELETE,
	.new_title = N_("A new paper"),
	.made = make_paper_cell,
};

/* Who serves a meeting */

static const struct rows_use meeting_staff_use = {
	.list_code = "MST", .form_code = "MST2", .form = &meeting_staff_form, .type = &meeting_staff_type,
	.owners = { { .field = "meeting", .type = &meeting_type } },
	.order = "meeting, staff",
	.columns = {
		{ .key = "meeting", .width = 8, .most = 11 }, { .key = "staff", .width = 18, .most = 30 },
		{ .key = "duty", .width = 14, .most = 30 }, { .key = "note", .width = 10, .most = 30 },
	},
	.what_new = "new clerk of a meeting", .what_edit = "edit clerk of a meeting",
	.what_gone = "delete clerk of a meeting",
	.removal = ROWS_DELETE,
	.new_title = N_("Somebody who serves the meeting"),
};

/* Holidays */

static const struct rows_use holidays_use = {
	.list_code = "HDY", .form_code = "HDY2", .form = &holiday_form, .type = &holiday_type,
	.owners = { { .field = "country", .type = &country_type } },
	.order = "country, day",
	.columns = {
		{ .key = "country", .head = NC_("column", "Of"), .width = 7 }, { .key = "day" },
		{ .key = "=name", .head = NC_("column", "Name"), .width = 14, .most = 40 },
		{ .key = "since" }, { .key = "until" }, { .key = "note", .width = 10, .most = 30 },
	},
	.what_new = "new holiday", .what_edit = "edit holiday", .what_gone = "delete holiday",
	.removal = ROWS_DELETE,
	.new_title = N_("A new holiday"),
};

/* Panes */

static bool
sittings_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &sittings_use, argument, rows_options, err);
}

static bool
papers_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &papers_use, argument, rows_options, err);
}

static bool
meeting_staff_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &meeting_staff_use, argument, rows_options, err);
}

static bool
holidays_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &holidays_use, argument, rows_options, err);
}

const struct pane sittings_pane = ROWS_PANE("SIT", N_("Sittings"), sittings_open,
    N_("Days and hours of a meeting by the clock of its place. The agenda counts its clock by them, "
    "and clashes are looked for at these times. A time that is never shown there is refused."));
const struct pane papers_pane = ROWS_PANE("PPR", N_("Papers"), papers_open,
    N_("Where the papers of a meeting are kept, and how far each is in every language it is wanted "
    "in. One that is missing in a language has a \"!\"."));
const struct pane meeting_staff_pane = ROWS_PANE("MST", N_("Staff of meetings"), meeting_staff_open,
    N_("Who of the secretariat serves a meeting. Nobody serves two at one time: the calendar warns."));
const struct pane holidays_pane = ROWS_PANE("HDY", N_("Holidays"), holidays_open,
    N_("National holidays, on one day or every year on the same one, 10-03. The calendar marks them "
    "with \"h\" and warns of a meeting on a holiday of its host."));

/* Forms */

static bool
sitting_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &sittings_use, argument, err);
}

static bool
paper_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &papers_use, argument, err);
}

static bool
meeting_staff_row_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &meeting_staff_use, argument, err);
}

static bool
holiday_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &holidays_use, argument, err);
}

const struct pane sitting_form = ROW_FORM("SIT2", N_("Sitting"), sitting_open);
const struct pane paper_form = ROW_FORM("PPR2", N_("Paper"), paper_open);
const struct pane meeting_staff_form = ROW_FORM("MST2", N_("Staff of a meeting"), meeting_staff_row_open);
const struct pane holiday_form = ROW_FORM("HDY2", N_("Holiday"), holiday_open);
