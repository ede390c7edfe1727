/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/meeting_command.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/clash.h"
#include "domain/history.h"
#include "domain/meeting.h"
#include "domain/notice.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sheet.h"

enum { DUE_DAYS = 60 };	/* how far "deadlines" without a meeting looks ahead */

/* What the word means as a key, whether there is such a meeting or not. */
static bool
read_key(const char *word, char **ret_key, struct err *err)
{
	struct meeting meeting = { 0 };
	bool ok = record_read(record_find_field(&meeting_type, "key"), &meeting, word, err);

	*ret_key = ok ? mem_strdup(meeting.key) : NULL;
	record_done(&meeting_type, &meeting);
	return ok;
}

bool
meeting_command_key(struct cli *cli, char **ret_key, struct err *err)
{
	bool ok = read_key(cli->word[0], ret_key, err) &&
	    row_must_exist(cli->session, &meeting_type, *ret_key, err);

	if (!ok)
		mem_replace(ret_key, NULL);
	return ok;
}

void
meeting_command_say(struct cli *cli, const struct buf *lines)
{
	for (const char *line = buf_text(lines); *line != '\0';) {
		size_t length = strcspn(line, "\n");

		output_say(&cli->output, "%.*s", (int)length, line);
		line += length + (line[length] == '\n');
	}
}

bool
meeting_command_warn(struct cli *cli, const char *key, struct err *err)
{
	struct buf lines = { 0 };
	bool ok = meeting_warn(cli->session, key, &lines, err);

	meeting_command_say(cli, &lines);
	buf_done(&lines);
	return ok;
}

static bool
list_meetings(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };
	char *body = NULL;
	bool ok = output_suits(&cli->output, &meeting_type, err) &&
	    (cli->count == 0 || read_key(cli->word[0], &body, err)) &&
	    row_list(cli->session, &meeting_type, body != NULL ? "body" : NULL, body,
	    "body, begins, key", &list, err) && output_rows(&cli->output, &list, err);

	free(body);
	row_list_done(&list);
	return ok;
}

static bool
show_meeting(struct cli *cli, struct err *err)
{
	struct meeting meeting = { 0 };
	struct buf heading = { 0 };
	char *key = NULL;
	bool ok = output_suits(&cli->output, &meeting_type, err) &&
	    meeting_command_key(cli, &key, err) &&
	    row_get(cli->session, &meeting_type, key, &meeting, err);

	if (ok) {
		buf_addf(&heading, "%s  ", key);
		ok = body_name_on(cli->session, meeting.body, meeting.begins, &heading, err) &&
		    output_record(&cli->output, buf_text(&heading), &meeting_type, &meeting, err);
	}
	buf_done(&heading);
	record_done(&meeting_type, &meeting);
	free(key);
	return ok;
}

/* The word is the key to be, or the body whose next session it is. */
static bool
read_new(struct cli *cli, struct meeting *meeting, struct err *err)
{
	bool is_body = false;

	if (!record_read(record_find_field(&meeting_type, "key"), meeting, cli->word[0], err) ||
	    !row_exists(cli->session, &body_type, meeting->key, &is_body, err))
		return false;
	if (is_body) {
		mem_replace(&meeting->body, meeting->key);
		mem_replace(&meeting->key, NULL);
	}
	return edit_record(&meeting_type, meeting, cli->word + 1, cli->count - 1, err);
}

static bool
add_meeting(struct cli *cli, struct err *err)
{
	struct meeting meeting = { 0 };
	struct buf warnings = { 0 };
	bool ok = read_new(cli, &meeting, err) &&
	    meeting_add(cli->session, &meeting, &warnings, err);

	if (ok) {
		output_say(&cli->output, "%s", meeting.key);
		meeting_command_say(cli, &warnings);
	}
	buf_done(&warnings);
	record_done(&meeting_type, &meeting);
	return ok;
}

