/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "cli/cli.h"

static bool
refuse_key(const char *key, const struct pair_key *keys, struct err *err)
{
	struct buf known = { 0 };

	for (; keys->key != NULL; keys++)
		buf_addf(&known, "%s%s", known.length > 0 ? ", " : "", keys->key);
	err_set(err, ERR_USAGE, _("\"%s\" cannot be said here; what can: %s."), key, buf_text(&known));
	buf_done(&known);
	return false;
}

static bool
take(const char *word, const struct pair_key *keys, struct err *err)
{
	const struct pair_key *found = keys;
	const char *value = NULL;
	char *key = NULL;

	if (!cli_split(word, &key, &value, err))
		return false;
	while (found->key != NULL && strcmp(found->key, key) != 0)
		found++;
	bool ok = found->key != NULL || refuse_key(key, keys, err);
	if (ok)
		*found->value = value;
	free(key);
	return ok;
}

bool
pairs_read(const struct cli *cli, size_t first, const struct pair_key *keys, struct err *err)
{
	for (size_t i = first; i < cli->count; i++)
		if (!take(cli->word[i], keys, err))
			return false;
	for (const struct pair_key *key = keys; key->key != NULL; key++)
		if (key->required && (*key->value == NULL || (*key->value)[0] == '\0'))
			return err_set(err, ERR_USAGE, _("Say %s=... too."), key->key);
	return true;
}
