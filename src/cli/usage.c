/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/usage.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "cli/arguments.h"
#include "cli/cli.h"

static void
add_words(const struct cli_command *command, struct buf *text)
{
	buf_add(text, command->noun);
	if (command->verb != NULL)
		buf_addf(text, " %s", command->verb);
	if (command->about[0] != '\0')
		buf_addf(text, " %s", command->about);
}

void
usage_add_line(struct buf *text, const char *typed, const char *help)
{
	buf_addf(text, "  %s\n      %s\n", typed, _(help));
}

void
usage_add_command(struct buf *text, const struct cli_command *command)
{
	struct buf usage = { 0 };

	add_words(command, &usage);
	usage_add_line(text, buf_text(&usage), command->help);
	buf_done(&usage);
}

void
usage_add_option(struct buf *text, const struct option_row *option)
{
	struct buf left = { 0 };

	buf_addf(&left, "--%s", option->name);
	if (option->value != NULL)
		buf_addf(&left, "=%s", option->value);
	usage_add_line(text, buf_text(&left), option->help);
	buf_done(&left);
}

void
usage_add_noun(struct buf *text, const char *noun)
{
	for (size_t i = 0; cli_nouns[i] != NULL; i++)
		for (const struct cli_command *command = cli_nouns[i]; command->noun != NULL; command++)
			if (strcmp(command->noun, noun) == 0)
				usage_add_command(text, command);
	for (enum option option = 0; option < OPTION_COUNT; option++)
		if (arguments_is_of(&option_table[option], noun))
			usage_add_option(text, &option_table[option]);
}
