/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/desk_private.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/session.h"
#include "ui/form.h"
#include "ui/list.h"
#include "ui/screen.h"

/* Failing */

/* One bell; what was typed ahead was meant for another state of things. */
void
desk_fail(struct desk *desk, const struct err *err)
{
	struct form *form = desk_form(desk);

	screen_bell();
	screen_flush_input();
	desk_warn(desk, "%s", err->text);
	if (form != NULL && err->field[0] != '\0')
		form_go_wrong(form, err->field);
}

static void
refuse(struct desk *desk, const char *text)
{
	screen_bell();
	desk_warn(desk, "%s", text);
}

/* Drafts and leaving */

bool
desk_keep(struct desk *desk, struct desk_pane *open, struct err *err)
{
	return open->pane->keep == NULL || open->pane->keep(desk, open->state, err);
}

static void
keep_top(struct desk *desk)
{
	struct err err = { 0 };

	if (!desk_keep(desk, desk_top(desk), &err))
		desk_warn(desk, "%s", err.text);
}

/* Nothing typed is thrown away unasked: it is a draft, or somebody said so. */
static bool
may_leave(struct desk *desk)
{
	struct err err = { 0 };
	struct buf question = { 0 };

	if (desk_keep(desk, desk_top(desk), &err))
		return true;
	buf_addf(&question, _("%s Leave and lose what was typed?"), err.text);
	bool leaves = desk_ask_yes(desk, buf_text(&question));
	buf_done(&question);
	return leaves;
}

static void
leave(struct desk *desk)
{
	const struct form *form = desk_form(desk);
	bool draft = form != NULL && form_changed(form) && desk_top(desk)->pane->keep != NULL;

	if (desk->count == 1 && desk->hooks->quit != NULL && !desk->hooks->quit(desk))
		return;
	if (!may_leave(desk))
		return;
	if (draft)
		desk_say(desk, _("Not saved. What was typed is kept as a draft."));
	desk_close(desk);
}

/* What the pane does */

static bool
pane_act(struct desk *desk, const struct input *input)
{
	struct desk_pane *top = desk_top(desk);
	struct err err = { 0 };

	if (desk->session != NULL)
		desk->session->place = top->pane->code;	/* history says on which screen */
	if (top->pane->act != NULL && top->pane->act(desk, top->state, input, &err))
		return true;
	if (err.text[0] != '\0')
		desk_fail(desk, &err);
	else
		screen_bell();
	return false;
}

static bool
may_write(struct desk *desk)
{
	struct err err = { 0 };

	if (desk->session == NULL || session_may_write(desk->session, &err))
		return true;
	desk_fail(desk, &err);
	return false;
}

/*
 * Every field is taken first. What cannot be saved is a draft at least, and only
 * then: a draft costs as much as the save. The pane keeps what it is refused.
 */
static void
save(struct desk *desk)
{
	struct form *form = desk_form(desk);
	struct err err = { 0 };

	if (form != NULL && !may_write(desk)) {
		keep_top(desk);
		return;
	}
	if (form != NULL && !form_check(form, &err)) {
		keep_top(desk);
		desk_fail(desk, &err);
		return;
	}
	pane_act(desk, &(struct input){ .action = ACTION_SAVE });
}

/* Options of a list */

static bool
is_for_many(const struct list *list, const struct option *option, size_t row)
{
	return option->many && list_marked(list) > 1 && list_is_marked(list, row);
}

static bool
agrees_for_many(struct desk *desk, const struct list *list, const struct option *option)
{
	struct buf question = { 0 };
	size_t count = list_marked(list);

	/* TRANSLATORS: the label of an option, and for how many marked rows. */
	buf_addf(&question, nq_("%s for %zu marked row?", "%s for %zu marked rows?", count),
	    message_show(option->label), count);
	bool agrees = desk_ask_yes(desk, buf_text(&question));
	buf_done(&question);
	return agrees;
}

static bool
run_option(struct desk *desk, struct list *list, const struct input *input)
{
	const struct option *option = action_find_option(list->options, input->option);

	if (option == NULL || (option->writes && !may_write(desk)))
		return false;
	if (is_for_many(list, option, input->row)) {
		list_forget_options(list);	/* one run for all of them */
		if (!agrees_for_many(desk, list, option))
			return false;
	}
	return pane_act(desk, input);
}

/*
 * In order, until one fails, and as long as this pane stays on top: the rest
 * stays typed and waits for the next Enter.
 */
static void
run_options(struct desk *desk)
{
	struct list *list = desk_list(desk);
	size_t count = desk->count;
	struct input input;

	while (desk->count == count && !desk_top(desk)->closing && !desk->gone &&
	    list_take_option(list, &input) && run_option(desk, list, &input))
		;
}

/* Widgets. True: the input was theirs. */

static void
tell_of_line(struct desk *desk, const struct line *line)
{
	if (line->joined)
		desk_say(desk, _("The lines of what was pasted are joined by blanks."));
	if (line->full)
		refuse(desk, _("The field is full: the rest was not taken."));
}

static bool
act_on_list(struct desk *desk, struct list *list, const struct input *input)
{
	struct input run;

	if (input->action != ACTION_TEXT)
		desk_load(desk);	/* other keys mean the rows that were found */
	enum list_answer answer = list_act(list, input, &run);
	tell_of_line(desk, &list->find);
	if (answer == LIST_FOUND)
		desk_top(desk)->stale = true;
	else if (answer == LIST_RUN && run.action == ACTION_OPEN)
		pane_act(desk, &run);
	else if (answer == LIST_RUN)
		run_options(desk);
	else if (answer == LIST_REFUSED)
		refuse(desk, _("This digit is no option here: row 22 shows them."));
	return answer != LIST_OTHER;
}

