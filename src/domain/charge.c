/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/charge.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice about_kinds[] = {
	{ "country", N_("Country") },
	{ "body", N_("Body") },
	{ 0 }
};

static const struct field charge_fields[] = {
	{ RECORD_FIELD(charge, about), .label = NC_("field", "Code"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(charge, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 8, .choices = about_kinds },
	{ RECORD_FIELD(charge, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(charge, late), .label = NC_("field", "Late"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 5 },
	{ RECORD_FIELD(charge, vacant), .label = NC_("field", "Vacant"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 6 },
	{ RECORD_FIELD(charge, applications), .label = NC_("field", "Applications"),
	  .kind = FIELD_NUMBER, .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 6 },
	{ RECORD_FIELD(charge, next), .label = NC_("field", "Next meeting"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 8 },
	{ RECORD_FIELD(charge, begins), .label = NC_("field", "Begins"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 10 },
	{ 0 }
};

const struct record_type charge_type = {
	.key = "charge",
	.label = N_("Charge"),
	.plural = N_("Charges"),
	.size = sizeof(struct charge),
	.fields = charge_fields,
};

#define OPEN_APPLICATION \
	"(SELECT stage FROM application_step AS t WHERE t.application = a.id ORDER BY t.no DESC LIMIT 1)" \
	" NOT IN ('admitted', 'refused', 'withdrawn')"

#define COMING "m.begins >= :day AND m.state NOT IN ('cancelled', 'closed', 'reported')"

static const char charges_sql[] =
    "WITH mine (about, country, body) AS ("
    " SELECT coalesce(p.country, p.body), p.country, p.body FROM portfolio AS p"
    " JOIN staff AS s ON s.id = p.staff"
    " WHERE s.login = :user AND s.login <> '' AND " PERIOD_ON_DAY("s") " AND " PERIOD_ON_DAY("p") "),"
    " mine_next (about, meeting) AS ("
    " SELECT mine.about, (SELECT m.key FROM meeting AS m"
    "  LEFT JOIN government AS g ON g.code = m.host"
    "  WHERE (m.body = mine.body OR g.country = mine.country) AND " COMING
    "  ORDER BY m.begins, m.key LIMIT 1) FROM mine)"
    " SELECT mine.about, mine.country IS NOT NULL,"
    " (SELECT count(*) FROM follow_up AS f LEFT JOIN government AS g ON g.code = f.government"
    "  WHERE f.closed IS NULL AND f.due < :day AND (f.body = mine.body OR g.country = mine.country)),"
    " (SELECT count(*) FROM seat WHERE seat.body = mine.body AND " PERIOD_ON_DAY("seat")
    "  AND NOT EXISTS (SELECT 1 FROM term AS t WHERE t.body = seat.body AND t.role = seat.role"
    "   AND t.no = seat.no AND " PERIOD_ON_DAY("t") "))"
    " + (SELECT count(*) FROM post AS o JOIN government AS g ON g.code = o.government"
    "  WHERE g.country = mine.country AND " PERIOD_ON_DAY("o")
    "  AND NOT EXISTS (SELECT 1 FROM holding AS h WHERE h.post = o.id AND " PERIOD_ON_DAY("h") ")),"
    " (SELECT count(*) FROM application AS a JOIN government AS g ON g.code = a.government"
    "  WHERE g.country = mine.country AND " OPEN_APPLICATION "),"
    " coalesce(mine_next.meeting, ''), coalesce(m.begins, '')"
    " FROM mine JOIN mine_next ON mine_next.about = mine.about"
    " LEFT JOIN country AS c ON c.code = mine.country"
    " LEFT JOIN meeting AS m ON m.key = mine_next.meeting"
    " ORDER BY mine.country IS NULL, c.rank_web, mine.about";

static bool
add_country_name(struct session *session, const char *code, struct buf *name, struct err *err)
{
	struct country country = { 0 };

	if (!row_get(session, &country_type, code, &country, err))
		return false;
	struct six_names names = { { SIX_NAMES(&country, name) } };
	buf_add(name, member_pick_name(&names, messages_language()->column, country.language));
	record_done(&country_type, &country);
	return true;
}

static bool
add_charge(struct session *session, const struct stmt *st, const char *day, struct row_list *list,
    struct err *err)
{
	const char *about = stmt_text(st, 0);
	bool of_country = stmt_int(st, 1) != 0;
	struct buf name = { 0 };

	if (!(of_country ? add_country_name(session, about, &name, err) :
	    body_name_on(session, about, day, &name, err)))
		return false;
	struct charge *charge = row_add(list, &charge_type);
	*charge = (struct charge){
		.about = mem_strdup(about), .kind = mem_strdup(of_country ? "country" : "body"),
		.name = buf_take(&name), .late = stmt_int(st, 2), .vacant = stmt_int(st, 3),
		.applications = stmt_int(st, 4), .next = mem_strdup(stmt_text(st, 5)),
		.begins = mem_strdup(stmt_text(st, 6)),
	};
	return true;
}

bool
charge_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &charge_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, day);
	if (stmt_open(&st, session->db, charges_sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_text(&st, ":user", session->user);
		while (ok && stmt_next(&st))
			ok = add_charge(session, &st, day, &list, err);
	}
	return row_list_take(&list, stmt_close(&st) && ok, ret_list);
}
