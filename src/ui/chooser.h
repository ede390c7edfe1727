/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/chooser.h -- the marker in a list of choices
 *
 * What F1, F2, F4 and F9 have in common: rows under headings, of which one is
 * chosen by Up and Down or by its number.
 */
#ifndef UI_CHOOSER_H
#define UI_CHOOSER_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/layout.h"

struct choices;
struct input;

struct chooser {
	size_t row;	/* the marker */
	size_t top;	/* first item in view */
	size_t page;	/* items in view at the last frame */
	bool plain;	/* no numbers; what has no value is a sentence over the whole width */
	bool cursor;	/* the hardware cursor stands on the marker */
};

/* Moving up and down, pages, by the arrows. False: the input is for others. */
bool chooser_act(struct chooser *chooser, const struct choices *choices, const struct input *input);

/*
 * The item a number that was typed means, counted from 1; SIZE_MAX when typed
 * is no number of one or two digits or there is no such item.
 */
size_t chooser_number(const struct choices *choices, const char *typed);

/* Is it one or two digits, which may be a number of the list that is shown? */
bool chooser_is_number(const char *typed);

void chooser_draw(struct chooser *chooser, const struct choices *choices, struct area area);

#endif
