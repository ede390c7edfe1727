/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

static void
zeroed_buffer_is_the_empty_string(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	assert_string_equal(buf_text(&buf), "");
	char *text = buf_take(&buf);
	assert_string_equal(text, "");
	free(text);
}

static void
text_survives_growing(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_addf(&buf, "%d,", i);
	assert_int_equal(buf.length, strlen(buf_text(&buf)));
	assert_memory_equal(buf_text(&buf), "0,1,2,", 6);
	assert_string_equal(buf_text(&buf) + buf.length - 5, ",999,");
	buf_done(&buf);
}

static void
cut_keeps_the_front(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_add(&buf, "富山県");
	buf_cut(&buf, 6);
	assert_string_equal(buf_text(&buf), "富山");
	buf_clear(&buf);
	buf_add_repeat(&buf, '-', 3);
	buf_add_repeat(&buf, '-', -3);
	assert_string_equal(buf_text(&buf), "---");
	buf_done(&buf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zeroed_buffer_is_the_empty_string),
		cmocka_unit_test(text_survives_growing),
		cmocka_unit_test(cut_keeps_the_front),
	};

	return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
