/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/path.h"
#include "cli/arguments.h"
#include "cli/commands.h"

const struct cli_command *const cli_nouns[] = {
	init_commands,
	member_commands,
	meeting_commands,
	body_commands,
	person_commands,
	post_commands,
	staff_commands,
	dues_commands,
	ledger_commands,
	bank_commands,
	batch_commands,
	rate_commands,
	decision_commands,
	text_commands,
	project_commands,
	find_commands,
	history_commands,
	undo_commands,
	import_commands,
	export_commands,
	verify_commands,
	backup_commands,
	config_commands,
	help_commands,
	NULL
};

const struct cli_variable cli_variables[] = {
	{ "NEARSEC_DB", N_("The file, where --db does not say.") },
	{ "NEARSEC_SHARE", N_("The folder that holds near/, the data of a new file.") },
	{ "NEARSEC_LOCALEDIR", N_("The folder of the message catalogues.") },
	{ "NEARSEC_DEBUG", N_("A file for the program's diary, for whoever looks for a fault.") },
	{ "NEARSEC_NOW", N_("The time the clock stands at, in UTC: for tests.") },
	{ "NEARSEC_SEED", N_("The number identifiers count up from: for tests.") },
	{ "VISUAL", N_("The editor for notes, before EDITOR.") },
	{ "EDITOR", N_("The editor for notes.") },
	{ "NO_COLOR", N_("Set to anything: no colours on the screens.") },
	{ "XDG_DATA_HOME", N_("Where nearsec/near.db lies; else ~/.local/share.") },
	{ "XDG_STATE_HOME", N_("Where drafts and the log lie; else ~/.local/state.") },
	{ "XDG_CONFIG_HOME", N_("Where the settings lie; else ~/.config.") },
	{ "LANGUAGE", N_("The language, before LC_ALL, LC_MESSAGES and LANG.") },
	{ 0 }
};

/* The commands of a noun, or NULL. */
static const struct cli_command *
find_noun(const char *noun)
{
	for (size_t i = 0; cli_nouns[i] != NULL; i++)
		for (const struct cli_command *command = cli_nouns[i]; command->noun != NULL; command++)
			if (strcmp(command->noun, noun) == 0)
				return cli_nouns[i];
	return NULL;
}

/* A verb of that name goes before the noun alone. */
static const struct cli_command *
find_verb(const struct cli_command *commands, const char *noun, const char *verb)
{
	const struct cli_command *alone = NULL;

	for (const struct cli_command *command = commands; command->noun != NULL; command++) {
		if (strcmp(command->noun, noun) != 0)
			continue;
		if (command->verb == NULL)
			alone = command;
		else if (verb != NULL && strcmp(command->verb, verb) == 0)
			return command;
	}
	return alone;
}

static bool
refuse_verb(const struct cli_command *commands, const char *noun, struct err *err)
{
	struct buf verbs = { 0 };

	for (const struct cli_command *command = commands; command->noun != NULL; command++)
		if (strcmp(command->noun, noun) == 0)
			buf_addf(&verbs, "%s%s", verbs.length > 0 ? ", " : "", command->verb);
	err_set(err, ERR_USAGE, _("After \"nearsec %s\" goes one of: %s."), noun, buf_text(&verbs));
	buf_done(&verbs);
	return false;
}

static bool
check_count(const struct cli_command *command, size_t count, struct err *err)
{
	const char *space = command->verb != NULL ? " " : "";
	const char *verb = command->verb != NULL ? command->verb : "";

	if (count >= command->least && count <= command->most)
		return true;
	if (command->most == 0)
		return err_set(err, ERR_USAGE, _("Nothing goes after \"nearsec %s%s%s\"."), command->noun,
		    space, verb);
	return err_set(err, ERR_USAGE, _("It goes: nearsec %s%s%s %s"), command->noun, space, verb,
	    command->about);
}

const struct cli_command *
cli_find(const struct arguments *arguments, size_t *ret_used, struct err *err)
{
	const char *noun = arguments->word[0];
	const char *verb = arguments->word_count > 1 ? arguments->word[1] : NULL;
	const struct cli_command *commands = find_noun(noun);

	if (commands == NULL) {
		err_set(err, ERR_USAGE, _("There is no command \"%s\". \"nearsec help\" lists them."), noun);
		return NULL;
	}
	const struct cli_command *command = find_verb(commands, noun, verb);
	if (command == NULL && arguments_has(arguments, OPTION_HELP))
		command = commands;
	if (command == NULL) {
		refuse_verb(commands, noun, err);
		return NULL;
	}
	size_t used = command->verb != NULL ? 2 : 1;
	if (!arguments_has(arguments, OPTION_HELP) &&
	    !check_count(command, arguments->word_count - used, err))
		return NULL;
	*ret_used = used < arguments->word_count ? used : arguments->word_count;
	return command;
}

int
cli_status(const struct err *err)
{
	static const int status[] = {
		[ERR_NONE] = 0,
		[ERR_USAGE] = 2,
		[ERR_INPUT] = 1,
		[ERR_RULE] = 1,
		[ERR_MISSING] = 1,
		[ERR_CONFLICT] = 3,
		[ERR_BUSY] = 4,
		[ERR_READ_ONLY] = 4,
		[ERR_FILE] = 4,
		[ERR_SYSTEM] = 4,
		[ERR_CANCELLED] = 1,
	};

	return status[err->code];
}

char *
cli_path(const struct arguments *arguments)
{
	const char *path = arguments->value[OPTION_DB];

	if (path == NULL)
		path = getenv("NEARSEC_DB");
	if (path != NULL && path[0] != '\0')
		return mem_strdup(path);
	char *folder = path_data();
	char *file = path_join(folder, "near.db");
	free(folder);
	return file;
}

bool
cli_split(const char *word, char **ret_key, const char **ret_value, struct err *err)
{
	const char *equals = strchr(word, '=');

	if (equals == NULL || equals == word)
		return err_set(err, ERR_USAGE, _("\"%s\" should say what is to be changed: key=value."), word);
	*ret_key = mem_strndup(word, (size_t)(equals - word));
	*ret_value = equals + 1;
	return true;
}
