/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/bank_encoding.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/encoding.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/bank_format.h"
#include "exchange/bank_csv.h"
#include "exchange/csv.h"

/* What banks write in, and the currencies of the countries where they do. */
static const struct { const char *name, *currencies; } encodings[BANK_ENCODINGS] = {
	{ "UTF-8", "" }, { "CP949", "KRW KPW" }, { "CP932", "JPY" }, { "GB18030", "CNY" },
	{ "CP1251", "RUB MNT" },
};

/* The cell with the first character that is not ASCII, as much of it as a picker has room for. */
static char *
take_sample(const char *text)
{
	enum { WIDEST = 16 };
	static const char ends[] = ",;\t\r\n\"";
	const char *start = text, *at = text;
	struct buf cell = { 0 }, sample = { 0 };

	for (; *at != '\0' && (unsigned char)*at < 0x80; at++)
		if (strchr(ends, *at) != NULL)
			start = at + 1;
	buf_add_bytes(&cell, start, strcspn(start, ends));
	char *shown = text_show(buf_text(&cell));
	if (text_width(shown) > WIDEST)
		text_fit(&sample, shown, WIDEST);
	else
		buf_add(&sample, shown);
	free(shown);
	buf_done(&cell);
	return buf_take(&sample);
}

/* Private characters mean what two have agreed on: where there are some, it is another encoding. */
static bool
has_private(const struct buf *text)
{
	const unsigned char *p = (const unsigned char *)buf_text(text);

	for (; *p != '\0'; p++)
		if (*p == 0xEE || (*p == 0xEF && p[1] < 0xA4))
			return true;
	return false;
}

static void
try_encoding(const char *name, const struct bank_format *format, const char *bytes,
    size_t length, struct bank_encodings *list)
{
	struct buf text = { 0 };

	if (encoding_decode(name, bytes, length, &text) == ENCODING_WHOLE && !has_private(&text))
		list->item[list->count++] = (struct bank_encoding){ .name = name,
			.sample = take_sample(buf_text(&text)),
			.has_heads = bank_csv_has_heads(format, buf_text(&text), text.length) };
	buf_done(&text);
}

/* Heads prove an encoding: those without them are no longer in question. */
static void
keep_those_with_heads(struct bank_encodings *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		kept += list->item[i].has_heads;
	if (kept == 0)
		return;
	kept = 0;
	for (size_t i = 0; i < list->count; i++) {
		if (list->item[i].has_heads)
			list->item[kept++] = list->item[i];
		else
			free(list->item[i].sample);
	}
	list->count = kept;
}

void
bank_encodings_find(const struct bank_format *format, const char *currency, const char *bytes,
    size_t length, struct bank_encodings *ret_list)
{
	struct bank_encodings list = { 0 };

	for (int others = 0; others < 2; others++)
		for (size_t i = 0; i < BANK_ENCODINGS; i++)
			if ((strstr(encodings[i].currencies, currency) == NULL) == (others == 1))
				try_encoding(encodings[i].name, format, bytes, length, &list);
	keep_those_with_heads(&list);
	*ret_list = list;
}

void
bank_encodings_done(struct bank_encodings *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->item[i].sample);
	*list = (struct bank_encodings){ 0 };
}

/* Refusals */

/* "CP949 (거래일시), CP1251 (°Е·ЎАПЅГ)" */
static void
add_list(const struct bank_encodings *list, struct buf *text)
{
	for (size_t i = 0; i < list->count; i++)
		buf_addf(text, "%s%s (%s)", i > 0 ? ", " : "", list->item[i].name, list->item[i].sample);
}

/* A name as a shell takes it for one word. */
static void
add_word(const char *name, struct buf *text)
{
	if (strpbrk(name, " \t'\"\\$`&|;<>()*?[]#~!{}") == NULL) {
		buf_add(text, name);
		return;
	}
	buf_add_char(text, '\'');
	for (; *name != '\0'; name++) {
		if (*name == '\'')
			buf_add(text, "'\\'");
		buf_add_char(text, *name);
	}
	buf_add_char(text, '\'');
}

