/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/desk_private.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"
#include "ui/form.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/pager.h"

/* Row 1 */

static void
add_busy(const struct desk *desk, struct buf *state)
{
	buf_clear(state);
	if (desk->busy_percent >= 0)
		buf_addf(state, _("busy %d%%"), desk->busy_percent);
	else
		buf_add(state, _("busy"));
}

/* A form without its second row says there where it is. */
static void
add_place_in_form(struct desk *desk, const struct layout *layout, struct buf *scope)
{
	struct desk_pane *top = desk_top(desk);
	const struct form *form = desk_form(desk);
	int field, fields;

	if (form == NULL || layout->second >= 0)
		return;
	if (scope->length == 0 && top->pane->name != NULL)
		top->pane->name(top->state, scope);
	form_position(form, &field, &fields);
	buf_addf(scope, "  %d/%d", field, fields);
}

static void
draw_title(struct desk *desk, const struct layout *layout, bool busy)
{
	struct desk_pane *top = desk_top(desk);
	struct buf scope = { 0 }, who = { 0 }, state = { 0 };

	if (!busy && top->pane->scope != NULL)
		top->pane->scope(top->state, layout->columns, &scope);
	if (!busy)
		add_place_in_form(desk, layout, &scope);
	if (desk->hooks->identity != NULL)
		desk->hooks->identity(desk, &who, &state);
	if (busy)
		add_busy(desk, &state);
	bar_draw_title(layout, top->pane->code, message_show(top->pane->title), buf_text(&scope), buf_text(&who),
	    buf_text(&state));
	buf_done(&scope);
	buf_done(&who);
	buf_done(&state);
}

/* Body */

static void
draw_body(struct desk *desk, const struct layout *layout, bool focus)
{
	struct desk_pane *top = desk_top(desk);
	struct list *list = desk_list(desk);
	struct form *form = desk_form(desk);
	struct buf name = { 0 };

	if (list != NULL)
		list_draw(list, layout, focus);
	if (form != NULL) {
		if (top->pane->name != NULL)
			top->pane->name(top->state, &name);
		form_draw(form, layout, buf_text(&name), focus);
	}
	if (top->pane->draw != NULL)
		top->pane->draw(top->state, layout);
	buf_done(&name);
}

/* Hint, keys, talk */

static void
add_options(const struct list *list, int columns, struct buf *hint)
{
	struct buf options = { 0 };
	const char *head = C_("column", "Opt"), *tail = _("Ins=mark Enter=run");

	action_option_row(list->options, columns - 2 - text_width(head) - 1, &options);
	buf_addf(hint, "%s %s", head, buf_text(&options));
	if (text_width(buf_text(hint)) + 3 + text_width(tail) <= columns - 2)
		buf_addf(hint, "   %s", tail);
	buf_done(&options);
}

static void
draw_hint(struct desk *desk, const struct layout *layout)
{
	struct desk_pane *top = desk_top(desk);
	const struct list *list = desk_list(desk);
	const struct form *form = desk_form(desk);
	struct buf hint = { 0 };

	if (form != NULL)
		form_hint(form, &hint);
	else if (list != NULL && list->options != NULL)
		add_options(list, layout->columns, &hint);
	if (hint.length == 0 && top->pane->hint != NULL)
		top->pane->hint(top->state, &hint);
	bar_draw_hint(layout, buf_text(&hint));
	buf_done(&hint);
}

static void
draw_keys(struct desk *desk, const struct layout *layout)
{
	struct buf keys = { 0 };
	const struct overlay *overlay =
	    desk->overlay_count > 0 ? &desk->overlays[desk->overlay_count - 1] : NULL;

	if (overlay != NULL && overlay->kind->footer != NULL)
		overlay->kind->footer(overlay->state, layout->columns - 2, &keys);
	else
		action_key_row(desk_top(desk)->pane->actions, layout->columns - 2, &keys);
	bar_draw_keys(layout, buf_text(&keys));
	buf_done(&keys);
}

static void
draw_talk(struct desk *desk, const struct layout *layout)
{
	const struct pane *pane = desk_top(desk)->pane;
	struct bar now = { 0 };
	struct buf text = { 0 };

	if (desk->escape)
		buf_add(&text, _("Esc: 1-9 0 = F1-F10   Esc again = leave"));
	else if (!desk->bar.speaks && desk_list(desk) != NULL)
		list_options_text(desk_list(desk), &text);
	if (text.length == 0 && !desk->bar.speaks && pane->talk != NULL)
		pane->talk(desk_top(desk)->state, &text);
	if (text.length == 0) {
		bar_draw_talk(layout, &desk->bar);
		return;
	}
	bar_say(&now, false, buf_text(&text));
	bar_draw_talk(layout, &now);
	bar_done(&now);
	buf_done(&text);
}

static void
draw_all(struct desk *desk, const struct layout *layout)
{
	bool focus = desk->overlay_count == 0;
	struct layout low = *layout;

	if (focus && !desk->escape)
		bar_make_room(&desk->bar, &low);
	draw_title(desk, layout, false);
	draw_body(desk, layout, focus);
	draw_hint(desk, &low);
	draw_keys(desk, &low);
	draw_talk(desk, &low);
	for (size_t i = 0; i < desk->overlay_count; i++)
		desk->overlays[i].kind->draw(desk->overlays[i].state, layout);
}

static void
draw_too_small(void)
{
	struct buf sentence = { 0 }, rows = { 0 };
	int row = 0;

	buf_addf(&sentence, _("Window too small (%dx%d), needs %dx%d. Nothing is lost."), frame_columns(),
	    frame_rows(), LAYOUT_LEAST_COLUMNS, LAYOUT_LEAST_ROWS);
	pager_wrap(buf_text(&sentence), frame_columns(), &rows);
	for (char *line = strtok(rows.bytes, "\n"); line != NULL; line = strtok(NULL, "\n"))
		frame_text(row++, 0, -1, line, ROLE_NORMAL);
	frame_cursor(0, 0);
	buf_done(&sentence);
	buf_done(&rows);
}

void
desk_draw(struct desk *desk)
{
	struct layout layout = desk_layout(desk);

	if (desk_top(desk) == NULL)
		return;
	frame_begin();
	if (layout.too_small)
		draw_too_small();
	else
		draw_all(desk, &layout);
	frame_end();
}

void
desk_draw_busy(struct desk *desk)
{
	struct layout layout = desk_layout(desk);

	if (desk_top(desk) == NULL || layout.too_small)
		return;
	frame_blank(layout.title, 0, layout.columns);
	draw_title(desk, &layout, true);
	frame_end();
}
