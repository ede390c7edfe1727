/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/body.h"
#include "domain/body_entry.h"
#include "domain/body_name.h"
#include "domain/body_sheet.h"
#include "domain/body_text.h"
#include "domain/history.h"
#include "domain/officer.h"
#include "domain/roster.h"
#include "domain/row.h"
#include "domain/seat.h"
#include "domain/term.h"

static bool
list_bodies(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &body_entry_type, err) &&
	    body_entry_list(cli->session, &list, err) &&
	    output_list(&cli->output, &list, err);
}

static bool
show_body(struct cli *cli, struct err *err)
{
	char *key = edit_code(cli->word[0]);
	struct body_entry entry = { 0 };
	bool ok = output_suits(&cli->output, &body_entry_type, err) &&
	    body_entry_get(cli->session, key, &entry, err) &&
	    output_record(&cli->output, entry.name, &body_entry_type, &entry, err);

	record_done(&body_entry_type, &entry);
	free(key);
	return ok;
}

/* "all" adds who held the seats, "past" asks for them alone. */
static bool
read_parts(const char *word, unsigned *ret_parts, struct err *err)
{
	static const struct { const char *word; unsigned parts; } words[] = {
		{ "now", ROSTER_NOW }, { "past", ROSTER_PAST },
		{ "all", ROSTER_NOW | ROSTER_COMING | ROSTER_PAST },
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i].word, word) == 0) {
			*ret_parts = words[i].parts;
			return true;
		}
	return err_set(err, ERR_USAGE, _("\"%s\" is no part of a roster: now, past or all."), word);
}

static bool
print_roster(struct cli *cli, bool (*list)(struct session *, const char *, unsigned,
    struct row_list *, struct err *), struct err *err)
{
	unsigned parts = ROSTER_NOW | ROSTER_COMING;
	struct row_list lines = { 0 };

	if (!output_suits(&cli->output, &roster_line_type, err) ||
	    (cli->count > 1 && !read_parts(cli->word[1], &parts, err)))
		return false;
	char *key = edit_code(cli->word[0]);
	bool ok = list(cli->session, key, parts, &lines, err) &&
	    output_list(&cli->output, &lines, err);

	free(key);
	return ok;
}

static bool
show_roster(struct cli *cli, struct err *err)
{
	return print_roster(cli, roster_list, err);
}

bool
body_command_held(struct cli *cli, struct err *err)
{
	return print_roster(cli, roster_held, err);
}

/* A word that a clerk writes shorter than the field is called. */
static char *
full_word(const char *word)
{
	static const struct { const char *shortly, *field; } keys[] = {
		{ "from=", "since=" }, { "by=", "decision=" }, { "why=", "ended=" },
	};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		size_t length = strlen(keys[i].shortly);

		if (strncmp(word, keys[i].shortly, length) != 0)
			continue;
		struct buf text = { 0 };
		buf_addf(&text, "%s%s", keys[i].field, word + length);
		return buf_take(&text);
	}
	return mem_strdup(word);
}

/* until=GA-9 is no day but a meeting. */
static char *
term_word(const char *word)
{
	if (strncmp(word, "until=", 6) == 0 && word[6] >= 'A' && word[6] <= 'Z') {
		struct buf text = { 0 };

		buf_addf(&text, "until_meeting=%s", word + 6);
		return buf_take(&text);
	}
	return full_word(word);
}

/* Type the words from first on into a record that is not there yet. */
static bool
type_words(const struct cli *cli, size_t first, char *(*spell)(const char *),
    const struct record_type *type, void *record, struct err *err)
{
	bool ok = true;

	for (size_t i = first; ok && i < cli->count; i++) {
		char *spelled = spell(cli->word[i]);
		const char *word = spelled;

		ok = edit_record(type, record, &word, 1, err);
		free(spelled);
	}
	return ok;
}

/* "coordinator", or "member/3". */
static bool
read_seat(const char *word, char **role, int64_t *no, struct err *err)
{
	const char *slash = strchr(word, '/');
	char *name = slash != NULL ? mem_strndup(word, (size_t)(slash - word)) : mem_strdup(word);
	struct seat seat = { 0 };
	bool ok = record_read(record_find_field(&seat_type, "role"), &seat, name, err) &&
	    record_read(record_find_field(&seat_type, "no"), &seat, slash != NULL ? slash + 1 : "1", err);

	if (ok) {
		mem_replace(role, seat.role);
		*no = seat.no;
	}
	record_done(&seat_type, &seat);
	free(name);
	return ok;
}

static bool
say_saved(struct cli *cli, bool ok, int64_t number)
{
	if (ok)
		edit_say_saved(cli, number);
	return ok;
}

static bool
give_seat(struct cli *cli, struct err *err)
{
	struct term term = { .body = edit_code(cli->word[0]), .government = edit_code(cli->word[1]) };
	int64_t number = 0;
	bool ok = type_words(cli, 2, term_word, &term_type, &term, err);

	if (ok && term.since == NULL)
		ok = err_set(err, ERR_USAGE, _("Say from which day the government holds the seat: from=DAY."));
	ok = ok && roster_seat(cli->session, &term, &number, err);
	record_done(&term_type, &term);
	return say_saved(cli, ok, number);
}

