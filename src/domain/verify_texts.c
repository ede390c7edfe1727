/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"

#include "base/messages.h"

/* The secretariat */

static bool
check_staff(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("staff", "person", " AND a.body = b.body"),
	    _("one person works twice in one division")) &&
	    verify_rows(verifying, VERIFY_OVERLAPS("staff", "login", " AND a.login <> ''"),
	    _("two of the staff log in under one name")) &&
	    verify_rows(verifying,
	    "SELECT s.body, s.id FROM staff AS s JOIN body AS b ON b.key = s.body"
	    " WHERE b.kind NOT IN ('secretariat', 'bureau', 'division')",
	    _("staff of a body that is none of the secretariat")) &&
	    verify_count(verifying, "SELECT count(*) FROM staff");
}

static bool
check_portfolios(struct verifying *verifying)
{
	return verify_rows(verifying, VERIFY_OVERLAPS("portfolio", "country", ""),
	    _("two clerks answer for one country")) &&
	    verify_rows(verifying, VERIFY_OVERLAPS("portfolio", "body", ""),
	    _("two clerks answer for one body")) &&
	    verify_count(verifying, "SELECT count(*) FROM portfolio");
}

/* Texts */

/* The log tells whether anything of adopted minutes was written later. */
static bool
check_minutes(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT DISTINCT l.rowkey FROM log AS l JOIN log AS a ON a.tbl = l.tbl AND a.rowkey = l.rowkey"
	    " WHERE l.tbl = 'minutes' AND l.op = 'U' AND a.op = 'U' AND a.lsn < l.lsn"
	    " AND instr(a.data, '\"adopted\":[null,') > 0", _("minutes changed after they were adopted")) &&
	    verify_rows(verifying,
	    "SELECT m.meeting, m.language FROM minutes AS m JOIN meeting AS t ON t.key = m.meeting"
	    " WHERE m.adopted IS NOT NULL AND (m.text = '' OR t.state NOT IN ('closed', 'reported'))",
	    _("minutes adopted too early")) &&
	    verify_count(verifying, "SELECT count(*) FROM minutes WHERE adopted IS NOT NULL");
}

static bool
check_documents(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT document, language FROM document_text WHERE (state = 'missing') <> (text = '')",
	    _("a text whose state says otherwise")) &&
	    verify_count(verifying,
	    "SELECT 6 * (SELECT count(*) FROM document)"
	    " - (SELECT count(*) FROM document_text WHERE state <> 'missing')");
}

static bool
check_projects(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT body, no FROM project WHERE state IN ('approved', 'running', 'finished') AND decision = ''",
	    _("a project without the decision that approved it")) &&
	    verify_rows(verifying, "SELECT body, no FROM project WHERE state = 'finished' AND result = ''",
	    _("a finished project without a result")) &&
	    verify_count(verifying, "SELECT count(*) FROM project");
}

const struct verify_rule verify_texts_rules[] = {
	{ N_("Staff work in the secretariat, under a login of their own (staff)"), check_staff },
	{ N_("One clerk at a time answers for a country or a body (portfolios)"), check_portfolios },
	{ N_("Adopted minutes are of a closed meeting and stay as they are (adopted)"), check_minutes },
	{ N_("A text of a document is missing, or it has words (missing)"), check_documents },
	{ N_("A project is approved by a decision and finished with a result (projects)"), check_projects },
	{ 0 }
};
