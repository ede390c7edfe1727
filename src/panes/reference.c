/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/reference.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "domain/agenda_item.h"
#include "domain/fold.h"
#include "domain/row.h"
#include "domain/search_index.h"
#include "panes/reference_kinds.h"
#include "ui/choices.h"

enum { MOST_VALUES = 40 };

void
references_done(struct references *references)
{
	for (size_t i = 0; i < REFERENCE_KINDS; i++)
		search_index_free(references->index[i]);
	*references = (struct references){ 0 };
}

bool
reference_is_named(const char *key)
{
	const struct reference_kind *kind = reference_kind_find(key);

	return kind != NULL && kind->named;
}

/* False when there is no such record. */
static bool
describe(struct session *session, const struct reference_kind *kind, const char *key, struct buf *name,
    struct buf *note)
{
	void *row = mem_alloc(kind->type->size);
	bool found = false;

	if (row_find(session, kind->type, key, row, &found, NULL) && found)
		kind->show(session, row, name, note);
	record_done(kind->type, row);
	free(row);
	return found;
}

void
reference_name(struct session *session, const char *key_of_kind, const char *key, struct buf *text)
{
	const struct reference_kind *kind = reference_kind_find(key_of_kind);
	struct buf note = { 0 };

	/* A status may rest on the decision or, where that is not known, on its session. */
	if (kind != NULL && kind->free && strchr(key, '/') == NULL)
		kind = reference_kind_find("meeting");
	if (kind != NULL && key[0] != '\0')
		describe(session, kind, key, text, &note);
	buf_done(&note);
}

static bool
is_name_of(struct session *session, const struct reference_kind *kind, const char *typed, const char *now)
{
	struct buf name = { 0 };

	reference_name(session, kind->key, now, &name);
	bool same = name.length > 0 && strcmp(buf_text(&name), typed) == 0;
	buf_done(&name);
	return same;
}

/* Narrowing */

/* The index of a kind that has one, read at the first use; NULL when it cannot be. */
static struct search_index *
index_of(struct references *references, const struct reference_kind *kind)
{
	struct search_index **index = &references->index[kind - reference_kinds];

	if (*index == NULL && !search_index_load(references->session, kind->type->key, index, NULL))
		return NULL;
	return *index;
}

static void
add_value(struct session *session, const struct reference_kind *kind, const char *key,
    struct choices *ret_choices)
{
	struct buf name = { 0 }, note = { 0 };

	if (describe(session, kind, key, &name, &note))
		choices_add(ret_choices, key, buf_text(&name), buf_text(&note));
	buf_done(&name);
	buf_done(&note);
}

/* The meeting the record is of: an agenda item of another would be a mistake. "" for none. */
static const char *
meeting_of(const struct references *references)
{
	const struct field *meeting;

	if (references->type == NULL || strcmp(references->field->key, "carried_from") == 0)
		return "";
	meeting = record_find_field(references->type, "meeting");
	return meeting != NULL ? record_text(meeting, references->row) : "";
}

/* Tell each about the rows of a kind without an index that fit what was typed. */
static void
each_row(struct references *references, const struct reference_kind *kind, const char *typed,
    void (*each)(void *context, const char *key, const char *name, const char *note), void *context)
{
	const char *meeting = kind->type == &agenda_item_type ? meeting_of(references) : "";
	struct row_list rows = { 0 };
	struct fold_query query;

	if (!row_list(references->session, kind->type, meeting[0] != '\0' ? "meeting" : NULL, meeting,
	    kind->order, &rows, NULL))
		return;
	fold_query_init(&query, typed);
	for (size_t i = 0; i < rows.count; i++) {
		struct buf key = { 0 }, name = { 0 }, note = { 0 }, text = { 0 };

		record_key(kind->type, row_at(&rows, i), &key);
		kind->show(references->session, row_at(&rows, i), &name, &note);
		if (!kind->named)
			fold_search_code(buf_text(&key), &text);
		fold_search_text(buf_text(&name), NULL, &text);
		fold_search_text(buf_text(&note), NULL, &text);
		if (fold_query_match(&query, buf_text(&text), text.length) != FOLD_NONE)
			each(context, buf_text(&key), buf_text(&name), buf_text(&note));
		buf_done(&key);
		buf_done(&name);
		buf_done(&note);
		buf_done(&text);
	}
	fold_query_done(&query);
	row_list_done(&rows);
}

static void
add_row(void *context, const char *key, const char *name, const char *note)
{
	struct choices *choices = context;

	if (choices->count < MOST_VALUES)
		choices_add(choices, key, name, note);
	else
		choices->more = true;
}

