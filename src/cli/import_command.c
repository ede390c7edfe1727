/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/messages.h"
#include "base/path.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/kinds.h"
#include "cli/progress.h"
#include "exchange/table.h"

enum { MOST_BYTES = 256 << 20 };

/* Where the rows come from, for what is said about them. */
struct importing {
	struct output *output;
	const char *path;
};

static void
say_row(void *context, size_t line, const char *text)
{
	struct importing *importing = context;

	output_say(importing->output, "%s:%zu: %s", importing->path, line, text);
}

static void
say_result(struct cli *cli, const struct table_result *result)
{
	output_say(&cli->output, _("%lld new, %lld changed, %lld as they were."),
	    (long long)result->taken, (long long)result->changed, (long long)result->same);
	if (arguments_has(cli->arguments, OPTION_DRY_RUN))
		output_say(&cli->output, "%s", _("A dry run: the file is as it was."));
	else if (result->number != 0)
		output_say(&cli->output, _("Saved: change set %lld."), (long long)result->number);
}

static bool
import(struct cli *cli, struct err *err)
{
	struct importing importing = { &cli->output, cli->word[1] };
	const struct table_watch watch = { say_row, progress_go_on, &importing };
	const struct table_kind *kind = kinds_find(cli->word[0], err);
	struct table_result result = { 0 };
	char *bytes = NULL;
	size_t length = 0;

	if (kind == NULL || !path_read(importing.path, MOST_BYTES, &bytes, &length, err))
		return false;
	progress_start();
	bool ok = table_import(cli->session, kind, bytes, length,
	    arguments_has(cli->arguments, OPTION_DRY_RUN), &watch, &result, err);
	progress_stop();
	if (ok)
		say_result(cli, &result);
	free(bytes);
	return ok;
}

const struct cli_command import_commands[] = {
	{ .noun = "import", .about = "KIND FILE", .least = 2, .most = 2, .need = CLI_NEEDS_FILE,
	  .help = N_("Take the rows of a CSV file, all of them or none."),
	  .run = import },
	{ 0 }
};
