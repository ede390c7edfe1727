/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/chart.h -- which account of the chart the program posts to
 *
 * Nothing is compiled in but purposes: an account says what it is for, and the
 * clerk may call it as she likes. One purpose and currency lead to one account,
 * the open one with the lowest code.
 */
#ifndef DOMAIN_CHART_H
#define DOMAIN_CHART_H

#include <stdbool.h>

struct err;
struct session;

enum { CHART_CURRENCY = 4 };	/* three letters and their NUL */

/* The currency of the books: rule ledger.base. ERR_MISSING when there is none. */
bool chart_base(struct session *session, char ret_currency[CHART_CURRENCY], struct err *err);

/*
 * The account of that purpose in that currency (NULL: the base currency). The
 * caller frees *ret_code. ERR_MISSING says which account to add.
 */
bool chart_find(struct session *session, const char *purpose, const char *currency,
    char **ret_code, struct err *err);

#endif
