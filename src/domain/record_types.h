/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/record_types.h -- every record there is, in the order they are loaded
 *
 * A type stands after those its rows refer to, so that an import in this order
 * finds every reference. History, undo, export, manual and the test that
 * compares tables with the schema walk this list.
 */
#ifndef DOMAIN_RECORD_TYPES_H
#define DOMAIN_RECORD_TYPES_H

struct record_type;

extern const struct record_type *const record_types[];	/* closed by NULL */

/* By key ("government_name"); NULL when there is none. */
const struct record_type *record_types_find(const char *key);

#endif
