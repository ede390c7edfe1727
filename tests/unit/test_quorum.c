/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "domain/quorum.h"
#include "domain/standing.h"

static void
quorum_is_more_than_the_part(void **state)
{
	static const struct { const char *part; int64_t counted, needed; } rows[] = {
		{ "1/2", 70, 36 }, { "1/2", 77, 39 }, { "1/2", 1, 1 }, { "1/2", 2, 2 },
		{ "2/3", 70, 47 }, { "2/3", 69, 47 }, { "2/3", 72, 49 }, { "3/4", 4, 4 },
		{ "0/1", 70, 1 }, { "1/2", 0, 1 }, { "1/3", 9, 4 },
	};
	struct part part;
	struct err err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_true(part_read(rows[i].part, "quorum.part", &part, &err));
		assert_int_equal(quorum_needed(&part, rows[i].counted), rows[i].needed);
	}
}

static void
what_is_no_part_below_one_is_refused(void **state)
{
	static const char *const texts[] = { "", "half", "1/1", "2/1", "1/0", "-1/2", "1/2x", "1", "0.5", "1 / 2 ",
		"12345/99999" };
	struct part part;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct err err = { 0 };

		assert_false(part_read(texts[i], "quorum.part", &part, &err));
		assert_int_equal(err.code, ERR_RULE);
	}
}

static void
quorum_is_said_with_its_sum(void **state)
{
	static const struct { struct quorum quorum; const char *line; } rows[] = {
		{ { 70, 29, 0, 36, true }, "29 of 70 present, 36 needed (assumed): not quorate" },
		{ { 70, 41, 0, 36, true }, "41 of 70 present, 36 needed (assumed): quorate by 5" },
		{ { 70, 36, 0, 36, false }, "36 of 70 present, 36 needed: quorate" },
		{ { 70, 35, 2, 36, false }, "35 of 70 present, 36 needed: not quorate; 2 by proxy" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct buf line = { 0 };

		quorum_say(&rows[i].quorum, &line);
		assert_string_equal(buf_text(&line), rows[i].line);
		buf_done(&line);
	}
}

static void
short_sum_says_the_verdict_too(void **state)
{
	const struct quorum holds = { 70, 41, 1, 36, true }, fails = { 70, 29, 0, 36, true };
	struct buf line = { 0 };

	(void)state;
	quorum_say_short(&holds, &line);
	assert_string_equal(buf_text(&line), "41 of 70, 36 needed: quorate");
	buf_clear(&line);
	quorum_say_short(&fails, &line);
	assert_string_equal(buf_text(&line), "29 of 70, 36 needed: not quorate");
	buf_done(&line);
}

static void
majority_is_more_than_the_part_of_those_for_and_against(void **state)
{
	static const struct { const char *part; int64_t yes, no; bool carried; } rows[] = {
		{ "1/2", 0, 0, false }, { "1/2", 1, 0, true }, { "1/2", 1, 1, false },
		{ "1/2", 15, 14, true }, { "1/2", 14, 15, false }, { "2/3", 20, 10, false },
		{ "2/3", 21, 10, true }, { "2/3", 2, 1, false },
	};
	struct part part;
	struct err err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_true(part_read(rows[i].part, "majority.part", &part, &err));
		assert_int_equal(majority_reached(&part, rows[i].yes, rows[i].no), rows[i].carried);
	}
}

static void
a_government_has_one_reason_not_to_vote(void **state)
{
	static const struct { struct standing standing; const char *reason; bool counts; } rows[] = {
		{ { "member", true, true, false, "accepted" }, "", true },
		{ { "member", true, true, false, "provisional" }, "credentials", true },
		{ { "member", true, true, false, "rejected" }, "credentials", true },
		{ { "member", true, true, false, "none" }, "credentials", true },
		{ { "member", true, true, true, "accepted" }, "arrears", true },
		{ { "member", true, true, true, "none" }, "arrears", true },
		{ { "member", true, false, false, "accepted" }, "absent", true },
		{ { "member", true, false, true, "" }, "absent", true },
		{ { "observer", false, true, false, "accepted" }, "not-member", false },
		{ { "", false, false, false, "" }, "not-member", false },
		{ { "suspended", false, true, false, "accepted" }, "suspended", false },
		{ { "associate", true, true, false, "accepted" }, "", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *reason = standing_reason(&rows[i].standing);
		struct buf sentence = { 0 };

		assert_string_equal(reason, rows[i].reason);
		assert_int_equal(standing_counts(reason), rows[i].counts);
		standing_say(reason, "KR-47", &sentence);
		assert_int_equal(strstr(buf_text(&sentence), "KR-47") != NULL, reason[0] != '\0');
		buf_done(&sentence);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quorum_is_more_than_the_part),
		cmocka_unit_test(what_is_no_part_below_one_is_refused),
		cmocka_unit_test(quorum_is_said_with_its_sum),
		cmocka_unit_test(short_sum_says_the_verdict_too),
		cmocka_unit_test(majority_is_more_than_the_part_of_those_for_and_against),
		cmocka_unit_test(a_government_has_one_reason_not_to_vote),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
