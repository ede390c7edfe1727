/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/allocation.h"

#include "base/messages.h"

static const struct field allocation_fields[] = {
	{ RECORD_FIELD(allocation, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(allocation, receipt), .label = NC_("field", "Receipt"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14, .refers = "receipt" },
	{ RECORD_FIELD(allocation, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 26, .refers = "invoice" },
	{ RECORD_FIELD(allocation, used), .label = NC_("field", "Used"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(allocation, used_base), .label = NC_("field", "Base used"), .kind = FIELD_NUMBER,
	  .width = 14 },
	{ RECORD_FIELD(allocation, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(allocation, base), .label = NC_("field", "Base"), .kind = FIELD_NUMBER,
	  .width = 14 },
	{ RECORD_FIELD(allocation, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(allocation, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 11, .refers = "entry" },
	{ RECORD_FIELD(allocation, undoes), .label = NC_("field", "Undoes"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "allocation" },
	{ 0 }
};

const struct record_type allocation_type = {
	.key = "allocation",
	.label = N_("Allocation"),
	.plural = N_("Allocations"),
	.size = sizeof(struct allocation),
	.fields = allocation_fields,
};
