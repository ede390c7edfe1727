/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/government_name.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/country.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/row.h"

const struct choice government_kinds[] = {
	{ "province", NC_("kind", "province") },
	{ "autonomous-region", NC_("kind", "autonomous region") },
	{ "municipality", NC_("kind", "municipality") },
	{ "prefecture", NC_("kind", "prefecture") },
	{ "metropolitan-city", NC_("kind", "metropolitan city") },
	{ "special-self-governing-province", NC_("kind", "special self governing province") },
	{ "special-city", NC_("kind", "special city") },
	{ "capital-city", NC_("kind", "capital city") },
	{ "aimag", NC_("kind", "aimag") },
	{ "republic", NC_("kind", "republic") },
	{ "krai", NC_("kind", "krai") },
	{ "oblast", NC_("kind", "oblast") },
	{ 0 }
};

static const struct choice name_kinds[] = {
	{ "official", NC_("name kind", "official") },
	{ "short", NC_("name kind", "short") },
	{ 0 }
};

static bool
has_a_name(const struct government_name *name)
{
	const char *const names[] = { name->name_en, name->name_zh, name->name_ja,
		name->name_ko, name->name_ru, name->name_mn };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (names[i] != NULL && names[i][0] != '\0')
			return true;
	return false;
}

static bool
government_name_check(void *record, struct err *err)
{
	const struct government_name *name = record;

	if (!has_a_name(name)) {
		err_set(err, ERR_INPUT, _("Give the name in one language at least."));
		return err_at(err, "name_en");
	}
	return period_check(name->since, name->until, err);
}

static const struct field government_name_fields[] = {
	{ RECORD_FIELD(government_name, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(government_name, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER | FIELD_CARRIED,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(government_name, name_kind), .label = NC_("field", "Use"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 8, .choices = name_kinds },
	{ RECORD_FIELD(government_name, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 12, .choices = government_kinds },
	{ RECORD_FIELD(government_name, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(government_name, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(government_name, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(government_name, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT,
	  .width = 22, .language = "zh" },
	{ RECORD_FIELD(government_name, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ja", .group = "name_ja" },
	{ RECORD_FIELD(government_name, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT,
	  .width = 22, .language = "ko" },
	{ RECORD_FIELD(government_name, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT,
	  .width = 35, .language = "ru" },
	{ RECORD_FIELD(government_name, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT,
	  .width = 37, .language = "mn" },
	{ RECORD_FIELD(government_name, reading), .label = NC_("field", "Reading"), .kind = FIELD_TEXT,
	  .width = 30, .group = "name_ja", .hint = N_("The Japanese name in hiragana, for sorting and finding.") },
	{ RECORD_FIELD(government_name, unchecked), .label = NC_("field", "Unchecked"), .kind = FIELD_TEXT,
	  .width = 10, .hint = N_("Languages nobody has read yet, by code: mn, or ko mn.") },
	{ RECORD_FIELD(government_name, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type government_name_type = {
	.key = "government_name",
	.label = N_("Name of a government"),
	.plural = N_("Names of governments"),
	.size = sizeof(struct government_name),
	.fields = government_name_fields,
	.check = government_name_check,
};

/* Of several names the official ones. */
static const struct government_name *
official_on(const struct row_list *names, const char *day)
{
	const struct government_name *found = NULL;

	for (size_t i = 0; i < names->count; i++) {
		const struct government_name *name = row_at(names, i);

		if (strcmp(name->name_kind, "official") == 0 &&
		    (found == NULL || strcmp(name->since, day) <= 0))
			found = name;
	}
	return found;
}

/* In the language of the screen, or in its own. */
static bool
add_name_on(struct session *session, const char *government, const char *day, bool own,
    struct buf *ret_name, struct err *err)
{
	struct row_list rows = { 0 };
	struct country country = { 0 };
	char code[3] = "";
	bool found;

	memcpy(code, government, strnlen(government, 2));
	if (!row_find(session, &country_type, code, &country, &found, err) ||
	    !row_list(session, &government_name_type, "government", government, "since", &rows, err)) {
		record_done(&country_type, &country);
		return false;
	}
	const struct government_name *name = official_on(&rows, day);
	const char *shown = "";
	if (name != NULL) {
		const struct six_names names = { { name->name_en, name->name_zh, name->name_ja,
		    name->name_ko, name->name_ru, name->name_mn } };

		shown = member_pick_name(&names, own ? country.language : messages_language()->column,
		    country.language);
	}
	buf_add(ret_name, shown[0] != '\0' ? shown : government);
	record_done(&country_type, &country);
	row_list_done(&rows);
	return true;
}

bool
government_name_on(struct session *session, const char *government, const char *day,
    struct buf *ret_name, struct err *err)
{
	return add_name_on(session, government, day, false, ret_name, err);
}

bool
government_own_name_on(struct session *session, const char *government, const char *day,
    struct buf *ret_name, struct err *err)
{
	return add_name_on(session, government, day, true, ret_name, err);
}
