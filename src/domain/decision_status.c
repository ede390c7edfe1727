/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/decision_effect.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/admission.h"
#include "domain/application_step.h"
#include "domain/decision.h"
#include "domain/government_status.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/status_change.h"
#include "store/stmt.h"

/* A kind of decision on a government: from what to what. */
struct passage {
	const char *kind;
	const char *from;	/* statuses, with blanks between; "none" for no status; NULL: any */
	const char *to;		/* "": the status stays */
	const char *stage;	/* of the application; NULL: none is asked for */
	bool needs_application;
	const char *refused;	/* N_(): after the government and its status */
};

static const struct passage passages[] = {
	{ "admit", "none applicant observer associate", "member", "admitted", false,
	  N_("it cannot be admitted. One that was a member is readmitted.") },
	{ "observe", "none applicant associate withdrawn expelled", "observer", "admitted", false,
	  N_("it cannot become an observer.") },
	{ "readmit", "suspended withdrawn expelled", "member", "admitted", false,
	  N_("only one that is suspended, withdrew or was expelled is readmitted.") },
	{ "suspend", "member associate observer", "suspended", NULL, false,
	  N_("it cannot be suspended.") },
	{ "expel", "member associate observer suspended", "expelled", NULL, false,
	  N_("it cannot be expelled.") },
	{ "release", "member associate observer suspended", "withdrawn", NULL, false,
	  N_("there is nothing to release it from.") },
	{ "refuse", NULL, "", "refused", true, NULL },
	{ "defer", NULL, "", "deferred", true, NULL },
};

static const struct passage *
passage_of(const char *kind)
{
	for (size_t i = 0; i < sizeof passages / sizeof passages[0]; i++)
		if (strcmp(passages[i].kind, kind) == 0)
			return &passages[i];
	return NULL;
}

static bool
is_word_of(const char *word, const char *words)
{
	size_t length = strlen(word);

	for (const char *p = words; (p = strstr(p, word)) != NULL; p += length)
		if ((p == words || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
			return true;
	return false;
}

/* May a government of this status go that way? */
static bool
check_from(const struct deciding *deciding, const struct passage *passage, const char *government,
    const struct government_status *status)
{
	struct buf shown = { 0 };

	if (passage->from == NULL ||
	    is_word_of(status->status != NULL ? status->status : "none", passage->from))
		return true;
	if (status->status != NULL)
		record_show(record_find_field(&government_status_type, "status"), status, &shown);
	else
		buf_add(&shown, C_("status", "none of ours"));
	err_set(deciding->err, ERR_RULE, _("%s is %s: %s"), government, buf_text(&shown),
	    _(passage->refused));
	buf_done(&shown);
	return false;
}

/* A new member pays from some year on, by the rule of the day. */
static bool
tell_dues(struct deciding *deciding, const char *government)
{
	char day[DAY_SIZE];
	struct rule rule = { 0 };
	struct err own = { 0 };
	int year = atoi(deciding->decision->taken);

	day_last(deciding->decision->taken, day);
	if (rule_get(deciding->session, "dues.first-year", day, &rule, &own))
		decision_tell(deciding, _("%s pays dues from %d on."), government, year + atoi(rule.value));
	else if (own.code == ERR_MISSING)
		decision_tell(deciding, _("No dues: no rule on dues is in force on that day."));
	else
		*deciding->err = own;
	record_done(&rule_type, &rule);
	return deciding->err->code == ERR_NONE;
}

/* Who goes leaves its offices behind: they are told, and ended by somebody. */
static bool
tell_offices(struct deciding *deciding, const char *government)
{
	static const char sql[] =
	    "SELECT count(*), group_concat(body || ' ' || role, ', ') FROM term"
	    " WHERE government = :government AND (until IS NULL OR until > :day)";
	struct stmt st = { 0 };

	if (stmt_open(&st, deciding->session->db, sql, deciding->err)) {
		stmt_bind_text(&st, ":government", government);
		stmt_bind_text(&st, ":day", deciding->decision->taken);
		if (stmt_next(&st) && stmt_int(&st, 0) > 0)
			decision_tell(deciding, _("%s still holds offices, which end by themselves or by a clerk: %s."),
			    government, stmt_text(&st, 1));
	}
	return stmt_close(&st);
}

static bool
change_status(struct deciding *deciding, const char *government, const char *to)
{
	return to[0] == '\0' || status_change_in_set(deciding->session, government, to,
	    deciding->decision->taken, deciding->number, "", deciding->err);
}

/* The word of a status or a stage, as screens show it. */
static void
show(const struct choice *choices, const char *word, struct buf *text)
{
	for (; choices->word != NULL; choices++)
		if (strcmp(choices->word, word) == 0)
			buf_add(text, message_show(choices->label));
}

static bool
tell(struct deciding *deciding, const struct passage *passage, const char *government, const char *to)
{
	const char *day = deciding->decision->taken;
	struct buf word = { 0 };

	show(to[0] != '\0' ? statuses : application_stages, to[0] != '\0' ? to : passage->stage, &word);
	if (to[0] != '\0')
		decision_tell(deciding, _("%s: %s from %s on."), government, buf_text(&word), day);
	else
		decision_tell(deciding, _("The application of %s: %s, %s."), government, buf_text(&word), day);
	buf_done(&word);
	if (strcmp(to, "member") == 0)
		return tell_dues(deciding, government);
	if (strcmp(to, "withdrawn") == 0 || strcmp(to, "expelled") == 0)
		return tell_offices(deciding, government);
	return true;
}

/* "Admitted" means what the government asked for. */
static const char *
goal_of(const struct passage *passage, const char *sought)
{
	return strcmp(passage->kind, "admit") == 0 && sought != NULL &&
	    strcmp(sought, "observer") != 0 ? sought : passage->to;
}

bool
decision_status_in_set(struct deciding *deciding, const char *government)
{
	const struct passage *passage = passage_of(deciding->decision->kind);
	const struct admission_decided decided = { government, passage->stage,
		deciding->decision->taken, deciding->number };
	struct government_status status = { 0 };
	char *sought = NULL;
	bool found = false;
	bool ok = status_on(deciding->session, government, decided.day, &status, &found, deciding->err) &&
	    check_from(deciding, passage, government, &status) &&
	    (passage->stage == NULL || admission_decide_in_set(deciding->session, &decided,
	        passage->needs_application, &sought, deciding->err)) &&
	    change_status(deciding, government, goal_of(passage, sought)) &&
	    tell(deciding, passage, government, goal_of(passage, sought));

	free(sought);
	record_done(&government_status_type, &status);
	return ok;
}
