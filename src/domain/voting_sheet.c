/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/voting.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/stamp.h"
#include "domain/attendance.h"
#include "domain/ballot.h"
#include "domain/meeting.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/roll.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/vote.h"
#include "domain/voting_private.h"
#include "store/stmt.h"

static const struct field voter_fields[] = {
	{ RECORD_FIELD(voter, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(voter, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(voter, own_name), .label = NC_("field", "Own name"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(voter, present), .label = NC_("field", "Present"), .kind = FIELD_FLAG,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(voter, entitled), .label = NC_("field", "Entitled"), .kind = FIELD_FLAG,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(voter, reason), .label = NC_("field", "Reason"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 12, .choices = roll_reasons },
	{ RECORD_FIELD(voter, proxy), .label = NC_("field", "Proxy"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(voter, choice), .label = NC_("field", "Choice"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = ballot_choices },
	{ RECORD_FIELD(voter, manner), .label = NC_("field", "Manner"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .choices = ballot_manners },
	{ RECORD_FIELD(voter, cast_by), .label = NC_("field", "Cast by"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ 0 }
};

const struct record_type voter_type = {
	.key = "voter",
	.label = N_("Voter"),
	.plural = N_("Voters"),
	.size = sizeof(struct voter),
	.fields = voter_fields,
};

static const char voters_sql[] =
    "SELECT r.government, r.present, r.entitled, r.reason, r.proxy, b.choice, b.manner, b.cast_by,"
    " c.language, n.name_en, n.name_zh, n.name_ja, n.name_ko, n.name_ru, n.name_mn"
    " FROM roll AS r JOIN government AS g ON g.code = r.government"
    " LEFT JOIN ballot AS b ON b.meeting = r.meeting AND b.vote = r.vote"
    "  AND b.government = r.government"
    " LEFT JOIN government_name AS n ON n.government = r.government"
    "  AND n.name_kind = 'official' AND " PERIOD_ON_DAY("n")
    " LEFT JOIN country AS c ON c.code = g.country"
    " WHERE r.meeting = :meeting AND r.vote = :vote ORDER BY g.rank, g.code";

enum column {
	GOVERNMENT, PRESENT, ENTITLED, REASON, PROXY, CHOICE, MANNER, CAST_BY, LANGUAGE, NAMES
};

static char *
text_of(const struct stmt *st, enum column column)
{
	return mem_strdup(stmt_is_null(st, column) ? "" : stmt_text(st, column));
}

static void
read_voter(const struct stmt *st, struct voter *voter)
{
	struct six_names names;

	*voter = (struct voter){
		.government = text_of(st, GOVERNMENT),
		.present = stmt_int(st, PRESENT), .entitled = stmt_int(st, ENTITLED),
		.reason = text_of(st, REASON), .proxy = text_of(st, PROXY),
		.choice = text_of(st, CHOICE), .manner = text_of(st, MANNER),
		.cast_by = text_of(st, CAST_BY),
	};
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		names.in[i] = stmt_text(st, NAMES + i);
	const char *name = member_pick_name(&names, messages_language()->column,
	    stmt_text(st, LANGUAGE));
	voter->name = mem_strdup(name[0] != '\0' ? name : voter->government);
	name = member_pick_name(&names, stmt_text(st, LANGUAGE), NULL);
	voter->own_name = mem_strdup(name[0] != '\0' ? name : voter->government);
}

/* The day of the vote: its names are shown, its rules were frozen. */
static bool
read_day(struct session *session, const struct vote *vote, char ret_day[DAY_SIZE],
    struct err *err)
{
	struct meeting meeting = { 0 };

	if (!row_get(session, &meeting_type, vote->meeting, &meeting, err))
		return false;
	attendance_day(session, &meeting, vote->opened, ret_day);
	record_done(&meeting_type, &meeting);
	return true;
}

static bool
read_voters(struct session *session, const struct vote *vote, const char *day,
    struct row_list *voters, struct err *err)
{
	struct stmt st = { 0 };

	voters->type = &voter_type;
	if (stmt_open(&st, session->db, voters_sql, err)) {
		stmt_bind_text(&st, ":meeting", vote->meeting);
		stmt_bind_int(&st, ":vote", vote->no);
		stmt_bind_text(&st, ":day", day);
		while (stmt_next(&st))
			read_voter(&st, row_add(voters, &voter_type));
	}
	return stmt_close(&st);
}

/* The rule is frozen in the vote; that its clause is not known is said by the rule alone. */
static bool
read_assumed(struct session *session, const struct vote *vote, const char *day, bool *ret_assumed,
    struct err *err)
{
	struct rule rule = { 0 };
	struct err own = { 0 };

	*ret_assumed = false;
	if (!rule_get(session, "quorum.part", day, &rule, &own))
		return own.code == ERR_MISSING || err_set(err, own.code, "%s", own.text);
	*ret_assumed = rule_is_assumed(&rule) && strcmp(rule.value, vote->quorum) == 0;
	record_done(&rule_type, &rule);
	return true;
}

static bool
read_tally(struct session *session, const struct vote *vote, struct tally *ret_tally,
    struct err *err)
{
	struct row_list rolls = { 0 }, ballots = { 0 };
	bool ok = voting_rows(session, &roll_type, vote->meeting, vote->no, &rolls, err) &&
	    voting_rows(session, &ballot_type, vote->meeting, vote->no, &ballots, err) &&
	    tally_count(vote, &rolls, &ballots, ret_tally, err);

	row_list_done(&rolls);
	row_list_done(&ballots);
	return ok;
}

bool
voting_sheet_read(struct session *session, const char *meeting, int64_t no,
    struct voting_sheet *ret_sheet, struct err *err)
{
	struct voting_sheet sheet = { .vote = mem_alloc(sizeof *sheet.vote) };
	struct buf key = { 0 };
	char day[DAY_SIZE];

	buf_addf(&key, "%s/%lld", meeting, (long long)no);
	bool ok = row_get(session, &vote_type, buf_text(&key), sheet.vote, err) &&
	    read_day(session, sheet.vote, day, err) &&
	    read_voters(session, sheet.vote, day, &sheet.voters, err) &&
	    read_tally(session, sheet.vote, &sheet.tally, err) &&
	    read_assumed(session, sheet.vote, day, &sheet.tally.quorum.assumed, err);
	buf_done(&key);
	if (ok)
		*ret_sheet = sheet;
	else
		voting_sheet_done(&sheet);
	return ok;
}

void
voting_sheet_done(struct voting_sheet *sheet)
{
	if (sheet->vote != NULL)
		record_done(&vote_type, sheet->vote);
	free(sheet->vote);
	row_list_done(&sheet->voters);
	*sheet = (struct voting_sheet){ 0 };
}
