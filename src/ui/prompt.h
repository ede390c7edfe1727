/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/prompt.h -- a question on the last row
 *
 * Answers are digits, never letters, so they are the same on every layout and
 * in every language. Enter alone is the answer that changes nothing. A text
 * (a reason, a decision number) is asked for on the same row.
 */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/line.h"
#include "ui/overlay.h"

struct prompt_answer {
	int digit;
	const char *label;	/* NC_("answer", ...) */
};

struct prompt {
	const char *question;			/* translated, borrowed */
	const struct prompt_answer *answers;	/* closed by { 0 }; NULL: a text */
	int safe;				/* the digit Enter means */
	bool required;				/* a text: may not be empty */

	int answer;				/* after OVERLAY_TAKE */
	struct line line;			/* a text: what was typed; prompt_done frees it */
};

/* 1=Yes 2=No, and Enter is No. */
extern const struct prompt_answer prompt_yes_no[];
enum { PROMPT_YES = 1, PROMPT_NO = 2 };

struct overlay prompt_open(struct prompt *prompt);
void prompt_done(struct prompt *prompt);

#endif
