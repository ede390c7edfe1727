/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/decision.h"
#include "domain/project.h"
#include "domain/row.h"
#include "domain/sheet.h"

static bool
list_projects(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };
	char *body = cli->count > 0 ? edit_code(cli->word[0]) : NULL;
	bool ok = output_suits(&cli->output, &project_entry_type, err) &&
	    project_entry_list(cli->session, body, &list, err) &&
	    output_list(&cli->output, &list, err);

	free(body);
	return ok;
}

static bool
show_project(struct cli *cli, struct err *err)
{
	struct project project = { 0 };
	struct buf title = { 0 };
	char *key = edit_code(cli->word[0]);
	bool ok = output_suits(&cli->output, &project_type, err) &&
	    row_get(cli->session, &project_type, key, &project, err);

	if (ok) {
		buf_addf(&title, "%s  ", key);
		project_title(&project, &title);
		ok = output_record(&cli->output, buf_text(&title), &project_type, &project, err);
	}
	buf_done(&title);
	record_done(&project_type, &project);
	free(key);
	return ok;
}

static bool
add_project(struct cli *cli, struct err *err)
{
	struct project project = { 0 };
	bool ok = record_read(record_find_field(&project_type, "body"), &project, cli->word[0], err) &&
	    project_next(cli->session, project.body, &project.no, err) &&
	    record_read(record_find_field(&project_type, "state"), &project, "proposed", err) &&
	    edit_record(&project_type, &project, cli->word + 1, cli->count - 1, err) &&
	    decision_may_be_named(cli->session, project.decision, err) &&
	    row_save(cli->session, &project_type, &project, "new project", err);

	if (ok)
		output_say(&cli->output, "%s/%d", project.body, (int)project.no);
	record_done(&project_type, &project);
	return ok;
}

static bool
edit_project(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	char *key = edit_code(cli->word[0]);
	bool ok = sheet_add(cli->session, &sheet, &project_type, key, err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    edit_save(cli, &sheet, "edit project", err);

	sheet_done(&sheet);
	free(key);
	return ok;
}

const struct cli_command project_commands[] = {
	{ .noun = "project", .verb = "list", .about = "[BODY]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List the projects of the sub-committees, or of one body."),
	  .run = list_projects },
	{ .noun = "project", .verb = "show", .about = "BODY/NO", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Show one project."),
	  .run = show_project },
	{ .noun = "project", .verb = "add", .about = "BODY title_en=TITLE KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Add a project under the next number of the body, and print it."),
	  .run = add_project },
	{ .noun = "project", .verb = "edit", .about = "BODY/NO KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct a project, or say how far it is: state=approved decision=WC-7/2."),
	  .run = edit_project },
	{ 0 }
};
