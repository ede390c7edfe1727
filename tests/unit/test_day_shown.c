/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/messages.h"
#include "unit/catalogues.h"

/* One text a language, in the order of languages[]: en zh ja ko ru mn. */
struct showing {
	const char *day;
	const char *expected[LANGUAGE_COUNT];
};

static void
check_showing(const struct showing *showing, size_t count,
    void (*show)(struct buf *, const struct catalogue *, const char *))
{
	for (size_t n = 0; n < count; n++)
		for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
			struct buf shown = { 0 };

			show(&shown, catalogues[i], showing[n].day);
			assert_string_equal(buf_text(&shown), showing[n].expected[i]);
			buf_done(&shown);
		}
}

static void
long_form_is_that_of_a_letter(void **state)
{
	static const struct showing table[] = {
		{ "2026-04-13", { "Monday, April 13, 2026", "2026年4月13日星期一", "2026年4月13日月曜日",
		    "2026년 4월 13일 월요일", "понедельник, 13 апреля 2026 г.",
		    "2026 оны дөрөвдүгээр сарын 13, даваа гараг" } },
		{ "2010-10", { "October 2010", "2010年10月", "2010年10月", "2010년 10월", "октябрь 2010 г.",
		    "2010 оны аравдугаар сар" } },
		{ "2010", { "2010", "2010年", "2010年", "2010년", "2010 г.", "2010 он" } },
		{ "", { "not known", "不详", "不明", "미상", "неизвестно", "тодорхойгүй" } },
		{ "soon", { "soon", "soon", "soon", "soon", "soon", "soon" } },
	};

	(void)state;
	check_showing(table, sizeof table / sizeof table[0], day_show_long);
}

static void
short_form_is_that_of_a_list(void **state)
{
	static const struct showing table[] = {
		{ "2026-04-03", { "Fri 3 Apr 2026", "2026年4月3日 周五", "2026年4月3日(金)", "2026년 4월 3일(금)",
		    "пт 3 апр 2026", "2026 оны 4-р сарын 3, Ба" } },
		{ "2010-10", { "Oct 2010", "2010年10月", "2010年10月", "2010년 10월", "октябрь 2010 г.",
		    "2010 оны 10-р сар" } },
		{ "2010", { "2010", "2010年", "2010年", "2010년", "2010 г.", "2010 он" } },
	};

	(void)state;
	check_showing(table, sizeof table / sizeof table[0], day_show_short);
}

static void
near_form_leaves_the_year_out(void **state)
{
	static const struct showing table[] = {
		{ "2026-12-31", { "Thu 31 Dec", "12月31日 周四", "12月31日(木)", "12월 31일(목)", "чт 31 дек",
		    "12-р сарын 31, Пү" } },
	};

	(void)state;
	check_showing(table, sizeof table / sizeof table[0], day_show_near);
}

static void
show_echo_of_today(struct buf *out, const struct catalogue *in, const char *day)
{
	day_show_echo(out, in, day, "2026-04-13");
}

static void
echo_is_weekday_and_distance(void **state)
{
	static const struct showing table[] = {
		{ "2026-04-30", { "Thu, in 17 days", "周四，17 天后", "木、17日後", "목, 17일 후",
		    "чт, через 17 дней", "Пү, 17 хоногийн дараа" } },
		{ "2026-04-10", { "Fri, 3 days ago", "周五，3 天前", "金、3日前", "금, 3일 전", "пт, 3 дня назад",
		    "Ба, 3 хоногийн өмнө" } },
		{ "2026-04", { "", "", "", "", "", "" } },
		{ "", { "", "", "", "", "", "" } },
	};

	(void)state;
	check_showing(table, sizeof table / sizeof table[0], show_echo_of_today);
}

static void
distance_is_told_in_what_people_count(void **state)
{
	static const struct { const char *day, *expected; } table[] = {
		{ "2026-04-13", "today" }, { "2026-04-14", "tomorrow" }, { "2026-04-12", "yesterday" },
		{ "2026-04-15", "in 2 days" }, { "2026-06-12", "in 60 days" }, { "2026-06-13", "in 2 months" },
		{ "2026-07-12", "in 2 months" }, { "2026-07-13", "in 3 months" },
		{ "2028-04-12", "in 23 months" }, { "2028-04-13", "in 2 years" },
		{ "2026-02-12", "60 days ago" }, { "2026-02-11", "2 months ago" }, { "2024-04-14", "23 months ago" },
		{ "2024-04-13", "2 years ago" }, { "1996-09-10", "29 years ago" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct buf shown = { 0 };

		day_show_distance(&shown, NULL, table[i].day, "2026-04-13");
		assert_string_equal(buf_text(&shown), table[i].expected);
		buf_done(&shown);
	}
}

/* A pattern or name that a translator mistyped would show as a '%' or a hole. */
static void
every_month_and_weekday_has_its_name_in_every_language(void **state)
{
	(void)state;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		for (int month = 1; month <= 12; month++)
			for (int form = DAY_NAME_ALONE; form <= DAY_NAME_SHORT; form++)
				for (int before = 1; before < month; before++)
					assert_string_not_equal(
					    day_month_name(catalogues[i], month, (enum day_name)form),
					    day_month_name(catalogues[i], before, (enum day_name)form));
		for (int weekday = 0; weekday < 7; weekday++)
			for (int before = 0; before < weekday; before++)
				assert_string_not_equal(
				    day_weekday_name(catalogues[i], weekday, DAY_NAME_SHORT),
				    day_weekday_name(catalogues[i], before, DAY_NAME_SHORT));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_form_is_that_of_a_letter),
		cmocka_unit_test(short_form_is_that_of_a_list),
		cmocka_unit_test(near_form_leaves_the_year_out),
		cmocka_unit_test(echo_is_weekday_and_distance),
		cmocka_unit_test(distance_is_told_in_what_people_count),
		cmocka_unit_test(every_month_and_weekday_has_its_name_in_every_language),
	};

	return cmocka_run_group_tests_name("day_shown", tests, open_catalogues, close_catalogues);
}
