/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/attendance_view.h -- how the rows of attendance.h are read
 *
 * Between attendance.c and the view: one question for all governments, then the
 * heads of the delegations, then standing.h for each of them.
 */
#ifndef DOMAIN_ATTENDANCE_VIEW_H
#define DOMAIN_ATTENDANCE_VIEW_H

#include <stdbool.h>

struct err;
struct meeting;
struct row_list;
struct session;

/* As of an instant (a stamp), by the rules of a whole day. */
bool attendance_view(struct session *session, const struct meeting *meeting, const char *at,
    const char *day, struct row_list *ret_list, struct err *err);

#endif
