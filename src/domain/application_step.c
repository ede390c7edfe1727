/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/application_step.h"

#include "base/messages.h"

const struct choice application_stages[] = {
	{ "enquiry", NC_("stage", "enquiry") },
	{ "applied", NC_("stage", "applied") },
	{ "dossier", NC_("stage", "dossier complete") },
	{ "observer", NC_("stage", "observer for the time being") },
	{ "agenda", NC_("stage", "on the agenda") },
	{ "admitted", NC_("stage", "admitted") },
	{ "deferred", NC_("stage", "deferred") },
	{ "refused", NC_("stage", "refused") },
	{ "withdrawn", NC_("stage", "withdrawn") },
	{ 0 }
};

static const struct field application_step_fields[] = {
	{ RECORD_FIELD(application_step, application), .label = NC_("field", "Application"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_FIXED,
	  .width = 26, .refers = "application" },
	{ RECORD_FIELD(application_step, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED | FIELD_FIXED,
	  .width = 3 },
	{ RECORD_FIELD(application_step, stage), .label = NC_("field", "Stage"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = application_stages },
	{ RECORD_FIELD(application_step, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(application_step, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER | FIELD_FIXED,
	  .width = 8, .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(application_step, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type application_step_type = {
	.key = "application_step",
	.label = N_("Step of an application"),
	.plural = N_("Steps of applications"),
	.size = sizeof(struct application_step),
	.fields = application_step_fields,
};
