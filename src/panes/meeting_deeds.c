/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_deeds.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/invitation.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "ui/choices.h"

enum { MOST_SESSIONS = 60, MOST_MONTHS = 120 };

void
meeting_deeds_warn(struct desk *desk, const struct buf *warnings)
{
	if (warnings->length > 0)
		desk_read(desk, _("To be looked at"), buf_text(warnings));
}

/* Asking for values. False: left without, or wrong, which err tells. */

static bool
ask_day(struct desk *desk, const char *question, bool required, const char *proposal,
    char ret_day[DAY_SIZE], struct err *err)
{
	struct buf typed = { 0 };
	char today[DAY_SIZE];

	session_today(desk_session(desk), today);
	buf_add(&typed, proposal != NULL ? proposal : today);
	bool ok = desk_ask_text(desk, question, required, &typed) &&
	    day_parse_input(buf_text(&typed), today, messages_catalogue(), ret_day, err);
	buf_done(&typed);
	return ok;
}

static bool
ask_number(struct desk *desk, const char *question, int most, int *ret_number, struct err *err)
{
	struct buf typed = { 0 };
	char *end;
	bool ok = desk_ask_text(desk, question, true, &typed);
	long number = ok ? strtol(buf_text(&typed), &end, 10) : 0;

	if (ok && (*end != '\0' || number < 1 || number > most))
		ok = err_set(err, ERR_INPUT, _("Type a number from 1 to %d."), most);
	*ret_number = (int)number;
	buf_done(&typed);
	return ok;
}

/* Deeds. Each says what it did; false without words in err: the clerk left it. */

static bool
convene(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	char day[DAY_SIZE];
	int64_t number = 0;

	if (!ask_day(desk, _("On which day did the invitations go out?"), true, NULL, day, err) ||
	    !meeting_convene(desk_session(desk), meeting->key, day, &number, err))
		return false;
	desk_say_saved(desk, number);
	return true;
}

static bool
open_it(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	int64_t number = 0;

	if (!meeting_open(desk_session(desk), meeting->key, &number, err))
		return false;
	desk_say_saved(desk, number);
	return true;
}

static bool
close_it(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	struct buf said = { 0 };
	int64_t number = 0;
	bool ok = meeting_close(desk_session(desk), meeting->key, &number, &said, err);

	if (ok) {
		desk_say_saved(desk, number);
		meeting_deeds_warn(desk, &said);
	}
	buf_done(&said);
	return ok;
}

static bool
report(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	int64_t number = 0;

	if (!meeting_report(desk_session(desk), meeting->key, &number, err))
		return false;
	desk_say_saved(desk, number);
	return true;
}

static bool
postpone(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	struct buf why = { 0 };
	char begins[DAY_SIZE];
	int64_t number = 0;
	bool ok = ask_day(desk, _("To which first day? Empty: it is not known yet."), false,
	    meeting->begins, begins, err) &&
	    desk_ask_text(desk, _("Why is it postponed?"), true, &why) &&
	    meeting_postpone(desk_session(desk), meeting->key, begins, NULL, buf_text(&why), &number, err);

	buf_done(&why);
	if (!ok)
		return false;
	desk_entered(desk, meeting->key);
	desk_say_saved(desk, number);
	return true;
}

static bool
cancel(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	struct buf why = { 0 };
	int64_t number = 0;
	bool ok = desk_ask_text(desk, _("Why is it cancelled? Its ordinal will be free again."), true, &why) &&
	    meeting_cancel(desk_session(desk), meeting->key, buf_text(&why), &number, err);

	buf_done(&why);
	if (ok)
		desk_say_saved(desk, number);
	return ok;
}

static bool
copy_next(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	struct buf warnings = { 0 };
	char begins[DAY_SIZE], *key = NULL;
	bool ok = ask_day(desk, _("On which day does the next session begin?"), true, "", begins, err) &&
	    meeting_copy_next(desk_session(desk), meeting->key, begins, &key, &warnings, err);

	if (ok) {
		desk_say(desk, _("%s is entered, as %s was."), key, meeting->key);
		meeting_deeds_warn(desk, &warnings);
	}
	free(key);
	buf_done(&warnings);
	return ok;
}

