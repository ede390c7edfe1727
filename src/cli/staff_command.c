/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/charge.h"
#include "domain/portfolio.h"
#include "domain/row.h"
#include "domain/sheet.h"
#include "domain/staff.h"
#include "domain/staff_entry.h"

static bool
list_staff(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &staff_entry_type, err) &&
	    staff_entry_list(cli->session, cli->count > 0 ? cli->word[0] : NULL, &list, err) &&
	    output_list(&cli->output, &list, err);
}

static bool
add_staff(struct cli *cli, struct err *err)
{
	const char *const *word = cli->word;
	struct staff staff = { 0 };
	bool ok = record_read(record_find_field(&staff_type, "person"), &staff, word[0], err) &&
	    record_read(record_find_field(&staff_type, "body"), &staff, word[1], err) &&
	    edit_record(&staff_type, &staff, word + 2, cli->count - 2, err) &&
	    row_save(cli->session, &staff_type, &staff, "new staff", err);

	if (ok)
		output_say(&cli->output, "%s", staff.id);
	record_done(&staff_type, &staff);
	return ok;
}

static bool
edit_staff(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	char *id = NULL;
	bool ok = staff_find(cli->session, cli->word[0], &id, err) &&
	    sheet_add(cli->session, &sheet, &staff_type, id, err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    edit_save(cli, &sheet, "edit staff", err);

	sheet_done(&sheet);
	free(id);
	return ok;
}

/* What follows "from=" or "until=". */
static bool
read_day(const char *word, const char *key, const char **ret_day, struct err *err)
{
	size_t length = strlen(key);

	if (strncmp(word, key, length) != 0 || word[length] != '=')
		return err_set(err, ERR_USAGE, _("Say the day: %s=DAY."), key);
	*ret_day = word + length + 1;
	return true;
}

static bool
leave(struct cli *cli, struct err *err)
{
	const char *day;
	int64_t number = 0;
	char *id = NULL;
	bool ok = read_day(cli->word[1], "until", &day, err) &&
	    staff_find(cli->session, cli->word[0], &id, err) &&
	    staff_leave(cli->session, id, day, &number, err);

	if (ok)
		edit_say_saved(cli, number);
	free(id);
	return ok;
}

static bool
give(struct cli *cli, struct err *err)
{
	const char *day;
	int64_t number = 0;
	char *id = NULL;
	bool ok = read_day(cli->word[2], "from", &day, err) &&
	    staff_find(cli->session, cli->word[0], &id, err) &&
	    portfolio_give(cli->session, id, cli->word[1], day, &number, err);

	if (ok)
		edit_say_saved(cli, number);
	free(id);
	return ok;
}

static bool
end(struct cli *cli, struct err *err)
{
	const char *day;
	int64_t number = 0;

	if (!read_day(cli->word[1], "until", &day, err) ||
	    !portfolio_end(cli->session, cli->word[0], day, &number, err))
		return false;
	edit_say_saved(cli, number);
	return true;
}

static bool
list_charges(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &charge_type, err) &&
	    charge_list(cli->session, &list, err) &&
	    output_list(&cli->output, &list, err);
}

const struct cli_command staff_commands[] = {
	{ .noun = "staff", .verb = "list", .about = "[BODY]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List who works in the secretariat on the day, and who answers for what."),
	  .run = list_staff },
	{ .noun = "staff", .verb = "add", .about = "PERSON BODY kind=KIND KEY=VALUE...", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Somebody works in the secretariat or a division of it; prints the new id."),
	  .run = add_staff },
	{ .noun = "staff", .verb = "edit", .about = "STAFF KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct what is known of one of the staff, named by id or login."),
	  .run = edit_staff },
	{ .noun = "staff", .verb = "leave", .about = "STAFF until=DAY", .least = 2, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Somebody works here no more from a day on; the portfolios end with it."),
	  .run = leave },
	{ .noun = "staff", .verb = "give", .about = "STAFF COUNTRY|BODY from=DAY", .least = 3,
	  .most = 3, .need = CLI_NEEDS_FILE,
	  .help = N_("From a day on somebody answers for a country or a body; who did so until then does no more."),
	  .run = give },
	{ .noun = "staff", .verb = "end", .about = "COUNTRY|BODY until=DAY", .least = 2, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("From a day on nobody answers for a country or a body."),
	  .run = end },
	{ .noun = "staff", .verb = "mine", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List what you answer for on the day, and what waits there."),
	  .run = list_charges },
	{ 0 }
};
