/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/start.h -- from the command line to the first screen, and back
 *
 * What main calls when no command was given: opens the file, or offers to
 * make it; starts the terminal; puts HOM on the desk and tells the desk who is
 * at work, what a code means and how a change set is taken back. Whatever can
 * be refused in a plain sentence is refused before the terminal is touched.
 */
#ifndef PANES_START_H
#define PANES_START_H

#include <stdbool.h>

struct buf;
struct desk;
struct err;
struct language;
struct session;
struct settings;

/* What main knows. All is borrowed. */
struct start_options {
	const char *path;		/* of the file; it need not exist */
	const char *user;
	const char *as_of;		/* --as-of, or NULL */
	bool read_only, mono;		/* --read-only, --mono or NO_COLOR */
	bool language_given;		/* --lang: the first run does not ask for it */
	struct settings *settings;
};

/*
 * Run the screens until the clerk leaves or the terminal is gone. The
 * catalogue of the screen at the call is the one at the return, whatever
 * language was chosen meanwhile. ERR_FILE, ERR_SYSTEM and, of
 * what is no terminal for screens, ERR_USAGE come with the terminal as it was.
 */
bool start_screens(const struct start_options *options, struct err *err);

/* The desk's context, for panes: never NULL while a desk runs. */
struct start;

const struct start_options *start_options(struct desk *desk);

/* Speak another language at once and from now on; names follow at the next load. */
bool start_speak(struct desk *desk, const struct language *language, struct err *err);

/* Make the settings felt that a screen can obey while it runs. */
void start_obey_settings(struct desk *desk);

#endif
