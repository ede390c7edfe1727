/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/search_lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "domain/body.h"
#include "domain/decision.h"
#include "domain/fold.h"
#include "domain/meeting.h"
#include "domain/person.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

/* The first column is a name, the second its reading in kana or NULL. */
static bool
gather_names(struct session *session, const char *sql, const char *key, struct buf *lines,
    struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", key);
		while (stmt_next(&st))
			fold_search_text(stmt_text(&st, 0), stmt_text(&st, 1), lines);
	}
	return stmt_close(&st);
}

bool
search_lines_government(struct session *session, const char *key, struct buf *lines, int64_t *ret_rank,
    bool *ret_found, struct err *err)
{
	static const char rank_sql[] = "SELECT rank FROM government WHERE code = :key";
	static const char names_sql[] =
	    "SELECT name_en, name_zh, name_ja, name_ko, name_ru, name_mn, reading"
	    " FROM government_name WHERE government = :key ORDER BY since DESC";
	static const char aliases_sql[] = "SELECT alias, NULL FROM alias WHERE government = :key";
	enum { JAPANESE = 2, READING = 6 };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, rank_sql, err)) {
		stmt_bind_text(&st, ":key", key);
		*ret_found = stmt_next(&st);
		if (*ret_found)
			*ret_rank = stmt_int(&st, 0);
	}
	if (!stmt_close(&st) || !*ret_found)
		return !st.failed;
	fold_search_code(key, lines);
	if (stmt_open(&st, session->db, names_sql, err)) {
		stmt_bind_text(&st, ":key", key);
		while (stmt_next(&st))
			for (int i = 0; i < READING; i++)
				fold_search_text(stmt_text(&st, i),
				    i == JAPANESE ? stmt_text(&st, READING) : NULL, lines);
	}
	return stmt_close(&st) && gather_names(session, aliases_sql, key, lines, err);
}

bool
search_lines_person(struct session *session, const char *key, struct buf *lines, int64_t *ret_rank,
    bool *ret_found, struct err *err)
{
	struct person person = { 0 };

	if (!row_find(session, &person_type, key, &person, ret_found, err) || !*ret_found)
		return err == NULL || err->code == ERR_NONE;
	*ret_rank = 0;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf name = { 0 };

		person_name(&person, &languages[i], &name);
		fold_search_text(buf_text(&name), i == 2 ? person.reading : NULL, lines);
		buf_done(&name);
	}
	fold_search_code(person.email, lines);
	record_done(&person_type, &person);
	return true;
}

bool
search_lines_post(struct session *session, const char *key, struct buf *lines, int64_t *ret_rank,
    bool *ret_found, struct err *err)
{
	static const char sql[] =
	    "SELECT name_en, name_zh, name_ja, name_ko, name_ru, name_mn,"
	    " government || ' ' || code, email FROM post WHERE id = :key";
	enum { NAMES = 6, CODE = 6, EMAIL = 7 };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", key);
		*ret_found = stmt_next(&st);
		*ret_rank = 0;
		if (*ret_found) {
			for (int i = 0; i < NAMES; i++)
				fold_search_text(stmt_text(&st, i), NULL, lines);
			fold_search_code(stmt_text(&st, CODE), lines);
			fold_search_code(stmt_text(&st, EMAIL), lines);
		}
	}
	return stmt_close(&st);
}

/* The association first, then its bodies as they stand in the tree. */
static int64_t
body_rank(const char *kind, int64_t number)
{
	enum { NUMBERS = 1000 };
	const struct choice *choice = record_find_field(&body_type, "kind")->choices;
	int64_t rank = 0;

	for (; choice->word != NULL && strcmp(choice->word, kind) != 0; choice++)
		rank += NUMBERS;
	return rank + number;
}

bool
search_lines_body(struct session *session, const char *key, struct buf *lines, int64_t *ret_rank,
    bool *ret_found, struct err *err)
{
	static const char body_sql[] = "SELECT kind, number FROM body WHERE key = :key";
	static const char names_sql[] =
	    "SELECT name_en, name_zh, name_ja, name_ko, name_ru, name_mn"
	    " FROM body_name WHERE body = :key ORDER BY since DESC";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, body_sql, err)) {
		stmt_bind_text(&st, ":key", key);
		*ret_found = stmt_next(&st);
		if (*ret_found)
			*ret_rank = body_rank(stmt_text(&st, 0), stmt_int(&st, 1));
	}
	if (!stmt_close(&st) || !*ret_found)
		return !st.failed;
	fold_search_code(key, lines);
	if (stmt_open(&st, session->db, names_sql, err)) {
		stmt_bind_text(&st, ":key", key);
		while (stmt_next(&st))
			for (int i = 0; i < LANGUAGE_COUNT; i++)
				fold_search_text(stmt_text(&st, i), NULL, lines);
	}
	return stmt_close(&st);
}

/* "2010-10" is 20101000: the newest day has the least rank. */
static int64_t
newest_first(const char *day)
{
	int64_t number = 0;
	int digits = 0;

	for (; *day != '\0'; day++)
		if (*day != '-') {
			number = number * 10 + (*day - '0');
			digits++;
		}
	for (; digits < 8; digits++)
		number *= 10;
	return -number;
}

bool
search_lines_meeting(struct session *session, const char *key, struct buf *lines,
    int64_t *ret_rank, bool *ret_found, struct err *err)
{
	struct meeting meeting = { 0 };
	bool ok = row_find(session, &meeting_type, key, &meeting, ret_found, err);

	if (ok && *ret_found) {
		*ret_rank = newest_first(meeting.begins);
		fold_search_code(meeting.key, lines);
		fold_search_code(meeting.begins, lines);
		fold_search_text(meeting.place, NULL, lines);
		fold_search_text(meeting.room, NULL, lines);
	}
	record_done(&meeting_type, &meeting);
	return ok;
}

/* "RU-KEM;ENV": each is a code of its own. */
static void
add_codes(const char *codes, struct buf *lines)
{
	char *copy = mem_strdup(codes), *rest = copy, *code;

	while ((code = strsep(&rest, ";")) != NULL)
		fold_search_code(code, lines);
	free(copy);
}

bool
search_lines_decision(struct session *session, const char *key, struct buf *lines,
    int64_t *ret_rank, bool *ret_found, struct err *err)
{
	enum { NUMBERS = 1000 };
	struct decision decision = { 0 };
	bool ok = row_find(session, &decision_type, key, &decision, ret_found, err);

	if (ok && *ret_found) {
		const char *const texts[] = { decision.text_en, decision.text_zh, decision.text_ja,
			decision.text_ko, decision.text_ru, decision.text_mn };

		*ret_rank = newest_first(decision.taken) * NUMBERS + decision.no;
		fold_search_code(key, lines);
		fold_search_words(decision.kind, lines);
		add_codes(decision.subjects, lines);
		for (size_t i = 0; i < LANGUAGE_COUNT; i++)
			fold_search_words(texts[i], lines);
	}
	record_done(&decision_type, &decision);
	return ok;
}
