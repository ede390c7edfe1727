/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "cli/pairs.h"
#include "domain/account_report.h"
#include "domain/budget.h"
#include "domain/entry.h"
#include "domain/entry_view.h"
#include "domain/fiscal_year.h"
#include "domain/ledger.h"
#include "domain/row.h"
#include "domain/transfer.h"
#include "domain/trial.h"
#include "domain/year_close.h"

static bool
open_year(struct cli *cli, struct err *err)
{
	int64_t set = 0;

	if (!fiscal_year_open(cli->session, cli->word[0], &set, err))
		return false;
	edit_say_saved(cli, set);
	return true;
}

static bool
entries(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &entry_type, err) &&
	    row_list(cli->session, &entry_type, cli->count > 0 ? "year" : NULL,
		cli->count > 0 ? cli->word[0] : NULL, "booked, number", &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
show(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &entry_line_type, err) &&
	    entry_view_lines(cli->session, cli->word[0], &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
fill_transfer(struct cli *cli, struct transfer *transfer, struct err *err)
{
	const char *words = NULL, *value = NULL, *approved = NULL;
	const struct pair_key keys[] = { { "words", &words, true }, { "value", &value, false },
		{ "approved", &approved, false }, { 0 } };

	if (!pairs_read(cli, 3, keys, err) ||
	    !transfer_currency(cli->session, cli->word[0], &transfer->currency, err))
		return false;
	mem_replace(&transfer->to, cli->word[0]);
	mem_replace(&transfer->from, cli->word[1]);
	mem_replace(&transfer->words, words);
	mem_replace(&transfer->value, value);
	mem_replace(&transfer->approved, approved);
	return money_parse(cli->word[2], transfer->currency, &transfer->amount, err);
}

static bool
post(struct cli *cli, struct err *err)
{
	struct transfer transfer = { 0 };
	struct ledger_draft draft = { 0 };
	char *number = NULL;
	int64_t set = 0;
	bool ok = fill_transfer(cli, &transfer, err) &&
	    transfer_draft(cli->session, &transfer, &draft, err) &&
	    ledger_post(cli->session, &draft, &number, &set, err);

	if (ok) {
		output_say(&cli->output, _("Entry %s."), number);
		edit_say_saved(cli, set);
	}
	free(number);
	ledger_draft_done(&draft);
	transfer_done(&transfer);
	return ok;
}

static bool
reverse(struct cli *cli, struct err *err)
{
	const char *reason = NULL;
	const struct pair_key keys[] = { { "reason", &reason, true }, { 0 } };
	char *number = NULL;
	int64_t set = 0;
	bool ok = pairs_read(cli, 1, keys, err) &&
	    ledger_reverse(cli->session, cli->word[0], reason, &number, &set, err);

	if (ok) {
		output_say(&cli->output, _("Entry %s."), number);
		edit_say_saved(cli, set);
	}
	free(number);
	return ok;
}

static bool
trial(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &trial_line_type, err) &&
	    trial_list(cli->session, &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

/* "510=25000" is a sum of an account, decision= and note= are of the version. */
static bool
fill_budget(struct cli *cli, struct budget_order *order, struct err *err)
{
	for (size_t i = 1; i < cli->count; i++) {
		const char *value = NULL;
		char *key = NULL;

		if (!cli_split(cli->word[i], &key, &value, err))
			return false;
		if (strcmp(key, "decision") == 0)
			order->decision = value;
		else if (strcmp(key, "note") == 0)
			order->note = value;
		else
			order->sum[order->count++] = (struct budget_sum){ mem_strdup(key), value };
		free(key);
	}
	return true;
}

static bool
write_budget(struct cli *cli, struct err *err)
{
	struct budget_order order = { .year = cli->word[0],
		.sum = mem_alloc(cli->count * sizeof *order.sum) };
	int64_t version = 0, set = 0;
	bool ok = fill_budget(cli, &order, err) &&
	    budget_write(cli->session, &order, &version, &set, err);

	if (ok) {
		output_say(&cli->output, _("Version %d of the budget."), (int)version);
		edit_say_saved(cli, set);
	}
	for (size_t i = 0; i < order.count; i++)
		free(order.sum[i].account);
	free(order.sum);
	return ok;
}

static bool
budget(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	if (cli->count > 1)
		return write_budget(cli, err);
	return output_suits(&cli->output, &budget_item_type, err) &&
	    budget_list(cli->session, cli->word[0], &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
report(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &account_report_line_type, err) &&
	    account_report_list(cli->session, cli->word[0], &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
checks(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &close_check_type, err) &&
	    year_close_checks(cli->session, cli->word[0], &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
close_year(struct cli *cli, struct err *err)
{
	char *entry = NULL;
	int64_t set = 0;

	if (!year_close(cli->session, cli->word[0], &entry, &set, err))
		return false;
	if (entry != NULL)
		output_say(&cli->output, _("Entry %s."), entry);
	edit_say_saved(cli, set);
	free(entry);
	return true;
}

static bool
audit(struct cli *cli, struct err *err)
{
	int64_t set = 0;

	if (!year_close_audit(cli->session, cli->word[0], &set, err))
		return false;
	edit_say_saved(cli, set);
	return true;
}

const struct cli_command ledger_commands[] = {
	{ .noun = "ledger", .verb = "open", .about = "YEAR", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Open a fiscal year: what is posted is dated in an open one."),
	  .run = open_year },
	{ .noun = "ledger", .verb = "entries", .about = "[YEAR]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List the entries in the order they were booked."),
	  .run = entries },
	{ .noun = "ledger", .verb = "show", .about = "NUMBER", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Show the lines of an entry."),
	  .run = show },
	{ .noun = "ledger", .verb = "post", .about = "TO FROM AMOUNT words=TEXT [value=DAY] [approved=TEXT]",
	  .least = 4, .most = 6, .need = CLI_NEEDS_FILE,
	  .help = N_("Post an entry of two lines: money goes to one account and comes from another."),
	  .run = post },
	{ .noun = "ledger", .verb = "reverse", .about = "NUMBER reason=TEXT", .least = 2, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Post the opposite of an entry; an entry can be reversed once."),
	  .run = reverse },
	{ .noun = "ledger", .verb = "trial", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("Print the trial balance of the day: what stands on every account."),
	  .run = trial },
	{ .noun = "ledger", .verb = "report", .about = "YEAR", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Print the accounting report of a year: income and expenditure beside the budget, and what stands on the accounts."),
	  .run = report },
	{ .noun = "ledger", .verb = "budget", .about = "YEAR [ACCOUNT=AMOUNT...] [decision=TEXT] [note=TEXT]",
	  .least = 1, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("List the newest version of a budget, or write into it; into an approved one by a new version."),
	  .run = budget },
	{ .noun = "ledger", .verb = "checks", .about = "YEAR", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List what must be in order before a year is closed."),
	  .run = checks },
	{ .noun = "ledger", .verb = "close", .about = "YEAR", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Close a fiscal year for good."),
	  .run = close_year },
	{ .noun = "ledger", .verb = "audit", .about = "YEAR", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Note that a closed year is audited."),
	  .run = audit },
	{ 0 }
};
