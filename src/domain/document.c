/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/document.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/document_text.h"
#include "domain/language_choice.h"
#include "domain/member.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice kinds[] = {
	{ "declaration", NC_("document", "declaration") },
	{ "charter", NC_("document", "Charter version") },
	{ "agreed", NC_("document", "agreed text") },
	{ 0 }
};

static const struct field document_fields[] = {
	{ RECORD_FIELD(document, key), .label = NC_("field", "Key"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 14, .hint = N_("Capital letters, digits and hyphens: CHARTER-1998.") },
	{ RECORD_FIELD(document, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 11, .choices = kinds },
	{ RECORD_FIELD(document, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(document, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "rests-on", .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(document, original), .label = NC_("field", "Original"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(document, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type document_type = {
	.key = "document",
	.label = N_("Document"),
	.plural = N_("Documents"),
	.size = sizeof(struct document),
	.fields = document_fields,
};

static const struct field document_entry_fields[] = {
	{ RECORD_FIELD(document_entry, key), .label = NC_("field", "Key"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 14 },
	{ RECORD_FIELD(document_entry, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 15, .choices = kinds },
	{ RECORD_FIELD(document_entry, day), .label = NC_("field", "Day"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(document_entry, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(document_entry, original), .label = NC_("field", "Original"), .kind = FIELD_CODE,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(document_entry, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(document_entry, ready), .label = NC_("field", "Ready"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 17 },
	{ RECORD_FIELD(document_entry, waiting), .label = NC_("field", "To be checked"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 17 },
	{ RECORD_FIELD(document_entry, missing), .label = NC_("field", "Missing"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 17 },
	{ RECORD_FIELD(document_entry, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type document_entry_type = {
	.key = "document",
	.label = N_("Document"),
	.plural = N_("Documents"),
	.size = sizeof(struct document_entry),
	.fields = document_entry_fields,
};

static void
add_language(char **slot, const char *language)
{
	struct buf text = { 0 };

	buf_addf(&text, "%s%s%s", *slot != NULL ? *slot : "", *slot != NULL ? " " : "", language);
	mem_replace(slot, buf_text(&text));
	buf_done(&text);
}

static char **
slot_of(struct document_entry *entry, const char *state)
{
	if (strcmp(state, "missing") == 0)
		return &entry->missing;
	if (strcmp(state, "checked") == 0 || strcmp(state, "authentic") == 0)
		return &entry->ready;
	return &entry->waiting;
}

static bool
fill_entry(struct session *session, struct document_entry *entry, struct err *err)
{
	struct row_list texts = { 0 };
	struct six_names titles = { { NULL } };

	if (!document_text_list(session, entry->key, &texts, err))
		return false;
	for (size_t i = 0; i < texts.count; i++) {
		const struct document_text *text = row_at(&texts, i);

		titles.in[i] = text->title;
		add_language(slot_of(entry, text->state), text->language);
	}
	const char *title = member_pick_name(&titles, messages_language()->column,
	    entry->original[0] != '\0' ? entry->original : NULL);
	entry->title = mem_strdup(title[0] != '\0' ? title : entry->key);
	row_list_done(&texts);
	return true;
}

static bool
add_entry(struct session *session, const struct document *document, struct row_list *list,
    struct err *err)
{
	struct document_entry *entry = row_add(list, &document_entry_type);

	*entry = (struct document_entry){
		.key = mem_strdup(document->key), .kind = mem_strdup(document->kind),
		.day = mem_strdup(document->day), .decision = mem_strdup(document->decision),
		.original = mem_strdup(document->original), .note = mem_strdup(document->note),
	};
	return fill_entry(session, entry, err);
}

bool
document_entry_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list documents = { 0 }, list = { .type = &document_entry_type };
	bool ok = row_list(session, &document_type, NULL, NULL, "day DESC, key", &documents, err);

	for (size_t i = 0; i < documents.count && ok; i++)
		ok = add_entry(session, row_at(&documents, i), &list, err);
	row_list_done(&documents);
	return row_list_take(&list, ok, ret_list);
}

static const char work_sql[] =
    "SELECT :languages * (SELECT count(*) FROM document)"
    " - (SELECT count(*) FROM document_text WHERE state <> 'missing'),"
    " (SELECT count(*) FROM document_text WHERE state IN ('draft', 'translated'))";

bool
document_count_work(struct session *session, size_t *ret_missing, size_t *ret_waiting,
    struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, work_sql, err)) {
		stmt_bind_int(&st, ":languages", LANGUAGE_COUNT);
		if (stmt_next(&st)) {
			*ret_missing = (size_t)stmt_int(&st, 0);
			*ret_waiting = (size_t)stmt_int(&st, 1);
		}
	}
	return stmt_close(&st);
}
