/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/entry_view.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/account.h"
#include "domain/chart.h"
#include "domain/entry.h"
#include "domain/ledger.h"
#include "domain/member.h"
#include "domain/posting.h"
#include "domain/session.h"

static const struct field entry_line_fields[] = {
	{ RECORD_FIELD(entry_line, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(entry_line, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(entry_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 26 },
	{ RECORD_FIELD(entry_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(entry_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(entry_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 14, .currency = offsetof(struct entry_line, currency) },
	{ RECORD_FIELD(entry_line, base_currency), .label = NC_("field", "Base currency"),
	  .kind = FIELD_CODE, .width = 3 },
	{ RECORD_FIELD(entry_line, base), .label = NC_("field", "Base"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 14, .currency = offsetof(struct entry_line, base_currency) },
	{ 0 }
};

const struct record_type entry_line_type = {
	.key = "entry-lines",
	.label = N_("Line"),
	.plural = N_("Lines"),
	.size = sizeof(struct entry_line),
	.fields = entry_line_fields,
};

/* Name and currency of the account a line is posted to. */
static bool
fill(struct session *session, struct entry_line *line, struct err *err)
{
	char base[CHART_CURRENCY];
	struct account account = { 0 };

	if (!chart_base(session, base, err) ||
	    !row_get(session, &account_type, line->account, &account, err))
		return false;
	const struct six_names names = { { SIX_NAMES(&account, name) } };

	line->name = mem_strdup(member_pick_name(&names, messages_language()->column, "en"));
	line->currency = mem_strdup(account.currency);
	line->base_currency = mem_strdup(base);
	record_done(&account_type, &account);
	return true;
}

static bool
add(struct session *session, struct row_list *list, const char *account, const char *government,
    int64_t amount, int64_t base, struct err *err)
{
	struct entry_line *line = row_add(list, &entry_line_type);

	*line = (struct entry_line){ .no = (int64_t)list->count, .account = mem_strdup(account),
		.government = mem_strdup(government != NULL ? government : ""), .amount = amount,
		.base = base };
	return fill(session, line, err);
}

static bool
read_lines(struct session *session, const char *number, struct row_list *list, struct err *err)
{
	struct row_list postings = { 0 };
	bool ok = row_list(session, &posting_type, "entry", number, "no", &postings, err);

	for (size_t i = 0; i < postings.count && ok; i++) {
		const struct posting *posting = row_at(&postings, i);

		ok = add(session, list, posting->account, posting->government, posting->amount,
		    posting->base, err);
	}
	row_list_done(&postings);
	return ok;
}

bool
entry_view_lines(struct session *session, const char *number, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { .type = &entry_line_type };

	if (!row_must_exist(session, &entry_type, number, err))
		return false;
	return row_list_take(&list, read_lines(session, number, &list, err), ret_list);
}

bool
entry_view_draft(struct session *session, const struct ledger_draft *draft,
    struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &entry_line_type };
	bool ok = true;

	for (size_t i = 0; i < draft->count && ok; i++)
		ok = add(session, &list, draft->line[i].account, draft->line[i].government,
		    draft->line[i].amount, draft->line[i].base, err);
	return row_list_take(&list, ok, ret_list);
}
