/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/dossier_item.h"

#include "base/messages.h"

const struct choice dossier_items[] = {
	{ "form", NC_("dossier", "application, signed by the governor") },
	{ "consent", NC_("dossier", "consent to the purposes of the Charter") },
	{ "profile", NC_("dossier", "profile of the government") },
	{ "post", NC_("dossier", "post for letters") },
	{ "opinion", NC_("dossier", "opinion of the Working Committee") },
	{ 0 }
};

static const struct field dossier_item_fields[] = {
	{ RECORD_FIELD(dossier_item, application), .label = NC_("field", "Application"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "application" },
	{ RECORD_FIELD(dossier_item, item), .label = NC_("field", "Item"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 12, .choices = dossier_items },
	{ RECORD_FIELD(dossier_item, received), .label = NC_("field", "Received"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .hint = N_("The day it happened: 2010-10-28. Empty: not yet.") },
	{ RECORD_FIELD(dossier_item, paper), .label = NC_("field", "Paper"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 16 },
	{ RECORD_FIELD(dossier_item, opinion), .label = NC_("field", "Opinion"), .kind = FIELD_TEXT,
	  .width = 40 },
	{ RECORD_FIELD(dossier_item, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type dossier_item_type = {
	.key = "dossier_item",
	.label = N_("Dossier item"),
	.plural = N_("Dossier items"),
	.size = sizeof(struct dossier_item),
	.fields = dossier_item_fields,
};
