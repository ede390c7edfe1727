/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/delegation.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/delegate.h"
#include "domain/row.h"
#include "domain/session.h"

const struct choice delegation_capacities[] = {
	{ "member", NC_("status", "member") },
	{ "observer", NC_("status", "observer") },
	{ "associate", NC_("status", "associate") },
	{ "guest", NC_("status", "guest") },
	{ 0 }
};

const struct choice delegation_answers[] = {
	{ "none", NC_("answer", "no answer") },
	{ "coming", NC_("answer", "coming") },
	{ "declined", NC_("answer", "declined") },
	{ "withdrawn", NC_("answer", "withdrew") },
	{ 0 }
};

const struct choice delegation_credentials[] = {
	{ "none", NC_("credentials", "none") },
	{ "provisional", NC_("credentials", "provisional") },
	{ "accepted", NC_("credentials", "accepted") },
	{ "rejected", NC_("credentials", "rejected") },
	{ 0 }
};

static const struct field delegation_fields[] = {
	{ RECORD_FIELD(delegation, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(delegation, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(delegation, capacity), .label = NC_("field", "Capacity"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = delegation_capacities },
	{ RECORD_FIELD(delegation, answer), .label = NC_("field", "Answer"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .group = "answer", .choices = delegation_answers },
	{ RECORD_FIELD(delegation, invited), .label = NC_("field", "Invited"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE,
	  .width = 10, .hint = N_("The day it happened: 2010-10-28. Empty: not yet.") },
	{ RECORD_FIELD(delegation, answered), .label = NC_("field", "Answered"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE,
	  .width = 10, .group = "answer", .hint = N_("The day it happened: 2010-10-28. Empty: not yet.") },
	{ RECORD_FIELD(delegation, credentials), .label = NC_("field", "Credentials"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 11, .choices = delegation_credentials },
	{ RECORD_FIELD(delegation, proxy), .label = NC_("field", "Proxy"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER | FIELD_FIXED,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(delegation, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type delegation_type = {
	.key = "delegation",
	.label = N_("Delegation"),
	.plural = N_("Delegations"),
	.size = sizeof(struct delegation),
	.fields = delegation_fields,
};

bool
delegation_get(struct session *session, const char *meeting, const char *government,
    struct delegation *ret_delegation, struct err *err)
{
	struct buf key = { 0 };
	bool found = false;

	buf_addf(&key, "%s/%s", meeting, government);
	bool ok = row_find(session, &delegation_type, buf_text(&key), ret_delegation, &found, err);
	buf_done(&key);
	if (!ok)
		return false;
	return found || err_set(err, ERR_MISSING, _("%s is not invited to %s: invite it first."),
	    government, meeting);
}

static bool
set_credentials(struct session *session, const char *meeting, const char *government,
    const char *credentials, struct err *err)
{
	struct delegation delegation = { 0 };
	bool ok = delegation_get(session, meeting, government, &delegation, err) &&
	    record_read(record_find_field(&delegation_type, "credentials"), &delegation,
		credentials, err) &&
	    row_update_in_set(session, &delegation_type, &delegation, err);

	record_done(&delegation_type, &delegation);
	return ok;
}

bool
delegation_set_credentials(struct session *session, const char *meeting,
    const char *const *governments, size_t count, const char *credentials, int64_t *ret_number,
    struct err *err)
{
	bool ok = session_begin(session, "credentials", NULL, err);

	if (!ok)
		return false;
	for (size_t i = 0; i < count && ok; i++)
		ok = set_credentials(session, meeting, governments[i], credentials, err);
	return session_finish(session, ok, ret_number, err);
}

bool
delegation_add_delegate(struct session *session, struct delegate *delegate, int64_t *ret_number,
    struct err *err)
{
	struct delegation delegation = { 0 };

	if (!session_begin(session, "new delegate", NULL, err))
		return false;
	bool ok = delegation_get(session, delegate->meeting, delegate->government, &delegation,
	    err) && row_insert_in_set(session, &delegate_type, delegate, err);
	record_done(&delegation_type, &delegation);
	return session_finish(session, ok, ret_number, err);
}
