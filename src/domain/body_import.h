/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body_import.h -- one row of bodies.csv becomes rows of the file
 *
 * A body with its name, its texts and its coordinator. One that is there
 * already has its words brought up to date; who coordinates it is changed by
 * decision only, so a row that names another government than the file is
 * refused.
 */
#ifndef DOMAIN_BODY_IMPORT_H
#define DOMAIN_BODY_IMPORT_H

#include <stdbool.h>

struct body_entry;
struct err;
struct session;

/* Inside a change set. Cells that are empty change nothing. */
bool body_import_in_set(struct session *session, const struct body_entry *entry,
    bool *ret_is_new, bool *ret_changed, struct err *err);

#endif
