/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/delegate.h"

#include "base/messages.h"

static const struct choice roles[] = {
	{ "head", NC_("delegate", "head") },
	{ "delegate", NC_("delegate", "delegate") },
	{ "adviser", NC_("delegate", "adviser") },
	{ "interpreter", NC_("delegate", "interpreter") },
	{ 0 }
};

static const struct field delegate_fields[] = {
	{ RECORD_FIELD(delegate, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(delegate, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(delegate, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(delegate, role), .label = NC_("field", "Role"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 11, .choices = roles },
	{ RECORD_FIELD(delegate, person), .label = NC_("field", "Person"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 26, .refers = "person" },
	{ RECORD_FIELD(delegate, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(delegate, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type delegate_type = {
	.key = "delegate",
	.label = N_("Delegate"),
	.plural = N_("Delegates"),
	.size = sizeof(struct delegate),
	.fields = delegate_fields,
};
