/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/probe.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"

/*
 * e with two dots has one column in every table of widths, but is two bytes: two
 * columns where each byte is drawn. The line character is of ambiguous width.
 */
static const char question[] =
	"\r\xc3\xab\033[6n"
	"\r\xe2\x94\x80\033[6n"
	"\r\033[K";

enum { QUESTIONS = 2 };

/* The column in a report ESC [ row ; column R at p, which is *ret_size bytes; 0: none. */
static int
read_report(const char *p, const char *end, size_t *ret_size)
{
	char *rest;

	if (end - p < 6 || p[0] != '\033' || p[1] != '[' || p[2] < '0' || p[2] > '9')
		return 0;
	strtol(p + 2, &rest, 10);
	if (*rest != ';')
		return 0;
	long column = strtol(rest + 1, &rest, 10);
	if (*rest != 'R')
		return 0;
	*ret_size = (size_t)(rest + 1 - p);
	return (int)column;
}

/* Find the reports among what was read; returns how many. */
static int
find_reports(const struct buf *read_bytes, int columns[QUESTIONS], struct buf *typed)
{
	const char *p = buf_text(read_bytes), *end = p + read_bytes->length;
	int count = 0;

	buf_clear(typed);
	while (p < end) {
		size_t size = 1;
		int column = count < QUESTIONS ? read_report(p, end, &size) : 0;

		if (column > 0)
			columns[count++] = column;
		else
			buf_add_char(typed, *p);
		p += size;
	}
	return count;
}

static bool
read_more(int in, int64_t deadline_ms, struct buf *bytes)
{
	struct pollfd input = { .fd = in, .events = POLLIN };
	int64_t left_ms = deadline_ms - clock_monotonic_ms();
	char some[256];

	if (left_ms <= 0)
		return false;
	int ready = poll(&input, 1, (int)left_ms);
	if (ready <= 0)
		return ready < 0 && errno == EINTR;
	ssize_t n = read(in, some, sizeof some);
	if (n > 0)
		buf_add_bytes(bytes, some, (size_t)n);
	return n > 0;
}

static enum probe_answer
judge(const int columns[QUESTIONS])
{
	if (columns[0] != 2)
		return PROBE_NOT_UTF8;
	return columns[1] == 3 ? PROBE_WIDE : PROBE_NARROW;
}

enum probe_answer
probe_ask(int in, int out, int wait_ms, const char *greeting, struct buf *typed)
{
	int64_t deadline_ms = clock_monotonic_ms() + wait_ms;
	int columns[QUESTIONS], count = 0;
	struct buf bytes = { 0 }, words = { 0 };
	struct termios before, asking;

	if (tcgetattr(in, &before) != 0)
		return PROBE_SILENT;
	asking = before;
	asking.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IXON);
	asking.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
	asking.c_cc[VMIN] = 1;
	asking.c_cc[VTIME] = 0;
	tcsetattr(in, TCSANOW, &asking);
	buf_addf(&words, "%s%s", greeting, question);
	if (write(out, words.bytes, words.length) == (ssize_t)words.length)
		while (count < QUESTIONS && read_more(in, deadline_ms, &bytes))
			count = find_reports(&bytes, columns, typed);
	tcsetattr(in, TCSANOW, &before);
	buf_done(&bytes);
	buf_done(&words);
	return count == QUESTIONS ? judge(columns) : PROBE_SILENT;
}
