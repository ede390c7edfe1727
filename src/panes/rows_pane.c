/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/rows_pane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/fold.h"
#include "domain/row.h"
#include "domain/search_index.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "panes/row_form.h"

/* A row in view: its cells as they are shown. */
struct rows_line {
	char *cells[ROWS_COLUMNS];
	bool problem;
};

/* Rows in view */

static void
free_line(struct rows_line *line)
{
	for (size_t i = 0; i < ROWS_COLUMNS; i++)
		free(line->cells[i]);
	*line = (struct rows_line){ 0 };
}

static void
forget_page(struct rows_pane *pane)
{
	for (size_t i = 0; i < pane->page_count; i++)
		free_line(&pane->page[i]);
	free(pane->page);
	pane->page = NULL;
	pane->page_count = 0;
}

static void
fill_line(struct rows_pane *pane, const void *row, struct rows_line *line)
{
	for (size_t i = 0; i < ROWS_COLUMNS && pane->use->columns[i].key != NULL; i++) {
		struct buf text = { 0 };

		rows_cell(desk_session(pane->desk), pane->use, pane->use->columns[i].key, row, &text,
		    &line->problem);
		line->cells[i] = buf_take(&text);
	}
}

static bool
read_line(struct rows_pane *pane, const char *key, struct rows_line *line, struct err *err)
{
	const struct record_type *type = pane->use->type;
	void *row = mem_alloc(type->size);
	bool found = false;
	bool ok = row_find(desk_session(pane->desk), type, key, row, &found, err);

	if (ok && found)
		fill_line(pane, row, line);
	record_done(type, row);
	free(row);
	return ok;
}

/* What comes into view makes room for itself: sums are never cut. */
static void
fit_sums(struct rows_pane *pane)
{
	for (size_t i = 0; i < ROWS_COLUMNS && pane->use->columns[i].key != NULL; i++) {
		struct list_column *column = &pane->columns[i];

		for (size_t row = 0; column->right && row < pane->page_count; row++) {
			const char *cell = pane->page[row].cells[i];
			int width = cell != NULL ? text_width(cell) : 0;

			column->width = width > column->width ? width : column->width;
			column->most = column->width > column->most ? column->width : column->most;
		}
	}
}

static bool
need_rows(void *context, size_t first, size_t count, struct err *err)
{
	struct rows_pane *pane = context;

	if (pane->page != NULL && pane->page_first == first && pane->page_count == count)
		return true;
	forget_page(pane);
	pane->page = mem_alloc((count + 1) * sizeof *pane->page);
	pane->page_first = first;
	pane->page_count = count;
	for (size_t i = 0; i < count && first + i < pane->count; i++)
		if (!read_line(pane, pane->keys[first + i], &pane->page[i], err))
			return false;
	fit_sums(pane);
	return true;
}

static const struct rows_line *
line_at(const struct rows_pane *pane, size_t row)
{
	if (row < pane->page_first || row >= pane->page_first + pane->page_count)
		return NULL;
	return &pane->page[row - pane->page_first];
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct rows_line *line = line_at(context, row);

	if (line != NULL && line->cells[column] != NULL)
		buf_add(text, line->cells[column]);
}

static char
mark_of(void *context, size_t row)
{
	const struct rows_line *line = line_at(context, row);

	return line != NULL && line->problem ? '!' : ' ';
}

static const char *
key_of(void *context, size_t row)
{
	const struct rows_pane *pane = context;

	return pane->keys[row];
}

static void
add_day(void *context, struct buf *text)
{
	desk_add_as_of(((const struct rows_pane *)context)->desk, "", text);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = key_of,
	.mark = mark_of,
	.need = need_rows,
	.status_end = add_day,
};

/* Opening */

static void
make_columns(struct rows_pane *pane)
{
	for (size_t i = 0; i < ROWS_COLUMNS && pane->use->columns[i].key != NULL; i++) {
		const struct rows_column *column = &pane->use->columns[i];
		const struct field *field = record_find_field(pane->use->type, column->key);
		int width = column->width > 0 ? column->width : field->width;
		int most = column->most > 0 ? column->most : field != NULL ? field->width : width;

		pane->columns[i] = (struct list_column){
			.head = column->head != NULL ? column->head : field->label,
			.width = width, .most = most > width ? most : width,
			.drop = i < 2 ? 0 : ROWS_COLUMNS - (int)i,
			.right = column->right,
		};
	}
}

