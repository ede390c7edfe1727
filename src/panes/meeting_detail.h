/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_detail.h -- what is to be known of a meeting at a glance
 *
 * Its state and time, the notice clock, answers, agenda and clashes: below the
 * list of MTG, and on the page of option 5 with all rows that belong to it. Read
 * when the marker comes to another meeting, never while a frame is drawn.
 */
#ifndef PANES_MEETING_DETAIL_H
#define PANES_MEETING_DETAIL_H

#include <stdbool.h>

#include "domain/agenda.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "ui/layout.h"

struct buf;
struct desk;
struct err;
struct session;

enum { MEETING_ANSWERS = 4 };

/* Zeroed is empty. */
struct meeting_detail {
	char *key;			/* NULL: nothing was read */
	struct meeting meeting;
	char *body;			/* name of the body */
	char *host;			/* name of the host; "" none */
	char *time;			/* "2026-09-08 09:30 Asia/Seoul = 00:30 UTC" */
	int64_t days;			/* it lasts; 0: not known */
	struct row_list notices, agenda, clashes;
	struct agenda_sum sum;
	size_t invited, answers[MEETING_ANSWERS];	/* in the order of the words of delegation.answer */
};

void meeting_detail_done(struct meeting_detail *detail);

/* Of that meeting; ERR_MISSING. On failure it is empty. */
bool meeting_detail_read(struct meeting_detail *detail, struct session *session, const char *key,
    struct err *err);

/* "WC-15  Working Committee" */
void meeting_detail_title(const struct meeting_detail *detail, struct buf *text);
/* A sentence when its invitations are late: what to do; else nothing. */
void meeting_detail_urge(const struct meeting_detail *detail, struct buf *text);
void meeting_detail_draw(const struct meeting_detail *detail, struct area area);

/* The page with everything, until it is closed. */
bool meeting_detail_show(struct desk *desk, const char *key, struct err *err);

#endif
