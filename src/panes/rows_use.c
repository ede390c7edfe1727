/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/rows_use.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/address.h"
#include "domain/alias.h"
#include "domain/channel.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/holding.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "panes/people_pane.h"
#include "panes/posts_pane.h"
#include "panes/reference.h"
#include "panes/row_form.h"

const struct rows_use names_use = {
	.list_code = "NAM", .form_code = "NAM2", .form = &name_form, .type = &government_name_type,
	.owners = { { "government", &government_type } },
	.order = "since DESC, name_kind",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code") }, { .key = "=name", .head = NC_("column", "Name"), .width = 16, .most = 37 },
		{ .key = "kind", .width = 8 }, { .key = "since" }, { .key = "until" },
		{ .key = "name_kind", .width = 8 },
	},
	.begin = { "name_kind", "official" },
	.what_new = "new name period", .what_edit = "edit government", .what_gone = "delete name",
	.removal = ROWS_DELETE,
	.new_title = N_("A new name"),
};

const struct rows_use statuses_use = {
	.list_code = "STA", .form_code = "STA2", .form = &status_form, .type = &government_status_type,
	.owners = { { "government", &government_type } },
	.order = "since DESC",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code") }, { .key = "status", .width = 9 }, { .key = "since" },
		{ .key = "until" }, { .key = "decision", .width = 6 },
		{ .key = "voided", .width = 10, .most = 40 },
	},
	.what_new = "status", .what_edit = "status", .what_gone = "void status",
	.removal = ROWS_VOID,
	.new_title = N_("A new status"),
};

const struct rows_use aliases_use = {
	.list_code = "ALI", .form_code = "ALI2", .form = &alias_form, .type = &alias_type,
	.owners = { { "government", &government_type } },
	.order = "language, alias",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code") }, { .key = "alias", .width = 16, .most = 40 },
		{ .key = "language", .width = 10 }, { .key = "note", .width = 12, .most = 40 },
	},
	.what_new = "new alias", .what_edit = "edit alias", .what_gone = "delete alias",
	.removal = ROWS_DELETE,
	.new_title = N_("A new spelling"),
};

const struct rows_use channels_use = {
	.list_code = "CHN", .form_code = "CHN2", .form = &channel_form, .type = &channel_type,
	.owners = { { "government", &government_type }, { "post", &post_type } },
	.order = "kind, value",
	.columns = {
		{ .key = "=owner", .head = NC_("column", "Of"), .width = 7, .most = 20 },
		{ .key = "value", .width = 16, .most = 40 }, { .key = "kind", .width = 9 },
		{ .key = "note", .width = 12, .most = 30 },
	},
	.what_new = "new contact", .what_edit = "edit contact", .what_gone = "delete contact",
	.removal = ROWS_DELETE,
	.new_title = N_("A new contact"),
};

const struct rows_use addresses_use = {
	.list_code = "ADR", .form_code = "ADR2", .form = &address_form, .type = &address_type,
	.owners = { { "government", &government_type }, { "post", &post_type } },
	.order = "kind, since DESC",
	.columns = {
		{ .key = "=owner", .head = NC_("column", "Of"), .width = 7, .most = 20 },
		{ .key = "lines", .width = 14, .most = 40 }, { .key = "city", .width = 8, .most = 16 },
		{ .key = "kind", .width = 7 }, { .key = "language", .width = 10 }, { .key = "until" },
	},
	.begin = { "kind", "postal" },
	.what_new = "new address", .what_edit = "edit address", .what_gone = "delete address",
	.removal = ROWS_DELETE,
	.new_title = N_("A new address"),
};

const struct rows_use holdings_use = {
	.list_code = "HOL", .form_code = "HOL2", .form = &holding_form, .type = &holding_type,
	.owners = { { "post", &post_type }, { "person", &person_type } },
	.order = "since DESC",
	.columns = {
		{ .key = "post", .width = 18, .most = 20 }, { .key = "person", .width = 14, .most = 30 },
		{ .key = "since" }, { .key = "until" },
		{ .key = "note", .width = 10, .most = 30 },
	},
	.what_new = "appoint", .what_edit = "edit holding", .what_gone = "delete holding",
	.removal = ROWS_DELETE,
	.new_title = N_("A new holding of a post"),
};