bool
rows_open(struct desk *desk, void *state, const struct rows_use *use, const char *argument,
    const struct option *options, struct err *err)
{
	struct rows_pane *pane = state;
	size_t length = strcspn(argument, " ");

	pane->desk = desk;
	pane->use = use;
	pane->owner_key = mem_strndup(argument, length);
	pane->owner_name = mem_strdup("");
	pane->to = mem_strdup(argument + length + strspn(argument + length, " "));
	make_columns(pane);
	list_init(&pane->list, &source, pane, pane->columns);
	pane->list.options = options;
	pane->owner = pane->owner_key[0] == '\0' ? ROWS_OWNERS :
	    rows_find_owner(desk_session(desk), use, pane->owner_key);
	if (pane->owner_key[0] != '\0' && pane->owner == ROWS_OWNERS)
		return err_set(err, ERR_MISSING, _("Nothing is called \"%s\"."), pane->owner_key);
	return true;
}

/* Reading */

static void
forget_keys(struct rows_pane *pane)
{
	forget_page(pane);
	for (size_t i = 0; i < pane->count; i++)
		free(pane->keys[i]);
	pane->count = 0;
}

static void
add_key(struct rows_pane *pane, const char *key)
{
	pane->keys = mem_room(pane->keys, pane->count, &pane->room, sizeof *pane->keys);
	pane->keys[pane->count++] = mem_strdup(key);
}

/* Does what is typed stand in any of the cells? */
static bool
is_found(struct rows_pane *pane, const void *row, const struct fold_query *query)
{
	struct rows_line line = { 0 };
	struct buf text = { 0 };

	fill_line(pane, row, &line);
	for (size_t i = 0; i < ROWS_COLUMNS && line.cells[i] != NULL; i++)
		fold_search_text(line.cells[i], NULL, &text);
	bool found = fold_query_match(query, buf_text(&text), text.length) != FOLD_NONE;
	buf_done(&text);
	free_line(&line);
	return found;
}

static bool
read_rows(struct rows_pane *pane, const char *typed, struct err *err)
{
	const struct rows_use *use = pane->use;
	struct row_list rows = { 0 };
	struct fold_query query;

	if (!rows_of_owner(desk_session(pane->desk), use, pane->owner, pane->owner_key, use->order, &rows, err))
		return false;
	forget_keys(pane);
	fold_query_init(&query, typed);
	for (size_t i = 0; i < rows.count; i++) {
		struct buf key = { 0 };

		record_key(use->type, row_at(&rows, i), &key);
		if (query.length == 0 || is_found(pane, row_at(&rows, i), &query))
			add_key(pane, buf_text(&key));
		buf_done(&key);
	}
	fold_query_done(&query);
	row_list_done(&rows);
	return true;
}

static bool
read_index(struct rows_pane *pane, const char *typed, struct err *err)
{
	struct search_index *index = NULL;
	size_t count;

	if (!search_index_load(desk_session(pane->desk), pane->use->index, &index, err))
		return false;
	forget_keys(pane);
	const uint32_t *hits = search_index_match(index, typed, &count);
	for (size_t i = 0; i < count; i++)
		add_key(pane, search_index_key(index, hits[i]));
	search_index_free(index);
	return true;
}

/* That of the argument, or the one just entered. */
static void
go_to_row(struct rows_pane *pane)
{
	for (size_t i = 0; pane->to != NULL && i < pane->count; i++)
		if (strcmp(pane->keys[i], pane->to) == 0)
			list_go(&pane->list, i);
	free(pane->to);
	pane->to = NULL;
}

