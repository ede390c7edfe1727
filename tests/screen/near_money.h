/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * screen/near_money.h -- a file with dues, payments and a statement of the bank, for tests of panes
 *
 * Everything is entered by the program itself. The clock of screen/near.h says
 * 2026-04-13; USD is at 1,080 won from 2026-01-01 and at 1,120 from 2026-04-10;
 * the 70 invoices of 2026 are issued and JP-16 has paid half of its own; USD
 * 1,000.00 are open everywhere else.
 */
#ifndef SCREEN_NEAR_MONEY_H
#define SCREEN_NEAR_MONEY_H

#include "screen/near.h"

/* A folder as near_folder_new makes it. */
char *near_money_folder_new(void);

/* For cmocka: *state is such a folder; near_teardown takes it away. */
int near_money_setup(void **state);

/* The statement 2026-04 of five lines: two are proposed, two look the same, one is a fee. */
void near_money_take_statement(const char *folder);

#endif
