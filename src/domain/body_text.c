/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/body_text.h"

#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/row.h"

const struct choice body_text_kinds[] = {
	{ "purpose", NC_("body text", "purpose") },
	{ "activities", NC_("body text", "activities") },
	{ "role", NC_("body text", "role") },
	{ 0 }
};

static bool
body_text_check(void *record, struct err *err)
{
	const struct body_text *text = record;
	const struct six_names words = { { SIX_NAMES(text, text) } };

	if (member_pick_name(&words, NULL, NULL)[0] == '\0') {
		err_set(err, ERR_INPUT, _("Give the text in one language at least."));
		return err_at(err, "text_en");
	}
	return period_check(text->since, text->until, err);
}

static const struct field body_text_fields[] = {
	{ RECORD_FIELD(body_text, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(body_text, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(body_text, text_kind), .label = NC_("field", "Text"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = body_text_kinds },
	{ RECORD_FIELD(body_text, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(body_text, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(body_text, text_en), .label = NC_("field", "Text en"), .kind = FIELD_LONG,
	  .width = 40, .language = "en" },
	{ RECORD_FIELD(body_text, text_zh), .label = NC_("field", "Text zh"), .kind = FIELD_LONG,
	  .width = 40, .language = "zh" },
	{ RECORD_FIELD(body_text, text_ja), .label = NC_("field", "Text ja"), .kind = FIELD_LONG,
	  .width = 40, .language = "ja" },
	{ RECORD_FIELD(body_text, text_ko), .label = NC_("field", "Text ko"), .kind = FIELD_LONG,
	  .width = 40, .language = "ko" },
	{ RECORD_FIELD(body_text, text_ru), .label = NC_("field", "Text ru"), .kind = FIELD_LONG,
	  .width = 40, .language = "ru" },
	{ RECORD_FIELD(body_text, text_mn), .label = NC_("field", "Text mn"), .kind = FIELD_LONG,
	  .width = 40, .language = "mn" },
	{ RECORD_FIELD(body_text, unchecked), .label = NC_("field", "Unchecked"), .kind = FIELD_TEXT,
	  .width = 10, .hint = N_("Languages nobody has read yet, by code: mn, or ko mn.") },
	{ RECORD_FIELD(body_text, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type body_text_type = {
	.key = "body_text",
	.label = N_("Text of a body"),
	.plural = N_("Texts of bodies"),
	.size = sizeof(struct body_text),
	.fields = body_text_fields,
	.check = body_text_check,
};

bool
body_text_row_on(struct session *session, const char *body, const char *text_kind,
    const char *day, struct body_text *ret_text, bool *ret_found, struct err *err)
{
	struct row_list texts = { 0 };
	const struct body_text *found = NULL;

	if (!row_list(session, &body_text_type, "body", body, "since", &texts, err))
		return false;
	for (size_t i = 0; i < texts.count; i++) {
		const struct body_text *text = row_at(&texts, i);

		if (strcmp(text->text_kind, text_kind) == 0 && strcmp(text->since, day) <= 0)
			found = text;
	}
	*ret_found = found != NULL;
	if (found != NULL)
		record_copy(&body_text_type, ret_text, found);
	row_list_done(&texts);
	return true;
}
