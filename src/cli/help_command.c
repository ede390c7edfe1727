/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/record.h"
#include "base/settings.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "domain/body_entry.h"
#include "domain/member.h"
#include "domain/payment_import.h"
#include "domain/record_types.h"
#include "exchange/table.h"

static void
add_options(struct buf *text)
{
	buf_addf(text, "%s\n", _("Options, before or after the command:"));
	for (enum option option = 0; option < OPTION_COUNT; option++)
		if (option_table[option].only == NULL)
			usage_add_option(text, &option_table[option]);
}

static void
add_settings(struct buf *text)
{
	buf_addf(text, "%s\n", _("Settings, changed by \"nearsec config KEY=VALUE\":"));
	for (const struct setting *setting = setting_table; setting->key != NULL; setting++)
		usage_add_line(text, setting->key, setting->help);
}

static void
add_environment(struct buf *text)
{
	buf_addf(text, "%s\n", _("Variables of the environment:"));
	for (const struct cli_variable *variable = cli_variables; variable->name != NULL; variable++)
		usage_add_line(text, variable->name, variable->help);
}

static void
add_kinds(struct buf *text)
{
	buf_addf(text, "%s\n", _("Kinds of records, for import and export:"));
	for (const struct table_kind *kind = table_kinds; kind->word != NULL; kind++)
		usage_add_line(text, kind->word, kind->help);
}

static void
add_statuses(struct buf *text)
{
	static const struct { const char *status, *help; } statuses[] = {
		{ "0", N_("Done.") },
		{ "1", N_("Refused by a rule, or not found. One sentence says what to do.") },
		{ "2", N_("The command or its words are wrong.") },
		{ "3", N_("Somebody saved the same meanwhile: a person has to decide.") },
		{ "4", N_("The file cannot be used: none, damaged, foreign, newer, busy, full or not writable.") },
	};

	buf_addf(text, "%s\n", _("Exit status:"));
	for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
		usage_add_line(text, statuses[i].status, statuses[i].help);
}

static void
add_commands(struct buf *text)
{
	buf_addf(text, "%s\n", _("Commands:"));
	for (size_t i = 0; cli_nouns[i] != NULL; i++)
		for (const struct cli_command *command = cli_nouns[i]; command->noun != NULL; command++)
			usage_add_command(text, command);
}

/* What goes beyond the nouns. */
static const struct {
	const char *word;
	void (*add)(struct buf *text);
} topics[] = {
	{ "commands", add_commands },
	{ "options", add_options },
	{ "kinds", add_kinds },
	{ "settings", add_settings },
	{ "environment", add_environment },
	{ "status", add_statuses },
};

static void
add_overview(struct buf *text)
{
	buf_addf(text, "%s\n\n%s\n\n", _("nearsec [OPTION]... [COMMAND]"),
	    _("The records of an association of regional governments. With no command the screens open."));
	add_commands(text);
	buf_add_char(text, '\n');
	add_options(text);
	buf_addf(text, "\n%s\n", _("More: nearsec help TOPIC, where TOPIC is a command or one of:"));
	for (size_t i = 0; i < sizeof topics / sizeof topics[0]; i++)
		buf_addf(text, "%s%s", i > 0 ? ", " : "  ", topics[i].word);
	buf_add_char(text, '\n');
}

static bool
add_topic(struct buf *text, const char *word, struct err *err)
{
	for (size_t i = 0; i < sizeof topics / sizeof topics[0]; i++)
		if (strcmp(topics[i].word, word) == 0) {
			topics[i].add(text);
			return true;
		}
	usage_add_noun(text, word);
	return text->length > 0 ||
	    err_set(err, ERR_MISSING, _("There is no help on \"%s\". \"nearsec help\" lists the topics."), word);
}

static void
list_commands(struct buf *text)
{
	for (size_t i = 0; cli_nouns[i] != NULL; i++)
		for (const struct cli_command *command = cli_nouns[i]; command->noun != NULL; command++)
			buf_addf(text, "command\t%s%s%s\t%s\n", command->noun,
			    command->verb != NULL ? " " : "",
			    command->verb != NULL ? command->verb : "", command->about);
}