static bool
is_only_one(const struct choices *choices, size_t i)
{
	for (size_t other = 0; other < choices->count; other++)
		if (other != i && strcmp(choices->item[other].text, choices->item[i].text) == 0)
			return false;
	return true;
}

/* A name that only one of them has is what goes into the field, in place of the key. */
static void
show_names(struct choices *choices)
{
	for (size_t i = 0; i < choices->count; i++) {
		struct choices_item *item = &choices->item[i];

		if (!is_only_one(choices, i))
			continue;
		mem_replace(&item->value, item->text);
		mem_replace(&item->text, item->note);
		mem_replace(&item->note, "");
	}
}

static void
list_found(struct references *references, const struct reference_kind *kind, const char *typed,
    struct choices *ret_choices)
{
	struct search_index *index = index_of(references, kind);
	size_t count = 0;

	if (index == NULL)
		return;
	const uint32_t *hits = search_index_match(index, typed, &count);
	for (size_t i = 0; i < count && i < MOST_VALUES; i++)
		add_value(references->session, kind, search_index_key(index, hits[i]), ret_choices);
	ret_choices->more = count > MOST_VALUES;
}

/* "kr47", "KR-47": the code itself, in capitals; or just the alias of one record. */
static void
add_exact(struct references *references, const struct reference_kind *kind, const char *typed,
    struct choices *ret_choices)
{
	struct buf code = { 0 };

	for (const char *p = typed; *p != '\0'; p++)
		buf_add_char(&code, *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
	if (code.length > 0)
		add_value(references->session, kind, buf_text(&code), ret_choices);
	buf_done(&code);
	if (ret_choices->count > 0 || !kind->indexed || kind->named)
		return;
	struct search_index *index = index_of(references, kind);
	size_t entry;

	if (index != NULL && search_index_exact(index, typed, &entry))
		add_value(references->session, kind, search_index_key(index, entry), ret_choices);
}

void
reference_values(struct references *references, const char *key_of_kind, const char *typed,
    struct choices *ret_choices)
{
	const struct reference_kind *kind = reference_kind_find(key_of_kind);

	if (kind == NULL)
		return;
	add_exact(references, kind, typed, ret_choices);
	if (ret_choices->count > 0)
		return;
	if (kind->indexed)
		list_found(references, kind, typed, ret_choices);
	else
		each_row(references, kind, typed, add_row, ret_choices);
	if (kind->named)
		show_names(ret_choices);
}

/* Reading */

/* The records that have just a name. */
struct namesakes {
	const char *name;
	char *key;		/* of the last of them */
	size_t count;
};

static void
count_namesake(void *context, const char *key, const char *name, const char *note)
{
	struct namesakes *namesakes = context;

	(void)note;
	if (strcmp(name, namesakes->name) != 0)
		return;
	mem_replace(&namesakes->key, key);
	namesakes->count++;
}

static void
count_indexed(struct references *references, const struct reference_kind *kind, struct namesakes *namesakes)
{
	struct search_index *index = index_of(references, kind);
	size_t count = 0;

	if (index == NULL)
		return;
	const uint32_t *hits = search_index_match(index, namesakes->name, &count);
	for (size_t i = 0; i < count && i < MOST_VALUES; i++) {
		struct buf name = { 0 };
		const char *key = search_index_key(index, hits[i]);

		reference_name(references->session, kind->key, key, &name);
		count_namesake(namesakes, key, buf_text(&name), "");
		buf_done(&name);
	}
}

/* The only record with just that name; false when there is none, or several. */
static bool
find_by_name(struct references *references, const struct reference_kind *kind, const char *typed,
    char **ret_key)
{
	struct namesakes namesakes = { .name = typed };

	if (kind->indexed)
		count_indexed(references, kind, &namesakes);
	else
		each_row(references, kind, typed, count_namesake, &namesakes);
	if (namesakes.count != 1) {
		free(namesakes.key);
		return false;
	}
	*ret_key = namesakes.key;
	return true;
}

bool
reference_read(struct references *references, const char *key_of_kind, const char *typed,
    const char *now, char **ret_key, struct err *err)
{
	const struct reference_kind *kind = reference_kind_find(key_of_kind);
	struct buf name = { 0 }, note = { 0 };
	const char *key = typed;

	if (kind != NULL && kind->named && is_name_of(references->session, kind, typed, now))
		key = now;
	bool found = kind == NULL || kind->free || key[0] == '\0' ||
	    describe(references->session, kind, key, &name, &note);
	buf_done(&name);
	buf_done(&note);
	if (!found && kind->named && find_by_name(references, kind, typed, ret_key))
		return true;
	if (!found)
		return err_set(err, ERR_INPUT,
		    _("Nothing is called \"%s\": type part of a name or code, or choose with F4."), typed);
	*ret_key = mem_strdup(key);
	return true;
}