static bool
repeat(struct desk *desk, const struct meeting *meeting, struct err *err)
{
	struct buf keys = { 0 }, warnings = { 0 };
	int count, months;
	bool ok = ask_number(desk, _("How many further sessions?"), MOST_SESSIONS, &count, err) &&
	    ask_number(desk, _("How many months apart?"), MOST_MONTHS, &months, err) &&
	    meeting_repeat(desk_session(desk), meeting->key, count, months, &keys, &warnings, err);

	if (ok) {
		desk_say(desk, _("Entered: %s."), buf_text(&keys));
		meeting_deeds_warn(desk, &warnings);
	}
	buf_done(&keys);
	buf_done(&warnings);
	return ok;
}

/* In which states each is offered; "" in all of them. */
static const struct deed {
	struct choice word;
	const char *states;
	bool (*run)(struct desk *desk, const struct meeting *meeting, struct err *err);
} deeds[] = {
	{ { "invited", NC_("answer", "Invited") }, "planned postponed", convene },
	{ { "open", NC_("answer", "Open") }, "convened", open_it },
	{ { "close", NC_("answer", "Close") }, "open", close_it },
	{ { "reported", NC_("answer", "Reported") }, "closed", report },
	{ { "postpone", NC_("answer", "Postpone") }, "planned convened postponed", postpone },
	{ { "cancel", NC_("answer", "Cancel") }, "planned convened postponed", cancel },
	{ { "next", NC_("answer", "Next one") }, "", copy_next },
	{ { "repeat", NC_("answer", "Repeat") }, "", repeat },
};

enum { DEEDS = sizeof deeds / sizeof deeds[0] };

static void
fill_deeds(void *context, const char *typed, struct choices *ret_choices)
{
	const struct meeting *meeting = context;
	struct choice words[DEEDS + 1] = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < DEEDS; i++)
		if (deeds[i].states[0] == '\0' || strstr(deeds[i].states, meeting->state) != NULL)
			words[count++] = deeds[i].word;
	choices_add_words(ret_choices, words, typed);
}

/* NULL: left without. */
static const struct deed *
ask_which(struct desk *desk, struct meeting *meeting)
{
	const struct deed *found = NULL;
	struct buf title = { 0 }, word = { 0 };

	buf_addf(&title, "%s, ", meeting->key);
	record_show(record_find_field(&meeting_type, "state"), meeting, &title);
	if (desk_pick(desk, buf_text(&title), fill_deeds, meeting, &word))
		for (size_t i = 0; i < DEEDS; i++)
			if (strcmp(deeds[i].word.word, buf_text(&word)) == 0)
				found = &deeds[i];
	buf_done(&title);
	buf_done(&word);
	return found;
}

bool
meeting_deeds_ask(struct desk *desk, const char *key, struct err *err)
{
	struct meeting meeting = { 0 };
	struct err refused = { 0 };

	if (!row_get(desk_session(desk), &meeting_type, key, &meeting, err))
		return false;
	const struct deed *deed = ask_which(desk, &meeting);
	bool ok = deed == NULL || deed->run(desk, &meeting, &refused);
	record_done(&meeting_type, &meeting);
	if (!ok && refused.text[0] != '\0') {
		*err = refused;
		return false;
	}
	if (deed != NULL)
		desk_reload(desk);
	return true;
}

bool
meeting_deeds_invite(struct desk *desk, const char *key, struct err *err)
{
	struct buf question = { 0 };
	size_t count = 0;

	buf_addf(&question, _("Invite every member, associate and observer to %s?"), key);
	bool agrees = desk_ask_yes(desk, buf_text(&question));
	buf_done(&question);
	if (!agrees)
		return true;
	if (!invitation_send_all(desk_session(desk), key, &count, NULL, err))
		return false;
	desk_say(desk, nq_("%zu government is invited to %s.", "%zu governments are invited to %s.", count),
	    count, key);
	desk_reload(desk);
	return true;
}
