/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/posting_preview.h -- the lines that a key is about to post, below a form
 *
 * Nothing is posted that was not seen: where there is no room below the fields
 * the lines are shown as a page, and a question follows.
 */
#ifndef PANES_POSTING_PREVIEW_H
#define PANES_POSTING_PREVIEW_H

#include <stdbool.h>

#include "base/err.h"
#include "domain/row.h"
#include "ui/layout.h"

struct desk;
struct ledger_draft;
struct session;

struct posting_preview {
	struct row_list lines;	/* of struct entry_line */
	struct err problem;	/* why there are none */
	bool unseen;		/* there was no room for them at the last frame */
};

/* Zeroed is empty. */
void posting_preview_done(struct posting_preview *preview);

/* Show a draft from now on. */
void posting_preview_set(struct posting_preview *preview, struct session *session,
    const struct ledger_draft *draft);
/* There is nothing to post yet; problem says why, or is zeroed. */
void posting_preview_clear(struct posting_preview *preview, const struct err *problem);

/* Below so many rows of fields. */
void posting_preview_draw(struct posting_preview *preview, const struct area *body, int fields);

/* True at once when the lines were seen; else shows them and asks. */
bool posting_preview_agree(struct posting_preview *preview, struct desk *desk);

#endif
