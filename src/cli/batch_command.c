/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "cli/pairs.h"
#include "domain/account.h"
#include "domain/batch.h"
#include "domain/row.h"

static bool
list(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &batch_line_type, err) &&
	    batch_list(cli->session, &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

/* The target is an amount in the currency of the account. */
static bool
take_target(struct cli *cli, const char *typed, struct batch *batch, struct err *err)
{
	struct account account = { 0 };
	bool ok = row_get(cli->session, &account_type, batch->account, &account, err) &&
	    money_parse(typed, account.currency, &batch->target, err);

	record_done(&account_type, &account);
	return ok;
}

static bool
add(struct cli *cli, struct err *err)
{
	const char *account = NULL, *target = NULL, *count = "", *note = "";
	const struct pair_key keys[] = { { "account", &account, true }, { "target", &target, true },
		{ "count", &count, false }, { "note", &note, false }, { 0 } };
	struct batch batch = { 0 };
	bool ok = pairs_read(cli, 1, keys, err) &&
	    record_read(record_find_field(&batch_type, "title"), &batch, cli->word[0], err) &&
	    record_read(record_find_field(&batch_type, "account"), &batch, account, err) &&
	    record_read(record_find_field(&batch_type, "count"), &batch, count, err) &&
	    record_read(record_find_field(&batch_type, "note"), &batch, note, err) &&
	    take_target(cli, target, &batch, err) &&
	    row_save(cli->session, &batch_type, &batch, "new batch", err);

	if (ok)
		output_say(&cli->output, "%s", batch.id);
	record_done(&batch_type, &batch);
	return ok;
}

static bool
post(struct cli *cli, struct err *err)
{
	const char *why = NULL;
	const struct pair_key keys[] = { { "why", &why, false }, { 0 } };
	char *id = NULL;
	int64_t set = 0;
	bool ok = pairs_read(cli, 1, keys, err) && batch_find(cli->session, cli->word[0], &id, err) &&
	    batch_post(cli->session, id, why, &set, err);

	if (ok)
		edit_say_saved(cli, set);
	free(id);
	return ok;
}

const struct cli_command batch_commands[] = {
	{ .noun = "batch", .verb = "list", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List the batches of payments, and what was entered in each."),
	  .run = list },
	{ .noun = "batch", .verb = "add", .about = "TITLE account=CODE target=AMOUNT [count=NUMBER] [note=TEXT]",
	  .least = 3, .most = 5, .need = CLI_NEEDS_FILE,
	  .help = N_("Begin a batch with the sum and the count on its paper, and print its id; dues pay enters with batch=TITLE."),
	  .run = add },
	{ .noun = "batch", .verb = "post", .about = "BATCH [why=TEXT]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Close a batch: its payments are what the paper says, or why they are not is given."),
	  .run = post },
	{ 0 }
};
