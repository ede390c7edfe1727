/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/day.h"

#include <assert.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/messages.h"

static const char *const month_names[][12] = {
	[DAY_NAME_ALONE] = {
		NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),
		NC_("month", "April"), NC_("month", "May"), NC_("month", "June"),
		NC_("month", "July"), NC_("month", "August"), NC_("month", "September"),
		NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
	},
	[DAY_NAME_WITH_DAY] = {
		NC_("month with a day", "January"), NC_("month with a day", "February"),
		NC_("month with a day", "March"), NC_("month with a day", "April"),
		NC_("month with a day", "May"), NC_("month with a day", "June"),
		NC_("month with a day", "July"), NC_("month with a day", "August"),
		NC_("month with a day", "September"), NC_("month with a day", "October"),
		NC_("month with a day", "November"), NC_("month with a day", "December"),
	},
	[DAY_NAME_SHORT] = {
		NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"),
		NC_("short month", "Apr"), NC_("short month", "May"), NC_("short month", "Jun"),
		NC_("short month", "Jul"), NC_("short month", "Aug"), NC_("short month", "Sep"),
		NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
	},
};

static const char *const weekday_names[2][7] = {
	{
		NC_("weekday", "Sunday"), NC_("weekday", "Monday"), NC_("weekday", "Tuesday"),
		NC_("weekday", "Wednesday"), NC_("weekday", "Thursday"), NC_("weekday", "Friday"),
		NC_("weekday", "Saturday"),
	},
	{	/* DAY_NAME_SHORT */
		NC_("short weekday", "Sun"), NC_("short weekday", "Mon"),
		NC_("short weekday", "Tue"), NC_("short weekday", "Wed"),
		NC_("short weekday", "Thu"), NC_("short weekday", "Fri"),
		NC_("short weekday", "Sat"),
	},
};

/* How a day is written when it is known to the year, the month, the day. */
static const char *const long_patterns[] = {
	/*
	 * TRANSLATORS: as in strftime: %Y year, %-m and %-d month and day in digits,
	 * %m and %d the same with two of them, %B month beside a day, %OB month alone,
	 * %b short month, %A weekday, %a short weekday.
	 * xgettext:no-c-format
	 */
	NC_("year pattern", "%Y"),
	/* xgettext:no-c-format */
	NC_("month pattern", "%OB %Y"),
	/* xgettext:no-c-format */
	NC_("day pattern", "%A, %B %-d, %Y"),
};

static const char *const short_patterns[] = {
	NC_("year pattern", "%Y"),
	/* xgettext:no-c-format */
	NC_("short month pattern", "%b %Y"),
	/* xgettext:no-c-format */
	NC_("short day pattern", "%a %-d %b %Y"),
};

static const char *const near_patterns[] = {
	NC_("year pattern", "%Y"),
	NC_("short month pattern", "%b %Y"),
	/* xgettext:no-c-format */
	NC_("short day pattern without year", "%a %-d %b"),
};

const char *
day_month_name(const struct catalogue *in, int month, enum day_name form)
{
	assert(month >= 1 && month <= 12);
	return message_show_in(in, month_names[form][month - 1]);
}

const char *
day_weekday_name(const struct catalogue *in, int weekday, enum day_name form)
{
	assert(weekday >= 0 && weekday <= 6);
	return message_show_in(in, weekday_names[form == DAY_NAME_SHORT][weekday]);
}

/* A day being written. */
struct shown {
	const struct catalogue *in;
	struct day_parts parts;
	int weekday;		/* where the day is whole */
};

/* Append what a letter of a pattern stands for; no other letter means anything. */
static void
add_part(struct buf *out, const struct shown *shown, char letter, bool alone, bool padded)
{
	switch (letter) {
	case 'Y':
		buf_addf(out, "%d", shown->parts.year);
		break;
	case 'm':
		buf_addf(out, padded ? "%02d" : "%d", shown->parts.month);
		break;
	case 'd':
		buf_addf(out, padded ? "%02d" : "%d", shown->parts.day);
		break;
	case 'B':
		buf_add(out, day_month_name(shown->in, shown->parts.month,
		    alone ? DAY_NAME_ALONE : DAY_NAME_WITH_DAY));
		break;
	case 'b':
		buf_add(out, day_month_name(shown->in, shown->parts.month, DAY_NAME_SHORT));
		break;
	case 'A':
		buf_add(out, day_weekday_name(shown->in, shown->weekday, DAY_NAME_ALONE));
		break;
	case 'a':
		buf_add(out, day_weekday_name(shown->in, shown->weekday, DAY_NAME_SHORT));
		break;
	}
}

