/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/competence.h"

#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/rule.h"

static const struct { const char *kind, *rule; } competences[] = {
	{ "admit", "admission.body" },
	{ "observe", "admission.body" },
	{ "refuse", "admission.body" },
	{ "defer", "admission.body" },
	{ "readmit", "admission.body" },
	{ "suspend", "membership.body" },
	{ "expel", "membership.body" },
	{ "release", "membership.body" },
	{ "set-up-body", "structure.body" },
	{ "dissolve-body", "structure.body" },
	{ "appoint", "appointment.body" },
	{ "amend-charter", "charter.body" },
	{ "set-dues", "dues.body" },
	{ "budget", "budget.body" },
	{ "accounts", "budget.body" },
	{ "project", "project.body" },
	{ "declaration", "declaration.body" },
};

const char *
competence_rule(const char *kind)
{
	for (size_t i = 0; i < sizeof competences / sizeof competences[0]; i++)
		if (strcmp(competences[i].kind, kind) == 0)
			return competences[i].rule;
	return NULL;
}

/* A rule that begins in the month of the decision counts. */
static void
last_of(const char *day, char ret_day[DAY_SIZE])
{
	if (day_check(day, NULL) && day[0] != '\0')
		day_last(day, ret_day);
	else
		ret_day[0] = '\0';
}

bool
competence_bodies(struct session *session, const char *kind, const char *day,
    struct buf *ret_bodies, struct err *err)
{
	const char *name = competence_rule(kind);
	struct rule rule = { 0 };
	struct err own = { 0 };
	char last[DAY_SIZE];

	if (name == NULL)
		return true;
	last_of(day, last);
	if (!rule_get(session, name, last, &rule, &own)) {
		if (own.code == ERR_MISSING)
			return true;
		if (err != NULL)
			*err = own;
		return false;
	}
	buf_add(ret_bodies, rule.value);
	record_done(&rule_type, &rule);
	return true;
}

static bool
is_among(const char *body, const char *bodies)
{
	size_t length = strlen(body);

	for (const char *p = bodies + strspn(bodies, " "); *p != '\0';) {
		size_t here = strcspn(p, " ");

		if (here == length && strncmp(p, body, length) == 0)
			return true;
		p += here;
		p += strspn(p, " ");
	}
	return false;
}

bool
competence_check(struct session *session, const char *kind, const char *body, const char *day,
    struct err *err)
{
	const char *rule = competence_rule(kind);
	struct buf bodies = { 0 };
	bool ok = rule == NULL || competence_bodies(session, kind, day, &bodies, err);

	if (ok && rule != NULL && bodies.length == 0)
		ok = err_set(err, ERR_RULE,
		    _("No rule %s is in force on %s: enter which body decides this, under RUL."), rule, day);
	else if (ok && rule != NULL && !is_among(body, buf_text(&bodies)))
		ok = err_set(err, ERR_RULE,
		    _("By the rule %s this is for %s to decide, not for %s: record a proposal, or correct the rule."),
		    rule, buf_text(&bodies), body);
	buf_done(&bodies);
	return ok;
}