const struct rows_use rules_use = {
	.list_code = "RUL", .form_code = "RUL2", .form = &rule_form, .type = &rule_type,
	.order = "name, since DESC",
	.columns = {
		{ .key = "name", .width = 18, .most = 30 }, { .key = "value", .width = 10, .most = 24 },
		{ .key = "since" }, { .key = "until" },
		{ .key = "decision", .width = 6 }, { .key = "note", .width = 10, .most = 30 },
	},
	.what_new = "new rule", .what_edit = "edit rule", .what_gone = "delete rule",
	.removal = ROWS_DELETE,
	.new_title = N_("A new rule"),
};

const struct rows_use people_use = {
	.list_code = "PER", .form_code = "PER2", .form = &person_form, .type = &person_type,
	.order = "id", .index = "person",
	.columns = {
		{ .key = "=person", .head = NC_("column", "Name"), .width = 16, .most = 30 },
		{ .key = "=posts", .head = NC_("column", "Posts held"), .width = 16, .most = 34 },
		{ .key = "phone", .width = 16, .most = 24 }, { .key = "email", .width = 16, .most = 40 },
	},
	.what_new = "new person", .what_edit = "edit person", .what_gone = "delete person",
	.removal = ROWS_DELETE,
	.new_title = N_("A new person"),
};

const struct rows_use posts_use = {
	.list_code = "PST", .form_code = "PST2", .form = &post_form, .type = &post_type,
	.owners = { { "government", &government_type } },
	.order = "government, code", .index = "post",
	.columns = {
		{ .key = "government", .head = NC_("column", "Of") }, { .key = "code", .width = 10, .most = 16 },
		{ .key = "=holder", .head = NC_("column", "Holder"), .width = 14, .most = 24 },
		{ .key = "=name", .head = NC_("column", "Name"), .width = 12, .most = 24 },
		{ .key = "letters", .head = NC_("column", "Letters"), .width = 7 },
	},
	.what_new = "new post", .what_edit = "edit post", .what_gone = "delete post",
	.removal = ROWS_DELETE,
	.new_title = N_("A new post"),
};

/* Owners */

size_t
rows_find_owner(struct session *session, const struct rows_use *use, const char *key)
{
	size_t owner = 0;

	for (; owner < ROWS_OWNERS && use->owners[owner].field != NULL; owner++) {
		const struct record_type *type = use->owners[owner].type;
		void *row = mem_alloc(type->size);
		bool found = false;

		if (!row_find(session, type, key, row, &found, NULL))
			found = false;
		record_done(type, row);
		free(row);
		if (found)
			return owner;
	}
	return ROWS_OWNERS;
}

static const char *
last_part(const struct rows_owner *owner, const char *key)
{
	const char *slash = owner->above != NULL ? strchr(key, '/') : NULL;

	return slash != NULL ? slash + 1 : key;
}

void
rows_owner_key(const struct rows_use *use, size_t owner, const void *row, struct buf *key)
{
	const struct rows_owner *of = &use->owners[owner];
	const struct field *field = record_find_field(use->type, of->field);
	struct buf last = { 0 };

	record_format(field, row, &last);
	if (last.length > 0 && of->above != NULL)
		buf_addf(key, "%s/", record_text(record_find_field(use->type, of->above), row));
	buf_add(key, buf_text(&last));
	buf_done(&last);
}

void
rows_put_owner(const struct rows_use *use, size_t owner, const char *key, void *row)
{
	const struct rows_owner *of = &use->owners[owner];

	record_put(record_find_field(use->type, of->field), row, last_part(of, key));
	if (of->above == NULL)
		return;
	char *above = mem_strndup(key, strcspn(key, "/"));
	record_put(record_find_field(use->type, of->above), row, above);
	free(above);
}

/* Those of another owner with the same last part go. */
static void
sift(const struct rows_use *use, size_t owner, const char *key, struct row_list *rows)
{
	struct row_list kept = { .type = rows->type };

	for (size_t i = 0; i < rows->count; i++) {
		struct buf of = { 0 };

		rows_owner_key(use, owner, row_at(rows, i), &of);
		if (strcmp(buf_text(&of), key) == 0)
			record_copy(use->type, row_add(&kept, use->type), row_at(rows, i));
		buf_done(&of);
	}
	row_list_done(rows);
	*rows = kept;
}

bool
rows_of_owner(struct session *session, const struct rows_use *use, size_t owner, const char *key,
    const char *order, struct row_list *ret_rows, struct err *err)
{
	const struct rows_owner *of = owner < ROWS_OWNERS ? &use->owners[owner] : NULL;

	if (!row_list(session, use->type, of != NULL ? of->field : NULL,
	    of != NULL ? last_part(of, key) : key, order, ret_rows, err))
		return false;
	if (of != NULL && of->above != NULL)
		sift(use, owner, key, ret_rows);
	return true;
}

