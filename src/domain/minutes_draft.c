/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/minutes_draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/attendance.h"
#include "domain/body_name.h"
#include "domain/decision.h"
#include "domain/delegation.h"
#include "domain/follow_up.h"
#include "domain/government_name.h"
#include "domain/member.h"
#include "domain/sitting.h"
#include "domain/vote.h"

void
minutes_facts_done(struct minutes_facts *facts)
{
	for (size_t i = 0; i < facts->vote_count; i++)
		voting_sheet_done(&facts->votes[i]);
	free(facts->votes);
	row_list_done(&facts->sittings);
	row_list_done(&facts->attendance);
	row_list_done(&facts->decisions);
	row_list_done(&facts->follow_ups);
	record_done(&meeting_type, &facts->meeting);
	free(facts->body);
	free(facts->host);
	*facts = (struct minutes_facts){ 0 };
}

/* Gathering */

static bool
read_names(struct session *session, struct minutes_facts *facts, const char *day, struct err *err)
{
	const struct meeting *meeting = &facts->meeting;
	struct buf body = { 0 }, host = { 0 };
	bool ok = body_name_on(session, meeting->body, day, &body, err) &&
	    (meeting->host == NULL || meeting->host[0] == '\0' ||
	    government_name_on(session, meeting->host, day, &host, err));

	facts->body = buf_take(&body);
	facts->host = buf_take(&host);
	return ok;
}

static bool
read_votes(struct session *session, struct minutes_facts *facts, struct err *err)
{
	struct row_list votes = { 0 };
	bool ok = row_list(session, &vote_type, "meeting", facts->meeting.key, "no", &votes, err);

	facts->votes = mem_alloc((votes.count + 1) * sizeof *facts->votes);
	for (size_t i = 0; i < votes.count && ok; i++) {
		ok = voting_sheet_read(session, facts->meeting.key,
		    ((const struct vote *)row_at(&votes, i))->no, &facts->votes[i], err);
		facts->vote_count += ok;
	}
	row_list_done(&votes);
	return ok;
}

/*
 * The sum is that of the roll frozen at the first vote: by the time minutes are
 * drafted everybody has gone home. Where nothing was voted on it is that of now.
 */
static bool
read_quorum(struct session *session, struct minutes_facts *facts, struct err *err)
{
	if (!attendance_quorum(session, facts->meeting.key, NULL, &facts->attendance, &facts->quorum, err))
		return false;
	bool assumed = facts->quorum.assumed;
	if (facts->vote_count > 0)
		facts->quorum = facts->votes[0].tally.quorum;
	facts->quorum.assumed = assumed;
	return true;
}

static bool
read_hall(struct session *session, struct minutes_facts *facts, struct err *err)
{
	const char *key = facts->meeting.key;
	struct row_list invited = { 0 };

	/* Of old sessions nobody was ever invited here, and no rule says how to count them. */
	if (!row_list(session, &delegation_type, "meeting", key, NULL, &invited, err))
		return false;
	bool nobody = invited.count == 0;
	row_list_done(&invited);
	if (nobody)
		return true;
	if (!attendance_list(session, key, NULL, &facts->attendance, err))
		return false;
	for (size_t i = 0; i < facts->attendance.count; i++)
		if (((const struct attendance *)row_at(&facts->attendance, i))->at[0] != '\0')
			facts->counted = true;
	return !facts->counted || read_quorum(session, facts, err);
}

bool
minutes_facts_read(struct session *session, const char *meeting,
    struct minutes_facts *ret_facts, struct err *err)
{
	struct minutes_facts facts = { 0 };
	char day[DAY_SIZE];
	bool ok = row_get(session, &meeting_type, meeting, &facts.meeting, err);

	if (ok)
		attendance_day(session, &facts.meeting, NULL, day);
	ok = ok && read_names(session, &facts, day, err) &&
	    row_list(session, &sitting_type, "meeting", meeting, "no", &facts.sittings, err) &&
	    read_votes(session, &facts, err) && read_hall(session, &facts, err) &&
	    row_list(session, &decision_type, "meeting", meeting, "no", &facts.decisions, err) &&
	    row_list(session, &follow_up_type, "meeting", meeting, "decision, no", &facts.follow_ups, err);
	if (!ok) {
		minutes_facts_done(&facts);
		return false;
	}
	*ret_facts = facts;
	return true;
}