static bool
renew_term(struct cli *cli, struct err *err)
{
	struct term next = { .body = edit_code(cli->word[0]) };
	int64_t number = 0;
	bool ok = read_seat(cli->word[1], &next.role, &next.no, err) &&
	    type_words(cli, 2, term_word, &term_type, &next, err) &&
	    roster_renew(cli->session, &next, &number, err);

	record_done(&term_type, &next);
	return say_saved(cli, ok, number);
}

/* The end of something: until=DAY and why. */
static bool
read_end(const struct cli *cli, size_t first, struct term *end, struct err *err)
{
	return type_words(cli, first, full_word, &term_type, end, err) &&
	    (end->until != NULL || err_set(err, ERR_USAGE, _("Say on which day it ends: until=DAY.")));
}

static bool
end_term(struct cli *cli, struct err *err)
{
	struct term end = { .body = edit_code(cli->word[0]) };
	int64_t number = 0;
	char *id = NULL;
	bool ok = read_seat(cli->word[1], &end.role, &end.no, err) &&
	    read_end(cli, 2, &end, err) &&
	    roster_find_term(cli->session, end.body, end.role, end.no, &id, err) &&
	    roster_end(cli->session, id, end.until, end.ended != NULL ? end.ended : "", &number, err);

	record_done(&term_type, &end);
	free(id);
	return say_saved(cli, ok, number);
}

static bool
add_seat(struct cli *cli, struct err *err)
{
	struct seat seat = { .body = edit_code(cli->word[0]) };
	int64_t number = 0;
	bool ok = type_words(cli, 1, full_word, &seat_type, &seat, err) &&
	    roster_add_seat(cli->session, &seat, &number, err);

	record_done(&seat_type, &seat);
	return say_saved(cli, ok, number);
}

static bool
remove_seat(struct cli *cli, struct err *err)
{
	struct term end = { .body = edit_code(cli->word[0]) };
	struct seat seat = { 0 };
	int64_t number = 0;
	bool ok = read_seat(cli->word[1], &seat.role, &seat.no, err) && read_end(cli, 2, &end, err);

	mem_replace(&seat.body, end.body);
	ok = ok && roster_remove_seat(cli->session, &seat, end.until,
	    end.ended != NULL ? end.ended : "", &number, err);
	record_done(&term_type, &end);
	record_done(&seat_type, &seat);
	return say_saved(cli, ok, number);
}

static bool
begin_officer(struct cli *cli, struct err *err)
{
	struct term seat = { .body = edit_code(cli->word[0]) };
	struct officer officer = { .person = mem_strdup(cli->word[2]) };
	int64_t number = 0;
	bool ok = read_seat(cli->word[1], &seat.role, &seat.no, err) &&
	    type_words(cli, 3, full_word, &officer_type, &officer, err) &&
	    roster_find_term(cli->session, seat.body, seat.role, seat.no, &officer.term, err) &&
	    officer_begin(cli->session, &officer, &number, err);

	record_done(&term_type, &seat);
	record_done(&officer_type, &officer);
	return say_saved(cli, ok, number);
}

/* Words of a name go to the name, the others to the body. */
static bool
type_body(const struct cli *cli, struct body *body, struct body_name *name, char **coordinator,
    struct err *err)
{
	bool ok = true;

	for (size_t i = 1; ok && i < cli->count; i++) {
		char *spelled = full_word(cli->word[i]);
		const char *word = spelled;

		if (strncmp(word, "coordinator=", 12) == 0)
			*coordinator = edit_code(word + 12);
		else if (strncmp(word, "name_", 5) == 0 || strncmp(word, "unchecked=", 10) == 0)
			ok = edit_record(&body_name_type, name, &word, 1, err);
		else
			ok = edit_record(&body_type, body, &word, 1, err);
		free(spelled);
	}
	return ok;
}

static bool
set_up_body(struct cli *cli, struct err *err)
{
	struct body body = { .key = edit_code(cli->word[0]) };
	struct body_name name = { 0 };
	char *coordinator = NULL;
	int64_t number = 0;
	bool ok = type_body(cli, &body, &name, &coordinator, err) &&
	    body_set_up(cli->session, &body, &name, coordinator, &number, err);

	record_done(&body_type, &body);
	record_done(&body_name_type, &name);
	free(coordinator);
	return say_saved(cli, ok, number);
}

