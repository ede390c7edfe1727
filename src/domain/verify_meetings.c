/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"


#include "base/err.h"
#include "base/messages.h"
#include "domain/meeting_span.h"
#include "domain/session.h"
#include "store/stmt.h"

/* Of two days known in part the one that is surely later. */
#define LATER(a, b) "substr(" a ", 1, length(" b ")) > substr(" b ", 1, length(" a "))"

static bool
check_ordinals(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT key, begins, latest FROM (SELECT key, begins, max(begins) OVER (PARTITION BY body"
	    "  ORDER BY ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest"
	    "  FROM meeting WHERE ordinal > 0 AND begins <> '') WHERE " LATER("latest", "begins"),
	    _("an ordinal that falls with the days")) &&
	    verify_rows(verifying,
	    "SELECT key FROM meeting WHERE state = 'cancelled' AND ordinal <> 0",
	    _("cancelled, with an ordinal")) &&
	    verify_count(verifying, "SELECT count(*) FROM meeting");
}

static bool
check_states(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT m.key, m.begins, b.until FROM meeting AS m JOIN body AS b ON b.key = m.body"
	    " WHERE m.state <> 'cancelled' AND b.until <= m.begins",
	    _("a meeting of a dissolved body")) &&
	    verify_rows(verifying,
	    "SELECT t.id, t.until_meeting FROM term AS t JOIN meeting AS m ON m.key = t.until_meeting"
	    " WHERE m.state IN ('closed', 'reported') AND t.until IS NULL",
	    _("a term that goes on until a meeting that is closed")) &&
	    verify_count(verifying, "SELECT count(*) FROM meeting WHERE state IN ('closed', 'reported')");
}

/* Sittings as clocks show them; each meeting is asked as before a commit. */
static bool
check_times(struct verifying *verifying)
{
	/* One meeting of each zone besides, so that no zone is unknown. */
	static const char sql[] =
	    "SELECT meeting FROM sitting UNION SELECT min(key) FROM meeting GROUP BY zone ORDER BY 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, verifying->session->db, sql, verifying->err))
		while (stmt_next(&st)) {
			struct err own = { 0 };

			if (!meeting_span_check(verifying->session, stmt_text(&st, 0), &own))
				verify_say(verifying, own.text);
		}
	return stmt_close(&st) && verify_count(verifying, "SELECT count(*) FROM sitting");
}

static bool
check_agendas(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT i.meeting, i.id FROM agenda_item AS i JOIN agenda_item AS up ON up.id = i.parent"
	    " WHERE up.meeting <> i.meeting", _("an item below one of another agenda")) &&
	    verify_rows(verifying,
	    "WITH RECURSIVE tree (id) AS (SELECT id FROM agenda_item WHERE parent IS NULL"
	    " UNION SELECT i.id FROM agenda_item AS i JOIN tree AS t ON i.parent = t.id)"
	    " SELECT meeting, id FROM agenda_item WHERE id NOT IN (SELECT id FROM tree)",
	    _("an item below itself")) &&
	    verify_rows(verifying,
	    "SELECT i.meeting, i.id FROM agenda_item AS i JOIN meeting AS m ON m.key = i.meeting"
	    " WHERE m.state IN ('closed', 'reported', 'cancelled') AND i.outcome = 'open'",
	    _("an open item of a closed meeting")) &&
	    verify_rows(verifying,
	    "SELECT i.meeting, i.id FROM agenda_item AS i JOIN agenda_item AS old"
	    " ON old.id = i.carried_from WHERE old.meeting = i.meeting",
	    _("an item carried to its own meeting")) &&
	    verify_count(verifying, "SELECT count(*) FROM agenda_item");
}

const struct verify_rule verify_meetings_rules[] = {
	{ N_("Ordinals of a body are unique and rise with the days (meetings)"), check_ordinals },
	{ N_("A closed meeting is closed for all that waited for it (closed)"), check_states },
	{ N_("Every sitting is at a time that clocks show there (sittings)"), check_times },
	{ N_("An agenda is a tree, and nothing open is left behind (items)"), check_agendas },
	{ 0 }
};
