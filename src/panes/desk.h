/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/desk.h -- the stack of panes, and the loop that serves them
 *
 * Waits for a key, makes an action of it, gives it to the overlay, the widget
 * or the pane on top, reads again what has to be read again, draws one frame
 * when no key waits. Questions and overlays are asked like functions
 * (desk_ask returns the answer): the loop runs inside them, with the same
 * drawing, resizing and hang-up.
 */
#ifndef PANES_DESK_H
#define PANES_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "panes/pane.h"
#include "ui/choices.h"
#include "ui/overlay.h"

struct calendar;
struct desk;
struct language;
struct picker;
struct prompt_answer;
struct session;

/* What the desk must be told by who starts it; any function may be NULL. */
struct desk_hooks {
	/* Whatever the functions need: desk_context gives it. Borrowed. */
	void *context;

	/*
	 * Called once, when the first frame is on the screen and before any key is done:
	 * what takes a while and no frame needs. On failure desk_run ends.
	 */
	bool (*begin)(struct desk *desk, struct err *err);

	/* Row 1, right: "clerk1@office", and "ok", "READ ONLY", "CONFLICT 2". */
	void (*identity)(struct desk *desk, struct buf *ret_who, struct buf *ret_state);

	/* Did another program change the file since the last call? Asked when idle. */
	bool (*changed)(struct desk *desk);

	/* F9: entries for what is typed, and carrying out a command line such as "mem kr-47". */
	void (*entries)(struct desk *desk, const char *typed, struct choices *ret_choices);
	bool (*go)(struct desk *desk, const char *command, struct err *err);

	/* ^_ and ^R outside forms: undo or redo a change set; says what it did. */
	bool (*undo)(struct desk *desk, bool redo, struct err *err);

	/* F3 on the last pane: true ends the program. NULL: it does. */
	bool (*quit)(struct desk *desk);
};

/* Borrows session and hooks. layout: "ru", "mn" or NULL for none (config). */
struct desk *desk_new(struct session *session, const struct desk_hooks *hooks);
void desk_free(struct desk *desk);	/* NULL is fine */

/* Borrowed. For the domain functions panes call. NULL only while there is no file yet. */
struct session *desk_session(struct desk *desk);

/* Row 2 of a list, right end: "As of 2010-09-30"; on no such day now, which may be "". */
void desk_add_as_of(struct desk *desk, const char *now, struct buf *text);

/* hooks->context. */
void *desk_context(struct desk *desk);

/*
 * Run until the last pane is closed, ACTION_BACK ended the program or the
 * terminal is gone. The screen must be started. First opens pane on argument;
 * false when that fails or the terminal went away.
 */
bool desk_run(struct desk *desk, const struct pane *pane, const char *argument, struct err *err);

/* Put a pane on top. On failure the one below stays. argument may be NULL. */
bool desk_open(struct desk *desk, const struct pane *pane, const char *argument, struct err *err);

/* In place of the pane on top, which stays on failure. */
bool desk_replace(struct desk *desk, const struct pane *pane, const char *argument, struct err *err);

/*
 * In place of all panes but the first: what a code on F9 does without "=". The
 * first itself is gone back to.
 */
bool desk_go(struct desk *desk, const struct pane *pane, const char *argument, struct err *err);

void desk_close(struct desk *desk);	/* the pane on top, after the action at hand */
void desk_quit(struct desk *desk);	/* all of them */
void desk_reload(struct desk *desk);	/* load again before the next frame; those below too */

/* Call later of the pane on top when this frame is out: what is drawn without it takes a while, or a save. */
void desk_later(struct desk *desk);

/*
 * What entered a record, or moved it, says its key; the list that reads next
 * may take it to stand on it. *ret_key is owned by the caller; NULL: nothing new.
 */
void desk_entered(struct desk *desk, const char *key);
char *desk_take_entered(struct desk *desk);

/* The talk row. A failure is what act returns false for; this is all else. */
void desk_say(struct desk *desk, const char *format, ...) __attribute__((format(printf, 2, 3)));
void desk_warn(struct desk *desk, const char *format, ...) __attribute__((format(printf, 2, 3)));
void desk_say_saved(struct desk *desk, int64_t number);	/* as change set number; 0: nothing had changed */
bool desk_is_silent(const struct desk *desk);	/* nothing stands there that a greeting would hide */

/*
 * Questions, on the talk row. question is translated and ends in "?". Answered
 * by digit; Enter, Escape and a terminal that is gone give safe.
 */
int desk_ask(struct desk *desk, const char *question, const struct prompt_answer *answers, int safe);
bool desk_ask_yes(struct desk *desk, const char *question);	/* default No */

/* A text on the talk row; false: left without. *text holds the proposal and the answer. */
bool desk_ask_text(struct desk *desk, const char *question, bool required, struct buf *text);

/*
 * A day, in any way one may be typed; today to begin with. False without an
 * err: left without.
 */
bool desk_ask_day(struct desk *desk, const char *question, char ret_day[DAY_SIZE], struct err *err);

/* F4 lists: the value goes into text, which holds the one to start on. False: left without. */
bool desk_pick(struct desk *desk, const char *title,
    void (*fill)(void *context, const char *typed, struct choices *ret_choices), void *context,
    struct buf *text);
bool desk_pick_day(struct desk *desk, const char *today, struct buf *text);

/* Several lines; *ret_changed false: untouched. */
bool desk_edit_note(struct desk *desk, const char *title, struct buf *text, bool *ret_changed,
    struct err *err);

/* Show a text until it is closed. */
void desk_read(struct desk *desk, const char *title, const char *text);

/* The same for one of several: -1 where the one before it is wanted next, 1 the one after it. */
int desk_read_one(struct desk *desk, const char *title, const char *text);
void desk_read_log(struct desk *desk);		/* HLP LOG */

/* F1 for the pane on top, F2, F9. */
void desk_help(struct desk *desk);

/* Any overlay, to its end. True: OVERLAY_TAKE. */
bool desk_run_overlay(struct desk *desk, struct overlay overlay);

/*
 * Long work: tells how far it is, at most some times a second and not before
 * it took 300 ms. total 0: not known. False: the clerk wants it stopped (^C,
 * Esc). It draws row 1 alone, so it may be called in the middle of a question to
 * the session.
 */
bool desk_progress(struct desk *desk, int64_t done, int64_t total);

/* Settings, at once: language of the screen, list.start, letters of another layout. */
void desk_set_list_start(struct desk *desk, bool rows);
void desk_set_key_layout(struct desk *desk, const char *layout);
void desk_language_changed(struct desk *desk);

#endif
