/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/diff.h"

#include <sqlite3.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"

/* A row that is not there, before or after, has nothing but NULL. */
static int
type_of(sqlite3_value *value)
{
	return value != NULL ? sqlite3_value_type(value) : SQLITE_NULL;
}

/* Of a text, without a NUL: sqlite3_value_text copies the values of a row to add one. */
static const char *
bytes_of(sqlite3_value *value)
{
	const char *bytes = sqlite3_value_blob(value);

	return bytes != NULL ? bytes : "";	/* NULL when empty */
}

bool
diff_is_same(sqlite3_value *a, sqlite3_value *b)
{
	int type = type_of(a);

	if (type != type_of(b))
		return false;
	if (type == SQLITE_NULL)
		return true;
	if (type == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	/* Bytes, never a collation: under NOCASE "An" and "an" would be one. */
	const void *bytes_a = sqlite3_value_blob(a), *bytes_b = sqlite3_value_blob(b);
	int size = sqlite3_value_bytes(a);
	return size == sqlite3_value_bytes(b) &&
	    (size == 0 || memcmp(bytes_a, bytes_b, (size_t)size) == 0);
}

static bool
is_escaped(char c)
{
	return c == '"' || c == '\\' || c == '\n' || c == '\t';
}

static void
add_string(struct buf *data, const char *text, size_t length)
{
	const char *end = text + length, *plain = text;

	buf_add_char(data, '"');
	for (; text < end; text++) {
		if (!is_escaped(*text))
			continue;
		buf_add_bytes(data, plain, (size_t)(text - plain));
		buf_add_char(data, '\\');
		buf_add_char(data, *text == '\n' ? 'n' : *text == '\t' ? 't' : *text);
		plain = text + 1;
	}
	buf_add_bytes(data, plain, (size_t)(end - plain));
	buf_add_char(data, '"');
}

static void
add_number(struct buf *data, int64_t number)
{
	char digits[24];
	char *at = digits + sizeof digits;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

	do
		*--at = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (number < 0)
		*--at = '-';
	buf_add_bytes(data, at, (size_t)(digits + sizeof digits - at));
}

static void
add_value(struct buf *data, sqlite3_value *value)
{
	switch (type_of(value)) {
	case SQLITE_INTEGER:
		add_number(data, sqlite3_value_int64(value));
		break;
	case SQLITE_TEXT:
		add_string(data, bytes_of(value), (size_t)sqlite3_value_bytes(value));
		break;
	default:
		buf_add(data, "null");
	}
}

static bool
is_storable(sqlite3_value *value, const char **ret_why)
{
	switch (type_of(value)) {
	case SQLITE_NULL:
	case SQLITE_INTEGER:
		return true;
	case SQLITE_TEXT:
		return text_is_storable(bytes_of(value), (size_t)sqlite3_value_bytes(value), true, ret_why);
	default:
		*ret_why = N_("Only text and whole numbers can be stored.");
		return false;
	}
}

bool
diff_write(struct buf *data, const char *names, sqlite3_value *const *before,
    sqlite3_value *const *after, const char **ret_why)
{
	char sign = '{';

	for (int i = 0; *names != '\0'; i++) {
		const char *name = names;
		size_t length = strcspn(names, ",");

		names += length + (names[length] == ',');
		if (diff_is_same(before[i], after[i]))
			continue;
		if (!is_storable(after[i], ret_why))
			return false;
		buf_add_char(data, sign);
		add_string(data, name, length);
		buf_add_bytes(data, ":[", 2);
		add_value(data, before[i]);
		buf_add_char(data, ',');
		add_value(data, after[i]);
		buf_add_char(data, ']');
		sign = ',';
	}
	if (sign == ',')
		buf_add_char(data, '}');
	return true;
}

static bool
read_char(const char **at, char wanted)
{
	if (**at != wanted)
		return false;
	(*at)++;
	return true;
}

static bool
read_string(const char **at, struct buf *text)
{
	buf_clear(text);
	if (!read_char(at, '"'))
		return false;
	for (;;) {
		size_t plain = strcspn(*at, "\"\\");

		buf_add_bytes(text, *at, plain);
		*at += plain;
		if (**at == '"')
			return read_char(at, '"');
		if (**at == '\0' || (*at)[1] == '\0' || strchr("\"\\nt", (*at)[1]) == NULL)
			return false;
		buf_add_char(text, (*at)[1] == 'n' ? '\n' : (*at)[1] == 't' ? '\t' : (*at)[1]);
		*at += 2;
	}
}

static bool
read_number(const char **at, struct buf *text)
{
	const char *digits = *at + (**at == '-');
	size_t count = strspn(digits, "0123456789");

	if (count == 0 || count > 19)
		return false;
	buf_clear(text);
	buf_add_bytes(text, *at, (size_t)(digits - *at) + count);
	*at = digits + count;
	return true;
}

static bool
read_value(const char **at, struct buf *text, struct diff_value *ret_value)
{
	bool ok = true;

	if (strncmp(*at, "null", 4) == 0) {
		buf_clear(text);
		*at += 4;
		ret_value->kind = DIFF_NULL;
	} else if (**at == '"') {
		ok = read_string(at, text);
		ret_value->kind = DIFF_TEXT;
	} else {
		ok = read_number(at, text);
		ret_value->kind = DIFF_NUMBER;
	}
	ret_value->text = buf_text(text);
	return ok;
}

bool
diff_read(const char *data,
    bool (*each)(void *context, const char *column, const struct diff_value *before,
	const struct diff_value *after),
    void *context)
{
	struct buf column = { 0 }, texts[2] = { { 0 }, { 0 } };
	struct diff_value before, after;
	const char *at = data;
	bool ok = read_char(&at, '{');

	while (ok) {
		ok = read_string(&at, &column) && read_char(&at, ':') && read_char(&at, '[') &&
		    read_value(&at, &texts[0], &before) && read_char(&at, ',') &&
		    read_value(&at, &texts[1], &after) && read_char(&at, ']') &&
		    each(context, buf_text(&column), &before, &after);
		if (ok && !read_char(&at, ','))
			break;
	}
	ok = ok && read_char(&at, '}') && *at == '\0';
	buf_done(&column);
	buf_done(&texts[0]);
	buf_done(&texts[1]);
	return ok;
}
