/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body_sheet.h -- the rows that are edited as one body
 *
 * The form and "body edit" show a body and its name of the day as one thing;
 * they are two rows in one sheet. Its texts are edited one by one. Number, end
 * and successor are not typed: see body_dissolve.
 */
#ifndef DOMAIN_BODY_SHEET_H
#define DOMAIN_BODY_SHEET_H

#include <stdbool.h>

#include "domain/sheet.h"

struct err;
struct session;

/* A body that exists, and its name of the session's day. ERR_MISSING. */
bool body_sheet_open(struct session *session, const char *key, struct sheet *ret_sheet,
    struct err *err);

/* Its text of that kind of the session's day, or a first one. ERR_MISSING. */
bool body_sheet_open_text(struct session *session, const char *key, const char *text_kind,
    struct sheet *ret_sheet, struct err *err);

#endif
