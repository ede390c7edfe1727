/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/admission.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/admission_item.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/dossier_item.h"
#include "domain/government.h"
#include "domain/government_status.h"
#include "domain/member.h"
#include "domain/member_import.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/status_change.h"
#include "store/stmt.h"

/* A stage: what it may follow, and what it asks for and brings about. */
struct stage {
	const char *stage;
	const char *after;	/* stages, with blanks between; NULL: any that is open */
	bool by_decision;
	bool wants_dossier;	/* all but the opinion */
	const char *status;	/* of a government that is nothing more yet; NULL: it stays */
	const char *next;	/* what mostly follows; NULL: a decision */
};

static const struct stage stages[] = {
	{ "enquiry", "", false, false, NULL, "applied" },
	{ "applied", "enquiry", false, false, "applicant", "dossier" },
	{ "dossier", "applied", false, true, NULL, "observer" },
	{ "observer", "applied dossier", false, false, "observer", "agenda" },
	{ "agenda", "dossier observer agenda deferred", false, true, NULL, NULL },
	{ "admitted", NULL, true, false, NULL, NULL },
	{ "deferred", NULL, true, false, NULL, "agenda" },
	{ "refused", NULL, true, false, "", NULL },
	{ "withdrawn", NULL, false, false, "", NULL },
};

static const struct stage *
find_stage(const char *word)
{
	for (size_t i = 0; word != NULL && i < sizeof stages / sizeof stages[0]; i++)
		if (strcmp(stages[i].stage, word) == 0)
			return &stages[i];
	return NULL;
}

const char *
admission_next(const char *word)
{
	const struct stage *stage = find_stage(word);

	return stage != NULL ? stage->next : NULL;
}

bool
admission_find_open(struct session *session, const char *government,
    struct application *ret_application, struct application_step *ret_last, bool *ret_found,
    struct err *err)
{
	static const char sql[] =
	    "SELECT a.id, a.id || '/' || s.no FROM application AS a"
	    " JOIN application_step AS s ON s.application = a.id"
	    "  AND s.no = (SELECT max(no) FROM application_step WHERE application = a.id)"
	    " WHERE a.government = :government"
	    " AND s.stage NOT IN ('admitted', 'refused', 'withdrawn')";
	struct stmt st = { 0 };
	char *application = NULL, *step = NULL;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":government", government);
		if (stmt_next(&st)) {
			application = mem_strdup(stmt_text(&st, 0));
			step = mem_strdup(stmt_text(&st, 1));
		}
	}
	bool ok = stmt_close(&st);
	*ret_found = ok && application != NULL;
	if (*ret_found)
		ok = row_get(session, &application_type, application, ret_application, err) &&
		    row_get(session, &application_step_type, step, ret_last, err);
	free(application);
	free(step);
	return ok;
}

/* Steps */

static void
settle_day(const struct session *session, struct application_step *step)
{
	char today[DAY_SIZE];

	session_today(session, today);
	if (step->day == NULL || step->day[0] == '\0')
		mem_replace(&step->day, today);
}

/* A step may follow on the day of the one before; what is known of both counts. */
static bool
is_before(const char *day, const char *last)
{
	size_t length = strlen(day) < strlen(last) ? strlen(day) : strlen(last);

	return strncmp(day, last, length) < 0;
}

static void
show_stage(const char *word, struct buf *text)
{
	const struct application_step step = { .stage = (char *)word };

	record_show(record_find_field(&application_step_type, "stage"), &step, text);
}

static bool
is_among(const char *word, const char *words)
{
	const char *p = strstr(words, word);

	return p != NULL && word[0] != '\0' && (p == words || p[-1] == ' ');
}

static bool
check_follows(const struct stage *stage, const char *government,
    const struct application_step *last, const struct application_step *step, struct err *err)
{
	struct buf from = { 0 }, to = { 0 };
	bool ok = true;

	show_stage(last->stage, &from);
	show_stage(step->stage, &to);
	if (stage->after != NULL && !is_among(last->stage, stage->after))
		ok = err_set(err, ERR_RULE, _("The application of %s is at \"%s\": \"%s\" does not follow it."),
		    government, buf_text(&from), buf_text(&to));
	else if (is_before(step->day, last->day))
		ok = err_set(err, ERR_RULE, _("\"%s\" was on %s: the next step is not before it."),
		    buf_text(&from), last->day);
	buf_done(&from);
	buf_done(&to);
	return ok;
}

