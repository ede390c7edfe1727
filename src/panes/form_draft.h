/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/form_draft.h -- what is typed into a form and not saved outlives the program
 *
 * The one way in which forms keep drafts, take them up again and drop them. A
 * draft that waits is offered after the first frame; whoever types before the
 * question comes loses nothing: what waits is then taken up below what was
 * typed, and both are kept.
 */
#ifndef PANES_FORM_DRAFT_H
#define PANES_FORM_DRAFT_H

#include <stdbool.h>

#include "domain/draft.h"

struct desk;
struct err;
struct form;
struct session;
struct sheet;

/* Zeroed knows of none. */
struct form_draft {
	struct draft found;	/* read, and waiting for an answer */
	bool waits;
	bool kept;		/* there is one in the folder */
};

/* The form whose draft it is; all borrowed. */
struct form_draft_of {
	const char *pane;	/* code of the form */
	const char *record;	/* argument that opens it again */
	const char *label;	/* how lists name it */
	struct form *form;
	struct sheet *sheet;	/* of the lines whose part is below sheet->count */
	const char *note;	/* what was done to the sheet before typing; "" for nothing */
};

void form_draft_done(struct form_draft *draft);

/* Is there a draft? A folder that cannot be read has none. */
void form_draft_look(struct form_draft *draft, const struct session *session, const char *pane,
    const char *record);

/* The note of the draft that waits, "". */
const char *form_draft_note(const struct form_draft *draft);

/*
 * Ask about the draft that waits. True: take it up now, with form_draft_take.
 * False: there is none any more.
 */
bool form_draft_offer(struct form_draft *draft, struct desk *desk);

/*
 * Type the texts of the draft that waits into the fields nobody has typed into,
 * with the values and the place in the log it began from, so that saving finds
 * what others changed since.
 */
void form_draft_take(struct form_draft *draft, const struct form_draft_of *of);

/* Write what differs from the file; nothing differs: drop it. */
bool form_draft_keep(struct form_draft *draft, const struct session *session,
    const struct form_draft_of *of, struct err *err);

/* After saving. A file that will not go does no harm but to be offered again. */
void form_draft_drop(struct form_draft *draft, const struct session *session, const char *pane,
    const char *record);

#endif
