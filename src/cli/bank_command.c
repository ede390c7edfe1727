/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "cli/pairs.h"
#include "domain/bank.h"
#include "domain/bank_format.h"
#include "domain/bank_statement.h"
#include "domain/row.h"
#include "domain/sheet.h"
#include "exchange/bank_file.h"

static bool
list(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &bank_statement_type, err) &&
	    row_list(cli->session, &bank_statement_type, NULL, NULL, "account, until", &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
take(struct cli *cli, struct err *err)
{
	const char *account = NULL, *format = NULL;
	const struct pair_key keys[] = { { "account", &account, false }, { "format", &format, false }, { 0 } };
	struct bank_paper paper = { 0 };
	char *id = NULL;
	int64_t set = 0;
	bool ok = pairs_read(cli, 1, keys, err) &&
	    bank_file_read(cli->session, cli->word[0], account, format, &paper, err) &&
	    bank_take(cli->session, &paper, &id, &set, err);

	if (ok) {
		output_say(&cli->output, nq_("%s: %d line.", "%s: %d lines.", paper.count), paper.name,
		    (int)paper.count);
		edit_say_saved(cli, set);
	}
	free(id);
	bank_paper_done(&paper);
	return ok;
}

static bool
show(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };
	char *id = NULL;

	if (!output_suits(&cli->output, &bank_match_type, err) ||
	    !bank_find(cli->session, cli->word[0], &id, err))
		return false;
	bool ok = bank_match_list(cli->session, id, &rows, err) && output_list(&cli->output, &rows, err);

	free(id);
	return ok;
}

static bool
receive(struct cli *cli, struct err *err)
{
	char *id = NULL, *receipt = NULL;
	int64_t no = 0, set = 0;
	bool ok = edit_number(cli->word[1], &no, err) && bank_find(cli->session, cli->word[0], &id, err) &&
	    bank_receive(cli->session, id, no, strcmp(cli->word[2], "-") == 0 ? "" : cli->word[2], &receipt,
	    &set, err);

	if (ok) {
		output_say(&cli->output, _("Receipt %s."), receipt);
		edit_say_saved(cli, set);
	}
	free(receipt);
	free(id);
	return ok;
}

/* Every line with a proposal, each in a change set of its own. */
static bool
accept(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };
	char *id = NULL;
	size_t taken = 0;
	bool ok = bank_find(cli->session, cli->word[0], &id, err) &&
	    bank_match_list(cli->session, id, &rows, err);

	for (size_t i = 0; i < rows.count && ok; i++) {
		const struct bank_match *match = row_at(&rows, i);
		char *receipt = NULL;

		if (strcmp(match->state, "proposed") != 0 || match->alike > 0)
			continue;
		ok = bank_receive(cli->session, id, match->no, match->government, &receipt, NULL, err);
		taken += ok;
		free(receipt);
	}
	if (ok)
		output_say(&cli->output, nq_("%d line taken as proposed.", "%d lines taken as proposed.", taken),
		    (int)taken);
	row_list_done(&rows);
	free(id);
	return ok;
}

static bool
post(struct cli *cli, struct err *err)
{
	const char *words = NULL;
	const struct pair_key keys[] = { { "words", &words, true }, { 0 } };
	char *id = NULL, *entry = NULL;
	int64_t no = 0, set = 0;
	bool ok = pairs_read(cli, 3, keys, err) && edit_number(cli->word[1], &no, err) &&
	    bank_find(cli->session, cli->word[0], &id, err) &&
	    bank_post(cli->session, id, no, cli->word[2], words, &entry, &set, err);

	if (ok) {
		output_say(&cli->output, _("Entry %s."), entry);
		edit_say_saved(cli, set);
	}
	free(entry);
	free(id);
	return ok;
}

