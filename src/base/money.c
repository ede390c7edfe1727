/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/money.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"

/* How amounts are written. */
struct style {
	const char *group;	/* between thousands; "" for nothing */
	const char *point;
};

static const struct style exact_style = { "", "." };

static struct style
style_of(const struct catalogue *in)
{
	/* TRANSLATORS: between the thousands, and before the decimals, of an amount. */
	return (struct style){ message_show_in(in, NC_("thousands", ",")),
		message_show_in(in, NC_("decimals", ".")) };
}

bool
money_check_currency(const char *currency, struct err *err)
{
	if (strlen(currency) == 3 && strspn(currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
		return true;
	return err_set(err, ERR_INPUT,
	    _("\"%s\" is no currency: write three capital letters, as KRW or USD."), currency);
}

int
money_digits(const char *currency)
{
	/* ISO 4217, all that have not 2. */
	static const struct { const char *codes; int digits; } others[] = {
		{ "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0 },
		{ "BHD IQD JOD KWD LYD OMR TND", 3 },
		{ "CLF UYW", 4 },
	};

	if (money_check_currency(currency, NULL))
		for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
			if (strstr(others[i].codes, currency) != NULL)
				return others[i].digits;
	return 2;
}

bool
money_add(int64_t a, int64_t b, int64_t *ret_sum)
{
	if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b)
		return false;
	*ret_sum = a + b;
	return true;
}

static uint64_t
magnitude(int64_t number)
{
	return number < 0 ? -(uint64_t)number : (uint64_t)number;
}

static bool
with_sign(uint64_t size, bool negative, int64_t *ret_number)
{
	if (size > INT64_MAX)
		return false;
	*ret_number = negative ? -(int64_t)size : (int64_t)size;
	return true;
}

/* 128 bits, which C11 does not have. */
struct wide {
	uint64_t high, low;
};

static struct wide
multiply_wide(uint64_t a, uint64_t b)
{
	uint64_t a_low = a & UINT32_MAX, a_high = a >> 32;
	uint64_t b_low = b & UINT32_MAX, b_high = b >> 32;
	uint64_t low = a_low * b_low;
	uint64_t middle = a_high * b_low + (low >> 32);
	uint64_t carry = a_low * b_high + (middle & UINT32_MAX);

	return (struct wide){ a_high * b_high + (middle >> 32) + (carry >> 32),
		carry << 32 | (low & UINT32_MAX) };
}

/* Long division by bits. False when the quotient has more than 64 of them. */
static bool
divide_wide(struct wide number, uint64_t by, uint64_t *ret_quotient, uint64_t *ret_rest)
{
	uint64_t rest = number.high, quotient = 0;

	if (rest >= by)
		return false;
	for (int bit = 63; bit >= 0; bit--) {
		bool carry = rest >> 63 != 0;

		rest = rest << 1 | (number.low >> bit & 1);
		if (carry || rest >= by) {
			rest -= by;
			quotient |= (uint64_t)1 << bit;
		}
	}
	*ret_quotient = quotient;
	*ret_rest = rest;
	return true;
}

bool
money_multiply(int64_t amount, int64_t numerator, int64_t denominator, int64_t *ret_sum)
{
	uint64_t by = magnitude(denominator), quotient, rest;

	assert(denominator > 0);
	if (!divide_wide(multiply_wide(magnitude(amount), magnitude(numerator)), by, &quotient, &rest))
		return false;
	if (rest >= by - rest && ++quotient == 0)
		return false;
	return with_sign(quotient, (amount < 0) != (numerator < 0), ret_sum);
}

/* number * 10^power; false when it does not fit. */
static bool
scale(int64_t number, int power, int64_t *ret_number)
{
	for (; power > 0; power--) {
		if (number > INT64_MAX / 10 || number < INT64_MIN / 10)
			return false;
		number *= 10;
	}
	*ret_number = number;
	return true;
}

bool
money_convert(int64_t amount, const char *from, const char *to, int64_t numerator,
    int64_t denominator, int64_t *ret_sum)
{
	int more = money_digits(to) - money_digits(from);

	return scale(numerator, more, &numerator) && scale(denominator, -more, &denominator) &&
	    money_multiply(amount, numerator, denominator, ret_sum);
}

static void
add_amount(struct buf *out, int64_t sum, int digits, const struct style *style)
{
	struct buf all = { 0 };

	buf_addf(&all, "%0*llu", digits + 1, (unsigned long long)magnitude(sum));
	size_t whole = all.length - (size_t)digits;
	buf_add(out, sum < 0 ? "-" : "");
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			buf_add(out, style->group);
		buf_add_char(out, buf_text(&all)[i]);
	}
	if (digits > 0)
		buf_addf(out, "%s%s", style->point, buf_text(&all) + whole);
	buf_done(&all);
}

void
money_show_amount(struct buf *out, const struct catalogue *in, int64_t sum, const char *currency)
{
	struct style style = style_of(in);

	add_amount(out, sum, money_digits(currency), &style);
}

void
money_format(struct buf *out, int64_t sum, const char *currency)
{
	add_amount(out, sum, money_digits(currency), &exact_style);
}

void
money_show(struct buf *out, const struct catalogue *in, int64_t sum, const char *currency)
{
	/*
	 * TRANSLATORS: a sum: %C is the code of the currency, %N the amount.
	 * xgettext:no-c-format
	 */
	const char *pattern = message_show_in(in, NC_("money", "%C %N"));

	for (const char *p = pattern; *p != '\0'; p++) {
		if (p[0] == '%' && p[1] == 'C')
			buf_add(out, currency);
		else if (p[0] == '%' && p[1] == 'N')
			money_show_amount(out, in, sum, currency);
		else {
			buf_add_char(out, *p);
			continue;
		}
		p++;
	}
}

/* An amount being read, folded. */
struct typed {
	const char *at;
	const char *group;	/* "": amounts have no groups */
	const char *point;
	int digits;		/* of the currency */
};

enum reading { READ, NO_AMOUNT, TOO_LARGE };

static size_t
count_digits(const char *text)
{
	return strspn(text, "0123456789");
}

static bool
take(struct typed *typed, const char *sign)
{
	size_t length = strlen(sign);

	if (length == 0 || strncmp(typed->at, sign, length) != 0)
		return false;
	typed->at += length;
	return true;
}

static enum reading
take_digits(struct typed *typed, size_t count, int64_t *number)
{
	for (; count > 0; count--) {
		int digit = *typed->at++ - '0';

		if (*number > (INT64_MAX - digit) / 10)
			return TOO_LARGE;
		*number = *number * 10 + digit;
	}
	return READ;
}

/* "1200000", or "1,200,000": from the first group on every one has three digits. */
static enum reading
take_whole(struct typed *typed, int64_t *number)
{
	size_t first = count_digits(typed->at);
	enum reading reading = first > 0 ? take_digits(typed, first, number) : NO_AMOUNT;
	struct typed before = *typed;

	while (reading == READ && take(typed, typed->group)) {
		size_t count = count_digits(typed->at);

		if (count == 0) {	/* a blank behind the amount, where blanks group */
			*typed = before;
			break;
		}
		if (count != 3 || first > 3)
			return NO_AMOUNT;
		reading = take_digits(typed, 3, number);
		before = *typed;
	}
	return reading;
}

static enum reading
take_amount(struct typed *typed, int64_t *ret_amount)
{
	int64_t number = 0;
	enum reading reading = take_whole(typed, &number);
	int missing = typed->digits;

	if (reading == READ && take(typed, typed->point)) {
		size_t count = count_digits(typed->at);

		if (count == 0 || count > (size_t)typed->digits)
			return NO_AMOUNT;
		missing -= (int)count;
		reading = take_digits(typed, count, &number);
	}
	if (reading == READ && !scale(number, missing, ret_amount))
		return TOO_LARGE;
	return reading;
}

static void
skip_blanks(struct typed *typed)
{
	typed->at += strspn(typed->at, " \t");
}

/* "[-]amount[+amount][-amount]...", blanks around the signs. */
static enum reading
take_sum(struct typed *typed, int64_t *ret_sum)
{
	int64_t sum = 0, amount;

	skip_blanks(typed);
	bool negative = take(typed, "-");
	if (!negative)
		take(typed, "+");
	for (;;) {
		skip_blanks(typed);
		enum reading reading = take_amount(typed, &amount);

		if (reading != READ)
			return reading;
		if (!money_add(sum, negative ? -amount : amount, &sum))
			return TOO_LARGE;
		skip_blanks(typed);
		if (*typed->at == '\0')
			break;
		negative = take(typed, "-");
		if (!negative && !take(typed, "+"))
			return NO_AMOUNT;
	}
	*ret_sum = sum;
	return READ;
}

static bool
refuse(enum reading reading, const char *text, const char *currency, const struct style *style,
    struct err *err)
{
	struct buf example = { 0 };

	if (reading == TOO_LARGE)
		return err_set(err, ERR_INPUT, _("\"%s\" is more than can be booked."), text);
	add_amount(&example, money_digits(currency) > 0 ? 120050 : 1200500, money_digits(currency),
	    style);
	err_set(err, ERR_INPUT, _("\"%s\" is no amount in %s: write it like %s."), text, currency,
	    buf_text(&example));
	buf_done(&example);
	return false;
}

static bool
read_sum(const char *text, const struct style *style, const char *currency, int64_t *ret_sum,
    struct err *err)
{
	char *folded = text_folded(text, 0);
	char *group = text_folded(style->group, 0);	/* a fixed blank is then a blank */
	struct typed typed = { folded, group, style->point, money_digits(currency) };
	enum reading reading = take_sum(&typed, ret_sum);

	free(group);
	free(folded);
	return reading == READ || refuse(reading, text, currency, style, err);
}

bool
money_read(const char *text, const struct catalogue *in, const char *currency, int64_t *ret_sum,
    struct err *err)
{
	struct style style = style_of(in);

	return read_sum(text, &style, currency, ret_sum, err);
}

bool
money_parse(const char *text, const char *currency, int64_t *ret_sum, struct err *err)
{
	return read_sum(text, &exact_style, currency, ret_sum, err);
}
