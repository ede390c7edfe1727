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

static void
say_suspended(const char *code, struct buf *sentence)
{
	buf_addf(sentence, _("%s is suspended: it votes again once a decision readmits it."), code);
}

static void
say_no_member(const char *code, struct buf *sentence)
{
	buf_addf(sentence, _("%s is no member on that day: it may speak, but it does not vote."), code);
}

static void
say_absent(const char *code, struct buf *sentence)
{
	buf_addf(sentence,
	    _("%s is not in the hall: it may vote once it has come in, or by a proxy who is there."),
	    code);
}

static void
say_owes(const char *code, struct buf *sentence)
{
	buf_addf(sentence, _("%s owes dues: it may vote once they are paid."), code);
}

static void
say_credentials(const char *code, struct buf *sentence)
{
	buf_addf(sentence, _("The credentials of %s are not accepted: it may vote once they are."), code);
}

/* In the order in which they are asked. */
static const struct {
	const char *word;	/* of roll.reason */
	bool (*applies)(const struct standing *standing);
	void (*say)(const char *code, struct buf *sentence);
	bool counts;		/* the quorum is a part of these too */
} reasons[] = {
	{ "suspended", is_suspended, say_suspended, false },
	{ "not-member", is_no_member, say_no_member, false },
	{ "absent", is_absent, say_absent, true },
	{ "arrears", owes, say_owes, true },
	{ "credentials", lacks_credentials, say_credentials, true },
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
			reasons[i].say(code, ret_sentence);
}
