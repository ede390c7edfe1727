/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/appointment.h -- a post passes from one person to the next
 *
 * The new holding, the end of the one before it and, where need be, the new
 * person are one sheet, saved in one change set: a post is never held twice
 * and never left vacant by a save that was half done.
 */
#ifndef DOMAIN_APPOINTMENT_H
#define DOMAIN_APPOINTMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/sheet.h"

struct buf;
struct err;
struct session;

/*
 * A holding of that post which begins today; with new_person the person too,
 * who has an id already. The holding that goes on is in the sheet. ERR_MISSING.
 */
bool appointment_open(struct session *session, const char *post, bool new_person,
    struct sheet *ret_sheet, struct err *err);

/* Before saving: the holding that goes on ends where the new one begins. */
void appointment_settle(struct sheet *sheet);

/* Key of who holds the post until then, "". The caller frees it. */
char *appointment_holder(const struct sheet *sheet);

/* Whoever holds the post leaves it that day. ERR_MISSING: it is vacant already. */
bool appointment_end(struct session *session, const char *post, const char *until,
    int64_t *ret_number, struct err *err);

/* The code of the government a post belongs to. */
bool appointment_government(struct session *session, const char *post, struct buf *ret_code,
    struct err *err);

#endif
