/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/day.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"

enum role { ROLE_NONE, ROLE_DAY, ROLE_MONTH, ROLE_YEAR };

enum {
	MOST_NUMBERS = 3,
	MOST_STEP = 9999,
	FIRST_BARE_YEAR = 1900,	/* four digits from here to there are a year ... */
	LAST_BARE_YEAR = 2099,
	YEARS_AHEAD = 20,	/* ... and two are the year up to this far ahead */
};

/* Blanks and what people put between the parts of a day; text is folded. */
static const char separators[] = " .,/-()";

/* A number that was typed, or the month that a name means. */
struct number {
	int value;
	int digits;		/* 0: it was a name */
	enum role role;
};

/* What was typed, taken apart. */
struct typed {
	const struct catalogue *in;
	struct number numbers[MOST_NUMBERS];
	size_t count;
	int weekday;		/* -1: none was named */
};

/*
 * What the number before it is, in all six languages at once: none means
 * something else in another. The longer ones stand first.
 */
static const struct unit {
	const char *word;
	enum role role;
} units[] = {
	{ "年", ROLE_YEAR }, { "년", ROLE_YEAR }, { "года", ROLE_YEAR }, { "год", ROLE_YEAR },
	{ "г", ROLE_YEAR }, { "оны", ROLE_YEAR }, { "он", ROLE_YEAR },
	{ "月", ROLE_MONTH }, { "월", ROLE_MONTH }, { "-р сарын", ROLE_MONTH },
	{ "-р сар", ROLE_MONTH }, { "сарын", ROLE_MONTH }, { "сар", ROLE_MONTH },
	{ "日", ROLE_DAY }, { "号", ROLE_DAY }, { "일", ROLE_DAY },
};

/* Words beside a day that say nothing about it. */
static const char *const idle_words[] = { "гараг", "г", "。" };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* May a word of letters end before this byte? */
static bool
ends_word(char c)
{
	return c == '\0' || is_digit(c) || c == '+' || strchr(separators, c) != NULL;
}