static void
list_options(struct buf *text)
{
	for (enum option option = 0; option < OPTION_COUNT; option++)
		buf_addf(text, "option\t--%s\t%s\n", option_table[option].name,
		    option_table[option].value != NULL ? option_table[option].value : "");
}

static void
end_with_choices(struct buf *text, const struct choice *choice)
{
	for (; choice != NULL && choice->word != NULL; choice++)
		buf_addf(text, "%s%s", choice->word, choice[1].word != NULL ? " " : "");
	buf_add_char(text, '\n');
}

static void
list_settings(struct buf *text)
{
	for (const struct setting *setting = setting_table; setting->key != NULL; setting++) {
		buf_addf(text, "setting\t%s\t%s\t", setting->key, setting->preset);
		if (setting->choices == NULL)
			buf_addf(text, "%d..%d", setting->least, setting->most);
		end_with_choices(text, setting->choices);
	}
}

static void
list_topics(struct buf *text)
{
	for (size_t i = 0; i < sizeof topics / sizeof topics[0]; i++)
		buf_addf(text, "topic\t%s\t\n", topics[i].word);
}

static void
list_kinds(struct buf *text)
{
	for (const struct table_kind *kind = table_kinds; kind->word != NULL; kind++)
		buf_addf(text, "kind\t%s\t%s\t%s\n", kind->word, kind->file, kind->type->key);
}

static void
list_fields(struct buf *text, const struct record_type *type)
{
	static const char *const kinds[] = {
		[FIELD_TEXT] = "text", [FIELD_LONG] = "long", [FIELD_CODE] = "code",
		[FIELD_DAY] = "day", [FIELD_TIME] = "time", [FIELD_NUMBER] = "number", [FIELD_FLAG] = "flag",
		[FIELD_MONEY] = "money",
	};

	buf_addf(text, "record\t%s\t\n", type->key);
	for (const struct field *field = type->fields; field->key != NULL; field++) {
		buf_addf(text, "field\t%s.%s\t%s\t", type->key, field->key, kinds[field->kind]);
		end_with_choices(text, field->choices);
	}
}

static void
list_records(struct buf *text)
{
	for (size_t i = 0; record_types[i] != NULL; i++)
		list_fields(text, record_types[i]);
	list_fields(text, &member_type);
	list_fields(text, &body_entry_type);
	list_fields(text, &payment_row_type);
}

static void
list_environment(struct buf *text)
{
	for (const struct cli_variable *variable = cli_variables; variable->name != NULL; variable++)
		buf_addf(text, "environment\t%s\t\n", variable->name);
}

/* For programs: kind, word and what follows it, between tabs; never translated. */
static void
add_machine_list(struct buf *text)
{
	list_commands(text);
	list_options(text);
	list_settings(text);
	list_topics(text);
	list_kinds(text);
	list_records(text);
	list_environment(text);
}

static bool
help(struct cli *cli, struct err *err)
{
	struct buf text = { 0 };
	bool ok = true;

	if (arguments_has(cli->arguments, OPTION_LIST))
		add_machine_list(&text);
	else if (cli->count > 0)
		ok = add_topic(&text, cli->word[0], err);
	else
		add_overview(&text);
	output_text(&cli->output, buf_text(&text));
	buf_done(&text);
	return ok;
}

static bool
version(struct cli *cli, struct err *err)
{
	(void)err;
	output_text(&cli->output, PACKAGE_NAME " " PACKAGE_VERSION "\n");
	return true;
}

const struct cli_command help_commands[] = {
	{ .noun = "help", .about = "[TOPIC]", .most = 1, .need = CLI_NEEDS_NOTHING,
	  .help = N_("Explain the program, or one command."),
	  .run = help },
	{ .noun = "version", .about = "", .need = CLI_NEEDS_NOTHING,
	  .help = N_("Print the version."),
	  .run = version },
	{ 0 }
};
