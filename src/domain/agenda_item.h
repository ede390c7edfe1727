/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/agenda_item.h -- an item of an agenda; items have items below them
 *
 * The row as it is kept. Its number and what o'clock it comes are computed, see
 * domain/agenda.h. An item that goes on with one of an earlier meeting names it;
 * so does one that brings a follow-up back.
 */
#ifndef DOMAIN_AGENDA_ITEM_H
#define DOMAIN_AGENDA_ITEM_H

#include "base/record.h"

struct agenda_item {
	char *id;	/* ULID */
	char *meeting;	/* its key */
	char *parent;	/* the item above it, an id; NULL */
	int64_t position;	/* its place among those beside it, from 1 */
	int64_t minutes;	/* how long it takes; 0: not said */
	int64_t sitting;	/* the sitting it begins in; 0: it follows the item before */
	char *title_en, *title_zh, *title_ja, *title_ko, *title_ru, *title_mn;
	char *outcome;	/* open done carried dropped */
	char *carried_from;	/* the item of an earlier meeting that it goes on with, an id; NULL */
	char *follow_up;	/* the follow-up that comes back, an id; NULL */
	char *note;
};

extern const struct record_type agenda_item_type;
extern const struct choice agenda_outcomes[];

/* The title in the language of the screen, else the next best; borrowed. */
const char *agenda_item_title(const struct agenda_item *item);

#endif
