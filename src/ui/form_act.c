/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form.h"

#include <stdint.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "base/record.h"
#include "ui/action.h"
#include "ui/form_private.h"

enum { PAGE_FIELDS = 10 };	/* PgUp and PgDn outside of days */

/* Leaving a field */

/* A wrong text stops once; with insists, every time. */
static enum form_answer
leave_forward(struct form *form, size_t to, bool insists, struct err *err)
{
	struct form_text *text = &form->texts[form->now];

	form_keep_edit(form);
	bool known_wrong = text->wrong, was_typed = text->typed;
	if (!form_take(form, form->now, err)) {
		if (insists || !known_wrong) {
			form_close_choices(form);
			return FORM_REFUSED;
		}
	}
	text->answered = true;
	form_read_untyped(form);
	form_focus(form, to < form->count ? to : form->now);
	return was_typed ? FORM_LEFT : FORM_DONE;
}

static enum form_answer
leave_back(struct form *form, size_t to)
{
	form_keep_edit(form);
	bool was_typed = form->texts[form->now].typed;
	form_focus(form, to < form->count ? to : form->now);
	return was_typed ? FORM_LEFT : FORM_DONE;
}

/* Inputs */

static bool
step_day(struct form *form, int days, int months)
{
	const char *now = line_text(&form->edit);
	char day[DAY_SIZE];

	if (form->read_only || !day_check(now, NULL) || !day_is_whole(now))
		return false;
	if (months != 0)
		day_add_months(now, months, day);
	else
		day_add_days(now, days, day);
	line_replace(&form->edit, day);
	return true;
}

static enum form_answer
do_next(struct form *form, struct err *err)
{
	return leave_forward(form, form_next_line(form, form->now), false, err);
}

static enum form_answer
do_previous(struct form *form, struct err *err)
{
	(void)err;
	return leave_back(form, form_previous_line(form, form->now));
}

static enum form_answer
do_accept(struct form *form, struct err *err)
{
	size_t to;

	if (form->chosen != SIZE_MAX)
		line_replace(&form->edit, form->choices.item[form->chosen].value);
	form_keep_edit(form);
	if (form_is_missing(form, form->now)) {
		form_refuse_missing(form, form->now, err);
		return FORM_REFUSED;
	}
	form->texts[form->now].answered = true;
	to = form_after_enter(form);
	enum form_answer answer = leave_forward(form, to, true, err);
	if (answer == FORM_REFUSED)
		return answer;
	/* What was taken may have filled others in. */
	to = form->is_new && to < form->count && !form_needs_answer(form, to) ? form_after_enter(form) : to;
	if (to == form->count)
		return FORM_END;
	form_focus(form, to);
	return answer;
}

/* In a list of several, Up and Down choose; else they are Tab and Shift-Tab. */
static enum form_answer
do_down(struct form *form, struct err *err)
{
	if (form->choices.count < 2)
		return do_next(form, err);
	if (form->chosen + 1 < form->choices.count)	/* SIZE_MAX + 1 is 0 */
		form->chosen++;
	return FORM_DONE;
}

static enum form_answer
do_up(struct form *form, struct err *err)
{
	if (form->choices.count < 2)
		return do_previous(form, err);
	if (form->chosen != SIZE_MAX)
		form->chosen--;				/* 0 - 1 is SIZE_MAX */
	return FORM_DONE;
}

static enum form_answer
do_page_down(struct form *form, struct err *err)
{
	size_t to = form->now;

	if (form_is_day(form) && step_day(form, 0, 1))
		return FORM_DONE;
	for (int i = 0; i < PAGE_FIELDS && form_next_line(form, to) < form->count; i++)
		to = form_next_line(form, to);
	return leave_forward(form, to, false, err);
}

static enum form_answer
do_page_up(struct form *form, struct err *err)
{
	size_t to = form->now;

	(void)err;
	if (form_is_day(form) && step_day(form, 0, -1))
		return FORM_DONE;
	for (int i = 0; i < PAGE_FIELDS && form_previous_line(form, to) < form->count; i++)
		to = form_previous_line(form, to);
	return leave_back(form, to);
}

static enum form_answer
do_values(struct form *form, struct err *err)
{
	(void)err;
	form_close_choices(form);
	return form_values_kind(form) != FORM_VALUES_NONE ? FORM_VALUES : FORM_OTHER;
}

static enum form_answer
refuse_typing(struct err *err)
{
	err_set(err, ERR_READ_ONLY, _("This can only be read now: a past day is shown, or nothing may be written."));
	return FORM_REFUSED;
}

static enum form_answer
do_same(struct form *form, struct err *err)
{
	struct buf text = { 0 };
	bool found = form->source->same != NULL &&
	    form->source->same(form->context, &form->lines[form->now], &text);

	if (form->read_only)
		found = false;
	if (found)
		line_replace(&form->edit, buf_text(&text));
	else
		err_set(err, ERR_INPUT, _("There is no last record to take this from."));
	buf_done(&text);
	return found ? FORM_DONE : FORM_REFUSED;
}

static enum form_answer
(*const deeds[])(struct form *form, struct err *err) = {
	[ACTION_FIELD_NEXT] = do_next,
	[ACTION_FIELD_PREVIOUS] = do_previous,
	[ACTION_ACCEPT] = do_accept,
	[ACTION_DOWN] = do_down,
	[ACTION_UP] = do_up,
	[ACTION_PAGE_DOWN] = do_page_down,
	[ACTION_PAGE_UP] = do_page_up,
	[ACTION_VALUES] = do_values,
	[ACTION_SAME] = do_same,
};

/* + and - step a day that is whole; else they are typed ("+7"). */
static bool
steps_a_day(struct form *form, const struct input *input)
{
	return input->action == ACTION_TEXT && form_is_day(form) &&
	    ((strcmp(input->text, "+") == 0 && step_day(form, 1, 0)) ||
	    (strcmp(input->text, "-") == 0 && step_day(form, -1, 0)));
}

static void
narrow(struct form *form)
{
	form_close_choices(form);
	if (form_line_is_coded(form, form->now) && form->edit.text.length > 0)
		form_list_line(form, form->now, line_text(&form->edit), &form->choices);
}

static bool
is_typing(const struct input *input)
{
	return input->action != ACTION_LEFT && input->action != ACTION_RIGHT &&
	    input->action != ACTION_LINE_START && input->action != ACTION_LINE_END;
}

static enum form_answer
edit(struct form *form, const struct input *input, struct err *err)
{
	bool changed;

	if (form->read_only && is_typing(input))
		return refuse_typing(err);
	if (steps_a_day(form, input))
		return FORM_DONE;
	line_act(&form->edit, input, &changed);
	if (changed)
		narrow(form);
	return FORM_DONE;
}

enum form_answer
form_act(struct form *form, const struct input *input, struct err *err)
{
	bool known = (size_t)input->action < sizeof deeds / sizeof *deeds &&
	    deeds[input->action] != NULL;

	if (form->now >= form->count || form_line_is_fixed(form, form->now))
		return FORM_OTHER;	/* there is nothing to type into */
	if (known)
		return deeds[input->action](form, err);
	return line_knows(input) ? edit(form, input, err) : FORM_OTHER;
}
