/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/delegation.h"

#include "base/messages.h"

static const struct choice capacities[] = {
	{ "member", NC_("status", "member") },
	{ "observer", NC_("status", "observer") },
	{ "associate", NC_("status", "associate") },
	{ "guest", NC_("status", "guest") },
	{ 0 }
};

static const struct choice answers[] = {
	{ "none", NC_("answer", "no answer") },
	{ "coming", NC_("answer", "coming") },
	{ "declined", NC_("answer", "declined") },
	{ "withdrawn", NC_("answer", "withdrew") },
	{ 0 }
};

static const struct choice credentials[] = {
	{ "none", NC_("credentials", "none") },
	{ "provisional", NC_("credentials", "provisional") },
	{ "accepted", NC_("credentials", "accepted") },
	{ "rejected", NC_("credentials", "rejected") },
	{ 0 }
};

static const struct field delegation_fields[] = {
	{ RECORD_FIELD(delegation, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(delegation, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(delegation, capacity), .label = NC_("field", "Capacity"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = capacities },
	{ RECORD_FIELD(delegation, answer), .label = NC_("field", "Answer"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .group = "answer", .choices = answers },
	{ RECORD_FIELD(delegation, invited), .label = NC_("field", "Invited"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE,
	  .width = 10, .hint = N_("The day it happened: 2010-10-28. Empty: not yet.") },
	{ RECORD_FIELD(delegation, answered), .label = NC_("field", "Answered"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE,
	  .width = 10, .group = "answer", .hint = N_("The day it happened: 2010-10-28. Empty: not yet.") },
	{ RECORD_FIELD(delegation, credentials), .label = NC_("field", "Credentials"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 11, .choices = credentials },
	{ RECORD_FIELD(delegation, proxy), .label = NC_("field", "Proxy"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(delegation, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type delegation_type = {
	.key = "delegation",
	.label = N_("Delegation"),
	.plural = N_("Delegations"),
	.size = sizeof(struct delegation),
	.fields = delegation_fields,
};
