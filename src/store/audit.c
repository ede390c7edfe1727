/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change_verify of store/change.h: the chain here, the rows in audit_rows.c. */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/messages.h"
#include "store/audit_rows.h"
#include "store/db_private.h"
#include "store/stmt.h"
#include "store/triggers.h"

/* The chain of a node as walked so far. */
struct head {
	char *node;
	int64_t nseq;
	unsigned char hash[CHAIN_BYTES];
};

struct audit {
	struct db *db;
	struct err *err;
	void (*say)(void *context, const char *line);
	void *context;
	struct head *heads;	/* the lines of nodes lie between each other */
	size_t head_count, head_room;
	char set[ULID_SIZE];	/* whose digest is at hand */
	bool set_exists;
	unsigned char digest[CHAIN_BYTES];
	int64_t lines;
};

/* The columns of the walk. */
enum {
	WALK_NODE, WALK_NSEQ, WALK_TABLE, WALK_ROW, WALK_OP, WALK_DATA, WALK_HASH, WALK_SET,
	WALK_SET_NODE, WALK_NUMBER, WALK_WHO, WALK_WHAT, WALK_WHY, WALK_PLACE, WALK_AT, WALK_UNDOES,
	WALK_BEGINS,
};

static const char walk_sql[] =
	"SELECT l.node, l.nseq, l.tbl, l.rowkey, l.op, l.data, l.hash, l.tx,"
	" t.node, t.no, t.who, t.what, t.why, t.place, t.at, t.undoes, t.lsn = l.lsn"
	" FROM log l LEFT JOIN log_tx t ON t.id = l.tx ORDER BY l.lsn";

static const char *
text_at(const struct stmt *st, int column)
{
	const char *text = stmt_text(st, column);

	return text != NULL ? text : "";
}

