/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/hour.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"

enum { MOST_TYPED = 8 };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int
hour_minutes(const char *time)
{
	if (strlen(time) != HOUR_SIZE - 1 || time[2] != ':' || !is_digit(time[0]) ||
	    !is_digit(time[1]) || !is_digit(time[3]) || !is_digit(time[4]))
		return -1;
	int hour = (time[0] - '0') * 10 + time[1] - '0';
	int minute = (time[3] - '0') * 10 + time[4] - '0';
	return minute < 60 && hour * 60 + minute <= HOUR_DAY ? hour * 60 + minute : -1;
}

void
hour_from_minutes(int minutes, char ret_time[HOUR_SIZE])
{
	unsigned at = minutes < 0 ? 0 : minutes > HOUR_DAY ? HOUR_DAY : (unsigned)minutes;

	snprintf(ret_time, HOUR_SIZE, "%02u:%02u", at / 60 % 100, at % 60);
}

static bool
refuse(const char *typed, struct err *err)
{
	return err_set(err, ERR_INPUT, _("\"%s\" is no time of the clock: write it like 9, 930 or 13:30."),
	    typed);
}

bool
hour_check(const char *time, struct err *err)
{
	return hour_minutes(time) >= 0 || refuse(time, err);
}

/* Narrow digits and signs in place of the wide ones; false when it is too long. */
static bool
narrow(const char *typed, char ret_plain[MOST_TYPED])
{
	size_t length = 0;

	while (*typed != '\0') {
		const unsigned char *bytes = (const unsigned char *)typed;
		bool wide = bytes[0] == 0xef && bytes[1] == 0xbc && bytes[2] >= 0x81 && bytes[2] <= 0xbf;

		if (length + 1 >= MOST_TYPED)
			return false;
		ret_plain[length++] = wide ? (char)(bytes[2] - 0x80 + 0x20) : *typed;
		typed += wide ? 3 : 1;
	}
	ret_plain[length] = '\0';
	return true;
}

/* Digits only, and as many as said at most; -1 otherwise. */
static int
number(const char *text, size_t length, size_t most)
{
	int value = 0;

	if (length == 0 || length > most)
		return -1;
	for (size_t i = 0; i < length; i++) {
		if (!is_digit(text[i]))
			return -1;
		value = value * 10 + text[i] - '0';
	}
	return value;
}

static int
clock_minutes(const char *text)
{
	size_t before = strcspn(text, ":.");
	size_t length = strlen(text);
	bool parted = text[before] != '\0';
	size_t hours = parted || length <= 2 ? before : length - 2;
	const char *rest = text + hours + parted;
	int hour = number(text, hours, 2);
	int minute = *rest == '\0' && !parted ? 0 : number(rest, strlen(rest), 2);

	if (hour < 0 || minute < 0 || minute > 59 || (parted && strlen(rest) != 2))
		return -1;
	return hour * 60 + minute <= HOUR_DAY ? hour * 60 + minute : -1;
}

static bool
later(const char *typed, const char *plain, const char *start, int *ret_minutes, struct err *err)
{
	int from = hour_minutes(start);
	int add = number(plain + 1, strlen(plain + 1), 4);

	if (add < 0)
		return refuse(typed, err);
	if (from < 0)
		return err_set(err, ERR_INPUT, _("\"%s\" counts from a start that is not there: type the start first."),
		    typed);
	if (from + add > HOUR_DAY)
		return err_set(err, ERR_INPUT, _("\"%s\" goes past midnight: make it two sittings."), typed);
	*ret_minutes = from + add;
	return true;
}

bool
hour_parse_input(const char *typed, const char *start, char ret_time[HOUR_SIZE],
    struct err *err)
{
	char plain[MOST_TYPED];
	int minutes = 0;

	if (!narrow(typed, plain))
		return refuse(typed, err);
	if (plain[0] == '+') {
		if (!later(typed, plain, start, &minutes, err))
			return false;
	} else {
		minutes = clock_minutes(plain);
		if (minutes < 0)
			return refuse(typed, err);
	}
	hour_from_minutes(minutes, ret_time);
	return true;
}
