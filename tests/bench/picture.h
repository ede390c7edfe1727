/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/picture.h -- what a terminal shows, as values to compare
 *
 * Made by playing bytes to a fresh libvterm, never by asking the running one:
 * so any moment of a session can be taken again, and what an encoder promises
 * can be played after it. What no eye can tell apart is equal: a blank without
 * marks has no foreground and no weight.
 */
#ifndef BENCH_PICTURE_H
#define BENCH_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	MARK_BOLD = 1 << 0,
	MARK_ITALIC = 1 << 1,
	MARK_UNDERLINE = 1 << 2,
	MARK_BLINK = 1 << 3,
	MARK_REVERSE = 1 << 4,
	MARK_STRIKE = 1 << 5,
};

struct pen {
	unsigned marks;		/* MARK_... */
	int32_t foreground;	/* -1 the default, 0-255 of the palette, above: 1 << 24 | rgb */
	int32_t background;
};

struct cell {
	char text[28];		/* one grapheme; " " for nothing; "" for the right half of a wide one */
	struct pen pen;
};

struct picture {
	int rows, columns;
	struct cell *cells;	/* rows times columns, owned */
	int row, column;	/* of the cursor */
	bool cursor;		/* it is visible */
	struct pen pen;		/* what the next character would be written with */
};

/* The screen after two runs of bytes; the second may be empty. */
void picture_play(struct picture *ret_picture, int rows, int columns,
    const char *first, size_t first_length, const char *then, size_t then_length);
void picture_done(struct picture *picture);

const struct cell *picture_row(const struct picture *picture, int row);
bool cell_equals(const struct cell *a, const struct cell *b);
bool pen_equals(struct pen a, struct pen b);

/* A blank that an erasing sequence leaves: only its background shows. */
bool cell_is_plain_blank(const struct cell *cell);

bool picture_row_equals(const struct picture *a, int a_row, const struct picture *b, int b_row);

/* Same cells; and the same cursor, where it is visible. */
bool picture_equals(const struct picture *a, const struct picture *b);

#endif
