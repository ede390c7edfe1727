/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/plural.h -- which form of a message goes with a number
 *
 * A catalogue brings its rule as an expression of C over n ("nplurals=3;
 * plural=n%10==1 && n%100!=11 ? 0 : ..."). It is checked once and then worked
 * out from its text each time: rules are short and rarely asked.
 */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stdbool.h>

/* The longest rule anybody speaks by is 200 bytes; the limit bounds recursion. */
enum { PLURAL_RULE_SIZE = 256 };

struct plural {
	unsigned count;			/* forms, 1 to 6 */
	char rule[PLURAL_RULE_SIZE];	/* ends in NUL, known to be readable */
};

void plural_init(struct plural *plural);	/* the rule of English */

/*
 * Take the line Plural-Forms of a catalogue's header; without one the rule
 * stays. False, and nothing taken, when it cannot be read.
 */
bool plural_read(struct plural *plural, const char *header);

/* Always less than count, whatever the rule says. */
unsigned plural_form(const struct plural *plural, unsigned long n);

#endif
