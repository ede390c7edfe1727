/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing an agenda: those beside an item make room for it. */
#include "config.h"

#include "domain/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/session.h"
#include "store/stmt.h"

/* Items of one parent in one meeting, in their order. */
static bool
list_beside(struct session *session, const char *meeting, const char *parent,
    struct row_list *ret_list, struct err *err)
{
	struct row_list all = { 0 };
	bool ok = row_list(session, &agenda_item_type, "meeting", meeting, "position, id", &all, err);

	*ret_list = (struct row_list){ .type = &agenda_item_type };
	for (size_t i = 0; i < all.count; i++) {
		const struct agenda_item *item = row_at(&all, i);

		if (strcmp(item->parent != NULL ? item->parent : "", parent != NULL ? parent : "") == 0)
			record_copy(&agenda_item_type, row_add(ret_list, &agenda_item_type), item);
	}
	row_list_done(&all);
	return ok;
}

/* Number those beside id from 1, leaving position free for it; that is returned. */
static bool
make_room(struct session *session, const char *meeting, const char *parent, const char *id,
    int64_t *position, struct err *err)
{
	struct row_list beside = { 0 };
	int64_t next = 1;
	bool ok = list_beside(session, meeting, parent, &beside, err);

	if (*position < 1 || *position > (int64_t)beside.count + 1)
		*position = (int64_t)beside.count + 1;
	for (size_t i = 0; i < beside.count && ok; i++) {
		struct agenda_item *item = row_at(&beside, i);

		if (strcmp(item->id, id) == 0)
			continue;
		next += next == *position;
		if (item->position != next) {
			item->position = next;
			ok = row_update_in_set(session, &agenda_item_type, item, err);
		}
		next++;
	}
	if (*position > next)
		*position = next;
	row_list_done(&beside);
	return ok;
}

bool
agenda_add_in_set(struct session *session, struct agenda_item *item, struct err *err)
{
	if (item->outcome == NULL)
		item->outcome = mem_strdup("open");
	return make_room(session, item->meeting, item->parent, item->id != NULL ? item->id : "",
	    &item->position, err) && row_insert_in_set(session, &agenda_item_type, item, err);
}

/* One change set around a change of one item. */
typedef bool item_change(struct session *session, struct agenda_item *item, const void *context,
    struct err *err);

static bool
change(struct session *session, const char *what, const char *id, item_change *apply,
    const void *context, int64_t *ret_number, struct err *err)
{
	struct agenda_item item = { 0 };

	if (!session_begin(session, what, NULL, err))
		return false;
	bool ok = row_get(session, &agenda_item_type, id, &item, err) &&
	    apply(session, &item, context, err);
	record_done(&agenda_item_type, &item);
	return session_finish(session, ok, ret_number, err);
}

bool
agenda_add(struct session *session, struct agenda_item *item, int64_t *ret_number,
    struct err *err)
{
	return session_begin(session, "new agenda item", NULL, err) &&
	    session_finish(session, agenda_add_in_set(session, item, err), ret_number, err);
}

/* Does sql answer a row for the meeting? Then that is what sentence says. */
static bool
refuse_if(struct session *session, const char *sql, const char *meeting, const char *sentence,
    struct err *err)
{
	struct stmt st = { 0 };
	bool found = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		found = stmt_next(&st);
	}
	return stmt_close(&st) && (!found || err_set(err, ERR_RULE, "%s", sentence));
}

