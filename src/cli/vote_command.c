/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "cli/cli.h"
#include "cli/code_list.h"
#include "cli/edit.h"
#include "cli/meeting_command.h"
#include "domain/row.h"
#include "domain/vote.h"
#include "domain/voting.h"

/* The words after "meeting vote ID VERB". */
struct request {
	struct cli *cli;
	const char *meeting;
	const char *const *word;
	size_t count;
};

static void
say_result(struct cli *cli, const struct voting_sheet *sheet)
{
	const struct tally *tally = &sheet->tally;
	struct buf line = { 0 };

	output_say(&cli->output, "%s/%lld  %s", sheet->vote->meeting, (long long)sheet->vote->no,
	    sheet->vote->motion);
	quorum_say(&tally->quorum, &line);
	output_say(&cli->output, "%s", buf_text(&line));
	buf_clear(&line);
	tally_say(tally, &line);
	output_say(&cli->output, "%s", buf_text(&line));
	buf_clear(&line);
	tally_say_apart(tally, &line);
	if (line.length > 0)
		output_say(&cli->output, "%s", buf_text(&line));
	if (sheet->vote->result != NULL) {
		buf_clear(&line);
		record_show(record_find_field(&vote_type, "result"), sheet->vote, &line);
		output_say(&cli->output, "%s", buf_text(&line));
	}
	buf_done(&line);
}

static bool
show_vote(struct cli *cli, const char *meeting, int64_t no, bool rows, struct err *err)
{
	struct voting_sheet sheet = { 0 };
	bool ok = voting_sheet_read(cli->session, meeting, no, &sheet, err) &&
	    (!rows || output_rows(&cli->output, &sheet.voters, err));

	if (ok)
		say_result(cli, &sheet);
	voting_sheet_done(&sheet);
	return ok;
}

static bool
list_votes(const struct request *request, struct err *err)
{
	struct cli *cli = request->cli;
	struct row_list votes = { 0 };

	return output_suits(&cli->output, &vote_type, err) &&
	    row_list(cli->session, &vote_type, "meeting", request->meeting, "no", &votes, err) &&
	    output_list(&cli->output, &votes, err);
}

static bool
run_show(const struct request *request, struct err *err)
{
	int64_t no = 0;

	if (!output_suits(&request->cli->output, &voter_type, err))
		return false;
	if (request->count > 0)
		no = atoll(request->word[0]);
	else if (!voting_find_latest(request->cli->session, request->meeting, &no, err))
		return false;
	return show_vote(request->cli, request->meeting, no, true, err);
}

static bool
run_open(const struct request *request, struct err *err)
{
	struct cli *cli = request->cli;
	struct vote vote = { .method = mem_strdup("roll-call") };
	int64_t no = 0;
	bool ok = edit_record(&vote_type, &vote, request->word + 1, request->count - 1, err) &&
	    voting_open(cli->session, request->meeting, request->word[0], vote.method, vote.item,
		&no, err);

	record_done(&vote_type, &vote);
	return ok && show_vote(cli, request->meeting, no, false, err);
}

/* What may stand behind the choice: "written", "floor", "correct", "by=CODE". */
static bool
read_manner(const struct request *request, size_t from, struct voting_ballot *ballot,
    char **ret_by, bool *ret_correct, struct err *err)
{
	for (size_t i = from; i < request->count; i++) {
		const char *word = request->word[i];

		if (strcmp(word, "written") == 0 || strcmp(word, "floor") == 0)
			ballot->manner = word;
		else if (strcmp(word, "correct") == 0)
			*ret_correct = true;
		else if (strncmp(word, "by=", 3) == 0)
			*ret_by = edit_code(word + 3);
		else
			return err_set(err, ERR_USAGE,
			    _("After the choice goes written, floor, correct or by=CODE, not \"%s\"."), word);
	}
	ballot->cast_by = *ret_by;
	return true;
}

static bool
is_choice(const char *word)
{
	static const char *const choices[] = { "yes", "no", "abstain", "not-voting" };

	for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++)
		if (strcmp(word, choices[i]) == 0)
			return true;
	return false;
}

