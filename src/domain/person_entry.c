/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/person_entry.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/language_choice.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field person_entry_fields[] = {
	{ RECORD_FIELD(person_entry, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 24 },
	{ RECORD_FIELD(person_entry, own_name), .label = NC_("field", "Own name"),
	  .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 20 },
	{ RECORD_FIELD(person_entry, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT,
	  .width = 12 },
	{ RECORD_FIELD(person_entry, posts), .label = NC_("field", "Posts"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 24 },
	{ RECORD_FIELD(person_entry, phone), .label = NC_("field", "Telephone"),
	  .kind = FIELD_TEXT, .width = 24 },
	{ RECORD_FIELD(person_entry, email), .label = NC_("field", "E-mail"), .kind = FIELD_TEXT,
	  .width = 40 },
	{ RECORD_FIELD(person_entry, language), .label = NC_("field", "Language"),
	  .kind = FIELD_CODE, .width = 4, .choices = language_choices },
	{ RECORD_FIELD(person_entry, id), .label = NC_("field", "Id"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 26 },
	{ 0 }
};

const struct record_type person_entry_type = {
	.key = "people",
	.label = N_("Person"),
	.plural = N_("People"),
	.size = sizeof(struct person_entry),
	.fields = person_entry_fields,
};

static char *
name_of_person(const struct person *person, const struct language *language)
{
	struct buf name = { 0 };

	person_name(person, language, &name);
	return buf_take(&name);
}

static bool
find_posts(struct session *session, const char *person, const char *day, char **ret_posts,
    struct err *err)
{
	static const char sql[] =
	    "SELECT group_concat(p.government || ' ' || p.code, ', ') FROM holding AS h"
	    " JOIN post AS p ON p.id = h.post WHERE h.person = :person"
	    " AND " PERIOD_ON_DAY("h");
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":person", person);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st) && !stmt_is_null(&st, 0))
			mem_replace(ret_posts, stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

static bool
add_person_entry(struct session *session, const struct person *person, const char *day,
    struct row_list *list, struct err *err)
{
	const struct language *own = language_find(person->language);
	struct person_entry *entry = row_add(list, &person_entry_type);

	*entry = (struct person_entry){
		.name = name_of_person(person, messages_language()),
		.own_name = name_of_person(person, own != NULL ? own : messages_language()),
		.title = mem_strdup(person->title), .posts = mem_strdup(""),
		.phone = mem_strdup(person->phone), .email = mem_strdup(person->email),
		.language = mem_strdup(person->language), .id = mem_strdup(person->id),
	};
	return find_posts(session, person->id, day, &entry->posts, err);
}

bool
person_entry_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list people = { 0 }, list = { .type = &person_entry_type };
	char day[DAY_SIZE];

	session_day(session, day);
	bool ok = row_list(session, &person_type, NULL, NULL, NULL, &people, err);
	for (size_t i = 0; i < people.count && ok; i++)
		ok = add_person_entry(session, row_at(&people, i), day, &list, err);
	row_list_done(&people);
	return row_list_take(&list, ok, ret_list);
}