static void
add_pattern(struct buf *out, const struct shown *shown, const char *pattern)
{
	for (const char *p = pattern; *p != '\0'; p++) {
		if (*p != '%') {
			buf_add_char(out, *p);
			continue;
		}
		bool padded = p[1] != '-', alone = p[1] == 'O';

		p += !padded || alone ? 2 : 1;
		add_part(out, shown, *p, alone, padded);
		if (*p == '\0')
			break;
	}
}

static void
show(struct buf *out, const struct catalogue *in, const char *day, const char *const patterns[])
{
	struct shown shown = { .in = in };

	if (!day_split(day, &shown.parts))
		buf_add(out, day);
	else if (shown.parts.year == 0)
		buf_add(out, message_show_in(in, NC_("day", "not known")));
	else {
		if (shown.parts.day > 0)
			shown.weekday = day_weekday(day);
		add_pattern(out, &shown, message_show_in(in,
		    patterns[(shown.parts.month > 0) + (shown.parts.day > 0)]));
	}
}

void
day_show_long(struct buf *out, const struct catalogue *in, const char *day)
{
	show(out, in, day, long_patterns);
}

void
day_show_short(struct buf *out, const struct catalogue *in, const char *day)
{
	show(out, in, day, short_patterns);
}

void
day_show_near(struct buf *out, const struct catalogue *in, const char *day)
{
	show(out, in, day, near_patterns);
}

/* Whole months between two days, the later one second. */
static int
months_between(const char *early, const char *late)
{
	struct day_parts from, to;

	day_split(early, &from);
	day_split(late, &to);
	return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day);
}

static void
show_ahead(struct buf *out, const struct catalogue *in, int days, int months)
{
	if (months >= 24)
		buf_addf(out, message_plural_in(in, "in %d year", "in %d years",
		    (unsigned long)months / 12), months / 12);
	else if (days > 60)
		buf_addf(out, message_plural_in(in, "in %d month", "in %d months",
		    (unsigned long)months), months);
	else
		buf_addf(out, message_plural_in(in, "in %d day", "in %d days",
		    (unsigned long)days), days);
}

static void
show_ago(struct buf *out, const struct catalogue *in, int days, int months)
{
	if (months >= 24)
		buf_addf(out, message_plural_in(in, "%d year ago", "%d years ago",
		    (unsigned long)months / 12), months / 12);
	else if (days > 60)
		buf_addf(out, message_plural_in(in, "%d month ago", "%d months ago",
		    (unsigned long)months), months);
	else
		buf_addf(out, message_plural_in(in, "%d day ago", "%d days ago",
		    (unsigned long)days), days);
}

void
day_show_distance(struct buf *out, const struct catalogue *in, const char *day, const char *today)
{
	static const char *const close[] = {
		NC_("day", "yesterday"), NC_("day", "today"), NC_("day", "tomorrow"),
	};
	int days = day_to_number(day) - day_to_number(today);

	if (days >= -1 && days <= 1)
		buf_add(out, message_show_in(in, close[days + 1]));
	else if (days > 0)
		show_ahead(out, in, days, months_between(today, day));
	else
		show_ago(out, in, -days, months_between(day, today));
}

void
day_show_echo(struct buf *out, const struct catalogue *in, const char *day, const char *today)
{
	struct buf distance = { 0 };

	if (!day_is_whole(day))
		return;
	day_show_distance(&distance, in, day, today);
	/* TRANSLATORS: a short weekday, and how far the day is: "Thu, in 17 days". */
	buf_addf(out, message_in(in, N_("%s, %s")),
	    day_weekday_name(in, day_weekday(day), DAY_NAME_SHORT), buf_text(&distance));
	buf_done(&distance);
}
