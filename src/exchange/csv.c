/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/csv.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LITTLE_MARK "\xFF\xFE"	/* of UTF-16 */
#define BIG_MARK "\xFE\xFF"

/* A text that begins with one of these is a formula to a spreadsheet. */
static const char formula_signs[] = "=+-@";

struct csv_reader {
	char *text;		/* UTF-8, closed by NUL; cells are unquoted in place */
	size_t length;
	size_t size;		/* bytes of the file it came from */
	size_t at;		/* the next byte to read */
	size_t line;
	char separator;
	const char **cells;	/* of the row read last */
	size_t room;
};

/* One UTF-16 unit; 0xFFFF, which is no character, beyond the end. */
static uint32_t
unit_at(const unsigned char *bytes, size_t length, size_t at, bool little)
{
	if (at + 2 > length)
		return 0xFFFF;
	return little ? bytes[at] | (uint32_t)bytes[at + 1] << 8 :
	    (uint32_t)bytes[at] << 8 | bytes[at + 1];
}

/* What cannot be decoded becomes the byte 0xFF, which csv_next then refuses. */
static void
add_rune(struct buf *text, uint32_t rune)
{
	char encoded[5];

	if (rune == 0)
		buf_add_char(text, '\0');
	else if (rune == 0xFFFF || (rune >= 0xD800 && rune < 0xE000))
		buf_add_char(text, '\xFF');
	else
		buf_add_bytes(text, encoded, (size_t)text_encode(encoded, rune));
}

static void
decode_utf16(struct buf *text, const unsigned char *bytes, size_t length, bool little)
{
	for (size_t at = 0; at < length; at += 2) {
		uint32_t rune = unit_at(bytes, length, at, little);
		uint32_t second = unit_at(bytes, length, at + 2, little);

		if (rune >= 0xD800 && rune < 0xDC00 && second >= 0xDC00 && second < 0xE000) {
			rune = 0x10000 + ((rune - 0xD800) << 10) + (second - 0xDC00);
			at += 2;
		}
		add_rune(text, rune);
	}
}

static bool
begins_with(const char *bytes, size_t length, const char *mark)
{
	return length >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
}

bool
csv_has_mark(const char *bytes, size_t length)
{
	return begins_with(bytes, length, LITTLE_MARK) || begins_with(bytes, length, BIG_MARK) ||
	    begins_with(bytes, length, BYTE_ORDER_MARK);
}

static void
decode(struct buf *text, const char *bytes, size_t length)
{
	if (begins_with(bytes, length, LITTLE_MARK))
		decode_utf16(text, (const unsigned char *)bytes + 2, length - 2, true);
	else if (begins_with(bytes, length, BIG_MARK))
		decode_utf16(text, (const unsigned char *)bytes + 2, length - 2, false);
	else if (begins_with(bytes, length, BYTE_ORDER_MARK))
		buf_add_bytes(text, bytes + 3, length - 3);
	else
		buf_add_bytes(text, bytes, length);
}

/* The first separator of the first row that no quotation marks enclose. */
static char
find_separator(const char *text, size_t length)
{
	bool quoted = false;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == '"')
			quoted = !quoted;
		else if (!quoted && text[i] != '\0' && strchr(",;\t", text[i]) != NULL)
			return text[i];
		else if (!quoted && i > 0 && (text[i] == '\n' || text[i] == '\r'))
			break;
	}
	return ',';
}

struct csv_reader *
csv_reader_new(const char *bytes, size_t length)
{
	struct csv_reader *reader = mem_alloc(sizeof *reader);
	struct buf text = { 0 };

	decode(&text, bytes, length);
	reader->length = text.length;
	reader->size = length;
	reader->text = buf_take(&text);
	reader->separator = find_separator(reader->text, reader->length);
	reader->line = 1;
	return reader;
}

void
csv_reader_free(struct csv_reader *reader)
{
	if (reader == NULL)
		return;
	free(reader->text);
	free(reader->cells);
	free(reader);
}

/* Bytes of the line break at p: 2 for CRLF, 0 for none. Text ends in NUL. */
static size_t
line_break(const char *p)
{
	if (p[0] == '\r')
		return p[1] == '\n' ? 2 : 1;
	return p[0] == '\n';
}

static bool
is_text(const char *cell)
{
	while (*cell != '\0') {
		const char *start = cell;
		uint32_t rune;

		cell = text_decode(cell, &rune);
		if (rune == 0xFFFD && strncmp(start, "\xEF\xBF\xBD", 3) != 0)
			return false;
	}
	return true;
}

/* Does a text begin with apostrophes, none or more, and then such a sign? */
static bool
looks_guarded(const char *text)
{
	char sign = text[strspn(text, "'")];

	return sign != '\0' && strchr(formula_signs, sign) != NULL;
}

/*
 * Take the quoted text that begins behind p, moving it to the front of its
 * quotation marks. Returns what follows the closing mark; NULL without one.
 */
