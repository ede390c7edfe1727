/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/sheet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/decision.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/change.h"
#include "store/stmt.h"

void
sheet_done(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		struct sheet_part *part = &sheet->part[i];

		record_done(part->type, part->before);
		record_done(part->type, part->after);
		free(part->before);
		free(part->after);
		free(part->key);
	}
	*sheet = (struct sheet){ 0 };
}

void
sheet_clashes_done(struct sheet_clashes *clashes)
{
	for (size_t i = 0; i < clashes->count; i++) {
		free(clashes->item[i].before);
		free(clashes->item[i].theirs);
		free(clashes->item[i].mine);
		free(clashes->item[i].who);
		free(clashes->item[i].at);
	}
	free(clashes->item);
	*clashes = (struct sheet_clashes){ 0 };
}

struct sheet_part *
sheet_add_new(struct sheet *sheet, const struct record_type *type)
{
	assert(sheet->count < SHEET_PARTS);
	struct sheet_part *part = &sheet->part[sheet->count++];

	*part = (struct sheet_part){
		.type = type,
		.key = mem_strdup(""),
		.before = mem_alloc(type->size),
		.after = mem_alloc(type->size),
		.fresh = true,
	};
	return part;
}

bool
sheet_add(struct session *session, struct sheet *sheet, const struct record_type *type,
    const char *key, struct err *err)
{
	void *row = mem_alloc(type->size);

	if (sheet->count == 0)
		sheet->lsn = change_last_lsn(session->db);
	if (!row_get(session, type, key, row, err)) {
		free(row);
		return false;
	}
	struct sheet_part *part = sheet_add_new(sheet, type);
	part->fresh = false;
	mem_replace(&part->key, key);
	free(part->before);
	part->before = row;
	record_copy(type, part->after, row);
	return true;
}

static struct sheet_part *
find_part(struct sheet *sheet, const struct record_type *type)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->part[i].type == type)
			return &sheet->part[i];
	return NULL;
}

/* The key of a copy is made when it is saved. */
static void
clear_key(const struct record_type *type, void *row)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if ((field->flags & FIELD_KEY) != 0 && (field->flags & FIELD_MADE) != 0)
			record_put(field, row, NULL);
}

/* ended takes the place of what was typed, which goes on in a part of its own. */
static void
follow(struct sheet *sheet, struct sheet_part *old, void *ended, void *next)
{
	struct sheet_part *fresh = sheet_add_new(sheet, old->type);

	record_done(old->type, fresh->after);
	memcpy(fresh->after, next, old->type->size);
	memset(next, 0, old->type->size);
	record_done(old->type, old->after);
	memcpy(old->after, ended, old->type->size);
	memset(ended, 0, old->type->size);
	/* What is typed from now on belongs to the new period: it stands first. */
	struct sheet_part later = *fresh;
	*fresh = *old;
	*old = later;
}

bool
sheet_new_period(struct sheet *sheet, const struct record_type *type, const char *since,
    struct err *err)
{
	struct sheet_part *old = find_part(sheet, type);

	if (old == NULL || old->fresh)
		return err_set(err, ERR_RULE, _("There is no earlier period that a new one could follow."));
	void *next = mem_alloc(type->size), *ended = mem_alloc(type->size);
	record_copy(type, next, old->before);
	record_copy(type, ended, old->after);
	clear_key(type, next);
	bool ok = record_read(record_find_field(type, "since"), next, since, err) &&
	    record_read(record_find_field(type, "until"), ended, since, err) &&
	    record_check(type, ended, err);
	if (ok)
		follow(sheet, old, ended, next);
	record_done(type, next);
	record_done(type, ended);
	free(next);
	free(ended);
	return ok;
}

struct sheet_part *
sheet_find(struct sheet *sheet, const char *field_key, const struct field **ret_field)
{
	for (size_t i = 0; i < sheet->count; i++) {
		const struct field *field = record_find_field(sheet->part[i].type, field_key);

		if (field != NULL) {
			*ret_field = field;
			return &sheet->part[i];
		}
	}
	return NULL;
}

