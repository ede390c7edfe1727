/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/cli.h -- the commands, and what each needs
 *
 * A command is a row of a table: noun, verb, what it is about, a sentence. Its
 * function does with one line what a pane does with keys, over the same
 * functions of domain/, prints through cli/output.h and never touches stderr:
 * a failure is a struct err, shown in one place.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/output.h"

struct arguments;
struct err;
struct session;
struct settings;

enum cli_need {
	CLI_NEEDS_NOTHING,
	CLI_NEEDS_FILE,		/* opened; --read-only is obeyed, writing is checked later */
	CLI_MAKES_FILE,		/* the path only */
};

/* What a command gets. All is borrowed. */
struct cli {
	const struct arguments *arguments;
	struct settings *settings;
	struct session *session;	/* NULL but for CLI_NEEDS_FILE */
	const char *path;		/* of the file */
	const char *user;
	const char *const *word;	/* what stands after noun and verb */
	size_t count;
	struct output output;
};

struct cli_command {
	const char *noun, *verb;	/* verb NULL: the noun alone */
	const char *about;		/* what follows: "CODE key=value..."; "" for nothing */
	size_t least, most;		/* words that follow */
	enum cli_need need;
	const char *help;		/* N_(): a sentence */
	bool (*run)(struct cli *cli, struct err *err);
};

/* All commands, by noun, each noun closed by { 0 }; closed by NULL. */
extern const struct cli_command *const cli_nouns[];

/* A variable of the environment that the program reads. */
struct cli_variable {
	const char *name;
	const char *help;	/* N_(): a sentence */
};
extern const struct cli_variable cli_variables[];	/* closed by { 0 } */

/*
 * The command that the words name; *ret_used of them were its name. ERR_USAGE
 * says what there is instead, or how many words it wants.
 */
const struct cli_command *cli_find(const struct arguments *arguments, size_t *ret_used,
    struct err *err);

/* The exit status a failure ends with: see "nearsec help status". */
int cli_status(const struct err *err);

/* --db, else $NEARSEC_DB, else near.db in the clerk's data folder. Caller frees. */
char *cli_path(const struct arguments *arguments);

/*
 * Split "key=value"; the caller frees *ret_key, *ret_value is part of word.
 * ERR_USAGE when there is no '='.
 */
bool cli_split(const char *word, char **ret_key, const char **ret_value, struct err *err);

#endif
