/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/session.h"
#include "panes/desk.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "panes/desk_private.h"
#include "ui/form.h"
#include "ui/frame.h"
#include "ui/keys.h"
#include "ui/list.h"
#include "ui/screen.h"

/* Beginning and end */

struct desk *
desk_new(struct session *session, const struct desk_hooks *hooks)
{
	struct desk *desk = mem_alloc(sizeof *desk);

	desk->session = session;
	desk->hooks = hooks;
	return desk;
}

static void
free_pane(struct desk_pane *open)
{
	if (open->pane->done != NULL)
		open->pane->done(open->state);
	free(open->state);
}

void
desk_free(struct desk *desk)
{
	if (desk == NULL)
		return;
	for (size_t i = desk->count; i > 0; i--)
		free_pane(&desk->panes[i - 1]);
	free(desk->panes);
	free(desk->entered);
	bar_done(&desk->bar);
	palette_done(&desk->palette);
	free(desk);
}

struct session *
desk_session(struct desk *desk)
{
	return desk->session;
}

void
desk_add_as_of(struct desk *desk, const char *now, struct buf *text)
{
	if (desk->session->as_of[0] != '\0')
		buf_addf(text, _("As of %s"), desk->session->as_of);
	else
		buf_add(text, now);
}

void *
desk_context(struct desk *desk)
{
	return desk->hooks->context;
}

/* The pane on top */

struct desk_pane *
desk_top(struct desk *desk)
{
	return desk->count > 0 ? &desk->panes[desk->count - 1] : NULL;
}

struct list *
desk_list(struct desk *desk)
{
	struct desk_pane *top = desk_top(desk);

	return top != NULL && top->pane->list != NULL ? top->pane->list(top->state) : NULL;
}

struct form *
desk_form(struct desk *desk)
{
	struct desk_pane *top = desk_top(desk);

	return top != NULL && top->pane->form != NULL ? top->pane->form(top->state) : NULL;
}

enum action_zone
desk_zone(struct desk *desk)
{
	const struct desk_pane *top = desk_top(desk);
	const struct list *list = desk_list(desk);

	if (desk->overlay_count > 0)
		return desk->overlays[desk->overlay_count - 1].kind->zone;
	if (list != NULL)
		return list_takes_commands(list) ? ZONE_ROWS : ZONE_FIND;
	if (desk_form(desk) != NULL)
		return ZONE_FORM;
	return top != NULL && top->pane->zone != NULL ? top->pane->zone(top->state) : ZONE_ROWS;
}

struct layout
desk_layout(struct desk *desk)
{
	const struct list *list = desk_list(desk);
	enum layout_kind kind = list != NULL ? LAYOUT_LIST :
	    desk_form(desk) != NULL ? LAYOUT_FORM : LAYOUT_PLAIN;

	struct layout layout = layout_make(kind, frame_rows(), frame_columns(),
	    list != NULL ? list->detail_rows : 0);

	if (list != NULL && list->source->banner != NULL)
		layout_take_banner(&layout);
	return layout;
}

/* What is shown together is read as of one moment. False: there is nothing to end. */

static bool
begin_reading(struct desk *desk)
{
	struct err err = { 0 };

	if (!desk->ready)
		return false;
	bool begun = session_snapshot_begin(desk->session, &err);
	if (!begun)
		desk_fail(desk, &err);
	return begun;
}

static void
end_reading(struct desk *desk, bool begun)
{
	if (begun)
		session_snapshot_end(desk->session);
}

/* The stack */

static struct desk_pane
new_pane(const struct pane *pane)
{
	return (struct desk_pane){ .pane = pane, .state = mem_alloc(pane->size > 0 ? pane->size : 1), .stale = true };
}

/* What cannot be shown at all is not opened. */
static bool
open_and_load(struct desk *desk, const struct desk_pane *open, const char *argument, struct err *err)
{
	const struct pane *pane = open->pane;
	bool reading = begin_reading(desk);
	bool ok = (pane->open == NULL || pane->open(desk, open->state, argument != NULL ? argument : "", err)) &&
	    (pane->load == NULL || pane->load(desk, open->state, err));

	end_reading(desk, reading);
	return ok;
}

bool
desk_open(struct desk *desk, const struct pane *pane, const char *argument, struct err *err)
{
	struct desk_pane open = new_pane(pane);

	if (!open_and_load(desk, &open, argument, err)) {
		free_pane(&open);
		return false;
	}
	open.stale = false;
	open.fresh = true;
	desk->panes = mem_room(desk->panes, desk->count, &desk->room, sizeof *desk->panes);
	desk->panes[desk->count++] = open;
	struct list *list = desk_list(desk);
	if (list != NULL && desk->list_starts_in_rows)
		list->in_rows = true;
	return true;
}

