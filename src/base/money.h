/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/money.h -- sums of money, which are whole numbers
 *
 * A sum is a count of the currency's minor unit (KRW has none, USD has cents)
 * in 64 bits; there is no floating point anywhere. Where a product does not
 * come out even there is one rounding: half away from zero. Nothing wraps: what
 * does not fit is refused. Shown with the code, never a sign: the yen and the
 * yuan share theirs.
 */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include <stdbool.h>
#include <stdint.h>

struct buf;
struct catalogue;
struct err;

/* Three capital letters, as ISO 4217 has them. */
bool money_check_currency(const char *currency, struct err *err);

/* Digits behind the point: KRW and JPY 0, USD 2, KWD 3. */
int money_digits(const char *currency);

/* All false, and *ret_sum as it was, when the sum does not fit into 64 bits. */
bool money_add(int64_t a, int64_t b, int64_t *ret_sum);
/* amount * numerator / denominator, rounded half away from zero; denominator > 0. */
bool money_multiply(int64_t amount, int64_t numerator, int64_t denominator, int64_t *ret_sum);
/*
 * Into another currency at a rate: so many major units of to for one of from.
 * USD 1,000.00 at 1080/1 is KRW 1,080,000.
 */
bool money_convert(int64_t amount, const char *from, const char *to, int64_t numerator,
    int64_t denominator, int64_t *ret_sum);

/* "KRW 1,200,000", in Russian "1 200 000 KRW"; and without the code. Appended. */
void money_show(struct buf *out, const struct catalogue *in, int64_t sum, const char *currency);
void money_show_amount(struct buf *out, const struct catalogue *in, int64_t sum,
    const char *currency);
/* As files and --json have it, in any language: "-1200.50". Appended. */
void money_format(struct buf *out, int64_t sum, const char *currency);

/*
 * Read what a clerk types: an amount grouped as her language does or not at all,
 * or a sum of several, "540000+20000". Refused: what another language would
 * read as another amount ("1.200"), more decimals than the currency has, and
 * what is too large.
 */
bool money_read(const char *text, const struct catalogue *in, const char *currency,
    int64_t *ret_sum, struct err *err);
/* The same without groups and with a point: what money_format writes. */
bool money_parse(const char *text, const char *currency, int64_t *ret_sum, struct err *err);

#endif
