/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include "store/put.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/record.h"
#include "domain/row.h"
#include "store/expect.h"

void
put_row(struct session *session, const struct record_type *type, const char *const *values)
{
	void *row = mem_alloc(type->size);
	struct err err = { 0 };

	for (const struct field *field = type->fields; field->key != NULL; field++)
		record_put(field, row, (field->flags & FIELD_NULLABLE) != 0 ? NULL : "");
	for (; *values != NULL; values++) {
		const char *sign = strchr(*values, '=');
		char *key = mem_strndup(*values, (size_t)(sign - *values));
		const struct field *field = record_find_field(type, key);

		assert_non_null(field);
		must(record_read(field, row, sign + 1, &err), &err);
		free(key);
	}
	must(row_save_in_set(session, type, row, &err), &err);
	record_done(type, row);
	free(row);
}