static size_t
part_changed(const struct sheet_part *part)
{
	size_t changed = 0;

	for (const struct field *field = part->type->fields; field->key != NULL; field++)
		changed += !record_same(field, part->before, part->after);
	return changed;
}

size_t
sheet_changed(const struct sheet *sheet)
{
	size_t changed = 0;

	for (size_t i = 0; i < sheet->count; i++)
		changed += part_changed(&sheet->part[i]);
	return changed;
}

/* Do two fields move as one? */
static bool
is_one_group(const struct field *a, const struct field *b)
{
	return a == b || (a->group != NULL && b->group != NULL && strcmp(a->group, b->group) == 0);
}

/* Has any field of this one's group another value in other than in base? */
static bool
group_differs(const struct record_type *type, const struct field *of, const void *base,
    const void *other)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (is_one_group(of, field) && !record_same(field, base, other))
			return true;
	return false;
}

static char *
formatted(const struct field *field, const void *row)
{
	struct buf text = { 0 };

	record_format(field, row, &text);
	return buf_take(&text);
}

/* Who changed the row last since it was read? */
static void
fill_author(struct session *session, const struct sheet *sheet, const struct sheet_part *part,
    struct sheet_clash *clash)
{
	static const char sql[] =
	    "SELECT t.who, t.at FROM log AS l JOIN log_tx AS t ON t.id = l.tx"
	    " WHERE l.tbl = :tbl AND l.rowkey = :key AND l.lsn > :lsn ORDER BY l.lsn DESC LIMIT 1";
	struct stmt st = { 0 };
	struct err ignored = { 0 };

	if (stmt_open(&st, session->db, sql, &ignored)) {
		stmt_bind_text(&st, ":tbl", part->type->key);
		stmt_bind_text(&st, ":key", part->key);
		stmt_bind_int(&st, ":lsn", sheet->lsn);
		if (stmt_next(&st)) {
			clash->who = mem_strdup(stmt_text(&st, 0));
			clash->at = mem_strdup(stmt_text(&st, 1));
		}
	}
	stmt_close(&st);
	if (clash->who == NULL) {
		clash->who = mem_strdup("");
		clash->at = mem_strdup("");
	}
}

static enum sheet_pick
earlier_pick(const struct sheet_clashes *picks, const struct sheet_clash *clash)
{
	for (size_t i = 0; i < picks->count; i++) {
		const struct sheet_clash *pick = &picks->item[i];

		if (pick->part == clash->part && pick->field == clash->field &&
		    strcmp(pick->theirs, clash->theirs) == 0)
			return pick->pick;
	}
	return SHEET_UNDECIDED;
}

static struct sheet_clash *
add_clash(struct sheet_clashes *clashes, const struct sheet *sheet, size_t index,
    const struct field *field, const void *now)
{
	const struct sheet_part *part = &sheet->part[index];

	clashes->item = mem_grow(clashes->item, clashes->count + 1, sizeof clashes->item[0]);
	struct sheet_clash *clash = &clashes->item[clashes->count++];
	*clash = (struct sheet_clash){
		.part = index,
		.field = field,
		.before = formatted(field, part->before),
		.theirs = formatted(field, now),
		.mine = formatted(field, part->after),
	};
	return clash;
}

/* Give field of row the value it has in from. */
static void
take_value(const struct field *field, void *row, const void *from)
{
	char *text = formatted(field, from);

	/* What is empty is none: a period that goes on has no end, not an end "". */
	record_put(field, row, text[0] != '\0' ? text : NULL);
	free(text);
}

/*
 * Lay what was typed over the row as it is now. Clashes that are not decided
 * are added to open; decided ones take effect.
 */
