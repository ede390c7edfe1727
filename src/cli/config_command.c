/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "base/settings.h"
#include "cli/commands.h"
#include "domain/row.h"

static bool
list_settings(struct cli *cli, struct err *err)
{
	struct row_list rows = { .type = &setting_row_type };

	for (size_t i = 0; setting_table[i].key != NULL; i++)
		settings_row(cli->settings, i, row_add(&rows, &setting_row_type));
	bool ok = output_rows(&cli->output, &rows, err);
	row_list_done(&rows);
	return ok;
}

/* One that does not exist is refused by settings_set, which says what does. */
static bool
show_setting(struct cli *cli, const char *key, struct err *err)
{
	if (setting_find(key) == NULL)
		return settings_set(cli->settings, key, "", err);
	output_text(&cli->output, settings_get(cli->settings, key));
	output_text(&cli->output, "\n");
	return true;
}

static bool
change_setting(struct cli *cli, const char *word, struct err *err)
{
	const char *value;
	char *key = NULL;
	bool ok = cli_split(word, &key, &value, err) && settings_set(cli->settings, key, value, err);

	free(key);
	return ok;
}

static bool
config(struct cli *cli, struct err *err)
{
	if (cli->count == 0)
		return list_settings(cli, err);
	if (strchr(cli->word[0], '=') == NULL)
		return show_setting(cli, cli->word[0], err);
	return change_setting(cli, cli->word[0], err);
}

const struct cli_command config_commands[] = {
	{ .noun = "config", .about = "[KEY | KEY=VALUE]", .most = 1, .need = CLI_NEEDS_NOTHING,
	  .help = N_("List your settings, show one, or choose; KEY= goes back to the preset."),
	  .run = config },
	{ 0 }
};