static bool
act_on_form(struct desk *desk, struct form *form, const struct input *input)
{
	struct err err = { 0 };
	enum form_answer answer = form_act(form, input, &err);

	tell_of_line(desk, &form->edit);
	if (answer == FORM_LEFT)
		keep_top(desk);
	else if (answer == FORM_REFUSED)
		desk_fail(desk, &err);
	else if (answer == FORM_VALUES)
		desk_form_values(desk);
	else if (answer == FORM_END)
		save(desk);
	return answer != FORM_OTHER;
}

static bool
act_on_widget(struct desk *desk, const struct input *input)
{
	struct list *list = desk_list(desk);
	struct form *form = desk_form(desk);

	if (list != NULL)
		return act_on_list(desk, list, input);
	return form != NULL && act_on_form(desk, form, input);
}

/* What is the same everywhere */

static void
refresh(struct desk *desk)
{
	screen_repaint();
	desk_reload(desk);
}

static void
suspend(struct desk *desk)
{
	(void)desk;
	screen_suspend();
}

static void
undo_or_redo(struct desk *desk, bool redo)
{
	struct err err = { 0 };

	if (desk->hooks->undo == NULL)
		return;
	if (!desk->hooks->undo(desk, redo, &err))
		desk_fail(desk, &err);
	else
		desk_reload(desk);
}

static void
undo(struct desk *desk)
{
	undo_or_redo(desk, false);
}

static void
redo(struct desk *desk)
{
	undo_or_redo(desk, true);
}

/* On the first pane there is nothing to leave. */
static void
cancel(struct desk *desk)
{
	if (desk->count > 1)
		leave(desk);
}

/* Before any widget is asked. */
static void
(*const first_deeds[ACTION_TABLE_END])(struct desk *desk) = {
	[ACTION_HELP] = desk_help,
	[ACTION_MENU] = desk_menu,
	[ACTION_BACK] = leave,
	[ACTION_REFRESH] = refresh,
	[ACTION_GO] = desk_palette,
	[ACTION_SUSPEND] = suspend,
	[ACTION_SORT] = desk_sort,
};

/* What no widget took. */
static void
(*const last_deeds[ACTION_TABLE_END])(struct desk *desk) = {
	[ACTION_CANCEL] = cancel,
	[ACTION_UNDO] = undo,
	[ACTION_REDO] = redo,
};

static bool
is_offered(struct desk *desk, const struct input *input)
{
	if (input->action >= ACTION_TABLE_END)
		return true;
	return action_offered(desk_top(desk)->pane->actions, input->action);
}

static void
refuse_action(struct desk *desk, enum action_id id)
{
	struct buf text = { 0 };

	if (actions[id].keys[0] != NULL)
		buf_addf(&text, _("%s does nothing on this screen. F2 shows what can be done."),
		    actions[id].keys[0]);
	refuse(desk, buf_text(&text));
	buf_done(&text);
}

static bool
leaves_record(enum action_id id)
{
	return id == ACTION_PREVIOUS || id == ACTION_NEXT || id == ACTION_NEW;
}

static void
act_on_pane(struct desk *desk, const struct input *input)
{
	if (!is_offered(desk, input)) {
		refuse_action(desk, input->action);
		return;
	}
	if (leaves_record(input->action))
		keep_top(desk);
	if (input->action == ACTION_SAVE)
		save(desk);
	else
		pane_act(desk, input);
}

static void
(*deed_of(void (*const deeds[])(struct desk *), const struct input *input))(struct desk *)
{
	return input->action < ACTION_TABLE_END ? deeds[input->action] : NULL;
}

static void
act_on_top(struct desk *desk, const struct input *input)
{
	void (*deed)(struct desk *) = deed_of(first_deeds, input);

	if (deed != NULL) {
		deed(desk);
		return;
	}
	if (input->action == ACTION_OPTION && desk_list(desk) != NULL) {	/* from F1 or F2 */
		list_type_option(desk_list(desk), input->option);
		run_options(desk);
		return;
	}
	if (act_on_widget(desk, input))
		return;
	deed = deed_of(last_deeds, input);
	if (deed != NULL)
		deed(desk);
	else
		act_on_pane(desk, input);
}

/* Overlays get all but what is needed to see and to leave them. */

static void
act_on_overlay(struct desk *desk, const struct input *input)
{
	struct overlay *overlay = &desk->overlays[desk->overlay_count - 1];

	if (input->action == ACTION_REFRESH) {
		screen_repaint();
		return;
	}
	if (input->action == ACTION_SUSPEND) {
		screen_suspend();
		return;
	}
	if (input->action == ACTION_CANCEL || input->action == ACTION_BACK)
		desk->answer = OVERLAY_CANCEL;
	else
		desk->answer = overlay->kind->act(overlay->state, input);
	if (desk->answer == OVERLAY_REFUSED)
		screen_bell();
	desk->overlay_closed = desk->answer == OVERLAY_TAKE || desk->answer == OVERLAY_CANCEL;
}

void
desk_input(struct desk *desk, const struct input *input)
{
	if (desk->overlay_count > 0) {
		act_on_overlay(desk, input);
		return;
	}
	act_on_top(desk, input);
	desk_sweep(desk);
}
