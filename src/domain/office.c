/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/office.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/holding.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field office_fields[] = {
	{ RECORD_FIELD(office, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(office, code), .label = NC_("field", "Code"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 12 },
	{ RECORD_FIELD(office, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(office, holder), .label = NC_("field", "Holder"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 24 },
	{ RECORD_FIELD(office, since), .label = NC_("field", "Since"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(office, letters), .label = NC_("field", "Receives letters"),
	  .kind = FIELD_FLAG, .width = 3 },
	{ RECORD_FIELD(office, phone), .label = NC_("field", "Telephone"), .kind = FIELD_TEXT,
	  .width = 24 },
	{ RECORD_FIELD(office, email), .label = NC_("field", "E-mail"), .kind = FIELD_TEXT,
	  .width = 40 },
	{ RECORD_FIELD(office, person), .label = NC_("field", "Person"), .kind = FIELD_CODE,
	  .width = 26, .refers = "person" },
	{ RECORD_FIELD(office, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .width = 26,
	  .refers = "post" },
	{ 0 }
};

const struct record_type office_type = {
	.key = "office",
	.label = N_("Post"),
	.plural = N_("Posts"),
	.size = sizeof(struct office),
	.fields = office_fields,
};

static char *
name_of_post(const struct post *post)
{
	struct six_names names = { { SIX_NAMES(post, name) } };
	const char *name = member_pick_name(&names, messages_language()->column, NULL);

	return mem_strdup(name[0] != '\0' ? name : post->code);
}

/* The row of person with the holding that stands on the day; none is fine. */
static bool
find_holder(struct session *session, const char *post, const char *day, struct office *office,
    struct err *err)
{
	struct row_list holdings = { 0 };
	bool ok = row_list(session, &holding_type, "post", post, "since", &holdings, err);

	for (size_t i = 0; i < holdings.count && ok; i++) {
		const struct holding *holding = row_at(&holdings, i);
		struct person person = { 0 };

		if (!period_holds(holding->since, holding->until, day))
			continue;
		ok = row_get(session, &person_type, holding->person, &person, err);
		if (ok) {
			struct buf name = { 0 };

			person_name(&person, messages_language(), &name);
			mem_replace(&office->holder, buf_text(&name));
			buf_done(&name);
			mem_replace(&office->since, holding->since);
			mem_replace(&office->person, holding->person);
		}
		record_done(&person_type, &person);
	}
	row_list_done(&holdings);
	return ok;
}

static bool
add_office(struct session *session, const char *id, const char *day, struct row_list *list,
    struct err *err)
{
	struct post post = { 0 };

	if (!row_get(session, &post_type, id, &post, err))
		return false;
	struct office *office = row_add(list, &office_type);
	*office = (struct office){
		.government = mem_strdup(post.government), .code = mem_strdup(post.code),
		.name = name_of_post(&post), .holder = mem_strdup(""), .since = mem_strdup(""),
		.letters = post.letters, .phone = mem_strdup(post.phone),
		.email = mem_strdup(post.email), .person = mem_strdup(""), .id = mem_strdup(id),
	};
	record_done(&post_type, &post);
	return find_holder(session, id, day, office, err);
}

bool
office_list(struct session *session, const char *government, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] =
	    "SELECT p.id FROM post AS p JOIN government AS g ON g.code = p.government"
	    " WHERE (:government IS NULL OR p.government = :government)"
	    " AND " PERIOD_ON_DAY("p")
	    " ORDER BY g.rank, g.code, p.code";
	struct row_list list = { .type = &office_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":government", government);
		stmt_bind_text(&st, ":day", day);
		while (ok && stmt_next(&st))
			ok = add_office(session, stmt_text(&st, 0), day, &list, err);
	}
	return row_list_take(&list, stmt_close(&st) && ok, ret_list);
}

bool
office_get_id(struct session *session, const char *government, const char *code, char **ret_id,
    struct err *err)
{
	static const char sql[] =
	    "SELECT id FROM post WHERE government = :government AND code = :code";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":government", government);
		stmt_bind_text(&st, ":code", code);
	}
	return row_read_key(&st, ret_id) && (*ret_id != NULL ||
	    err_set(err, ERR_MISSING, _("%s has no post %s."), government, code));
}

/* End the holding that stands on the day; one that begins then or later is in the way. */
static bool
end_holding_in_set(struct session *session, const char *post, const char *day, struct err *err)
{
	struct row_list holdings = { 0 };
	bool ok = row_list(session, &holding_type, "post", post, "since", &holdings, err);

	for (size_t i = 0; i < holdings.count && ok; i++) {
		struct holding *holding = row_at(&holdings, i);

		if (strcmp(holding->since, day) >= 0) {
			ok = err_set(err, ERR_RULE,
			    _("Somebody holds this post from %s already: choose a later day, or correct that holding."),
			    holding->since);
		} else if (period_holds(holding->since, holding->until, day)) {
			mem_replace(&holding->until, day);
			ok = row_update_in_set(session, &holding_type, holding, err);
		}
	}
	row_list_done(&holdings);
	return ok;
}

static bool
begin_holding_in_set(struct session *session, const char *post, const char *person,
    const char *since, struct err *err)
{
	struct holding holding = {
		.id = mem_strdup(""), .post = mem_strdup(post), .person = mem_strdup(person),
		.note = mem_strdup(""),
	};
	bool ok = record_read(record_find_field(&holding_type, "since"), &holding, since, err) &&
	    end_holding_in_set(session, post, holding.since, err) &&
	    row_insert_in_set(session, &holding_type, &holding, err);

	record_done(&holding_type, &holding);
	return ok;
}

bool
office_appoint(struct session *session, const char *post, const char *person, const char *since,
    int64_t *ret_number, struct err *err)
{
	if (since[0] == '\0')
		return err_set(err, ERR_INPUT, _("Say from which day the person holds the post."));
	return session_begin(session, "appoint", NULL, err) &&
	    session_finish(session, begin_holding_in_set(session, post, person, since, err), ret_number, err);
}