static char *
unquote(struct csv_reader *reader, char *p, char **ret_end)
{
	const char *end = reader->text + reader->length;
	char *to = p++;

	while (p < end) {
		size_t broken = line_break(p);

		if (p[0] == '"' && p[1] != '"') {
			*ret_end = to;
			return p + 1;
		}
		p += p[0] == '"' ? 1 : 0;
		*to++ = broken > 0 ? '\n' : *p;
		p += broken > 0 ? broken : 1;
		reader->line += broken > 0;
	}
	return NULL;
}

static bool
ends_cell(const struct csv_reader *reader, const char *p)
{
	return p == reader->text + reader->length || *p == reader->separator || line_break(p) > 0;
}

static bool
refuse_bytes(size_t line, struct err *err)
{
	return err_set(err, ERR_INPUT,
	    _("Line %d is not UTF-8 text: save the file as \"CSV UTF-8\" and import it again."),
	    (int)line);
}

/* Read a cell; *ret_closing is what stood behind it, which its NUL replaces. */
static bool
take_cell(struct csv_reader *reader, const char **ret_cell, char *ret_closing, struct err *err)
{
	char *start = reader->text + reader->at, *end = start, *p = start;
	size_t line = reader->line;

	if (*start == '"') {
		p = unquote(reader, start, &end);
		if (p == NULL)
			return err_set(err, ERR_INPUT,
			    _("Line %d opens a quotation mark that is never closed: close it."), (int)line);
		if (!ends_cell(reader, p))
			return err_set(err, ERR_INPUT,
			    _("Line %d has more text behind a closing quotation mark: put two (\"\") where one belongs to the text."),
			    (int)reader->line);
	} else {
		while (!ends_cell(reader, p))
			p++;
		end = p;
	}
	*ret_closing = *p;
	reader->at = (size_t)(p - reader->text);
	if (line_break(p) > 0)
		reader->at += line_break(p) - 1;
	if (memchr(start, '\0', (size_t)(end - start)) != NULL)
		return refuse_bytes(line, err);
	*end = '\0';
	*ret_cell = *start == '\'' && looks_guarded(start) ? start + 1 : start;
	return is_text(start) || refuse_bytes(line, err);
}

/* Step over what stood behind a cell. True when another cell follows it. */
static bool
pass(struct csv_reader *reader, char closing)
{
	if (reader->at == reader->length)
		return false;
	reader->at++;
	reader->line += closing != reader->separator;
	return closing == reader->separator;
}

static bool
take_row(struct csv_reader *reader, struct csv_row *row, struct err *err)
{
	char closing = 0;

	do {
		reader->cells = mem_room(reader->cells, row->count, &reader->room,
		    sizeof *reader->cells);
		if (!take_cell(reader, &reader->cells[row->count], &closing, err))
			return false;
		row->count++;
	} while (pass(reader, closing));
	row->cell = reader->cells;
	return true;
}

static void
pass_blank_lines(struct csv_reader *reader)
{
	size_t broken;

	while (reader->at < reader->length &&
	    (broken = line_break(reader->text + reader->at)) > 0) {
		reader->at += broken;
		reader->line++;
	}
}

bool
csv_next(struct csv_reader *reader, struct csv_row *ret_row, struct err *err)
{
	struct csv_row row = { 0 };

	pass_blank_lines(reader);
	if (reader->at == reader->length)
		return false;
	row.line = reader->line;
	if (!take_row(reader, &row, err)) {
		reader->at = reader->length;
		return false;
	}
	row.end = (size_t)((uint64_t)reader->at * reader->size / reader->length);
	*ret_row = row;
	return true;
}

/*
 * Quotation marks for what would be misread without them. An empty first cell
 * has them so that no row is a blank line.
 */
static bool
needs_quotes(const char *text, bool follows)
{
	size_t length = strlen(text);

	if (length == 0)
		return !follows;
	return text[0] == ' ' || text[length - 1] == ' ' || strpbrk(text, "\",;\t\r\n") != NULL;
}

static void
add_quoted(struct buf *out, const char *text)
{
	buf_add_char(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_add_char(out, '"');
		buf_add_char(out, *text);
	}
	buf_add_char(out, '"');
}

void
csv_add_cell(struct buf *out, const char *text, bool follows)
{
	if (follows)
		buf_add_char(out, ',');
	if (needs_quotes(text, follows))
		add_quoted(out, text);
	else
		buf_add(out, text);
}

void
csv_end_row(struct buf *out)
{
	buf_add_char(out, '\n');
}

void
csv_export_begin(struct buf *out)
{
	buf_add(out, BYTE_ORDER_MARK);
}

/* "+82 54-000 (0000)": no formula, and a clerk wants to read it. */
static bool
is_telephone(const char *text)
{
	return text[0] == '+' && text[1] != '\0' &&
	    strspn(text + 1, "0123456789 -()[]") == strlen(text + 1);
}

void
csv_export_cell(struct buf *out, const char *text, bool follows)
{
	struct buf guarded = { 0 };

	if (looks_guarded(text) && !is_telephone(text))
		buf_add_char(&guarded, '\'');
	buf_add(&guarded, text);
	csv_add_cell(out, buf_text(&guarded), follows);
	buf_done(&guarded);
}

void
csv_export_end_row(struct buf *out)
{
	buf_add(out, "\r\n");
}
