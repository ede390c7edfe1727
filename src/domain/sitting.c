/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/sitting.h"

#include "base/messages.h"

static const struct field sitting_fields[] = {
	{ RECORD_FIELD(sitting, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(sitting, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(sitting, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .group = "time" },
	{ RECORD_FIELD(sitting, starts), .label = NC_("field", "Starts"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 5, .group = "time", .hint = N_("Time of the wall clock there: 9, 930 or 13:30.") },
	{ RECORD_FIELD(sitting, ends), .label = NC_("field", "Until"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 5, .group = "time", .hint = N_("Time of the wall clock there, or +90 for minutes.") },
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
};
