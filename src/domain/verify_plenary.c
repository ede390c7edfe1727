/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"

#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "domain/ballot.h"
#include "domain/roll.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/tally.h"
#include "domain/vote.h"
#include "domain/voting_private.h"

/* Could it vote on a day of the meeting? Who is admitted there comes as an observer. */
#define VOTELESS(government) \
	"NOT EXISTS (SELECT 1 FROM government_status AS s WHERE s.government = " government \
	" AND s.voided IS NULL AND s.status IN ('member', 'associate')" \
	" AND s.since <= coalesce(m.ends, m.begins) || '~'" \
	" AND (s.until IS NULL OR s.until > m.begins))"

static bool
check_proxies(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT d.meeting, d.government, d.proxy FROM delegation AS d"
	    " JOIN delegation AS h ON h.meeting = d.meeting AND h.government = d.proxy"
	    " WHERE h.proxy IS NOT NULL", _("a proxy is passed on")) &&
	    verify_rows(verifying,
	    "SELECT d.meeting, d.government, d.proxy FROM delegation AS d"
	    " JOIN meeting AS m ON m.key = d.meeting WHERE d.proxy IS NOT NULL"
	    " AND (" VOTELESS("d.government") " OR " VOTELESS("d.proxy") ")",
	    _("a proxy between others than members")) &&
	    verify_rows(verifying,
	    "SELECT meeting, government, count(*) FROM delegate WHERE role = 'head'"
	    " GROUP BY meeting, government HAVING count(*) > 1", _("a delegation with two heads")) &&
	    verify_count(verifying, "SELECT count(*) FROM delegation");
}

static bool
check_presence(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT meeting, government, direction, at FROM ("
	    " SELECT meeting, government, direction, at, lag(direction, 1, 'out') OVER"
	    "  (PARTITION BY meeting, government ORDER BY at, id) AS before FROM presence)"
	    " WHERE direction = before", _("twice in, or twice out")) &&
	    verify_count(verifying, "SELECT count(*) FROM presence");
}

/* The log says whether a line was ever rewritten; the triggers, that none can be. */
static bool
check_rolls(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT tbl, rowkey FROM log WHERE tbl IN ('presence', 'roll') AND op <> 'I'",
	    _("a line that only stays was changed")) &&
	    verify_rows(verifying,
	    "SELECT v.meeting, v.no FROM vote AS v WHERE NOT EXISTS (SELECT 1 FROM roll AS r"
	    " WHERE r.meeting = v.meeting AND r.vote = v.no AND r.entitled = 1)",
	    _("a vote without a roll")) &&
	    verify_rows(verifying,
	    "SELECT meeting, vote, government, reason FROM roll WHERE entitled <> (reason = '')"
	    " OR entitled = 1 AND present = 0 AND proxy IS NULL OR present = 1 AND proxy IS NOT NULL",
	    _("a line of a roll that says two things")) &&
	    verify_rows(verifying,
	    "SELECT r.meeting, r.vote, r.government, r.proxy FROM roll AS r"
	    " LEFT JOIN roll AS h ON h.meeting = r.meeting AND h.vote = r.vote"
	    "  AND h.government = r.proxy"
	    " WHERE r.proxy IS NOT NULL AND (h.present IS NOT 1 OR h.entitled IS NOT 1"
	    "  OR h.proxy IS NOT NULL)", _("a proxy that is absent, may not vote or passed it on")) &&
	    verify_count(verifying, "SELECT count(*) FROM roll");
}

static bool
check_ballots(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT b.meeting, b.vote, b.government FROM ballot AS b"
	    " LEFT JOIN roll AS r ON r.meeting = b.meeting AND r.vote = b.vote"
	    "  AND r.government = b.government"
	    " WHERE r.entitled IS NOT 1 OR r.proxy IS NOT b.cast_by",
	    _("a ballot of one who might not cast it")) &&
	    verify_rows(verifying,
	    "SELECT b.meeting, b.vote, b.government, b.at FROM ballot AS b"
	    " JOIN vote AS v ON v.meeting = b.meeting AND v.no = b.vote"
	    " WHERE b.at < v.opened OR b.at > v.closed", _("a ballot outside its vote")) &&
	    verify_count(verifying, "SELECT count(*) FROM ballot");
}

/* The result once more, from nothing but the frozen rows. */
static bool
recount(struct verifying *verifying, const struct vote *vote)
{
	struct row_list rolls = { 0 }, ballots = { 0 };
	struct tally tally;
	struct err own = { 0 };
	struct buf line = { 0 };
	bool ok = voting_rows(verifying->session, &roll_type, vote->meeting, vote->no, &rolls,
	    verifying->err) &&
	    voting_rows(verifying->session, &ballot_type, vote->meeting, vote->no, &ballots,
	    verifying->err);

	if (ok && !tally_count(vote, &rolls, &ballots, &tally, &own)) {
		buf_addf(&line, "%s/%lld: %s", vote->meeting, (long long)vote->no, own.text);
	} else if (ok && vote->closed != NULL &&
	    (tally.to_call != 0 || strcmp(tally.result, vote->result) != 0)) {
		buf_addf(&line, "%s: %s/%lld, ", _("a vote that comes out differently"),
		    vote->meeting, (long long)vote->no);
		tally_say(&tally, &line);
		buf_addf(&line, ", %s, %s", vote->result, tally.result);
	}
	if (line.length > 0)
		verify_say(verifying, buf_text(&line));
	buf_done(&line);
	row_list_done(&rolls);
	row_list_done(&ballots);
	return ok;
}

static bool
check_votes(struct verifying *verifying)
{
	struct row_list votes = { 0 };
	bool ok = row_list(verifying->session, &vote_type, NULL, NULL, NULL, &votes, verifying->err);

	for (size_t i = 0; i < votes.count && ok; i++)
		ok = recount(verifying, row_at(&votes, i));
	row_list_done(&votes);
	return ok && verify_rows(verifying,
	    "SELECT v.meeting, v.no FROM vote AS v JOIN meeting AS m ON m.key = v.meeting"
	    " WHERE v.closed IS NULL AND m.state <> 'open'",
	    _("a vote that is open in a meeting that is not")) &&
	    verify_rows(verifying,
	    "SELECT meeting, max(no), count(*) FROM vote GROUP BY meeting HAVING max(no) <> count(*)",
	    _("votes are not numbered without a hole")) &&
	    verify_count(verifying, "SELECT count(*) FROM vote WHERE closed IS NOT NULL");
}

const struct verify_rule verify_plenary_rules[] = {
	{ N_("Proxies pass between members of one meeting, and are never passed on (delegations)"),
	  check_proxies },
	{ N_("Whoever goes out was in, whoever comes in was out (lines)"), check_presence },
	{ N_("A roll once used never changes, a proxy on it is present and entitled (lines)"),
	  check_rolls },
	{ N_("A government votes once, and only when it may (ballots)"), check_ballots },
	{ N_("Every vote counted again from its frozen roll gives its result (closed votes)"),
	  check_votes },
	{ 0 }
};
