/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/pager.h -- reading a longer text: a note, a detail, the memory of messages
 *
 * Wrapped anew for the width of every frame. Typing finds: only lines that
 * hold the words stay.
 */
#ifndef UI_PAGER_H
#define UI_PAGER_H

#include <stdbool.h>

#include "ui/line.h"
#include "ui/overlay.h"

struct pager {
	const char *title;	/* translated, borrowed */
	const char *text;	/* lines, borrowed; a line that begins with "= " is a heading */
	bool turns;		/* there are others before and after it: F7 and F8 end it, too */
	int turn;		/* -1, 1: it ended so; 0: it was just closed */
	struct line find;
	size_t top;		/* first wrapped line in view */
	size_t lines, page;	/* at the last frame */
};

struct overlay pager_open(struct pager *pager);
void pager_done(struct pager *pager);

/*
 * Break text into rows of at most width columns, at blanks where there are
 * some and anywhere between Han, kana and Hangul. Each row ends in \n in ret.
 */
void pager_wrap(const char *text, int width, struct buf *ret);

#endif
