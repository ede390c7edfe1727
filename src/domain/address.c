/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/address.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/language_choice.h"
#include "domain/period.h"

static const struct choice address_kinds[] = {
	{ "postal", NC_("address", "postal") },
	{ "visit", NC_("address", "for visitors") },
	{ 0 }
};

static bool
address_check(void *record, struct err *err)
{
	const struct address *row = record;

	if ((row->government == NULL) == (row->post == NULL)) {
		err_set(err, ERR_INPUT, _("It belongs to a government or to a post: give one of them."));
		return err_at(err, "government");
	}
	return period_check(row->since, row->until, err);
}

static const struct field address_fields[] = {
	{ RECORD_FIELD(address, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(address, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(address, post), .label = NC_("field", "Post"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "post" },
	{ RECORD_FIELD(address, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 8, .choices = address_kinds },
	{ RECORD_FIELD(address, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(address, lines), .label = NC_("field", "Street"), .kind = FIELD_LONG,
	  .width = 40, .group = "address" },
	{ RECORD_FIELD(address, city), .label = NC_("field", "City"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20, .group = "address" },
	{ RECORD_FIELD(address, postcode), .label = NC_("field", "Postcode"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 10, .group = "address" },
	{ RECORD_FIELD(address, country), .label = NC_("field", "Country"), .kind = FIELD_TEXT,
	  .width = 20, .group = "address" },
	{ RECORD_FIELD(address, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(address, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(address, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type address_type = {
	.key = "address",
	.label = N_("Address"),
	.plural = N_("Addresses"),
	.size = sizeof(struct address),
	.fields = address_fields,
	.check = address_check,
};
