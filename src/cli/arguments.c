/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/arguments.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"

const struct option_row option_table[OPTION_COUNT] = {
	[OPTION_DB] = { .name = "db", .value = "FILE",
	  .help = N_("Work on this file.") },
	[OPTION_LANG] = { .name = "lang", .value = "LANG",
	  .help = N_("Speak this language: en, zh, ja, ko, ru or mn.") },
	[OPTION_AS_OF] = { .name = "as-of", .value = "DAY",
	  .help = N_("Show everything as it was on this day, and change nothing.") },
	[OPTION_USER] = { .name = "user", .value = "NAME",
	  .help = N_("Write this name into the history instead of the login name.") },
	[OPTION_READ_ONLY] = { .name = "read-only",
	  .help = N_("Read the file and refuse to change it.") },
	[OPTION_MONO] = { .name = "mono",
	  .help = N_("Use no colours on the screens.") },
	[OPTION_JSON] = { .name = "json",
	  .help = N_("Print JSON: an array of objects with every field.") },
	[OPTION_CSV] = { .name = "csv",
	  .help = N_("Print CSV with a first row of field keys.") },
	[OPTION_TSV] = { .name = "tsv",
	  .help = N_("Print values between tabs, with a first row of field keys.") },
	[OPTION_COLUMNS] = { .name = "columns", .value = "KEY,KEY",
	  .help = N_("Print these fields, in this order.") },
	[OPTION_SORT] = { .name = "sort", .value = "[-]KEY",
	  .help = N_("Sort by this field; with a hyphen before it, downwards.") },
	[OPTION_WHERE] = { .name = "where", .value = "KEY=VALUE", .repeats = true,
	  .help = N_("Only rows where this is so; KEY!=VALUE where it is not. Repeated, all must hold.") },
	[OPTION_HELP] = { .name = "help",
	  .help = N_("Explain the command instead of running it.") },
	[OPTION_VERSION] = { .name = "version",
	  .help = N_("Print the version.") },
	[OPTION_DATA] = { .name = "data", .value = "DIR", .only = "init",
	  .help = N_("Fill the new file from the CSV files in this folder.") },
	[OPTION_EMPTY] = { .name = "empty", .only = "init",
	  .help = N_("Leave the new file empty.") },
	[OPTION_DRY_RUN] = { .name = "dry-run", .only = "import|dues assess|dues bill|meeting decide",
	  .help = N_("Say what would be done, and do nothing.") },
	[OPTION_FORMAT] = { .name = "format", .value = "csv|json", .only = "export",
	  .help = N_("Write this format; CSV when nothing is said.") },
	[OPTION_OUT] = { .name = "out", .value = "FILE", .only = "export",
	  .help = N_("Write into this file.") },
	[OPTION_LIST] = { .name = "list", .only = "help",
	  .help = N_("Print every command, option, setting and variable, one a line.") },
	[OPTION_AT] = { .name = "at", .value = "TIME", .only = "meeting attend",
	  .help = N_("It was at this time of the clock there, today, or on a day: \"2012-07-24 9:30\".") },
	[OPTION_OPEN] = { .name = "open", .only = "decision",
	  .help = N_("Only what is not closed yet.") },
};

static enum option
find_option(const char *name, size_t length)
{
	for (enum option option = 0; option < OPTION_COUNT; option++)
		if (strlen(option_table[option].name) == length &&
		    strncmp(option_table[option].name, name, length) == 0)
			return option;
	return OPTION_COUNT;
}

static bool
keep(struct arguments *arguments, enum option option, const char *value, struct err *err)
{
	const struct option_row *row = &option_table[option];

	if (arguments->value[option] != NULL && !row->repeats)
		return err_set(err, ERR_USAGE, _("--%s is given twice."), row->name);
	arguments->value[option] = value;
	if (option == OPTION_WHERE) {
		arguments->where = mem_grow(arguments->where, arguments->where_count + 1,
		    sizeof arguments->where[0]);
		arguments->where[arguments->where_count++] = value;
	}
	return true;
}

/* text is "--name" or "--name=value"; *taken says that next was used up. */
static bool
read_option(struct arguments *arguments, const char *text, const char *next, bool *taken,
    struct err *err)
{
	const char *name = text + 2;
	const char *equals = strchr(name, '=');
	size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
	enum option option = find_option(name, length);

	if (option == OPTION_COUNT)
		return err_set(err, ERR_USAGE, _("There is no option %.*s. \"nearsec help\" lists them."),
		    (int)length + 2, text);
	if (option_table[option].value == NULL) {
		if (equals != NULL)
			return err_set(err, ERR_USAGE, _("--%s takes no value."), option_table[option].name);
		return keep(arguments, option, "", err);
	}
	*taken = equals == NULL;
	if (equals == NULL && next == NULL)
		return err_set(err, ERR_USAGE, _("--%s needs a value: --%s=%s."), option_table[option].name,
		    option_table[option].name, option_table[option].value);
	return keep(arguments, option, equals != NULL ? equals + 1 : next, err);
}

bool
arguments_read(int argc, char *const argv[], struct arguments *ret_arguments, struct err *err)
{
	struct arguments *arguments = ret_arguments;
	bool only_words = false;

	*arguments = (struct arguments){ 0 };
	arguments->word = mem_grow(NULL, (size_t)argc + 1, sizeof arguments->word[0]);
	for (int i = 1; i < argc; i++) {
		bool taken = false;

		if (!only_words && strcmp(argv[i], "--") == 0)
			only_words = true;
		else if (only_words || strncmp(argv[i], "--", 2) != 0)
			arguments->word[arguments->word_count++] = argv[i];
		else if (!read_option(arguments, argv[i], i + 1 < argc ? argv[i + 1] : NULL, &taken, err))
			return false;
		i += taken;
	}
	return true;
}

void
arguments_done(struct arguments *arguments)
{
	free(arguments->where);
	free(arguments->word);
	*arguments = (struct arguments){ 0 };
}

/* Does the row name that command? verb NULL: any verb of the noun. */
static bool
names_command(const struct option_row *row, const char *noun, const char *verb)
{
	size_t length = strlen(noun);

	for (const char *at = row->only; at != NULL; at = strchr(at, '|')) {
		at += *at == '|';
		const char *end = at + length;

		if (strncmp(at, noun, length) != 0 || strchr(" |", *end) == NULL)
			continue;
		if (verb == NULL || *end != ' ' || (strncmp(end + 1, verb, strlen(verb)) == 0 &&
		    strchr("|", end[1 + strlen(verb)]) != NULL))
			return true;
	}
	return false;
}

bool
arguments_is_of(const struct option_row *row, const char *noun)
{
	return names_command(row, noun, NULL);
}

bool
arguments_suit(const struct arguments *arguments, const char *noun, const char *verb,
    struct err *err)
{
	for (enum option option = 0; option < OPTION_COUNT; option++) {
		const struct option_row *row = &option_table[option];

		if (arguments->value[option] != NULL && row->only != NULL &&
		    !names_command(row, noun, verb))
			return err_set(err, ERR_USAGE, _("--%s belongs to \"nearsec %s\"."), row->name,
			    row->only);
	}
	return true;
}

bool
arguments_has(const struct arguments *arguments, enum option option)
{
	return arguments->value[option] != NULL;
}