/* The opinion may come later: it is for the meeting, not for the dossier. */
static bool
check_dossier(struct session *session, const struct application *application, struct err *err)
{
	struct row_list items = { 0 };
	struct buf missing = { 0 };
	bool ok = row_list(session, &dossier_item_type, "application", application->id, NULL, &items, err);

	for (size_t i = 0; i < items.count; i++) {
		const struct dossier_item *item = row_at(&items, i);

		if (item->received != NULL || strcmp(item->item, "opinion") == 0)
			continue;
		buf_add(&missing, missing.length > 0 ? ", " : "");
		record_show(record_find_field(&dossier_item_type, "item"), item, &missing);
	}
	if (ok && missing.length > 0)
		ok = err_set(err, ERR_RULE, _("The dossier of %s lacks: %s. Enter the day each of them came."),
		    application->government, buf_text(&missing));
	row_list_done(&items);
	buf_done(&missing);
	return ok;
}

static void
tell_step(const char *government, const struct application_step *step, struct buf *told)
{
	struct buf stage = { 0 };

	show_stage(step->stage, &stage);
	buf_addf(told, "%s: %s, %s\n", government, buf_text(&stage), step->day);
	buf_done(&stage);
}

/* Only a government that is nothing more yet changes by a step. */
static bool
imply_status(struct session *session, const struct stage *stage, const char *government,
    const struct application_step *step, struct err *err)
{
	struct government_status now = { 0 };
	bool found = false;
	bool ok = stage->status == NULL ||
	    status_on(session, government, step->day, &now, &found, err);
	bool open = !found || strcmp(now.status, "applicant") == 0;

	if (ok && stage->status != NULL && open && !(found && strcmp(now.status, stage->status) == 0) &&
	    (found || stage->status[0] != '\0'))
		ok = status_change_in_set(session, government,
		    stage->status[0] != '\0' ? stage->status : NULL, step->day, step->decision,
		    "", err);
	record_done(&government_status_type, &now);
	return ok;
}

static bool
add_step_in_set(struct session *session, const struct application *application, int64_t last,
    struct application_step *step, struct err *err)
{
	mem_replace(&step->application, application->id);
	step->no = last + 1;
	if (step->decision == NULL)
		step->decision = mem_strdup("");
	return row_insert_in_set(session, &application_step_type, step, err) &&
	    imply_status(session, find_stage(step->stage), application->government, step, err);
}

/* Beginning */

static bool
add_dossier_in_set(struct session *session, const char *application, struct err *err)
{
	for (const struct choice *choice = dossier_items; choice->word != NULL; choice++) {
		struct dossier_item item = { .application = mem_strdup(application),
			.item = mem_strdup(choice->word) };
		bool ok = row_insert_in_set(session, &dossier_item_type, &item, err);

		record_done(&dossier_item_type, &item);
		if (!ok)
			return false;
	}
	return true;
}

/* A government that nobody has heard of yet. */
static bool
add_government_in_set(struct session *session, const struct application *application,
    const char *day, struct member *fresh, struct err *err)
{
	bool found = false, ignored;

	if (!row_exists(session, &government_type, application->government, &found, err))
		return false;
	if (found)
		return true;
	if (fresh == NULL || fresh->kind == NULL || fresh->kind[0] == '\0')
		return err_set(err, ERR_MISSING,
		    _("There is no government %s: enter it under MEM, or say its kind and a name here."),
		    application->government);
	mem_replace(&fresh->code, application->government);
	mem_replace(&fresh->status, "applicant");
	mem_replace(&fresh->since, day);
	free(fresh->country);
	fresh->country = mem_strndup(application->government, 2);
	return member_import_in_set(session, fresh, &ignored, &ignored, err);
}

static bool
check_may_apply(struct session *session, const struct application *application, const char *day,
    struct err *err)
{
	struct government_status now = { 0 };
	bool found = false;
	bool ok = status_on(session, application->government, day, &now, &found, err);

	if (ok && found && strcmp(now.status, application->sought) == 0 &&
	    strcmp(now.status, "observer") != 0)
		ok = err_set(err, ERR_RULE, _("%s is that already: there is nothing to apply for."),
		    application->government);
	if (ok && found && strcmp(now.status, "suspended") == 0)
		ok = err_set(err, ERR_RULE, _("%s is suspended: a decision readmits it, without an application."),
		    application->government);
	record_done(&government_status_type, &now);
	return ok;
}

static bool
check_first(const struct application_step *first, struct err *err)
{
	if (strcmp(first->stage, "enquiry") == 0 || strcmp(first->stage, "applied") == 0)
		return true;
	err_set(err, ERR_RULE, _("An application begins as enquiry or applied; the other stages follow, each with its day."));
	return err_at(err, "stage");
}

static bool
begin_in_set(struct session *session, struct application *application,
    struct application_step *first, struct member *fresh, struct err *err)
{
	return add_government_in_set(session, application, first->day, fresh, err) &&
	    check_may_apply(session, application, first->day, err) &&
	    row_insert_in_set(session, &application_type, application, err) &&
	    add_step_in_set(session, application, 0, first, err) &&
	    add_dossier_in_set(session, application->id, err);
}

