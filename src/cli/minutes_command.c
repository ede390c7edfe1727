/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "cli/meeting_command.h"
#include "domain/minutes.h"
#include "domain/row.h"
#include "domain/session.h"

static const struct language *
read_language(const char *word, struct err *err)
{
	const struct language *language = language_find(word);

	if (language == NULL)
		err_set(err, ERR_INPUT, _("There is no language \"%s\" here: choose en, zh, ja, ko, ru or mn."), word);
	return language;
}

static bool
show(struct cli *cli, const char *key, struct err *err)
{
	struct minutes minutes = { 0 };
	bool ok = row_get(cli->session, &minutes_type, key, &minutes, err);

	if (ok && (cli->output.form == OUTPUT_COLUMNS || cli->output.form == OUTPUT_PLAIN)) {
		output_text(&cli->output, minutes.text);
		output_text(&cli->output, "\n");
	} else if (ok) {
		ok = output_record(&cli->output, NULL, &minutes_type, &minutes, err);
	}
	record_done(&minutes_type, &minutes);
	return ok;
}

/* "draft" drafts again, "draft=over-edits" even over what somebody wrote. */
static bool
read_again(struct cli *cli, bool *ret_again, bool *ret_over, struct err *err)
{
	*ret_again = cli->count > 2;
	*ret_over = *ret_again && strcmp(cli->word[2], "draft=over-edits") == 0;
	return !*ret_again || *ret_over || strcmp(cli->word[2], "draft") == 0 ||
	    err_set(err, ERR_USAGE, _("It goes: nearsec meeting minutes ID [LANG [draft | draft=over-edits]]"));
}

static bool
draft_and_show(struct cli *cli, const char *meeting, const struct language *language,
    struct err *err)
{
	struct buf key = { 0 };
	bool drafted = false, again = false, over = false;

	buf_addf(&key, "%s/%s", meeting, language->column);
	bool ok = read_again(cli, &again, &over, err) &&
	    /* A row that is there is shown and not drafted. */
	    row_exists(cli->session, &minutes_type, buf_text(&key), &drafted, err);
	if (ok && (again || !drafted))
		ok = minutes_draft(cli->session, meeting, language, over, NULL, err);
	ok = ok && show(cli, buf_text(&key), err);
	buf_done(&key);
	return ok;
}

bool
meeting_minutes(struct cli *cli, struct err *err)
{
	const struct language *language = cli->count > 1 ? read_language(cli->word[1], err) :
	    messages_language();
	char *meeting = edit_code(cli->word[0]);
	bool ok = language != NULL && output_suits(&cli->output, &minutes_type, err) &&
	    draft_and_show(cli, meeting, language, err);

	free(meeting);
	return ok;
}

/* "ko" and "day=2010-10-28", in any order. */
static bool
read_adoption(struct cli *cli, const struct language **ret_language, char ret_day[DAY_SIZE],
    struct err *err)
{
	session_today(cli->session, ret_day);
	*ret_language = NULL;
	for (size_t i = 1; i < cli->count; i++) {
		if (strncmp(cli->word[i], "day=", 4) != 0)
			*ret_language = read_language(cli->word[i], err);
		else if (!day_is_whole(cli->word[i] + 4))
			return err_set(err, ERR_INPUT, _("Say the whole day: day=2010-10-28."));
		else
			strcpy(ret_day, cli->word[i] + 4);
		if (strncmp(cli->word[i], "day=", 4) != 0 && *ret_language == NULL)
			return false;
	}
	return true;
}

bool
meeting_adopt(struct cli *cli, struct err *err)
{
	const struct language *language;
	char day[DAY_SIZE];
	char *meeting = edit_code(cli->word[0]);
	int64_t number = 0;
	bool ok = read_adoption(cli, &language, day, err) &&
	    minutes_adopt(cli->session, meeting, language, day, &number, err);

	if (ok)
		edit_say_saved(cli, number);
	free(meeting);
	return ok;
}
