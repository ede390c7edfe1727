/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/attendance.h"
#include "domain/decision_take.h"
#include "domain/history.h"
#include "domain/ledger.h"
#include "domain/record_types.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/voting.h"
#include "store/change.h"
#include "store/stmt.h"

/* The inverse of one log line while it is being worked out. */
struct inverse {
	struct session *session;
	const struct record_type *type;
	const char *key;
	void *row;		/* as it is now; for a deleted one, as it was */
	bool deleting;		/* compare only: the row goes as a whole */
	struct err *err;
};

static bool
is_value(const struct field *field, const void *row, const char *value)
{
	struct buf now = { 0 };

	record_format(field, row, &now);
	bool same = strcmp(buf_text(&now), value != NULL ? value : "") == 0;
	buf_done(&now);
	return same;
}

/* Number of the latest set that touched the row: the one in the way. */
static int64_t
latest_set(const struct inverse *inverse)
{
	static const char sql[] =
	    "SELECT t.no FROM log AS l JOIN log_tx AS t ON t.id = l.tx"
	    " WHERE l.tbl = :tbl AND l.rowkey = :key ORDER BY l.lsn DESC LIMIT 1";
	struct err ignored = { 0 };
	struct stmt st = { 0 };
	int64_t number = 0;

	if (stmt_open(&st, inverse->session->db, sql, &ignored)) {
		stmt_bind_text(&st, ":tbl", inverse->type->key);
		stmt_bind_text(&st, ":key", inverse->key);
		if (stmt_next(&st))
			number = stmt_int(&st, 0);
	}
	stmt_close(&st);
	return number;
}

static bool
refuse_changed(const struct inverse *inverse, const struct field *field)
{
	struct buf name = { 0 };

	history_record_name(inverse->session, inverse->type->key, inverse->key, &name);
	err_set(inverse->err, ERR_RULE,
	    _("Change set %lld changed \"%s\" of %s afterwards: undo that one first."),
	    (long long)latest_set(inverse), message_show(field->label), buf_text(&name));
	buf_done(&name);
	return false;
}

static bool
invert_cell(void *context, const char *column, const char *before, const char *after)
{
	struct inverse *inverse = context;
	const struct field *field = record_find_field(inverse->type, column);

	if (field == NULL)	/* a column of an earlier schema */
		return true;
	if (!is_value(field, inverse->row, after))
		return refuse_changed(inverse, field);
	if (!inverse->deleting)
		record_put(field, inverse->row, before);
	return true;
}

static bool
restore_cell(void *context, const char *column, const char *before, const char *after)
{
	struct inverse *inverse = context;
	const struct field *field = record_find_field(inverse->type, column);

	(void)after;
	if (field != NULL)
		record_put(field, inverse->row, before);
	return true;
}

static bool
invert_insert(struct inverse *inverse, const char *data)
{
	inverse->deleting = true;
	return row_get(inverse->session, inverse->type, inverse->key, inverse->row, inverse->err) &&
	    change_each(data, invert_cell, inverse) &&
	    row_delete_in_set(inverse->session, inverse->type, inverse->key, inverse->err);
}

static bool
invert_update(struct inverse *inverse, const char *data)
{
	return row_get(inverse->session, inverse->type, inverse->key, inverse->row, inverse->err) &&
	    change_each(data, invert_cell, inverse) &&
	    row_update_in_set(inverse->session, inverse->type, inverse->row, inverse->err);
}

static bool
invert_delete(struct inverse *inverse, const char *data)
{
	return change_each(data, restore_cell, inverse) &&
	    row_insert_in_set(inverse->session, inverse->type, inverse->row, inverse->err);
}

