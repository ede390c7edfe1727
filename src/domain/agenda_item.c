/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/agenda_item.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/member.h"

const struct choice agenda_outcomes[] = {
	{ "open", NC_("outcome", "open") },
	{ "done", NC_("outcome", "done") },
	{ "carried", NC_("outcome", "carried over") },
	{ "dropped", NC_("outcome", "dropped") },
	{ 0 }
};

static bool
is_given(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static bool
agenda_item_check(void *record, struct err *err)
{
	const struct agenda_item *item = record;

	if (!is_given(item->title_en) && !is_given(item->title_zh) && !is_given(item->title_ja) &&
	    !is_given(item->title_ko) && !is_given(item->title_ru) && !is_given(item->title_mn)) {
		err_set(err, ERR_INPUT, _("An item has a title in one language at least."));
		return err_at(err, "title_en");
	}
	if (item->position < 1) {
		err_set(err, ERR_INPUT, _("Places on an agenda are numbered from 1."));
		return err_at(err, "position");
	}
	if (item->minutes < 0) {
		err_set(err, ERR_INPUT, _("An item takes 0 minutes or more."));
		return err_at(err, "minutes");
	}
	return true;
}

static const struct field agenda_item_fields[] = {
	{ RECORD_FIELD(agenda_item, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(agenda_item, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(agenda_item, parent), .label = NC_("field", "Below"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(agenda_item, position), .label = NC_("field", "Position"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(agenda_item, minutes), .label = NC_("field", "Minutes"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(agenda_item, sitting), .label = NC_("field", "Sitting"), .kind = FIELD_NUMBER,
	  .width = 3 },
	{ RECORD_FIELD(agenda_item, title_en), .label = NC_("field", "Title en"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(agenda_item, title_zh), .label = NC_("field", "Title zh"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "zh" },
	{ RECORD_FIELD(agenda_item, title_ja), .label = NC_("field", "Title ja"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ja" },
	{ RECORD_FIELD(agenda_item, title_ko), .label = NC_("field", "Title ko"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ko" },
	{ RECORD_FIELD(agenda_item, title_ru), .label = NC_("field", "Title ru"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ru" },
	{ RECORD_FIELD(agenda_item, title_mn), .label = NC_("field", "Title mn"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "mn" },
	{ RECORD_FIELD(agenda_item, outcome), .label = NC_("field", "Outcome"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 8, .choices = agenda_outcomes },
	{ RECORD_FIELD(agenda_item, carried_from), .label = NC_("field", "Carried from"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(agenda_item, follow_up), .label = NC_("field", "Follow-up"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "follow_up" },
	{ RECORD_FIELD(agenda_item, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type agenda_item_type = {
	.key = "agenda_item",
	.label = N_("Agenda item"),
	.plural = N_("Agenda items"),
	.size = sizeof(struct agenda_item),
	.fields = agenda_item_fields,
	.check = agenda_item_check,
};

const char *
agenda_item_title(const struct agenda_item *item)
{
	const struct six_names titles = { { SIX_NAMES(item, title) } };

	return member_pick_name(&titles, messages_language()->column, NULL);
}
