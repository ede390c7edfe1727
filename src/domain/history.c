/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/record_types.h"
#include "domain/session.h"
#include "store/change.h"
#include "store/stmt.h"

/* What log_tx.what may say. Stored in English, shown in any language. */
static const struct choice whats[] = {
	{ "init", N_("init") },
	{ "import", N_("import") },
	{ "undo", N_("undo") },
	{ "redo", N_("redo") },
	{ "edit government", N_("edit government") },
	{ "new government", N_("new government") },
	{ "new name period", N_("new name period") },
	{ "delete name", N_("delete name") },
	{ "status", N_("status") },
	{ "void status", N_("void status") },
	{ "new alias", N_("new alias") },
	{ "edit alias", N_("edit alias") },
	{ "delete alias", N_("delete alias") },
	{ "new person", N_("new person") },
	{ "edit person", N_("edit person") },
	{ "delete person", N_("delete person") },
	{ "new post", N_("new post") },
	{ "edit post", N_("edit post") },
	{ "delete post", N_("delete post") },
	{ "appoint", N_("appoint") },
	{ "edit holding", N_("edit holding") },
	{ "end holding", N_("end holding") },
	{ "delete holding", N_("delete holding") },
	{ "new contact", N_("new contact") },
	{ "edit contact", N_("edit contact") },
	{ "delete contact", N_("delete contact") },
	{ "new address", N_("new address") },
	{ "edit address", N_("edit address") },
	{ "delete address", N_("delete address") },
	{ "new rule", N_("new rule") },
	{ "edit rule", N_("edit rule") },
	{ "delete rule", N_("delete rule") },
	{ "rate", N_("rate") },
	{ "open year", N_("open year") },
	{ "post", N_("post") },
	{ "reverse", N_("reverse") },
	{ "dues run", N_("dues run") },
	{ "issue invoices", N_("issue invoices") },
	{ "payment", N_("payment") },
	{ "credit note", N_("credit note") },
	{ "bill", N_("bill") },
	{ "issue bill", N_("issue bill") },
	{ "discard bill", N_("discard bill") },
	{ "use credit", N_("use credit") },
	{ "undo payment", N_("undo payment") },
	{ "refund", N_("refund") },
	{ "name payer", N_("name payer") },
	{ "close year", N_("close year") },
	{ "audit year", N_("audit year") },
	{ "bank statement", N_("bank statement") },
	{ "same bank line", N_("same bank line") },
	{ "reconcile", N_("reconcile") },
	{ "remind", N_("remind") },
	{ "drop reminder", N_("drop reminder") },
	{ "post batch", N_("post batch") },
	{ "new batch", N_("new batch") },
	{ "edit batch", N_("edit batch") },
	{ "edit account", N_("edit account") },
	{ "new account", N_("new account") },
	{ "edit budget", N_("edit budget") },
	{ "new budget", N_("new budget") },
	{ "edit bank format", N_("edit bank format") },
	{ "new bank format", N_("new bank format") },
	{ "delete rate", N_("delete rate") },
	{ "delete account", N_("delete account") },
	{ "delete budget", N_("delete budget") },
	{ "delete batch", N_("delete batch") },
	{ "delete bank format", N_("delete bank format") },
	{ "reminders sent", N_("reminders sent") },
	{ "set up body", N_("set up body") },
	{ "dissolve body", N_("dissolve body") },
	{ "edit body", N_("edit body") },
	{ "new body name", N_("new body name") },
	{ "edit body name", N_("edit body name") },
	{ "delete body name", N_("delete body name") },
	{ "new body text", N_("new body text") },
	{ "edit body text", N_("edit body text") },
	{ "delete body text", N_("delete body text") },
	{ "new seat", N_("new seat") },
	{ "edit seat", N_("edit seat") },
	{ "give up seat", N_("give up seat") },
	{ "give seat", N_("give seat") },
	{ "renew term", N_("renew term") },
	{ "edit term", N_("edit term") },
	{ "end term", N_("end term") },
	{ "delete term", N_("delete term") },
	{ "new officer", N_("new officer") },
	{ "edit officer", N_("edit officer") },
	{ "delete officer", N_("delete officer") },
	{ "invite", N_("invite") },
	{ "answer", N_("answer") },
	{ "credentials", N_("credentials") },
	{ "proxy", N_("proxy") },
	{ "new delegate", N_("new delegate") },
	{ "edit delegate", N_("edit delegate") },
	{ "delete delegate", N_("delete delegate") },
	{ "edit delegation", N_("edit delegation") },
	{ "presence", N_("presence") },
	{ "open vote", N_("open vote") },
	{ "ballot", N_("ballot") },
	{ "correct ballot", N_("correct ballot") },
	{ "vote en bloc", N_("vote en bloc") },
	{ "close vote", N_("close vote") },
	{ "new staff", N_("new staff") },
	{ "edit staff", N_("edit staff") },
	{ "delete staff", N_("delete staff") },
	{ "staff leaves", N_("staff leaves") },
	{ "give portfolio", N_("give portfolio") },
	{ "edit portfolio", N_("edit portfolio") },
	{ "end portfolio", N_("end portfolio") },
	{ "delete portfolio", N_("delete portfolio") },
	{ "decision", N_("decision") },
	{ "edit decision", N_("edit decision") },
	{ "new follow-up", N_("new follow-up") },
	{ "edit follow-up", N_("edit follow-up") },
	{ "close follow-up", N_("close follow-up") },
	{ "application", N_("application") },
	{ "application step", N_("application step") },
	{ "edit application", N_("edit application") },
	{ "dossier", N_("dossier") },
	{ "new meeting", N_("new meeting") },
	{ "edit meeting", N_("edit meeting") },
	{ "copy meeting", N_("copy meeting") },
	{ "repeat meeting", N_("repeat meeting") },
	{ "convene meeting", N_("convene meeting") },
	{ "open meeting", N_("open meeting") },
	{ "close meeting", N_("close meeting") },
	{ "report meeting", N_("report meeting") },
	{ "postpone meeting", N_("postpone meeting") },
	{ "cancel meeting", N_("cancel meeting") },
	{ "delete meeting", N_("delete meeting") },
	{ "new sitting", N_("new sitting") },
	{ "edit sitting", N_("edit sitting") },
	{ "delete sitting", N_("delete sitting") },
	{ "new agenda item", N_("new agenda item") },
	{ "edit agenda item", N_("edit agenda item") },
	{ "move agenda item", N_("move agenda item") },
	{ "agenda outcome", N_("agenda outcome") },
	{ "delete agenda item", N_("delete agenda item") },
	{ "new paper", N_("new paper") },
	{ "edit paper", N_("edit paper") },
	{ "delete paper", N_("delete paper") },
	{ "new clerk of a meeting", N_("new clerk of a meeting") },
	{ "edit clerk of a meeting", N_("edit clerk of a meeting") },
	{ "delete clerk of a meeting", N_("delete clerk of a meeting") },
	{ "new holiday", N_("new holiday") },
	{ "edit holiday", N_("edit holiday") },
	{ "delete holiday", N_("delete holiday") },
	{ "new document", N_("new document") },
	{ "edit document", N_("edit document") },
	{ "delete document", N_("delete document") },
	{ "edit text", N_("edit text") },
	{ "draft minutes", N_("draft minutes") },
	{ "edit minutes", N_("edit minutes") },
	{ "delete minutes", N_("delete minutes") },
	{ "adopt minutes", N_("adopt minutes") },
	{ "new project", N_("new project") },
	{ "edit project", N_("edit project") },
	{ "delete project", N_("delete project") },
	{ "rebuild derived rows", N_("rebuild derived rows") },
	{ 0 }
};

