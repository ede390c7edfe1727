/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "domain/history.h"
#include "domain/undo.h"

static bool
undo(struct cli *cli, struct err *err)
{
	int64_t undone = 0, number = 0;
	char *id = NULL;

	if (cli->count > 0 && !history_find_set(cli->session, cli->word[0], &id, err))
		return false;
	bool ok = undo_set(cli->session, id, &undone, &number, err);
	if (ok)
		output_say(&cli->output, _("Undone: change set %lld, by change set %lld."),
		    (long long)undone, (long long)number);
	free(id);
	return ok;
}

static bool
redo(struct cli *cli, struct err *err)
{
	int64_t undone = 0, number = 0;

	if (!undo_redo(cli->session, &undone, &number, err))
		return false;
	output_say(&cli->output, _("Done again: the undo %lld was taken back by change set %lld."),
	    (long long)undone, (long long)number);
	return true;
}

const struct cli_command undo_commands[] = {
	{ .noun = "undo", .about = "[SET]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Take a change set back, whole or not at all: your newest, or the one named."),
	  .run = undo },
	{ .noun = "redo", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("Take your newest undo back."),
	  .run = redo },
	{ 0 }
};
