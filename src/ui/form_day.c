/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form_day.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"

static void
day_of_today(const char *today, char ret_day[DAY_SIZE])
{
	if (today[0] != '\0')
		memcpy(ret_day, today, DAY_SIZE);
	else
		day_today("UTC", ret_day);
}

bool
form_day_read(const char *typed, const char *today, char ret_day[DAY_SIZE], struct err *err)
{
	char now[DAY_SIZE];

	day_of_today(today, now);
	if (!day_check(typed, err))
		return false;
	strcpy(ret_day, typed);
	return true;
}

bool
form_day_step(const char *day, int days, int months, char ret_day[DAY_SIZE])
{
	if (!day_check(day, NULL) || !day_is_whole(day))
		return false;
	if (months != 0)
		day_add_months(day, months, ret_day);
	else
		day_add_days(day, days, ret_day);
	return true;
}

void
form_day_echo(const char *day, const char *today, struct buf *text)
{
	char now[DAY_SIZE];
	long days;

	if (!day_check(day, NULL) || !day_is_whole(day))
		return;
	day_of_today(today, now);
	days = (long)day_to_number(day) - (long)day_to_number(now);
	if (days == 0)
		buf_add(text, C_("day", "today"));
	else if (days > 0)
		buf_addf(text, nq_("in %ld day", "in %ld days", (unsigned long)days), days);
	else
		buf_addf(text, nq_("%ld day ago", "%ld days ago", (unsigned long)-days), -days);
}
