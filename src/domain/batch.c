/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/batch.h"

#include <stddef.h>
#include <string.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/account.h"
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

#define MONEY_FIELD(member, text) \
	{ RECORD_FIELD(batch_line, member), .label = text, .kind = FIELD_MONEY, .flags = FIELD_LISTED, \
	  .width = 14, .currency = offsetof(struct batch_line, currency) }

static const struct field batch_line_fields[] = {
	{ RECORD_FIELD(batch_line, id), .label = NC_("field", "Id"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY, .width = 26 },
	{ RECORD_FIELD(batch_line, title), .label = NC_("field", "Batch"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 24 },
	{ RECORD_FIELD(batch_line, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 6, .refers = "account" },
	{ RECORD_FIELD(batch_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	MONEY_FIELD(target, NC_("field", "Target")),
	MONEY_FIELD(entered, NC_("field", "Entered")),
	{ RECORD_FIELD(batch_line, count), .label = NC_("field", "Count"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 4 },
	{ RECORD_FIELD(batch_line, payments), .label = NC_("field", "Payments"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 4 },
	{ RECORD_FIELD(batch_line, posted), .label = NC_("field", "Posted"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ 0 }
};

const struct record_type batch_line_type = {
	.key = "batches",
	.label = N_("Batch"),
	.plural = N_("Batches"),
	.size = sizeof(struct batch_line),
	.fields = batch_line_fields,
};

static bool
add_line(struct session *session, const struct batch *batch, struct row_list *list, struct err *err)
{
	struct batch_line *line = row_add(list, &batch_line_type);
	struct account account = { 0 };
	bool ok = row_get(session, &account_type, batch->account, &account, err) &&
	    batch_sum(session, batch->id, &line->entered, &line->payments, err);

	line->id = mem_strdup(batch->id);
	line->title = mem_strdup(batch->title);
	line->account = mem_strdup(batch->account);
	line->currency = mem_strdup(ok ? account.currency : "");
	line->target = batch->target;
	line->count = batch->count;
	line->posted = mem_strdup(batch->posted != NULL ? batch->posted : "");
	record_done(&account_type, &account);
	return ok;
}

bool
batch_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list rows = { 0 }, list = { .type = &batch_line_type };
	bool ok = row_list(session, &batch_type, NULL, NULL, "id", &rows, err);

	for (size_t i = 0; i < rows.count && ok; i++)
		ok = add_line(session, row_at(&rows, i), &list, err);
	row_list_done(&rows);
	return row_list_take(&list, ok, ret_list);
}

bool
batch_find(struct session *session, const char *word, char **ret_id, struct err *err)
{
	static const char sql[] =
	    "SELECT id FROM batch WHERE id = :word OR title = :word ORDER BY id = :word DESC, id DESC LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":word", word);
	return row_read_key(&st, ret_id) && (*ret_id != NULL ||
	    err_set(err, ERR_MISSING, _("There is no batch \"%s\"."), word));
}

bool
batch_takes(struct session *session, const char *id, const char *account, struct err *err)
{
	struct batch batch = { 0 };
	bool ok = row_get(session, &batch_type, id, &batch, err);

	if (ok && strcmp(batch.account, account) != 0)
		ok = err_set(err, ERR_RULE, _("The batch \"%s\" is of account %s: its payments came in there."),
		    batch.title, batch.account);
	record_done(&batch_type, &batch);
	return ok;
}

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
		ok = session_finish(session, row_update_in_set(session, &batch_type, &batch, err), ret_set, err);
	}
	record_done(&batch_type, &batch);
	return ok;
}
