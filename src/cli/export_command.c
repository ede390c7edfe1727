/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/path.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/kinds.h"
#include "domain/row.h"
#include "exchange/journal.h"
#include "exchange/table.h"
#include "exchange/table_export.h"

static const struct {
	const char *word;
	void (*write)(const struct row_list *rows, struct buf *text);
} formats[] = {
	{ "csv", table_export_csv },
	{ "json", table_export_json },
};

static bool
write_as(const char *word, const struct row_list *rows, struct buf *text, struct err *err)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].word, word) == 0) {
			formats[i].write(rows, text);
			return true;
		}
	return err_set(err, ERR_USAGE, _("--format is csv or json, not \"%s\"."), word);
}

/* Into the file of --out, *ret_path, or to standard output, where it is NULL. */
static bool
hand_over(struct cli *cli, const struct buf *text, const char **ret_path, struct err *err)
{
	*ret_path = cli->arguments->value[OPTION_OUT];
	if (*ret_path != NULL)
		return path_write(*ret_path, buf_text(text), text->length, err);
	output_text(&cli->output, buf_text(text));
	return true;
}

/* The ledger, for programs that read plain text journals. */
static bool
export_journal(struct cli *cli, struct err *err)
{
	static const struct { const char *word; enum journal_dialect dialect; } dialects[] = {
		{ "hledger", JOURNAL_HLEDGER }, { "ledger", JOURNAL_HLEDGER },
		{ "beancount", JOURNAL_BEANCOUNT },
	};
	const char *format = cli->arguments->value[OPTION_FORMAT];
	const char *path = NULL;
	struct buf text = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
		if (strcmp(dialects[i].word, format != NULL ? format : "hledger") != 0)
			continue;
		bool ok = journal_write(cli->session, dialects[i].dialect, &text, &count, err) &&
		    hand_over(cli, &text, &path, err);
		if (ok && path != NULL)
			output_say(&cli->output, nq_("%d entry written to %s.", "%d entries written to %s.", count),
			    (int)count, path);
		buf_done(&text);
		return ok;
	}
	return err_set(err, ERR_USAGE, _("--format of a journal is hledger, ledger or beancount, not \"%s\"."),
	    format);
}

static bool
export_kind(struct cli *cli, struct err *err)
{
	const char *format = cli->arguments->value[OPTION_FORMAT];
	const struct table_kind *kind = kinds_find(cli->word[0], err);
	const char *path = NULL;
	struct row_list rows = { 0 };
	struct buf text = { 0 };
	bool ok = kind != NULL && table_rows(cli->session, kind, &rows, err) &&
	    write_as(format != NULL ? format : "csv", &rows, &text, err) &&
	    hand_over(cli, &text, &path, err);

	if (ok && path != NULL)
		output_say(&cli->output, nq_("%d row written to %s.", "%d rows written to %s.", rows.count),
		    (int)rows.count, path);
	row_list_done(&rows);
	buf_done(&text);
	return ok;
}

static bool
export(struct cli *cli, struct err *err)
{
	if (strcmp(cli->word[0], "journal") == 0)
		return export_journal(cli, err);
	return export_kind(cli, err);
}

const struct cli_command export_commands[] = {
	{ .noun = "export", .about = "KIND", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Write records of a kind with every field, for a spreadsheet or for import; or the journal."),
	  .run = export },
	{ 0 }
};