static void tell(struct audit *audit, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void
tell(struct audit *audit, const char *format, ...)
{
	struct buf line = { 0 };
	va_list args;

	va_start(args, format);
	buf_addv(&line, format, args);
	va_end(args);
	audit->say(audit->context, buf_text(&line));
	buf_done(&line);
}

static void
know_set(struct audit *audit, const struct stmt *st)
{
	if (audit->lines > 0 && strcmp(audit->set, text_at(st, WALK_SET)) == 0)
		return;
	audit->set_exists = !stmt_is_null(st, WALK_NUMBER);
	if (!audit->set_exists)
		tell(audit, _("The change set of log line %lld (%s %s) does not exist."),
		    (long long)stmt_int(st, WALK_NSEQ), text_at(st, WALK_TABLE), text_at(st, WALK_ROW));
	else if (stmt_int(st, WALK_BEGINS) == 0)
		tell(audit, _("The lines of change set %lld (%s) are not where the file says they are."),
		    (long long)stmt_int(st, WALK_NUMBER), text_at(st, WALK_WHO));
	snprintf(audit->set, sizeof audit->set, "%s", text_at(st, WALK_SET));
	chain_digest_set(&(struct chain_set){
		.id = audit->set,
		.node = text_at(st, WALK_SET_NODE),
		.number = stmt_int(st, WALK_NUMBER),
		.who = text_at(st, WALK_WHO),
		.what = text_at(st, WALK_WHAT),
		.why = text_at(st, WALK_WHY),
		.place = text_at(st, WALK_PLACE),
		.at = text_at(st, WALK_AT),
		.undoes = text_at(st, WALK_UNDOES),
	}, audit->digest);
}

static struct head *
add_head(struct audit *audit, const char *node)
{
	audit->heads = mem_room(audit->heads, audit->head_count, &audit->head_room, sizeof *audit->heads);
	audit->heads[audit->head_count] = (struct head){ .node = mem_strdup(node) };
	return &audit->heads[audit->head_count++];
}

static bool
read_nodes(struct audit *audit)
{
	struct stmt st = { 0 };

	stmt_open(&st, audit->db, "SELECT id FROM log_node", audit->err);
	while (stmt_next(&st))
		add_head(audit, text_at(&st, 0));
	return stmt_close(&st);
}

/* A node that does not exist is told once. */
static struct head *
know_node(struct audit *audit, const struct stmt *st)
{
	const char *node = text_at(st, WALK_NODE);

	for (size_t i = 0; i < audit->head_count; i++)
		if (strcmp(audit->heads[i].node, node) == 0)
			return &audit->heads[i];
	tell(audit, _("The file does not know who wrote log line %lld (%s %s)."),
	    (long long)stmt_int(st, WALK_NSEQ), text_at(st, WALK_TABLE), text_at(st, WALK_ROW));
	return add_head(audit, node);
}

static void
check_place(struct audit *audit, const struct stmt *st, int64_t last)
{
	int64_t nseq = stmt_int(st, WALK_NSEQ);

	if (nseq > last + 1)
		tell(audit, _("Before log line %lld (%s %s) lines are missing."), (long long)nseq,
		    text_at(st, WALK_TABLE), text_at(st, WALK_ROW));
	else if (nseq <= last)
		tell(audit, _("Log line %lld (%s %s) is doubled or out of place."), (long long)nseq,
		    text_at(st, WALK_TABLE), text_at(st, WALK_ROW));
}

static void
check_hash(struct audit *audit, const struct stmt *st, struct head *head)
{
	const char *data = text_at(st, WALK_DATA);
	size_t size = 0;

	chain_advance(head->hash, audit->digest, &(struct chain_line){
		.nseq = head->nseq,
		.table = text_at(st, WALK_TABLE),
		.row_key = text_at(st, WALK_ROW),
		.op = text_at(st, WALK_OP),
		.data = data,
		.data_size = strlen(data),
	});
	const void *hash = stmt_blob(st, WALK_HASH, &size);
	if (audit->set_exists && (size != CHAIN_BYTES || memcmp(hash, head->hash, CHAIN_BYTES) != 0))
		tell(audit, _("Log line %lld (%s %s) was altered after it was written."),
		    (long long)head->nseq, text_at(st, WALK_TABLE), text_at(st, WALK_ROW));
	/* On from what stands there: one altered line is told once. */
	if (size == CHAIN_BYTES)
		memcpy(head->hash, hash, CHAIN_BYTES);
}

static void
check_line(struct audit *audit, const struct stmt *st)
{
	struct head *head = know_node(audit, st);

	know_set(audit, st);
	check_place(audit, st, head->nseq);
	head->nseq = stmt_int(st, WALK_NSEQ);
	check_hash(audit, st, head);
	audit->lines++;
}

static bool
walk_chain(struct audit *audit)
{
	struct stmt st = { 0 };

	if (!read_nodes(audit))
		return false;
	stmt_open(&st, audit->db, walk_sql, audit->err);
	while (stmt_next(&st))
		check_line(audit, &st);
	return stmt_close(&st);
}

/* A set in the chain has lines; one that has none was written past the triggers. */
static bool
find_empty_sets(struct audit *audit)
{
	struct stmt st = { 0 };

	stmt_open(&st, audit->db, "SELECT no, who FROM log_tx t WHERE id <> :open"
	    " AND NOT EXISTS (SELECT 1 FROM log WHERE lsn = t.lsn AND tx = t.id)", audit->err);
	stmt_bind_text(&st, ":open", change_id(audit->db));
	while (stmt_next(&st))
		tell(audit, _("Change set %lld (%s) has no lines in the log."), (long long)stmt_int(&st, 0),
		    text_at(&st, 1));
	return stmt_close(&st);
}

static bool
compare_tables(struct audit *audit)
{
	if (!change_know_tables(audit->db, audit->err))
		return false;
	for (size_t i = 0; i < audit->db->table_count; i++)
		if (audit->db->tables[i].mode != CHANGE_DERIVED &&
		    !audit_rows(audit->db, audit->db->tables[i].name, audit->say, audit->context,
			audit->err))
			return false;
	return true;
}

static bool
verify(struct audit *audit)
{
	return walk_chain(audit) && find_empty_sets(audit) && compare_tables(audit) &&
	    triggers_check(audit->db, audit->say, audit->context, audit->err);
}

static void
done(struct audit *audit)
{
	for (size_t i = 0; i < audit->head_count; i++)
		free(audit->heads[i].node);
	free(audit->heads);
}

bool
change_verify(struct db *db, void (*say)(void *context, const char *line), void *context,
    int64_t *ret_rows, struct err *err)
{
	struct audit audit = { .db = db, .err = err, .say = say, .context = context };

	/* Log and tables as of one moment. */
	if (!db_snapshot_begin(db, err))
		return false;
	bool ok = verify(&audit);
	done(&audit);
	db_snapshot_end(db);
	if (ok && ret_rows != NULL)
		*ret_rows = audit.lines;
	return ok;
}
