/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/application.h"

#include "base/messages.h"

static const struct choice statuses_sought[] = {
	{ "member", NC_("status", "member") },
	{ "observer", NC_("status", "observer") },
	{ "associate", NC_("status", "associate") },
	{ 0 }
};

static const struct field application_fields[] = {
	{ RECORD_FIELD(application, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(application, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER | FIELD_ONCE,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(application, sought), .label = NC_("field", "Sought"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = statuses_sought },
	{ RECORD_FIELD(application, item), .label = NC_("field", "Item"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_FIXED,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(application, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type application_type = {
	.key = "application",
	.label = N_("Application"),
	.plural = N_("Applications"),
	.size = sizeof(struct application),
	.fields = application_fields,
};
