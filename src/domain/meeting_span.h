/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/meeting_span.h -- when a meeting is, as instants, and what its days forbid
 *
 * The table meeting_span is derived: a row for each sitting, or one for the whole
 * days of a meeting that has no sittings; none while its days are not known, or
 * when it was cancelled. It exists to be asked for overlaps. It is made anew by
 * domain/derive.c whenever a meeting or a sitting is written.
 */
#ifndef DOMAIN_MEETING_SPAN_H
#define DOMAIN_MEETING_SPAN_H

#include <stdbool.h>

struct err;
struct session;

/*
 * Do the ordinals of the body rise with the days, and do clocks show the times of
 * the sittings? A meeting that is gone is fine.
 */
bool meeting_span_check(struct session *session, const char *meeting, struct err *err);

/* The same, and its spans are written anew. */
bool meeting_span_derive(struct session *session, const char *meeting, struct err *err);

/* Are the spans that are stored those that would be derived? */
bool meeting_span_verify(struct session *session, const char *meeting, bool *ret_same,
    struct err *err);

#endif