/* until= successor= by=: two of them are fixed fields, which are typed here only. */
static bool
dissolve_body(struct cli *cli, struct err *err)
{
	char *key = edit_code(cli->word[0]);
	const char *day = "", *successor = NULL, *decision = NULL;
	const struct { const char *word; const char **value; } words[] = {
		{ "until=", &day }, { "successor=", &successor }, { "by=", &decision },
		{ "decision=", &decision },
	};
	int64_t number = 0;
	bool ok = true;

	for (size_t i = 1; ok && i < cli->count; i++) {
		bool known = false;

		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			if (strncmp(cli->word[i], words[k].word, strlen(words[k].word)) == 0) {
				*words[k].value = cli->word[i] + strlen(words[k].word);
				known = true;
			}
		ok = known || err_set(err, ERR_USAGE,
		    _("\"%s\" cannot be typed here; these can: %s."), cli->word[i],
		    "until, successor, by");
	}
	char *after = successor != NULL ? edit_code(successor) : NULL;
	ok = ok && body_dissolve(cli->session, key, day, after, decision, &number, err);
	free(after);
	free(key);
	return say_saved(cli, ok, number);
}

static bool
edit_body(struct cli *cli, struct err *err)
{
	char *key = edit_code(cli->word[0]);
	struct sheet sheet = { 0 };
	bool ok = body_sheet_open(cli->session, key, &sheet, err) &&
	    edit_from(cli, &sheet, &body_name_type, 1, "edit body", "new body name", err);

	sheet_done(&sheet);
	free(key);
	return ok;
}

static bool
edit_text(struct cli *cli, struct err *err)
{
	char *key = edit_code(cli->word[0]);
	struct sheet sheet = { 0 };
	bool ok = body_sheet_open_text(cli->session, key, cli->word[1], &sheet, err) &&
	    edit_from(cli, &sheet, &body_text_type, 2, "edit body text", "new body text", err);

	sheet_done(&sheet);
	free(key);
	return ok;
}

static bool
list_history(struct cli *cli, struct err *err)
{
	char *key = edit_code(cli->word[0]);
	struct row_list sets = { 0 };
	bool ok = output_suits(&cli->output, &history_set_type, err) &&
	    row_must_exist(cli->session, &body_type, key, err) &&
	    history_list(cli->session, &body_type, key, 0, &sets, err) &&
	    output_list(&cli->output, &sets, err);

	free(key);
	return ok;
}

const struct cli_command body_commands[] = {
	{ .noun = "body", .verb = "list", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List the bodies, each behind the one it belongs to."),
	  .run = list_bodies },
	{ .noun = "body", .verb = "show", .about = "KEY", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show one body: its name, then all that is known of it on the day."),
	  .run = show_body },
	{ .noun = "body", .verb = "roster", .about = "KEY [now|past|all]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List the seats of a body on the day, vacant ones too; past: who held them."),
	  .run = show_roster },
	{ .noun = "body", .verb = "seat", .about = "KEY GOVERNMENT role=ROLE from=DAY [until=DAY|MEETING] [by=DECISION]",
	  .least = 3, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("A government takes a seat: a vacant one, a new one, or that of the chair, host or coordinator before it."),
	  .run = give_seat },
	{ .noun = "body", .verb = "renew", .about = "KEY SEAT [from=DAY] [until=DAY|MEETING] [by=DECISION]",
	  .least = 2, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Who holds the seat keeps it for another term."),
	  .run = renew_term },
	{ .noun = "body", .verb = "end", .about = "KEY SEAT until=DAY [why=TEXT]", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("The term in a seat ends; the seat is vacant from then on."),
	  .run = end_term },
	{ .noun = "body", .verb = "add-seat", .about = "KEY role=ROLE [from=DAY] [by=DECISION]",
	  .least = 2, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("A body gets a further seat, which is vacant."),
	  .run = add_seat },
	{ .noun = "body", .verb = "remove-seat", .about = "KEY SEAT until=DAY [why=TEXT]", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("A seat is given up, and the term in it ends."),
	  .run = remove_seat },
	{ .noun = "body", .verb = "officer", .about = "KEY SEAT PERSON from=DAY [acting=1]", .least = 4,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("From a day on a person exercises the office for the government that holds it."),
	  .run = begin_officer },
	{ .noun = "body", .verb = "set-up", .about = "KEY kind=KIND name_en=NAME from=DAY KEY=VALUE... [coordinator=CODE]",
	  .least = 3, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Set up a body; a sub-committee gets the next number of its parent."),
	  .run = set_up_body },
	{ .noun = "body", .verb = "dissolve", .about = "KEY until=DAY [successor=KEY] [by=DECISION]",
	  .least = 2, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Dissolve a body: its terms end, it keeps its number, and gains nothing any more."),
	  .run = dissolve_body },
	{ .noun = "body", .verb = "edit", .about = "KEY KEY=VALUE... [from=DAY]", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct what is known of a body; with from=DAY it has another name from that day on."),
	  .run = edit_body },
	{ .noun = "body", .verb = "text", .about = "KEY TEXT KEY=VALUE... [from=DAY]", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Write purpose, activities or role of a body; with from=DAY as they are from that day on."),
	  .run = edit_text },
	{ .noun = "body", .verb = "history", .about = "KEY", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List who changed what of a body, newest first."),
	  .run = list_history },
	{ 0 }
};
