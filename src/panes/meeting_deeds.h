/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_deeds.h -- the steps of a meeting, chosen from a list
 *
 * What can be done to a meeting as it stands: invitations out, open, close,
 * report, postpone, cancel; and the next session made from it, or several. The
 * list offers what its state allows, questions ask for a day or a reason.
 */
#ifndef PANES_MEETING_DEEDS_H
#define PANES_MEETING_DEEDS_H

#include <stdbool.h>

struct buf;
struct desk;
struct err;

/* Ask and do it; left without an answer is fine. ERR_MISSING: no such meeting. */
bool meeting_deeds_ask(struct desk *desk, const char *key, struct err *err);

/* Ask, and invite all that are not invited yet. */
bool meeting_deeds_invite(struct desk *desk, const char *key, struct err *err);

/* Show what is to be looked at, a line each; nothing for an empty text. */
void meeting_deeds_warn(struct desk *desk, const struct buf *warnings);

#endif
