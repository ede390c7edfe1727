/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "store/expect.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "domain/verify.h"

void
must(bool ok, const struct err *err)
{
	if (!ok)
		fail_msg("%s", err->text);
}

static void
ignore_line(void *context, const struct verify_line *line)
{
	(void)context;
	(void)line;
}

static void
print_fault(void *context, const char *text)
{
	(void)context;
	print_error("%s\n", text);
}

void
assert_verified(struct session *session)
{
	struct err err = { 0 };
	size_t faults = 0;

	must(verify_run(session, ignore_line, print_fault, NULL, &faults, &err), &err);
	assert_int_equal(faults, 0);
}

static void
add_fault(void *context, const char *text)
{
	buf_addf(context, "%s\n", text);
}

void
assert_fault(struct session *session, const char *wanted)
{
	struct buf found = { 0 }, line = { 0 };
	struct err err = { 0 };
	size_t faults = 0;

	must(verify_run(session, ignore_line, add_fault, &found, &faults, &err), &err);
	buf_addf(&line, "%s\n", wanted);
	if (strstr(buf_text(&found), buf_text(&line)) == NULL)
		fail_msg("verify found only:\n%s", buf_text(&found));
	buf_done(&found);
	buf_done(&line);
}