void
rows_owner_name(struct session *session, const struct rows_use *use, size_t owner,
    const char *key, struct buf *text)
{
	const char *kind;

	if (owner >= ROWS_OWNERS)
		return;
	kind = use->owners[owner].field;
	if (!reference_is_named(kind))
		buf_addf(text, "%s  ", key);
	reference_name(session, kind, last_part(&use->owners[owner], key), text);
}

/* Columns made from more than one field */

static void
add_six_names(const struct record_type *type, const void *row, struct buf *text)
{
	struct six_names names = { { NULL } };

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf key = { 0 };

		buf_addf(&key, "name_%s", languages[i].column);
		const struct field *field = record_find_field(type, buf_text(&key));
		names.in[i] = field != NULL ? record_text(field, row) : "";
		buf_done(&key);
	}
	buf_add(text, member_pick_name(&names, messages_language()->column, NULL));
}

static const char *
text_of(const struct record_type *type, const char *key, const void *row)
{
	const struct field *field = record_find_field(type, key);

	return field != NULL ? record_text(field, row) : "";
}

static void
add_owner(struct session *session, const struct rows_use *use, const void *row, struct buf *text)
{
	for (size_t i = 0; i < ROWS_OWNERS && use->owners[i].field != NULL; i++) {
		const char *key = text_of(use->type, use->owners[i].field, row);

		if (key[0] != '\0' && reference_is_named(use->owners[i].field))
			reference_name(session, use->owners[i].field, key, text);
		else
			buf_add(text, key);
	}
}

/* Those who hold a post, or the posts somebody holds, on the session's day. */
static void
add_held(struct session *session, const char *by, const char *key, const char *shown,
    struct buf *text)
{
	const struct field *field = record_find_field(&holding_type, shown);
	struct row_list holdings = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	if (!row_list(session, &holding_type, by, key, "since", &holdings, NULL))
		return;
	for (size_t i = 0; i < holdings.count; i++) {
		const struct holding *holding = row_at(&holdings, i);

		if (!period_holds(holding->since, holding->until, day))
			continue;
		buf_add(text, text->length > 0 ? ", " : "");
		reference_name(session, shown, record_text(field, holding), text);
	}
	row_list_done(&holdings);
}

static void
add_holder(struct session *session, const struct post *post, struct buf *text, bool *ret_problem)
{
	char day[DAY_SIZE];

	session_day(session, day);
	add_held(session, "post", post->id, "person", text);
	if (text->length > 0)
		return;
	if (!period_holds(post->since, post->until, day)) {
		buf_add(text, "-");
		return;
	}
	buf_add(text, C_("post", "vacant"));
	*ret_problem = true;
}

static void
add_made(struct session *session, const struct rows_use *use, const char *column,
    const void *row, struct buf *text, bool *ret_problem)
{
	if (use->made != NULL)
		use->made(session, column, row, text, ret_problem);
	else if (strcmp(column, "=name") == 0)
		add_six_names(use->type, row, text);
	else if (strcmp(column, "=person") == 0)
		person_name(row, messages_language(), text);
	else if (strcmp(column, "=posts") == 0)
		add_held(session, "person", ((const struct person *)row)->id, "post", text);
	else if (strcmp(column, "=holder") == 0)
		add_holder(session, row, text, ret_problem);
	else
		add_owner(session, use, row, text);
}

void
rows_cell(struct session *session, const struct rows_use *use, const char *column,
    const void *row, struct buf *text, bool *ret_problem)
{
	const struct field *field = record_find_field(use->type, column);

	if (field == NULL)
		add_made(session, use, column, row, text, ret_problem);
	else if (field->refers != NULL && reference_is_named(field->refers))
		reference_name(session, field->refers, record_text(field, row), text);
	else if (strcmp(column, "since") == 0 && record_text(field, row)[0] == '\0')
		buf_add(text, "?");
	else
		record_show(field, row, text);
	if (strcmp(column, "voided") == 0 && text->length > 0)
		*ret_problem = true;
}

void
rows_name(struct session *session, const struct rows_use *use, const void *row, struct buf *text)
{
	bool ignored;

	for (size_t i = 0; i < 2 && use->columns[i].key != NULL; i++) {
		buf_add(text, text->length > 0 ? " " : "");
		rows_cell(session, use, use->columns[i].key, row, text, &ignored);
	}
}
