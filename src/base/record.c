/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/record.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/hour.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "base/text.h"

enum { MOST_LINE = 400, MOST_LONG = 20000 };

bool
record_is_number(const struct field *field)
{
	return field->kind == FIELD_NUMBER || field->kind == FIELD_FLAG || field->kind == FIELD_MONEY;
}

char **
record_text_slot(const struct field *field, void *record)
{
	assert(!record_is_number(field));
	return (char **)((char *)record + field->offset);
}

int64_t *
record_number_slot(const struct field *field, void *record)
{
	assert(record_is_number(field));
	return (int64_t *)((char *)record + field->offset);
}

const struct field *
record_find_field(const struct record_type *type, const char *key)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (field->key[0] == key[0] && strcmp(field->key, key) == 0)
			return field;
	return NULL;
}

size_t
record_field_count(const struct record_type *type)
{
	size_t count = 0;

	while (type->fields[count].key != NULL)
		count++;
	return count;
}

void
record_done(const struct record_type *type, void *record)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (!record_is_number(field))
			free(*record_text_slot(field, record));
	memset(record, 0, type->size);
}

void
record_copy(const struct record_type *type, void *ret_copy, const void *record)
{
	memcpy(ret_copy, record, type->size);
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (!record_is_number(field)) {
			char **slot = record_text_slot(field, ret_copy);

			*slot = mem_strdup(*slot);
		}
}

const char *
record_text(const struct field *field, const void *record)
{
	assert(!record_is_number(field));
	const char *text = *(char *const *)((const char *)record + field->offset);

	return text != NULL ? text : "";
}

int64_t
record_number(const struct field *field, const void *record)
{
	assert(record_is_number(field));
	return *(const int64_t *)((const char *)record + field->offset);
}

/* The code of the currency a sum is in; "" when that is not said yet. */
static const char *
currency_of(const struct field *field, const void *record)
{
	const char *code = *(char *const *)((const char *)record + field->currency);
	return code != NULL ? code : "";
}

void
record_format(const struct field *field, const void *record, struct buf *text)
{
	if (field->kind == FIELD_MONEY)
		money_format(text, record_number(field, record), currency_of(field, record));
	else if (!record_is_number(field))
		buf_add(text, record_text(field, record));
	else if ((field->flags & FIELD_NULLABLE) == 0 || record_number(field, record) != 0)
		buf_addf(text, "%lld", (long long)record_number(field, record));
}

static const struct choice *
find_choice(const struct field *field, const char *word)
{
	for (const struct choice *choice = field->choices;
	    choice != NULL && choice->word != NULL; choice++)
		if (strcmp(choice->word, word) == 0)
			return choice;
	return NULL;
}

void
record_show(const struct field *field, const void *record, struct buf *text)
{
	const struct choice *choice;

	if (field->kind == FIELD_FLAG)
		buf_add(text, record_number(field, record) != 0 ? C_("flag", "yes") : C_("flag", "no"));
	else if (field->kind == FIELD_MONEY)
		money_show_amount(text, messages_catalogue(), record_number(field, record),
		    currency_of(field, record));
	else if (!record_is_number(field) &&
	    (choice = find_choice(field, record_text(field, record))) != NULL)
		buf_add(text, message_show(choice->label));
	else
		record_format(field, record, text);
}

void
record_put(const struct field *field, void *record, const char *text)
{
	if (record_is_number(field))
		*record_number_slot(field, record) = text != NULL ? strtoll(text, NULL, 10) : 0;
	else if (text == NULL && (field->flags & FIELD_NULLABLE) == 0)
		mem_replace(record_text_slot(field, record), "");
	else
		mem_replace(record_text_slot(field, record), text);
}

bool
record_same(const struct field *field, const void *a, const void *b)
{
	if (record_is_number(field))
		return record_number(field, a) == record_number(field, b);
	return strcmp(record_text(field, a), record_text(field, b)) == 0;
}

static bool
refuse_word(const struct field *field, const char *value, struct err *err)
{
	struct buf words = { 0 };

	for (const struct choice *choice = field->choices; choice->word != NULL; choice++)
		buf_addf(&words, "%s%s", words.length > 0 ? ", " : "", choice->word);
	err_set(err, ERR_INPUT, _("\"%s\" is none of: %s."), value, buf_text(&words));
	buf_done(&words);
	return false;
}

