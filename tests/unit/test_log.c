/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/log.h"
#include "base/path.h"
#include "base/text.h"

static char folder[] = "/tmp/log.XXXXXX";

/* What stands in the user's log, which is then removed. */
static char *
take_log(void)
{
	char *state = path_state("clerk"), *path = path_join(state, "debug.log"), *text = NULL;
	size_t length;

	path_read(path, 10000, &text, &length, NULL);
	unlink(path);
	free(path);
	free(state);
	return text;
}

static void
log_is_off_unless_it_is_named(void **state)
{
	struct err err = { 0 };

	(void)state;
	unsetenv("NEARSEC_DEBUG");
	assert_true(log_open("clerk", &err));
	assert_false(log_is_on());
	log_add("nobody hears this");
	setenv("NEARSEC_DEBUG", "", 1);
	assert_true(log_open("clerk", &err));
	assert_false(log_is_on());
	assert_null(take_log());
}

static void
lines_have_time_and_process(void **state)
{
	struct err err = { 0 };
	struct buf wanted = { 0 };
	struct stat st;

	(void)state;
	setenv("NEARSEC_DEBUG", "debug.log", 1);
	assert_true(log_open("clerk", &err));
	assert_true(log_is_on());
	errno = EPERM;
	log_add("opened in %d ms", 7);
	assert_int_equal(errno, EPERM);
	log_add("a key: \033[A\nand 富山");
	log_close();
	log_add("after the end");
	buf_addf(&wanted, "2010-10-20T09:00:00Z %ld opened in 7 ms\n", (long)getpid());
	buf_addf(&wanted, "2010-10-20T09:00:00Z %ld a key: \uFFFD[A and 富山\n", (long)getpid());
	char *path = path_state("clerk");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	char *text = take_log();
	assert_string_equal(text, buf_text(&wanted));
	free(text);
	free(path);
	buf_done(&wanted);
}

static void
log_goes_on_where_it_ended(void **state)
{
	struct err err = { 0 };

	(void)state;
	setenv("NEARSEC_DEBUG", "debug.log", 1);
	for (int i = 0; i < 2; i++) {
		assert_true(log_open("clerk", &err));
		log_add("start");
		log_close();
	}
	char *text = take_log();
	assert_non_null(strstr(strstr(text, "start") + 1, "start"));
	free(text);
}

static void
log_never_goes_to_a_device(void **state)
{
	static const char *const devices[] = { "/dev/null", "/dev/tty", "/nonexistent/log" };
	struct err err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
		setenv("NEARSEC_DEBUG", devices[i], 1);
		assert_false(log_open("clerk", &err));
		assert_false(log_is_on());
		assert_non_null(strstr(err.text, devices[i]));
	}
}

static int
make_scratch(void **state)
{
	(void)state;
	setenv("NEARSEC_NOW", "2010-10-20T09:00:00", 1);
	if (mkdtemp(folder) == NULL)
		return -1;
	setenv("XDG_STATE_HOME", folder, 1);
	return text_locale() ? 0 : -1;
}

static int
remove_scratch(void **state)
{
	char *user = path_state("clerk"), *all = path_state(NULL);

	(void)state;
	rmdir(user);
	rmdir(all);
	free(user);
	free(all);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(log_is_off_unless_it_is_named),
		cmocka_unit_test(lines_have_time_and_process),
		cmocka_unit_test(log_goes_on_where_it_ended),
		cmocka_unit_test(log_never_goes_to_a_device),
	};

	return cmocka_run_group_tests_name("log", tests, make_scratch, remove_scratch);
}
