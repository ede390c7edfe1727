/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/hall.h -- a meeting for tests of the plenary day
 *
 * GA-9 of 2012-07-24..27 in Asia/Shanghai, planned; eight members KR-01 to
 * KR-08, an observer KR-11, a suspended one KR-12 and a government KR-13 that
 * is nothing. The clock stands at 09:30 of its first day there.
 */
#ifndef STORE_HALL_H
#define STORE_HALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/quorum.h"
#include "domain/tally.h"

struct session;

struct hall {
	void *scratch;
	struct session *session;
};

#define HALL "GA-9"

/* For cmocka's setup and teardown. hall_set_up_open: all are invited, it is open. */
int hall_set_up(void **state);
int hall_set_up_open(void **state);
int hall_tear_down(void **state);

/* The clock stands still at that time of UTC. */
void hall_clock(const char *now);

/* Words with blanks between, "KR-01 KR-02"; each must be taken. */
void hall_enter(struct hall *hall, const char *governments, const char *direction);
void hall_accept(struct hall *hall, const char *governments);
void hall_state(struct hall *hall, const char *state);

/* A vote whose roll is that of the moment. */
int64_t hall_open_vote(struct hall *hall);
/* One ballot on the floor; false with the words in ret_words (may be NULL). */
bool hall_vote(struct hall *hall, const char *government, const char *choice,
    char ret_words[640]);

struct quorum hall_quorum(struct hall *hall);
struct tally hall_tally(struct hall *hall, int64_t no);

/* The reason of a government in the hall as it is now; a test fails without a row. */
void assert_reason(struct hall *hall, const char *government, const char *wanted);

/* The end of the log: what was refused has written nothing. */
int64_t hall_lines(struct hall *hall);

#endif
