/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/roll.h"

#include "base/messages.h"

const struct choice roll_reasons[] = {
	{ "not-member", NC_("reason", "not a member") },
	{ "credentials", NC_("reason", "credentials") },
	{ "arrears", NC_("reason", "dues") },
	{ "suspended", NC_("reason", "suspended") },
	{ "absent", NC_("reason", "absent") },
	{ 0 }
};

static const struct field roll_fields[] = {
	{ RECORD_FIELD(roll, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(roll, vote), .label = NC_("field", "Vote"), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(roll, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(roll, present), .label = NC_("field", "Present"), .kind = FIELD_FLAG, .flags = FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(roll, entitled), .label = NC_("field", "Entitled"), .kind = FIELD_FLAG, .flags = FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(roll, reason), .label = NC_("field", "Reason"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 12, .choices = roll_reasons },
	{ RECORD_FIELD(roll, proxy), .label = NC_("field", "Proxy"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ 0 }
};

const struct record_type roll_type = {
	.key = "roll",
	.label = N_("Roll entry"),
	.plural = N_("Rolls"),
	.size = sizeof(struct roll),
	.fields = roll_fields,
};
