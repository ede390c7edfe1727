/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * screen/terminal.h -- the program, running in a terminal we can read
 *
 * The program runs in a pseudo-terminal of its own session; libvterm draws what
 * it writes and answers its questions. Output arrives in pieces, so nothing
 * here looks at the screen just once: each wait returns as soon as what it
 * wants is there, and fails the test, printing the screen, when it never comes.
 * Nothing sleeps. Rows and columns count from 0, as in ui/frame.h.
 *
 * The environment is made from nothing: LC_ALL=C.UTF-8, TZ=UTC, a NEARSEC_NOW of
 * 2026-04-13T01:00:00, a NEARSEC_SEED of 1, and HOME and the XDG folders in a
 * temporary folder that goes with the terminal.
 *
 * From the environment of the test: UPDATE_SCREENS=1 writes golden screens
 * instead of comparing them, TERMINAL_WRAPPER="valgrind -q" runs the program
 * under something slower, TERMINAL_DEADLINE_MS (20000) is the patience.
 */
#ifndef SCREEN_TERMINAL_H
#define SCREEN_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct terminal;

struct terminal_options {
	const char *const *argv;	/* NULL at its end; NULL: the program without arguments */
	const char *const *environment;	/* "NAME=value" more or instead, "NAME" without; NULL at its end */
	const char *home;		/* a folder to find things in again; NULL: a fresh one, removed at the end */
	const char *term;		/* NULL: xterm-256color */
	int rows, columns;		/* 0: 24, 80 */
	bool latin1;			/* a terminal that does not know UTF-8 */
	const char *answers;		/* what it answers to the first question; "": never any. NULL: the truth */
};

/* The path of the program under test, from PROGRAM in the environment. */
const char *terminal_program(void);

struct terminal *terminal_start(const struct terminal_options *options);

/* Its HOME; files of the program lie below. */
const char *terminal_home(const struct terminal *terminal);

/*
 * Type in one write. Text stands for itself; keys are <Enter> <Tab> <S-Tab>
 * <Esc> <BS> <Del> <Ins> <Up> <Down> <Left> <Right> <Home> <End> <PgUp> <PgDn>
 * <F1> to <F12>, <C-s> for ^S, <Down*200> for many, <lt> for '<'.
 */
void terminal_type(struct terminal *terminal, const char *keys);
void terminal_send(struct terminal *terminal, const char *bytes, size_t length);
void terminal_paste(struct terminal *terminal, const char *text);	/* between the marks of a paste */

void terminal_resize(struct terminal *terminal, int rows, int columns);
void terminal_signal(struct terminal *terminal, int number);
void terminal_hang_up(struct terminal *terminal);	/* it vanishes: nothing can be typed or read again */

/* Wait until it is so. */
void terminal_wait(struct terminal *terminal, const char *text);	/* text stands in some row */
void terminal_wait_gone(struct terminal *terminal, const char *text);
void terminal_wait_row(struct terminal *terminal, int row, const char *text);	/* the whole row, blanks after it cut */
void terminal_wait_cursor(struct terminal *terminal, int row, int column);
void terminal_wait_output(struct terminal *terminal, const char *bytes);	/* somewhere in all it has written */

/*
 * Wait until the whole screen is the one of golden/NAME.screen: its rows without
 * the blanks after them, then a line that says where the cursor is.
 */
void terminal_wait_screen(struct terminal *terminal, const char *name);

/* Wait until it has been silent for 50 ms: to count, or to see that nothing comes. */
void terminal_settle(struct terminal *terminal);

/* What is there now; look after a wait. The text is valid until the next call. */
const char *terminal_row(struct terminal *terminal, int row);
bool terminal_is_reverse(struct terminal *terminal, int row, int column);
bool terminal_is_bold(struct terminal *terminal, int row, int column);
int terminal_cursor_row(const struct terminal *terminal);
int terminal_cursor_column(const struct terminal *terminal);
bool terminal_shows_alternate(const struct terminal *terminal);	/* the screen of full-screen programs */
bool terminal_echoes(const struct terminal *terminal);	/* the line discipline, as for a shell */
int terminal_bells(const struct terminal *terminal);	/* since the start */

/* All bytes written since the start, NUL after them; and whether one was for colour. */
const char *terminal_output(const struct terminal *terminal, size_t *ret_length);
bool terminal_wrote_colour(const struct terminal *terminal);
bool terminal_in_paste_mode(const struct terminal *terminal);

/* What happened since the last call, or the start. Settle first. */
struct terminal_step {
	long bytes;		/* the terminal got */
	long reads;		/* pieces they came in */
	long writes;		/* calls of write by the program, to whatever; -1: not known here */
	int64_t first_us;	/* from the last typing to the first and the last piece */
	int64_t last_us;
	long peak_kib;		/* memory the program has had at most; 0: not known here */
};

struct terminal_step terminal_step(struct terminal *terminal);

/* Wait for the program to end, free all: its exit status, 128 + signal if killed. */
int terminal_finish(struct terminal *terminal);

/* A folder for the home option. */
char *terminal_folder_new(void);
void terminal_folder_free(char *folder);	/* with all that is in it */

#endif
