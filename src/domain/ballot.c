/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/ballot.h"

#include "base/messages.h"
#include "base/stamp.h"

const struct choice ballot_choices[] = {
	{ "yes", NC_("ballot", "yes") },
	{ "no", NC_("ballot", "no") },
	{ "abstain", NC_("ballot", "abstain") },
	{ "not-voting", NC_("ballot", "not voting") },
	{ 0 }
};

const struct choice ballot_manners[] = {
	{ "floor", NC_("ballot", "floor") },
	{ "written", NC_("ballot", "written") },
	{ 0 }
};

static const struct field ballot_fields[] = {
	{ RECORD_FIELD(ballot, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(ballot, vote), .label = NC_("field", "Vote"), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(ballot, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(ballot, choice), .label = NC_("field", "Choice"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = ballot_choices },
	{ RECORD_FIELD(ballot, manner), .label = NC_("field", "Manner"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 7, .choices = ballot_manners },
	{ RECORD_FIELD(ballot, cast_by), .label = NC_("field", "Cast by"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(ballot, at), .label = NC_("field", "At"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED,
	  .width = 20, .check = stamp_check },
	{ 0 }
};

const struct record_type ballot_type = {
	.key = "ballot",
	.label = N_("Ballot"),
	.plural = N_("Ballots"),
	.size = sizeof(struct ballot),
	.fields = ballot_fields,
};
