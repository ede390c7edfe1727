/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/batch.h"

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field batch_fields[] = {
	{ RECORD_FIELD(batch, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(batch, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(batch, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6, .refers = "account" },
	{ RECORD_FIELD(batch, target), .label = NC_("field", "Target"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(batch, count), .label = NC_("field", "Count"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(batch, difference), .label = NC_("field", "Difference"), .kind = FIELD_TEXT,
	  .width = 40 },
	{ RECORD_FIELD(batch, posted), .label = NC_("field", "Posted"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(batch, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type batch_type = {
	.key = "batch",
	.label = N_("Batch"),
	.plural = N_("Batches"),
	.size = sizeof(struct batch),
	.fields = batch_fields,
};

bool
batch_sum(struct session *session, const char *id, int64_t *ret_sum, int64_t *ret_count,
    struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(sum(amount), 0), count(*) FROM receipt AS r WHERE batch = :batch"
	    " AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry)";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":batch", id);
		if (stmt_next(&st)) {
			*ret_sum = stmt_int(&st, 0);
			*ret_count = stmt_int(&st, 1);
		}
	}
	return stmt_close(&st);
}

bool
batch_count_open(struct session *session, int64_t *ret_count, struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, "SELECT count(*) FROM batch WHERE posted IS NULL", err) &&
	    stmt_next(&st))
		*ret_count = stmt_int(&st, 0);
	return stmt_close(&st);
}

static bool
differs(const struct batch *batch, int64_t sum, int64_t count)
{
	return (batch->target != 0 && batch->target != sum) || (batch->count != 0 && batch->count != count);
}

static bool
check_difference(const struct batch *batch, int64_t sum, int64_t count, const char *why,
    struct err *err)
{
	if (batch->posted != NULL)
		return err_set(err, ERR_RULE, _("This batch is posted: it stays as it is."));
	if (!differs(batch, sum, count) || (why != NULL && why[0] != '\0'))
		return true;
	err_set(err, ERR_CONFLICT, _("The payments entered are not what the paper says: give the reason, or mend them."));
	return err_at(err, "difference");
}

bool
batch_post(struct session *session, const char *id, const char *difference, int64_t *ret_set,
    struct err *err)
{
	struct batch batch = { 0 };
	char today[DAY_SIZE];
	int64_t sum = 0, count = 0;
	bool ok = row_get(session, &batch_type, id, &batch, err) &&
	    batch_sum(session, id, &sum, &count, err) &&
	    check_difference(&batch, sum, count, difference, err) &&
	    session_begin(session, "post batch", difference, err);

	if (ok) {
		session_today(session, today);
		mem_replace(&batch.posted, today);
		mem_replace(&batch.difference, differs(&batch, sum, count) ? difference : "");
		if (!row_update_in_set(session, &batch_type, &batch, err)) {
			session_abort(session);
			ok = false;
		}
	}
	ok = ok && session_commit(session, ret_set, err);
	record_done(&batch_type, &batch);
	return ok;
}