static bool
read_number(const struct field *field, const char *value, int64_t *ret_number, struct err *err)
{
	char *end;

	errno = 0;
	long long number = strtoll(value, &end, 10);
	if (*end != '\0' || end == value || errno != 0 ||
	    (field->kind == FIELD_FLAG && number != 0 && number != 1))
		return err_set(err, ERR_INPUT, field->kind == FIELD_FLAG ?
		    _("\"%s\" is neither 1 (yes) nor 0 (no).") : _("\"%s\" is no whole number."),
		    value);
	*ret_number = number;
	return true;
}

static bool
check_text(const struct field *field, const char *value, struct err *err)
{
	size_t most = field->most > 0 ? field->most :
	    field->kind == FIELD_LONG ? MOST_LONG : MOST_LINE;
	const char *why = NULL;

	if (strlen(value) > most)
		return err_set(err, ERR_INPUT, _("This is too long by %d bytes: shorten it."),
		    (int)(strlen(value) - most));
	if (!text_is_storable(value, strlen(value), field->kind == FIELD_LONG, &why))
		return err_set(err, ERR_INPUT, "%s", why);
	if (field->choices != NULL && find_choice(field, value) == NULL)
		return refuse_word(field, value, err);
	if (field->kind == FIELD_DAY && !day_check(value, err))
		return false;
	if (field->kind == FIELD_TIME && !hour_check(value, err))
		return false;
	return field->check == NULL || field->check(value, err);
}

/* Blanks at both ends go; the rest becomes NFC. The caller frees it. */
static char *
tidy(const struct field *field, const char *text)
{
	size_t length;

	text += strspn(text, " \t\r\n");
	length = strlen(text);
	while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
		length--;
	char *value = text_store(text, length);
	for (char *p = value; (field->flags & FIELD_UPPER) != 0 && *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return value;
}

static bool
refuse_empty(const struct field *field, struct err *err)
{
	err_set(err, ERR_INPUT, _("\"%s\" may not be empty."), message_show(field->label));
	return err_at(err, field->key);
}

static bool
take(const struct field *field, void *record, const char *value, struct err *err)
{
	int64_t number = 0;

	if (value[0] == '\0' && (field->flags & FIELD_REQUIRED) != 0)
		return refuse_empty(field, err);
	if (record_is_number(field)) {
		if (value[0] != '\0' && !(field->kind == FIELD_MONEY ?
		    money_read(value, messages_catalogue(), currency_of(field, record), &number, err) :
		    read_number(field, value, &number, err)))
			return err_at(err, field->key);
		*record_number_slot(field, record) = number;
		return true;
	}
	if (value[0] != '\0' && !check_text(field, value, err))
		return err_at(err, field->key);
	bool none = value[0] == '\0' && (field->flags & FIELD_NULLABLE) != 0;
	record_put(field, record, none ? NULL : value);
	return true;
}

/* What was typed for a time becomes the time as it is stored. */
static bool
read_time(const struct field *field, void *record, char **value, struct err *err)
{
	char *const *start = (char *const *)((char *)record + field->after);
	char time[HOUR_SIZE];

	if (!hour_parse_input(*value, field->after != 0 && *start != NULL ? *start : "", time, err))
		return err_at(err, field->key);
	mem_replace(value, time);
	return true;
}

bool
record_read(const struct field *field, void *record, const char *text, struct err *err)
{
	char *value = tidy(field, text);
	bool ok = (field->kind != FIELD_TIME || value[0] == '\0' ||
	    read_time(field, record, &value, err)) && take(field, record, value, err);

	free(value);
	return ok;
}

bool
record_check(const struct record_type *type, void *record, struct err *err)
{
	for (const struct field *field = type->fields; field->key != NULL; field++) {
		if (record_is_number(field))
			continue;
		const char *value = record_text(field, record);

		if (value[0] != '\0' && !check_text(field, value, err))
			return err_at(err, field->key);
		if (value[0] == '\0' && (field->flags & FIELD_REQUIRED) != 0)
			return refuse_empty(field, err);
	}
	return type->check == NULL || type->check(record, err);
}

void
record_key(const struct record_type *type, const void *record, struct buf *key)
{
	const char *between = "";

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		if ((field->flags & FIELD_KEY) == 0)
			continue;
		buf_add(key, between);
		record_format(field, record, key);
		between = "/";
	}
}
