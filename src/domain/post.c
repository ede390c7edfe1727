/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/post.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/contact.h"
#include "domain/period.h"

static bool
check_code(const char *code, struct err *err)
{
	for (const char *p = code; *p != '\0'; p++)
		if (!((*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || (*p == '-' && p > code)))
			return err_set(err, ERR_INPUT,
			    _("The code of a post is capital letters, digits and hyphens: WC-CONTACT."));
	return true;
}

static bool
post_check(void *record, struct err *err)
{
	const struct post *post = record;

	return period_check(post->since, post->until, err);
}

static const struct field post_fields[] = {
	{ RECORD_FIELD(post, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(post, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER | FIELD_CARRIED,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(post, code), .label = NC_("field", "Code"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 12, .check = check_code, .hint = N_("Capital letters, digits and hyphens: WC-CONTACT.") },
	{ RECORD_FIELD(post, letters), .label = NC_("field", "Receives letters"), .kind = FIELD_FLAG, .flags = FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(post, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(post, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(post, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(post, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT,
	  .width = 22, .language = "zh" },
	{ RECORD_FIELD(post, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ja" },
	{ RECORD_FIELD(post, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT,
	  .width = 22, .language = "ko" },
	{ RECORD_FIELD(post, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT,
	  .width = 35, .language = "ru" },
	{ RECORD_FIELD(post, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT,
	  .width = 37, .language = "mn" },
	{ RECORD_FIELD(post, phone), .label = NC_("field", "Telephone"), .kind = FIELD_TEXT,
	  .width = 24, .check = contact_check_phone, .hint = N_("Country code first: +82 54 000 0000, or empty.") },
	{ RECORD_FIELD(post, fax), .label = NC_("field", "Fax"), .kind = FIELD_TEXT,
	  .width = 24, .check = contact_check_phone, .hint = N_("Country code first: +82 54 000 0000, or empty.") },
	{ RECORD_FIELD(post, email), .label = NC_("field", "E-mail"), .kind = FIELD_TEXT,
	  .width = 40, .check = contact_check_email, .hint = N_("name@domain.tld, or empty.") },
	{ RECORD_FIELD(post, web), .label = NC_("field", "Web site"), .kind = FIELD_TEXT,
	  .width = 40, .check = contact_check_web, .hint = N_("https://domain.tld/, or empty.") },
	{ RECORD_FIELD(post, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type post_type = {
	.key = "post",
	.label = N_("Post"),
	.plural = N_("Posts"),
	.size = sizeof(struct post),
	.fields = post_fields,
	.check = post_check,
};
