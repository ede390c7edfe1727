/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to a meeting: its agenda, sittings, papers and staff. */
#include "config.h"

#include "cli/meeting_command.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "domain/agenda.h"
#include "domain/clash.h"
#include "domain/meeting.h"
#include "domain/meeting_staff.h"
#include "domain/paper.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sheet.h"
#include "domain/sitting.h"
#include "domain/staff.h"
#include "domain/wall_time.h"

/* A command on its way: meeting is the key, word what stands behind the verb. */
struct asking {
	struct cli *cli;
	const char *meeting;
	const char *const *word;
	size_t count;
};

struct verb {
	const char *word;
	const char *about;	/* what follows it */
	size_t least;
	bool (*run)(struct asking *asking, struct err *err);
};

static bool
refuse_verb(const struct verb *verbs, const char *word, struct err *err)
{
	struct buf words = { 0 };

	for (const struct verb *verb = verbs; verb->word != NULL; verb++)
		buf_addf(&words, "%s%s", words.length > 0 ? ", " : "", verb->word);
	err_set(err, ERR_USAGE, _("\"%s\" is none of: %s."), word, buf_text(&words));
	buf_done(&words);
	return false;
}

/* Without a verb the part is listed. */
static bool
run_part(struct cli *cli, const struct verb *verbs, bool (*list)(struct asking *, struct err *),
    struct err *err)
{
	const struct verb *verb = verbs;
	char *key = NULL;
	bool ok = meeting_command_key(cli, &key, err);
	struct asking asking = { cli, key, cli->word + 1, cli->count - 1 };

	if (ok && asking.count == 0) {
		ok = list(&asking, err);
	} else if (ok) {
		while (verb->word != NULL && strcmp(verb->word, asking.word[0]) != 0)
			verb++;
		asking.word++;
		asking.count--;
		ok = verb->word == NULL ? refuse_verb(verbs, asking.word[-1], err) :
		    asking.count < verb->least ? err_set(err, ERR_USAGE, _("After \"%s\" goes: %s"),
		    verb->word, verb->about) : verb->run(&asking, err);
	}
	free(key);
	return ok;
}

static bool
list_rows(struct asking *asking, const struct record_type *type, const char *order,
    struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&asking->cli->output, type, err) &&
	    row_list(asking->cli->session, type, "meeting", asking->meeting, order, &list, err) &&
	    output_list(&asking->cli->output, &list, err);
}

static bool
edit_row(struct asking *asking, const struct record_type *type, const char *key, const char *what,
    struct err *err)
{
	struct sheet sheet = { 0 };
	bool ok = sheet_add(asking->cli->session, &sheet, type, key, err) &&
	    edit_sheet(&sheet, asking->word + 1, asking->count - 1, err) &&
	    edit_save(asking->cli, &sheet, what, err);

	sheet_done(&sheet);
	return ok;
}

/* meeting and key of its part, as the log names the row; the caller frees it. */
static char *
key_below(const struct asking *asking, const char *part)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%s", asking->meeting, part);
	return buf_take(&key);
}

/* The agenda */

static bool
list_agenda(struct asking *asking, struct err *err)
{
	struct row_list list = { 0 };
	struct agenda_sum sum = { 0 };
	struct cli *cli = asking->cli;
	bool ok = output_suits(&cli->output, &agenda_entry_type, err) &&
	    agenda_list(cli->session, asking->meeting, &list, &sum, err) &&
	    output_rows(&cli->output, &list, err);

	if (ok && sum.room > 0 && cli->output.form == OUTPUT_COLUMNS)
		output_say(&cli->output, _("%lld of %lld minutes."), (long long)sum.minutes,
		    (long long)sum.room);
	row_list_done(&list);
	return ok;
}

/* Takes "below=2.1" and "to=3" out of the words; the rest are fields. */
static bool
take_place(struct asking *asking, const char **words, size_t *ret_count, char **ret_parent,
    int64_t *ret_position, struct err *err)
{
	*ret_count = 0;
	for (size_t i = 0; i < asking->count; i++) {
		const char *word = asking->word[i];

		if (strncmp(word, "to=", 3) == 0) {
			*ret_position = strtoll(word + 3, NULL, 10);
		} else if (strncmp(word, "below=", 6) != 0) {
			words[(*ret_count)++] = word;
		} else {
			mem_replace(ret_parent, NULL);
			if (word[6] != '\0' && !agenda_find(asking->cli->session, asking->meeting, word + 6,
			    ret_parent, err))
				return false;
		}
	}
	return true;
}