bool
rows_load(struct desk *desk, void *state, struct err *err)
{
	struct rows_pane *pane = state;
	const char *typed = line_text(&pane->list.find);
	struct buf name = { 0 };
	bool ok = pane->owner == ROWS_OWNERS && pane->use->index != NULL ?
	    read_index(pane, typed, err) : read_rows(pane, typed, err);

	if (!ok)
		return false;
	rows_owner_name(desk_session(desk), pane->use, pane->owner, pane->owner_key, &name);
	free(pane->owner_name);
	pane->owner_name = buf_take(&name);
	list_set_count(&pane->list, pane->count, NULL);
	if (pane->to == NULL)
		pane->to = desk_take_entered(desk);
	go_to_row(pane);
	return true;
}

const char *
rows_key(const struct rows_pane *pane, size_t row)
{
	return row < pane->count ? pane->keys[row] : NULL;
}

struct list *
rows_list(void *state)
{
	return &((struct rows_pane *)state)->list;
}

void
rows_scope(void *state, int columns, struct buf *text)
{
	const struct rows_pane *pane = state;

	if (pane->owner_name[0] != '\0')
		buf_addf(text, "%s   ", columns < LAYOUT_NARROW ? pane->owner_key : pane->owner_name);
	buf_addf(text, "%zu", pane->count);
}

/* Deeds */

static bool
void_row(struct rows_pane *pane, const char *key, const char *reason, struct err *err)
{
	const struct record_type *type = pane->use->type;
	struct session *session = desk_session(pane->desk);
	void *row = mem_alloc(type->size);
	bool ok = row_get(session, type, key, row, err);

	if (ok)
		ok = record_read(record_find_field(type, "voided"), row, reason, err) &&
		    row_save(session, type, row, pane->use->what_gone, err);
	record_done(type, row);
	free(row);
	return ok;
}

static bool
ask_and_void(struct rows_pane *pane, const char *key, struct err *err)
{
	struct buf reason = { 0 };
	bool ok = true;

	if (desk_ask_text(pane->desk, _("Why was this period entered in error?"), true, &reason)) {
		ok = void_row(pane, key, buf_text(&reason), err);
		if (ok)
			desk_say(pane->desk, _("Voided. ^_ takes it back."));
	}
	buf_done(&reason);
	return ok;
}

static bool
remove_row(struct rows_pane *pane, const char *key, struct err *err)
{
	if (pane->use->removal == ROWS_VOID)
		return ask_and_void(pane, key, err);
	if (!row_delete(desk_session(pane->desk), pane->use->type, key, pane->use->what_gone, err))
		return false;
	desk_say(pane->desk, _("Deleted. ^_ brings it back."));
	return true;
}

static bool
remove_and_reload(struct rows_pane *pane, const char *key, struct err *err)
{
	bool ok = remove_row(pane, key, err);

	if (ok)
		desk_reload(pane->desk);
	return ok;
}

static bool
run_option(struct rows_pane *pane, int option, const char *key, struct err *err)
{
	switch (option) {
	case 4:
		return remove_and_reload(pane, key, err);
	case 8:
		return history_pane_open(pane->desk, pane->use->type->key, key, err);
	default:
		return desk_open(pane->desk, pane->use->form, key, err);
	}
}

bool
rows_do_on_day(struct desk *desk, const char *question, const char *key,
    bool (*deed)(struct session *, const char *, const char *, int64_t *, struct err *),
    struct err *err)
{
	char day[DAY_SIZE];
	int64_t number = 0;

	if (!desk_ask_day(desk, question, day, err))
		return err->code == ERR_NONE;
	bool ok = deed(desk_session(desk), key, day, &number, err);
	if (ok)
		desk_say_saved(desk, number);
	desk_reload(desk);
	return ok;
}

bool
rows_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct rows_pane *pane = state;
	const char *key = rows_key(pane, input->row);

	switch (input->action) {
	case ACTION_OPEN:
		return key == NULL || desk_open(desk, pane->use->form, key, err);
	case ACTION_OPTION:
		return key == NULL || run_option(pane, input->option, key, err);
	case ACTION_NEW:
		return desk_open(desk, pane->use->form, pane->owner_key, err);
	default:
		return true;
	}
}

void
rows_done(void *state)
{
	struct rows_pane *pane = state;

	list_done(&pane->list);
	forget_keys(pane);
	free(pane->keys);
	free(pane->owner_key);
	free(pane->owner_name);
	free(pane->to);
}
