/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/kinds.h"

#include "base/err.h"
#include "base/messages.h"
#include "exchange/table.h"

const struct table_kind *
kinds_find(const char *word, struct err *err)
{
	const struct table_kind *found = table_find_kind(word);

	if (found == NULL)
		err_set(err, ERR_USAGE, _("There is no kind \"%s\": \"nearsec help kinds\" lists them."), word);
	return found;
}
