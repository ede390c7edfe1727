/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/voting.h -- a vote from its opening to its result
 *
 * Opening freezes the roll: who is there, who may vote, who votes for whom, and
 * why not; with it the rules of quorum and majority. From then on only ballots
 * are added, and a slip is mended as long as the vote is open. Closing enters
 * whoever gave no ballot as not voting. A meeting has one open vote at most.
 */
#ifndef DOMAIN_VOTING_H
#define DOMAIN_VOTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"
#include "domain/tally.h"

struct buf;
struct err;
struct session;
struct vote;

/* A government on the roll of a vote, and how it voted. */
struct voter {
	char *government;	/* its code */
	char *name;		/* in the language of the screen, never empty */
	char *own_name;		/* in its own language */
	int64_t present;	/* 1: it was in the hall itself */
	int64_t entitled;
	char *reason;		/* why it might not vote; "" */
	char *proxy;		/* the government that votes for it; "" */
	char *choice;		/* yes no abstain not-voting; "" not called yet */
	char *manner;		/* floor written; "" */
	char *cast_by;		/* the holder of its proxy; "" itself */
};
extern const struct record_type voter_type;

/*
 * A new vote on motion; method is a word of vote.method, item an id or NULL.
 * Refused unless the meeting is open, and while another vote is.
 */
bool voting_open(struct session *session, const char *meeting, const char *motion,
    const char *method, const char *item, int64_t *ret_no, struct err *err);

/* The number of the vote that is open; 0: none is. */
bool voting_find_open(struct session *session, const char *meeting, int64_t *ret_no,
    struct err *err);

/* Of the latest vote; 0: there was none. */
bool voting_find_latest(struct session *session, const char *meeting, int64_t *ret_no,
    struct err *err);

/* One ballot. */
struct voting_ballot {
	const char *government;
	const char *choice;	/* yes no abstain not-voting */
	const char *manner;	/* floor written; NULL: as the method of the vote says */
	const char *cast_by;	/* NULL: whoever the roll says. Another is refused */
};

/*
 * Ballots of the open vote, all or none in one change set. Refused: no vote is
 * open, a government that is not on the roll or may not vote, a second ballot,
 * a ballot on the floor of a proxy whose holder is not in the hall now.
 */
bool voting_cast(struct session *session, const char *meeting,
    const struct voting_ballot *ballots, size_t count, int64_t *ret_number, struct err *err);

/* A slip: the ballot that is there becomes this one. ERR_MISSING without one. */
bool voting_mend(struct session *session, const char *meeting,
    const struct voting_ballot *ballot, int64_t *ret_number, struct err *err);

/*
 * One choice for all who may vote and have not yet, but for those named in
 * except: they get the choice that stands there; NULL leaves them to be called.
 */
bool voting_bloc(struct session *session, const char *meeting, const char *choice,
    const struct voting_ballot *except, size_t count, int64_t *ret_number, struct err *err);

/* Close the open vote. *ret_tally (may be NULL) has its result. */
bool voting_close(struct session *session, const char *meeting, int64_t *ret_no,
    struct tally *ret_tally, struct err *err);

/* A vote, its roll with the ballots by rank of protocol, and its sum. */
struct voting_sheet {
	struct vote *vote;
	struct row_list voters;	/* struct voter */
	struct tally tally;
};
/* ERR_MISSING. The caller calls voting_sheet_done. */
bool voting_sheet_read(struct session *session, const char *meeting, int64_t no,
    struct voting_sheet *ret_sheet, struct err *err);
void voting_sheet_done(struct voting_sheet *sheet);

/* For undo: a set that wrote this row of vote, roll or ballot stays. Says why. */
bool voting_may_undo(struct session *session, const char *key, struct err *err);

#endif
