/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/government_label.h -- what a government is called, whatever its status
 *
 * domain/member.h knows those that belong to the association on a day; an
 * applicant that is still nothing, or one that left, has a name all the same.
 */
#ifndef DOMAIN_GOVERNMENT_LABEL_H
#define DOMAIN_GOVERNMENT_LABEL_H

#include <stdbool.h>

struct buf;
struct err;
struct session;

/*
 * Append its official name of the day in the language of the screen, with the
 * usual fallback; nothing when there is no such government.
 */
bool government_label_add(struct session *session, const char *code, const char *day,
    struct buf *name, struct err *err);

/* The same in the government's own language. */
bool government_label_add_own(struct session *session, const char *code, const char *day,
    struct buf *name, struct err *err);

#endif
