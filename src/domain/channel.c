/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/channel.h"

#include "base/err.h"
#include "base/messages.h"

static const struct choice channel_kinds[] = {
	{ "phone", NC_("channel", "phone") },
	{ "fax", NC_("channel", "fax") },
	{ "email", NC_("channel", "email") },
	{ "web", NC_("channel", "web") },
	{ "messenger", NC_("channel", "messenger") },
	{ "other", NC_("channel", "other") },
	{ 0 }
};

static bool
channel_check(void *record, struct err *err)
{
	const struct channel *row = record;

	if ((row->government == NULL) == (row->post == NULL)) {
		err_set(err, ERR_INPUT, _("It belongs to a government or to a post: give one of them."));
		return err_at(err, "government");
	}
	return true;
}

static const struct field channel_fields[] = {
	{ RECORD_FIELD(channel, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(channel, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(channel, post), .label = NC_("field", "Post"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "post" },
	{ RECORD_FIELD(channel, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = channel_kinds, .group = "value" },
	{ RECORD_FIELD(channel, value), .label = NC_("field", "Value"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 40, .group = "value" },
	{ RECORD_FIELD(channel, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type channel_type = {
	.key = "channel",
	.label = N_("Contact channel"),
	.plural = N_("Contact channels"),
	.size = sizeof(struct channel),
	.fields = channel_fields,
	.check = channel_check,
};