bool
desk_replace(struct desk *desk, const struct pane *pane, const char *argument, struct err *err)
{
	size_t before = desk->count;

	if (!desk_open(desk, pane, argument, err))
		return false;
	desk->panes[before - 1].closing = true;
	return true;
}

bool
desk_go(struct desk *desk, const struct pane *pane, const char *argument, struct err *err)
{
	size_t before = desk->count;
	bool is_first = before > 0 && desk->panes[0].pane == pane &&
	    (argument == NULL || argument[0] == '\0');

	if (!is_first && !desk_open(desk, pane, argument, err))
		return false;
	for (size_t i = 1; i < before; i++) {
		desk_keep(desk, &desk->panes[i], NULL);
		desk->panes[i].closing = true;
	}
	return true;
}

void
desk_close(struct desk *desk)
{
	/* The one that acts, not one it has just opened: that is on top by then. */
	if (desk->count > 0)
		desk_top(desk)->closing = true;
}

void
desk_quit(struct desk *desk)
{
	for (size_t i = 0; i < desk->count; i++)
		desk->panes[i].closing = true;
}

void
desk_reload(struct desk *desk)
{
	for (size_t i = 0; i < desk->count; i++)
		desk->panes[i].stale = true;
}

void
desk_later(struct desk *desk)
{
	desk_top(desk)->fresh = true;
}

void
desk_entered(struct desk *desk, const char *key)
{
	mem_replace(&desk->entered, key);
}

char *
desk_take_entered(struct desk *desk)
{
	char *key = desk->entered;

	desk->entered = NULL;
	return key;
}

void
desk_sweep(struct desk *desk)
{
	size_t kept = 0;
	bool uncovers = desk->count > 0 && desk_top(desk)->closing;

	for (size_t i = 0; i < desk->count; i++) {
		if (desk->panes[i].closing)
			free_pane(&desk->panes[i]);
		else
			desk->panes[kept++] = desk->panes[i];
	}
	/* What comes to light again may have changed meanwhile. */
	if (kept > 0 && uncovers)
		desk->panes[kept - 1].stale = true;
	desk->count = kept;
}

/* Talk */

static void
say(struct desk *desk, bool problem, const char *format, va_list args)
{
	struct buf text = { 0 };

	buf_addv(&text, format, args);
	bar_say(&desk->bar, problem, buf_text(&text));
	buf_done(&text);
}

void
desk_say(struct desk *desk, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(desk, false, format, args);
	va_end(args);
}

void
desk_say_saved(struct desk *desk, int64_t number)
{
	if (number != 0)
		desk_say(desk, _("Saved as change set %lld."), (long long)number);
	else
		desk_say(desk, _("Nothing had changed."));
}

void
desk_warn(struct desk *desk, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(desk, true, format, args);
	va_end(args);
}

bool
desk_is_silent(const struct desk *desk)
{
	return !desk->bar.speaks;
}

/* Loading */

void
desk_load(struct desk *desk)
{
	struct desk_pane *top = desk_top(desk);
	struct err err = { 0 };

	if (top == NULL || !top->stale)
		return;
	top->stale = false;
	bool reading = begin_reading(desk);
	if (top->pane->load != NULL && !top->pane->load(desk, top->state, &err))
		desk_fail(desk, &err);
	end_reading(desk, reading);
	desk->busy = false;
	top = desk_top(desk);
	top->fresh = true;
}

static void
read_rows_in_view(struct desk *desk)
{
	struct list *list = desk_list(desk);
	struct layout layout = desk_layout(desk);
	struct err err = { 0 };

	if (list != NULL && !layout.too_small && !list_need(list, &layout, &err))
		desk_fail(desk, &err);
}

/* While a question stands its pane is in the middle of something: no other rows then. */
static void
show(struct desk *desk)
{
	bool reading = begin_reading(desk);

	if (desk->overlay_count == 0)
		desk_load(desk);
	read_rows_in_view(desk);
	desk_draw(desk);
	end_reading(desk, reading);
}

/* Slow counts come in a second frame, and not while somebody types. */
static void
show_later(struct desk *desk)
{
	struct desk_pane *top = desk_top(desk);
	struct err err = { 0 };

	if (top == NULL || !top->fresh || desk->overlay_count > 0 || screen_key_pending())
		return;
	top->fresh = false;
	if (top->pane->later == NULL)
		return;
	if (!top->pane->later(desk, top->state, &err)) {
		top->fresh = err.code == ERR_CANCELLED;	/* a key came: again when none does */
		if (!top->fresh)
			desk_fail(desk, &err);
	}
	show(desk);
}

/* The loop */

static const char *
key_layout(const struct desk *desk)
{
	return desk->key_layout != NULL ? desk->key_layout : messages_language()->column;
}

