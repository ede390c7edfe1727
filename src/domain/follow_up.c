/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/follow_up.h"

#include "base/err.h"
#include "base/messages.h"

static bool
is_said(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static bool
follow_up_check(void *record, struct err *err)
{
	const struct follow_up *follow_up = record;

	if (is_said(follow_up->government) == is_said(follow_up->body)) {
		err_set(err, ERR_INPUT, _("A follow-up has one owner: a government or a body."));
		return err_at(err, "government");
	}
	if (is_said(follow_up->closed) == is_said(follow_up->closing))
		return true;
	err_set(err, ERR_INPUT, _("A follow-up closes on a day and with a note that says what became of it."));
	return err_at(err, is_said(follow_up->closed) ? "closing" : "closed");
}

static const struct field follow_up_fields[] = {
	{ RECORD_FIELD(follow_up, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(follow_up, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER | FIELD_ONCE,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(follow_up, decision), .label = NC_("field", "Decision no."), .kind = FIELD_NUMBER, .flags = FIELD_LISTED | FIELD_ONCE,
	  .width = 3 },
	{ RECORD_FIELD(follow_up, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_LISTED | FIELD_FIXED,
	  .width = 3 },
	{ RECORD_FIELD(follow_up, what), .label = NC_("field", "What is to be done"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 40 },
	{ RECORD_FIELD(follow_up, government), .label = NC_("field", "Owner (government)"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .group = "owner", .refers = "government" },
	{ RECORD_FIELD(follow_up, body), .label = NC_("field", "Owner (body)"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .group = "owner", .refers = "body" },
	{ RECORD_FIELD(follow_up, due), .label = NC_("field", "Due"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .hint = N_("The day it is due: 2011-01-31. Empty: none.") },
	{ RECORD_FIELD(follow_up, closed), .label = NC_("field", "Closed"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "closing", .hint = N_("The day it happened: 2010-10-28. Empty: not yet.") },
	{ RECORD_FIELD(follow_up, closing), .label = NC_("field", "Closing note"), .kind = FIELD_TEXT, .flags = FIELD_NULLABLE,
	  .width = 40, .group = "closing", .hint = N_("What became of it: it closes only with a note.") },
	{ RECORD_FIELD(follow_up, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type follow_up_type = {
	.key = "follow_up",
	.label = N_("Follow-up"),
	.plural = N_("Follow-ups"),
	.size = sizeof(struct follow_up),
	.fields = follow_up_fields,
	.check = follow_up_check,
};
