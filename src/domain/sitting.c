/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/sitting.h"

#include <string.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/session.h"
#include "store/stmt.h"

static bool
check_day(const char *day, struct err *err)
{
	return day_is_whole(day) || err_set(err, ERR_INPUT,
	    _("\"%s\" is no day: write year, month and day, as in 2010-10-28."), day);
}

/* All day, or from one time to a later one. */
static bool
sitting_check(void *record, struct err *err)
{
	const struct sitting *sitting = record;
	const char *starts = sitting->starts != NULL ? sitting->starts : "";
	const char *ends = sitting->ends != NULL ? sitting->ends : "";

	if (sitting->no <= 0) {
		err_set(err, ERR_INPUT, _("Sittings are numbered from 1."));
		return err_at(err, "no");
	}
	if ((starts[0] == '\0') != (ends[0] == '\0')) {
		err_set(err, ERR_INPUT, _("A sitting has a start and an end, or neither: then it is all day."));
		return err_at(err, starts[0] == '\0' ? "starts" : "ends");
	}
	if (starts[0] != '\0' && strcmp(starts, ends) >= 0) {
		err_set(err, ERR_INPUT, _("It ends at %s, not after its start, %s."), ends, starts);
		return err_at(err, "ends");
	}
	return true;
}

static const struct field sitting_fields[] = {
	{ RECORD_FIELD(sitting, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(sitting, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(sitting, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .group = "time", .check = check_day },
	{ RECORD_FIELD(sitting, starts), .label = NC_("field", "Starts"), .kind = FIELD_TIME, .flags = FIELD_LISTED,
	  .width = 5, .group = "time", .hint = N_("Time of the wall clock there: 9, 930 or 13:30.") },
	{ RECORD_FIELD(sitting, ends), .label = NC_("field", "Until"), .kind = FIELD_TIME, .flags = FIELD_LISTED,
	  .width = 5, .group = "time", .after = offsetof(struct sitting, starts), .hint = N_("Time of the wall clock there, or +90 for minutes.") },
	{ RECORD_FIELD(sitting, room), .label = NC_("field", "Room"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 16 },
	{ RECORD_FIELD(sitting, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type sitting_type = {
	.key = "sitting",
	.label = N_("Sitting"),
	.plural = N_("Sittings"),
	.size = sizeof(struct sitting),
	.fields = sitting_fields,
	.check = sitting_check,
};

bool
sitting_next(struct session *session, const char *meeting, struct sitting *ret_sitting,
    struct err *err)
{
	static const char sql[] = "SELECT coalesce(max(no), 0) + 1 FROM sitting WHERE meeting = :meeting";

	mem_replace(&ret_sitting->meeting, meeting);
	return stmt_ask_int(session->db, sql, ":meeting", meeting, &ret_sitting->no, err);
}
