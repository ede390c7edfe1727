/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "domain/file.h"
#include "domain/member.h"
#include "exchange/dataset.h"
#include "exchange/table.h"

/* A new file while it is filled. */
struct filling {
	const char *folder;	/* of CSV files; NULL: stays empty */
	struct buf report;	/* what a person should know of the data */
	struct member_count count;
	struct buf refused;	/* rows that cannot be taken, a line each */
};

static void
say_row(void *context, size_t line, const char *text)
{
	struct filling *filling = context;

	buf_addf(&filling->refused, _("Line %lld: %s\n"), (long long)line, text);
}

static bool
fill(struct session *session, void *context, struct err *err)
{
	struct filling *filling = context;
	const struct table_watch watch = { say_row, progress_go_on, filling };

	if (filling->folder == NULL)
		return true;
	return dataset_load(session, filling->folder, &watch, &filling->report, err) &&
	    member_count(session, &filling->count, err);
}

static void
say_made(struct cli *cli, const struct filling *filling)
{
	const struct member_count *count = &filling->count;

	output_say(&cli->output, _("Made %s."), cli->path);
	if (filling->folder == NULL)
		return;
	output_say(&cli->output, _("%lld members, %lld observers, %lld others."),
	    (long long)count->members, (long long)count->observers, (long long)count->others);
	output_text(&cli->output, buf_text(&filling->report));
}

static bool
make_file(struct cli *cli, char *folder, struct err *err)
{
	struct filling filling = { .folder = folder };

	progress_start();
	bool ok = file_create(cli->path, cli->user, "cli", fill, &filling, err);
	progress_stop();
	if (ok)
		say_made(cli, &filling);
	else
		output_text(&cli->output, buf_text(&filling.refused));
	buf_done(&filling.report);
	buf_done(&filling.refused);
	return ok;
}

static bool
init(struct cli *cli, struct err *err)
{
	const char *data = cli->arguments->value[OPTION_DATA];
	bool empty = arguments_has(cli->arguments, OPTION_EMPTY);

	if (data != NULL && empty)
		return err_set(err, ERR_USAGE, _("Choose one of --data and --empty."));
	char *folder = empty ? NULL : data != NULL ? mem_strdup(data) : dataset_near_folder();
	bool ok = make_file(cli, folder, err);
	free(folder);
	return ok;
}

const struct cli_command init_commands[] = {
	{ .noun = "init", .about = "[--data DIR | --empty]", .need = CLI_MAKES_FILE,
	  .help = N_("Make a new file and fill it with the NEAR data. One that exists is never touched."),
	  .run = init },
	{ 0 }
};
