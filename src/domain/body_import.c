/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/body_import.h"

#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_entry.h"
#include "domain/body_name.h"
#include "domain/body_text.h"
#include "domain/member.h"
#include "domain/roster.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/term.h"

static bool
lay_over(const struct mapping *map, const struct body_entry *entry,
    const struct record_type *type, void *row)
{
	return mapping_lay_over(map, &body_entry_type, entry, type, row);
}

static bool
insert_body(struct session *session, const struct body_entry *entry, struct err *err)
{
	struct body body = { 0 };
	struct body_name name = { 0 };

	lay_over(body_entry_body_map, entry, &body_type, &body);
	lay_over(body_entry_name_map, entry, &body_name_type, &name);
	bool ok = body_set_up_in_set(session, &body, &name, err);
	record_done(&body_type, &body);
	record_done(&body_name_type, &name);
	return ok;
}

/* A row that does not say the number keeps it. */
static bool
update_body(struct session *session, struct body *body, const struct body_entry *entry,
    bool *changed, struct err *err)
{
	int64_t number = body->number;
	bool touched = lay_over(body_entry_body_map, entry, &body_type, body);

	if (touched && entry->number == 0)
		body->number = number;
	*changed = *changed || touched;
	return !touched || row_update_in_set(session, &body_type, body, err);
}

static bool
update_name(struct session *session, const char *day, const struct body_entry *entry,
    bool *changed, struct err *err)
{
	struct body_name name = { 0 };
	bool found = false;
	bool ok = body_name_row_on(session, entry->key, day, &name, &found, err);

	if (ok && lay_over(body_entry_name_map, entry, &body_name_type, &name)) {
		*changed = true;
		ok = row_save_in_set(session, &body_name_type, &name, err);
	}
	record_done(&body_name_type, &name);
	return ok;
}

static bool
has_words(const struct body_text *text)
{
	const struct six_names words = { { SIX_NAMES(text, text) } };

	return member_pick_name(&words, NULL, NULL)[0] != '\0';
}

static bool
take_text(struct session *session, const char *day, const struct body_entry_text *kind,
    const struct body_entry *entry, bool *changed, struct err *err)
{
	struct body_text text = { 0 };
	bool found = false;
	bool ok = body_text_row_on(session, entry->key, kind->text_kind, day, &text, &found, err);
	bool touched = lay_over(kind->map, entry, &body_text_type, &text);

	mem_replace(&text.body, entry->key);
	mem_replace(&text.text_kind, kind->text_kind);
	if (entry->texts_unchecked != NULL && has_words(&text) &&
	    (text.unchecked == NULL || strcmp(text.unchecked, entry->texts_unchecked) != 0)) {
		mem_replace(&text.unchecked, entry->texts_unchecked);
		touched = true;
	}
	if (ok && touched) {
		*changed = true;
		ok = row_save_in_set(session, &body_text_type, &text, err);
	}
	record_done(&body_text_type, &text);
	return ok;
}

static bool
take_texts(struct session *session, const char *day, const struct body_entry *entry,
    bool *changed, struct err *err)
{
	bool ok = true;

	for (const struct body_entry_text *kind = body_entry_texts; ok && kind->text_kind != NULL;
	    kind++)
		ok = take_text(session, day, kind, entry, changed, err);
	return ok;
}

static bool
seat_coordinator(struct session *session, const struct body_entry *entry, struct err *err)
{
	struct term term = { .body = mem_strdup(entry->key), .role = mem_strdup("coordinator"),
		.no = 1, .government = mem_strdup(entry->coordinator),
		.since = mem_strdup(entry->coordinator_since),
		.decision = mem_strdup(entry->decision) };
	bool ok = roster_seat_in_set(session, &term, err);

	record_done(&term_type, &term);
	return ok;
}

/* Whoever coordinates it in the row is who does so here, or its seat is vacant. */
static bool
take_coordinator(struct session *session, const struct body_entry *entry, bool *changed,
    struct err *err)
{
	struct body_entry now = { 0 };

	if (entry->coordinator == NULL || entry->coordinator[0] == '\0')
		return true;
	bool ok = body_entry_get(session, entry->key, &now, err);
	if (ok && now.coordinator[0] == '\0') {
		*changed = true;
		ok = seat_coordinator(session, entry, err);
	} else if (ok && strcmp(now.coordinator, entry->coordinator) != 0) {
		ok = err_set(err, ERR_RULE,
		    _("%s is coordinated by %s here and by %s in the row: that changes by decision only."),
		    entry->key, now.coordinator, entry->coordinator);
	}
	record_done(&body_entry_type, &now);
	return ok;
}

bool
body_import_in_set(struct session *session, const struct body_entry *entry, bool *ret_is_new,
    bool *ret_changed, struct err *err)
{
	struct body old = { 0 };
	char day[DAY_SIZE];
	bool found = false;

	if (entry->key == NULL || entry->kind == NULL)
		return err_set(err, ERR_INPUT, _("A row needs key, kind and a name."));
	session_day(session, day);
	*ret_changed = false;
	bool ok = row_find(session, &body_type, entry->key, &old, &found, err);
	if (ok && !found)
		ok = insert_body(session, entry, err);
	else if (ok)
		ok = update_body(session, &old, entry, ret_changed, err) &&
		    update_name(session, day, entry, ret_changed, err);
	ok = ok && take_texts(session, day, entry, ret_changed, err) &&
	    take_coordinator(session, entry, ret_changed, err);
	*ret_is_new = !found;
	record_done(&body_type, &old);
	return ok;
}
