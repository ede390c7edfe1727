/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/codes.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/body.h"
#include "domain/government.h"
#include "domain/row.h"
#include "panes/admission_forms.h"
#include "panes/admissions_pane.h"
#include "panes/agenda_item_form.h"
#include "panes/agenda_pane.h"
#include "panes/appoint_form.h"
#include "panes/arrears_panes.h"
#include "panes/bank_panes.h"
#include "panes/bill_form.h"
#include "panes/bills_pane.h"
#include "panes/bodies_pane.h"
#include "panes/credit_notes_pane.h"
#include "panes/body_form.h"
#include "panes/body_record_panes.h"
#include "panes/decision_form.h"
#include "panes/decisions_pane.h"
#include "panes/delegates_pane.h"
#include "panes/delegations_pane.h"
#include "panes/desk.h"
#include "panes/follow_ups_pane.h"
#include "panes/due_pane.h"
#include "panes/help_pane.h"
#include "panes/history_pane.h"
#include "panes/home_pane.h"
#include "panes/layouts.h"
#include "panes/ledger_pane.h"
#include "panes/meeting_form.h"
#include "panes/meeting_panes.h"
#include "panes/meetings_pane.h"
#include "panes/member_form.h"
#include "panes/members_pane.h"
#include "panes/money_rows.h"
#include "panes/parallel_pane.h"
#include "panes/payment_form.h"
#include "panes/people_pane.h"
#include "panes/plenary_pane.h"
#include "panes/posts_pane.h"
#include "panes/row_form.h"
#include "panes/receipts_pane.h"
#include "panes/reminders_pane.h"
#include "panes/rows_pane.h"
#include "panes/seat_form.h"
#include "panes/settings_pane.h"
#include "panes/minutes_pane.h"
#include "panes/parallel_pane.h"
#include "panes/projects_pane.h"
#include "panes/staff_pane.h"
#include "panes/texts_pane.h"
#include "panes/transfer_form.h"
#include "panes/trial_panes.h"

