/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/status_change.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/government_status.h"
#include "domain/period.h"
#include "domain/row.h"

bool
status_on(struct session *session, const char *government, const char *day,
    struct government_status *ret_status, bool *ret_found, struct err *err)
{
	struct row_list periods = { 0 };

	*ret_found = false;
	if (!row_list(session, &government_status_type, "government", government, "since", &periods, err))
		return false;
	for (size_t i = 0; i < periods.count && !*ret_found; i++) {
		const struct government_status *period = row_at(&periods, i);

		*ret_found = period->voided == NULL && period_holds(period->since, period->until, day);
		if (*ret_found)
			record_copy(&government_status_type, ret_status, period);
	}
	row_list_done(&periods);
	return true;
}

static bool
refuse_later(const struct government_status *period, struct err *err)
{
	struct buf status = { 0 };

	record_show(record_find_field(&government_status_type, "status"), period, &status);
	err_set(err, ERR_RULE,
	    _("%s is entered as %s from %s on: choose a later day, or correct that period."),
	    period->government, buf_text(&status), period->since);
	buf_done(&status);
	return false;
}

/* *ret_over is the period that is written over, NULL for none. */
static bool
end_period(struct session *session, struct government_status *period, const char *day,
    struct government_status **ret_over, struct err *err)
{
	if (period->voided != NULL || (period->until != NULL && strcmp(period->until, day) <= 0))
		return true;
	if (strcmp(period->since, day) == 0 && period->decision[0] == '\0') {
		*ret_over = period;
		return true;
	}
	if (strcmp(period->since, day) >= 0)
		return refuse_later(period, err);
	mem_replace(&period->until, day);
	return row_update_in_set(session, &government_status_type, period, err);
}

static bool
write_over(struct session *session, struct government_status *period, const char *status,
    const char *decision, const char *note, struct err *err)
{
	if (status == NULL)
		return row_delete_in_set(session, &government_status_type, period->id, err);
	mem_replace(&period->status, status);
	mem_replace(&period->decision, decision);
	if (note[0] != '\0')
		mem_replace(&period->note, note);
	return row_update_in_set(session, &government_status_type, period, err);
}

static bool
begin_period(struct session *session, const char *government, const char *status,
    const char *day, const char *decision, const char *note, struct err *err)
{
	struct government_status period = {
		.government = mem_strdup(government), .status = mem_strdup(status),
		.since = mem_strdup(day), .decision = mem_strdup(decision), .note = mem_strdup(note),
	};
	bool ok = row_insert_in_set(session, &government_status_type, &period, err);

	record_done(&government_status_type, &period);
	return ok;
}

bool
status_change_in_set(struct session *session, const char *government, const char *status,
    const char *day, const char *decision, const char *note, struct err *err)
{
	struct row_list periods = { 0 };
	struct government_status *over = NULL;
	bool ok = row_list(session, &government_status_type, "government", government, "since",
	    &periods, err);

	for (size_t i = 0; i < periods.count && ok; i++)
		ok = end_period(session, row_at(&periods, i), day, &over, err);
	if (ok && over != NULL)
		ok = write_over(session, over, status, decision, note, err);
	else if (ok && status != NULL)
		ok = begin_period(session, government, status, day, decision, note, err);
	row_list_done(&periods);
	return ok;
}
