/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/body.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"

static const struct choice kinds[] = {
	{ "association", NC_("body", "association") },
	{ "assembly", NC_("body", "assembly") },
	{ "committee", NC_("body", "committee") },
	{ "subcommittees", NC_("body", "sub-committees") },
	{ "subcommittee", NC_("body", "sub-committee") },
	{ "secretariat", NC_("body", "secretariat") },
	{ "bureau", NC_("body", "bureau") },
	{ "division", NC_("body", "division") },
	{ "other", NC_("body", "other") },
	{ 0 }
};

static bool
body_check(void *record, struct err *err)
{
	const struct body *body = record;

	return period_check(body->since, body->until, err);
}

static const struct field body_fields[] = {
	{ RECORD_FIELD(body, key), .label = NC_("field", "Key"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .hint = N_("Capital letters, digits and hyphens: ENV.") },
	{ RECORD_FIELD(body, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 13, .choices = kinds },
	{ RECORD_FIELD(body, parent), .label = NC_("field", "Belongs to"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(body, number), .label = NC_("field", "Number"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 6, .hint = N_("Its number among those of its parent; never given again. 0: none.") },
	{ RECORD_FIELD(body, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(body, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(body, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 8, .group = "period", .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(body, successor), .label = NC_("field", "Successor"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(body, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type body_type = {
	.key = "body",
	.label = N_("Body"),
	.plural = N_("Bodies"),
	.size = sizeof(struct body),
	.fields = body_fields,
	.check = body_check,
};
