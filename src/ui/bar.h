/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/bar.h -- the rows around every pane: title, hint, keys, talk
 *
 * One row for all talk. What was said is kept for HLP LOG, because the next
 * key takes it away. Nothing here ticks.
 */
#ifndef UI_BAR_H
#define UI_BAR_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/layout.h"

struct buf;

enum { BAR_KEPT = 200 };

/* What the talk row says, and what it said; zeroed is silence. */
struct bar {
	char *said[BAR_KEPT];	/* a ring */
	size_t count;		/* ever said */
	bool speaks;		/* the last of them is on the screen */
	bool problem;		/* it is an error: bold */
};

void bar_done(struct bar *bar);
void bar_say(struct bar *bar, bool problem, const char *text);
void bar_silence(struct bar *bar);

/* All that is kept, the newest first, a line each. */
void bar_log(const struct bar *bar, struct buf *text);

/* " CODE  Title   scope        who  state": what does not fit goes: who, then scope is cut. */
void bar_draw_title(const struct layout *layout, const char *code, const char *title,
    const char *scope, const char *who, const char *state);
void bar_draw_hint(const struct layout *layout, const char *hint);
void bar_draw_keys(const struct layout *layout, const char *keys);
void bar_draw_talk(const struct layout *layout, const struct bar *bar);

/*
 * Room for a message that is longer than the row of talk: the keys move up into
 * the row of the hint; what needs three rows takes theirs, too.
 */
void bar_make_room(const struct bar *bar, struct layout *layout);

#endif