static bool
edit_meeting(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	char *key = NULL;
	bool ok = meeting_command_key(cli, &key, err) &&
	    sheet_add(cli->session, &sheet, &meeting_type, key, err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    edit_save(cli, &sheet, "edit meeting", err) && meeting_command_warn(cli, key, err);

	sheet_done(&sheet);
	free(key);
	return ok;
}

static bool
list_history(struct cli *cli, struct err *err)
{
	struct row_list sets = { 0 };
	char *key = NULL;
	bool ok = output_suits(&cli->output, &history_set_type, err) &&
	    meeting_command_key(cli, &key, err) &&
	    history_list(cli->session, &meeting_type, key, 0, &sets, err) &&
	    output_list(&cli->output, &sets, err);

	free(key);
	return ok;
}

/* Steps */

static bool
convene(struct cli *cli, struct err *err)
{
	struct edit_option options[] = { { "day", NULL }, { NULL, NULL } };
	char today[DAY_SIZE], *key = NULL;
	int64_t number = 0;

	session_today(cli->session, today);
	bool ok = meeting_command_key(cli, &key, err) &&
	    edit_options(options, cli->word + 1, cli->count - 1, err) &&
	    meeting_convene(cli->session, key, options[0].value != NULL ? options[0].value : today,
	    &number, err);
	if (ok)
		edit_say_saved(cli, number);
	free(key);
	return ok;
}

static bool
take_step(struct cli *cli,
    bool (*step)(struct session *, const char *, int64_t *, struct err *), struct err *err)
{
	int64_t number = 0;
	char *key = NULL;
	bool ok = meeting_command_key(cli, &key, err) && step(cli->session, key, &number, err);

	if (ok)
		edit_say_saved(cli, number);
	free(key);
	return ok;
}

static bool
open_meeting(struct cli *cli, struct err *err)
{
	return take_step(cli, meeting_open, err);
}

static bool
report_meeting(struct cli *cli, struct err *err)
{
	return take_step(cli, meeting_report, err);
}

static bool
close_meeting(struct cli *cli, struct err *err)
{
	struct buf said = { 0 };
	int64_t number = 0;
	char *key = NULL;
	bool ok = meeting_command_key(cli, &key, err) &&
	    meeting_close(cli->session, key, &number, &said, err);

	if (ok) {
		edit_say_saved(cli, number);
		meeting_command_say(cli, &said);
	}
	buf_done(&said);
	free(key);
	return ok;
}

static bool
postpone(struct cli *cli, struct err *err)
{
	struct edit_option options[] = { { "begins", NULL }, { "ends", NULL }, { "why", NULL },
		{ NULL, NULL } };
	int64_t number = 0;
	char *key = NULL;
	bool ok = meeting_command_key(cli, &key, err) &&
	    edit_options(options, cli->word + 1, cli->count - 1, err) &&
	    meeting_postpone(cli->session, key, options[0].value, options[1].value,
	    options[2].value, &number, err);

	if (ok) {
		edit_say_saved(cli, number);
		ok = meeting_command_warn(cli, key, err);
	}
	free(key);
	return ok;
}

static bool
cancel(struct cli *cli, struct err *err)
{
	struct edit_option options[] = { { "why", NULL }, { NULL, NULL } };
	int64_t number = 0;
	char *key = NULL;
	bool ok = meeting_command_key(cli, &key, err) &&
	    edit_options(options, cli->word + 1, cli->count - 1, err) &&
	    meeting_cancel(cli->session, key, options[0].value, &number, err);

	if (ok)
		edit_say_saved(cli, number);
	free(key);
	return ok;
}

/* Copies */

static bool
copy(struct cli *cli, struct err *err)
{
	struct edit_option options[] = { { "begins", NULL }, { NULL, NULL } };
	struct buf warnings = { 0 };
	char *key = NULL, *made = NULL;
	bool ok = meeting_command_key(cli, &key, err) &&
	    edit_options(options, cli->word + 1, cli->count - 1, err) &&
	    meeting_copy_next(cli->session, key, options[0].value != NULL ? options[0].value : "",
	    &made, &warnings, err);

	if (ok) {
		output_say(&cli->output, "%s", made);
		meeting_command_say(cli, &warnings);
	}
	buf_done(&warnings);
	free(made);
	free(key);
	return ok;
}

static int
number_of(const struct edit_option *option, int otherwise)
{
	return option->value != NULL ? (int)strtol(option->value, NULL, 10) : otherwise;
}

static bool
repeat(struct cli *cli, struct err *err)
{
	struct edit_option options[] = { { "times", NULL }, { "months", NULL }, { NULL, NULL } };
	struct buf keys = { 0 }, warnings = { 0 };
	char *key = NULL;
	bool ok = meeting_command_key(cli, &key, err) &&
	    edit_options(options, cli->word + 1, cli->count - 1, err) &&
	    meeting_repeat(cli->session, key, number_of(&options[0], 1), number_of(&options[1], 12),
	    &keys, &warnings, err);

	if (ok) {
		meeting_command_say(cli, &keys);
		meeting_command_say(cli, &warnings);
	}
	buf_done(&keys);
	buf_done(&warnings);
	free(key);
	return ok;
}

/* What is to be looked at */

static bool
list_deadlines(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };
	char *key = NULL;
	bool ok = output_suits(&cli->output, &notice_type, err) &&
	    (cli->count == 0 || meeting_command_key(cli, &key, err)) &&
	    (key != NULL ? notice_list(cli->session, key, &list, err) :
	    notice_list_due(cli->session, DUE_DAYS, &list, err)) &&
	    output_list(&cli->output, &list, err);

	free(key);
	return ok;
}