/* After Esc, which was announced on the talk row, a digit is an F-key. */
static bool
input_after_escape(const struct key *key, struct input *ret_input)
{
	*ret_input = (struct input){ 0 };
	if (key->code == KEYS_ESCAPE)
		ret_input->action = ACTION_CANCEL;
	else if (key->code == KEYS_TEXT && key->text[1] == '\0')
		ret_input->action = action_of_escape_digit(key->text[0]);
	return ret_input->action != ACTION_NONE;
}

static void
do_key(struct desk *desk, const struct key *key)
{
	bool escaped = desk->escape;
	struct input input;

	desk->escape = false;
	desk->typed = true;
	bar_silence(&desk->bar);
	if (!(escaped && input_after_escape(key, &input)) &&
	    !action_of_key(key, desk_zone(desk), key_layout(desk), &input)) {
		screen_bell();
		return;
	}
	if (input.action != ACTION_ESCAPE)
		desk_input(desk, &input);
	else if (desk->overlay_count > 0)
		desk_input(desk, &(struct input){ .action = ACTION_CANCEL });
	else
		desk->escape = true;
}

/* A clerk who stops in the middle of a field loses nothing to a power cut either. */
static void
keep_what_is_typed(struct desk *desk)
{
	if (desk->typed && desk_form(desk) != NULL)
		desk_keep(desk, desk_top(desk), NULL);
	desk->typed = false;
}

static void
look_for_changes(struct desk *desk)
{
	if (desk->hooks->changed != NULL && desk->hooks->changed(desk))
		desk_reload(desk);
}

/* Keys that are no keys, and those that mean nothing. */
static void
do_event(struct desk *desk, const struct key *key)
{
	switch (key->code) {
	case KEYS_NONE:
	case KEYS_RESIZE:
	case KEYS_CONTINUE:
	case KEYS_BAD:
		return;
	case KEYS_HANGUP:
		desk->gone = true;
		return;
	case KEYS_IDLE:
		keep_what_is_typed(desk);
		look_for_changes(desk);
		return;
	case KEYS_UNKNOWN:
		desk_say(desk, _("The terminal sent %s, which is no key known here. F1 shows the keys."), key->text);
		return;
	default:
		do_key(desk, key);
	}
}

/* In a window too small to show anything no key can be meant. */
static bool
can_be_meant(struct desk *desk, const struct key *key)
{
	return !desk_layout(desk).too_small || key->code == KEYS_HANGUP || key->code == KEYS_IDLE;
}

void
desk_turn(struct desk *desk)
{
	desk->busy = false;
	if (!screen_key_pending()) {
		show(desk);
		show_later(desk);
	}
	assert(!desk->ready || session_is_idle(desk->session));
	struct key key = screen_key(desk->hooks->changed != NULL ? DESK_POLL_MS : -1);
	if (can_be_meant(desk, &key))
		do_event(desk, &key);
}

static void
keep_all(struct desk *desk)
{
	for (size_t i = 0; i < desk->count; i++)
		desk_keep(desk, &desk->panes[i], NULL);
}

static bool
begin(struct desk *desk, struct err *err)
{
	if (desk->hooks->begin == NULL)
		return true;
	if (!screen_key_pending())
		show(desk);
	return desk->hooks->begin(desk, err);
}

bool
desk_run(struct desk *desk, const struct pane *pane, const char *argument, struct err *err)
{
	if (!desk_open(desk, pane, argument, err) || !begin(desk, err))
		return false;
	desk->ready = desk->session != NULL;
	while (desk->count > 0 && !desk->gone)
		desk_turn(desk);
	if (!desk->gone)
		return true;
	keep_all(desk);
	return err_set(err, ERR_CANCELLED, _("The terminal is gone. What was typed is kept as a draft."));
}

/* Long work and settings */

bool
desk_progress(struct desk *desk, int64_t done, int64_t total)
{
	enum { QUIET_MS = 300, STEP_MS = 250 };
	int64_t now = clock_monotonic_ms();

	if (!desk->busy) {
		desk->busy = true;
		desk->busy_since = desk->busy_shown = now;
	}
	if (now - desk->busy_since >= QUIET_MS && now - desk->busy_shown >= STEP_MS) {
		desk->busy_shown = now;
		desk->busy_percent = total > 0 ? (int)(done * 100 / total) : -1;
		desk_draw_busy(desk);
	}
	return !screen_stop_wanted();
}

void
desk_set_list_start(struct desk *desk, bool rows)
{
	desk->list_starts_in_rows = rows;
}

void
desk_set_key_layout(struct desk *desk, const char *layout)
{
	desk->key_layout = layout;
}

void
desk_language_changed(struct desk *desk)
{
	bar_silence(&desk->bar);
	desk_reload(desk);
}
