/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/member_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/roster.h"

static void
forget_page(struct member_rows *rows)
{
	for (size_t i = 0; i < rows->page.count; i++)
		free(rows->offices[i]);
	free(rows->offices);
	rows->offices = NULL;
	row_list_done(&rows->page);
}

static void
forget_shown(struct member_rows *rows)
{
	free(rows->shown);
	rows->shown = NULL;
	rows->count = rows->codes.count;
	forget_page(rows);
}

static void
forget_codes(struct member_rows *rows)
{
	member_codes_done(&rows->codes);
	free(rows->code_of_entry);
	rows->code_of_entry = NULL;
	rows->whole = rows->are_entries = false;
	forget_shown(rows);
}

void
member_rows_forget(struct member_rows *rows)
{
	forget_codes(rows);
	search_index_free(rows->index);
	rows->index = NULL;
}

void
member_rows_changed(struct member_rows *rows, const char *code)
{
	snprintf(rows->changed, sizeof rows->changed, "%s", code);
}

void
member_rows_done(struct member_rows *rows)
{
	member_rows_forget(rows);
	find_words_done(&rows->words);
	*rows = (struct member_rows){ 0 };
}

static bool
read_codes(struct member_rows *rows, struct session *session, size_t limit, struct err *err)
{
	struct member_filter filter = find_words_filter(&rows->words);
	struct member_codes codes;

	if (!member_codes_list(session, &filter, rows->order, rows->descending, limit, &codes, err))
		return false;
	forget_codes(rows);
	rows->codes = codes;
	rows->whole = limit == 0 || codes.count < limit;
	rows->count = codes.count;
	return true;
}

static bool
are_in_order_of_index(const struct member_rows *rows)
{
	if (rows->codes.count != search_index_count(rows->index))
		return false;
	for (size_t i = 0; i < rows->codes.count; i++)
		if (strcmp(rows->codes.code[i], search_index_key(rows->index, i)) != 0)
			return false;
	return true;
}

static void
learn_entries(struct member_rows *rows)
{
	size_t entries = search_index_count(rows->index);

	rows->code_of_entry = mem_grow(NULL, entries, sizeof(uint32_t));
	memset(rows->code_of_entry, 0xFF, entries * sizeof(uint32_t));
	for (size_t i = 0; i < rows->codes.count; i++) {
		size_t entry = search_index_find_key(rows->index, rows->codes.code[i]);

		if (entry < entries)
			rows->code_of_entry[entry] = (uint32_t)i;
	}
}

/* Which code each entry has. Mostly that is no question, and very many are kept once. */
static bool
need_index(struct member_rows *rows, struct session *session, struct err *err)
{
	if (rows->index == NULL &&
	    !search_index_load(session, "government", &rows->index, err))
		return false;
	if (rows->are_entries || rows->code_of_entry != NULL)
		return true;
	rows->are_entries = are_in_order_of_index(rows);
	if (rows->are_entries) {
		free(rows->codes.code);
		rows->codes.code = NULL;
	} else {
		learn_entries(rows);
	}
	return true;
}

static int
compare_positions(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

	return left < right ? -1 : left > right;
}

/* Hits come in order of rank; another order of the list is that of positions. */
static bool
match(struct member_rows *rows, struct session *session, struct err *err)
{
	size_t hit_count = 0;

	forget_shown(rows);
	if (rows->words.text[0] == '\0')
		return true;
	if (!need_index(rows, session, err))
		return false;
	const uint32_t *hits = search_index_match(rows->index, rows->words.text, &hit_count);
	rows->shown = mem_grow(NULL, hit_count, sizeof(uint32_t));
	rows->count = 0;
	for (size_t i = 0; i < hit_count; i++) {
		uint32_t code = rows->are_entries ? hits[i] : rows->code_of_entry[hits[i]];

		if (code != UINT32_MAX)
			rows->shown[rows->count++] = code;
	}
	if ((rows->order != MEMBER_BY_RANK || rows->descending) && rows->count > 1)
		qsort(rows->shown, rows->count, sizeof(uint32_t), compare_positions);
	return true;
}