static void
merge_part(struct session *session, const struct sheet *sheet, size_t index, void *now,
    const struct sheet_clashes *picks, struct sheet_clashes *open)
{
	const struct sheet_part *part = &sheet->part[index];
	void *merged = mem_alloc(part->type->size);

	record_copy(part->type, merged, now);
	for (const struct field *field = part->type->fields; field->key != NULL; field++) {
		bool mine = group_differs(part->type, field, part->before, part->after);
		bool theirs = group_differs(part->type, field, part->before, now);
		bool take_mine = mine;

		if (mine && theirs && !record_same(field, now, part->after)) {
			struct sheet_clash *clash = add_clash(open, sheet, index, field, now);

			fill_author(session, sheet, part, clash);
			clash->pick = earlier_pick(picks, clash);
			take_mine = clash->pick == SHEET_MINE;
		}
		if (take_mine)
			take_value(field, merged, part->after);
	}
	record_done(part->type, now);
	memcpy(now, merged, part->type->size);
	free(merged);
}

static bool
save_part(struct session *session, struct sheet *sheet, size_t index,
    const struct sheet_clashes *picks, struct sheet_clashes *open, struct err *err)
{
	struct sheet_part *part = &sheet->part[index];
	void *row = mem_alloc(part->type->size);
	bool ok;

	if (part->fresh) {
		record_copy(part->type, row, part->after);
		ok = row_insert_in_set(session, part->type, row, err);
	} else {
		ok = row_get(session, part->type, part->key, row, err);
		if (ok) {
			merge_part(session, sheet, index, row, picks, open);
			ok = row_update_in_set(session, part->type, row, err);
		}
	}
	record_done(part->type, row);
	free(row);
	return ok;
}

static bool
is_decided(const struct sheet_clashes *clashes)
{
	for (size_t i = 0; i < clashes->count; i++)
		if (clashes->item[i].pick == SHEET_UNDECIDED)
			return false;
	return true;
}

/* A new row that belongs to the record of the first part gets its key. */
static void
link_to_first(struct sheet *sheet)
{
	struct buf key = { 0 };

	record_key(sheet->part[0].type, sheet->part[0].after, &key);
	for (size_t i = 1; i < sheet->count; i++) {
		struct sheet_part *part = &sheet->part[i];

		for (const struct field *field = part->type->fields; field->key != NULL; field++)
			if (part->fresh && field->refers != NULL &&
			    strcmp(field->refers, sheet->part[0].type->key) == 0 &&
			    record_text(field, part->after)[0] == '\0')
				record_put(field, part->after, buf_text(&key));
	}
	buf_done(&key);
}

/* Rows that exist go first: a period must end before the next one begins. */
static bool
save_parts(struct session *session, struct sheet *sheet, const struct sheet_clashes *picks,
    struct sheet_clashes *open, struct err *err)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (!sheet->part[i].fresh && part_changed(&sheet->part[i]) > 0 &&
		    !save_part(session, sheet, i, picks, open, err))
			return false;
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->part[i].fresh && !save_part(session, sheet, i, picks, open, err))
			return false;
	if (is_decided(open))
		return true;
	return err_set(err, ERR_CONFLICT,
	    _("Somebody saved this record meanwhile: choose which values to keep."));
}

/* Told before anything is written: a form stands on the field then. */
static bool
may_name_decisions(struct session *session, const struct sheet *sheet, struct err *err)
{
	for (size_t i = 0; i < sheet->count; i++) {
		const struct sheet_part *part = &sheet->part[i];

		if (!decision_check_named(session, part->type, part->before, part->after, err))
			return false;
	}
	return true;
}

bool
sheet_save(struct session *session, struct sheet *sheet, const char *what, const char *why,
    struct sheet_clashes *clashes, int64_t *ret_number, struct err *err)
{
	struct sheet_clashes open = { 0 };
	bool ok = false;

	if (!may_name_decisions(session, sheet, err) || !session_begin(session, what, why, err))
		return false;
	link_to_first(sheet);
	if (!save_parts(session, sheet, clashes, &open, err)) {
		session_abort(session);
		/* The row may have become invalid only because the picks are missing. */
		if (!is_decided(&open))
			err_set(err, ERR_CONFLICT,
			    _("Somebody saved this record meanwhile: choose which values to keep."));
		goto out;
	}
	ok = session_commit(session, ret_number, err);
out:
	sheet_clashes_done(clashes);
	if (ok)
		sheet_clashes_done(&open);
	else
		*clashes = open;
	return ok;
}
