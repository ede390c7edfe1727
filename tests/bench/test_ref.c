/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "bench/ref.h"

#include <string.h>

#include "base/buf.h"
#include "rounds.h"

enum { ROWS = 8, COLUMNS = 30 };

/* The length of the encoding of what then does to a screen that shows first. */
static size_t
ref_length(const char *first, const char *then)
{
	struct buf output = { 0 }, bytes = { 0 };

	buf_addf(&output, "%s%s", first, then);
	assert_true(ref_encode(&bytes, buf_text(&output), strlen(first), output.length, ROWS, COLUMNS));
	size_t length = bytes.length;
	buf_done(&output);
	buf_done(&bytes);
	return length;
}

static void
no_change_costs_nothing(void **state)
{
	(void)state;
	assert_int_equal(ref_length("\033[3;3Habc", ""), 0);
	assert_int_equal(ref_length("\033[3;3Habc", "\033[3;3Habc"), 0);
}

static void
one_typed_letter_costs_its_bytes(void **state)
{
	(void)state;
	assert_int_equal(ref_length("\033[3;3Habc", "\033[2J\033[3;3Habcd"), 1);
	assert_int_equal(ref_length("\033[3;3Habc", "\033[2J\033[3;3Habc산"), 3);
}

static void
marker_moves_down_in_a_few_bytes(void **state)
{
	(void)state;
	/* "\b \b\n>" or better, and the cursor stays behind the marker. */
	assert_in_range(ref_length("\033[2;2H>", "\033[2;2H \033[3;2H>"), 4, 6);
}

static void
lines_that_scroll_are_not_written_again(void **state)
{
	static const char first[] = "alpha\r\nbravo\r\ncharlie\r\ndelta\r\necho\r\nfoxtrot\r\ngolf\r\nhotel";

	(void)state;
	assert_in_range(ref_length(first, "\r\nindia"), 5, 14);
}

static void
erasing_beats_writing_blanks(void **state)
{
	(void)state;
	assert_in_range(ref_length("123456789012345678901234567890", "\r                              \033[H"), 3, 7);
}

static unsigned
draw_number(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

/* Everything stands on pairs of columns, so that no wide character is cut in two. */
static void
scribble(struct buf *output, unsigned *seed)
{
	static const char *const pens[] = { "\033[m", "\033[7m", "\033[1;44m", "\033[31m", "\033[m\033[41m", "\033[4m" };
	static const char *const glyphs[] = { "ab", "bb", "  ", "  ", "산", "日", "éé", "--" };
	static const char *const moves[] = { "", "", "\033[K", "\033[2;7r\033[7;1H\n\n\033[r", "\033[2;1H\033[L", "\r\n" };
	unsigned times = 1 + draw_number(seed, 20);

	while (times-- > 0) {
		buf_addf(output, "\033[%u;%uH", 1 + draw_number(seed, ROWS), 1 + 2 * draw_number(seed, COLUMNS / 2));
		buf_add(output, pens[draw_number(seed, sizeof pens / sizeof *pens)]);
		buf_add(output, moves[draw_number(seed, sizeof moves / sizeof *moves)]);
		const char *glyph = glyphs[draw_number(seed, sizeof glyphs / sizeof *glyphs)];
		for (unsigned n = draw_number(seed, 8); n > 0; n--)
			buf_add(output, glyph);
	}
}

static void
any_change_is_encoded_and_proved(void **state)
{
	unsigned seed = rounds_seed(), count = rounds_count(400);

	(void)state;
	for (unsigned round = 0; round < count; round++) {
		struct buf output = { 0 }, bytes = { 0 };

		scribble(&output, &seed);
		size_t before = output.length;
		scribble(&output, &seed);
		if (!ref_encode(&bytes, buf_text(&output), before, output.length, ROWS, COLUMNS))
			fail_msg("round %u has no proved encoding", round);
		buf_done(&output);
		buf_done(&bytes);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_change_costs_nothing),
		cmocka_unit_test(one_typed_letter_costs_its_bytes),
		cmocka_unit_test(marker_moves_down_in_a_few_bytes),
		cmocka_unit_test(lines_that_scroll_are_not_written_again),
		cmocka_unit_test(erasing_beats_writing_blanks),
		cmocka_unit_test(any_change_is_encoded_and_proved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