static bool
add_item(struct asking *asking, struct err *err)
{
	const char **words = mem_alloc((asking->count + 1) * sizeof *words);
	struct agenda_item item = { .meeting = mem_strdup(asking->meeting),
		.outcome = mem_strdup("open") };
	size_t count = 0;
	bool ok = take_place(asking, words, &count, &item.parent, &item.position, err) &&
	    edit_record(&agenda_item_type, &item, words, count, err) &&
	    agenda_add(asking->cli->session, &item, NULL, err);

	if (ok)
		output_say(&asking->cli->output, "%s", item.id);
	record_done(&agenda_item_type, &item);
	free(words);
	return ok;
}

static bool
find_item(struct asking *asking, char **ret_id, struct err *err)
{
	return agenda_find(asking->cli->session, asking->meeting, asking->word[0], ret_id, err);
}

static bool
edit_item(struct asking *asking, struct err *err)
{
	char *id = NULL;
	bool ok = find_item(asking, &id, err) &&
	    edit_row(asking, &agenda_item_type, id, "edit agenda item", err);

	free(id);
	return ok;
}

/* Without below= it stays below the item it is below. */
static bool
move_item(struct asking *asking, struct err *err)
{
	const char **words = mem_alloc((asking->count + 1) * sizeof *words);
	struct agenda_item item = { 0 };
	char *id = NULL;
	int64_t position = 0, number = 0;
	size_t count = 0;
	bool ok = find_item(asking, &id, err) &&
	    row_get(asking->cli->session, &agenda_item_type, id, &item, err) &&
	    take_place(asking, words, &count, &item.parent, &position, err);

	if (ok && count > 1)
		ok = err_set(err, ERR_USAGE, _("\"%s\" is none of: %s."), words[1], "to=, below=");
	ok = ok && agenda_move(asking->cli->session, id, item.parent, position, &number, err);
	if (ok)
		edit_say_saved(asking->cli, number);
	record_done(&agenda_item_type, &item);
	free(id);
	free(words);
	return ok;
}

static bool
remove_item(struct asking *asking, struct err *err)
{
	int64_t number = 0;
	char *id = NULL;
	bool ok = find_item(asking, &id, err) &&
	    agenda_remove(asking->cli->session, id, &number, err);

	if (ok)
		edit_say_saved(asking->cli, number);
	free(id);
	return ok;
}

static bool
set_outcome(struct asking *asking, struct err *err)
{
	int64_t number = 0;
	char *id = NULL;
	bool ok = find_item(asking, &id, err) &&
	    agenda_set_outcome(asking->cli->session, id, asking->word[1], &number, err);

	if (ok)
		edit_say_saved(asking->cli, number);
	free(id);
	return ok;
}

bool
meeting_command_agenda(struct cli *cli, struct err *err)
{
	static const struct verb verbs[] = {
		{ "add", "KEY=VALUE... [below=ITEM] [to=PLACE]", 1, add_item },
		{ "edit", "ITEM KEY=VALUE...", 2, edit_item },
		{ "move", "ITEM [below=ITEM] [to=PLACE]", 2, move_item },
		{ "remove", "ITEM", 1, remove_item },
		{ "outcome", "ITEM open|done|carried|dropped", 2, set_outcome },
		{ 0 }
	};

	return run_part(cli, verbs, list_agenda, err);
}

/* Sittings */

static bool
list_sittings(struct asking *asking, struct err *err)
{
	return list_rows(asking, &sitting_type, "day, starts, no", err);
}

/* Clashes of the day of a sitting; holidays were told with the meeting. */
static bool
say_clashes(struct asking *asking, const struct sitting *sitting, struct buf *said, struct err *err)
{
	struct row_list clashes = { 0 };
	bool ok = clash_list(asking->cli->session, asking->meeting, &clashes, err);

	for (size_t i = 0; i < clashes.count; i++) {
		const struct clash *clash = row_at(&clashes, i);

		if (strcmp(clash->day, sitting->day) != 0 || strcmp(clash->kind, "holiday") == 0)
			continue;
		clash_say(clash, said);
		buf_add_char(said, '\n');
	}
	row_list_done(&clashes);
	return ok;
}

