/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/decision_effect.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/decision.h"
#include "domain/decision_take.h"
#include "domain/roster.h"
#include "domain/row.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/term.h"
#include "store/stmt.h"

static bool
is_said(const char *text)
{
	return text != NULL && text[0] != '\0';
}

/* Taking a seat */

static void
tell_seat(struct deciding *deciding, const struct term *term)
{
	struct buf role = { 0 };

	record_show(record_find_field(&term_type, "role"), term, &role);
	decision_tell(deciding, _("%s: %s of %s from %s on."), term->government, buf_text(&role),
	    term->body, term->since);
	if (is_said(term->until))
		decision_tell(deciding, _("The term ends on %s."), term->until);
	else if (is_said(term->until_meeting))
		decision_tell(deciding, _("The term ends when %s closes."), term->until_meeting);
	buf_done(&role);
}

static bool
seat_in_set(struct deciding *deciding, const char *body, const char *role, const char *government)
{
	const struct decision_order *order = deciding->order;
	struct term term = {
		.body = mem_strdup(body), .role = mem_strdup(role),
		.government = mem_strdup(government),
		.since = mem_strdup(deciding->decision->taken),
		.until = is_said(order->until) ? mem_strdup(order->until) : NULL,
		.until_meeting = is_said(order->until_meeting) ? mem_strdup(order->until_meeting) : NULL,
		.decision = mem_strdup(deciding->number), .ended = mem_strdup(""),
		.note = mem_strdup(""),
	};
	bool ok = roster_seat_in_set(deciding->session, &term, deciding->err);

	if (ok)
		tell_seat(deciding, &term);
	record_done(&term_type, &term);
	return ok;
}

bool
decision_appoint_in_set(struct deciding *deciding, const char *government)
{
	const struct decision_order *order = deciding->order;

	if (!is_said(order->body)) {
		err_set(deciding->err, ERR_INPUT, _("Say in which body the government takes a seat."));
		return err_at(deciding->err, "body");
	}
	if (!is_said(order->role)) {
		err_set(deciding->err, ERR_INPUT, _("Say which seat it takes: coordinator, chair, member ..."));
		return err_at(deciding->err, "role");
	}
	return seat_in_set(deciding, order->body, order->role, government);
}

/* Bodies */

/* Where nobody said: sub-committees are what assemblies set up. */
static bool
find_parent(struct deciding *deciding, struct body *body)
{
	static const char sql[] =
	    "SELECT key, kind FROM body WHERE until IS NULL AND CASE WHEN :parent <> ''"
	    " THEN key = :parent ELSE kind = 'subcommittees' END";
	const struct decision_order *order = deciding->order;
	struct stmt st = { 0 };

	if (stmt_open(&st, deciding->session->db, sql, deciding->err)) {
		stmt_bind_text(&st, ":parent", is_said(order->body) ? order->body : "");
		if (stmt_next(&st)) {
			bool below = strcmp(stmt_text(&st, 1), "subcommittees") == 0;

			body->parent = mem_strdup(stmt_text(&st, 0));
			body->kind = mem_strdup(below ? "subcommittee" : "other");
		}
	}
	if (!stmt_close(&st))
		return false;
	return body->parent != NULL || err_set(deciding->err, ERR_MISSING,
	    _("Say to which body it belongs: body=KEY."));
}

static bool
has_name(const struct decision_order *order)
{
	return is_said(order->name_en) || is_said(order->name_zh) || is_said(order->name_ja) ||
	    is_said(order->name_ko) || is_said(order->name_ru) || is_said(order->name_mn);
}

/* One decision may set up several bodies; they get their names afterwards. */
static void
put_names(struct deciding *deciding, const char *key, struct body_name *name)
{
	const struct decision_order *order = deciding->order;
	bool single = strchr(deciding->decision->subjects, ';') == NULL && has_name(order);

	*name = (struct body_name){
		.since = mem_strdup(deciding->decision->taken), .unchecked = mem_strdup(""),
		.note = mem_strdup(""),
		.name_en = mem_strdup(single ? order->name_en : key),
		.name_zh = mem_strdup(single ? order->name_zh : ""),
		.name_ja = mem_strdup(single ? order->name_ja : ""),
		.name_ko = mem_strdup(single ? order->name_ko : ""),
		.name_ru = mem_strdup(single ? order->name_ru : ""),
		.name_mn = mem_strdup(single ? order->name_mn : ""),
	};
}

bool
decision_set_up_in_set(struct deciding *deciding, const char *key)
{
	const struct decision_order *order = deciding->order;
	struct body body = { .key = mem_strdup(key), .since = mem_strdup(deciding->decision->taken),
		.decision = mem_strdup(deciding->number) };
	struct body_name name;
	bool ok;

	put_names(deciding, key, &name);
	ok = find_parent(deciding, &body) &&
	    body_set_up_in_set(deciding->session, &body, &name, deciding->err);
	if (ok)
		decision_tell(deciding, _("Body %s is set up from %s on."), key, body.since);
	if (ok && is_said(order->coordinator))
		ok = seat_in_set(deciding, key, "coordinator", order->coordinator);
	record_done(&body_type, &body);
	record_done(&body_name_type, &name);
	return ok;
}

bool
decision_dissolve_in_set(struct deciding *deciding, const char *key)
{
	const char *successor = deciding->order->successor;

	if (!body_dissolve_in_set(deciding->session, key, deciding->decision->taken,
	    is_said(successor) ? successor : NULL, deciding->number, deciding->err))
		return false;
	decision_tell(deciding, _("Body %s exists until %s; it keeps its number."), key,
	    deciding->decision->taken);
	return true;
}
