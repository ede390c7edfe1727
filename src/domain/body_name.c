/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/body_name.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/row.h"

static bool
body_name_check(void *record, struct err *err)
{
	const struct body_name *name = record;
	const struct six_names words = { { SIX_NAMES(name, name) } };

	if (member_pick_name(&words, NULL, NULL)[0] == '\0') {
		err_set(err, ERR_INPUT, _("Give the name in one language at least."));
		return err_at(err, "name_en");
	}
	return period_check(name->since, name->until, err);
}

static const struct field body_name_fields[] = {
	{ RECORD_FIELD(body_name, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(body_name, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(body_name, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(body_name, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(body_name, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(body_name, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "zh" },
	{ RECORD_FIELD(body_name, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ja" },
	{ RECORD_FIELD(body_name, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ko" },
	{ RECORD_FIELD(body_name, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ru" },
	{ RECORD_FIELD(body_name, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "mn" },
	{ RECORD_FIELD(body_name, unchecked), .label = NC_("field", "Unchecked"), .kind = FIELD_TEXT,
	  .width = 10, .hint = N_("Languages nobody has read yet, by code: mn, or ko mn.") },
	{ RECORD_FIELD(body_name, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type body_name_type = {
	.key = "body_name",
	.label = N_("Name of a body"),
	.plural = N_("Names of bodies"),
	.size = sizeof(struct body_name),
	.fields = body_name_fields,
	.check = body_name_check,
};

bool
body_name_row_on(struct session *session, const char *body, const char *day,
    struct body_name *ret_name, bool *ret_found, struct err *err)
{
	struct row_list names = { 0 };

	if (!row_list(session, &body_name_type, "body", body, "since", &names, err))
		return false;
	const void *name = row_on_day(&names, day);
	*ret_found = name != NULL;
	if (name != NULL)
		record_copy(&body_name_type, ret_name, name);
	row_list_done(&names);
	return true;
}

bool
body_name_on(struct session *session, const char *body, const char *day, struct buf *ret_name,
    struct err *err)
{
	struct body_name row = { 0 };
	bool found = false;

	if (!body_name_row_on(session, body, day, &row, &found, err))
		return false;
	const struct six_names names = { { SIX_NAMES(&row, name) } };
	const char *name = member_pick_name(&names, messages_language()->column, NULL);
	buf_add(ret_name, name[0] != '\0' ? name : body);
	record_done(&body_name_type, &row);
	return true;
}
