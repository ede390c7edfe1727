/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/document_text.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/document.h"
#include "domain/language_choice.h"
#include "domain/session.h"

static const struct choice states[] = {
	{ "missing", NC_("text", "missing") },
	{ "draft", NC_("text", "draft") },
	{ "translated", NC_("text", "translated") },
	{ "checked", NC_("text", "checked") },
	{ "authentic", NC_("text", "authentic") },
	{ 0 }
};

static bool
document_text_check(void *record, struct err *err)
{
	const struct document_text *text = record;
	bool missing = strcmp(text->state, "missing") == 0;
	bool empty = text->text == NULL || text->text[0] == '\0';

	if (missing == empty)
		return true;
	err_set(err, ERR_RULE, missing ? _("The words are there, so they are not missing: choose another state.") :
	    _("There are no words yet: type them first, or leave the state at \"missing\"."));
	return err_at(err, "state");
}

static const struct field document_text_fields[] = {
	{ RECORD_FIELD(document_text, document), .label = NC_("field", "Document"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 14, .refers = "document" },
	{ RECORD_FIELD(document_text, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(document_text, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36 },
	{ RECORD_FIELD(document_text, text), .label = NC_("field", "Text"), .kind = FIELD_LONG,
	  .width = 60, .most = 60000 },
	{ RECORD_FIELD(document_text, state), .label = NC_("field", "State"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = states },
	{ RECORD_FIELD(document_text, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type document_text_type = {
	.key = "document_text",
	.label = N_("Parallel text"),
	.plural = N_("Parallel texts"),
	.size = sizeof(struct document_text),
	.fields = document_text_fields,
	.check = document_text_check,
};

/* The row, or one that says it is missing. */
static bool
read_text(struct session *session, const char *document, const char *language,
    struct document_text *ret_text, struct err *err)
{
	struct buf key = { 0 };
	bool found = false;

	buf_addf(&key, "%s/%s", document, language);
	bool ok = row_find(session, &document_text_type, buf_text(&key), ret_text, &found, err);
	buf_done(&key);
	if (ok && !found)
		*ret_text = (struct document_text){
			.document = mem_strdup(document), .language = mem_strdup(language),
			.title = mem_strdup(""), .text = mem_strdup(""), .state = mem_strdup("missing"),
			.note = mem_strdup(""),
		};
	return ok;
}

bool
document_text_list(struct session *session, const char *document, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { .type = &document_text_type };
	bool ok = row_must_exist(session, &document_type, document, err);

	for (size_t i = 0; i < LANGUAGE_COUNT && ok; i++)
		ok = read_text(session, document, languages[i].column,
		    row_add(&list, &document_text_type), err);
	return row_list_take(&list, ok, ret_list);
}

static bool
take(struct document_text *text, const char *key, const char *value, struct err *err)
{
	return value == NULL || record_read(record_find_field(&document_text_type, key), text, value, err);
}

static void
settle_state(struct document_text *text, bool changed)
{
	bool empty = text->text == NULL || text->text[0] == '\0';

	if (empty)
		mem_replace(&text->state, "missing");
	else if (strcmp(text->state, "missing") == 0)
		mem_replace(&text->state, "draft");
	else if (changed && strcmp(text->state, "checked") == 0)
		mem_replace(&text->state, "translated");
}

static bool
set_in_set(struct session *session, const char *document, const char *language,
    const struct document_text_change *change, struct err *err)
{
	struct document_text text = { 0 };
	bool ok = row_must_exist(session, &document_type, document, err) &&
	    read_text(session, document, language, &text, err);
	char *before = mem_strdup(text.text);

	ok = ok && take(&text, "language", language, err) && take(&text, "title", change->title, err) &&
	    take(&text, "text", change->text, err) && take(&text, "note", change->note, err);
	if (ok && change->state == NULL)
		settle_state(&text, strcmp(before, text.text) != 0);
	ok = ok && take(&text, "state", change->state, err) &&
	    row_save_in_set(session, &document_text_type, &text, err);
	mem_replace(&before, NULL);
	record_done(&document_text_type, &text);
	return ok;
}

bool
document_text_set(struct session *session, const char *document, const char *language,
    const struct document_text_change *change, int64_t *ret_number, struct err *err)
{
	return session_begin(session, "edit text", NULL, err) &&
	    session_finish(session, set_in_set(session, document, language, change, err), ret_number, err);
}
