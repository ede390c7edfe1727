/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/kinds.h"

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "exchange/table.h"

const struct table_kind *
kinds_find(const char *word, struct err *err)
{
	const struct table_kind *found = table_find_kind(word);
	struct buf words = { 0 };

	if (found != NULL)
		return found;
	for (const struct table_kind *kind = table_kinds; kind->word != NULL; kind++)
		buf_addf(&words, "%s%s", words.length > 0 ? ", " : "", kind->word);
	err_set(err, ERR_USAGE, _("There is no kind \"%s\": choose from %s."), word, buf_text(&words));
	buf_done(&words);
	return NULL;
}
