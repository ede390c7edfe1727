/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/agenda.h"
#include "domain/decision.h"
#include "domain/decision_entry.h"
#include "domain/decision_take.h"
#include "domain/follow_up.h"
#include "domain/follow_up_list.h"
#include "domain/sheet.h"

/* "ga-8" is the meeting, "ga" the body. */
static struct decision_filter
filter_of(char *word)
{
	if (word == NULL)
		return (struct decision_filter){ 0 };
	return strchr(word, '-') != NULL ? (struct decision_filter){ .meeting = word } :
	    (struct decision_filter){ .body = word };
}

static bool
list_decisions(struct cli *cli, struct err *err)
{
	char *word = cli->count > 0 ? edit_code(cli->word[0]) : NULL;
	const struct decision_filter filter = filter_of(word);
	struct row_list list = { 0 };
	bool ok = output_suits(&cli->output, &decision_entry_type, err) &&
	    decision_list(cli->session, &filter, &list, err) &&
	    output_list(&cli->output, &list, err);

	free(word);
	return ok;
}

/* Below the decision: what it changed, and what is to be done after it. */
static bool
print_rest(struct cli *cli, const struct decision_entry *entry, struct err *err)
{
	struct row_list follow_ups = { 0 };
	struct buf effects = { 0 };
	bool ok = decision_effects(cli->session, entry, &effects, err) &&
	    follow_up_list(cli->session, entry->number, false, &follow_ups, err);

	if (ok && effects.length > 0)
		output_say(&cli->output, "\n%s\n%s", _("What it changed:"), buf_text(&effects));
	if (ok && follow_ups.count > 0 && cli->output.form <= OUTPUT_PLAIN) {
		output_say(&cli->output, "%s", _("What is to be done after it:"));
		ok = output_rows(&cli->output, &follow_ups, err);
	}
	row_list_done(&follow_ups);
	buf_done(&effects);
	return ok;
}

static bool
show_decision(struct cli *cli, struct err *err)
{
	char *number = edit_code(cli->word[0]);
	struct decision_entry entry = { 0 };
	bool ok = output_suits(&cli->output, &decision_entry_type, err) &&
	    decision_get(cli->session, number, &entry, err) &&
	    output_record(&cli->output, entry.number, &decision_entry_type, &entry, err) &&
	    print_rest(cli, &entry, err);

	record_done(&decision_entry_type, &entry);
	free(number);
	return ok;
}

