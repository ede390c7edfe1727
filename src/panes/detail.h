/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/detail.h -- what stands below a list about the row under the marker
 *
 * Lines of a label and a text, laid out for the columns there are: a text is
 * made of pieces that stay whole. The same lines begin the page that option 5
 * shows, and rows that belong to the record follow there.
 */
#ifndef PANES_DETAIL_H
#define PANES_DETAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/layout.h"

struct buf;
struct err;
struct record_type;
struct session;

struct detail_line {
	const char *label;	/* translated and borrowed; "" under the one above */
	char *text;
	bool problem;		/* bold, with a '!' before it */
};

/* Zeroed is empty; columns is what a text may have. */
struct detail_lines {
	struct detail_line *item;
	size_t count, room;
	int columns;
};

enum { DETAIL_LABEL = 11, DETAIL_PAGE = 66 };	/* columns: of a label, of the texts of a page */

void detail_done(struct detail_lines *lines);

/* A line; borrowed until the next one is added. */
struct detail_line *detail_add(struct detail_lines *lines, const char *label, const char *text);

/* On the last line if it fits there, else on one of its own; a label begins a line. */
void detail_add_piece(struct detail_lines *lines, const char *label, const char *piece);
/* Those that say something. */
void detail_add_pieces(struct detail_lines *lines, const char *label, const char *const *pieces,
    size_t count);

/* Each line of a text; the label stands beside the first. */
void detail_add_each_line(struct detail_lines *lines, const char *label, const char *text);

void detail_draw(const struct detail_lines *lines, struct area area);

/* The lines as text of a page. */
void detail_write(const struct detail_lines *lines, struct buf *page);

/*
 * The rows of a type whose field equals the key, under the heading of the type,
 * a line each with all that is said; nothing when there are none.
 */
bool detail_write_rows(struct session *session, const struct record_type *type,
    const char *field, const char *key, struct buf *page, struct err *err);

#endif
