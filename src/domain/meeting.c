/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/meeting.h"

#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static const char *
text_of(const char *value)
{
	return value != NULL ? value : "";
}

/* GA-9 and GA-9-2 are keys of GA: who reads the key knows the body. */
static bool
is_key_of(const char *key, const char *body)
{
	size_t length = strlen(body);

	return strncmp(key, body, length) == 0 && key[length] == '-' && key[length + 1] != '\0';
}

static bool
meeting_check(void *record, struct err *err)
{
	struct meeting *meeting = record;
	const char *begins = text_of(meeting->begins), *ends = text_of(meeting->ends);

	if (!is_key_of(meeting->key, meeting->body)) {
		err_set(err, ERR_INPUT, _("The key of a meeting is that of its body with the ordinal behind it: %s-9."),
		    meeting->body);
		return err_at(err, "key");
	}
	if (meeting->ordinal < 0) {
		err_set(err, ERR_INPUT, _("Sessions of a body are numbered from 1."));
		return err_at(err, "ordinal");
	}
	if (strcmp(meeting->state, "cancelled") == 0 && meeting->ordinal != 0) {
		err_set(err, ERR_RULE, _("A cancelled meeting keeps no ordinal: put 0."));
		return err_at(err, "ordinal");
	}
	if (ends[0] != '\0' && begins[0] == '\0') {
		err_set(err, ERR_INPUT, _("It has a last day, %s, but no first: type when it begins."), ends);
		return err_at(err, "begins");
	}
	if (ends[0] != '\0' && strcmp(ends, begins) < 0) {
		err_set(err, ERR_INPUT, _("Its last day, %s, is before its first."), ends);
		return err_at(err, "ends");
	}
	/* Back on its first day it was not moved. */
	if (meeting->moved_from != NULL && strcmp(meeting->moved_from, begins) == 0)
		mem_replace(&meeting->moved_from, NULL);
	return true;
}

static const struct choice states[] = {
	{ "planned", NC_("meeting", "planned") },
	{ "convened", NC_("meeting", "convened") },
	{ "open", NC_("meeting", "open") },
	{ "closed", NC_("meeting", "closed") },
	{ "reported", NC_("meeting", "reported") },
	{ "postponed", NC_("meeting", "postponed") },
	{ "cancelled", NC_("meeting", "cancelled") },
	{ 0 }
};

static const struct field meeting_fields[] = {
	{ RECORD_FIELD(meeting, key), .label = NC_("field", "Key"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .hint = N_("Body and ordinal: GA-9.") },
	{ RECORD_FIELD(meeting, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(meeting, ordinal), .label = NC_("field", "Ordinal"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4, .hint = N_("1 for the first of the body. 0: not known, or cancelled.") },
	{ RECORD_FIELD(meeting, state), .label = NC_("field", "State"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_FIXED,
	  .width = 9, .choices = states },
	{ RECORD_FIELD(meeting, host), .label = NC_("field", "Host"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(meeting, place), .label = NC_("field", "Place"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20 },
	{ RECORD_FIELD(meeting, room), .label = NC_("field", "Room"), .kind = FIELD_TEXT,
	  .width = 16 },
	{ RECORD_FIELD(meeting, zone), .label = NC_("field", "Zone"), .kind = FIELD_TEXT,
	  .width = 20, .hint = N_("IANA zone of its wall times: Asia/Shanghai.") },
	{ RECORD_FIELD(meeting, begins), .label = NC_("field", "Begins"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "days", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(meeting, ends), .label = NC_("field", "Ends"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "days", .hint = N_("The last day of the meeting. Empty: one day, or not known.") },
	{ RECORD_FIELD(meeting, convened), .label = NC_("field", "Convened"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_FIXED,
	  .width = 10 },
	{ RECORD_FIELD(meeting, moved_from), .label = NC_("field", "Moved from"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_FIXED,
	  .width = 10 },
	{ RECORD_FIELD(meeting, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type meeting_type = {
	.key = "meeting",
	.label = N_("Meeting"),
	.plural = N_("Meetings"),
	.size = sizeof(struct meeting),
	.fields = meeting_fields,
	.check = meeting_check,
};

void
meeting_last_day(const struct meeting *meeting, char ret_day[DAY_SIZE])
{
	const char *ends = text_of(meeting->ends), *begins = text_of(meeting->begins);
	const char *last = ends[0] != '\0' ? ends : begins;

	ret_day[0] = '\0';
	if (day_is_whole(last))
		memcpy(ret_day, last, DAY_SIZE);
}

const char *
meeting_zone(const struct session *session, const struct meeting *meeting)
{
	return text_of(meeting->zone)[0] != '\0' ? meeting->zone : session->zone;
}

bool
meeting_next(struct session *session, const char *body, char **ret_key, struct err *err)
{
	static const char sql[] =
	    "SELECT key FROM meeting WHERE body = :body AND state IN ('planned', 'convened', 'postponed')"
	    " ORDER BY ordinal, begins, key LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":body", body);
	return row_read_key(&st, ret_key);
}
