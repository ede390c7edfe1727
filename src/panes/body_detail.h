/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/body_detail.h -- what stands below a list about one body
 *
 * What it is for and what it does, in the language of the screen or the next
 * best one, and in which languages those texts are still missing.
 */
#ifndef PANES_BODY_DETAIL_H
#define PANES_BODY_DETAIL_H

#include <stdbool.h>

#include "ui/layout.h"

struct body_entry;
struct buf;
struct desk;
struct err;

/* Rows of the detail, with its rule: purpose and activities, two rows each. */
enum { BODY_DETAIL_ROWS = 7 };

/* "ENV  set up 1998-10 (GA-2/2), no. 2"; nothing of a body that is not there. */
void body_detail_title(const struct body_entry *entry, struct buf *text);

/* more, a line of the row under the marker, comes last; NULL for none. */
void body_detail_draw(const struct body_entry *entry, const char *label, const char *more,
    struct area area);

/* Everything about it, in the pager. */
bool body_detail_read(struct desk *desk, const char *key, struct err *err);

#endif
