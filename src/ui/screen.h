/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/screen.h -- the terminal, from start to finish
 *
 * Starts curses for output only (input is read by ui/keys.h), asks the terminal
 * whether it speaks UTF-8, and gives it back whole at the end, on ^Z, around
 * an editor and when memory runs out. Signal handlers set a flag, no more.
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stdbool.h>

#include "ui/keys.h"

struct err;

struct screen_options {
	bool mono;		/* --mono or NO_COLOR: no colour byte in the whole session */
	const char *theme;	/* "default", "dark", "mono"; NULL: default */
	int escape_delay_ms;	/* 0: 50 */
};

/*
 * Refused with one plain sentence and no escape byte: no terminal, TERM=dumb.
 * Refused after asking it: a terminal that does not show UTF-8. All of these
 * are ERR_USAGE: the screens were asked for where there can be none.
 */
bool screen_start(const struct screen_options *options, struct err *err);
void screen_stop(void);		/* fine when it never started */

/* Draw again from nothing at the next frame_end: F5, and after ^Z. */
void screen_repaint(void);

/* Other theme or mono from the next frame on. */
void screen_theme(const char *theme, bool mono);

/*
 * Wait for the next key; at most wait_ms (-1: for ever), then KEYS_IDLE. All
 * pending input is read before this returns the first of it. Window changes
 * come as KEYS_RESIZE with the size already taken over.
 */
struct key screen_key(int wait_ms);
bool screen_key_pending(void);	/* more typed ahead: the frame can wait */

void screen_flush_input(void);
void screen_bell(void);		/* at once, in a write of its own */

void screen_suspend(void);	/* ^Z: returns after fg */

/* Run a command with the terminal in its normal state; its exit status, -1 if not run. */
int screen_run(char *const argv[]);

/* ^C or Esc while long work runs: reads what is pending, no wait, and forgets it when it is true. */
bool screen_stop_wanted(void);

/* Columns an ambiguous-width character takes there: 1, or 2 where it was asked and said so. */
int screen_ambiguous_width(void);

#endif
