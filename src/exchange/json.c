/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/json.h"

#include "base/buf.h"
#include "base/record.h"
#include "base/text.h"

static void
add_escaped(struct buf *out, char c)
{
	static const char *const escapes[128] = {
		['"'] = "\\\"", ['\\'] = "\\\\", ['\b'] = "\\b", ['\f'] = "\\f",
		['\n'] = "\\n", ['\r'] = "\\r", ['\t'] = "\\t",
	};

	if (escapes[(unsigned char)c] != NULL)
		buf_add(out, escapes[(unsigned char)c]);
	else if ((unsigned char)c < 0x20)
		buf_addf(out, "\\u%04x", (unsigned)c);
	else
		buf_add_char(out, c);
}

static void
add_string(struct buf *out, const char *text)
{
	char encoded[5];
	uint32_t rune;

	buf_add_char(out, '"');
	while (*text != '\0') {
		if ((unsigned char)*text < 0x80) {
			add_escaped(out, *text++);
			continue;
		}
		text = text_decode(text, &rune);
		buf_add_bytes(out, encoded, (size_t)text_encode(encoded, rune));
	}
	buf_add_char(out, '"');
}

/* The comma and the key before a value. */
static void
lead_in(struct json *json, const char *key)
{
	if (json->follows)
		buf_add_char(json->out, ',');
	if (key != NULL) {
		add_string(json->out, key);
		buf_add_char(json->out, ':');
	}
	json->follows = true;
}

static void
begin(struct json *json, const char *key, char bracket)
{
	lead_in(json, key);
	buf_add_char(json->out, bracket);
	json->follows = false;
}

static void
end(struct json *json, char bracket)
{
	buf_add_char(json->out, bracket);
	json->follows = true;
}

void
json_begin_object(struct json *json, const char *key)
{
	begin(json, key, '{');
}

void
json_end_object(struct json *json)
{
	end(json, '}');
}

void
json_begin_array(struct json *json, const char *key)
{
	begin(json, key, '[');
}

void
json_end_array(struct json *json)
{
	end(json, ']');
}

void
json_add_text(struct json *json, const char *key, const char *text)
{
	lead_in(json, key);
	if (text != NULL)
		add_string(json->out, text);
	else
		buf_add(json->out, "null");
}

void
json_add_number(struct json *json, const char *key, int64_t number)
{
	lead_in(json, key);
	buf_addf(json->out, "%lld", (long long)number);
}

void
json_add_flag(struct json *json, const char *key, bool flag)
{
	lead_in(json, key);
	buf_add(json->out, flag ? "true" : "false");
}

static void
add_text_field(struct json *json, const struct field *field, const void *record)
{
	const char *text = record_text(field, record);
	bool none = text[0] == '\0' && (field->flags & FIELD_NULLABLE) != 0;

	json_add_text(json, field->key, none ? NULL : text);
}

/* As a text: many readers make a number a floating one, and 0.10 is none. */
static void
add_money_field(struct json *json, const struct field *field, const void *record)
{
	struct buf sum = { 0 };

	record_format(field, record, &sum);
	json_add_text(json, field->key, buf_text(&sum));
	buf_done(&sum);
}

void
json_add_field(struct json *json, const struct field *field, const void *record)
{
	if (field->kind == FIELD_MONEY)
		add_money_field(json, field, record);
	else if (field->kind == FIELD_FLAG)
		json_add_flag(json, field->key, record_number(field, record) != 0);
	else if (field->kind == FIELD_NUMBER)
		json_add_number(json, field->key, record_number(field, record));
	else
		add_text_field(json, field, record);
}

void
json_rows_begin(struct buf *out)
{
	buf_add_char(out, '[');
}

void
json_add_row(struct buf *out, const struct field *const *fields, size_t count,
    const void *record, bool follows)
{
	struct json json = { .out = out };

	buf_add(out, follows ? ",\n" : "\n");
	json_begin_object(&json, NULL);
	for (size_t i = 0; i < count; i++)
		json_add_field(&json, fields[i], record);
	json_end_object(&json);
}

void
json_rows_end(struct buf *out)
{
	buf_add(out, "\n]\n");
}
