/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/portfolio.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"

static bool
portfolio_check(void *record, struct err *err)
{
	const struct portfolio *portfolio = record;

	return period_check(portfolio->since, portfolio->until, err);
}

static const struct field portfolio_fields[] = {
	{ RECORD_FIELD(portfolio, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(portfolio, staff), .label = NC_("field", "Clerk"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "staff" },
	{ RECORD_FIELD(portfolio, country), .label = NC_("field", "Country"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 4, .refers = "country" },
	{ RECORD_FIELD(portfolio, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(portfolio, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(portfolio, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(portfolio, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type portfolio_type = {
	.key = "portfolio",
	.label = N_("Portfolio"),
	.plural = N_("Portfolios"),
	.size = sizeof(struct portfolio),
	.fields = portfolio_fields,
	.check = portfolio_check,
};
