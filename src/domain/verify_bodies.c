/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"

#include "base/messages.h"

static bool
check_bodies(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT key FROM body WHERE NOT EXISTS (SELECT 1 FROM body_name WHERE body = key)",
	    _("no name")) &&
	    verify_rows(verifying, VERIFY_OVERLAPS("body_name", "body", ""), _("name periods overlap")) &&
	    verify_rows(verifying, VERIFY_OVERLAPS("body_text", "body",
	    " AND a.text_kind = b.text_kind"), _("periods of a text overlap")) &&
	    verify_rows(verifying,
	    "WITH RECURSIVE above(key, parent) AS (SELECT key, parent FROM body"
	    " UNION SELECT above.key, body.parent FROM above JOIN body ON body.key = above.parent)"
	    " SELECT key FROM above WHERE key = parent", _("it belongs to itself")) &&
	    verify_count(verifying, "SELECT count(*) FROM body");
}

#define SEAT_AND(t) "s.body = " t ".body AND s.role = " t ".role AND s.no = " t ".no"

static bool
check_terms(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("term", "body",
	    " AND a.role = b.role AND a.no = b.no"), _("two hold one seat")) &&
	    verify_rows(verifying,
	    "SELECT a.body, a.role, a.government FROM term AS a JOIN term AS b"
	    " ON b.government = a.government AND b.body = a.body AND b.role = a.role AND b.no > a.no"
	    " WHERE (a.until IS NULL OR a.until > b.since) AND (b.until IS NULL OR b.until > a.since)",
	    _("one government holds two seats of a kind")) &&
	    verify_rows(verifying,
	    "SELECT t.body, t.role, t.no FROM term AS t JOIN seat AS s ON " SEAT_AND("t")
	    " WHERE s.until IS NOT NULL AND (t.until IS NULL OR t.until > s.until)",
	    _("a term goes on after its seat")) &&
	    verify_count(verifying, "SELECT count(*) FROM term");
}

/* On the last day its beginning may be: a day known in part is known to no day. */
static bool
check_holders(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT t.body, t.government, t.since FROM term AS t WHERE t.since <> ''"
	    " AND NOT EXISTS (SELECT 1 FROM government_status AS s WHERE s.government = t.government"
	    "  AND s.status = 'member' AND s.voided IS NULL AND s.since <= t.since || '-99'"
	    "  AND (s.until IS NULL OR s.until > t.since))",
	    _("no member when the term began")) &&
	    verify_count(verifying, "SELECT count(*) FROM term WHERE until IS NULL");
}

static bool
check_officers(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("officer", "term", " AND a.acting = b.acting"),
	    _("two persons exercise one office")) &&
	    verify_count(verifying, "SELECT count(*) FROM officer");
}

static bool
check_dissolved(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT key, t.government, t.until FROM body JOIN term AS t ON t.body = key"
	    " WHERE body.until IS NOT NULL AND (t.until IS NULL OR t.until > body.until)",
	    _("a term goes on after its body")) &&
	    verify_rows(verifying,
	    "SELECT key, s.role, s.no FROM body JOIN seat AS s ON s.body = key"
	    " WHERE body.until IS NOT NULL AND (s.until IS NULL OR s.until > body.until)",
	    _("a seat goes on after its body")) &&
	    verify_rows(verifying,
	    "SELECT b.key, below.key FROM body AS b JOIN body AS below ON below.parent = b.key"
	    " WHERE b.until IS NOT NULL AND (below.until IS NULL OR below.until > b.until)",
	    _("a body goes on after the one it belongs to")) &&
	    verify_rows(verifying,
	    "SELECT b.key, m.key FROM body AS b JOIN meeting AS m ON m.body = b.key"
	    " WHERE b.until IS NOT NULL AND m.begins >= b.until AND m.state <> 'cancelled'",
	    _("a meeting after its body")) &&
	    verify_rows(verifying,
	    "SELECT b.key, n.key FROM body AS b JOIN body AS n ON n.key = b.successor"
	    " WHERE n.until IS NOT NULL AND n.until <= b.until",
	    _("a successor that was dissolved before")) &&
	    verify_count(verifying, "SELECT count(*) FROM body WHERE until IS NOT NULL");
}

const struct verify_rule verify_bodies_rules[] = {
	{ N_("Every body has a name, one for each day, and a place in the tree (bodies)"), check_bodies },
	{ N_("Terms in one seat do not overlap, and there are no more holders than seats (terms)"),
	  check_terms },
	{ N_("Who holds an office was a member when the term began (that go on)"), check_holders },
	{ N_("An office is exercised by one person at a time, and by one acting (persons)"),
	  check_officers },
	{ N_("A dissolved body gains nothing any more (dissolved)"), check_dissolved },
	{ 0 }
};
