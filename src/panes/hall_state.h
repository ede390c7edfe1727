/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/hall_state.h -- a meeting on its day, as DAY shows it
 *
 * Read whole after every change anybody makes, because everything in a hall
 * hangs together: one who goes out takes along the proxies she holds, and the
 * quorum. What Desk finds is asked of the rows that are there.
 */
#ifndef PANES_HALL_STATE_H
#define PANES_HALL_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/attendance.h"
#include "domain/meeting.h"
#include "domain/voting.h"

struct buf;
struct err;
struct search_index;
struct session;
struct zone;

/* What the list shows; F11 goes through them. */
enum hall_view {
	HALL_DESK,		/* head, credentials, presence, vote */
	HALL_ANSWERS,		/* as what it comes, its answer, its proxy */
	HALL_WHOLE,		/* as HALL_DESK, and the list has the screen for itself */
	HALL_MISSING,		/* of these, whom the hall waits for */
	HALL_VIEWS
};

/* Zeroed is empty. */
struct hall_state {
	struct meeting meeting;
	const struct zone *zone;	/* of its wall clock; borrowed from the session */
	int64_t sitting;		/* that the clock is in; 0 none */
	char *item;			/* the agenda item in hand, "4 Admissions"; "" */
	struct row_list rows;		/* struct attendance, by rank of protocol */
	struct quorum quorum;
	size_t may_vote;

	int64_t vote;			/* the vote that is shown; 0: there was none */
	bool vote_open;
	struct voting_sheet sheet;
	size_t *names;			/* of its voters, those who may vote */
	size_t name_count;

	struct search_index *index;	/* of governments; read at the first use */
	size_t *found;			/* of rows, those that Desk finds */
	size_t found_count;
	enum hall_view view;		/* set by the pane; reading leaves it */
};

void hall_state_done(struct hall_state *hall);

/*
 * Read what there is of the meeting; vote 0 shows the open vote, else the
 * latest, another number that vote. On failure all is as it was.
 */
bool hall_state_read(struct hall_state *hall, struct session *session, const char *meeting, int64_t vote,
    struct err *err);

/* Forget what is searched: names may have changed. */
void hall_state_forget_names(struct hall_state *hall);

/*
 * Fill found with the rows for what was typed, all rows for "". missing: only
 * those that count, are not in the hall, and have not said that they stay away.
 * *ret_exact is the place among them of the one whose code it is; SIZE_MAX: none.
 */
bool hall_state_find(struct hall_state *hall, struct session *session, const char *typed,
    bool missing, size_t *ret_exact, struct err *err);

/* The nth row found, NULL beyond the last. */
const struct attendance *hall_state_row(const struct hall_state *hall, size_t found);

/* The nth name on the roll that may vote. */
struct voter *hall_state_name(const struct hall_state *hall, size_t name);

/* Appends "09:02" by the clock of the place; nothing for "". */
void hall_state_add_time(const struct hall_state *hall, const char *at, struct buf *text);

#endif
