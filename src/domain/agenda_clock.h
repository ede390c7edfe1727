/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/agenda_clock.h -- what o'clock each item of an agenda comes
 *
 * Items follow one another through the timed sittings of a meeting. One that
 * does not end before a break goes on after it; one that is put into a sitting
 * waits for it. A function of values: it knows no file.
 */
#ifndef DOMAIN_AGENDA_CLOCK_H
#define DOMAIN_AGENDA_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A timed sitting; in the order of time, none in another. */
struct agenda_slot {
	int64_t sitting;	/* its number */
	int starts, ends;	/* minutes of its day */
};

/* An item: minutes and sitting go in, the rest comes out. */
struct agenda_time {
	int64_t minutes;	/* how long; 0: no time */
	int64_t sitting;	/* the sitting it begins in; 0: after the item before */
	size_t slot;		/* it begins in; AGENDA_NEVER: after the last sitting */
	int starts;		/* minutes of the day */
	size_t end_slot;	/* it ends in; AGENDA_NEVER: the sittings do not suffice */
	int ends;
};

#define AGENDA_NEVER ((size_t)-1)

void agenda_clock(const struct agenda_slot *slots, size_t slot_count, struct agenda_time *items,
    size_t count);

#endif
