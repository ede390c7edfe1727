/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/decision_detail.h -- what stands below the register about one decision
 *
 * Its words, the item and the vote it rests on, what it changed and what is to
 * be done after it; read apart, so that drawing asks nothing of the file.
 */
#ifndef PANES_DECISION_DETAIL_H
#define PANES_DECISION_DETAIL_H

#include <stdbool.h>

#include "domain/row.h"
#include "ui/layout.h"

struct buf;
struct decision_entry;
struct desk;
struct err;
struct session;

/* Zeroed is nothing read. */
struct decision_detail {
	char *effects;		/* sentences, a line each; NULL: not read yet */
	char *item;		/* title of the agenda item, "" */
	struct row_list follow_ups;	/* struct follow_up_entry */
};

bool decision_detail_get(struct session *session, const struct decision_entry *entry,
    struct decision_detail *ret_detail, struct err *err);
void decision_detail_done(struct decision_detail *detail);

void decision_detail_draw(const struct decision_entry *entry, const struct decision_detail *detail,
    struct area area);

/* Everything on one page: option 5. */
bool decision_detail_read(struct desk *desk, const char *number, struct err *err);

#endif
