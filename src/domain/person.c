/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/person.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/contact.h"
#include "domain/language_choice.h"

struct own_name {
	const char *family, *given;
};

static struct own_name
name_in(const struct person *person, const char *column)
{
	const struct { const char *column; struct own_name name; } names[] = {
		{ "en", { person->family_en, person->given_en } },
		{ "zh", { person->family_zh, person->given_zh } },
		{ "ja", { person->family_ja, person->given_ja } },
		{ "ko", { person->family_ko, person->given_ko } },
		{ "ru", { person->family_ru, person->given_ru } },
		{ "mn", { person->family_mn, person->given_mn } },
	};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (column != NULL && strcmp(names[i].column, column) == 0)
			return names[i].name;
	return (struct own_name){ 0 };
}

static bool
is_empty(struct own_name name)
{
	return (name.family == NULL || name.family[0] == '\0') &&
	    (name.given == NULL || name.given[0] == '\0');
}

static void
add_words(struct buf *text, const char *first, const char *between, const char *second)
{
	buf_add(text, first != NULL ? first : "");
	if (first != NULL && first[0] != '\0' && second != NULL && second[0] != '\0')
		buf_add(text, between);
	buf_add(text, second != NULL ? second : "");
}

void
person_name(const struct person *person, const struct language *language, struct buf *ret_name)
{
	const char *const wanted[] = { language->column, "en", person->language,
		"zh", "ja", "ko", "ru", "mn" };

	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
		struct own_name name = name_in(person, wanted[i]);

		if (is_empty(name))
			continue;
		if (strcmp(wanted[i], "en") == 0)
			add_words(ret_name, name.given, " ", name.family);
		else if (strcmp(wanted[i], "zh") == 0 || strcmp(wanted[i], "ko") == 0)
			add_words(ret_name, name.family, "", name.given);
		else
			add_words(ret_name, name.family, " ", name.given);
		return;
	}
}

static bool
person_check(void *record, struct err *err)
{
	const struct person *person = record;

	if (is_empty(name_in(person, person->language))) {
		err_set(err, ERR_INPUT, _("Give the person's name in the person's own language."));
		return err_at(err, "language");
	}
	return true;
}

static const struct field person_fields[] = {
	{ RECORD_FIELD(person, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(person, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .choices = language_choices, .hint = N_("The language the person's own name is written in.") },
	{ RECORD_FIELD(person, title), .label = NC_("person", "Title"), .kind = FIELD_TEXT,
	  .width = 12 },
	{ RECORD_FIELD(person, family_en), .label = NC_("field", "Family name en"), .kind = FIELD_TEXT,
	  .width = 20, .language = "en", .group = "name_en" },
	{ RECORD_FIELD(person, given_en), .label = NC_("field", "Given name en"), .kind = FIELD_TEXT,
	  .width = 20, .language = "en", .group = "name_en" },
	{ RECORD_FIELD(person, family_zh), .label = NC_("field", "Family name zh"), .kind = FIELD_TEXT,
	  .width = 20, .language = "zh", .group = "name_zh" },
	{ RECORD_FIELD(person, given_zh), .label = NC_("field", "Given name zh"), .kind = FIELD_TEXT,
	  .width = 20, .language = "zh", .group = "name_zh" },
	{ RECORD_FIELD(person, family_ja), .label = NC_("field", "Family name ja"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ja", .group = "name_ja" },
	{ RECORD_FIELD(person, given_ja), .label = NC_("field", "Given name ja"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ja", .group = "name_ja" },
	{ RECORD_FIELD(person, family_ko), .label = NC_("field", "Family name ko"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ko", .group = "name_ko" },
	{ RECORD_FIELD(person, given_ko), .label = NC_("field", "Given name ko"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ko", .group = "name_ko" },
	{ RECORD_FIELD(person, family_ru), .label = NC_("field", "Family name ru"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ru", .group = "name_ru" },
	{ RECORD_FIELD(person, given_ru), .label = NC_("field", "Given name ru"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ru", .group = "name_ru" },
	{ RECORD_FIELD(person, family_mn), .label = NC_("field", "Family name mn"), .kind = FIELD_TEXT,
	  .width = 20, .language = "mn", .group = "name_mn" },
	{ RECORD_FIELD(person, given_mn), .label = NC_("field", "Given name mn"), .kind = FIELD_TEXT,
	  .width = 20, .language = "mn", .group = "name_mn" },
	{ RECORD_FIELD(person, reading), .label = NC_("field", "Reading"), .kind = FIELD_TEXT,
	  .width = 30, .group = "name_ja", .hint = N_("The Japanese name in hiragana, for sorting and finding.") },
	{ RECORD_FIELD(person, phone), .label = NC_("field", "Telephone"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24, .check = contact_check_phone, .hint = N_("Country code first: +82 54 000 0000, or empty.") },
	{ RECORD_FIELD(person, email), .label = NC_("field", "E-mail"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 40, .check = contact_check_email, .hint = N_("name@domain.tld, or empty.") },
	{ RECORD_FIELD(person, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type person_type = {
	.key = "person",
	.label = N_("Person"),
	.plural = N_("People"),
	.size = sizeof(struct person),
	.fields = person_fields,
	.check = person_check,
};
