/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "domain/history.h"
#include "domain/record_types.h"

/* A row of that type and key is, or was, in the file: the log knows it. */
static bool
list_sets(struct cli *cli, const struct record_type *type, const char *key,
    struct row_list *ret_sets, struct err *err)
{
	return history_list(cli->session, type, key, 0, ret_sets, err);
}

/* Keys of different types never look alike, so the first that has a history is meant. */
static bool
find_sets(struct cli *cli, const char *key, struct row_list *ret_sets, struct err *err)
{
	for (size_t i = 0; record_types[i] != NULL; i++) {
		struct row_list sets = { 0 };

		if (!list_sets(cli, record_types[i], key, &sets, err))
			return false;
		if (sets.count > 0) {
			*ret_sets = sets;
			return true;
		}
		row_list_done(&sets);
	}
	return err_set(err, ERR_MISSING, _("There is no record %s, and never was."), key);
}

static bool
list_history(struct cli *cli, struct err *err)
{
	struct row_list sets = { 0 };
	bool ok = output_suits(&cli->output, &history_set_type, err);

	if (ok && cli->count > 0)
		ok = find_sets(cli, cli->word[0], &sets, err);
	else if (ok)
		ok = list_sets(cli, NULL, NULL, &sets, err);
	ok = ok && output_rows(&cli->output, &sets, err);
	row_list_done(&sets);
	return ok;
}

static bool
show_set(struct cli *cli, struct err *err)
{
	struct row_list cells = { 0 };
	char *id = NULL;
	bool ok = output_suits(&cli->output, &history_cell_type, err) &&
	    history_find_set(cli->session, cli->word[0], &id, err) &&
	    history_cells(cli->session, id, &cells, err) &&
	    output_list(&cli->output, &cells, err);

	free(id);
	return ok;
}

const struct cli_command history_commands[] = {
	{ .noun = "history", .about = "[RECORD]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List who changed what, newest first: of everything, or of one code or id."),
	  .run = list_history },
	{ .noun = "history", .verb = "show", .about = "SET", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show every field a change set changed, before and after."),
	  .run = show_set },
	{ 0 }
};
