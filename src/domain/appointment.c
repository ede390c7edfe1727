/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/appointment.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/ulid.h"
#include "domain/country.h"
#include "domain/holding.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/session.h"

/* The holding that has no end; NULL when the post is vacant. The caller frees it. */
static bool
find_open(struct session *session, const char *post, char **ret_id, struct err *err)
{
	struct row_list holdings = { 0 };

	if (!row_list(session, &holding_type, "post", post, "since", &holdings, err))
		return false;
	*ret_id = NULL;
	for (size_t i = 0; i < holdings.count; i++) {
		const struct holding *holding = row_at(&holdings, i);

		if (holding->until == NULL)
			mem_replace(ret_id, holding->id);
	}
	row_list_done(&holdings);
	return true;
}

/* People's own language is mostly that of the country they serve. */
static char *
language_of(struct session *session, const char *government)
{
	struct country country = { 0 };
	char code[3] = "";
	bool found = false;

	memcpy(code, government, 2);
	if (!row_find(session, &country_type, code, &country, &found, NULL) || !found)
		return mem_strdup("");
	char *language = mem_strdup(country.language);
	record_done(&country_type, &country);
	return language;
}

static void
add_new(struct session *session, struct sheet *sheet, const struct post *post, bool new_person)
{
	struct person *person = NULL;
	char today[DAY_SIZE], id[ULID_SIZE];

	if (new_person) {
		person = sheet_add_new(sheet, &person_type)->after;
		ulid_make(id);
		person->id = mem_strdup(id);
		person->language = language_of(session, post->government);
	}
	struct holding *holding = sheet_add_new(sheet, &holding_type)->after;
	session_today(session, today);
	holding->post = mem_strdup(post->id);
	holding->since = mem_strdup(today);
	if (person != NULL)
		holding->person = mem_strdup(id);
}

bool
appointment_open(struct session *session, const char *post, bool new_person,
    struct sheet *ret_sheet, struct err *err)
{
	struct sheet sheet = { 0 };
	struct post row = { 0 };
	char *open = NULL;
	bool ok = row_get(session, &post_type, post, &row, err) && find_open(session, post, &open, err);

	if (ok)
		add_new(session, &sheet, &row, new_person);
	if (ok && open != NULL)
		ok = sheet_add(session, &sheet, &holding_type, open, err);
	record_done(&post_type, &row);
	mem_replace(&open, NULL);
	if (!ok) {
		sheet_done(&sheet);
		return false;
	}
	appointment_settle(&sheet);
	*ret_sheet = sheet;
	return true;
}

static const struct sheet_part *
find_holding(const struct sheet *sheet, bool fresh)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->part[i].type == &holding_type && sheet->part[i].fresh == fresh)
			return &sheet->part[i];
	return NULL;
}

void
appointment_settle(struct sheet *sheet)
{
	const struct sheet_part *old = find_holding(sheet, false), *next = find_holding(sheet, true);

	if (old != NULL && next != NULL)
		mem_replace(&((struct holding *)old->after)->until, ((struct holding *)next->after)->since);
}

char *
appointment_holder(const struct sheet *sheet)
{
	const struct sheet_part *old = find_holding(sheet, false);

	return mem_strdup(old != NULL ? ((const struct holding *)old->before)->person : "");
}

bool
appointment_end(struct session *session, const char *post, const char *until,
    int64_t *ret_number, struct err *err)
{
	struct sheet sheet = { 0 };
	struct sheet_clashes clashes = { 0 };
	char *open = NULL;
	bool ok = find_open(session, post, &open, err);

	if (ok && open == NULL)
		ok = err_set(err, ERR_MISSING, _("Nobody holds this post: there is nothing to end."));
	ok = ok && sheet_add(session, &sheet, &holding_type, open, err);
	ok = ok && record_read(record_find_field(&holding_type, "until"), sheet.part[0].after, until, err) &&
	    sheet_save(session, &sheet, "end holding", NULL, &clashes, ret_number, err);
	sheet_clashes_done(&clashes);
	sheet_done(&sheet);
	mem_replace(&open, NULL);
	return ok;
}

bool
appointment_government(struct session *session, const char *post, struct buf *ret_code,
    struct err *err)
{
	struct post row = { 0 };
	bool ok = row_get(session, &post_type, post, &row, err);

	if (ok)
		buf_add(ret_code, row.government);
	record_done(&post_type, &row);
	return ok;
}
