/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/government_label.h"

#include "base/buf.h"
#include "base/messages.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/session.h"
#include "store/stmt.h"

/* The name of the day; where none covers it, the latest there is. */
static bool
add_in(struct session *session, const char *code, const char *day, const char *language,
    struct buf *name, struct err *err)
{
	static const char sql[] =
	    "SELECT n.name_en, n.name_zh, n.name_ja, n.name_ko, n.name_ru, n.name_mn, c.language"
	    " FROM government AS g JOIN government_name AS n ON n.government = g.code"
	    "  AND n.name_kind = 'official' LEFT JOIN country AS c ON c.code = g.country"
	    " WHERE g.code = :code"
	    " ORDER BY " PERIOD_ON_DAY("n") " DESC, n.since DESC LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":code", code);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st)) {
			struct six_names names = { { 0 } };
			const char *own = stmt_text(&st, LANGUAGE_COUNT);

			for (int i = 0; i < LANGUAGE_COUNT; i++)
				names.in[i] = stmt_text(&st, i);
			buf_add(name, member_pick_name(&names, language != NULL ? language : own, own));
		}
	}
	return stmt_close(&st);
}

bool
government_label_add(struct session *session, const char *code, const char *day,
    struct buf *name, struct err *err)
{
	return add_in(session, code, day, messages_language()->column, name, err);
}

bool
government_label_add_own(struct session *session, const char *code, const char *day,
    struct buf *name, struct err *err)
{
	return add_in(session, code, day, NULL, name, err);
}
