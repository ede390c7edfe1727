/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/theme.h -- how the four roles of text look
 *
 * Colours and attributes only repeat what marks say, so every theme may be
 * exchanged for any other while the program runs. In mono, colour is never
 * started: curses then writes no colour byte in the whole session.
 */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>

#include "ui/frame.h"

/*
 * Curses must be started. A name that is unknown or NULL is "default"; a
 * terminal without colours gets mono.
 */
void theme_use(const char *name, bool mono);

/* Attributes of curses for a role. */
unsigned long theme_attributes(enum role role);

#endif
