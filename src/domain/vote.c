/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/vote.h"

#include "base/messages.h"
#include "base/stamp.h"

const struct choice vote_methods[] = {
	{ "roll-call", NC_("vote", "roll call") },
	{ "written", NC_("vote", "written ballot") },
	{ "en-bloc", NC_("vote", "en bloc") },
	{ 0 }
};

const struct choice vote_results[] = {
	{ "carried", NC_("vote", "carried") },
	{ "lost", NC_("vote", "lost") },
	{ "no-quorum", NC_("vote", "no quorum") },
	{ 0 }
};

static const struct field vote_fields[] = {
	{ RECORD_FIELD(vote, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(vote, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(vote, item), .label = NC_("field", "Item"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(vote, motion), .label = NC_("field", "Motion"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 40 },
	{ RECORD_FIELD(vote, method), .label = NC_("field", "Method"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = vote_methods },
	{ RECORD_FIELD(vote, opened), .label = NC_("field", "Opened"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 20, .check = stamp_check },
	{ RECORD_FIELD(vote, closed), .label = NC_("field", "Closed"), .kind = FIELD_TEXT, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 20, .check = stamp_check },
	{ RECORD_FIELD(vote, quorum), .label = NC_("field", "Quorum"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED,
	  .width = 5 },
	{ RECORD_FIELD(vote, majority), .label = NC_("field", "Majority"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED,
	  .width = 5 },
	{ RECORD_FIELD(vote, result), .label = NC_("field", "Result"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 8, .choices = vote_results },
	{ 0 }
};

const struct record_type vote_type = {
	.key = "vote",
	.label = N_("Vote"),
	.plural = N_("Votes"),
	.size = sizeof(struct vote),
	.fields = vote_fields,
};
