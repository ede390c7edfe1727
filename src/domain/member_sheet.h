/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/member_sheet.h -- the rows that are edited as one government
 *
 * The form and "member edit" show a government, its name of the day and the
 * post its letters go to as one thing; they are three rows in one sheet.
 */
#ifndef DOMAIN_MEMBER_SHEET_H
#define DOMAIN_MEMBER_SHEET_H

#include <stdbool.h>

#include "domain/sheet.h"

struct err;
struct session;

/*
 * A government that exists: its row, its official name of the session's day and,
 * where it has one, the post that receives its letters. ERR_MISSING.
 */
bool member_sheet_open(struct session *session, const char *code, struct sheet *ret_sheet,
    struct err *err);

/* A new one, at the end of the order of protocol, with its first name and status. */
bool member_sheet_new(struct session *session, struct sheet *ret_sheet, struct err *err);

/*
 * From that day on it is called otherwise: the name read ends there and a copy
 * of it begins, which is what fields are then typed into.
 */
bool member_sheet_new_period(struct sheet *sheet, const char *since, struct err *err);

#endif
