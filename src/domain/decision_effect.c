/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/decision_effect.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/decision.h"
#include "domain/decision_take.h"
#include "domain/government.h"
#include "domain/project.h"
#include "domain/row.h"
#include "domain/rule.h"

/* What a kind of decision is about. */
enum about {
	ABOUT_ANYTHING,		/* governments, bodies, projects, or nothing */
	ABOUT_GOVERNMENTS,
	ABOUT_BODIES,
	ABOUT_NEW_BODIES,	/* keys that no body has yet */
	ABOUT_PROJECTS,		/* ENV/3 */
};

struct effect {
	const char *kind;
	enum about about;
	bool (*run)(struct deciding *deciding, const char *subject);
};

static bool approve_project(struct deciding *deciding, const char *project);

static const struct effect effects[] = {
	{ "admit", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "observe", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "refuse", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "defer", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "suspend", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "expel", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "readmit", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "release", ABOUT_GOVERNMENTS, decision_status_in_set },
	{ "set-up-body", ABOUT_NEW_BODIES, decision_set_up_in_set },
	{ "dissolve-body", ABOUT_BODIES, decision_dissolve_in_set },
	{ "appoint", ABOUT_GOVERNMENTS, decision_appoint_in_set },
	{ "project", ABOUT_PROJECTS, approve_project },
};

static const struct effect no_effect = { NULL, ABOUT_ANYTHING, NULL };

static const struct effect *
effect_of(const char *kind)
{
	for (size_t i = 0; i < sizeof effects / sizeof effects[0]; i++)
		if (strcmp(effects[i].kind, kind) == 0)
			return &effects[i];
	return &no_effect;
}

bool
decision_has_effect(const char *kind)
{
	return effect_of(kind)->run != NULL;
}

void
decision_tell(struct deciding *deciding, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_addv(deciding->told, format, args);
	va_end(args);
	buf_add_char(deciding->told, '\n');
}

/* Subjects */

static bool
is_row(struct deciding *deciding, const struct record_type *type, const char *key, bool *ret_is)
{
	void *row = mem_alloc(type->size);
	bool ok = row_find(deciding->session, type, key, row, ret_is, deciding->err);

	record_done(type, row);
	free(row);
	return ok;
}

/* Anything there is may be spoken of; what is to be set up is not there yet. */
static bool
check_subject(struct deciding *deciding, enum about about, const char *subject)
{
	static const struct {
		enum about about;
		const struct record_type *type;
		const char *missing;	/* N_(): what follows the subject and a colon */
	} kinds[] = {
		{ ABOUT_GOVERNMENTS, &government_type, N_("no such government, and this decision is about governments.") },
		{ ABOUT_BODIES, &body_type, N_("no such body, and this decision is about bodies.") },
		{ ABOUT_PROJECTS, &project_type, N_("no such project, and this decision is about projects, as in ENV/3.") },
	};
	bool is = false;

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0] && !is; i++) {
		bool asked = about == kinds[i].about || about == ABOUT_ANYTHING ||
		    (about == ABOUT_NEW_BODIES && kinds[i].about == ABOUT_BODIES);

		if (asked && !is_row(deciding, kinds[i].type, subject, &is))
			return false;
		if (about == kinds[i].about && !is)
			return err_set(deciding->err, ERR_MISSING, "%s: %s", subject, _(kinds[i].missing));
	}
	if (about == ABOUT_NEW_BODIES && is)
		return err_set(deciding->err, ERR_RULE,
		    _("There is a body %s already: keys are never used again."), subject);
	return is || about == ABOUT_NEW_BODIES || err_set(deciding->err, ERR_MISSING,
	    _("Nothing is called \"%s\"."), subject);
}

static bool
run_subject(struct deciding *deciding, const struct effect *effect, const char *subject)
{
	return check_subject(deciding, effect->about, subject) &&
	    (effect->run == NULL || effect->run(deciding, subject));
}

