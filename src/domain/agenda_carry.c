/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes to an agenda by itself: from sessions before, and from follow-ups. */
#include "config.h"

#include "domain/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/follow_up.h"
#include "domain/meeting.h"
#include "domain/session.h"
#include "store/stmt.h"

/* The first column of what sql answers for :meeting, into an array of texts. */
struct texts {
	char **item;
	size_t count, room;
};

static void
texts_done(struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		free(texts->item[i]);
	free(texts->item);
}

static bool
list_texts(struct session *session, const char *sql, const char *meeting, struct texts *texts,
    struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		while (stmt_next(&st)) {
			texts->item = mem_room(texts->item, texts->count, &texts->room, sizeof *texts->item);
			texts->item[texts->count++] = mem_strdup(stmt_text(&st, 0));
		}
	}
	return stmt_close(&st);
}

/* Copying an item */

/* The item of meeting that goes on with the one above; NULL: it stands at the top. */
static bool
find_heir(struct session *session, const char *meeting, const char *parent, char **ret_id,
    struct err *err)
{
	static const char sql[] =
	    "SELECT id FROM agenda_item WHERE meeting = :meeting AND carried_from = :parent";
	struct stmt st = { 0 };

	*ret_id = NULL;
	if (parent == NULL)
		return true;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		stmt_bind_text(&st, ":parent", parent);
	}
	return row_read_key(&st, ret_id);
}

/* Open again, at the end, in no sitting yet. */
static void
make_fresh(struct agenda_item *item, const char *meeting, char *parent)
{
	mem_replace(&item->id, NULL);
	mem_replace(&item->meeting, meeting);
	mem_replace(&item->outcome, "open");
	free(item->parent);
	item->parent = parent;
	item->position = 0;
	item->sitting = 0;
}

static bool
carry(struct session *session, const char *meeting, const char *id, struct err *err)
{
	struct agenda_item item = { 0 };
	char *parent = NULL;
	bool ok = row_get(session, &agenda_item_type, id, &item, err) &&
	    find_heir(session, meeting, item.parent, &parent, err);

	if (ok) {
		make_fresh(&item, meeting, parent);
		mem_replace(&item.carried_from, id);
		ok = agenda_add_in_set(session, &item, err);
	}
	record_done(&agenda_item_type, &item);
	return ok;
}

/* Follow-ups */

static bool
bring_back(struct session *session, const char *meeting, const char *id, struct err *err)
{
	struct follow_up follow_up = { 0 };
	struct agenda_item item = { 0 };
	struct buf title = { 0 };
	bool ok = row_get(session, &follow_up_type, id, &follow_up, err);

	if (ok) {
		buf_addf(&title, "%s/%lld: %s", follow_up.meeting, (long long)follow_up.decision,
		    follow_up.what);
		/* The words stand in one language, and it is not said which. */
		item = (struct agenda_item){ .meeting = mem_strdup(meeting),
			.title_en = buf_take(&title), .follow_up = mem_strdup(id) };
		ok = agenda_add_in_set(session, &item, err);
	}
	record_done(&agenda_item_type, &item);
	record_done(&follow_up_type, &follow_up);
	return ok;
}

/* Each of both in turn, counting. */
static bool
take_each(struct session *session, const char *meeting, const char *sql,
    bool (*take)(struct session *, const char *, const char *, struct err *), int64_t *count,
    struct err *err)
{
	struct texts ids = { 0 };
	bool ok = list_texts(session, sql, meeting, &ids, err);

	for (size_t i = 0; i < ids.count && ok; i++) {
		ok = take(session, meeting, ids.item[i], err);
		*count += ok;
	}
	texts_done(&ids);
	return ok;
}

