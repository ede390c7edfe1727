/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/picker.h -- choosing one value from a list: F4, and any "which one?"
 *
 * Typing narrows, Up and Down choose, Enter takes; a number and Enter takes by
 * number. Digits alone are therefore a number first and text to find second:
 * the list stays while only up to two digits are typed.
 */
#ifndef UI_PICKER_H
#define UI_PICKER_H

#include "ui/choices.h"
#include "ui/chooser.h"
#include "ui/line.h"
#include "ui/overlay.h"

struct picker {
	const char *title;		/* translated, borrowed */
	/* Fill the list for what is typed ("": all). */
	void (*fill)(void *context, const char *typed, struct choices *ret_choices);
	void *context;

	struct line find;
	struct choices choices;
	struct chooser chooser;
};

/* The overlay of a picker whose first three members are set. now: value to start on, or NULL. */
struct overlay picker_open(struct picker *picker, const char *now);
void picker_done(struct picker *picker);

/* After OVERLAY_TAKE: the item; borrowed until picker_done. */
const struct choices_item *picker_item(const struct picker *picker);

#endif