/* What is to be said of a sitting that was saved: times that come twice, clashes. */
static bool
warn_sitting(struct asking *asking, const char *key, struct err *err)
{
	struct session *session = asking->cli->session;
	struct sitting sitting = { 0 };
	struct meeting meeting = { 0 };
	struct buf said = { 0 };
	bool ok = row_get(session, &sitting_type, key, &sitting, err) &&
	    row_get(session, &meeting_type, asking->meeting, &meeting, err);

	if (ok && sitting.starts[0] != '\0') {
		const struct zone *zone = session_zone(session, meeting.zone, NULL);
		const char *id = meeting_zone(session, &meeting);

		wall_time_say_twice(zone, id, sitting.day, sitting.starts, &said);
		wall_time_say_twice(zone, id, sitting.day, sitting.ends, &said);
	}
	ok = ok && say_clashes(asking, &sitting, &said, err);
	meeting_command_say(asking->cli, &said);
	buf_done(&said);
	record_done(&meeting_type, &meeting);
	record_done(&sitting_type, &sitting);
	return ok;
}

static bool
add_sitting(struct asking *asking, struct err *err)
{
	struct sitting sitting = { 0 };
	struct buf key = { 0 };
	bool ok = sitting_next(asking->cli->session, asking->meeting, &sitting, err) &&
	    edit_record(&sitting_type, &sitting, asking->word, asking->count, err) &&
	    row_save(asking->cli->session, &sitting_type, &sitting, "new sitting", err);

	if (ok) {
		record_key(&sitting_type, &sitting, &key);
		output_say(&asking->cli->output, "%lld", (long long)sitting.no);
		ok = warn_sitting(asking, buf_text(&key), err);
	}
	buf_done(&key);
	record_done(&sitting_type, &sitting);
	return ok;
}

static bool
edit_sitting(struct asking *asking, struct err *err)
{
	char *key = key_below(asking, asking->word[0]);
	bool ok = edit_row(asking, &sitting_type, key, "edit sitting", err) &&
	    warn_sitting(asking, key, err);

	free(key);
	return ok;
}

static bool
remove_sitting(struct asking *asking, struct err *err)
{
	char *key = key_below(asking, asking->word[0]);
	bool ok = row_delete(asking->cli->session, &sitting_type, key, "delete sitting", err);

	free(key);
	return ok;
}

bool
meeting_command_sittings(struct cli *cli, struct err *err)
{
	static const struct verb verbs[] = {
		{ "add", "day=DAY [starts=TIME ends=TIME] KEY=VALUE...", 1, add_sitting },
		{ "edit", "NO KEY=VALUE...", 2, edit_sitting },
		{ "remove", "NO", 1, remove_sitting },
		{ 0 }
	};

	return run_part(cli, verbs, list_sittings, err);
}

/* Papers */

static bool
list_papers(struct asking *asking, struct err *err)
{
	return list_rows(asking, &paper_type, "number, id", err);
}

/* By the number printed on it, or by its id. */
static bool
find_paper(struct asking *asking, char **ret_id, struct err *err)
{
	struct row_list papers = { 0 };
	const char *word = asking->word[0];

	if (!row_list(asking->cli->session, &paper_type, "meeting", asking->meeting, "number, id",
	    &papers, err))
		return false;
	for (size_t i = 0; i < papers.count && *ret_id == NULL; i++) {
		const struct paper *paper = row_at(&papers, i);

		if (strcmp(paper->number, word) == 0 || strcmp(paper->id, word) == 0)
			*ret_id = mem_strdup(paper->id);
	}
	row_list_done(&papers);
	return *ret_id != NULL ||
	    err_set(err, ERR_MISSING, _("%s has no paper %s."), asking->meeting, word);
}

/* The words with "item=2.1" made the id of that item; owned, NULL behind the last. */
static bool
take_items(struct asking *asking, char ***ret_words, struct err *err)
{
	char **words = mem_alloc((asking->count + 1) * sizeof *words);
	bool ok = true;

	for (size_t i = 0; i < asking->count && ok; i++) {
		const char *word = asking->word[i];
		struct buf text = { 0 };
		char *id = NULL;

		if (strncmp(word, "item=", 5) == 0 && word[5] != '\0')
			ok = agenda_find(asking->cli->session, asking->meeting, word + 5, &id, err);
		buf_addf(&text, "%s%s", id != NULL ? "item=" : word, id != NULL ? id : "");
		words[i] = buf_take(&text);
		free(id);
	}
	*ret_words = words;
	return ok;
}

static void
free_words(char **words)
{
	for (size_t i = 0; words[i] != NULL; i++)
		free(words[i]);
	free(words);
}

