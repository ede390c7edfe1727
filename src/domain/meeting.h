/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/meeting.h -- a session of a body
 *
 * A session of a body. A cancelled one keeps no ordinal, a postponed one its own.
 * Wall times are those of the zone; UTC is derived. The days count in whole.
 */
#ifndef DOMAIN_MEETING_H
#define DOMAIN_MEETING_H

#include "base/record.h"

struct meeting {
	char *key;	/* body and ordinal: GA-8; never changes */
	char *body;	/* its key */
	int64_t ordinal;	/* unique and rising in the body; 0: none is known, or it was cancelled */
	char *state;	/* planned convened open closed reported postponed cancelled */
	char *host;	/* the government that is host; NULL */
	char *place;	/* city, building, or on line */
	char *room;	/* where sittings say nothing else */
	char *zone;	/* IANA zone of its wall times; empty: that of the association */
	char *begins;	/* partial day; "" not known */
	char *ends;	/* the last day itself; NULL: one day, or not known */
	char *convened;	/* day the invitations went out; NULL not yet */
	char *moved_from;	/* first day before it was postponed; NULL */
	char *note;
};

extern const struct record_type meeting_type;

#endif
