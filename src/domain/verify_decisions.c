/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/competence.h"
#include "domain/session.h"
#include "store/stmt.h"

static bool
check_numbers(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT meeting, count(*), max(no) FROM decision GROUP BY meeting HAVING max(no) <> count(*)",
	    _("numbers with a hole")) &&
	    verify_count(verifying, "SELECT count(*) FROM decision");
}

/* One line: its body must be among the competent; where no rule is in force nothing is known. */
static bool
check_line(struct verifying *verifying, const struct stmt *st)
{
	struct buf bodies = { 0 }, line = { 0 };
	struct err own = { 0 };
	bool ok = competence_bodies(verifying->session, stmt_text(st, 0), stmt_text(st, 2), &bodies,
	    verifying->err);

	if (ok && bodies.length > 0 &&
	    !competence_check(verifying->session, stmt_text(st, 0), stmt_text(st, 1), stmt_text(st, 2), &own)) {
		buf_addf(&line, "%s: %s", stmt_text(st, 3), own.text);
		verify_say(verifying, buf_text(&line));
	}
	buf_done(&bodies);
	buf_done(&line);
	return ok;
}

/* Each row of sql is kind, body, day and what it is: the body must be competent. */
static bool
check_competent(struct verifying *verifying, const char *sql)
{
	struct stmt st = { 0 };
	bool ok = true;

	if (stmt_open(&st, verifying->session->db, sql, verifying->err))
		while (ok && stmt_next(&st))
			ok = check_line(verifying, &st);
	return stmt_close(&st) && ok;
}

static bool
check_takers(struct verifying *verifying)
{
	return check_competent(verifying,
	    "SELECT d.kind, m.body, d.taken, d.meeting || '/' || d.no FROM decision AS d"
	    " JOIN meeting AS m ON m.key = d.meeting WHERE d.taken <> ''") &&
	    verify_count(verifying, "SELECT count(*) FROM decision WHERE taken <> ''");
}

/* What a status says it rests on: the decision, or only its session. */
#define SESSION_OF(column) \
	"CASE instr(" column ", '/') WHEN 0 THEN " column " ELSE substr(" column ", 1, instr(" column ", '/') - 1) END"

static bool
check_members(struct verifying *verifying)
{
	return check_competent(verifying,
	    "SELECT 'admit', m.body, s.since, s.government || ' ' || s.decision FROM government_status AS s"
	    " JOIN meeting AS m ON m.key = " SESSION_OF("s.decision")
	    " WHERE s.status = 'member' AND s.voided IS NULL AND s.decision <> '' AND s.since <> ''") &&
	    verify_count(verifying,
	    "SELECT count(*) FROM government_status WHERE status = 'member' AND voided IS NULL"
	    " AND instr(lower(note), 'not known') > 0");
}

/* Every column that names a decision or a session. */
#define REFERENCES \
	"WITH named (decision, what) AS (" \
	" SELECT decision, 'government_status ' || government FROM government_status" \
	" UNION ALL SELECT decision, 'body ' || key FROM body" \
	" UNION ALL SELECT decision, 'seat ' || body || ' ' || role || ' ' || no FROM seat" \
	" UNION ALL SELECT decision, 'term ' || body || ' ' || government FROM term" \
	" UNION ALL SELECT decision, 'rule ' || name FROM rule" \
	" UNION ALL SELECT decision, 'project ' || body || '/' || no FROM project" \
	" UNION ALL SELECT decision, 'document ' || key FROM document" \
	" UNION ALL SELECT decision, 'application_step ' || application FROM application_step)," \
	" lost AS (SELECT * FROM named WHERE decision <> ''" \
	"  AND decision NOT IN (SELECT key FROM meeting)" \
	"  AND decision NOT IN (SELECT meeting || '/' || no FROM decision)) "

/* A file may know of a session by name only; where the session is there, its register counts. */
static bool
check_references(struct verifying *verifying)
{
	return verify_rows(verifying, REFERENCES
	    "SELECT what, decision FROM lost WHERE instr(decision, '/') > 0"
	    " AND " SESSION_OF("decision") " IN (SELECT key FROM meeting)",
	    _("no such decision is in the register")) &&
	    verify_rows(verifying,
	    "SELECT meeting || '/' || no, item FROM decision WHERE item IS NOT NULL"
	    " AND meeting IN (SELECT meeting FROM agenda_item)"
	    " AND item NOT IN (SELECT id FROM agenda_item)", _("no such agenda item")) &&
	    verify_count(verifying, REFERENCES "SELECT count(*) FROM lost");
}

static bool
check_follow_ups(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT meeting || '/' || decision || '/' || no FROM follow_up"
	    " WHERE (government IS NULL) = (body IS NULL)", _("not one owner")) &&
	    verify_rows(verifying,
	    "SELECT meeting || '/' || decision || '/' || no FROM follow_up"
	    " WHERE closed IS NOT NULL AND coalesce(closing, '') = ''", _("closed without a note")) &&
	    verify_count(verifying, "SELECT count(*) FROM follow_up WHERE closed IS NULL");
}

#define OPEN_APPLICATIONS \
	"SELECT a.government AS government, a.id AS id FROM application AS a" \
	" JOIN application_step AS s ON s.application = a.id" \
	"  AND s.no = (SELECT max(no) FROM application_step WHERE application = a.id)" \
	" WHERE s.stage NOT IN ('admitted', 'refused', 'withdrawn')"

static bool
check_applications(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT government, count(*) FROM (" OPEN_APPLICATIONS ") GROUP BY government HAVING count(*) > 1",
	    _("two open applications")) &&
	    verify_rows(verifying,
	    "SELECT a.government, s.no, s.stage FROM application_step AS s"
	    " JOIN application AS a ON a.id = s.application"
	    " WHERE s.stage IN ('admitted', 'deferred', 'refused') AND s.decision = ''",
	    _("a step without its decision")) &&
	    verify_rows(verifying,
	    "SELECT government, id FROM application"
	    " WHERE id NOT IN (SELECT application FROM application_step)", _("an application without a step")) &&
	    verify_count(verifying, "SELECT count(*) FROM (" OPEN_APPLICATIONS ")");
}

const struct verify_rule verify_decisions_rules[] = {
	{ N_("Decisions of a meeting are numbered without a hole (decisions)"), check_numbers },
	{ N_("A decision is taken by a body that is competent for its kind on its day (decisions)"), check_takers },
	{ N_("A member is admitted by a body that was competent on that day (not known)"), check_members },
	{ N_("What names a decision names one of the register (sessions not in this file)"), check_references },
	{ N_("A follow-up has one owner and closes only with a note (open)"), check_follow_ups },
	{ N_("A government has one open application, and decisions make its last step (open)"), check_applications },
	{ 0 }
};
