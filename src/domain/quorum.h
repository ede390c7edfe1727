/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/quorum.h -- how many must be there, and how many must be for it
 *
 * Functions of values. A rule names a part, "1/2", and what it asks for is more
 * than that part: of 70 governments 36, of 77 39. All sums are of governments,
 * never of heads.
 */
#ifndef DOMAIN_QUORUM_H
#define DOMAIN_QUORUM_H

#include <stdbool.h>
#include <stdint.h>

struct buf;
struct err;

/* A fraction, 0 <= of < in. */
struct part {
	int64_t of, in;
};

/* "1/2"; refused when it is no fraction below one. rule names it in the sentence. */
bool part_read(const char *text, const char *rule, struct part *ret_part, struct err *err);

struct quorum {
	int64_t counted;	/* governments that the rule counts */
	int64_t present;	/* of these: in the hall, or represented by a proxy */
	int64_t by_proxy;	/* of those present: represented only */
	int64_t needed;
	bool assumed;		/* the note of the rule says that its clause is not known */
};

/* The least number that is more than the part. */
int64_t quorum_needed(const struct part *part, int64_t counted);
bool quorum_holds(const struct quorum *quorum);

/* Appends "29 of 70 present, 36 needed (assumed): not quorate". */
void quorum_say(const struct quorum *quorum, struct buf *ret_line);
/* For little room: "29 of 70, 36 needed: not quorate"; and without the verdict. */
void quorum_say_short(const struct quorum *quorum, struct buf *ret_line);
void quorum_say_sum(const struct quorum *quorum, struct buf *ret_line);

/* Of the votes for and against, are more than the part for it? Nobody voting: no. */
bool majority_reached(const struct part *part, int64_t yes, int64_t no);

#endif
