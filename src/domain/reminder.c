/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/reminder.h"

#include "base/messages.h"

static const struct field reminder_fields[] = {
	{ RECORD_FIELD(reminder, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(reminder, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(reminder, level), .label = NC_("field", "Level"), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 2 },
	{ RECORD_FIELD(reminder, due), .label = NC_("field", "Due"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(reminder, sent), .label = NC_("field", "Sent"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(reminder, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 3, .refers = "currency" },
	{ RECORD_FIELD(reminder, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(reminder, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type reminder_type = {
	.key = "reminder",
	.label = N_("Reminder"),
	.plural = N_("Reminders"),
	.size = sizeof(struct reminder),
	.fields = reminder_fields,
};
