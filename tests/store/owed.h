/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store/owed.h -- what was owed on a day, counted from every paper, against what the program says */
#ifndef STORE_OWED_H
#define STORE_OWED_H

struct session;

/*
 * Arrears and ageing of so many days from that one on are what was invoiced until
 * then, less what allocations and credit notes booked until then took off it.
 */
void assert_owed_on_days(struct session *session, const char *first, int days);

#endif
