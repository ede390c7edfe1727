/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "member apply" and what follows it: rows of the table in member_command.c. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/admission.h"
#include "domain/admission_entry.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/dossier_item.h"
#include "domain/member.h"
#include "domain/sheet.h"

static void
say_told(struct cli *cli, struct buf *told, int64_t number)
{
	if (told->length > 0)
		buf_cut(told, told->length - 1);
	if (told->length > 0)
		output_say(&cli->output, "%s", buf_text(told));
	edit_say_saved(cli, number);
}

bool
apply_command(struct cli *cli, struct err *err)
{
	struct sheet sheet = { 0 };
	struct buf told = { 0 };
	int64_t number = 0;
	struct application *application = sheet_add_new(&sheet, &application_type)->after;
	struct application_step *first = sheet_add_new(&sheet, &application_step_type)->after;
	struct member *fresh = sheet_add_new(&sheet, &member_type)->after;
	bool ok = record_read(record_find_field(&application_type, "government"), application,
	    cli->word[0], err) &&
	    edit_sheet(&sheet, cli->word + 1, cli->count - 1, err) &&
	    admission_begin(cli->session, application, first, fresh, &told, &number, err);

	if (ok)
		say_told(cli, &told, number);
	buf_done(&told);
	sheet_done(&sheet);
	return ok;
}

/* meeting=KEY is no field of a step. */
static bool
read_step(struct application_step *step, struct cli *cli, char **ret_meeting, struct err *err)
{
	bool ok = record_read(record_find_field(&application_step_type, "stage"), step, cli->word[1], err);

	for (size_t i = 2; i < cli->count && ok; i++)
		if (strncmp(cli->word[i], "meeting=", 8) == 0)
			*ret_meeting = edit_code(cli->word[i] + 8);
		else
			ok = edit_record(&application_step_type, step, &cli->word[i], 1, err);
	return ok;
}

bool
stage_command(struct cli *cli, struct err *err)
{
	char *code = edit_code(cli->word[0]), *meeting = NULL;
	struct application_step step = { 0 };
	struct buf told = { 0 };
	int64_t number = 0;
	bool ok = read_step(&step, cli, &meeting, err) &&
	    admission_advance(cli->session, code, &step, meeting, &told, &number, err);

	if (ok)
		say_told(cli, &told, number);
	record_done(&application_step_type, &step);
	buf_done(&told);
	free(meeting);
	free(code);
	return ok;
}

static bool
list_dossier(struct cli *cli, const char *code, struct err *err)
{
	struct application application = { 0 };
	struct application_step last = { 0 };
	struct row_list items = { 0 };
	bool found = false;
	bool ok = output_suits(&cli->output, &dossier_item_type, err) &&
	    admission_find_open(cli->session, code, &application, &last, &found, err) &&
	    (found || err_set(err, ERR_MISSING, _("%s has no open application."), code)) &&
	    row_list(cli->session, &dossier_item_type, "application", application.id, NULL, &items, err) &&
	    output_list(&cli->output, &items, err);

	record_done(&application_type, &application);
	record_done(&application_step_type, &last);
	return ok;
}

static bool
edit_dossier(struct cli *cli, const char *code, struct err *err)
{
	struct sheet sheet = { 0 };
	struct buf key = { 0 };
	bool ok = admission_dossier_key(cli->session, code, cli->word[1], &key, err) &&
	    sheet_add(cli->session, &sheet, &dossier_item_type, buf_text(&key), err) &&
	    edit_sheet(&sheet, cli->word + 2, cli->count - 2, err) &&
	    edit_save(cli, &sheet, "dossier", err);

	sheet_done(&sheet);
	buf_done(&key);
	return ok;
}

bool
dossier_command(struct cli *cli, struct err *err)
{
	char *code = edit_code(cli->word[0]);
	bool ok = cli->count == 1 ? list_dossier(cli, code, err) : edit_dossier(cli, code, err);

	free(code);
	return ok;
}

bool
applications_command(struct cli *cli, struct err *err)
{
	static const struct { const char *word; enum admission_part part; } parts[] = {
		{ "open", ADMISSION_OPEN }, { "waiting", ADMISSION_WAITING }, { "all", ADMISSION_ALL },
	};
	const char *word = cli->count > 0 ? cli->word[0] : "waiting";
	struct row_list list = { 0 };
	size_t i = 0;

	while (i < 3 && strcmp(parts[i].word, word) != 0)
		i++;
	if (i == 3)
		return err_set(err, ERR_USAGE, _("Say open, waiting or all, not \"%s\"."), word);

	return output_suits(&cli->output, &admission_entry_type, err) &&
	    admission_list(cli->session, parts[i].part, &list, err) &&
	    output_list(&cli->output, &list, err);
}