const struct code codes[] = {
	{ NC_("code", "HOM"), &home_pane, NULL, N_("where everything begins"), NULL, false },
	{ NC_("code", "MEM"), &members_pane, &member_form, N_("governments: find, look, edit"), NULL, false },
	{ NC_("code", "ADM"), &admissions_pane, &application_form, N_("who is on the way into the association"), NULL, false },
	{ NC_("code", "COM"), &bodies_pane, &body_form, N_("bodies, seats, who holds them on a day"), NULL, false },
	{ NC_("code", "MTG"), &meetings_pane, &meeting_form, N_("the calendar of meetings"), NULL, false },
	{ NC_("code", "DAY"), &plenary_pane, NULL, N_("the plenary day: desk, quorum, votes"), NULL, false },
	{ NC_("code", "DEC"), &decisions_pane, &decision_form, N_("decisions, and what is to be done after them"), NULL, false },
	{ NC_("code", "DUE"), &due_pane, NULL, N_("dues of a year: drafts, invoices, what is open"), NULL, false },
	{ NC_("code", "LED"), &ledger_pane, NULL, N_("the ledger: entries, reversal, closing a year"), NULL, false },
	{ NC_("code", "TXT"), &texts_pane, &document_form, N_("declarations, Charter versions, agreed texts"), NULL, false },
	{ NC_("code", "STF"), &staff_pane, &staff_form, N_("who works in the secretariat, and answers for what"), NULL, false },
	{ NC_("code", "PER"), &people_pane, &person_form, N_("people and the posts they hold"), NULL, false },
	{ NC_("code", "HIS"), &history_pane, NULL, N_("who changed what, and undo"), NULL, false },
	{ NC_("code", "SET"), &settings_pane, NULL, N_("language, day, keyboard, colours"), settings_run, false },
	{ NC_("code", "HLP"), &help_pane, NULL, N_("topics, HLP KEYS, HLP LOG"), help_run, false },
	{ NC_("code", "PST"), &posts_pane, &post_form, N_("posts of governments, and who holds them"), NULL, true },
	{ NC_("code", "NAM"), &names_pane, &name_form, N_("names of a government, by period"), NULL, true },
	{ NC_("code", "STA"), &statuses_pane, &status_form, N_("status periods of a government"), NULL, true },
	{ NC_("code", "ALI"), &aliases_pane, &alias_form, N_("other spellings of a name"), NULL, true },
	{ NC_("code", "CHN"), &channels_pane, &channel_form, N_("further telephone numbers, e-mails, web sites"), NULL, true },
	{ NC_("code", "ADR"), &addresses_pane, &address_form, N_("postal and visiting addresses"), NULL, true },
	{ NC_("code", "HOL"), &holdings_pane, &holding_form, N_("who held a post, and when"), NULL, true },
	{ NC_("code", "APP"), &appoint_form, &appoint_form, N_("somebody holds a post from a day on"), NULL, true },
	{ NC_("code", "FUP"), &follow_ups_pane, &follow_up_form, N_("what is to be done after decisions"), NULL, true },
	{ NC_("code", "DOS"), &dossier_pane, &dossier_form, N_("the dossier of an application"), NULL, true },
	{ NC_("code", "PAR"), &parallel_pane, NULL, N_("one document in six languages, side by side"), NULL, true },
	{ NC_("code", "MIN"), &minutes_pane, NULL, N_("minutes of meetings, a language each"), NULL, true },
	{ NC_("code", "PRJ"), &projects_pane, &project_form, N_("projects of the sub-committees"), NULL, true },
	{ NC_("code", "PFO"), &portfolios_pane, &portfolio_form, N_("which country or body a clerk answers for"), NULL, true },
	{ NC_("code", "PAY"), &payment_form, &payment_form, N_("money came in"), NULL, true },
	{ NC_("code", "RCP"), &receipts_pane, NULL, N_("money that came in: what it pays, and what is left"), NULL, true },
	{ NC_("code", "REM"), &reminders_pane, NULL, N_("who was reminded of what it owes"), NULL, true },
	{ NC_("code", "BNK"), &bank_pane, NULL, N_("statements of the bank"), NULL, true },
	{ NC_("code", "BIL"), &bills_pane, &bill_form, N_("bills that are no dues"), NULL, true },
	{ NC_("code", "CRN"), &credit_notes_pane, NULL, N_("credit notes and waivers, and taking one back"), NULL, true },
	{ NC_("code", "OWE"), &arrears_pane, NULL, N_("who owes what, and whether it may vote"), NULL, true },
	{ NC_("code", "AGE"), &ageing_pane, NULL, N_("what is open by how long it is overdue"), NULL, true },
	{ NC_("code", "ENT"), &transfer_form, &transfer_form, N_("an entry made by hand"), NULL, true },
	{ NC_("code", "TRI"), &trial_pane, NULL, N_("the trial balance of the day"), NULL, true },
	{ NC_("code", "REP"), &report_pane, NULL, N_("the accounting report of a year"), NULL, true },
	{ NC_("code", "BNL"), &bank_lines_pane, NULL, N_("the lines of a bank statement"), NULL, true },
	{ NC_("code", "BAT"), &batches_pane, &batch_form, N_("batches of payments"), NULL, true },
	{ NC_("code", "RAT"), &rates_pane, &rate_form, N_("rates of currencies"), NULL, true },
	{ NC_("code", "ACC"), &accounts_pane, &account_form, N_("the chart of accounts"), NULL, true },
	{ NC_("code", "BUD"), &budgets_pane, &budget_form, N_("budgets, version by version"), NULL, true },
	{ NC_("code", "BUL"), &budget_lines_pane, &budget_line_form, N_("the lines of a budget"), NULL, true },
	{ NC_("code", "BKF"), &bank_formats_pane, &bank_format_form, N_("how banks write their statements"), NULL, true },
	{ NC_("code", "AGD"), &agenda_pane, &agenda_item_form, N_("the agenda of a meeting, with its clock"), NULL, true },
	{ NC_("code", "SIT"), &sittings_pane, &sitting_form, N_("sittings of a meeting"), NULL, true },
	{ NC_("code", "PPR"), &papers_pane, &paper_form, N_("papers of a meeting, by language"), NULL, true },
	{ NC_("code", "MST"), &meeting_staff_pane, &meeting_staff_form, N_("who of the secretariat serves a meeting"), NULL, true },
	{ NC_("code", "HDY"), &holidays_pane, &holiday_form, N_("national holidays"), NULL, true },
	{ NC_("code", "SEA"), &seat_form, &seat_form, N_("a government gets a seat in a body"), NULL, true },
	{ NC_("code", "TRM"), &terms_pane, &term_form, N_("terms of governments in seats of bodies"), NULL, true },
	{ NC_("code", "OFC"), &officers_pane, &officer_form, N_("persons who exercise an office"), NULL, true },
	{ NC_("code", "BNM"), &body_names_pane, &body_name_form, N_("names of a body, by period"), NULL, true },
	{ NC_("code", "BTX"), &body_texts_pane, &body_text_form, N_("purpose, activities, role of a body"), NULL, true },
	{ NC_("code", "RUL"), &rules_pane, &rule_form, N_("the dated rules of the association"), NULL, true },
	{ NC_("code", "DLG"), &delegations_pane, NULL, N_("invitations to a meeting and their answers"), NULL, true },
	{ NC_("code", "DGT"), &delegates_pane, &delegate_form, N_("the persons of a delegation"), NULL, true },
	{ 0 }
};

