/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/statement_page.h"

#include "base/buf.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/statement.h"
#include "panes/desk.h"

static void
add_line(const struct statement_line *line, struct buf *page)
{
	buf_addf(page, "%s  ", line->booked);
	record_show(record_find_field(&statement_line_type, "kind"), line, page);
	buf_addf(page, "  %s\n            ", line->words);
	money_show(page, messages_catalogue(), line->amount, line->currency);
	buf_addf(page, "   %s ", C_("statement", "then owed"));
	money_show(page, messages_catalogue(), line->balance, line->currency);
	buf_add_char(page, '\n');
}

bool
statement_page_show(struct desk *desk, const char *government, const char *name, struct err *err)
{
	return statement_page_below(desk, "", government, name, err);
}

bool
statement_page_below(struct desk *desk, const char *head, const char *government, const char *name,
    struct err *err)
{
	struct row_list lines = { 0 };
	struct buf page = { 0 }, title = { 0 };

	if (!statement_list(desk_session(desk), government, &lines, err))
		return false;
	if (head[0] != '\0')
		buf_addf(&page, "%s\n", head);
	for (size_t i = 0; i < lines.count; i++)
		add_line(row_at(&lines, i), &page);
	if (lines.count == 0)
		buf_add(&page, _("Nothing was invoiced or paid until this day."));
	buf_addf(&title, "%s  %s  %s", _("Statement"), government, name);
	desk_read(desk, buf_text(&title), buf_text(&page));
	row_list_done(&lines);
	buf_done(&title);
	buf_done(&page);
	return true;
}
