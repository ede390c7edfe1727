/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/posting_preview.h"

#include "base/buf.h"
#include "base/messages.h"
#include "base/money.h"
#include "base/text.h"
#include "domain/entry_view.h"
#include "panes/desk.h"
#include "ui/frame.h"

enum { CURRENCY = 4, SUM_LEAST = 15 };

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

static int
shown_width(int64_t sum, const char *currency)
{
	struct buf text = { 0 };

	money_show_amount(&text, messages_catalogue(), sum, currency);
	int width = text_width(buf_text(&text));
	buf_done(&text);
	return width;
}

/* Columns of a sum with the blank before it: what is posted is never cut. */
static int
sum_width(const struct row_list *lines)
{
	int most = SUM_LEAST - 1;

	for (size_t i = 0; i < lines->count; i++) {
		const struct entry_line *line = row_at(lines, i);
		int amount = shown_width(line->amount, line->currency), base = shown_width(line->base, line->base_currency);

		most = amount > most ? amount : most;
		most = base > most ? base : most;
	}
	return most + 1;
}

static void
draw_line(const struct entry_line *line, int row, const struct area *area, int sum)
{
	int sums = CURRENCY + 2 * sum;
	struct buf text = { 0 }, amount = { 0 }, base = { 0 };

	line_text(line, &text);
	money_show_amount(&amount, messages_catalogue(), line->amount, line->currency);
	money_show_amount(&base, messages_catalogue(), line->base, line->base_currency);
	frame_text(row, area->column + 1, area->columns - sums - 2, buf_text(&text), ROLE_NORMAL);
	frame_text(row, area->column + area->columns - sums, CURRENCY, line->currency, ROLE_NORMAL);
	frame_text_right(row, area->column + area->columns - 2 * sum, sum, buf_text(&amount), ROLE_NORMAL);
	frame_text_right(row, area->column + area->columns - sum, sum, buf_text(&base), ROLE_NORMAL);
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
	int sum = sum_width(&preview->lines);
	for (size_t i = 0; i < preview->lines.count; i++)
		draw_line(row_at(&preview->lines, i), top + 1 + (int)i, body, sum);
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
