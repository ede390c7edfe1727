/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/holiday.h"

#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "domain/member.h"
#include "domain/period.h"

static bool
holiday_check(void *record, struct err *err)
{
	const struct holiday *holiday = record;

	return period_check(holiday->since, holiday->until, err);
}

/* 2012-09-30, or 09-30; the last of February may be every year's. */
static bool
check_day(const char *day, struct err *err)
{
	char whole[DAY_SIZE];

	snprintf(whole, sizeof whole, "%s%s", strlen(day) == 5 ? "2000-" : "", day);
	return (strlen(whole) == DAY_SIZE - 1 && day_is_whole(whole)) || err_set(err, ERR_INPUT,
	    _("\"%s\" is no day: write 2012-09-30 for one year, or 09-30 for every year."), day);
}

static const struct field holiday_fields[] = {
	{ RECORD_FIELD(holiday, country), .label = NC_("field", "Country"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 4, .refers = "country" },
	{ RECORD_FIELD(holiday, day), .label = NC_("field", "Day"), .kind = FIELD_TEXT, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .hint = N_("A day of one year, 2012-09-30, or of every year, 10-03."), .check = check_day },
	{ RECORD_FIELD(holiday, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(holiday, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(holiday, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24, .language = "en" },
	{ RECORD_FIELD(holiday, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24, .language = "zh" },
	{ RECORD_FIELD(holiday, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24, .language = "ja" },
	{ RECORD_FIELD(holiday, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24, .language = "ko" },
	{ RECORD_FIELD(holiday, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24, .language = "ru" },
	{ RECORD_FIELD(holiday, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24, .language = "mn" },
	{ RECORD_FIELD(holiday, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type holiday_type = {
	.key = "holiday",
	.label = N_("Holiday"),
	.plural = N_("Holidays"),
	.size = sizeof(struct holiday),
	.fields = holiday_fields,
	.check = holiday_check,
};

/* Of a day of every year, the one in that year; false on 29 February of most. */
static bool
in_year(const char *day, int year, char ret_day[DAY_SIZE])
{
	struct day_parts parts;
	char leap[DAY_SIZE];

	snprintf(leap, sizeof leap, "2000-%.5s", day);
	return day_split(leap, &parts) && day_join(year, parts.month, parts.day, ret_day);
}

static bool
is_on(const struct holiday *holiday, const char *day, const char *from, const char *last)
{
	return strcmp(day, from) >= 0 && strcmp(day, last) <= 0 &&
	    period_holds(holiday->since, holiday->until, day);
}

bool
holiday_next(const struct holiday *holiday, const char *from, const char *last,
    char ret_day[DAY_SIZE])
{
	struct day_parts first, end;

	if (strlen(holiday->day) == DAY_SIZE - 1) {
		memcpy(ret_day, holiday->day, DAY_SIZE);
		return is_on(holiday, ret_day, from, last);
	}
	day_split(from, &first);
	day_split(last, &end);
	for (int year = first.year; year <= end.year; year++)
		if (in_year(holiday->day, year, ret_day) && is_on(holiday, ret_day, from, last))
			return true;
	return false;
}

const char *
holiday_name(const struct holiday *holiday)
{
	const struct six_names names = { { SIX_NAMES(holiday, name) } };

	return member_pick_name(&names, messages_language()->column, NULL);
}
