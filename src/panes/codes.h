/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/codes.h -- three letters for every screen
 *
 * The one table of codes: HOM lists what is not aside, F9 and Go look words up in it, help
 * and manual print it. A code is found whatever the case, the width and the
 * keyboard layout it was typed in, and under the words of the screen's
 * language too; a screen that is not in the table is not in the program.
 */
#ifndef PANES_CODES_H
#define PANES_CODES_H

#include <stdbool.h>

struct desk;
struct err;
struct pane;
struct session;

struct code {
	const char *code;		/* NC_("code", ...): a translation is one more word for it */
	const struct pane *pane;
	const struct pane *create;	/* CODE+; NULL: nothing is entered there */
	const char *help;		/* N_(): half a line */

	/*
	 * What can be done without opening the pane: *ret_done false means that
	 * the pane gets the argument after all. NULL: nothing.
	 */
	bool (*run)(struct desk *desk, const char *argument, bool *ret_done, struct err *err);

	bool aside;			/* not on HOM: mostly opened from another screen */
};

extern const struct code codes[];	/* closed by { 0 }; the first is where the program begins */

/* "MEM" of a code, to print; the word of the screen's language, which may be the same. */
const char *codes_latin(const struct code *code);
const char *codes_word(const struct code *code);

/* NULL when word is none, typed in whatever way. */
const struct code *codes_find(const char *word);

/* The form whose code that is ("MEM2"), for drafts; NULL when there is none. */
const struct pane *codes_form(const char *code);

/* What was typed: "mem kr-47", "MEM+", "=HIS". */
struct code_line {
	const struct code *code;	/* NULL: it does not begin with a code */
	bool on_top;			/* '=': F3 comes back to where one was */
	bool is_new;			/* '+' */
	char *argument;			/* what follows the code, "" for nothing; all of it without one */
	const char *layout;		/* the keyboard layout the code was typed on; NULL: none but Latin */
};

void codes_read(const char *typed, struct code_line *ret_line);

/*
 * What was typed behind a code on the layout of the code may be the key of a
 * body, "СЩЬ УТМ": only the file tells, and a name that was meant stays.
 */
void codes_read_keys(struct session *session, struct code_line *line);

void codes_line_done(struct code_line *line);

/* Carry out a line. ERR_MISSING: no code, and nothing of that name. */
bool codes_go(struct desk *desk, const char *command, struct err *err);

#endif
