/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/change_summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/history.h"
#include "domain/record_types.h"

enum { MOST_ROWS = 40 };	/* of a set whose cells are looked at */

/* Neither made by the program nor empty before and after, as in a new record. */
static bool
counts(const struct history_cell *cell)
{
	const struct record_type *type = record_types_find(cell->record);
	const struct field *field = type != NULL ? record_find_field(type, cell->field) : NULL;

	return field != NULL && (field->flags & FIELD_MADE) == 0 &&
	    (cell->before[0] != '\0' || cell->after[0] != '\0');
}

static bool
is_same_record(const struct history_cell *a, const struct history_cell *b)
{
	return strcmp(a->record, b->record) == 0 && strcmp(a->key, b->key) == 0;
}

/* The name stays while all records belong to one. */
static void
take_name(struct session *session, const struct history_cell *cell, struct change_summary *summary)
{
	struct buf name = { 0 };

	history_record_name(session, cell->record, cell->key, &name);
	if (summary->name == NULL)
		summary->name = buf_take(&name);
	else if (strcmp(summary->name, buf_text(&name)) != 0)
		mem_replace(&summary->name, "");
	buf_done(&name);
}

static void
sum_up(struct session *session, const struct row_list *cells, struct change_summary *summary)
{
	const struct history_cell *last = NULL;

	for (size_t i = 0; i < cells->count; i++) {
		const struct history_cell *cell = row_at(cells, i);

		if (last == NULL) {
			summary->first_type = mem_strdup(cell->record);
			summary->first_key = mem_strdup(cell->key);
		}
		if (last == NULL || !is_same_record(last, cell)) {
			summary->records++;
			take_name(session, cell, summary);
		}
		summary->fields += counts(cell);
		last = cell;
	}
}

void
change_summary_read(struct session *session, const struct history_set *set,
    struct change_summary *ret_summary)
{
	struct change_summary summary = { 0 };
	struct row_list cells = { 0 };
	struct err ignored = { 0 };

	if (set->rows <= MOST_ROWS && history_cells(session, set->id, &cells, &ignored))
		sum_up(session, &cells, &summary);
	else
		summary.records = set->rows;
	if (summary.name == NULL)
		summary.name = mem_strdup("");
	row_list_done(&cells);
	*ret_summary = summary;
}

void
change_summary_done(struct change_summary *summary)
{
	free(summary->name);
	free(summary->first_type);
	free(summary->first_key);
	*summary = (struct change_summary){ 0 };
}

void
change_summary_add(const struct change_summary *summary, struct buf *text)
{
	if (summary->name[0] != '\0')
		/* TRANSLATORS: 2 fields of KR-47. */
		buf_addf(text, nq_("%d field of %s", "%d fields of %s", (unsigned long)summary->fields),
		    (int)summary->fields, summary->name);
	else
		buf_addf(text, nq_("%d record", "%d records", (unsigned long)summary->records),
		    (int)summary->records);
}
