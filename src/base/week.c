/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/week.h"

#include "base/day.h"

int32_t
week_monday(int32_t number)
{
	return number - ((number + 3) % WEEK_DAYS + WEEK_DAYS) % WEEK_DAYS;	/* 1970-01-01 was a Thursday */
}

/* The week belongs to the year its Thursday lies in. */
int
week_number(int32_t number)
{
	int32_t thursday = week_monday(number) + 3;
	char day[DAY_SIZE], new_year[DAY_SIZE];
	struct day_parts parts;

	day_from_number(thursday, day);
	day_split(day, &parts);
	day_join(parts.year, 1, 1, new_year);
	return (thursday - day_to_number(new_year)) / WEEK_DAYS + 1;
}

int
month_weeks(int year, int month)
{
	char first[DAY_SIZE];

	day_join(year, month, 1, first);
	int32_t number = day_to_number(first);
	int before = number - week_monday(number);
	return (before + day_month_length(year, month) + WEEK_DAYS - 1) / WEEK_DAYS;
}
