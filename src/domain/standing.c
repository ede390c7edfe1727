/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/standing.h"

#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"

static bool
is_suspended(const struct standing *standing)
{
	return strcmp(standing->status, "suspended") == 0;
}

static bool
is_no_member(const struct standing *standing)
{
	return !standing->votes;
}

static bool
is_absent(const struct standing *standing)
{
	return !standing->present;
}

static bool
owes(const struct standing *standing)
{
	return standing->owes;
}

static bool
lacks_credentials(const struct standing *standing)
{
	return strcmp(standing->credentials, "accepted") != 0;
}

/* In the order in which they are asked. */
static const struct {
	const char *word;	/* of roll.reason */
	bool (*applies)(const struct standing *standing);
	bool counts;		/* the quorum is a part of these too */
	const char *sentence;	/* N_(): with the code of the government */
} reasons[] = {
	{ "suspended", is_suspended, false,
	  N_("%s is suspended: it votes again once a decision readmits it.") },
	{ "not-member", is_no_member, false,
	  N_("%s is no member on that day: it may speak, but it does not vote.") },
	{ "absent", is_absent, true,
	  N_("%s is not in the hall: it may vote once it has come in, or by a proxy who is there.") },
	{ "arrears", owes, true,
	  N_("%s owes dues: it may vote once they are paid.") },
	{ "credentials", lacks_credentials, true,
	  N_("The credentials of %s are not accepted: it may vote once they are.") },
};

enum { REASONS = sizeof reasons / sizeof reasons[0] };

const char *
standing_reason(const struct standing *standing)
{
	for (size_t i = 0; i < REASONS; i++)
		if (reasons[i].applies(standing))
			return reasons[i].word;
	return "";
}

bool
standing_counts(const char *reason)
{
	for (size_t i = 0; i < REASONS; i++)
		if (strcmp(reasons[i].word, reason) == 0)
			return reasons[i].counts;
	return true;
}

void
standing_say(const char *reason, const char *code, struct buf *ret_sentence)
{
	for (size_t i = 0; i < REASONS; i++)
		if (strcmp(reasons[i].word, reason) == 0)
			buf_addf(ret_sentence, _(reasons[i].sentence), code);
}