static bool
edit_decision(struct cli *cli, struct err *err)
{
	char *number = edit_code(cli->word[0]);
	struct sheet sheet = { 0 };
	bool ok = sheet_add(cli->session, &sheet, &decision_type, number, err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    edit_save(cli, &sheet, "edit decision", err);

	sheet_done(&sheet);
	free(number);
	return ok;
}

/* Follow-ups */

static bool
list_follow_ups(struct cli *cli, struct err *err)
{
	char *number = cli->count > 0 ? edit_code(cli->word[0]) : NULL;
	struct row_list list = { 0 };
	bool ok = output_suits(&cli->output, &follow_up_entry_type, err) &&
	    follow_up_list(cli->session, number, arguments_has(cli->arguments, OPTION_OPEN), &list, err) &&
	    output_list(&cli->output, &list, err);

	free(number);
	return ok;
}

static bool
add_follow_up(struct cli *cli, struct err *err)
{
	char *number = edit_code(cli->word[0]);
	struct follow_up follow_up = { 0 };
	char *slash = strchr(number, '/');
	int64_t set = 0;
	bool ok = slash != NULL || err_set(err, ERR_USAGE, _("Say the number of the decision: GA-8/2."));

	if (ok)
		*slash = '\0';
	ok = ok && record_read(record_find_field(&follow_up_type, "meeting"), &follow_up, number, err) &&
	    record_read(record_find_field(&follow_up_type, "decision"), &follow_up, slash + 1, err) &&
	    edit_record(&follow_up_type, &follow_up, cli->word + 1, cli->count - 1, err) &&
	    follow_up_add(cli->session, &follow_up, &set, err);
	if (ok)
		output_say(&cli->output, "%s/%lld/%lld", number, (long long)follow_up.decision,
		    (long long)follow_up.no);
	record_done(&follow_up_type, &follow_up);
	free(number);
	return ok;
}

static bool
close_follow_up(struct cli *cli, struct err *err)
{
	char *number = edit_code(cli->word[0]), *id = NULL;
	const char *note = "", *day = NULL;
	int64_t set = 0;
	bool ok = follow_up_find(cli->session, number, &id, err);

	for (size_t i = 1; i < cli->count && ok; i++) {
		if (strncmp(cli->word[i], "note=", 5) == 0)
			note = cli->word[i] + 5;
		else if (strncmp(cli->word[i], "day=", 4) == 0)
			day = cli->word[i] + 4;
		else
			ok = err_set(err, ERR_USAGE, _("\"%s\" cannot be typed here; these can: %s."),
			    cli->word[i], "note, day");
	}
	ok = ok && follow_up_close(cli->session, id, day, note, &set, err);
	if (ok)
		edit_say_saved(cli, set);
	free(number);
	free(id);
	return ok;
}

/* "meeting decide": a row of the table in meeting_command.c */

static bool
find_item(struct cli *cli, struct decision *decision, struct err *err)
{
	char *id = NULL;

	if (decision->item == NULL || decision->item[0] == '\0')
		return true;
	if (!agenda_find(cli->session, decision->meeting, decision->item, &id, err))
		return false;
	mem_replace(&decision->item, id);
	free(id);
	return true;
}

static void
say_told(struct cli *cli, struct buf *told)
{
	if (told->length > 0)
		buf_cut(told, told->length - 1);
	if (told->length > 0)
		output_say(&cli->output, "%s", buf_text(told));
}

static bool
foresee(struct cli *cli, struct decision *decision, const struct decision_order *order,
    struct err *err)
{
	struct buf told = { 0 };
	bool ok = decision_foresee(cli->session, decision, order, &told, err);

	if (ok) {
		say_told(cli, &told);
		output_say(&cli->output, "%s", _("A dry run: the file is as it was."));
	}
	buf_done(&told);
	return ok;
}

static bool
take(struct cli *cli, struct decision *decision, const struct decision_order *order,
    struct err *err)
{
	struct buf told = { 0 };
	int64_t number = 0;
	bool ok = decision_take(cli->session, decision, order, &told, &number, err);

	if (ok) {
		output_say(&cli->output, "%s/%lld", decision->meeting, (long long)decision->no);
		say_told(cli, &told);
		edit_say_saved(cli, number);
	}
	buf_done(&told);
	return ok;
}

bool
decide_command(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	struct decision *decision = sheet_add_new(&sheet, &decision_type)->after;
	struct decision_order *order = sheet_add_new(&sheet, &decision_order_type)->after;
	bool ok = record_read(record_find_field(&decision_type, "meeting"), decision, cli->word[0], err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    find_item(cli, decision, err);

	if (ok)
		ok = arguments_has(cli->arguments, OPTION_DRY_RUN) ?
		    foresee(cli, decision, order, err) : take(cli, decision, order, err);
	sheet_done(&sheet);
	return ok;
}

const struct cli_command decision_commands[] = {
	{ .noun = "decision", .verb = "list", .about = "[MEETING | BODY]", .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List the register of decisions, of all meetings, of one, or of a body."),
	  .run = list_decisions },
	{ .noun = "decision", .verb = "show", .about = "NO", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show one decision, what it changed and what is to be done after it."),
	  .run = show_decision },
	{ .noun = "decision", .verb = "edit", .about = "NO KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct the words of a decision; what it changed stays as it is."),
	  .run = edit_decision },
	{ .noun = "decision", .verb = "followups", .about = "[NO] [--open]", .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List what is to be done after decisions, by the day it is due."),
	  .run = list_follow_ups },
	{ .noun = "decision", .verb = "followup", .about = "NO what=TEXT KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Add a follow-up to a decision, with its owner and the day it is due."),
	  .run = add_follow_up },
	{ .noun = "decision", .verb = "close", .about = "FOLLOWUP note=TEXT [day=DAY]", .least = 1,
	  .most = 3, .need = CLI_NEEDS_FILE,
	  .help = N_("Close a follow-up with a note that says what became of it."),
	  .run = close_follow_up },
	{ 0 }
};
