/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screen/terminal_inside.h -- what the files of screen/terminal.h share. */
#ifndef SCREEN_TERMINAL_INSIDE_H
#define SCREEN_TERMINAL_INSIDE_H

#include <sys/types.h>

#include <vterm.h>

#include "base/buf.h"
#include "screen/terminal.h"

struct terminal {
	int fd;			/* our side of it; -1 after hanging up */
	pid_t child;
	VTerm *vt;
	VTermScreen *screen;
	int rows, columns;
	char *home;		/* ours to remove; NULL: the test's */
	char *home_path;
	char *answers;		/* still to give instead of the truth, or NULL */
	struct buf output;	/* all it wrote */
	struct buf row;		/* of the last terminal_row */
	int bells;
	bool alternate;
	struct terminal_step step;
	int64_t typed_us;
	long writes_before;
};

/* Wait until a condition holds, and say what was missed when it never does. */
struct wanted {
	bool (*holds)(struct terminal *terminal, const struct wanted *wanted);
	const char *text;
	int row, column;
};

void terminal_wait_quiet(struct terminal *terminal, int ms);
void terminal_wait_until(struct terminal *terminal, struct wanted wanted, const char *what);

#endif
