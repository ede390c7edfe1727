/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/theme.h"

#include <curses.h>
#include <stddef.h>
#include <string.h>

enum { ROLE_COUNT = ROLE_PROBLEM + 1, NO_COLOUR = -1 };

struct look {
	short colour;		/* of the letters, NO_COLOUR: the terminal's own */
	attr_t attributes;
};

struct theme {
	const char *name;
	bool coloured;
	struct look looks[ROLE_COUNT];
};

/* The background is always the terminal's own: half of them are light. */
static const struct theme themes[] = {
	{
		.name = "default",
		.coloured = true,
		.looks = {
			[ROLE_NORMAL] = { NO_COLOUR, A_NORMAL },
			[ROLE_HEADING] = { NO_COLOUR, A_BOLD },
			[ROLE_FOCUS] = { NO_COLOUR, A_REVERSE },
			[ROLE_PROBLEM] = { COLOR_RED, A_BOLD },
		},
	},
	{
		.name = "dark",
		.coloured = true,
		.looks = {
			[ROLE_NORMAL] = { NO_COLOUR, A_NORMAL },
			[ROLE_HEADING] = { COLOR_CYAN, A_NORMAL },
			[ROLE_FOCUS] = { NO_COLOUR, A_REVERSE },
			[ROLE_PROBLEM] = { COLOR_YELLOW, A_BOLD },
		},
	},
	{
		.name = "mono",
		.looks = {
			[ROLE_NORMAL] = { NO_COLOUR, A_NORMAL },
			[ROLE_HEADING] = { NO_COLOUR, A_NORMAL },
			[ROLE_FOCUS] = { NO_COLOUR, A_REVERSE },
			[ROLE_PROBLEM] = { NO_COLOUR, A_BOLD },
		},
	},
};

static const struct theme *const plain = &themes[2];
static const struct theme *current = &themes[2];

static const struct theme *
find_theme(const char *name)
{
	for (size_t i = 0; name != NULL && i < sizeof themes / sizeof *themes; i++)
		if (strcmp(themes[i].name, name) == 0)
			return &themes[i];
	return &themes[0];
}

void
theme_use(const char *name, bool mono)
{
	current = mono ? plain : find_theme(name);
	if (!current->coloured)
		return;
	if (!has_colors() || start_color() == ERR || use_default_colors() == ERR) {
		current = plain;
		return;
	}
	for (short role = 0; role < ROLE_COUNT; role++)
		if (current->looks[role].colour != NO_COLOUR)
			init_pair(role, current->looks[role].colour, -1);
}

unsigned long
theme_attributes(enum role role)
{
	const struct look *look = &current->looks[role];
	attr_t pair = look->colour != NO_COLOUR ? COLOR_PAIR(role) : 0;

	return look->attributes | pair;
}