static bool
list_clashes(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };
	char *key = NULL;
	bool ok = output_suits(&cli->output, &clash_type, err) &&
	    (cli->count == 0 || meeting_command_key(cli, &key, err)) &&
	    (key != NULL ? clash_list(cli->session, key, &list, err) :
	    clash_list_all(cli->session, &list, err)) && output_list(&cli->output, &list, err);

	free(key);
	return ok;
}

const struct cli_command meeting_commands[] = {
	{ .noun = "meeting", .verb = "list", .about = "[BODY]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List the sessions, of one body or of all."),
	  .run = list_meetings },
	{ .noun = "meeting", .verb = "show", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE, .help = N_("Show one meeting: whose it is, then all that is known of it."),
	  .run = show_meeting },
	{ .noun = "meeting", .verb = "add", .about = "ID|BODY KEY=VALUE...", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Plan a session and print its key; of a body alone it is the next. What is left open comes on its agenda."),
	  .run = add_meeting },
	{ .noun = "meeting", .verb = "edit", .about = "ID KEY=VALUE...", .least = 2, .most = CLI_ANY,
	  .need = CLI_NEEDS_FILE, .help = N_("Correct what is known of a meeting."),
	  .run = edit_meeting },
	{ .noun = "meeting", .verb = "agenda", .about = "ID [add|edit|move|remove|outcome ...]",
	  .least = 1, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("List the agenda with what o'clock each item comes; or change it."),
	  .run = meeting_command_agenda },
	{ .noun = "meeting", .verb = "sittings", .about = "ID [add|edit|remove ...]", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("List the sittings; or change them: day=, starts=930, ends=+90."),
	  .run = meeting_command_sittings },
	{ .noun = "meeting", .verb = "papers", .about = "ID [add|edit|remove ...]", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("List the papers with their state in each language; or change them."),
	  .run = meeting_command_papers },
	{ .noun = "meeting", .verb = "staff", .about = "ID [add|edit|remove CLERK ...]", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("List who of the secretariat serves a meeting; or change it."),
	  .run = meeting_command_staff },
	{ .noun = "meeting", .verb = "convene", .about = "ID [day=DAY]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE, .help = N_("The invitations went out, today or on that day."),
	  .run = convene },
	{ .noun = "meeting", .verb = "invite", .about = "ID [CODE...]", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Invite these governments, or all members and observers; the meeting is convened by it."),
	  .run = meeting_invite },
	{ .noun = "meeting", .verb = "answer", .about = "ID CODE coming|declined|withdrawn|none",
	  .least = 3, .most = 3, .need = CLI_NEEDS_FILE,
	  .help = N_("Enter what a government answered; a late withdrawal is told as late."),
	  .run = meeting_answer },
	{ .noun = "meeting", .verb = "delegates", .about = "ID [CODE]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List the persons of the delegations."),
	  .run = meeting_delegates },
	{ .noun = "meeting", .verb = "delegate", .about = "ID CODE KEY=VALUE...", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Add a person to a delegation and print the new id."),
	  .run = meeting_delegate },
	{ .noun = "meeting", .verb = "credentials",
	  .about = "ID CODE... none|provisional|accepted|rejected", .least = 3, .most = CLI_ANY,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Enter the state of the credentials of these delegations."),
	  .run = meeting_credentials },
	{ .noun = "meeting", .verb = "proxy", .about = "ID CODE TO|none", .least = 3, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("A government gives its vote to another, or takes it back."),
	  .run = meeting_proxy },
	{ .noun = "meeting", .verb = "attend", .about = "ID CODE... in|out [--at=TIME]", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Enter that delegations came into the hall or went out, now or at a time of the clock there."),
	  .run = meeting_attend },
	{ .noun = "meeting", .verb = "roll", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List who is there and may vote, with the sum of the quorum."),
	  .run = meeting_roll },
	{ .noun = "meeting", .verb = "vote", .about = "ID [open|ballot|bloc|close|show ...]",
	  .least = 1, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Open a vote, enter ballots, close it, or show it; alone, list the votes."),
	  .run = meeting_vote },
	{ .noun = "meeting", .verb = "open", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE, .help = N_("Open a meeting that was convened."),
	  .run = open_meeting },
	{ .noun = "meeting", .verb = "close", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Close a meeting: terms that last until it end, what is left open is carried over."),
	  .run = close_meeting },
	{ .noun = "meeting", .verb = "decide", .about = "ID kind=KIND [KEY=VALUE...] [--dry-run]", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Record a decision of a meeting, with its number, and carry out what it changes."),
	  .run = decide_command },
	{ .noun = "meeting", .verb = "report", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE, .help = N_("The report of a closed meeting went out."),
	  .run = report_meeting },
	{ .noun = "meeting", .verb = "postpone", .about = "ID [begins=DAY] [ends=DAY] [why=TEXT]",
	  .least = 1, .most = 4, .need = CLI_NEEDS_FILE,
	  .help = N_("Put a meeting off, with its sittings; it keeps its ordinal and remembers its first day."),
	  .run = postpone },
	{ .noun = "meeting", .verb = "cancel", .about = "ID [why=TEXT]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE, .help = N_("Call a meeting off: its ordinal is free again."),
	  .run = cancel },
	{ .noun = "meeting", .verb = "copy", .about = "ID [begins=DAY]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Plan the next session after this one, with its sittings and standing items, and print its key."),
	  .run = copy },
	{ .noun = "meeting", .verb = "repeat", .about = "ID [times=N] [months=N]", .least = 1,
	  .most = 3, .need = CLI_NEEDS_FILE,
	  .help = N_("Plan that many sessions more, so many months apart, and print their keys."),
	  .run = repeat },
	{ .noun = "meeting", .verb = "deadlines", .about = "[ID]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List what must be out by when before a meeting; of all that come, what is late or due."),
	  .run = list_deadlines },
	{ .noun = "meeting", .verb = "clashes", .about = "[ID]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List what a meeting is in the way of: rooms, hosts, delegations, clerks, holidays."),
	  .run = list_clashes },
	{ .noun = "meeting", .verb = "history", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE, .help = N_("List who changed what of a meeting, newest first."),
	  .run = list_history },
	{ .noun = "meeting", .verb = "minutes", .about = "ID [LANG [draft | draft=over-edits]]",
	  .least = 1, .most = 3, .need = CLI_NEEDS_FILE,
	  .help = N_("Show the minutes in a language, drafted from the records if there are none yet; draft makes them anew."),
	  .run = meeting_minutes },
	{ .noun = "meeting", .verb = "adopt", .about = "ID [LANG] [day=DAY]", .least = 1, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("The minutes of a closed meeting were adopted: from then on they are frozen."),
	  .run = meeting_adopt },
	{ 0 }
};