static bool
send_ballots(const struct request *request, const struct code_list *codes,
    const struct voting_ballot *like, bool correct, struct err *err)
{
	struct voting_ballot *ballots = mem_grow(NULL, codes->count, sizeof *ballots);
	int64_t number = 0;
	bool ok;

	for (size_t i = 0; i < codes->count; i++) {
		ballots[i] = *like;
		ballots[i].government = codes->code[i];
	}
	if (!correct)
		ok = voting_cast(request->cli->session, request->meeting, ballots, codes->count,
		    &number, err);
	else if (codes->count > 1)
		ok = err_set(err, ERR_USAGE, _("One slip is corrected at a time."));
	else
		ok = voting_mend(request->cli->session, request->meeting, ballots, &number, err);
	free(ballots);
	if (ok)
		edit_say_saved(request->cli, number);
	return ok;
}

static bool
run_ballot(const struct request *request, struct err *err)
{
	struct voting_ballot like = { 0 };
	size_t at = 0;
	char *by = NULL;
	bool correct = false;

	while (at < request->count && !is_choice(request->word[at]))
		at++;
	if (at == 0 || at == request->count)
		return err_set(err, ERR_USAGE,
		    _("Say who votes, then how: CODE... and one of yes, no, abstain, not-voting."));
	struct code_list codes = code_list_read(request->word, at);
	like.choice = request->word[at];
	bool ok = read_manner(request, at + 1, &like, &by, &correct, err) &&
	    send_ballots(request, &codes, &like, correct, err);
	code_list_done(&codes);
	free(by);
	return ok;
}

/* "JP-32" is left to be called, "JP-32=no" votes otherwise. */
static bool
run_bloc(const struct request *request, struct err *err)
{
	size_t count = request->count - 1;
	struct voting_ballot *except = mem_grow(NULL, count + 1, sizeof *except);
	struct code_list codes = code_list_read(request->word + 1, count);
	int64_t number = 0;

	for (size_t i = 0; i < count; i++) {
		const char *equals = strchr(request->word[i + 1], '=');

		except[i] = (struct voting_ballot){ .government = codes.code[i],
			.choice = equals != NULL ? equals + 1 : NULL };
		if (equals != NULL)
			((char *)codes.code[i])[equals - request->word[i + 1]] = '\0';
	}
	bool ok = voting_bloc(request->cli->session, request->meeting, request->word[0], except,
	    count, &number, err);
	if (ok)
		edit_say_saved(request->cli, number);
	code_list_done(&codes);
	free(except);
	return ok;
}

static bool
run_close(const struct request *request, struct err *err)
{
	int64_t no = 0;

	return voting_close(request->cli->session, request->meeting, &no, NULL, err) &&
	    show_vote(request->cli, request->meeting, no, false, err);
}

static const struct {
	const char *word, *about;
	size_t least;
	bool (*run)(const struct request *request, struct err *err);
} verbs[] = {
	{ "open", "MOTION [method=METHOD] [item=ITEM]", 1, run_open },
	{ "ballot", "CODE... CHOICE [written] [by=CODE] [correct]", 2, run_ballot },
	{ "bloc", "CHOICE [CODE[=CHOICE]...]", 1, run_bloc },
	{ "close", "", 0, run_close },
	{ "show", "[NO]", 0, run_show },
};

static bool
refuse_verb(const char *word, struct err *err)
{
	struct buf words = { 0 };

	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
		buf_addf(&words, "%s%s", i > 0 ? ", " : "", verbs[i].word);
	err_set(err, ERR_USAGE, _("A vote takes one of: %s. Not \"%s\"."), buf_text(&words), word);
	buf_done(&words);
	return false;
}

static bool
run_verb(const struct request *request, const char *word, struct err *err)
{
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		if (strcmp(word, verbs[i].word) != 0)
			continue;
		if (request->count < verbs[i].least)
			return err_set(err, ERR_USAGE, _("It goes: nearsec meeting vote ID %s %s"), word,
			    verbs[i].about);
		return verbs[i].run(request, err);
	}
	return refuse_verb(word, err);
}

bool
meeting_vote(struct cli *cli, struct err *err)
{
	char *meeting = edit_code(cli->word[0]);
	struct request request = { .cli = cli, .meeting = meeting, .word = cli->word + 2,
		.count = cli->count > 2 ? cli->count - 2 : 0 };
	bool ok = cli->count > 1 ? run_verb(&request, cli->word[1], err) :
	    list_votes(&request, err);

	free(meeting);
	return ok;
}