static bool
begins_with(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

/* Step over up to eight digits; false for none or more. */
static bool
take_digits(const char **text, int *ret_value, int *ret_count)
{
	int value = 0, count = 0;

	for (; is_digit((*text)[count]); count++) {
		if (count == 8)
			return false;
		value = value * 10 + ((*text)[count] - '0');
	}
	*text += count;
	*ret_value = value;
	*ret_count = count;
	return count > 0;
}

/* Han and Hangul run on without blanks, Cyrillic does not. */
static bool
is_unit(const struct unit *unit, const char *text)
{
	bool runs_on = (unsigned char)unit->word[0] >= 0xE0;

	return begins_with(text, unit->word) && (runs_on || ends_word(text[strlen(unit->word)]));
}

static enum role
take_unit(const char **text)
{
	const char *unit = *text + strspn(*text, " ");

	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (is_unit(&units[i], unit)) {
			*text = unit + strlen(units[i].word);
			return units[i].role;
		}
	return ROLE_NONE;
}

static bool
add_number(struct typed *typed, struct number number)
{
	if (typed->count == MOST_NUMBERS)
		return false;
	typed->numbers[typed->count++] = number;
	return true;
}

static bool
take_number(struct typed *typed, const char **text)
{
	struct number number = { 0 };

	if (!take_digits(text, &number.value, &number.digits))
		return false;
	number.role = take_unit(text);
	return add_number(typed, number);
}

/* One of the names of months, or of weekdays. */
struct names {
	int first, last;
	const char *(*get)(const struct catalogue *in, int which, enum day_name form);
};

static const struct names months = { 1, 12, day_month_name };
static const struct names weekdays = { 0, 6, day_weekday_name };

/* Does text begin with the name (0: no), or is its first word the begin of it? */
static size_t
match_name(const char *text, size_t word, const char *name, bool *ret_begun)
{
	char *folded = text_folded(name, 0);
	size_t length = strlen(folded);
	bool whole = begins_with(text, folded) && ends_word(text[length]);

	*ret_begun = word >= 2 && word < length && strncmp(text, folded, word) == 0;
	free(folded);
	return whole ? length : 0;
}

/*
 * Step over a name: the longest that stands there whole, else the only one that
 * is begun. In the catalogue's language or in English. -1 when there is none.
 */
static int
take_name(const struct typed *typed, const struct names *names, const char **text)
{
	const struct catalogue *const catalogues[] = { typed->in, NULL };
	size_t word = 0, longest = 0;
	int found = -1, begun = -1, many = 0;

	while (!ends_word((*text)[word]))
		word++;
	for (int which = names->first; which <= names->last; which++)
		for (int n = 0; n < 6; n++) {
			bool begins;
			size_t length = match_name(*text, word,
			    names->get(catalogues[n / 3], which, (enum day_name)(n % 3)), &begins);

			if (length > longest) {
				longest = length;
				found = which;
			}
			if (begins && begun != which) {
				begun = which;
				many++;
			}
		}
	if (found >= 0) {
		*text += longest;
		return found;
	}
	*text += many == 1 ? word : 0;
	return many == 1 ? begun : -1;
}

static bool
take_idle_word(const char **text)
{
	for (size_t i = 0; i < sizeof idle_words / sizeof idle_words[0]; i++)
		if (begins_with(*text, idle_words[i]) &&
		    ends_word((*text)[strlen(idle_words[i])])) {
			*text += strlen(idle_words[i]);
			return true;
		}
	return false;
}

static bool
take_word(struct typed *typed, const char **text)
{
	int month, weekday = take_name(typed, &weekdays, text);

	if (weekday >= 0) {
		typed->weekday = weekday;
		return true;
	}
	month = take_name(typed, &months, text);
	if (month > 0)
		return add_number(typed, (struct number){ .value = month, .role = ROLE_MONTH });
	return take_idle_word(text);
}

static bool
take_apart(struct typed *typed, const char *text)
{
	while (*(text += strspn(text, separators)) != '\0')
		if (!(is_digit(*text) ? take_number : take_word)(typed, &text))
			return false;
	return true;
}

static bool
has_role(const struct typed *typed, enum role role)
{
	for (size_t i = 0; i < typed->count; i++)
		if (typed->numbers[i].role == role)
			return true;
	return false;
}

/* Does the language write the year first and the month before the day? */
static bool
is_year_first(const struct catalogue *in)
{
	/* TRANSLATORS: the order in which days are typed in digits: "dmy" or "ymd". */
	return strcmp(message_show_in(in, NC_("order of a day", "dmy")), "ymd") == 0;
}

/*
 * The roles that are left, in the order of writing, as many as are needed: the
 * year is left out first, then the day if there is a year, else the month.
 */
static size_t
free_roles(const struct typed *typed, size_t needed, enum role ret_roles[3])
{
	static const enum role orders[2][3] = {
		{ ROLE_DAY, ROLE_MONTH, ROLE_YEAR }, { ROLE_YEAR, ROLE_MONTH, ROLE_DAY },
	};
	bool taken[] = {
		[ROLE_DAY] = has_role(typed, ROLE_DAY),
		[ROLE_MONTH] = has_role(typed, ROLE_MONTH),
		[ROLE_YEAR] = has_role(typed, ROLE_YEAR),
	};
	const enum role left_out[] = { ROLE_YEAR, taken[ROLE_YEAR] ? ROLE_DAY : ROLE_MONTH };
	bool year_first = is_year_first(typed->in) || typed->numbers[0].role == ROLE_YEAR;
	size_t count = 0, left = 3;

	for (enum role role = ROLE_DAY; role <= ROLE_YEAR; role++)
		left -= taken[role];
	for (int i = 0; i < 2; i++)
		if (left > needed && !taken[left_out[i]]) {
			taken[left_out[i]] = true;
			left--;
		}
	for (int i = 0; i < 3; i++)
		if (!taken[orders[year_first][i]])
			ret_roles[count++] = orders[year_first][i];
	return count;
}

static bool
give_roles(struct typed *typed)
{
	enum role roles[3];
	size_t needed = 0, given = 0;

	for (size_t i = 0; i < typed->count; i++) {
		struct number *number = &typed->numbers[i];

		if (number->role == ROLE_NONE && number->digits == 4)
			number->role = ROLE_YEAR;
		needed += number->role == ROLE_NONE;
	}
	size_t count = free_roles(typed, needed, roles);
	if (count < needed)
		return false;
	for (size_t i = 0; i < typed->count; i++)
		if (typed->numbers[i].role == ROLE_NONE)
			typed->numbers[i].role = roles[given++];
	return true;
}

/* "26" is 2026, "96" is 1996. */
static int
whole_year(const struct number *number, int this_year)
{
	int year = this_year / 100 * 100 + number->value;

	if (number->digits > 2)
		return number->value;
	if (year > this_year + YEARS_AHEAD)
		return year - 100;
	return year;
}

static bool
is_allowed(const struct number *number)
{
	int most = number->role == ROLE_YEAR ? 4 : 2;

	return number->digits <= most && number->digits != 3 &&
	    (number->value > 0 || number->role == ROLE_YEAR);
}

static bool
collect_parts(const struct typed *typed, int this_year, struct day_parts *ret_parts)
{
	struct day_parts parts = { 0 };

	for (size_t i = 0; i < typed->count; i++) {
		const struct number *number = &typed->numbers[i];
		int *part = number->role == ROLE_YEAR ? &parts.year :
		    number->role == ROLE_MONTH ? &parts.month : &parts.day;

		if (*part != 0 || !is_allowed(number))
			return false;
		*part = number->role == ROLE_YEAR ? whole_year(number, this_year) : number->value;
	}
	*ret_parts = parts;
	return true;
}

/* A month that is none, where the day could be one, was typed the other way round. */
static void
turn_round(struct day_parts *parts)
{
	int month = parts->month;

	if (month > 12 && parts->day > 0 && parts->day <= 12) {
		parts->month = parts->day;
		parts->day = month;
	}
}

/* What was not typed is of today. */
static bool
complete(struct day_parts *parts, const struct day_parts *today)
{
	if (parts->day > 0 && parts->month == 0) {
		if (parts->year > 0)
			return false;
		parts->month = today->month;
	}
	if (parts->year == 0)
		parts->year = today->year;
	return true;
}

static bool
read_parts(struct typed *typed, const char *today, char ret_day[DAY_SIZE])
{
	struct day_parts now, parts;
	char day[DAY_SIZE];

	day_split(today, &now);
	if (!give_roles(typed) || !collect_parts(typed, now.year, &parts))
		return false;
	turn_round(&parts);
	if (!complete(&parts, &now) || !day_join(parts.year, parts.month, parts.day, day))
		return false;
	if (typed->weekday >= 0 && (parts.day == 0 || day_weekday(day) != typed->weekday))
		return false;
	memcpy(ret_day, day, DAY_SIZE);
	return true;
}

static bool
join_whole(int year, int month, int day, char ret_day[DAY_SIZE])
{
	return month > 0 && day > 0 && day_join(year, month, day, ret_day);
}

/* "2704" or "0427", by the language, else the other way round; or a year. */
static bool
read_four(const struct typed *typed, int value, const char *today, char ret_day[DAY_SIZE])
{
	int first = value / 100, second = value % 100;
	int day = is_year_first(typed->in) ? second : first;
	int month = is_year_first(typed->in) ? first : second;
	struct day_parts now;

	if ((value >= FIRST_BARE_YEAR && value <= LAST_BARE_YEAR) || second > 31)
		return day_join(value, 0, 0, ret_day);
	day_split(today, &now);
	return join_whole(now.year, month, day, ret_day) ||
	    join_whole(now.year, day, month, ret_day);
}

/* Digits alone, four or eight of them: the others are like any number. */
static bool
is_run_of_digits(const char *text, int *ret_value, int *ret_count)
{
	return take_digits(&text, ret_value, ret_count) && *text == '\0' &&
	    (*ret_count == 4 || *ret_count == 8);
}

static bool
read_run_of_digits(const struct typed *typed, int value, int count, const char *today,
    char ret_day[DAY_SIZE])
{
	if (count == 4)
		return read_four(typed, value, today, ret_day);
	return join_whole(value / 10000, value / 100 % 100, value % 100, ret_day);
}

/* The place of the only letter of text among letters; -1 when it is not there. */
static int
place_of(const char *text, const char *letters)
{
	uint32_t wanted, letter;

	if (*text_decode(text, &wanted) != '\0')
		return -1;
	for (int place = 0; *letters != '\0'; place++) {
		letters = text_decode(letters, &letter);
		if (letter == wanted)
			return place;
	}
	return -1;
}

/* What a step counts: 0 days, 1 weeks, 2 months, 3 years; -1 nothing known. */
static int
step_unit(const struct catalogue *in, const char *text)
{
	if (*text == '\0')
		return 0;
	/* TRANSLATORS: a letter each for day, week, month and year, as typed in +2w. */
	int place = place_of(text, message_show_in(in, NC_("letters of a step", "dwmy")));
	return place >= 0 && place <= 3 ? place : place_of(text, "dwmy");
}

/* "+7", "-1", "+2w", "+1m" */
static bool
read_step(const struct typed *typed, const char *text, const char *today, char ret_day[DAY_SIZE])
{
	static const struct { int days, months; } lengths[] = {
		{ 1, 0 }, { 7, 0 }, { 0, 1 }, { 0, 12 },
	};
	int sign = *text == '-' ? -1 : 1, steps, count;

	text += 1 + strspn(text + 1, " ");
	if (!take_digits(&text, &steps, &count) || steps > MOST_STEP)
		return false;
	int unit = step_unit(typed->in, text + strspn(text, " "));
	if (unit < 0)
		return false;
	if (lengths[unit].months > 0)
		day_add_months(today, sign * steps * lengths[unit].months, ret_day);
	else
		day_add_days(today, sign * steps * lengths[unit].days, ret_day);
	return true;
}

static bool
is_name(const char *text, const char *name)
{
	char *folded = text_folded(name, 0);
	bool same = strcmp(text, folded) == 0;

	free(folded);
	return same;
}

/* "0", "t", and the words for today and its neighbours. */
static bool
read_close(const struct typed *typed, const char *text, const char *today, char ret_day[DAY_SIZE])
{
	static const char *const words[] = {
		NC_("day", "yesterday"), NC_("day", "today"), NC_("day", "tomorrow"),
	};

	for (int i = 0; i < 3; i++)
		if (is_name(text, message_show_in(typed->in, words[i])) ||
		    is_name(text, message_show_in(NULL, words[i]))) {
			day_add_days(today, i - 1, ret_day);
			return true;
		}
	if (strcmp(text, "0") != 0 && strcmp(text, "t") != 0)
		return false;
	memcpy(ret_day, today, DAY_SIZE);
	return true;
}

/* The first such day from today on, which may be today. */
static bool
read_weekday(int weekday, const char *today, char ret_day[DAY_SIZE])
{
	if (weekday < 0)
		return false;
	day_add_days(today, (weekday - day_weekday(today) + 7) % 7, ret_day);
	return true;
}

static bool
read_typed(const char *text, const char *today, const struct catalogue *in,
    char ret_day[DAY_SIZE])
{
	struct typed typed = { .in = in, .weekday = -1 };
	int value, count;

	if (*text == '\0') {
		ret_day[0] = '\0';
		return true;
	}
	if (*text == '+' || *text == '-')
		return read_step(&typed, text, today, ret_day);
	if (is_run_of_digits(text, &value, &count))
		return read_run_of_digits(&typed, value, count, today, ret_day);
	if (read_close(&typed, text, today, ret_day))
		return true;
	if (!take_apart(&typed, text))
		return false;
	return typed.count == 0 ? read_weekday(typed.weekday, today, ret_day) :
	    read_parts(&typed, today, ret_day);
}

bool
day_parse_input(const char *typed, const char *today, const struct catalogue *in,
    char ret_day[DAY_SIZE], struct err *err)
{
	assert(day_is_whole(today));
	char *folded = text_folded(typed, 0);
	char *text = folded + strspn(folded, " \t");
	size_t length = strlen(text);

	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
		text[--length] = '\0';
	bool ok = read_typed(text, today, in, ret_day);
	free(folded);
	return ok || err_set(err, ERR_INPUT,
	    _("\"%s\" cannot be read as a day: write 27.4.2026, 2704, 27, +7, or t for today."),
	    typed);
}
