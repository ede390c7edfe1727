/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/mapping.h -- which field of a view is which field of a row
 *
 * A view such as domain/body_entry.h shows several rows as one record. A table
 * of pairs says where each of its fields comes from; the same table read the
 * other way takes a line of CSV apart, so that what is exported is imported.
 */
#ifndef DOMAIN_MAPPING_H
#define DOMAIN_MAPPING_H

#include <stdbool.h>

struct record_type;

/* Closed by { 0 }. */
struct mapping {
	const char *view, *field;
};

/* What the row says goes into the view. */
void mapping_gather(const struct mapping *map, const struct record_type *type, const void *row,
    const struct record_type *view_type, void *view);

/*
 * Lay the view over a row; true when something was new to it. What the view
 * leaves empty stays as it is in the row.
 */
bool mapping_lay_over(const struct mapping *map, const struct record_type *view_type,
    const void *view, const struct record_type *type, void *row);

#endif
