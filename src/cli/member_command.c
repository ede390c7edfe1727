/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/government.h"
#include "domain/history.h"
#include "domain/member.h"
#include "domain/member_sheet.h"

static bool
list_members(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	if (!output_suits(&cli->output, &member_type, err) ||
	    !member_list(cli->session, &list, err))
		return false;
	bool ok = output_rows(&cli->output, &list, err);
	row_list_done(&list);
	return ok;
}

static bool
show_member(struct cli *cli, struct err *err)
{
	char *code = edit_upper(cli->word[0]);
	struct member member = { 0 };
	bool ok = output_suits(&cli->output, &member_type, err) &&
	    member_get(cli->session, code, &member, err) &&
	    output_record(&cli->output, member.name, &member_type, &member, err);

	record_done(&member_type, &member);
	free(code);
	return ok;
}

/* from=DAY is no field: it begins a new period, and may stand anywhere. */
static const char *
find_from(const char *const *word, size_t count, size_t *ret_index)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(word[i], "from=", 5) == 0) {
			*ret_index = i;
			return word[i] + 5;
		}
	return NULL;
}

/* The words but that one; the caller frees the array. */
static const char **
without(const char *const *word, size_t count, size_t index)
{
	const char **left = mem_grow(NULL, count, sizeof *left);
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (i != index)
			left[kept++] = word[i];
	return left;
}

static bool
edit_words(struct cli *cli, struct sheet *sheet, struct err *err)
{
	const char *const *word = cli->word + 1;
	size_t count = cli->count - 1, at = 0;
	const char *from = find_from(word, count, &at);

	if (from == NULL)
		return edit_sheet(sheet, word, count, err) &&
		    edit_save(cli, sheet, "edit government", err);
	if (!member_sheet_new_period(sheet, from, err))
		return false;
	const char **left = without(word, count, at);
	bool ok = edit_sheet(sheet, left, count - 1, err) &&
	    edit_save(cli, sheet, "new name period", err);
	free(left);
	return ok;
}

static bool
edit_member(struct cli *cli, struct err *err)
{
	char *code = edit_upper(cli->word[0]);
	struct sheet sheet = { 0 };
	bool ok = member_sheet_open(cli->session, code, &sheet, err) &&
	    edit_words(cli, &sheet, err);

	sheet_done(&sheet);
	free(code);
	return ok;
}

static bool
list_history(struct cli *cli, struct err *err)
{
	char *code = edit_upper(cli->word[0]);
	struct government government = { 0 };
	struct row_list sets = { 0 };
	bool ok = output_suits(&cli->output, &history_set_type, err) &&
	    row_get(cli->session, &government_type, code, &government, err) &&
	    history_list(cli->session, &government_type, code, 0, &sets, err) &&
	    output_rows(&cli->output, &sets, err);

	record_done(&government_type, &government);
	row_list_done(&sets);
	free(code);
	return ok;
}

const struct cli_command member_commands[] = {
	{ .noun = "member", .verb = "list", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List the governments with name and status of the day, in order of protocol."),
	  .run = list_members },
	{ .noun = "member", .verb = "show", .about = "CODE", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show one government: its name, then all that is known of it."),
	  .run = show_member },
	{ .noun = "member", .verb = "edit", .about = "CODE KEY=VALUE... [from=DAY]", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct what is known of a government; with from=DAY it has another name from that day on."),
	  .run = edit_member },
	{ .noun = "member", .verb = "history", .about = "CODE", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List who changed what of a government, newest first."),
	  .run = list_history },
	{ 0 }
};