static const struct field history_set_fields[] = {
	{ RECORD_FIELD(history_set, number), .label = NC_("field", "Set"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(history_set, at), .label = NC_("field", "When"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 20 },
	{ RECORD_FIELD(history_set, who), .label = NC_("field", "Who"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 16 },
	{ RECORD_FIELD(history_set, place), .label = NC_("field", "Where"), .kind = FIELD_TEXT,
	  .width = 5 },
	{ RECORD_FIELD(history_set, what), .label = NC_("field", "What"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 24, .choices = whats },
	{ RECORD_FIELD(history_set, why), .label = NC_("field", "Why"), .kind = FIELD_TEXT,
	  .width = 24 },
	{ RECORD_FIELD(history_set, rows), .label = NC_("field", "Rows"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 5 },
	{ RECORD_FIELD(history_set, changes), .label = NC_("field", "Changes"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 40 },
	{ RECORD_FIELD(history_set, undoes), .label = NC_("field", "Undoes"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(history_set, undone), .label = NC_("field", "Undone by"),
	  .kind = FIELD_TEXT, .flags = FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(history_set, id), .label = NC_("field", "Id"), .kind = FIELD_CODE,
	  .width = 26 },
	{ 0 }
};

const struct record_type history_set_type = {
	.key = "change_set",
	.label = N_("Change set"),
	.plural = N_("Change sets"),
	.size = sizeof(struct history_set),
	.fields = history_set_fields,
};

static const struct field history_cell_fields[] = {
	{ RECORD_FIELD(history_cell, set), .label = NC_("field", "Set"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(history_cell, record), .label = NC_("field", "Record"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 17 },
	{ RECORD_FIELD(history_cell, key), .label = NC_("field", "Key"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 26 },
	{ RECORD_FIELD(history_cell, op), .label = NC_("field", "Op"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 2 },
	{ RECORD_FIELD(history_cell, field), .label = NC_("field", "Field"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 12 },
	{ RECORD_FIELD(history_cell, before), .label = NC_("field", "Before"), .kind = FIELD_LONG,
	  .flags = FIELD_LISTED, .width = 24 },
	{ RECORD_FIELD(history_cell, after), .label = NC_("field", "After"), .kind = FIELD_LONG,
	  .flags = FIELD_LISTED, .width = 24 },
	{ 0 }
};

const struct record_type history_cell_type = {
	.key = "change_cell",
	.label = N_("Changed field"),
	.plural = N_("Changed fields"),
	.size = sizeof(struct history_cell),
	.fields = history_cell_fields,
};

const char *
history_what(const char *what)
{
	for (const struct choice *choice = whats; choice->word != NULL; choice++)
		if (strcmp(choice->word, what) == 0)
			return message_show(choice->label);
	return what;
}

/* A set counts as undone while an undo of it stands that is not itself undone. */
#define SET_COLUMNS \
	"t.id, n.label || t.no, t.at, t.who, t.place, t.what, t.why, count(*)," \
	" coalesce((SELECT un.label || u.no FROM log_tx AS u JOIN log_node AS un ON un.id = u.node" \
	"  WHERE u.id = t.undoes), '')," \
	" coalesce((SELECT un.label || u.no FROM log_tx AS u JOIN log_node AS un ON un.id = u.node" \
	"  WHERE u.undoes = t.id AND NOT EXISTS (SELECT 1 FROM log_tx AS v WHERE v.undoes = u.id)" \
	"  LIMIT 1), ''), group_concat(l.op || l.tbl || ' ' || l.data, char(10))"

#define SET_TABLES " FROM log AS l JOIN log_tx AS t ON t.id = l.tx JOIN log_node AS n ON n.id = t.node"
#define NEWEST_FIRST " GROUP BY t.id ORDER BY t.lsn DESC LIMIT :limit"

/* In the order of the log, whatever a clock said. */
static const char all_sql[] =
    "SELECT t.id, n.label || t.no, t.at, t.who, t.place, t.what, t.why,"
    " (SELECT count(*) FROM log AS l WHERE " CHANGE_LINE_OF_SET "),"
    " coalesce((SELECT un.label || u.no FROM log_tx AS u JOIN log_node AS un ON un.id = u.node"
    "  WHERE u.id = t.undoes), ''),"
    " coalesce((SELECT un.label || u.no FROM log_tx AS u JOIN log_node AS un ON un.id = u.node"
    "  WHERE u.undoes = t.id AND NOT EXISTS (SELECT 1 FROM log_tx AS v WHERE v.undoes = u.id)"
    "  LIMIT 1), ''), ''"
    " FROM log_tx AS t JOIN log_node AS n ON n.id = t.node ORDER BY t.lsn DESC LIMIT :limit";

static const char row_sql[] =
    "SELECT " SET_COLUMNS SET_TABLES
    " WHERE l.tbl = :type AND l.rowkey = :key" NEWEST_FIRST;

/*
 * What belongs to an owner: rows there now, by their column, and rows deleted
 * since, by what the log says they held.
 */
#define OWNED(table, column) \
	" SELECT '" table "', id FROM " table " WHERE " column " = :key" \
	" UNION ALL SELECT tbl, rowkey FROM log WHERE op = 'D' AND tbl = '" table "'" \
	"  AND instr(data, '\"" column "\":[\"' || :key || '\",null]') > 0"

static const char government_sql[] =
    "WITH owned (tbl, rowkey) AS (SELECT 'government', :key UNION ALL"
    OWNED("government_name", "government") " UNION ALL"
    OWNED("government_status", "government") " UNION ALL"
    OWNED("alias", "government") " UNION ALL"
    OWNED("post", "government") " UNION ALL"
    OWNED("channel", "government") " UNION ALL"
    OWNED("address", "government")
    " UNION ALL SELECT 'holding', h.id FROM holding AS h JOIN post AS p ON p.id = h.post"
    "  WHERE p.government = :key)"
    " SELECT " SET_COLUMNS SET_TABLES
    " WHERE (l.tbl, l.rowkey) IN (SELECT tbl, rowkey FROM owned)" NEWEST_FIRST;

static const char person_sql[] =
    "WITH owned (tbl, rowkey) AS (SELECT 'person', :key UNION ALL"
    OWNED("holding", "person") ")"
    " SELECT " SET_COLUMNS SET_TABLES
    " WHERE (l.tbl, l.rowkey) IN (SELECT tbl, rowkey FROM owned)" NEWEST_FIRST;

static const char post_sql[] =
    "WITH owned (tbl, rowkey) AS (SELECT 'post', :key UNION ALL"
    OWNED("holding", "post") " UNION ALL" OWNED("channel", "post") " UNION ALL"
    OWNED("address", "post") ")"
    " SELECT " SET_COLUMNS SET_TABLES
    " WHERE (l.tbl, l.rowkey) IN (SELECT tbl, rowkey FROM owned)" NEWEST_FIRST;

#define OF_MEETING(table, key) \
	" UNION ALL SELECT '" table "', " key " FROM " table " WHERE meeting = :key" \
	" UNION ALL SELECT tbl, rowkey FROM log WHERE op = 'D' AND tbl = '" table "'" \
	"  AND instr(data, '\"meeting\":[\"' || :key || '\",null]') > 0"

static const char meeting_sql[] =
    "WITH owned (tbl, rowkey) AS (SELECT 'meeting', :key"
    OF_MEETING("sitting", "meeting || '/' || no") OF_MEETING("agenda_item", "id")
    OF_MEETING("paper", "id") OF_MEETING("meeting_staff", "meeting || '/' || staff")
    OF_MEETING("delegation", "meeting || '/' || government")
    OF_MEETING("decision", "meeting || '/' || no") ")"
    " SELECT " SET_COLUMNS SET_TABLES
    " WHERE (l.tbl, l.rowkey) IN (SELECT tbl, rowkey FROM owned)" NEWEST_FIRST;

#define OF_DELEGATION(table) \
	" UNION ALL SELECT '" table "', t.id FROM " table " AS t JOIN asked AS a" \
	"  ON t.meeting = a.meeting AND t.government = a.government"

/* Who came in and went out is a log of its own; the persons may be gone again. */
static const char delegation_sql[] =
    "WITH asked (meeting, government) AS (SELECT substr(:key, 1, instr(:key, '/') - 1),"
    "  substr(:key, instr(:key, '/') + 1)),"
    " owned (tbl, rowkey) AS (SELECT 'delegation', :key" OF_DELEGATION("presence")
    OF_DELEGATION("delegate")
    " UNION ALL SELECT l.tbl, l.rowkey FROM log AS l JOIN asked AS a"
    "  ON l.op = 'D' AND l.tbl = 'delegate'"
    "  AND instr(l.data, '\"meeting\":[\"' || a.meeting || '\",null]') > 0"
    "  AND instr(l.data, '\"government\":[\"' || a.government || '\",null]') > 0)"
    " SELECT " SET_COLUMNS SET_TABLES
    " WHERE (l.tbl, l.rowkey) IN (SELECT tbl, rowkey FROM owned)" NEWEST_FIRST;

/* Rows of a seat are named by its parts; who served in a term belongs to the body too. */
static const char body_sql[] =
    "WITH owned (tbl, rowkey) AS (SELECT 'body', :key UNION ALL"
    OWNED("body_name", "body") " UNION ALL" OWNED("body_text", "body") " UNION ALL"
    OWNED("term", "body")
    " UNION ALL SELECT 'seat', body || '/' || role || '/' || no FROM seat WHERE body = :key"
    " UNION ALL SELECT 'officer', o.id FROM officer AS o JOIN term AS t ON t.id = o.term"
    "  WHERE t.body = :key)"
    " SELECT " SET_COLUMNS SET_TABLES
    " WHERE (l.tbl, l.rowkey) IN (SELECT tbl, rowkey FROM owned)" NEWEST_FIRST;

static const char *
list_sql(const struct record_type *type)
{
	static const struct { const char *key, *sql; } owners[] = {
		{ "government", government_sql },
		{ "members", government_sql },
		{ "person", person_sql },
		{ "post", post_sql },
		{ "meeting", meeting_sql },
		{ "delegation", delegation_sql },
		{ "body", body_sql },
		{ "bodies", body_sql },
	};

	if (type == NULL)
		return all_sql;
	for (size_t i = 0; i < sizeof owners / sizeof owners[0]; i++)
		if (strcmp(owners[i].key, type->key) == 0)
			return owners[i].sql;
	return row_sql;
}

static char *
column_copy(const struct stmt *st, int column)
{
	const char *text = stmt_text(st, column);

	return mem_strdup(text != NULL ? text : "");
}

/* phone "+82 54 1" -> "+82 54 2": for people and for scripts, in no language. */
static bool
add_change(void *context, const char *column, const char *before, const char *after)
{
	struct buf *text = context;

	buf_addf(text, "%s%s \"%s\" -> \"%s\"", text->length > 0 ? "; " : "", column,
	    before != NULL ? before : "", after != NULL ? after : "");
	return true;
}

/* One log line: its operation, its table, a blank, its data. */
static void
add_line(struct buf *text, char *line)
{
	char *data = strchr(line, ' ');

	if (data == NULL)
		return;
	*data++ = '\0';
	if (line[0] == 'U')
		change_each(data, add_change, text);
	else
		buf_addf(text, "%s%c%s", text->length > 0 ? "; " : "",
		    line[0] == 'I' ? '+' : '-', line + 1);
}

/* What the set changed of the record asked for: the lines as SQL gathers them. */
static char *
changes_text(const char *gathered)
{
	char *lines = mem_strdup(gathered != NULL ? gathered : "");
	struct buf text = { 0 };

	for (char *line = lines; *line != '\0';) {
		char *end = line + strcspn(line, "\n");
		bool last = *end == '\0';

		*end = '\0';
		add_line(&text, line);
		line = last ? end : end + 1;
	}
	free(lines);
	return buf_take(&text);
}

bool
history_list(struct session *session, const struct record_type *type, const char *key,
    size_t limit, struct row_list *ret_sets, struct err *err)
{
	const char *sql = list_sql(type);
	struct row_list sets = { .type = &history_set_type };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		if (type != NULL)
			stmt_bind_text(&st, ":key", key);
		if (sql == row_sql)
			stmt_bind_text(&st, ":type", type->key);
		stmt_bind_int(&st, ":limit", limit > 0 ? (int64_t)limit : -1);
		while (stmt_next(&st)) {
			struct history_set *set = row_add(&sets, &history_set_type);

			*set = (struct history_set){
				.id = column_copy(&st, 0), .number = column_copy(&st, 1),
				.at = column_copy(&st, 2), .who = column_copy(&st, 3),
				.place = column_copy(&st, 4), .what = column_copy(&st, 5),
				.why = column_copy(&st, 6), .rows = stmt_int(&st, 7),
				.undoes = column_copy(&st, 8), .undone = column_copy(&st, 9),
				.changes = changes_text(stmt_text(&st, 10)),
			};
		}
	}
	if (!stmt_close(&st)) {
		row_list_done(&sets);
		return false;
	}
	*ret_sets = sets;
	return true;
}

/* One log line becomes as many cells as it changed. */
struct cell_line {
	struct row_list *cells;
	const char *set, *record, *key, *op;
};

static bool
add_cell(void *context, const char *column, const char *before, const char *after)
{
	struct cell_line *line = context;
	struct history_cell *cell = row_add(line->cells, &history_cell_type);

	*cell = (struct history_cell){
		.set = mem_strdup(line->set), .record = mem_strdup(line->record),
		.key = mem_strdup(line->key), .op = mem_strdup(line->op),
		.field = mem_strdup(column),
		.before = mem_strdup(before != NULL ? before : ""),
		.after = mem_strdup(after != NULL ? after : ""),
	};
	return true;
}

bool
history_cells(struct session *session, const char *set_id, struct row_list *ret_cells,
    struct err *err)
{
	static const char sql[] =
	    "SELECT n.label || t.no, l.tbl, l.rowkey, l.op, l.data"
	    " FROM log_tx AS t JOIN log_node AS n ON n.id = t.node JOIN log AS l ON " CHANGE_LINE_OF_SET
	    " WHERE t.id = :set ORDER BY l.lsn";
	struct row_list cells = { .type = &history_cell_type };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":set", set_id);
		while (stmt_next(&st)) {
			struct cell_line line = { &cells, stmt_text(&st, 0), stmt_text(&st, 1),
			    stmt_text(&st, 2), stmt_text(&st, 3) };

			change_each(stmt_text(&st, 4), add_cell, &line);
		}
	}
	if (!stmt_close(&st)) {
		row_list_done(&cells);
		return false;
	}
	*ret_cells = cells;
	return true;
}

bool
history_find_set(struct session *session, const char *number, char **ret_id, struct err *err)
{
	static const char sql[] =
	    "SELECT t.id FROM log_tx AS t JOIN log_node AS n ON n.id = t.node"
	    " WHERE n.label || t.no = :number OR t.id = :number";
	struct stmt st = { 0 };
	char *id = NULL;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":number", number);
		if (stmt_next(&st))
			id = mem_strdup(stmt_text(&st, 0));
	}
	if (!stmt_close(&st)) {
		free(id);
		return false;
	}
	if (id == NULL)
		return err_set(err, ERR_MISSING,
		    _("There is no change set %s: \"history\" lists them."), number);
	*ret_id = id;
	return true;
}

static void
add_person_name(const void *row, struct buf *ret_name)
{
	person_name(row, messages_language(), ret_name);
}

static void
add_post_name(const void *row, struct buf *ret_name)
{
	const struct post *post = row;

	buf_addf(ret_name, "%s %s", post->government, post->code);
}

void
history_record_name(struct session *session, const char *record, const char *key,
    struct buf *ret_name)
{
	static const struct {
		const struct record_type *type;
		void (*add)(const void *row, struct buf *ret_name);
	} named[] = {
		{ &person_type, add_person_name },
		{ &post_type, add_post_name },
	};
	const struct record_type *type = record_types_find(record);
	const struct field *owner = type != NULL ? record_find_field(type, "government") : NULL;
	size_t start = ret_name->length;
	bool found = false;
	struct err ignored = { 0 };

	if (type == NULL) {
		buf_addf(ret_name, "%s %s", record, key);
		return;
	}
	void *row = mem_alloc(type->size);
	if (row_find(session, type, key, row, &found, &ignored) && found) {
		for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
			if (named[i].type == type)
				named[i].add(row, ret_name);
		if (ret_name->length == start && owner != NULL)
			buf_add(ret_name, record_text(owner, row));
		record_done(type, row);
	}
	free(row);
	if (ret_name->length == start)
		buf_add(ret_name, strlen(key) == 26 ? _(type->label) : key);
}