static bool
same(struct cli *cli, struct err *err)
{
	const char *why = NULL;
	const struct pair_key keys[] = { { "why", &why, false }, { 0 } };
	char *id = NULL;
	int64_t no = 0, set = 0;
	bool ok = pairs_read(cli, 2, keys, err) && edit_number(cli->word[1], &no, err) &&
	    bank_find(cli->session, cli->word[0], &id, err) &&
	    bank_same_as(cli->session, id, no, why != NULL ? why : "", &set, err);

	if (ok)
		edit_say_saved(cli, set);
	free(id);
	return ok;
}

static bool
reconcile(struct cli *cli, struct err *err)
{
	char *id = NULL;
	int64_t set = 0;
	bool ok = bank_find(cli->session, cli->word[0], &id, err) &&
	    bank_reconcile(cli->session, id, &set, err);

	if (ok)
		edit_say_saved(cli, set);
	free(id);
	return ok;
}

static bool
list_formats(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &bank_format_type, err) &&
	    row_list(cli->session, &bank_format_type, NULL, NULL, "name", &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
show_format(struct cli *cli, struct err *err)
{
	struct bank_format row = { 0 };
	bool ok = output_suits(&cli->output, &bank_format_type, err) &&
	    row_get(cli->session, &bank_format_type, cli->word[0], &row, err) &&
	    output_record(&cli->output, row.name, &bank_format_type, &row, err);

	record_done(&bank_format_type, &row);
	return ok;
}

/* Comma and point are told apart by the bank alone; the point is the usual one. */
static bool
begin_format(struct session *session, const char *name, struct sheet *sheet, struct err *err)
{
	bool there = false;

	if (!row_exists(session, &bank_format_type, name, &there, err))
		return false;
	if (there)
		return sheet_add(session, sheet, &bank_format_type, name, err);
	struct bank_format *row = sheet_add_new(sheet, &bank_format_type)->after;
	mem_replace(&row->decimal, ".");
	return record_read(record_find_field(&bank_format_type, "name"), row, name, err);
}

static bool
set_format(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	bool ok = begin_format(cli->session, cli->word[0], &sheet, err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    edit_save(cli, &sheet, sheet.part[0].fresh ? "new bank format" : "edit bank format", err);

	sheet_done(&sheet);
	return ok;
}

static bool
format(struct cli *cli, struct err *err)
{
	return cli->count > 1 ? set_format(cli, err) : show_format(cli, err);
}

const struct cli_command bank_commands[] = {
	{ .noun = "bank", .verb = "list", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List the statements of the bank."),
	  .run = list },
	{ .noun = "bank", .verb = "import", .about = "FILE [account=CODE] [format=NAME]", .least = 1, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Take a statement: ISO 20022 camt.053, or CSV by one of the bank formats."),
	  .run = take },
	{ .noun = "bank", .verb = "formats", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List how banks write their statements as CSV."),
	  .run = list_formats },
	{ .noun = "bank", .verb = "format", .about = "NAME [KEY=VALUE...]", .least = 1, .most = CLI_ANY,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show a bank format; with words enter or correct it: account=101 encoding=CP949 day=Date."),
	  .run = format },
	{ .noun = "bank", .verb = "show", .about = "STATEMENT", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List the lines of a statement, with what answers each or is proposed."),
	  .run = show },
	{ .noun = "bank", .verb = "receive", .about = "STATEMENT LINE CODE|-", .least = 3, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Post the money of a line as paid by a government; - when nobody knows by whom."),
	  .run = receive },
	{ .noun = "bank", .verb = "accept", .about = "STATEMENT", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Post every line as proposed, but not those that look alike."),
	  .run = accept },
	{ .noun = "bank", .verb = "post", .about = "STATEMENT LINE ACCOUNT words=TEXT", .least = 4, .most = 4,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Post a line that is no payment of dues: a fee, interest."),
	  .run = post },
	{ .noun = "bank", .verb = "same", .about = "STATEMENT LINE [why=TEXT]", .least = 2, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Say that a line repeats another one, and why; without a reason that is taken back."),
	  .run = same },
	{ .noun = "bank", .verb = "reconcile", .about = "STATEMENT", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Close a statement: every line must be answered."),
	  .run = reconcile },
	{ 0 }
};