static bool
add_paper(struct asking *asking, struct err *err)
{
	struct paper paper = { .meeting = mem_strdup(asking->meeting) };
	char **words = NULL;
	bool ok = take_items(asking, &words, err) &&
	    edit_record(&paper_type, &paper, (const char *const *)words, asking->count, err) &&
	    row_save(asking->cli->session, &paper_type, &paper, "new paper", err);

	if (ok)
		output_say(&asking->cli->output, "%s", paper.id);
	free_words(words);
	record_done(&paper_type, &paper);
	return ok;
}

static bool
edit_paper(struct asking *asking, struct err *err)
{
	char *id = NULL, **words = NULL;
	bool ok = find_paper(asking, &id, err) && take_items(asking, &words, err);

	if (ok) {
		struct asking taken = *asking;

		taken.word = (const char *const *)words;
		ok = edit_row(&taken, &paper_type, id, "edit paper", err);
	}
	if (words != NULL)
		free_words(words);
	free(id);
	return ok;
}

static bool
remove_paper(struct asking *asking, struct err *err)
{
	char *id = NULL;
	bool ok = find_paper(asking, &id, err) &&
	    row_delete(asking->cli->session, &paper_type, id, "delete paper", err);

	free(id);
	return ok;
}

bool
meeting_command_papers(struct cli *cli, struct err *err)
{
	static const struct verb verbs[] = {
		{ "add", "title=TEXT KEY=VALUE...", 1, add_paper },
		{ "edit", "PAPER KEY=VALUE...", 2, edit_paper },
		{ "remove", "PAPER", 1, remove_paper },
		{ 0 }
	};

	return run_part(cli, verbs, list_papers, err);
}

/* Staff */

static bool
list_staff(struct asking *asking, struct err *err)
{
	return list_rows(asking, &meeting_staff_type, "staff", err);
}

/* By the name a clerk logs in with, or by the id. */
static bool
find_clerk(struct asking *asking, char **ret_id, struct err *err)
{
	struct row_list staff = { 0 };
	const char *word = asking->word[0];

	if (!row_list(asking->cli->session, &staff_type, NULL, NULL, "id", &staff, err))
		return false;
	for (size_t i = 0; i < staff.count && *ret_id == NULL; i++) {
		const struct staff *clerk = row_at(&staff, i);

		if (strcmp(clerk->login, word) == 0 || strcmp(clerk->id, word) == 0)
			*ret_id = mem_strdup(clerk->id);
	}
	row_list_done(&staff);
	return *ret_id != NULL || err_set(err, ERR_MISSING,
	    _("Nobody of the secretariat logs in as %s or has that id."), word);
}

static bool
add_clerk(struct asking *asking, struct err *err)
{
	struct meeting_staff row = { .meeting = mem_strdup(asking->meeting) };
	bool ok = find_clerk(asking, &row.staff, err) &&
	    edit_record(&meeting_staff_type, &row, asking->word + 1, asking->count - 1, err) &&
	    row_save(asking->cli->session, &meeting_staff_type, &row, "new clerk of a meeting", err) &&
	    meeting_command_warn(asking->cli, asking->meeting, err);

	record_done(&meeting_staff_type, &row);
	return ok;
}

static bool
edit_clerk(struct asking *asking, struct err *err)
{
	char *id = NULL, *key = NULL;
	bool ok = find_clerk(asking, &id, err);

	if (ok) {
		key = key_below(asking, id);
		ok = edit_row(asking, &meeting_staff_type, key, "edit clerk of a meeting", err);
	}
	free(key);
	free(id);
	return ok;
}

static bool
remove_clerk(struct asking *asking, struct err *err)
{
	char *id = NULL, *key = NULL;
	bool ok = find_clerk(asking, &id, err);

	if (ok) {
		key = key_below(asking, id);
		ok = row_delete(asking->cli->session, &meeting_staff_type, key,
		    "delete clerk of a meeting", err);
	}
	free(key);
	free(id);
	return ok;
}

bool
meeting_command_staff(struct cli *cli, struct err *err)
{
	static const struct verb verbs[] = {
		{ "add", "CLERK KEY=VALUE...", 1, add_clerk },
		{ "edit", "CLERK KEY=VALUE...", 2, edit_clerk },
		{ "remove", "CLERK", 1, remove_clerk },
		{ 0 }
	};

	return run_part(cli, verbs, list_staff, err);
}
