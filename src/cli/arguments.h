/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/arguments.h -- the words a clerk typed, sorted into options and words
 *
 * Options stand anywhere, before or after the command, as --opt=value or
 * --opt value; "--" ends them. What an option means and which commands take it
 * is one table, which help, completion and the manual's check read too.
 */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

struct err;

enum option {
	OPTION_DB,
	OPTION_LANG,
	OPTION_AS_OF,
	OPTION_USER,
	OPTION_READ_ONLY,
	OPTION_MONO,
	OPTION_JSON,
	OPTION_CSV,
	OPTION_TSV,
	OPTION_COLUMNS,
	OPTION_SORT,
	OPTION_WHERE,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_DATA,
	OPTION_EMPTY,
	OPTION_DRY_RUN,
	OPTION_FORMAT,
	OPTION_OUT,
	OPTION_LIST,
	OPTION_AT,
	OPTION_OPEN,
	OPTION_COUNT
};

struct option_row {
	const char *name;	/* without the dashes */
	const char *value;	/* "FILE"; NULL: a flag */
	const char *only;	/* who takes it: "import|dues assess"; NULL: all do */
	bool repeats;		/* may be given more than once */
	const char *help;	/* N_(): a sentence */
};

extern const struct option_row option_table[OPTION_COUNT];

/* All strings are those of argv. */
struct arguments {
	const char *value[OPTION_COUNT];	/* NULL: not given; "" of a flag */
	const char **where;	/* every value of --where */
	size_t where_count;
	const char **word;	/* the command and what it is about */
	size_t word_count;
};

/* ERR_USAGE names the word at fault. Call arguments_done in any case. */
bool arguments_read(int argc, char *const argv[], struct arguments *ret_arguments, struct err *err);
void arguments_done(struct arguments *arguments);

/*
 * Refuses an option that only another command takes, rather than doing without
 * it what it was to prevent. noun "" is the screen, verb "" a noun alone.
 */
bool arguments_suit(const struct arguments *arguments, const char *noun, const char *verb,
    struct err *err);

/* Is it an option of that noun or one of its verbs alone, or of some like it? */
bool arguments_is_of(const struct option_row *row, const char *noun);

bool arguments_has(const struct arguments *arguments, enum option option);

#endif
