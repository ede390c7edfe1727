/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * screen/near.h -- the program on the NEAR data, for tests of panes
 *
 * The file is made by the program itself ("nearsec init") in the folder that
 * is the clerk's HOME, so that a second clerk, or the command line, can be put
 * on the same one.
 */
#ifndef SCREEN_NEAR_H
#define SCREEN_NEAR_H

#include <stddef.h>

#include "screen/terminal.h"

/* A folder with near.db in it; terminal_folder_free when done. */
char *near_folder_new(void);

/* For cmocka's setup and teardown: *state is such a folder. */
int near_setup(void **state);
int near_teardown(void **state);

struct near_options {
	const char *folder;		/* of near_folder_new */
	const char *language;		/* "ko"; NULL: en */
	const char *user;		/* NULL: clerk1 */
	const char *more;		/* one more argument, "--as-of=2010-09-30"; NULL: none */
	const char *const *environment;	/* as in terminal_options */
	const char *term;		/* as in terminal_options */
	int rows, columns;		/* 0: 24, 80 */
};

/* The program on its screen, which shows HOM. */
struct terminal *near_start(const struct near_options *options);

/* The program with arguments ("member edit KR-47 phone=1"), split at blanks; its exit status. */
int near_run(const char *folder, const char *user, const char *arguments);

/* What it printed, which the caller frees. The test fails if its exit status is not 0. */
char *near_ask(const char *folder, const char *arguments);

/* As clerk1; the test fails, naming the arguments, where the exit status is not 0. */
void near_must(const char *folder, const char *arguments);

/* Start, type the command on HOM, wait for what is shown. */
struct terminal *near_go(struct near_options options, const char *command, const char *shown);

/* Back to HOM by F9, and out. */
void near_end(struct terminal *terminal);

/* A screen that is kept whole: who goes there by the command sees golden. */
struct near_screen {
	const char *language, *command, *shown, *golden;
	int rows, columns;		/* 0: 24, 80 */
};

void near_screens_are_whole(const char *folder, const struct near_screen *screens, size_t count);

#endif