static bool
run_subjects(struct deciding *deciding, const struct effect *effect)
{
	const char *rest = deciding->decision->subjects != NULL ? deciding->decision->subjects : "";
	size_t length, count = 0;
	bool ok = true;

	while (ok && (length = decision_subject(&rest)) > 0) {
		char *subject = mem_strndup(rest, length);

		ok = run_subject(deciding, effect, subject);
		free(subject);
		rest += length;
		count++;
	}
	if (ok && count == 0 && effect->run != NULL) {
		err_set(deciding->err, ERR_INPUT, _("Say what it is about: codes or keys, with ; between."));
		ok = err_at(deciding->err, "subjects");
	}
	return ok;
}

/* Effects that need no more than a row */

static bool
approve_project(struct deciding *deciding, const char *key)
{
	struct project project = { 0 };
	bool ok = row_get(deciding->session, &project_type, key, &project, deciding->err);

	if (ok && strcmp(project.state, "proposed") != 0)
		ok = err_set(deciding->err, ERR_RULE, _("Project %s is past that: only a proposed one is approved."), key);
	if (ok) {
		mem_replace(&project.state, "approved");
		mem_replace(&project.decision, deciding->number);
		ok = row_update_in_set(deciding->session, &project_type, &project, deciding->err);
	}
	if (ok)
		decision_tell(deciding, _("Project %s is approved."), key);
	record_done(&project_type, &project);
	return ok;
}

/* The value in force ends on the day on which the new one begins. */
static bool
end_rule(struct deciding *deciding, const char *name, const char *from)
{
	struct row_list rules = { 0 };
	bool ok = row_list(deciding->session, &rule_type, "name", name, "since", &rules, deciding->err);

	for (size_t i = 0; i < rules.count && ok; i++) {
		struct rule *rule = row_at(&rules, i);

		if (rule->until != NULL && strcmp(rule->until, from) <= 0)
			continue;
		if (strcmp(rule->since, from) >= 0) {
			ok = err_set(deciding->err, ERR_RULE,
			    _("The rule %s has another value from %s on: choose a later day, or correct that row."),
			    name, rule->since);
		} else {
			mem_replace(&rule->until, from);
			ok = row_update_in_set(deciding->session, &rule_type, rule, deciding->err);
		}
	}
	row_list_done(&rules);
	return ok;
}

static bool
set_rule(struct deciding *deciding, const char *name, const char *value, const char *from)
{
	struct rule rule = {
		.name = mem_strdup(name), .since = mem_strdup(from), .value = mem_strdup(value),
		.decision = mem_strdup(deciding->number), .note = mem_strdup(""),
	};
	bool ok = end_rule(deciding, name, from) &&
	    row_insert_in_set(deciding->session, &rule_type, &rule, deciding->err);

	if (ok)
		decision_tell(deciding, _("The rule %s is %s from %s on."), name, value, from);
	record_done(&rule_type, &rule);
	return ok;
}

/* Whatever its kind, a decision may give a rule a value; "set-dues" means the amount. */
static bool
run_rule(struct deciding *deciding)
{
	const struct decision_order *order = deciding->order;
	const char *name = order->rule != NULL ? order->rule : "";
	const char *value = order->value != NULL ? order->value : "";
	bool has_day = order->from != NULL && order->from[0] != '\0';

	if (value[0] == '\0' && name[0] == '\0')
		return true;
	if (name[0] == '\0' && strcmp(deciding->decision->kind, "set-dues") == 0)
		name = "dues.amount";
	if (name[0] == '\0') {
		err_set(deciding->err, ERR_INPUT, _("Say which rule has this value from then on."));
		return err_at(deciding->err, "rule");
	}
	if (value[0] == '\0') {
		err_set(deciding->err, ERR_INPUT, _("Say which value the rule %s has from then on."), name);
		return err_at(deciding->err, "value");
	}
	return set_rule(deciding, name, value, has_day ? order->from : deciding->decision->taken);
}

bool
decision_effect_in_set(struct deciding *deciding)
{
	return run_subjects(deciding, effect_of(deciding->decision->kind)) && run_rule(deciding);
}
