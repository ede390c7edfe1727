/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/batch.h"

#include "base/messages.h"

static const struct field batch_fields[] = {
	{ RECORD_FIELD(batch, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(batch, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(batch, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6, .refers = "account" },
	{ RECORD_FIELD(batch, target), .label = NC_("field", "Target"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(batch, count), .label = NC_("field", "Count"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(batch, difference), .label = NC_("field", "Difference"), .kind = FIELD_TEXT,
	  .width = 40 },
	{ RECORD_FIELD(batch, posted), .label = NC_("field", "Posted"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(batch, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type batch_type = {
	.key = "batch",
	.label = N_("Batch"),
	.plural = N_("Batches"),
	.size = sizeof(struct batch),
	.fields = batch_fields,
};
