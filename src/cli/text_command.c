/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/decision.h"
#include "domain/document.h"
#include "domain/document_text.h"
#include "domain/row.h"
#include "domain/sheet.h"

enum { MOST_BYTES = 1 << 20 };

static bool
list_documents(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &document_entry_type, err) &&
	    document_entry_list(cli->session, &list, err) &&
	    output_list(&cli->output, &list, err);
}

/* "== ko  초안 ==" and the words below it. */
static void
add_words(const struct document_text *text, struct buf *page)
{
	buf_addf(page, "== %s  ", text->language);
	record_show(record_find_field(&document_text_type, "state"), text, page);
	buf_addf(page, "%s%s\n", text->title[0] != '\0' ? "  " : "", text->title);
	if (text->text[0] != '\0')
		buf_addf(page, "%s\n", text->text);
}

static bool
is_wanted(const struct cli *cli, const char *language)
{
	for (size_t i = 1; i < cli->count; i++)
		if (strcmp(cli->word[i], language) == 0)
			return true;
	return cli->count == 1;
}

/* The texts of the languages named, or of all, one after another. */
static bool
show_texts(struct cli *cli, struct err *err)
{
	struct row_list texts = { 0 };
	struct buf page = { 0 };

	if (!output_suits(&cli->output, &document_text_type, err) ||
	    !document_text_list(cli->session, cli->word[0], &texts, err))
		return false;
	for (size_t i = 0; i < texts.count; i++) {
		const struct document_text *text = row_at(&texts, i);

		if (is_wanted(cli, text->language))
			add_words(text, &page);
	}
	bool ok = true;
	if (cli->output.form == OUTPUT_COLUMNS || cli->output.form == OUTPUT_PLAIN)
		output_text(&cli->output, buf_text(&page));
	else
		ok = output_rows(&cli->output, &texts, err);
	buf_done(&page);
	row_list_done(&texts);
	return ok;
}

static bool
add_document(struct cli *cli, struct err *err)
{
	struct document document = { 0 };
	bool ok = record_read(record_find_field(&document_type, "key"), &document, cli->word[0], err) &&
	    edit_record(&document_type, &document, cli->word + 1, cli->count - 1, err) &&
	    decision_may_be_named(cli->session, document.decision, err) &&
	    row_save(cli->session, &document_type, &document, "new document", err);

	if (ok)
		output_say(&cli->output, "%s", document.key);
	record_done(&document_type, &document);
	return ok;
}

/* A word that is no key=value is the language of a text. */
static bool
names_language(const struct cli *cli)
{
	return strchr(cli->word[1], '=') == NULL;
}

static bool
edit_document(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	bool ok = sheet_add(cli->session, &sheet, &document_type, cli->word[0], err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    edit_save(cli, &sheet, "edit document", err);

	sheet_done(&sheet);
	return ok;
}

/* Where a word "title=..." of a text goes. */
static bool
read_change(const char *word, struct document_text_change *change, struct err *err)
{
	const struct { const char *key; const char **slot; } keys[] = {
		{ "title", &change->title }, { "text", &change->text },
		{ "state", &change->state }, { "note", &change->note },
	};
	const char *value;
	char *key = NULL;
	bool known = false;

	if (!cli_split(word, &key, &value, err))
		return false;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0] && !known; i++) {
		known = strcmp(keys[i].key, key) == 0;
		if (known)
			*keys[i].slot = value;
	}
	if (!known)
		err_set(err, ERR_USAGE, _("\"%s\" cannot be typed here; these can: %s."), key,
		    "title, text, state, note");
	free(key);
	return known;
}

static bool
edit_text(struct cli *cli, struct err *err)
{
	struct document_text_change change = { 0 };
	int64_t number = 0;

	if (!names_language(cli))
		return edit_document(cli, err);
	if (cli->count < 3)
		return err_set(err, ERR_USAGE, _("It goes: nearsec text edit KEY LANG KEY=VALUE..."));
	for (size_t i = 2; i < cli->count; i++)
		if (!read_change(cli->word[i], &change, err))
			return false;
	if (!document_text_set(cli->session, cli->word[0], cli->word[1], &change, &number, err))
		return false;
	edit_say_saved(cli, number);
	return true;
}

/* Line ends at the end of a file are none of the text's. */
static bool
put_words(struct cli *cli, struct err *err)
{
	struct document_text_change change = { 0 };
	int64_t number = 0;
	char *bytes = NULL;
	size_t length = 0;

	if (!path_read(cli->word[2], MOST_BYTES, &bytes, &length, err))
		return false;
	while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
		length--;
	char *words = text_store(bytes, length);
	change.text = words;
	bool ok = document_text_set(cli->session, cli->word[0], cli->word[1], &change, &number, err);
	if (ok)
		edit_say_saved(cli, number);
	free(words);
	free(bytes);
	return ok;
}

const struct cli_command text_commands[] = {
	{ .noun = "text", .verb = "list", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List declarations, Charter versions and agreed texts, and in which languages they are there."),
	  .run = list_documents },
	{ .noun = "text", .verb = "show", .about = "KEY [LANG...]", .least = 1, .most = CLI_ANY,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show the parallel texts of a document, one language after another."),
	  .run = show_texts },
	{ .noun = "text", .verb = "add", .about = "KEY kind=KIND KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Add a document; its texts are missing until somebody enters them."),
	  .run = add_document },
	{ .noun = "text", .verb = "edit", .about = "KEY [LANG] KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct a document, or title, text, state or note of its text in one language."),
	  .run = edit_text },
	{ .noun = "text", .verb = "put", .about = "KEY LANG FILE", .least = 3, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Take the words of a document in one language from a file."),
	  .run = put_words },
	{ 0 }
};
