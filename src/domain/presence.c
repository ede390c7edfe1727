/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/presence.h"

#include "base/messages.h"
#include "base/stamp.h"

static const struct choice directions[] = {
	{ "in", NC_("presence", "in") },
	{ "out", NC_("presence", "out") },
	{ 0 }
};

static const struct field presence_fields[] = {
	{ RECORD_FIELD(presence, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(presence, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(presence, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(presence, direction), .label = NC_("field", "Direction"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 3, .choices = directions },
	{ RECORD_FIELD(presence, at), .label = NC_("field", "At"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 20, .check = stamp_check },
	{ 0 }
};

const struct record_type presence_type = {
	.key = "presence",
	.label = N_("Presence"),
	.plural = N_("Presences"),
	.size = sizeof(struct presence),
	.fields = presence_fields,
};
