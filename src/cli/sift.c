/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/sift.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/fold.h"
#include "domain/row.h"

static bool
refuse_key(const struct record_type *type, const char *key, size_t length, struct err *err)
{
	struct buf keys = { 0 };

	for (const struct field *field = type->fields; field->key != NULL; field++)
		buf_addf(&keys, "%s%s", field > type->fields ? ", " : "", field->key);
	err_set(err, ERR_USAGE, _("There is no field \"%.*s\" here; there are %s."), (int)length, key,
	    buf_text(&keys));
	buf_done(&keys);
	return false;
}

const struct field *
sift_field(const struct record_type *type, const char *key, size_t length, struct err *err)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (strlen(field->key) == length && strncmp(field->key, key, length) == 0)
			return field;
	refuse_key(type, key, length, err);
	return NULL;
}

bool
sift_columns(const struct record_type *type, const char *keys, const struct field ***ret_fields,
    size_t *ret_count, struct err *err)
{
	const struct field **fields = NULL;
	size_t count = 0, room = 0;

	for (const char *key = keys;; key++) {
		size_t length = strcspn(key, ",");
		const struct field *field = sift_field(type, key, length, err);

		if (field == NULL) {
			free(fields);
			return false;
		}
		fields = mem_room(fields, count, &room, sizeof *fields);
		fields[count++] = field;
		key += length;
		if (*key == '\0')
			break;
	}
	*ret_fields = fields;
	*ret_count = count;
	return true;
}

static bool
check_choice(const struct field *field, const char *value, struct err *err)
{
	struct buf words = { 0 };

	if (field->choices == NULL || value[0] == '\0')
		return true;
	for (const struct choice *choice = field->choices; choice->word != NULL; choice++) {
		if (strcmp(choice->word, value) == 0) {
			buf_done(&words);
			return true;
		}
		buf_addf(&words, "%s%s", words.length > 0 ? ", " : "", choice->word);
	}
	err_set(err, ERR_USAGE, _("%s is never \"%s\"; it is one of %s."), field->key, value,
	    buf_text(&words));
	buf_done(&words);
	return false;
}

static bool
read_condition(struct sift *sift, const char *where, struct err *err)
{
	size_t length = strcspn(where, "!=");
	bool differs = strncmp(where + length, "!=", 2) == 0;

	if (where[length] != '=' && !differs)
		return err_set(err, ERR_USAGE, _("--where wants KEY=VALUE or KEY!=VALUE, not \"%s\"."), where);

	const struct field *field = sift_field(sift->type, where, length, err);
	const char *value = where + length + 1 + differs;
	if (field == NULL || !check_choice(field, value, err))
		return false;
	sift->condition[sift->count++] = (struct sift_condition){ field, value, differs };
	return true;
}

bool
sift_init(struct sift *ret_sift, const struct record_type *type, const char *sort,
    const char *const *where, size_t where_count, struct err *err)
{
	struct sift sift = { .type = type };

	if (sort != NULL) {
		sift.down = sort[0] == '-';
		sift.sort = sift_field(type, sort + sift.down, strlen(sort + sift.down), err);
		if (sift.sort == NULL)
			return false;
	}
	sift.condition = mem_grow(NULL, where_count + 1, sizeof sift.condition[0]);
	for (size_t i = 0; i < where_count; i++)
		if (!read_condition(&sift, where[i], err)) {
			sift_done(&sift);
			return false;
		}
	*ret_sift = sift;
	return true;
}

void
sift_done(struct sift *sift)
{
	free(sift->condition);
	*sift = (struct sift){ 0 };
}

static bool
passes(const struct sift *sift, const void *row, struct buf *value)
{
	for (size_t i = 0; i < sift->count; i++) {
		const struct sift_condition *condition = &sift->condition[i];

		buf_clear(value);
		record_format(condition->field, row, value);
		if ((strcmp(buf_text(value), condition->value) != 0) != condition->differs)
			return false;
	}
	return true;
}

/* What stands for a record while it is sorted: qsort hands over no context. */
struct sortable {
	const void *row;
	size_t order;		/* ties stay as they came */
	int64_t number;
	char *key;		/* bytes; NULL where number counts */
	size_t length;
	bool down;
};

static int
compare_keys(const struct sortable *a, const struct sortable *b)
{
	size_t shorter = a->length < b->length ? a->length : b->length;
	int order = memcmp(a->key, b->key, shorter);

	if (order != 0 || a->length == b->length)
		return order;
	return a->length < b->length ? -1 : 1;
}

static int
compare_sortables(const void *left, const void *right)
{
	const struct sortable *a = left, *b = right;
	int order = 0;

	if (a->key == NULL)
		order = (a->number > b->number) - (a->number < b->number);
	else if ((a->length == 0) != (b->length == 0))
		return a->length == 0 ? 1 : -1;	/* nothing known stands last, both ways */
	else
		order = compare_keys(a, b);
	if (order == 0)
		return a->order < b->order ? -1 : 1;
	return a->down ? -order : order;
}

/* The kana of a Japanese name, which its characters do not tell. */
static const char *
reading_of(const struct sift *sift, const void *row)
{
	const struct field *reading = record_find_field(sift->type, "reading");
	bool shown_in_ja = strcmp(sift->sort->key, "name") == 0 &&
	    strcmp(messages_language()->column, "ja") == 0;
	bool is_ja = sift->sort->language != NULL && strcmp(sift->sort->language, "ja") == 0;

	return reading != NULL && (shown_in_ja || is_ja) ? record_text(reading, row) : NULL;
}

static struct sortable
sortable_of(const struct sift *sift, const void *row, size_t order)
{
	struct sortable sortable = { .row = row, .order = order, .down = sift->down };
	const struct field *field = sift->sort;
	struct buf key = { 0 };

	if (record_is_number(field)) {
		sortable.number = record_number(field, row);
		return sortable;
	}
	const char *text = record_text(field, row);
	if (field->kind == FIELD_TEXT && text[0] != '\0')
		fold_sort_key(text, reading_of(sift, row), &key);
	else
		buf_add(&key, text);
	sortable.length = key.length;
	sortable.key = buf_take(&key);
	return sortable;
}

static void
sort_rows(const struct sift *sift, const void **rows, size_t count)
{
	struct sortable *sortables = mem_grow(NULL, count, sizeof *sortables);

	for (size_t i = 0; i < count; i++)
		sortables[i] = sortable_of(sift, rows[i], i);
	qsort(sortables, count, sizeof *sortables, compare_sortables);
	for (size_t i = 0; i < count; i++) {
		rows[i] = sortables[i].row;
		free(sortables[i].key);
	}
	free(sortables);
}

const void **
sift_rows(const struct sift *sift, const struct row_list *list, size_t *ret_count)
{
	const void **rows = mem_grow(NULL, list->count + 1, sizeof *rows);
	struct buf value = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++) {
		const void *row = row_at(list, i);

		if (passes(sift, row, &value))
			rows[count++] = row;
	}
	buf_done(&value);
	if (sift->sort != NULL && count > 1)
		sort_rows(sift, rows, count);
	*ret_count = count;
	return rows;
}
