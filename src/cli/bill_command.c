/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/bill_command.h"

#include <stdlib.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "cli/arguments.h"
#include "cli/cli.h"
#include "cli/edit.h"
#include "cli/pairs.h"
#include "domain/bill.h"
#include "domain/credit_note.h"
#include "domain/entry_view.h"
#include "domain/ledger.h"

/* Bills */

static bool
fill_bill(struct cli *cli, struct bill *bill, struct err *err)
{
	const char *words = NULL, *account = NULL, *due = NULL;
	const struct pair_key keys[] = { { "words", &words, true }, { "account", &account, false },
		{ "due", &due, false }, { 0 } };

	if (!pairs_read(cli, 3, keys, err) || !money_check_currency(cli->word[2], err) ||
	    !money_parse(cli->word[1], cli->word[2], &bill->amount, err))
		return false;
	mem_replace(&bill->government, cli->word[0]);
	mem_replace(&bill->currency, cli->word[2]);
	mem_replace(&bill->words, words);
	mem_replace(&bill->account, account);
	mem_replace(&bill->due, due);
	return true;
}

/* The lines that issuing it would post, and when it would be due. */
static bool
preview_bill(struct cli *cli, const struct bill *bill, struct err *err)
{
	struct ledger_draft draft = { 0 };
	struct row_list lines = { 0 };
	char *due = NULL;

	if (!output_suits(&cli->output, &entry_line_type, err) ||
	    !bill_propose(cli->session, bill, &draft, &due, err))
		return false;
	bool ok = entry_view_draft(cli->session, &draft, &lines, err) && output_rows(&cli->output, &lines, err);
	if (ok)
		output_say(&cli->output, _("Due %s."), due);
	row_list_done(&lines);
	ledger_draft_done(&draft);
	free(due);
	return ok;
}

bool
bill_command_draft(struct cli *cli, struct err *err)
{
	struct bill bill = { 0 };
	char *id = NULL;
	int64_t set = 0;
	bool dry = arguments_has(cli->arguments, OPTION_DRY_RUN);
	bool ok = fill_bill(cli, &bill, err) && (!dry || preview_bill(cli, &bill, err));

	if (ok && dry) {
		output_say(&cli->output, "%s", _("A dry run: the file is as it was."));
	} else if (ok) {
		ok = bill_save(cli->session, &bill, &id, &set, err);
		if (ok) {
			output_say(&cli->output, "%s", id);
			edit_say_saved(cli, set);
		}
	}
	free(id);
	bill_done(&bill);
	return ok;
}

bool
bill_command_bills(struct cli *cli, struct err *err)
{
	char today[DAY_SIZE];
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &bill_line_type, err) &&
	    bill_list(cli->session, edit_year(cli, today), &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

bool
bill_command_discard(struct cli *cli, struct err *err)
{
	int64_t set = 0;

	if (!bill_discard(cli->session, cli->word[0], &set, err))
		return false;
	edit_say_saved(cli, set);
	return true;
}

bool
bill_command_issue(struct cli *cli, const char *id, const char *date, struct err *err)
{
	char *number = NULL;
	int64_t set = 0;

	if (!bill_issue(cli->session, id, date, &number, &set, err))
		return false;
	output_say(&cli->output, _("Invoice %s."), number);
	edit_say_saved(cli, set);
	free(number);
	return true;
}

/* Credit notes */

bool
bill_command_retract(struct cli *cli, struct err *err)
{
	const char *reason = NULL;
	const struct pair_key keys[] = { { "reason", &reason, true }, { 0 } };
	char *number = NULL;
	int64_t set = 0;

	if (!pairs_read(cli, 1, keys, err) ||
	    !credit_note_retract(cli->session, cli->word[0], reason, &number, &set, err))
		return false;
	output_say(&cli->output, _("Credit note %s."), number);
	edit_say_saved(cli, set);
	free(number);
	return true;
}

bool
bill_command_notes(struct cli *cli, struct err *err)
{
	char today[DAY_SIZE];
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &credit_note_line_type, err) &&
	    credit_note_list(cli->session, edit_year(cli, today), &rows, err) &&
	    output_list(&cli->output, &rows, err);
}
