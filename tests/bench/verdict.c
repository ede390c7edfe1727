/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/verdict.h"

#include <stdio.h>

enum { NUMBER_SIZE = 40, BAR_SIZE = 80 };

/* Small numbers with the digits that matter, large ones without. */
static void
write_number(char ret_text[NUMBER_SIZE], double value, const char *unit)
{
	snprintf(ret_text, NUMBER_SIZE, value >= 100 || value == (long)value ? "%.0f %s" : value >= 10 ? "%.1f %s" : "%.2f %s",
	    value, unit);
}

static void
write_bar(char ret_text[BAR_SIZE], const struct verdict *verdict)
{
	char extra[NUMBER_SIZE];

	write_number(extra, verdict->extra, verdict->unit);
	if (verdict->factor == 0)
		snprintf(ret_text, BAR_SIZE, "<= %s", extra);
	else if (verdict->extra == 0)
		snprintf(ret_text, BAR_SIZE, "<= %.4g x", verdict->factor);
	else
		snprintf(ret_text, BAR_SIZE, "<= %.4g x + %s", verdict->factor, extra);
}

void
verdict_print_heading(void)
{
	printf("%-42s %12s %12s %7s  %-20s\n", "action", "measured", "floor", "ratio", "bar");
	fflush(stdout);
}

bool
verdict_print(const struct verdict *verdict)
{
	char measured[NUMBER_SIZE], floor[NUMBER_SIZE] = "-", ratio[NUMBER_SIZE] = "-";
	char bar[BAR_SIZE];
	bool holds = verdict->measured <= verdict->factor * verdict->floor + verdict->extra;

	write_number(measured, verdict->measured, verdict->unit);
	if (verdict->floor > 0) {
		write_number(floor, verdict->floor, verdict->unit);
		snprintf(ratio, sizeof ratio, "%.2f", verdict->measured / verdict->floor);
	}
	write_bar(bar, verdict);
	printf("%-42s %12s %12s %7s  %-20s %s\n", verdict->action, measured, floor, ratio, bar,
	    holds ? "ok" : "OVER");
	fflush(stdout);
	return holds;
}
