/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/meeting_keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "domain/session.h"
#include "store/stmt.h"

void
meeting_keys_done(struct meeting_keys *keys)
{
	buf_done(&keys->texts);
	free(keys->at);
	*keys = (struct meeting_keys){ 0 };
}

const char *
meeting_keys_key(const struct meeting_keys *keys, size_t i)
{
	return keys->texts.bytes + keys->at[i];
}

const char *
meeting_keys_begins(const struct meeting_keys *keys, size_t i)
{
	const char *key = meeting_keys_key(keys, i);

	return key + strlen(key) + 1;
}

static bool
read_keys(struct session *session, const char *sql, const char *body, struct meeting_keys *keys,
    struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		if (body != NULL)
			stmt_bind_text(&st, ":body", body);
		while (stmt_next(&st)) {
			keys->at = mem_room(keys->at, keys->count, &keys->room, sizeof *keys->at);
			keys->at[keys->count++] = (uint32_t)keys->texts.length;
			for (int column = 0; column < 2; column++) {
				buf_add(&keys->texts, stmt_text(&st, column));
				buf_add_char(&keys->texts, '\0');
			}
		}
	}
	return stmt_close(&st);
}

bool
meeting_keys_list(struct session *session, const char *body, struct meeting_keys *ret_keys,
    struct err *err)
{
	/* Two questions: both are read from meeting_begins as it stands, and nothing is sorted. */
	static const char dated_sql[] =
	    "SELECT key, begins FROM meeting WHERE begins > '' ORDER BY begins, key";
	static const char undated_sql[] = "SELECT key, begins FROM meeting WHERE begins = '' ORDER BY key";
	static const char of_body_sql[] =
	    "SELECT key, begins FROM meeting WHERE body = :body ORDER BY begins = '', begins, key";
	struct meeting_keys keys = { 0 };
	bool ok = body != NULL ? read_keys(session, of_body_sql, body, &keys, err) :
	    read_keys(session, dated_sql, NULL, &keys, err) &&
	    read_keys(session, undated_sql, NULL, &keys, err);

	if (!ok) {
		meeting_keys_done(&keys);
		return false;
	}
	*ret_keys = keys;
	return true;
}
