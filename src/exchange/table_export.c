/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/table_export.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/record.h"
#include "domain/row.h"
#include "exchange/csv.h"
#include "exchange/json.h"

/* The fields without those of no table. The caller frees the array. */
static const struct field **
list_fields(const struct record_type *type, unsigned without, size_t *ret_count)
{
	const struct field **fields = mem_grow(NULL, record_field_count(type) + 1, sizeof *fields);
	size_t count = 0;

	for (const struct field *field = type->fields; field->key != NULL; field++)
		if ((field->flags & without) == 0)
			fields[count++] = field;
	*ret_count = count;
	return fields;
}

static void
add_row(const struct field *const *fields, size_t count, const void *row, struct buf *text)
{
	struct buf value = { 0 };

	for (size_t i = 0; i < count; i++) {
		buf_clear(&value);
		record_format(fields[i], row, &value);
		csv_export_cell(text, buf_text(&value), i > 0);
	}
	csv_export_end_row(text);
	buf_done(&value);
}

void
table_export_csv(const struct row_list *rows, struct buf *text)
{
	size_t count;
	const struct field **fields = list_fields(rows->type, FIELD_COMPUTED, &count);

	csv_export_begin(text);
	for (size_t i = 0; i < count; i++)
		csv_export_cell(text, fields[i]->key, i > 0);
	csv_export_end_row(text);
	for (size_t n = 0; n < rows->count; n++)
		add_row(fields, count, row_at(rows, n), text);
	free(fields);
}

void
table_export_json(const struct row_list *rows, struct buf *text)
{
	size_t count;
	const struct field **fields = list_fields(rows->type, 0, &count);

	json_rows_begin(text);
	for (size_t n = 0; n < rows->count; n++)
		json_add_row(text, fields, count, row_at(rows, n), n > 0);
	json_rows_end(text);
	free(fields);
}