bool
agenda_gather_in_set(struct session *session, const char *meeting, int64_t *ret_count,
    struct err *err)
{
	/* Those above come before those below, so that the tree stays one. */
	static const char items_sql[] =
	    "WITH RECURSIVE past (key, begins) AS (SELECT m.key, m.begins FROM meeting AS m"
	    "  WHERE m.body = (SELECT body FROM meeting WHERE key = :meeting) AND m.key <> :meeting"
	    "  AND m.state IN ('closed', 'reported', 'cancelled')),"
	    " tree (id, depth, begins, position, outcome, follow_up) AS ("
	    "  SELECT i.id, 0, p.begins, i.position, i.outcome, i.follow_up FROM agenda_item AS i"
	    "   JOIN past AS p ON p.key = i.meeting WHERE i.parent IS NULL"
	    "  UNION ALL SELECT i.id, t.depth + 1, t.begins, i.position, i.outcome, i.follow_up"
	    "   FROM agenda_item AS i JOIN tree AS t ON i.parent = t.id)"
	    " SELECT id FROM tree AS t WHERE outcome IN ('open', 'carried')"
	    " AND NOT EXISTS (SELECT 1 FROM agenda_item AS heir WHERE heir.carried_from = t.id)"
	    " AND (follow_up IS NULL OR EXISTS (SELECT 1 FROM follow_up AS f"
	    "  WHERE f.id = t.follow_up AND f.closed IS NULL))"
	    " ORDER BY depth, begins, position, id";
	static const char follow_ups_sql[] =
	    "SELECT f.id FROM follow_up AS f JOIN meeting AS decided ON decided.key = f.meeting"
	    " WHERE decided.body = (SELECT body FROM meeting WHERE key = :meeting)"
	    " AND f.closed IS NULL AND NOT EXISTS (SELECT 1 FROM agenda_item AS i"
	    "  WHERE i.meeting = :meeting AND i.follow_up = f.id)"
	    " ORDER BY f.meeting, f.decision, f.no";
	int64_t count = 0;
	bool ok = take_each(session, meeting, items_sql, carry, &count, err) &&
	    take_each(session, meeting, follow_ups_sql, bring_back, &count, err);

	if (ok && ret_count != NULL)
		*ret_count = count;
	return ok;
}

bool
agenda_take_follow_up_in_set(struct session *session, const char *follow_up, struct err *err)
{
	struct follow_up row = { 0 };
	struct meeting decided = { 0 };
	char *next = NULL;
	bool ok = row_get(session, &follow_up_type, follow_up, &row, err) &&
	    row_get(session, &meeting_type, row.meeting, &decided, err) &&
	    meeting_next(session, decided.body, &next, err);

	if (ok && next != NULL && row.closed == NULL)
		ok = bring_back(session, next, follow_up, err);
	free(next);
	record_done(&meeting_type, &decided);
	record_done(&follow_up_type, &row);
	return ok;
}

/* Standing items: what came by itself to the other meeting is not copied. */

static bool
is_standing(const struct agenda_item *item)
{
	return item->carried_from == NULL && item->follow_up == NULL;
}

static bool
copy_below(struct session *session, const struct row_list *items, const char *parent,
    const char *new_parent, const char *to, int depth, struct err *err)
{
	bool ok = true;

	for (size_t i = 0; i < items->count && ok; i++) {
		const struct agenda_item *item = row_at(items, i);
		struct agenda_item copy = { 0 };

		if (strcmp(item->parent != NULL ? item->parent : "", parent) != 0 || !is_standing(item) ||
		    depth > 20)
			continue;
		record_copy(&agenda_item_type, &copy, item);
		make_fresh(&copy, to, mem_strdup(new_parent));
		copy.sitting = item->sitting;
		ok = agenda_add_in_set(session, &copy, err) &&
		    copy_below(session, items, item->id, copy.id, to, depth + 1, err);
		record_done(&agenda_item_type, &copy);
	}
	return ok;
}

bool
agenda_copy_in_set(struct session *session, const char *from, const char *to, struct err *err)
{
	struct row_list items = { 0 };
	bool ok = row_list(session, &agenda_item_type, "meeting", from, "position, id", &items, err) &&
	    copy_below(session, &items, "", NULL, to, 0, err);

	row_list_done(&items);
	return ok;
}