static size_t
last_line(const struct buf *text)
{
	size_t line = 1;

	for (const char *p = buf_text(text); *p != '\0'; p++)
		line += *p == '\n' || (*p == '\r' && p[1] != '\n');
	return line;
}

static bool
refuse_line(const struct bank_format *format, const struct bank_encodings *list, size_t line,
    struct err *err)
{
	struct buf names = { 0 }, word = { 0 };

	add_list(list, &names);
	add_word(format->name, &word);
	if (list->count > 0) {
		/* TRANSLATORS: UTF-8; a name; CP949 (some words of the file), CP1251 (the same words) */
		err_set(err, ERR_INPUT, _("Line %d is not %s text. Say in BKF how it reads right, or: nearsec bank format %s encoding=%s"),
		    (int)line, bank_format_encoding(format), buf_text(&word), buf_text(&names));
		err_at(err, "encoding");
	} else {
		err_set(err, ERR_INPUT, _("Line %d is not %s text. Ask the bank in which encoding it writes, and say it in BKF, or: nearsec bank format %s encoding=NAME"),
		    (int)line, bank_format_encoding(format), buf_text(&word));
	}
	buf_done(&names);
	buf_done(&word);
	return false;
}

static bool
refuse_heads(const struct bank_format *format, const struct bank_encodings *list, struct err *err)
{
	struct buf names = { 0 }, word = { 0 };

	add_list(list, &names);
	add_word(format->name, &word);
	/* TRANSLATORS: CP1251; a name; CP949 (some words of the file) */
	err_set(err, ERR_INPUT, _("Read as %s, this file lacks heads that its bank format names. Say in BKF how it reads right, or: nearsec bank format %s encoding=%s"),
	    bank_format_encoding(format), buf_text(&word), buf_text(&names));
	buf_done(&names);
	buf_done(&word);
	return err_at(err, "encoding");
}

/* Half a character at the end is half a file, unless another encoding was never asked for. */
static bool
refuse_bytes(const struct bank_format *format, const char *currency, const char *bytes,
    size_t length, enum encoding_end end, size_t line, struct err *err)
{
	struct bank_encodings list = { 0 };
	bool is_utf_8 = strcmp(bank_format_encoding(format), "UTF-8") == 0;

	if (end == ENCODING_FOREIGN || is_utf_8)
		bank_encodings_find(format, currency, bytes, length, &list);
	if (end == ENCODING_BROKEN && list.count == 0)
		err_set(err, ERR_INPUT, _("Line %d ends in the middle of a character: the file is not whole. Take it from the bank again."),
		    (int)line);
	else
		refuse_line(format, &list, line, err);
	bank_encodings_done(&list);
	return false;
}

/* All of it is text, but are these the heads? In another encoding they may stand there. */
static bool
check_heads(const struct bank_format *format, const char *currency, const char *bytes,
    size_t length, const struct buf *text, struct err *err)
{
	struct bank_encodings list = { 0 };
	bool ok = bank_csv_has_heads(format, buf_text(text), text->length);

	if (ok)
		return true;
	bank_encodings_find(format, currency, bytes, length, &list);
	ok = list.count == 0 || !list.item[0].has_heads || refuse_heads(format, &list, err);
	bank_encodings_done(&list);
	return ok;
}

bool
bank_encoding_read(const struct bank_format *format, const char *currency, const char *bytes,
    size_t length, struct buf *text, struct err *err)
{
	const char *name = bank_format_encoding(format);

	if (csv_has_mark(bytes, length)) {
		buf_add_bytes(text, bytes, length);
		return true;
	}
	if (!bank_format_check_encoding(name, err))
		return false;
	enum encoding_end end = encoding_decode(name, bytes, length, text);
	return end == ENCODING_WHOLE ? check_heads(format, currency, bytes, length, text, err) :
	    refuse_bytes(format, currency, bytes, length, end, last_line(text), err);
}
