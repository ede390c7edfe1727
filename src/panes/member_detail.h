/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/member_detail.h -- what stands below the list about one government
 *
 * The same lines are the detail area and, whole, the page that 5=View opens:
 * they are made once, as lines of a label and a text, and cut to the room there
 * is.
 */
#ifndef PANES_MEMBER_DETAIL_H
#define PANES_MEMBER_DETAIL_H

#include <stdbool.h>

#include "ui/layout.h"

struct desk;
struct err;
struct member;


/* offices: what it holds in bodies, as roster_offices says it. */
void member_detail_draw(const struct member *member, const char *offices, struct area area);

/* Everything about it, in the pager. */
bool member_detail_read(struct desk *desk, const char *code, struct err *err);

#endif