/* Writing */

static void
add_heading(struct buf *text, const char *heading)
{
	buf_addf(text, "\n%s\n\n", heading);
}

static void
add_day(const char *day, struct buf *text)
{
	day_show_long(text, messages_catalogue(), day);
}

static void
write_title(const struct minutes_facts *facts, struct buf *text)
{
	buf_addf(text, "%s\n", C_("minutes", "MINUTES"));
	if (facts->meeting.ordinal > 0)
		/* TRANSLATORS: the name of a body, and the number of its session. */
		buf_addf(text, _("%s, session %d"), facts->body, (int)facts->meeting.ordinal);
	else
		buf_add(text, facts->body);
	buf_addf(text, " (%s)\n", facts->meeting.key);
}

static void
write_sitting(const struct sitting *sitting, struct buf *text)
{
	buf_addf(text, "%d. ", (int)sitting->no);
	add_day(sitting->day, text);
	if (sitting->starts[0] != '\0')
		buf_addf(text, ", %s", sitting->starts);
	if (sitting->ends[0] != '\0')
		buf_addf(text, "-%s", sitting->ends);
	if (sitting->room[0] != '\0')
		buf_addf(text, ", %s", sitting->room);
	buf_add_char(text, '\n');
}

static void
write_place(const struct minutes_facts *facts, struct buf *text)
{
	const struct meeting *meeting = &facts->meeting;

	add_heading(text, _("Place and time"));
	if (facts->host[0] != '\0')
		buf_addf(text, "%s: %s\n", C_("minutes", "Host"), facts->host);
	if (meeting->place[0] != '\0')
		buf_addf(text, "%s: %s\n", C_("minutes", "Place"), meeting->place);
	buf_addf(text, "%s: ", C_("minutes", "Days"));
	add_day(meeting->begins, text);
	if (meeting->ends != NULL && meeting->ends[0] != '\0' && strcmp(meeting->ends, meeting->begins) != 0) {
		buf_add(text, " - ");
		add_day(meeting->ends, text);
	}
	if (meeting->zone[0] != '\0')
		buf_addf(text, " (%s)", meeting->zone);
	buf_add_char(text, '\n');
	for (size_t i = 0; i < facts->sittings.count; i++)
		write_sitting(row_at(&facts->sittings, i), text);
}

static bool
came(const struct attendance *row)
{
	return row->at[0] != '\0';
}

static bool
stayed_away(const struct attendance *row)
{
	return !came(row) && strcmp(row->answer, "withdrawn") == 0;
}

static bool
is_represented(const struct attendance *row)
{
	return !came(row) && row->proxy[0] != '\0';
}

/* One group under its name and number, when there is anybody in it. */
static void
write_group(const struct minutes_facts *facts, const char *heading, const char *capacity,
    bool (*belongs)(const struct attendance *row), struct buf *text)
{
	struct buf lines = { 0 };
	int count = 0;

	for (size_t i = 0; i < facts->attendance.count; i++) {
		const struct attendance *row = row_at(&facts->attendance, i);

		if (!belongs(row) || (capacity != NULL && strcmp(row->capacity, capacity) != 0))
			continue;
		count++;
		buf_addf(&lines, "- %s, %s", row->government, row->name);
		if (row->head[0] != '\0' && came(row))
			buf_addf(&lines, ": %s", row->head);
		if (belongs == is_represented)
			buf_addf(&lines, _(", represented by %s"), row->proxy);
		buf_add_char(&lines, '\n');
	}
	if (count > 0)
		buf_addf(text, "%s (%d)\n%s", heading, count, buf_text(&lines));
	buf_done(&lines);
}

static void
write_attendance(const struct minutes_facts *facts, struct buf *text)
{
	add_heading(text, C_("minutes", "Attendance"));
	if (!facts->counted) {
		buf_addf(text, "%s\n", _("Who attended was not recorded."));
		return;
	}
	quorum_say(&facts->quorum, text);
	buf_add_char(text, '\n');
	write_group(facts, _("Members present"), "member", came, text);
	write_group(facts, _("Associates present"), "associate", came, text);
	write_group(facts, _("Observers present"), "observer", came, text);
	write_group(facts, _("Guests present"), "guest", came, text);
	write_group(facts, _("Represented"), NULL, is_represented, text);
	write_group(facts, _("Withdrew"), NULL, stayed_away, text);
}

