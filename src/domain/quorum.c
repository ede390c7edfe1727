/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/quorum.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"

enum { MOST = 9999 };	/* products of two stay far from overflow */

bool
part_read(const char *text, const char *rule, struct part *ret_part, struct err *err)
{
	int of = -1, in = 0, end = 0;

	if (sscanf(text, "%4d/%4d%n", &of, &in, &end) == 2 && text[end] == '\0' && of >= 0 &&
	    in <= MOST && of < in) {
		*ret_part = (struct part){ of, in };
		return true;
	}
	return err_set(err, ERR_RULE,
	    _("The rule \"%s\" says \"%s\": that is no part below one, such as 1/2. Correct it first."),
	    rule, text);
}

int64_t
quorum_needed(const struct part *part, int64_t counted)
{
	return part->of * counted / part->in + 1;
}

bool
quorum_holds(const struct quorum *quorum)
{
	return quorum->present >= quorum->needed;
}

static const char *
verdict(const struct quorum *quorum)
{
	return quorum_holds(quorum) ? _("quorate") : _("not quorate");
}

static void
add_verdict(const struct quorum *quorum, struct buf *text)
{
	if (quorum->present > quorum->needed)
		buf_addf(text, _("quorate by %lld"), (long long)(quorum->present - quorum->needed));
	else
		buf_add(text, verdict(quorum));
	if (quorum->by_proxy > 0)
		buf_addf(text, _("; %lld by proxy"), (long long)quorum->by_proxy);
}

void
quorum_say(const struct quorum *quorum, struct buf *ret_line)
{
	struct buf sum = { 0 }, holds = { 0 };

	buf_addf(&sum, quorum->assumed ? _("%lld of %lld present, %lld needed (assumed)") :
	    _("%lld of %lld present, %lld needed"), (long long)quorum->present,
	    (long long)quorum->counted, (long long)quorum->needed);
	add_verdict(quorum, &holds);
	/* TRANSLATORS: the sum of the quorum, and whether it is one. */
	buf_addf(ret_line, _("%s: %s"), buf_text(&sum), buf_text(&holds));
	buf_done(&sum);
	buf_done(&holds);
}

void
quorum_say_sum(const struct quorum *quorum, struct buf *ret_line)
{
	/* TRANSLATORS: the quorum in a small window: present of all, and needed. */
	buf_addf(ret_line, _("%lld of %lld, %lld needed"),
	    (long long)quorum->present, (long long)quorum->counted, (long long)quorum->needed);
}

void
quorum_say_short(const struct quorum *quorum, struct buf *ret_line)
{
	struct buf sum = { 0 };

	quorum_say_sum(quorum, &sum);
	buf_addf(ret_line, _("%s: %s"), buf_text(&sum), verdict(quorum));
	buf_done(&sum);
}

bool
majority_reached(const struct part *part, int64_t yes, int64_t no)
{
	return yes * part->in > part->of * (yes + no);
}
