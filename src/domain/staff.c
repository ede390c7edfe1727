/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/staff.h"

#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"
#include "domain/portfolio.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

const struct choice staff_kinds[] = {
	{ "dispatched", NC_("staff kind", "dispatched official") },
	{ "specialist", NC_("staff kind", "country specialist") },
	{ "hired", NC_("staff kind", "hired") },
	{ 0 }
};

static bool
staff_check(void *record, struct err *err)
{
	const struct staff *staff = record;
	bool sent = staff->government != NULL && staff->government[0] != '\0';

	if (strcmp(staff->kind, "dispatched") == 0 && !sent) {
		err_set(err, ERR_RULE, _("A dispatched official was sent by a government: say by which."));
		return err_at(err, "government");
	}
	if (strcmp(staff->kind, "hired") == 0 && sent) {
		err_set(err, ERR_RULE,
		    _("Somebody hired was sent by nobody: leave the government empty."));
		return err_at(err, "government");
	}
	return period_check(staff->since, staff->until, err);
}

static const struct field staff_fields[] = {
	{ RECORD_FIELD(staff, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(staff, person), .label = NC_("field", "Person"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "person" },
	{ RECORD_FIELD(staff, body), .label = NC_("field", "Division"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(staff, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 12, .choices = staff_kinds },
	{ RECORD_FIELD(staff, government), .label = NC_("field", "Sent by"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(staff, login), .label = NC_("field", "User"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 12, .hint = N_("The name the person logs in with; HOM shows her own portfolio by it.") },
	{ RECORD_FIELD(staff, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(staff, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(staff, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type staff_type = {
	.key = "staff",
	.label = N_("Staff"),
	.plural = N_("Staff"),
	.size = sizeof(struct staff),
	.fields = staff_fields,
	.check = staff_check,
};

static const char find_sql[] =
    "SELECT id FROM staff WHERE id = :typed OR (login = :typed AND :typed <> ''"
    " AND " PERIOD_ON_DAY("staff") ") ORDER BY id = :typed DESC LIMIT 1";

bool
staff_find(struct session *session, const char *typed, char **ret_id, struct err *err)
{
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, find_sql, err)) {
		stmt_bind_text(&st, ":typed", typed);
		stmt_bind_text(&st, ":day", day);
	}
	return row_read_key(&st, ret_id) && (*ret_id != NULL ||
	    err_set(err, ERR_MISSING, _("Nobody of the staff has the id or the login \"%s\" on that day."), typed));
}

static bool
end_in_set(struct session *session, const char *id, const char *until, struct err *err)
{
	struct staff staff = { 0 };
	bool ok = row_get(session, &staff_type, id, &staff, err);

	if (ok && staff.until != NULL && staff.until[0] != '\0')
		ok = err_set(err, ERR_RULE, _("This person left on %s already: edit the row to correct the day."),
		    staff.until);
	ok = ok && record_read(record_find_field(&staff_type, "until"), &staff, until, err) &&
	    row_update_in_set(session, &staff_type, &staff, err) &&
	    portfolio_end_all_in_set(session, id, staff.until, err);
	record_done(&staff_type, &staff);
	return ok;
}

bool
staff_leave(struct session *session, const char *id, const char *until, int64_t *ret_number,
    struct err *err)
{
	if (until[0] == '\0')
		return err_set(err, ERR_INPUT, _("Say the first day on which this person works here no more."));
	return session_begin(session, "staff leaves", NULL, err) &&
	    session_finish(session, end_in_set(session, id, until, err), ret_number, err);
}