static bool
invert_line(struct session *session, const char *table, const char *key, const char *op,
    const char *data, struct err *err)
{
	static const struct { char op; bool (*invert)(struct inverse *, const char *); } ways[] = {
		{ 'I', invert_insert }, { 'U', invert_update }, { 'D', invert_delete },
	};
	struct inverse inverse = { .session = session, .type = record_types_find(table),
		.key = key, .err = err };
	enum change_mode mode = CHANGE_REPLAY;
	bool ok = false;

	if (inverse.type == NULL || !change_mode(session->db, table, &mode) ||
	    mode != CHANGE_MERGE)
		return err_set(err, ERR_RULE,
		    _("This change set holds rows that are only ever added: correct them by new ones."));
	inverse.row = mem_alloc(inverse.type->size);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		if (ways[i].op == op[0])
			ok = ways[i].invert(&inverse, data);
	record_done(inverse.type, inverse.row);
	free(inverse.row);
	return ok;
}

/* Log lines are read first: they would otherwise see those written here. */
struct line {
	char *table, *key, *op, *data;
};

struct lines {
	struct line *item;
	size_t count, room;
};

static void
lines_done(struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		free(lines->item[i].table);
		free(lines->item[i].key);
		free(lines->item[i].op);
		free(lines->item[i].data);
	}
	free(lines->item);
}

static bool
lines_read(struct session *session, const char *set_id, struct lines *ret_lines, struct err *err)
{
	static const char sql[] =
	    "SELECT l.tbl, l.rowkey, l.op, l.data FROM log_tx AS t JOIN log AS l ON " CHANGE_LINE_OF_SET
	    " WHERE t.id = :set ORDER BY l.lsn DESC";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":set", set_id);
		while (stmt_next(&st)) {
			ret_lines->item = mem_room(ret_lines->item, ret_lines->count,
			    &ret_lines->room, sizeof ret_lines->item[0]);
			ret_lines->item[ret_lines->count++] = (struct line){
				mem_strdup(stmt_text(&st, 0)), mem_strdup(stmt_text(&st, 1)),
				mem_strdup(stmt_text(&st, 2)), mem_strdup(stmt_text(&st, 3)) };
		}
	}
	return stmt_close(&st);
}

/* What the log says of the set itself. */
struct set_state {
	int64_t number;
	bool is_init, is_undone;
};

static bool
read_state(struct session *session, const char *set_id, struct set_state *ret_state,
    struct err *err)
{
	static const char sql[] =
	    "SELECT t.no, t.what = 'init', EXISTS (SELECT 1 FROM log_tx AS u WHERE u.undoes = t.id"
	    " AND NOT EXISTS (SELECT 1 FROM log_tx AS v WHERE v.undoes = u.id))"
	    " FROM log_tx AS t WHERE t.id = :set";
	struct stmt st = { 0 };
	bool found = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":set", set_id);
		found = stmt_next(&st);
		if (found)
			*ret_state = (struct set_state){ stmt_int(&st, 0),
			    stmt_int(&st, 1) != 0, stmt_int(&st, 2) != 0 };
	}
	if (!stmt_close(&st))
		return false;
	return found || err_set(err, ERR_MISSING,
	    _("There is no change set %s: \"history\" lists them."), set_id);
}

static bool
may_undo(const struct set_state *state, struct err *err)
{
	if (state->is_undone)
		return err_set(err, ERR_RULE, _("Change set %lld is undone already."),
		    (long long)state->number);
	if (state->is_init)
		return err_set(err, ERR_RULE,
		    _("Change set %lld made this file: it cannot be undone."),
		    (long long)state->number);
	return true;
}

/* Rows whose part of the domain says itself why they stay. */
static const struct {
	const char *table;
	bool (*may_undo)(struct session *session, const char *key, struct err *err);
	bool made_only;		/* asked of the making of a row; corrections go back */
} keepers[] = {
	{ "presence", attendance_may_undo, false },
	{ "vote", voting_may_undo, false },
	{ "roll", voting_may_undo, false },
	{ "ballot", voting_may_undo, false },
	{ "decision", decision_may_undo, true },
	{ "entry", ledger_may_undo, false },
};