const char *
codes_latin(const struct code *code)
{
	return strchr(code->code, '\004') + 1;
}

const char *
codes_word(const struct code *code)
{
	return message_show(code->code);
}

static bool
is_same(const char *a, const char *b)
{
	char *folded_a = text_folded(a, 0), *folded_b = text_folded(b, 0);
	bool same = strcmp(folded_a, folded_b) == 0;

	free(folded_a);
	free(folded_b);
	return same;
}

static const struct code *
find_as_typed(const char *word)
{
	for (const struct code *code = codes; code->code != NULL; code++)
		if (is_same(word, codes_latin(code)) || is_same(word, codes_word(code)))
			return code;
	return NULL;
}

/* *ret_layout is the layout the word was typed on, NULL for none. */
static const struct code *
find_on_any_layout(const char *word, const char **ret_layout)
{
	const struct code *code = find_as_typed(word);

	*ret_layout = NULL;
	for (size_t i = 0; code == NULL && i < LAYOUTS; i++) {
		char *keys = layouts_keys(word, layouts[i]);

		if (keys != NULL)
			code = find_as_typed(keys);
		if (code != NULL)
			*ret_layout = layouts[i];
		free(keys);
	}
	return code;
}

const struct code *
codes_find(const char *word)
{
	const char *layout;

	return find_on_any_layout(word, &layout);
}

const struct pane *
codes_form(const char *form)
{
	for (const struct code *code = codes; code->code != NULL; code++)
		if (code->create != NULL && strcmp(code->create->code, form) == 0)
			return code->create;
	return NULL;
}

/*
 * "ga-8", "ga8" and "ga8/1": letters, a number, perhaps a number within it.
 * Without a hyphen few letters make a key, or "clerk1" would be one.
 */
static bool
is_numbered(const char *folded)
{
	enum { LETTERS_MOST = 4 };
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz", digits[] = "0123456789";
	const char *hyphen = strrchr(folded, '-');
	size_t head = hyphen != NULL ? (size_t)(hyphen - folded) + 1 : strspn(folded, letters);
	size_t number = strspn(folded + head, digits);
	const char *rest = folded + head + number;

	if (number == 0 || strspn(folded, letters) == 0 || (hyphen == NULL && head > LETTERS_MOST))
		return false;
	return *rest == '\0' || (*rest == '/' && rest[1] != '\0' && rest[1 + strspn(rest + 1, digits)] == '\0');
}

/*
 * "kr-47", "ＫＲ－４７" and "kr47" are KR-47, "ga8/1" is GA-8/1; NULL: it looks
 * like no key. One without a number is left to the screen, which knows its keys.
 */
static char *
spell_key(const char *word)
{
	char *folded = text_folded(word, 0);
	bool numbered = is_numbered(folded), hyphened = strchr(folded, '-') != NULL;
	struct buf key = { 0 };

	for (const char *p = folded; *p != '\0'; p++) {
		if (numbered && !hyphened && *p >= '0' && *p <= '9') {
			buf_add_char(&key, '-');
			hyphened = true;
		}
		buf_add_char(&key, (char)toupper((unsigned char)*p));
	}
	free(folded);
	if (!numbered && !government_check_code(buf_text(&key), NULL))
		buf_done(&key);
	return key.length > 0 ? buf_take(&key) : NULL;
}

/* "ЛК-47" was typed on the same layout as its code; a name was not. */
static void
add_spelled(const char *word, const char *layout, struct buf *argument)
{
	char *keys = layout != NULL ? layouts_keys(word, layout) : NULL;
	char *key = spell_key(keys != NULL ? keys : word);

	buf_add(argument, key != NULL ? key : word);
	free(keys);
	free(key);
}