static void
write_vote(const struct voting_sheet *sheet, struct buf *text)
{
	const struct vote *vote = sheet->vote;

	buf_addf(text, "%d. %s\n   ", (int)vote->no, vote->motion);
	record_show(record_find_field(&vote_type, "method"), vote, text);
	buf_add(text, ": ");
	if (vote->result != NULL && vote->result[0] != '\0')
		record_show(record_find_field(&vote_type, "result"), vote, text);
	else
		buf_add(text, _("still open"));
	buf_add(text, "\n   ");
	tally_say(&sheet->tally, text);
	buf_add(text, "\n");
	size_t before = text->length;
	buf_add(text, "   ");
	tally_say_apart(&sheet->tally, text);
	if (text->length == before + 3)
		buf_cut(text, before);
	else
		buf_add_char(text, '\n');
}

static void
write_votes(const struct minutes_facts *facts, struct buf *text)
{
	if (facts->vote_count == 0)
		return;
	add_heading(text, _("Votes"));
	for (size_t i = 0; i < facts->vote_count; i++)
		write_vote(&facts->votes[i], text);
}

static void
write_decision(const struct decision *decision, struct buf *text)
{
	struct six_names words = { { SIX_NAMES(decision, text) } };

	buf_addf(text, "%s/%d  ", decision->meeting, (int)decision->no);
	record_show(record_find_field(&decision_type, "kind"), decision, text);
	if (decision->subjects[0] != '\0')
		buf_addf(text, ": %s", decision->subjects);
	buf_add_char(text, '\n');
	const char *said = member_pick_name(&words, messages_language()->column, NULL);
	if (said[0] != '\0')
		buf_addf(text, "%s\n", said);
	if (decision->vote > 0)
		buf_addf(text, _("Carried by vote %d.\n"), (int)decision->vote);
}

static void
write_decisions(const struct minutes_facts *facts, struct buf *text)
{
	add_heading(text, _("Decisions"));
	if (facts->decisions.count == 0)
		buf_addf(text, "%s\n", _("No decision was recorded."));
	for (size_t i = 0; i < facts->decisions.count; i++)
		write_decision(row_at(&facts->decisions, i), text);
}

static void
write_follow_ups(const struct minutes_facts *facts, struct buf *text)
{
	if (facts->follow_ups.count == 0)
		return;
	add_heading(text, _("Follow-ups"));
	for (size_t i = 0; i < facts->follow_ups.count; i++) {
		const struct follow_up *follow_up = row_at(&facts->follow_ups, i);
		bool of_government = follow_up->government != NULL && follow_up->government[0] != '\0';

		buf_addf(text, "- %s/%d: %s (%s", follow_up->meeting, (int)follow_up->decision,
		    follow_up->what, of_government ? follow_up->government : follow_up->body);
		if (follow_up->due != NULL && follow_up->due[0] != '\0') {
			buf_addf(text, ", %s ", C_("minutes", "due"));
			add_day(follow_up->due, text);
		}
		buf_add(text, ")\n");
	}
}

void
minutes_facts_write(const struct minutes_facts *facts, struct buf *text)
{
	write_title(facts, text);
	write_place(facts, text);
	write_attendance(facts, text);
	write_votes(facts, text);
	write_decisions(facts, text);
	write_follow_ups(facts, text);
	add_heading(text, _("Signatures"));
	buf_addf(text, "%s: ______________________\n", C_("minutes", "Chair"));
	buf_addf(text, "%s: ______________________\n", _("Secretariat"));
}

bool
minutes_draft_text(struct session *session, const char *meeting, const struct language *language,
    struct buf *ret_text, struct err *err)
{
	const struct catalogue *screen = messages_catalogue();
	const struct language *shown = messages_language();
	struct catalogue *catalogue = catalogue_open(NULL, language);
	struct minutes_facts facts = { 0 };

	messages_use(catalogue, language);
	bool ok = minutes_facts_read(session, meeting, &facts, err);
	if (ok)
		minutes_facts_write(&facts, ret_text);
	messages_use(screen, shown);
	catalogue_close(catalogue);
	minutes_facts_done(&facts);
	return ok;
}
