/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/money_desk.h -- a new file with the NEAR data and dues of 2017 issued
 *
 * The clock stands at 2017-06-01; USD is at 1,080 won from 2017-01-01 on and at
 * 1,120 from 2017-05-01 on.
 */
#ifndef STORE_MONEY_DESK_H
#define STORE_MONEY_DESK_H

struct session;

struct money_desk {
	void *scratch;
	struct session *session;
};

/* For cmocka: *state is a struct money_desk. */
int money_desk_set_up(void **state);
int money_desk_tear_down(void **state);

/* Enter what one dollar is worth in won from that day on. */
void money_desk_rate(struct session *session, const char *day, int won);

#endif
