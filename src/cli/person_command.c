/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/person.h"
#include "domain/person_entry.h"
#include "domain/row.h"
#include "domain/sheet.h"

static bool
list_people(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &person_entry_type, err) &&
	    person_entry_list(cli->session, &list, err) &&
	    output_list(&cli->output, &list, err);
}

static bool
show_person(struct cli *cli, struct err *err)
{
	struct person person = { 0 };
	struct buf name = { 0 };

	if (!output_suits(&cli->output, &person_type, err) ||
	    !row_get(cli->session, &person_type, cli->word[0], &person, err))
		return false;
	person_name(&person, messages_language(), &name);
	bool ok = output_record(&cli->output, buf_text(&name), &person_type, &person, err);
	buf_done(&name);
	record_done(&person_type, &person);
	return ok;
}

static bool
add_person(struct cli *cli, struct err *err)
{
	struct person person = { 0 };
	bool ok = edit_record(&person_type, &person, cli->word, cli->count, err) &&
	    row_save(cli->session, &person_type, &person, "new person", err);

	if (ok)
		output_say(&cli->output, "%s", person.id);
	record_done(&person_type, &person);
	return ok;
}

static bool
edit_person(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	bool ok = sheet_add(cli->session, &sheet, &person_type, cli->word[0], err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    edit_save(cli, &sheet, "edit person", err);

	sheet_done(&sheet);
	return ok;
}

const struct cli_command person_commands[] = {
	{ .noun = "person", .verb = "list", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List the people and the posts they hold on the day."),
	  .run = list_people },
	{ .noun = "person", .verb = "show", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show one person."),
	  .run = show_person },
	{ .noun = "person", .verb = "add", .about = "language=LANG KEY=VALUE...", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Add a person and print the new id."),
	  .run = add_person },
	{ .noun = "person", .verb = "edit", .about = "ID KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct what is known of a person."),
	  .run = edit_person },
	{ 0 }
};
