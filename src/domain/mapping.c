/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/mapping.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/record.h"

static void
put(const struct field *from, const void *source, const struct field *to, void *target,
    bool even_empty)
{
	struct buf text = { 0 };

	record_format(from, source, &text);
	if (text.length > 0 || even_empty)
		record_put(to, target, text.length > 0 ? buf_text(&text) : NULL);
	buf_done(&text);
}

void
mapping_gather(const struct mapping *map, const struct record_type *type, const void *row,
    const struct record_type *view_type, void *view)
{
	for (; map->view != NULL; map++)
		put(record_find_field(type, map->field), row,
		    record_find_field(view_type, map->view), view, true);
}

bool
mapping_lay_over(const struct mapping *map, const struct record_type *view_type, const void *view,
    const struct record_type *type, void *row)
{
	void *before = mem_alloc(type->size);
	bool changed = false;

	record_copy(type, before, row);
	for (; map->view != NULL; map++) {
		const struct field *to = record_find_field(type, map->field);

		put(record_find_field(view_type, map->view), view, to, row, false);
		changed = changed || !record_same(to, before, row);
	}
	record_done(type, before);
	free(before);
	return changed;
}
