/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/err.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "domain/file.h"

static bool
backup(struct cli *cli, struct err *err)
{
	char head[FILE_HEAD_SIZE];

	if (!file_backup(cli->session, cli->word[0], head, err))
		return false;
	output_say(&cli->output, _("Saved and proved: %s, history up to %.16s."), cli->word[0], head);
	return true;
}

const struct cli_command backup_commands[] = {
	{ .noun = "backup", .about = "FILE", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Save a proved copy of the file while others work on it. Never use cp for this."),
	  .run = backup },
	{ 0 }
};
