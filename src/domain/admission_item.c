/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/admission_item.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/agenda_item.h"
#include "domain/application.h"
#include "domain/competence.h"
#include "domain/government_name.h"
#include "domain/meeting.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

/* "Admission of Kemerovo Region" in one language; nothing where it has no name. */
static void
put_title(struct agenda_item *item, const struct government_name *name,
    const struct language *language)
{
	struct catalogue *catalogue = catalogue_open(NULL, language);
	struct buf key = { 0 }, title = { 0 };

	buf_addf(&key, "name_%s", language->column);
	const char *called = record_text(record_find_field(&government_name_type, buf_text(&key)), name);
	if (called[0] != '\0' && (catalogue != NULL || strcmp(language->column, "en") == 0)) {
		buf_clear(&key);
		buf_addf(&key, "title_%s", language->column);
		buf_addf(&title, message_in(catalogue, N_("Admission: %s")), called);
		record_put(record_find_field(&agenda_item_type, buf_text(&key)), item, buf_text(&title));
	}
	catalogue_close(catalogue);
	buf_done(&key);
	buf_done(&title);
}

static bool
put_titles(struct session *session, const char *government, struct agenda_item *item,
    struct err *err)
{
	struct row_list names = { 0 };
	char day[DAY_SIZE];
	bool ok = row_list(session, &government_name_type, "government", government, "since DESC",
	    &names, err);

	session_day(session, day);
	for (size_t i = 0; i < names.count; i++) {
		const struct government_name *name = row_at(&names, i);

		if (strcmp(name->name_kind, "official") != 0 || !period_holds(name->since, name->until, day))
			continue;
		for (size_t n = 0; n < LANGUAGE_COUNT; n++)
			put_title(item, name, &languages[n]);
	}
	row_list_done(&names);
	return ok;
}

static bool
find_end(struct session *session, struct agenda_item *item, struct err *err)
{
	static const char sql[] =
	    "SELECT 1 + coalesce(max(position), 0) FROM agenda_item"
	    " WHERE meeting = :meeting AND parent IS NULL";

	return stmt_ask_int(session->db, sql, ":meeting", item->meeting, &item->position, err);
}

static bool
check_meeting(struct session *session, const struct meeting *meeting, struct err *err)
{
	static const char *const states[] = { "planned", "convened", "postponed", "open" };
	char today[DAY_SIZE];

	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
		if (strcmp(meeting->state, states[i]) != 0)
			continue;
		session_today(session, today);
		return competence_check(session, "admit", meeting->body,
		    meeting->begins[0] != '\0' ? meeting->begins : today, err);
	}
	return err_set(err, ERR_RULE, _("%s is past: nothing comes on its agenda any more."), meeting->key);
}

bool
admission_item_in_set(struct session *session, struct application *application,
    const char *key, struct buf *told, struct err *err)
{
	struct meeting meeting = { 0 };
	struct agenda_item item = { .meeting = mem_strdup(key), .outcome = mem_strdup("open") };
	bool ok = row_get(session, &meeting_type, key, &meeting, err) &&
	    check_meeting(session, &meeting, err) &&
	    put_titles(session, application->government, &item, err) &&
	    find_end(session, &item, err) &&
	    row_insert_in_set(session, &agenda_item_type, &item, err);

	if (ok) {
		mem_replace(&application->item, item.id);
		ok = row_update_in_set(session, &application_type, application, err);
	}
	if (ok)
		buf_addf(told, _("It is item %lld of the agenda of %s.\n"), (long long)item.position, key);
	record_done(&agenda_item_type, &item);
	record_done(&meeting_type, &meeting);
	return ok;
}
