/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/prompt.h"

#include <string.h>

#include "base/messages.h"
#include "base/text.h"
#include "ui/frame.h"
#include "ui/pager.h"

const struct prompt_answer prompt_yes_no[] = {
	{ PROMPT_YES, NC_("answer", "Yes") },
	{ PROMPT_NO, NC_("answer", "No") },
	{ 0 }
};

enum { LINE_LEAST = 12 };	/* columns kept for the text asked for */

static void
add_answers(const struct prompt *prompt, struct buf *text)
{
	for (const struct prompt_answer *answer = prompt->answers; answer->digit != 0; answer++)
		buf_addf(text, "  %d=%s", answer->digit, message_show(answer->label));
}

/* Above the keys, over whatever stands there, in as many rows as it takes. */
static void
draw_above(const char *question, const struct layout *layout)
{
	struct buf wrapped = { 0 };
	int row = layout->keys;

	pager_wrap(question, layout->columns - 2, &wrapped);
	for (const char *p = buf_text(&wrapped); *p != '\0'; p++)
		row -= *p == '\n';
	for (char *rest = wrapped.bytes; row < layout->keys && rest != NULL; row++) {
		const char *line = strsep(&rest, "\n");

		if (row <= layout->title)
			continue;
		frame_blank(row, 0, layout->columns);
		frame_text(row, 1, -1, line, ROLE_NORMAL);
	}
	buf_done(&wrapped);
}

/* On the row of talk if it leaves so many columns there, else above. Returns the first column behind it. */
static int
draw_asked(const char *question, const struct layout *layout, int needed)
{
	frame_blank(layout->talk, 0, layout->columns);
	if (text_width(question) + needed <= layout->columns - 2)
		return 1 + frame_text(layout->talk, 1, -1, question, ROLE_NORMAL);
	draw_above(question, layout);
	return 0;
}

static void
draw_question(const struct prompt *prompt, const struct layout *layout)
{
	struct buf answers = { 0 };

	add_answers(prompt, &answers);
	int width = text_width(buf_text(&answers));
	int column = draw_asked(prompt->question, layout, width);
	width = frame_text(layout->talk, column, width < layout->columns - column ? width : layout->columns - column,
	    buf_text(&answers), ROLE_NORMAL);
	frame_cursor(layout->talk, column + width);
	buf_done(&answers);
}

static void
draw_line(struct prompt *prompt, const struct layout *layout)
{
	int column = draw_asked(prompt->question, layout, LINE_LEAST);

	line_draw_box(&prompt->line, layout->talk, column + 1, layout->columns - column - 2, true);
}

static void
draw(void *state, const struct layout *layout)
{
	struct prompt *prompt = state;

	if (prompt->answers != NULL)
		draw_question(prompt, layout);
	else
		draw_line(prompt, layout);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const struct prompt *prompt = state;

	if (prompt->answers == NULL) {
		overlay_footer((const char *const[]){ C_("footer", "Enter take"), C_("footer", "F12 cancel"), NULL },
		    columns, text);
		return;
	}
	for (const struct prompt_answer *answer = prompt->answers; answer->digit != 0; answer++)
		if (answer->digit == prompt->safe)
			/* TRANSLATORS: what Enter alone answers: the name of an answer. */
			buf_addf(text, _("Enter = %s"), message_show(answer->label));
	if (text->length == 0)
		buf_add(text, C_("footer", "F12 cancel"));
}

static enum overlay_answer
answer_by_digit(struct prompt *prompt, const struct input *input)
{
	/* Enter where no answer is the safe one would leave a question by chance. */
	int digit = input->action == ACTION_ACCEPT ? prompt->safe :
	    input->action == ACTION_DIGIT ? input->option : 0;

	for (const struct prompt_answer *answer = prompt->answers; answer->digit != 0; answer++)
		if (answer->digit == digit) {
			prompt->answer = answer->digit;
			return OVERLAY_TAKE;
		}
	return OVERLAY_REFUSED;
}

static enum overlay_answer
answer_by_text(struct prompt *prompt, const struct input *input)
{
	if (input->action != ACTION_ACCEPT)
		return line_act(&prompt->line, input, NULL) ? OVERLAY_STAY : OVERLAY_REFUSED;
	return prompt->required && prompt->line.text.length == 0 ? OVERLAY_REFUSED : OVERLAY_TAKE;
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct prompt *prompt = state;

	return prompt->answers != NULL ? answer_by_digit(prompt, input) : answer_by_text(prompt, input);
}

/* Digits of full width and of any layout count: that is the rows zone. */
static const struct overlay_kind question_kind = {
	.zone = ZONE_ROWS,
	.draw = draw,
	.footer = footer,
	.act = act,
};

static const struct overlay_kind text_kind = {
	.zone = ZONE_OVERLAY,
	.draw = draw,
	.footer = footer,
	.act = act,
};

/* A day or a key that is proposed is rather typed anew than corrected, as in forms; words are not. */
static void
begin_line(struct line *line)
{
	const char *proposed = line_text(line);

	if (proposed[0] == '\0' || strchr(proposed, ' ') != NULL)
		return;
	line->fresh = true;
	line->cursor = 0;
}

struct overlay
prompt_open(struct prompt *prompt)
{
	if (prompt->answers == NULL)
		begin_line(&prompt->line);
	return (struct overlay){ prompt->answers != NULL ? &question_kind : &text_kind, prompt };
}

void
prompt_done(struct prompt *prompt)
{
	line_done(&prompt->line);
}
