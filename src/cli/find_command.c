/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "domain/search.h"

static void
join_words(const struct cli *cli, struct buf *typed)
{
	for (size_t i = 0; i < cli->count; i++)
		buf_addf(typed, "%s%s", i > 0 ? " " : "", cli->word[i]);
}

static bool
find(struct cli *cli, struct err *err)
{
	struct row_list hits = { 0 };
	struct buf typed = { 0 };
	bool ok;

	join_words(cli, &typed);
	ok = output_suits(&cli->output, &hit_type, err) &&
	    search_find(cli->session, buf_text(&typed), 0, &hits, err) &&
	    output_rows(&cli->output, &hits, err);
	if (ok && hits.count == 0)
		ok = err_set(err, ERR_MISSING, _("Nothing was found for \"%s\"."), buf_text(&typed));
	row_list_done(&hits);
	buf_done(&typed);
	return ok;
}

const struct cli_command find_commands[] = {
	{ .noun = "find", .about = "TEXT", .least = 1, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Find governments, bodies, meetings, decisions, people and posts, in any script, best first."),
	  .run = find },
	{ 0 }
};
