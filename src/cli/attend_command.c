/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/arguments.h"
#include "cli/cli.h"
#include "cli/code_list.h"
#include "cli/edit.h"
#include "cli/meeting_command.h"
#include "domain/attendance.h"
#include "domain/delegate.h"
#include "domain/delegation.h"
#include "domain/invitation.h"
#include "domain/proxy.h"
#include "domain/quorum.h"
#include "domain/row.h"

static bool
say_invited(struct cli *cli, size_t count, int64_t number)
{
	output_say(&cli->output, nq_("%lld government is invited.", "%lld governments are invited.",
	    (unsigned long)count), (long long)count);
	edit_say_saved(cli, number);
	return true;
}

bool
meeting_invite(struct cli *cli, struct err *err)
{
	struct code_list codes = code_list_read(cli->word, cli->count);
	size_t count = codes.count - 1;
	int64_t number = 0;
	bool ok = count == 0 ?
	    invitation_send_all(cli->session, codes.code[0], &count, &number, err) :
	    invitation_send(cli->session, codes.code[0], codes.code + 1, count, &number, err);

	code_list_done(&codes);
	return ok && say_invited(cli, count, number);
}

bool
meeting_answer(struct cli *cli, struct err *err)
{
	struct code_list codes = code_list_read(cli->word, 2);
	struct buf said = { 0 };
	int64_t number = 0;
	bool ok = invitation_answer(cli->session, codes.code[0], codes.code[1], cli->word[2],
	    &said, &number, err);

	if (ok && said.length > 0)
		output_say(&cli->output, "%s", buf_text(&said));
	if (ok)
		edit_say_saved(cli, number);
	buf_done(&said);
	code_list_done(&codes);
	return ok;
}

/* Those of one meeting, and of one government of it when it is named. */
static bool
read_delegates(struct cli *cli, const struct code_list *codes, struct row_list *ret_list,
    struct err *err)
{
	struct row_list all = { 0 };

	if (!row_list(cli->session, &delegate_type, "meeting", codes->code[0],
	    "government, role DESC, id", &all, err))
		return false;
	ret_list->type = &delegate_type;
	for (size_t i = 0; i < all.count; i++) {
		const struct delegate *delegate = row_at(&all, i);

		if (codes->count == 1 || strcmp(delegate->government, codes->code[1]) == 0)
			record_copy(&delegate_type, row_add(ret_list, &delegate_type), delegate);
	}
	row_list_done(&all);
	return true;
}

bool
meeting_delegates(struct cli *cli, struct err *err)
{
	struct code_list codes = code_list_read(cli->word, cli->count);
	struct row_list list = { 0 };
	bool ok = output_suits(&cli->output, &delegate_type, err) &&
	    read_delegates(cli, &codes, &list, err) && output_list(&cli->output, &list, err);

	code_list_done(&codes);
	return ok;
}

bool
meeting_delegate(struct cli *cli, struct err *err)
{
	struct code_list codes = code_list_read(cli->word, 2);
	struct delegate delegate = { .meeting = mem_strdup(codes.code[0]),
		.government = mem_strdup(codes.code[1]), .role = mem_strdup("delegate") };
	bool ok = edit_record(&delegate_type, &delegate, cli->word + 2, cli->count - 2, err) &&
	    delegation_add_delegate(cli->session, &delegate, NULL, err);

	if (ok)
		output_say(&cli->output, "%s", delegate.id);
	record_done(&delegate_type, &delegate);
	code_list_done(&codes);
	return ok;
}

bool
meeting_credentials(struct cli *cli, struct err *err)
{
	struct code_list codes = code_list_read(cli->word, cli->count - 1);
	int64_t number = 0;
	bool ok = delegation_set_credentials(cli->session, codes.code[0], codes.code + 1,
	    codes.count - 1, cli->word[cli->count - 1], &number, err);

	if (ok)
		edit_say_saved(cli, number);
	code_list_done(&codes);
	return ok;
}

bool
meeting_proxy(struct cli *cli, struct err *err)
{
	struct code_list codes = code_list_read(cli->word, cli->count);
	int64_t number = 0;
	bool ok = strcmp(cli->word[2], "none") == 0 ?
	    proxy_take_back(cli->session, codes.code[0], codes.code[1], &number, err) :
	    proxy_give(cli->session, codes.code[0], codes.code[1], codes.code[2], &number, err);

	if (ok)
		edit_say_saved(cli, number);
	code_list_done(&codes);
	return ok;
}

bool
meeting_attend(struct cli *cli, struct err *err)
{
	const char *direction = cli->word[cli->count - 1];
	const char *typed = cli->arguments->value[OPTION_AT];
	char at[CLOCK_STAMP_SIZE];
	struct code_list codes = code_list_read(cli->word, cli->count - 1);
	int64_t number = 0;
	bool ok = strcmp(direction, "in") == 0 || strcmp(direction, "out") == 0 ||
	    err_set(err, ERR_USAGE, _("Say at the end whether they come \"in\" or go \"out\"."));

	ok = ok && (typed == NULL ||
	    attendance_read_time(cli->session, codes.code[0], typed, at, err)) &&
	    attendance_enter_at(cli->session, codes.code[0], codes.code + 1, codes.count - 1,
	    direction, typed != NULL ? at : NULL, &number, err);
	if (ok)
		edit_say_saved(cli, number);
	code_list_done(&codes);
	return ok;
}

static void
say_quorum(struct cli *cli, const struct row_list *list, const struct quorum *quorum)
{
	struct buf line = { 0 };
	long long voters = 0;

	for (size_t i = 0; i < list->count; i++)
		voters += ((const struct attendance *)row_at(list, i))->may_vote;
	quorum_say(quorum, &line);
	output_say(&cli->output, "%s", buf_text(&line));
	output_say(&cli->output, _("May vote: %lld"), voters);
	buf_done(&line);
}

bool
meeting_roll(struct cli *cli, struct err *err)
{
	char *meeting = edit_code(cli->word[0]);
	struct row_list list = { 0 };
	struct quorum quorum;
	bool ok = output_suits(&cli->output, &attendance_type, err) &&
	    attendance_list(cli->session, meeting, NULL, &list, err) &&
	    attendance_quorum(cli->session, meeting, NULL, &list, &quorum, err) &&
	    output_rows(&cli->output, &list, err);

	if (ok)
		say_quorum(cli, &list, &quorum);
	row_list_done(&list);
	free(meeting);
	return ok;
}
