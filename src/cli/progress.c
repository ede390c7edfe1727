/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/progress.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

enum {
	QUIET_MS = 300,		/* what is done sooner shows nothing */
	STEP_MS = 100,
	LINE = 38,		/* "[####    ] 100 %" */
	CELLS = 30,		/* of the bar: the line fits a window of 40 columns */
};

/* A signal handler reaches nothing else. */
static volatile sig_atomic_t stop_wanted;

static struct {
	bool started, shown;
	int64_t next_ms;
	struct sigaction before;
} progress;

static void
want_stop(int number)
{
	(void)number;
	stop_wanted = 1;
}

void
progress_start(void)
{
	struct sigaction action = { .sa_handler = want_stop };

	stop_wanted = 0;
	progress.shown = false;
	progress.next_ms = clock_monotonic_ms() + QUIET_MS;
	progress.started = sigaction(SIGINT, &action, &progress.before) == 0;
}

void
progress_stop(void)
{
	if (!progress.started)
		return;
	if (progress.shown)
		fprintf(stderr, "\r%*s\r", LINE, "");
	sigaction(SIGINT, &progress.before, NULL);
	progress.started = false;
}

static void
draw(int percent)
{
	char bar[CELLS + 1];

	memset(bar, ' ', CELLS);
	memset(bar, '#', (size_t)(percent * CELLS / 100));
	bar[CELLS] = '\0';
	fprintf(stderr, "\r[%s] %3d %%", bar, percent);
}

bool
progress_go_on(void *context, size_t done, size_t total)
{
	int64_t now = clock_monotonic_ms();

	(void)context;
	if (now >= progress.next_ms && total > 0 && isatty(STDERR_FILENO)) {
		draw((int)(done * 100 / total));
		progress.shown = true;
		progress.next_ms = now + STEP_MS;
	}
	return !stop_wanted;
}
