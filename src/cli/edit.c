/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/edit.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/cli.h"
#include "domain/session.h"
#include "domain/sheet.h"

static bool
is_typed(const struct field *field)
{
	return (field->flags & FIELD_MADE) == 0 &&
	    (field->flags & (FIELD_FIXED | FIELD_COMPUTED)) == 0;
}

/* Keys of a record, and what it is once and for all, are typed while it is new. */
static bool
is_typed_now(const struct field *field, bool fresh)
{
	return is_typed(field) && (fresh || (field->flags & (FIELD_KEY | FIELD_ONCE)) == 0);
}

static void
add_keys(const struct record_type *type, bool fresh, struct buf *keys)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (is_typed_now(field, fresh))
			buf_addf(keys, "%s%s", keys->length > 0 ? ", " : "", field->key);
}

static bool
refuse_key(const char *key, struct buf *keys, struct err *err)
{
	err_set(err, ERR_USAGE, _("\"%s\" cannot be typed here; these can: %s."), key, buf_text(keys));
	buf_done(keys);
	return false;
}

/* The part and field a key means: the first that may be typed into. */
static struct sheet_part *
find_typed(struct sheet *sheet, const char *key, const struct field **ret_field)
{
	for (size_t i = 0; i < sheet->count; i++) {
		struct sheet_part *part = &sheet->part[i];
		const struct field *field = record_find_field(part->type, key);

		if (field != NULL && is_typed_now(field, part->fresh)) {
			*ret_field = field;
			return part;
		}
	}
	return NULL;
}

static bool
type_into_sheet(struct sheet *sheet, const char *key, const char *value, struct err *err)
{
	const struct field *field = NULL;
	struct sheet_part *part = find_typed(sheet, key, &field);
	struct buf keys = { 0 };

	if (part != NULL)
		return record_read(field, part->after, value, err);
	for (size_t i = 0; i < sheet->count; i++)
		add_keys(sheet->part[i].type, sheet->part[i].fresh, &keys);
	return refuse_key(key, &keys, err);
}

bool
edit_sheet(struct sheet *sheet, const char *const *word, size_t count, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < count && ok; i++) {
		const char *value;
		char *key = NULL;

		ok = cli_split(word[i], &key, &value, err) && type_into_sheet(sheet, key, value, err);
		free(key);
	}
	return ok;
}

static bool
type_into_record(const struct record_type *type, void *record, const char *key, const char *value,
    struct err *err)
{
	const struct field *field = record_find_field(type, key);
	struct buf keys = { 0 };

	if (field != NULL && is_typed(field))
		return record_read(field, record, value, err);
	add_keys(type, true, &keys);
	return refuse_key(key, &keys, err);
}

bool
edit_record(const struct record_type *type, void *record, const char *const *word, size_t count,
    struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < count && ok; i++) {
		const char *value;
		char *key = NULL;

		ok = cli_split(word[i], &key, &value, err) &&
		    type_into_record(type, record, key, value, err);
		free(key);
	}
	return ok;
}

static bool
take_option(struct edit_option *options, const char *key, const char *value, struct err *err)
{
	struct buf keys = { 0 };

	for (struct edit_option *option = options; option->key != NULL; option++) {
		if (strcmp(option->key, key) == 0) {
			option->value = value;
			buf_done(&keys);
			return true;
		}
		buf_addf(&keys, "%s%s", keys.length > 0 ? ", " : "", option->key);
	}
	return refuse_key(key, &keys, err);
}

bool
edit_options(struct edit_option *options, const char *const *word, size_t count, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < count && ok; i++) {
		const char *value;
		char *key = NULL;

		ok = cli_split(word[i], &key, &value, err) && take_option(options, key, value, err);
		free(key);
	}
	return ok;
}

char *
edit_code(const char *word)
{
	char *code = mem_strdup(word);

	for (char *p = code; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 'a' + 'A');
	return code;
}

/* from=DAY may stand anywhere. */
static const char *
find_from(const char *const *word, size_t count, size_t *ret_index)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(word[i], "from=", 5) == 0) {
			*ret_index = i;
			return word[i] + 5;
		}
	return NULL;
}

/* The words but that one; the caller frees the array. */
static const char **
without(const char *const *word, size_t count, size_t index)
{
	const char **left = mem_grow(NULL, count, sizeof *left);
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (i != index)
			left[kept++] = word[i];
	return left;
}

bool
edit_from(struct cli *cli, struct sheet *sheet, const struct record_type *type, size_t first,
    const char *what, const char *what_period, struct err *err)
{
	const char *const *word = cli->word + first;
	size_t count = cli->count - first, at = 0;
	const char *from = find_from(word, count, &at);

	if (from == NULL)
		return edit_sheet(sheet, word, count, err) && edit_save(cli, sheet, what, err);
	if (!sheet_new_period(sheet, type, from, err))
		return false;
	const char **left = without(word, count, at);
	bool ok = edit_sheet(sheet, left, count - 1, err) && edit_save(cli, sheet, what_period, err);
	free(left);
	return ok;
}

/* A person decides; on the command line she sees both values and types again. */
static void
name_clash(const struct sheet_clashes *clashes, struct err *err)
{
	const struct sheet_clash *clash = &clashes->item[0];

	err_set(err, ERR_CONFLICT,
	    _("%s was saved by %s meanwhile: it was \"%s\", is now \"%s\", and yours is \"%s\". Look at it and say it again."),
	    clash->field->key, clash->who, clash->before, clash->theirs, clash->mine);
}

bool
edit_number(const char *word, int64_t *ret_number, struct err *err)
{
	char *end;
	long long number = strtoll(word, &end, 10);

	if (end == word || *end != '\0')
		return err_set(err, ERR_INPUT, _("\"%s\" is no whole number."), word);
	*ret_number = number;
	return true;
}

void
edit_say_saved(struct cli *cli, int64_t number)
{
	if (number == 0)
		output_say(&cli->output, "%s", _("Nothing had changed."));
	else
		output_say(&cli->output, _("Saved: change set %lld."), (long long)number);
}

bool
edit_save(struct cli *cli, struct sheet *sheet, const char *what, struct err *err)
{
	struct sheet_clashes clashes = { 0 };
	int64_t number = 0;
	bool ok = sheet_save(cli->session, sheet, what, NULL, &clashes, &number, err);

	if (ok)
		edit_say_saved(cli, number);
	else if (err->code == ERR_CONFLICT && clashes.count > 0)
		name_clash(&clashes, err);
	sheet_clashes_done(&clashes);
	return ok;
}

const char *
edit_year(struct cli *cli, char today[DAY_SIZE])
{
	if (cli->count > 0)
		return cli->word[0];
	session_day(cli->session, today);
	today[4] = '\0';
	return today;
}
