/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/office.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/sheet.h"

static bool
list_posts(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &office_type, err) &&
	    office_list(cli->session, cli->count > 0 ? cli->word[0] : NULL, &list, err) &&
	    output_list(&cli->output, &list, err);
}

static bool
add_post(struct cli *cli, struct err *err)
{
	const char *const *word = cli->word;
	struct post post = { 0 };
	bool ok = record_read(record_find_field(&post_type, "government"), &post, word[0], err) &&
	    record_read(record_find_field(&post_type, "code"), &post, word[1], err) &&
	    edit_record(&post_type, &post, word + 2, cli->count - 2, err) &&
	    row_save(cli->session, &post_type, &post, "new post", err);

	if (ok)
		output_say(&cli->output, "%s", post.id);
	record_done(&post_type, &post);
	return ok;
}

static bool
edit_post(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	char *id = NULL;
	bool ok = office_get_id(cli->session, cli->word[0], cli->word[1], &id, err) &&
	    sheet_add(cli->session, &sheet, &post_type, id, err) &&
	    edit_sheet(&sheet, cli->word + 2, cli->count - 2, err) &&
	    edit_save(cli, &sheet, "edit post", err);

	sheet_done(&sheet);
	free(id);
	return ok;
}

static bool
appoint(struct cli *cli, struct err *err)
{
	int64_t number = 0;
	char *id = NULL;

	if (strncmp(cli->word[3], "from=", 5) != 0)
		return err_set(err, ERR_USAGE, _("Say from which day the person holds the post: from=DAY."));
	bool ok = office_get_id(cli->session, cli->word[0], cli->word[1], &id, err) &&
	    office_appoint(cli->session, id, cli->word[2], cli->word[3] + 5, &number, err);
	if (ok)
		edit_say_saved(cli, number);
	free(id);
	return ok;
}

const struct cli_command post_commands[] = {
	{ .noun = "post", .verb = "list", .about = "[GOVERNMENT]", .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List the posts that exist on the day and who holds them."),
	  .run = list_posts },
	{ .noun = "post", .verb = "add", .about = "GOVERNMENT CODE KEY=VALUE...", .least = 2,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Add a post to a government and print the new id."),
	  .run = add_post },
	{ .noun = "post", .verb = "edit", .about = "GOVERNMENT CODE KEY=VALUE...", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Correct what is known of a post."),
	  .run = edit_post },
	{ .noun = "post", .verb = "appoint", .about = "GOVERNMENT CODE PERSON from=DAY", .least = 4,
	  .most = 4, .need = CLI_NEEDS_FILE,
	  .help = N_("From a day on a person holds a post; who held it until then does no more."),
	  .run = appoint },
	{ 0 }
};
