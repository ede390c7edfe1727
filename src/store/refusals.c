/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/refusals.h"

#include <stddef.h>
#include <string.h>

#include "base/messages.h"

/* words is NULL where the message says it already. */
struct refusal {
	const char *said;
	const char *words;
};

static const struct refusal refusals[] = {
	/* 0001-log.sql and the generated triggers */
	{ N_("The log only grows: nothing in it is changed or deleted."), NULL },
	{ N_("The key of a record never changes."), NULL },

	/* 0002-directory.sql */
	{ N_("Two name periods of one government overlap: end the earlier one first."), NULL },
	{ N_("Two status periods of one government overlap: end the earlier one first."), NULL },
	{ N_("Two people hold this post at one time: end the earlier holding first."), NULL },
	{ N_("Two periods of one rule overlap: end the earlier one first."), NULL },
};

const char *
refusal_find(const char *said)
{
	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++)
		if (strcmp(refusals[i].said, said) == 0)
			return refusals[i].words != NULL ? refusals[i].words : refusals[i].said;
	return NULL;
}
