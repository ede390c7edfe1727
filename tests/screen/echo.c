/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "screen/echo.h"

#include <stdlib.h>

#include "base/buf.h"

struct terminal *
echo_start(struct terminal_options options)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/tests/screen/echo_keys", getenv("BUILT"));
	const char *argv[] = { buf_text(&path), NULL };
	options.argv = argv;
	struct terminal *t = terminal_start(&options);
	buf_done(&path);
	return t;
}

struct terminal *
echo_started(struct terminal_options options)
{
	struct terminal *t = echo_start(options);

	terminal_wait(t, "1 of 60");
	return t;
}

void
echo_end(struct terminal *t)
{
	terminal_type(t, "<F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}