bool
agenda_check(struct session *session, const char *meeting, struct err *err)
{
	static const char astray_sql[] =
	    "SELECT 1 FROM agenda_item AS i JOIN agenda_item AS up ON up.id = i.parent"
	    " WHERE i.meeting = :meeting AND up.meeting <> i.meeting";
	static const char loop_sql[] =
	    "WITH RECURSIVE tree (id) AS (SELECT id FROM agenda_item WHERE meeting = :meeting"
	    " AND parent IS NULL UNION SELECT i.id FROM agenda_item AS i JOIN tree AS t"
	    " ON i.parent = t.id)"
	    " SELECT 1 FROM agenda_item WHERE meeting = :meeting AND id NOT IN (SELECT id FROM tree)";

	static const char open_sql[] =
	    "SELECT 1 FROM agenda_item AS i JOIN meeting AS m ON m.key = i.meeting"
	    " WHERE i.meeting = :meeting AND i.outcome = 'open'"
	    " AND m.state IN ('closed', 'reported', 'cancelled')";

	return refuse_if(session, open_sql, meeting,
	    _("The meeting is over: say what became of the item, done, carried or dropped."), err) &&
	    refuse_if(session, astray_sql, meeting,
	    _("An item stands below an item of the same agenda."), err) &&
	    refuse_if(session, loop_sql, meeting, _("An item cannot stand below itself."), err);
}

struct place {
	const char *parent;
	int64_t position;
};

/* Is id at or above below? Then below would hang under itself. */
static bool
is_above(struct session *session, const char *id, const char *below, bool *ret_is, struct err *err)
{
	static const char sql[] =
	    "WITH RECURSIVE up (id) AS (SELECT :below UNION SELECT i.parent FROM agenda_item AS i"
	    " JOIN up ON i.id = up.id WHERE i.parent IS NOT NULL)"
	    " SELECT 1 FROM up WHERE id = :id";
	struct stmt st = { 0 };

	*ret_is = false;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":below", below);
		stmt_bind_text(&st, ":id", id);
		*ret_is = stmt_next(&st);
	}
	return stmt_close(&st);
}

static bool
move(struct session *session, struct agenda_item *item, const void *context, struct err *err)
{
	const struct place *place = context;
	char *old = mem_strdup(item->parent);
	bool stays = strcmp(old != NULL ? old : "", place->parent != NULL ? place->parent : "") == 0;
	bool above = false;
	int64_t position = place->position, none = 0;
	bool ok = place->parent == NULL || is_above(session, item->id, place->parent, &above, err);

	if (ok && above)
		ok = err_set(err, ERR_RULE, _("An item cannot stand below itself."));
	if (ok)
		ok = make_room(session, item->meeting, place->parent, item->id, &position, err);
	if (ok) {
		mem_replace(&item->parent, place->parent);
		item->position = position;
		/* What it left behind closes up. */
		ok = row_update_in_set(session, &agenda_item_type, item, err) &&
		    (stays || make_room(session, item->meeting, old, item->id, &none, err));
	}
	free(old);
	return ok;
}

bool
agenda_move(struct session *session, const char *id, const char *parent, int64_t position,
    int64_t *ret_number, struct err *err)
{
	struct place place = { parent, position };

	return change(session, "move agenda item", id, move, &place, ret_number, err);
}

static bool
remove_in_set(struct session *session, const struct agenda_item *item, struct err *err)
{
	struct row_list below = { 0 };
	bool ok = list_beside(session, item->meeting, item->id, &below, err);

	for (size_t i = 0; i < below.count && ok; i++)
		ok = remove_in_set(session, row_at(&below, i), err);
	row_list_done(&below);
	return ok && row_delete_in_set(session, &agenda_item_type, item->id, err);
}

static bool
remove_and_close_up(struct session *session, struct agenda_item *item, const void *context,
    struct err *err)
{
	int64_t none = 0;

	(void)context;
	return remove_in_set(session, item, err) &&
	    make_room(session, item->meeting, item->parent, item->id, &none, err);
}

bool
agenda_remove(struct session *session, const char *id, int64_t *ret_number, struct err *err)
{
	return change(session, "delete agenda item", id, remove_and_close_up, NULL, ret_number, err);
}

static bool
set_outcome(struct session *session, struct agenda_item *item, const void *context,
    struct err *err)
{
	return record_read(record_find_field(&agenda_item_type, "outcome"), item, context, err) &&
	    row_update_in_set(session, &agenda_item_type, item, err);
}

bool
agenda_set_outcome(struct session *session, const char *id, const char *outcome,
    int64_t *ret_number, struct err *err)
{
	return change(session, "agenda outcome", id, set_outcome, outcome, ret_number, err);
}
