/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/bank_csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "base/text.h"
#include "domain/bank.h"
#include "domain/bank_format.h"
#include "exchange/csv.h"

enum { NONE = -1 };

/* Where the columns that count stand; NONE where there is no such. */
struct columns {
	int day, amount, money_in, money_out, payer, reference;
};

/* What the clerk typed has no blanks at its ends and is NFC; in the file it may be otherwise. */
static bool
is_head(const char *cell, const char *name)
{
	size_t before = strspn(cell, " \t"), length = strlen(cell + before);

	while (length > 0 && strchr(" \t", cell[before + length - 1]) != NULL)
		length--;
	char *head = text_store(cell + before, length);
	bool same = strcmp(head, name) == 0;
	free(head);
	return same;
}

static bool
find_column(const struct csv_row *head, const char *name, int *ret_column, struct err *err)
{
	*ret_column = NONE;
	if (name == NULL || name[0] == '\0')
		return true;
	for (size_t i = 0; i < head->count; i++)
		if (is_head(head->cell[i], name)) {
			*ret_column = (int)i;
			return true;
		}
	return err_set(err, ERR_INPUT, _("The heads of this file name no column \"%s\"."), name);
}

static bool
find_columns(const struct bank_format *format, const struct csv_row *head, struct columns *columns,
    struct err *err)
{
	return find_column(head, format->day, &columns->day, err) &&
	    find_column(head, format->amount, &columns->amount, err) &&
	    find_column(head, format->money_in, &columns->money_in, err) &&
	    find_column(head, format->money_out, &columns->money_out, err) &&
	    find_column(head, format->payer, &columns->payer, err) &&
	    find_column(head, format->reference, &columns->reference, err);
}

static const char *
cell(const struct csv_row *row, int column)
{
	return column != NONE && (size_t)column < row->count ? row->cell[column] : "";
}

/* "20170410", "2017-04-10", "10.04.2017", "4/10/17": three numbers in the bank's order. */
static bool
read_day(const struct bank_format *format, const char *text, char ret_day[DAY_SIZE])
{
	int part[3] = { 0 };
	const char *year = strchr(format->day_order, 'y');
	size_t at = (size_t)(year - format->day_order);

	if (strlen(text) >= 8 && strspn(text, "0123456789") >= 8) {
		if (sscanf(text, at == 0 ? "%4d%2d%2d" : "%2d%2d%4d", &part[0], &part[1], &part[2]) != 3)
			return false;
	} else if (sscanf(text, "%d%*[-./ ]%d%*[-./ ]%d", &part[0], &part[1], &part[2]) != 3) {
		return false;
	}
	if (part[at] < 100)
		part[at] += 2000;
	/* A month or day of 0 would make a day that is known in part. */
	return day_join(part[at], part[strchr(format->day_order, 'm') - format->day_order],
	    part[strchr(format->day_order, 'd') - format->day_order], ret_day) && day_is_whole(ret_day);
}

/* Groups go, the decimal sign becomes a point: "1.234,50-" is "-1234.50". */
static bool
read_amount(const struct bank_format *format, const char *currency, const char *text,
    int64_t *ret_amount, struct err *err)
{
	struct buf plain = { 0 };
	bool negative = false;

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '-' || *p == '(')
			negative = true;
		else if (*p >= '0' && *p <= '9')
			buf_add_char(&plain, *p);
		else if (*p == format->decimal[0])
			buf_add_char(&plain, '.');
	}
	bool ok = plain.length > 0 && money_parse(buf_text(&plain), currency, ret_amount, err);
	if (plain.length == 0)
		err_set(err, ERR_INPUT, _("\"%s\" is no amount."), text);
	if (ok && negative)
		*ret_amount = -*ret_amount;
	buf_done(&plain);
	return ok;
}

static bool
read_moved(const struct bank_format *format, const struct columns *columns, const char *currency,
    const struct csv_row *row, int64_t *ret_amount, struct err *err)
{
	const char *one = cell(row, columns->amount), *in = cell(row, columns->money_in),
	    *out = cell(row, columns->money_out);
	int64_t gone = 0, come = 0;

	if (one[0] != '\0')
		return read_amount(format, currency, one, ret_amount, err);
	if ((in[0] != '\0' && !read_amount(format, currency, in, &come, err)) ||
	    (out[0] != '\0' && !read_amount(format, currency, out, &gone, err)))
		return false;
	*ret_amount = come - (gone < 0 ? -gone : gone);
	return true;
}

static bool
take_row(const struct bank_format *format, const struct columns *columns, const char *currency,
    const struct csv_row *row, struct bank_paper *paper, struct err *err)
{
	char day[DAY_SIZE];
	int64_t amount = 0;
	struct err own = { 0 };

	if (!read_moved(format, columns, currency, row, &amount, &own))
		return err_set(err, ERR_INPUT, _("Line %zu: %s"), row->line, own.text);
	if (amount == 0)
		return true;
	if (!read_day(format, cell(row, columns->day), day))
		return err_set(err, ERR_INPUT, _("Line %zu: \"%s\" is no day in the order of this bank."),
		    row->line, cell(row, columns->day));
	bank_paper_add(paper, day, amount, cell(row, columns->payer), cell(row, columns->reference));
	return true;
}

/* The row with the heads, behind those that are skipped. */
static bool
read_heads(const struct bank_format *format, struct csv_reader *reader, struct columns *columns,
    struct err *err)
{
	struct csv_row row;
	struct err own = { 0 };

	for (int64_t i = 0; i <= format->skip; i++)
		if (!csv_next(reader, &row, &own))
			return err_set(err, ERR_INPUT, "%s", own.code != ERR_NONE ? own.text :
			    _("This file is empty: its first row names the columns."));
	return find_columns(format, &row, columns, err);
}

bool
bank_csv_has_heads(const struct bank_format *format, const char *text, size_t length)
{
	struct csv_reader *reader = csv_reader_new(text, length);
	struct columns columns = { 0 };
	bool has = read_heads(format, reader, &columns, NULL);

	csv_reader_free(reader);
	return has;
}

bool
bank_csv_read(const struct bank_format *format, const char *currency, const char *text,
    size_t length, struct bank_paper *ret_paper, struct err *err)
{
	struct csv_reader *reader = csv_reader_new(text, length);
	struct columns columns = { 0 };
	struct csv_row row;
	bool ok = read_heads(format, reader, &columns, err);

	while (ok && csv_next(reader, &row, err))
		ok = take_row(format, &columns, currency, &row, ret_paper, err);
	csv_reader_free(reader);
	return ok && err->code == ERR_NONE;
}
