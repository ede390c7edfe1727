/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/history.h"
#include "domain/member.h"
#include "domain/member_sheet.h"

static bool
list_members(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &member_type, err) &&
	    member_list(cli->session, &list, err) &&
	    output_list(&cli->output, &list, err);
}

static bool
show_member(struct cli *cli, struct err *err)
{
	char *code = edit_code(cli->word[0]);
	struct member member = { 0 };
	bool ok = output_suits(&cli->output, &member_type, err) &&
	    member_get(cli->session, code, &member, err) &&
	    output_record(&cli->output, member.name, &member_type, &member, err);

	record_done(&member_type, &member);
	free(code);
	return ok;
}

static bool
edit_member(struct cli *cli, struct err *err)
{
	char *code = edit_code(cli->word[0]);
	struct sheet sheet = { 0 };
	bool ok = member_sheet_open(cli->session, code, &sheet, err) &&
	    edit_from(cli, &sheet, &government_name_type, 1, "edit government",
	        "new name period", err);

	sheet_done(&sheet);
	free(code);
	return ok;
}

static bool
list_history(struct cli *cli, struct err *err)
{
	char *code = edit_code(cli->word[0]);
	struct row_list sets = { 0 };
	bool ok = output_suits(&cli->output, &history_set_type, err) &&
	    row_must_exist(cli->session, &government_type, code, err) &&
	    history_list(cli->session, &government_type, code, 0, &sets, err) &&
	    output_list(&cli->output, &sets, err);

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
	{ .noun = "member", .verb = "holds", .about = "CODE [now|past|all]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List the seats of bodies that a government holds on the day; past: that it held."),
	  .run = body_command_held },
	{ .noun = "member", .verb = "applications", .about = "[open | waiting | all]", .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List who is on the way into the association: applications and observers."),
	  .run = applications_command },
	{ .noun = "member", .verb = "apply", .about = "CODE [KEY=VALUE...]", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Open an application; a government that is not in the file yet is told by kind=, name_en= ..."),
	  .run = apply_command },
	{ .noun = "member", .verb = "stage", .about = "CODE STAGE [day=DAY] [meeting=KEY]", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("The next step of an application: applied, dossier, observer, agenda or withdrawn."),
	  .run = stage_command },
	{ .noun = "member", .verb = "dossier", .about = "CODE [ITEM KEY=VALUE...]", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("List the dossier of an application, or enter what came: ITEM received=DAY."),
	  .run = dossier_command },
	{ .noun = "member", .verb = "history", .about = "CODE", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List who changed what of a government, newest first."),
	  .run = list_history },
	{ 0 }
};
