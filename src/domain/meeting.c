/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/meeting.h"

#include "base/messages.h"

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
};
