/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/reference.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/country.h"
#include "domain/fold.h"
#include "domain/government.h"
#include "domain/member.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/search.h"
#include "ui/choices.h"

enum { MOST_VALUES = 40 };

void
references_done(struct references *references)
{
	search_index_free(references->government);
	search_index_free(references->person);
	search_index_free(references->post);
	*references = (struct references){ 0 };
}

/* What is shown of one record of each kind: a name, and something beside it. */

static void
show_government(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct government *government = row;
	struct member member = { 0 };

	if (!member_get(session, government->code, &member, NULL))
		return;
	buf_add(name, member.name);
	if (strcmp(member.own_name, member.name) != 0)
		buf_add(note, member.own_name);
	record_done(&member_type, &member);
}

static void
show_person(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct person *person = row;

	(void)session;
	person_name(person, messages_language(), name);
	buf_add(note, person->email);
}

static void
show_post(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct post *post = row;
	struct six_names names = { { post->name_en, post->name_zh, post->name_ja, post->name_ko,
	    post->name_ru, post->name_mn } };

	(void)session;
	buf_addf(name, "%s %s", post->government, post->code);
	buf_add(note, member_pick_name(&names, messages_language()->column, NULL));
}

static void
show_country(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct country *country = row;
	struct six_names names = { { country->name_en, country->name_zh, country->name_ja,
	    country->name_ko, country->name_ru, country->name_mn } };

	(void)session;
	(void)note;
	buf_add(name, member_pick_name(&names, messages_language()->column, country->language));
}

struct kind {
	const char *key;
	const struct record_type *type;
	bool named;		/* its key is not for reading */
	void (*show)(struct session *session, const void *row, struct buf *name, struct buf *note);
};

static const struct kind kinds[] = {
	{ "government", &government_type, false, show_government },
	{ "person", &person_type, true, show_person },
	{ "post", &post_type, true, show_post },
	{ "country", &country_type, false, show_country },
};

static const struct kind *
find_kind(const char *key)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].key, key) == 0)
			return &kinds[i];
	return NULL;
}

bool
reference_is_named(const char *key)
{
	const struct kind *kind = find_kind(key);

	return kind != NULL && kind->named;
}

/* False when there is no such record. */
static bool
describe(struct session *session, const struct kind *kind, const char *key, struct buf *name,
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
	const struct kind *kind = find_kind(key_of_kind);
	struct buf note = { 0 };

	if (kind != NULL && key[0] != '\0')
		describe(session, kind, key, text, &note);
	buf_done(&note);
}

static bool
is_name_of(struct session *session, const struct kind *kind, const char *typed, const char *now)
{
	struct buf name = { 0 };

	reference_name(session, kind->key, now, &name);
	bool same = name.length > 0 && strcmp(buf_text(&name), typed) == 0;
	buf_done(&name);
	return same;
}

/* Narrowing */

static struct search_index **
index_of(struct references *references, const char *kind)
{
	if (strcmp(kind, "government") == 0)
		return &references->government;
	return strcmp(kind, "person") == 0 ? &references->person : &references->post;
}

static void
add_value(struct session *session, const struct kind *kind, const char *key,
    struct choices *ret_choices)
{
	struct buf name = { 0 }, note = { 0 };

	if (describe(session, kind, key, &name, &note))
		choices_add(ret_choices, key, buf_text(&name), buf_text(&note));
	buf_done(&name);
	buf_done(&note);
}

static void
list_countries(struct session *session, const char *typed, struct choices *ret_choices)
{
	struct row_list rows = { 0 };
	struct fold_query query;

	if (!row_list(session, &country_type, NULL, NULL, "rank_web", &rows, NULL))
		return;
	fold_query_init(&query, typed);
	for (size_t i = 0; i < rows.count; i++) {
		const struct country *country = row_at(&rows, i);
		struct buf name = { 0 }, note = { 0 }, text = { 0 };

		show_country(session, country, &name, &note);
		fold_search_code(country->code, &text);
		fold_search_text(buf_text(&name), NULL, &text);
		if (fold_query_match(&query, buf_text(&text), text.length) != FOLD_NONE)
			choices_add(ret_choices, country->code, buf_text(&name), "");
		buf_done(&name);
		buf_done(&note);
		buf_done(&text);
	}
	fold_query_done(&query);
	row_list_done(&rows);
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
list_found(struct references *references, const struct kind *kind, const char *typed,
    struct choices *ret_choices)
{
	struct search_index **index = index_of(references, kind->key);
	size_t count;

	if (*index == NULL && !search_index_load(references->session, kind->key, index, NULL))
		return;
	const uint32_t *hits = search_index_match(*index, typed, &count);
	for (size_t i = 0; i < count && i < MOST_VALUES; i++)
		add_value(references->session, kind, search_index_key(*index, hits[i]), ret_choices);
	ret_choices->more = count > MOST_VALUES;
	if (kind->named)
		show_names(ret_choices);
}

/* "kr47", "KR-47": the code itself, in capitals. */
static void
add_exact(struct references *references, const struct kind *kind, const char *typed,
    struct choices *ret_choices)
{
	struct buf code = { 0 };

	for (const char *p = typed; *p != '\0'; p++)
		buf_add_char(&code, *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
	if (code.length > 0)
		add_value(references->session, kind, buf_text(&code), ret_choices);
	buf_done(&code);
}

void
reference_values(struct references *references, const char *key_of_kind, const char *typed,
    struct choices *ret_choices)
{
	const struct kind *kind = find_kind(key_of_kind);

	if (kind == NULL)
		return;
	add_exact(references, kind, typed, ret_choices);
	if (ret_choices->count > 0)
		return;
	if (kind->type == &country_type)
		list_countries(references->session, typed, ret_choices);
	else
		list_found(references, kind, typed, ret_choices);
}

/* Reading */

/* The only record with just that name; false when there is none, or several. */
static bool
find_by_name(struct references *references, const struct kind *kind, const char *typed,
    char **ret_key)
{
	struct search_index **index = index_of(references, kind->key);
	char *key = NULL;
	size_t count, found = 0;

	if (*index == NULL && !search_index_load(references->session, kind->key, index, NULL))
		return false;
	const uint32_t *hits = search_index_match(*index, typed, &count);
	for (size_t i = 0; i < count && i < MOST_VALUES; i++)
		if (is_name_of(references->session, kind, typed, search_index_key(*index, hits[i]))) {
			mem_replace(&key, search_index_key(*index, hits[i]));
			found++;
		}
	if (found != 1) {
		free(key);
		return false;
	}
	*ret_key = key;
	return true;
}

bool
reference_read(struct references *references, const char *key_of_kind, const char *typed,
    const char *now, char **ret_key, struct err *err)
{
	const struct kind *kind = find_kind(key_of_kind);
	struct buf name = { 0 }, note = { 0 };
	const char *key = typed;

	if (kind != NULL && kind->named && is_name_of(references->session, kind, typed, now))
		key = now;
	bool found = kind == NULL || key[0] == '\0' ||
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
