/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/settings.h -- what one clerk chose for herself
 *
 * A small text file of key=value lines in her configuration folder, read by
 * the command line and the screens alike, which both show the one table of
 * settings below. It holds habits, never facts of the association: nothing in
 * it changes what a list, a paper or an export says. Lines of other versions
 * and remarks are kept as they stand.
 */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/record.h"

struct err;

struct setting {
	const char *key;	/* in the file and for "config": ASCII */
	const char *preset;	/* of a clerk who chose nothing; "" : nothing said */
	const struct choice *choices;	/* closed by { 0 }; NULL: a whole number */
	int least, most;	/* of a number */
	const char *help;	/* N_(): a sentence */
};

extern const struct setting setting_table[];	/* closed by { 0 } */

const struct setting *setting_find(const char *key);	/* NULL if there is none */

struct settings;

/* Never NULL: a file that is missing or cannot be read gives the presets. */
struct settings *settings_open(const char *user);
void settings_close(struct settings *settings);		/* NULL is fine */

/* Of a key in setting_table. Borrowed until it is set; never NULL. */
const char *settings_get(const struct settings *settings, const char *key);
int settings_number(const struct settings *settings, const char *key);
bool settings_is_chosen(const struct settings *settings, const char *key);

/*
 * Choose and write the file at once, over what another terminal of this clerk
 * has written meanwhile; "" goes back to the preset. ERR_USAGE: no such key,
 * ERR_INPUT: not one of its values. On failure nothing has changed.
 */
bool settings_set(struct settings *settings, const char *key, const char *value, struct err *err);

/* A setting and how it stands, for lists. */
struct setting_row {
	char *key, *value, *preset;
	char *values;		/* "find rows", or "10 to 1000" */
	char *help;		/* in the language of the screen */
};
extern const struct record_type setting_row_type;

/* The nth row of setting_table; the caller calls record_done. */
void settings_row(const struct settings *settings, size_t index, struct setting_row *ret_row);

#endif