/* Word by word: "ga8 agenda", "KR-47 WC-CONTACT". */
static char *
spell_argument(const char *typed, const char *layout)
{
	struct buf argument = { 0 };

	while (*typed != '\0') {
		size_t blanks = strspn(typed, " "), length = strcspn(typed + blanks, " ");
		char *word = mem_strndup(typed + blanks, length);

		buf_add_bytes(&argument, typed, blanks);
		add_spelled(word, layout, &argument);
		free(word);
		typed += blanks + length;
	}
	return buf_take(&argument);
}

/* Full-width "＝" and "＋" count. */
static const char *
skip_sign(const char *text, char sign, bool *ret_found)
{
	uint32_t rune;
	const char *after = text_decode(text, &rune);

	*ret_found = rune == (uint32_t)sign || rune == 0xff00u + (uint32_t)sign - 0x20u;
	return *ret_found ? after : text;
}

/* Where the first word ends: at a blank, at '+', or at the end. */
static const char *
word_end(const char *text)
{
	for (;;) {
		uint32_t rune;
		const char *after = text_decode(text, &rune);

		if (rune == 0 || rune == ' ' || rune == 0x3000 || rune == '+' || rune == 0xff0b)
			return text;
		text = after;
	}
}

static const char *
skip_blanks(const char *text)
{
	for (;;) {
		uint32_t rune;
		const char *after = text_decode(text, &rune);

		if (rune != ' ' && rune != 0x3000)
			return text;
		text = after;
	}
}

void
codes_read(const char *typed, struct code_line *ret_line)
{
	struct code_line line = { 0 };
	const char *layout = NULL;
	const char *start = skip_blanks(skip_sign(skip_blanks(typed), '=', &line.on_top));
	const char *end = word_end(start);
	char *word = mem_strndup(start, (size_t)(end - start));

	line.code = find_on_any_layout(word, &layout);
	line.layout = layout;
	free(word);
	if (line.code != NULL)
		line.argument = spell_argument(skip_blanks(skip_sign(end, '+', &line.is_new)), layout);
	else
		line.argument = mem_strdup(start);
	*ret_line = line;
}

/* The key of a body behind the letters of the layout; NULL: there is no such body. */
static char *
body_behind(struct session *session, const char *word, const char *layout)
{
	char *keys = layouts_keys(word, layout);
	struct body body = { 0 };
	bool found = false;

	for (char *p = keys; p != NULL && *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	if (keys != NULL && row_find(session, &body_type, keys, &body, &found, NULL) && found) {
		record_done(&body_type, &body);
		return keys;
	}
	free(keys);
	return NULL;
}

void
codes_read_keys(struct session *session, struct code_line *line)
{
	struct buf argument = { 0 };

	if (line->layout == NULL)
		return;
	for (const char *typed = line->argument; *typed != '\0';) {
		size_t blanks = strspn(typed, " "), length = strcspn(typed + blanks, " ");
		char *word = mem_strndup(typed + blanks, length);
		char *key = body_behind(session, word, line->layout);

		buf_add_bytes(&argument, typed, blanks);
		buf_add(&argument, key != NULL ? key : word);
		free(key);
		free(word);
		typed += blanks + length;
	}
	free(line->argument);
	line->argument = buf_take(&argument);
}

void
codes_line_done(struct code_line *line)
{
	free(line->argument);
	*line = (struct code_line){ 0 };
}

static const struct pane *
pane_for(struct desk *desk, const struct code_line *line)
{
	const struct pane *pane = line->code->pane;

	if (line->is_new)
		return line->code->create;
	return pane->choose != NULL ? pane->choose(desk, line->argument) : pane;
}

static bool
open_line(struct desk *desk, const struct code_line *line, struct err *err)
{
	const struct pane *pane = pane_for(desk, line);
	bool done = false;

	if (pane == NULL)
		return err_set(err, ERR_USAGE, _("%s takes nothing new: leave out the \"+\"."),
		    codes_word(line->code));
	if (line->code->run != NULL && !line->code->run(desk, line->argument, &done, err))
		return false;
	if (done)
		return true;
	return line->on_top || line->is_new ? desk_open(desk, pane, line->argument, err) :
	    desk_go(desk, pane, line->argument, err);
}

bool
codes_go(struct desk *desk, const char *command, struct err *err)
{
	struct code_line line;
	bool ok;

	codes_read(command, &line);
	codes_read_keys(desk_session(desk), &line);
	if (line.code != NULL)
		ok = open_line(desk, &line, err);
	else
		ok = err_set(err, ERR_MISSING,
		    _("Nothing is called \"%s\". HLP lists the codes."), line.argument);
	codes_line_done(&line);
	return ok;
}
