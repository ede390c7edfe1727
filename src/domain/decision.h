/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/decision.h -- a decision of a meeting; its number is meeting and number: GA-8/1
 *
 * A decision of a meeting. Its number, GA-8/1, is its key; what it changed are the
 * rows that name it.
 */
#ifndef DOMAIN_DECISION_H
#define DOMAIN_DECISION_H

#include "base/record.h"

struct decision {
	char *meeting;	/* its key */
	int64_t no;	/* in the meeting, from 1, without a hole */
	char *item;	/* the agenda item it belongs to, an id; NULL */
	int64_t vote;	/* the vote of the meeting that carried it; 0: none was taken */
	char *taken;	/* the day */
	char *kind;
	char *subjects;	/* keys of the governments or bodies it is about, with ; between */
	char *text_en, *text_zh, *text_ja, *text_ko, *text_ru, *text_mn;
	char *note;
};

extern const struct record_type decision_type;

#endif