bool
admission_begin(struct session *session, struct application *application,
    struct application_step *first, struct member *fresh, struct buf *ret_told,
    int64_t *ret_number, struct err *err)
{
	if (application->sought == NULL || application->sought[0] == '\0')
		mem_replace(&application->sought, "member");
	if (first->stage == NULL || first->stage[0] == '\0')
		mem_replace(&first->stage, "applied");
	settle_day(session, first);
	if (application->government == NULL || application->government[0] == '\0') {
		err_set(err, ERR_INPUT, _("Say which government applies."));
		return err_at(err, "government");
	}
	if (!check_first(first, err) || !session_begin(session, "application", NULL, err))
		return false;
	bool ok = begin_in_set(session, application, first, fresh, err);
	if (ok)
		tell_step(application->government, first, ret_told);
	return session_finish(session, ok, ret_number, err);
}

/* Going on */

static bool
advance_in_set(struct session *session, struct application *application,
    const struct application_step *last, struct application_step *step, const char *meeting,
    struct buf *told, struct err *err)
{
	const struct stage *stage = find_stage(step->stage);

	bool ok = check_follows(stage, application->government, last, step, err) &&
	    (!stage->wants_dossier || check_dossier(session, application, err)) &&
	    add_step_in_set(session, application, last->no, step, err) &&
	    (meeting == NULL || admission_item_in_set(session, application, meeting, told, err));
	if (ok)
		tell_step(application->government, step, told);
	return ok;
}

static bool
check_stage(const struct application_step *step, const char *meeting, struct err *err)
{
	const struct stage *stage = find_stage(step->stage);

	if (stage == NULL) {
		err_set(err, ERR_INPUT, _("Say which stage it has come to."));
		return err_at(err, "stage");
	}
	if (stage->by_decision)
		return err_set(err, ERR_RULE,
		    _("Only a decision of a meeting does that: \"meeting decide\", or 9=Decide."));
	return meeting == NULL || strcmp(step->stage, "agenda") == 0 || err_set(err, ERR_INPUT,
	    _("Only what comes on the agenda has a meeting."));
}

bool
admission_advance(struct session *session, const char *government,
    struct application_step *step, const char *meeting, struct buf *ret_told,
    int64_t *ret_number, struct err *err)
{
	struct application application = { 0 };
	struct application_step last = { 0 };
	bool found = false, ok;

	settle_day(session, step);
	ok = check_stage(step, meeting, err) &&
	    admission_find_open(session, government, &application, &last, &found, err);
	if (ok && !found)
		ok = err_set(err, ERR_MISSING, _("%s has no open application."), government);
	ok = ok && session_begin(session, "application step", NULL, err) &&
	    session_finish(session, advance_in_set(session, &application, &last, step, meeting,
		ret_told, err), ret_number, err);
	record_done(&application_type, &application);
	record_done(&application_step_type, &last);
	return ok;
}

bool
admission_dossier_key(struct session *session, const char *government, const char *item,
    struct buf *ret_key, struct err *err)
{
	struct application application = { 0 };
	struct application_step last = { 0 };
	bool found = false;
	bool ok = admission_find_open(session, government, &application, &last, &found, err);

	if (ok && !found)
		ok = err_set(err, ERR_MISSING, _("%s has no open application."), government);
	if (ok)
		buf_addf(ret_key, "%s/%s", application.id, item);
	record_done(&application_type, &application);
	record_done(&application_step_type, &last);
	return ok;
}

/* Decided */

static bool
decide_open_in_set(struct session *session, const struct admission_decided *decided,
    const struct application *application, const struct application_step *last, struct err *err)
{
	struct application_step step = {
		.stage = mem_strdup(decided->stage), .day = mem_strdup(decided->day),
		.decision = mem_strdup(decided->decision), .note = mem_strdup(""),
	};
	bool ok = check_follows(find_stage(decided->stage), decided->government, last, &step, err) &&
	    add_step_in_set(session, application, last->no, &step, err);

	record_done(&application_step_type, &step);
	return ok;
}

bool
admission_decide_in_set(struct session *session, const struct admission_decided *decided,
    bool needed, char **ret_sought, struct err *err)
{
	struct application application = { 0 };
	struct application_step last = { 0 };
	bool found = false;
	bool ok = admission_find_open(session, decided->government, &application, &last, &found, err);

	*ret_sought = NULL;
	if (ok && !found)
		ok = !needed || err_set(err, ERR_MISSING, _("%s has no open application."),
		    decided->government);
	else if (ok)
		ok = decide_open_in_set(session, decided, &application, &last, err);
	if (ok && found)
		*ret_sought = mem_strdup(application.sought);
	record_done(&application_type, &application);
	record_done(&application_step_type, &last);
	return ok;
}
