/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdbool.h>

#include "domain/agenda_clock.h"

enum { NEVER = -1 };

/* A morning, an afternoon and another morning. */
static const struct agenda_slot day[] = {
	{ 1, 9 * 60, 12 * 60 }, { 2, 13 * 60 + 30, 17 * 60 }, { 3, 9 * 60, 10 * 60 },
};

/* minutes and sitting go in; slots and minutes of the day come out, slot NEVER: none. */
struct item {
	int64_t minutes, sitting;
	int slot, starts, end_slot, ends;
};

static void
assert_clock(const struct agenda_slot *slots, size_t slot_count, const struct item *items,
    size_t count)
{
	struct agenda_time times[8];

	for (size_t i = 0; i < count; i++)
		times[i] = (struct agenda_time){ .minutes = items[i].minutes, .sitting = items[i].sitting };
	agenda_clock(slots, slot_count, times, count);
	for (size_t i = 0; i < count; i++) {
		bool starts = items[i].slot != NEVER, ends = items[i].end_slot != NEVER;

		assert_int_equal(times[i].slot, starts ? (size_t)items[i].slot : AGENDA_NEVER);
		assert_int_equal(times[i].end_slot, ends ? (size_t)items[i].end_slot : AGENDA_NEVER);
		if (starts)
			assert_int_equal(times[i].starts, items[i].starts);
		if (ends)
			assert_int_equal(times[i].ends, items[i].ends);
	}
}

static void
items_follow_one_another_over_breaks(void **state)
{
	static const struct item items[] = {
		{ 15, 0, 0, 540, 0, 555 },
		{ 150, 0, 0, 555, 0, 705 },
		{ 30, 0, 0, 705, 1, 825 },	/* 15 before the break, 15 after it */
		{ 0, 0, 1, 825, 1, 825 },
		{ 195, 0, 1, 825, 1, 1020 },	/* to the end of the sitting */
		{ 10, 0, 2, 540, 2, 550 },	/* so the next begins in the next */
		{ 60, 0, 2, 550, NEVER, 0 },
		{ 5, 0, NEVER, 0, NEVER, 0 },
	};

	(void)state;
	assert_clock(day, 3, items, 8);
}

static void
item_waits_for_its_sitting_and_never_goes_back(void **state)
{
	static const struct item items[] = {
		{ 15, 0, 0, 540, 0, 555 },
		{ 15, 2, 1, 810, 1, 825 },
		{ 15, 1, 1, 825, 1, 840 },	/* that one is over */
		{ 15, 2, 1, 840, 1, 855 },	/* and in that one it is */
		{ 15, 9, 1, 855, 1, 870 },	/* there is none */
		{ 15, 3, 2, 540, 2, 555 },
	};

	(void)state;
	assert_clock(day, 3, items, 6);
}

static void
item_longer_than_a_sitting_takes_several(void **state)
{
	static const struct item items[] = {
		{ 180 + 210 + 10, 0, 0, 540, 2, 550 },
	};

	(void)state;
	assert_clock(day, 3, items, 1);
}

static void
without_timed_sittings_nothing_has_a_time(void **state)
{
	static const struct item items[] = { { 15, 0, NEVER, 0, NEVER, 0 }, { 0, 1, NEVER, 0, NEVER, 0 } };

	(void)state;
	assert_clock(day, 0, items, 2);
	agenda_clock(day, 3, NULL, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_follow_one_another_over_breaks),
		cmocka_unit_test(item_waits_for_its_sitting_and_never_goes_back),
		cmocka_unit_test(item_longer_than_a_sitting_takes_several),
		cmocka_unit_test(without_timed_sittings_nothing_has_a_time),
	};

	return cmocka_run_group_tests_name("agenda_clock", tests, NULL, NULL);
}
