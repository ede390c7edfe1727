/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/meeting_staff.h"

#include "base/messages.h"

static const struct field meeting_staff_fields[] = {
	{ RECORD_FIELD(meeting_staff, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(meeting_staff, staff), .label = NC_("field", "Clerk"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "staff" },
	{ RECORD_FIELD(meeting_staff, duty), .label = NC_("field", "Duty"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(meeting_staff, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type meeting_staff_type = {
	.key = "meeting_staff",
	.label = N_("Staff of a meeting"),
	.plural = N_("Staff of meetings"),
	.size = sizeof(struct meeting_staff),
	.fields = meeting_staff_fields,
};
