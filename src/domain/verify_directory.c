/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"

#include "base/messages.h"

static bool
check_statuses(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("government_status", "government",
	    " AND a.voided IS NULL AND b.voided IS NULL"), _("status periods overlap")) &&
	    verify_count(verifying, "SELECT count(*) FROM government_status");
}

static bool
check_names(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("government_name", "government",
	    " AND a.name_kind = b.name_kind"), _("name periods overlap")) &&
	    verify_rows(verifying,
	    "SELECT code FROM government WHERE NOT EXISTS (SELECT 1 FROM government_name"
	    " WHERE government = code AND name_kind = 'official')", _("no name")) &&
	    verify_rows(verifying,
	    "SELECT government, id FROM government_name WHERE name_en || name_zh || name_ja"
	    " || name_ko || name_ru || name_mn = ''", _("a name without words")) &&
	    verify_count(verifying, "SELECT count(*) FROM government_name");
}

static bool
check_decisions(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT government, since FROM government_status WHERE status = 'member'"
	    " AND voided IS NULL AND decision = '' AND instr(lower(note), 'not known') = 0",
	    _("a member period without a decision")) &&
	    verify_count(verifying,
	    "SELECT count(*) FROM government_status WHERE status = 'member'"
	    " AND voided IS NULL AND decision = ''");
}

static bool
check_holdings(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("holding", "post", ""), _("two hold one post")) &&
	    verify_rows(verifying,
	    "SELECT government, count(*) FROM post WHERE letters = 1 AND until IS NULL"
	    " GROUP BY government HAVING count(*) > 1", _("letters go to more than one post")) &&
	    verify_count(verifying, "SELECT count(*) FROM holding");
}

static bool
check_rules(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("rule", "name", ""), _("rule periods overlap")) &&
	    verify_count(verifying, "SELECT count(*) FROM rule WHERE instr(lower(note), 'assumed') > 0");
}

const struct verify_rule verify_directory_rules[] = {
	{ N_("Status periods of a government do not overlap (periods)"), check_statuses },
	{ N_("A member period rests on a decision, or says that it is not known (not known)"),
	  check_decisions },
	{ N_("Every government has a name, one for each day (periods)"), check_names },
	{ N_("A post has one holder at a time, a government one post for letters (holdings)"),
	  check_holdings },
	{ N_("A rule has one value on each day (assumed)"), check_rules },
	{ 0 }
};