/* Asked of all lines first: what it says is worth more than which line comes first. */
static bool
may_undo_lines(struct session *session, const struct lines *lines, struct err *err)
{
	for (size_t i = 0; i < lines->count; i++)
		for (size_t k = 0; k < sizeof keepers / sizeof keepers[0]; k++)
			if (strcmp(lines->item[i].table, keepers[k].table) == 0 &&
			    (!keepers[k].made_only || lines->item[i].op[0] == 'I') &&
			    !keepers[k].may_undo(session, lines->item[i].key, err))
				return false;
	return true;
}

/* Write the inverse of every line of the set; a change set must be open. */
static bool
invert_set(struct session *session, const char *set_id, struct err *err)
{
	struct lines lines = { 0 };
	bool ok = lines_read(session, set_id, &lines, err) &&
	    may_undo_lines(session, &lines, err);

	for (size_t i = 0; i < lines.count && ok; i++)
		ok = invert_line(session, lines.item[i].table, lines.item[i].key,
		    lines.item[i].op, lines.item[i].data, err);
	lines_done(&lines);
	return ok;
}

static bool
find_newest(struct session *session, bool undos, char **ret_id, struct err *err)
{
	static const char sql[] =
	    "SELECT t.id FROM log_tx AS t WHERE t.who = :who AND t.what <> 'init'"
	    " AND (t.undoes IS NOT NULL AND t.what = 'undo') = :undos"
	    " AND (t.undoes IS NULL OR :undos)"
	    " AND NOT EXISTS (SELECT 1 FROM log_tx AS u WHERE u.undoes = t.id"
	    "  AND NOT EXISTS (SELECT 1 FROM log_tx AS v WHERE v.undoes = u.id))"
	    " ORDER BY t.lsn DESC LIMIT 1";
	struct stmt st = { 0 };
	char *id = NULL;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":who", session->user);
		stmt_bind_int(&st, ":undos", undos);
		if (stmt_next(&st))
			id = mem_strdup(stmt_text(&st, 0));
	}
	if (!stmt_close(&st)) {
		free(id);
		return false;
	}
	*ret_id = id;
	return true;
}

static bool
undo_as(struct session *session, const char *set_id, const char *what, bool keep,
    int64_t *ret_undone, int64_t *ret_number, struct err *err)
{
	struct set_state state = { 0 };

	if (!read_state(session, set_id, &state, err) || !may_undo(&state, err) ||
	    !session_begin_undo(session, what, set_id, err))
		return false;
	if (!invert_set(session, set_id, err) || !keep) {
		session_abort(session);
		return !keep && err->code == ERR_NONE;
	}
	if (!session_commit(session, ret_number, err))
		return false;
	if (ret_undone != NULL)
		*ret_undone = state.number;
	return true;
}

bool
undo_set(struct session *session, const char *set_id, int64_t *ret_undone, int64_t *ret_number,
    struct err *err)
{
	char *newest = NULL;

	if (set_id == NULL && !find_newest(session, false, &newest, err))
		return false;
	if (set_id == NULL && newest == NULL)
		return err_set(err, ERR_MISSING, _("There is no change of yours to undo."));
	bool ok = undo_as(session, set_id != NULL ? set_id : newest, "undo", true,
	    ret_undone, ret_number, err);
	free(newest);
	return ok;
}

bool
undo_redo(struct session *session, int64_t *ret_undone, int64_t *ret_number, struct err *err)
{
	char *newest = NULL;

	if (!find_newest(session, true, &newest, err))
		return false;
	if (newest == NULL)
		return err_set(err, ERR_MISSING, _("There is no undo of yours to take back."));
	bool ok = undo_as(session, newest, "redo", true, ret_undone, ret_number, err);
	free(newest);
	return ok;
}

bool
undo_is_possible(struct session *session, const char *set_id, struct err *err)
{
	struct err own = { 0 };
	bool ok = undo_as(session, set_id, "undo", false, NULL, NULL, &own);

	if (!ok && err != NULL)
		*err = own;
	return ok;
}