/* On failure the old record stays on the screen. */
static bool
read_changed(struct member_rows *rows, struct session *session, const char *code, struct err *err)
{
	for (size_t i = 0; i < rows->page.count; i++) {
		struct member *member = row_at(&rows->page, i), now = { 0 };

		if (strcmp(member->code, code) != 0)
			continue;
		if (!member_get(session, code, &now, err))
			return false;
		record_done(&member_type, member);
		*member = now;
	}
	return true;
}

bool
member_rows_find(struct member_rows *rows, struct session *session, const char *typed,
    enum member_order order, bool descending, size_t first_page, struct err *err)
{
	struct find_words words;
	char changed[MEMBER_CODE];
	bool stale;

	memcpy(changed, rows->changed, sizeof changed);
	rows->changed[0] = '\0';
	find_words_read(&words, typed);
	stale = (rows->codes.code == NULL && !rows->are_entries) || rows->order != order ||
	    rows->descending != descending || !find_words_same_filter(&rows->words, &words) ||
	    (!rows->whole && words.text[0] != '\0');
	if (words.text[0] != '\0')
		first_page = 0;
	bool same = !stale && rows->words.text != NULL && strcmp(rows->words.text, words.text) == 0;
	find_words_done(&rows->words);
	rows->words = words;
	rows->order = order;
	rows->descending = descending;
	if (same && changed[0] != '\0')
		return read_changed(rows, session, changed, err);
	return (!stale || read_codes(rows, session, first_page, err)) && match(rows, session, err);
}

bool
member_rows_complete(struct member_rows *rows, struct session *session, struct err *err)
{
	if (rows->whole)
		return true;
	return read_codes(rows, session, 0, err) && match(rows, session, err);
}

static size_t
position(const struct member_rows *rows, size_t row)
{
	return rows->shown != NULL ? rows->shown[row] : row;
}

const char *
member_rows_code(const struct member_rows *rows, size_t row)
{
	size_t at = position(rows, row);

	return rows->are_entries ? search_index_key(rows->index, at) : rows->codes.code[at];
}

size_t
member_rows_position(const struct member_rows *rows, const char *code)
{
	for (size_t row = 0; row < rows->count; row++)
		if (strcmp(member_rows_code(rows, row), code) == 0)
			return row;
	return SIZE_MAX;
}

static bool
holds(const struct member_rows *rows, size_t first, size_t count)
{
	return first >= rows->page_first &&
	    first + count <= rows->page_first + rows->page.count;
}

/* A row of the page is a record and what the government holds. */
static bool
read_row(struct member_rows *rows, struct session *session, size_t row, struct err *err)
{
	const char *code = member_rows_code(rows, row);
	struct buf offices = { 0 };
	bool ok = member_get(session, code, row_add(&rows->page, &member_type), err) &&
	    roster_offices(session, code, &offices, err);

	rows->offices[rows->page.count - 1] = buf_take(&offices);
	return ok;
}

bool
member_rows_need(struct member_rows *rows, struct session *session, size_t first, size_t count,
    struct err *err)
{
	if (first + count > rows->count)
		count = first < rows->count ? rows->count - first : 0;
	if (holds(rows, first, count))
		return true;
	struct row_list before = rows->page;
	char **offices = rows->offices;
	size_t first_before = rows->page_first;
	bool ok = true;

	rows->page = (struct row_list){ 0 };
	rows->offices = mem_alloc((count + 1) * sizeof *rows->offices);
	rows->page_first = first;
	for (size_t row = first; ok && row < first + count; row++)
		ok = read_row(rows, session, row, err);
	/* On failure the old ones stay on the screen. */
	struct member_rows other = { .page = ok ? before : rows->page,
		.offices = ok ? offices : rows->offices };
	forget_page(&other);
	if (!ok) {
		rows->page = before;
		rows->offices = offices;
		rows->page_first = first_before;
	}
	return ok;
}

const struct member *
member_rows_at(const struct member_rows *rows, size_t row)
{
	return holds(rows, row, 1) ? row_at(&rows->page, row - rows->page_first) : NULL;
}

const char *
member_rows_offices(const struct member_rows *rows, size_t row)
{
	return holds(rows, row, 1) ? rows->offices[row - rows->page_first] : "";
}
