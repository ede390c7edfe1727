/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/posting_preview.h"

#include "base/buf.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/entry_view.h"
#include "panes/desk.h"
#include "ui/frame.h"

enum { CURRENCY = 4, SUM = 15 };

void
posting_preview_done(struct posting_preview *preview)
{
	row_list_done(&preview->lines);
}

void
posting_preview_clear(struct posting_preview *preview, const struct err *problem)
{
	row_list_done(&preview->lines);
	preview->problem = problem != NULL ? *problem : (struct err){ 0 };
}

void
posting_preview_set(struct posting_preview *preview, struct session *session,
    const struct ledger_draft *draft)
{
	posting_preview_clear(preview, NULL);
	entry_view_draft(session, draft, &preview->lines, &preview->problem);
}

static void
line_text(const struct entry_line *line, struct buf *text)
{
	buf_addf(text, "%s %s", line->account, line->name);
	if (line->government[0] != '\0')
		buf_addf(text, ", %s", line->government);
}

static void
draw_line(const struct entry_line *line, int row, const struct area *area)
{
	int sums = CURRENCY + 2 * SUM;
	struct buf text = { 0 }, amount = { 0 }, base = { 0 };

	line_text(line, &text);
	money_show_amount(&amount, messages_catalogue(), line->amount, line->currency);
	money_show_amount(&base, messages_catalogue(), line->base, line->base_currency);
	frame_text(row, area->column + 1, area->columns - sums - 2, buf_text(&text), ROLE_NORMAL);
	frame_text(row, area->column + area->columns - sums, CURRENCY, line->currency, ROLE_NORMAL);
	frame_text_right(row, area->column + area->columns - 2 * SUM, SUM, buf_text(&amount), ROLE_NORMAL);
	frame_text_right(row, area->column + area->columns - SUM, SUM, buf_text(&base), ROLE_NORMAL);
	buf_done(&text);
	buf_done(&amount);
	buf_done(&base);
}

void
posting_preview_draw(struct posting_preview *preview, const struct area *body, int fields)
{
	int top = body->row + fields, room = body->rows - fields;

	preview->unseen = body->columns < LAYOUT_NARROW || room < (int)preview->lines.count + 1;
	if (preview->unseen)
		return;
	frame_rule(top, body->column, body->columns, _("will be posted"));
	if (preview->problem.code != ERR_NONE)
		frame_text(top + 1, body->column + 1, body->columns - 2, preview->problem.text, ROLE_PROBLEM);
	for (size_t i = 0; i < preview->lines.count; i++)
		draw_line(row_at(&preview->lines, i), top + 1 + (int)i, body);
}

bool
posting_preview_agree(struct posting_preview *preview, struct desk *desk)
{
	struct buf page = { 0 };

	if (!preview->unseen)
		return true;
	for (size_t i = 0; i < preview->lines.count; i++) {
		const struct entry_line *line = row_at(&preview->lines, i);

		line_text(line, &page);
		buf_add(&page, "\n    ");
		money_show(&page, messages_catalogue(), line->amount, line->currency);
		buf_add_char(&page, '\n');
	}
	desk_read(desk, _("will be posted"), buf_text(&page));
	buf_done(&page);
	return desk_ask_yes(desk, _("Post it?"));
}
