/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The data set of NEAR as it is shipped: complete, clean, and found and sorted
 * as its people expect. The order of names was made with ICU 72.
 */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/fold.h"
#include "exchange/csv.h"

enum { ROWS_MOST = 200, CELLS_MOST = 24, LANGUAGES = 6, GOVERNMENTS = 75 };
#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const char *const name_columns[LANGUAGES] = {
	"name_en", "name_zh", "name_ja", "name_ko", "name_ru", "name_mn",
};

/* A file with its head in row 0. */
struct table {
	struct buf bytes;
	char *cell[ROWS_MOST][CELLS_MOST];
	size_t cells[ROWS_MOST], rows;
};

static struct table members, countries, names, aliases, rules, order;

static void
read_bytes(const char *folder, const char *file, struct buf *bytes)
{
	const char *sources = getenv("SOURCES");
	struct buf path = { 0 };
	char block[4096];
	size_t length;

	buf_addf(&path, "%s/%s/%s", sources != NULL ? sources : "..", folder, file);
	FILE *stream = fopen(buf_text(&path), "rb");
	if (stream == NULL)
		fail_msg("%s cannot be read", buf_text(&path));
	while ((length = fread(block, 1, sizeof block, stream)) > 0)
		buf_add_bytes(bytes, block, length);
	fclose(stream);
	buf_done(&path);
}

static void
load(struct table *table, const char *folder, const char *file)
{
	struct csv_row row;

	read_bytes(folder, file, &table->bytes);
	struct csv_reader *reader = csv_reader_new(table->bytes.bytes, table->bytes.length);
	while (csv_next(reader, &row, NULL)) {
		assert_in_range(row.count, 1, CELLS_MOST);
		assert_true(table->rows < ROWS_MOST);
		for (size_t i = 0; i < row.count; i++)
			table->cell[table->rows][i] = mem_strdup(row.cell[i]);
		table->cells[table->rows++] = row.count;
	}
	csv_reader_free(reader);
}

static void
unload(struct table *table)
{
	for (size_t row = 0; row < table->rows; row++)
		for (size_t i = 0; i < table->cells[row]; i++)
			free(table->cell[row][i]);
	buf_done(&table->bytes);
}

static const struct {
	struct table *table;
	const char *folder, *file;
} files[] = {
	{ &members, "share/near", "members.csv" },
	{ &countries, "share/near", "countries.csv" },
	{ &names, "share/near", "names.csv" },
	{ &aliases, "share/near", "aliases.csv" },
	{ &rules, "share/near", "rules.csv" },
	{ &order, "tests/data", "near-order.csv" },
};

static int
load_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++)
		load(files[i].table, files[i].folder, files[i].file);
	return 0;
}

static int
unload_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++)
		unload(files[i].table);
	return 0;
}

static const char *
cell(const struct table *table, size_t row, const char *column)
{
	for (size_t i = 0; i < table->cells[0]; i++)
		if (strcmp(table->cell[0][i], column) == 0)
			return table->cell[row][i];
	fail_msg("there is no column %s", column);
	return NULL;
}

/* The row of a key in the first column; 0 when there is none. */
static size_t
find_row(const struct table *table, const char *key)
{
	for (size_t row = 1; row < table->rows; row++)
		if (strcmp(table->cell[row][0], key) == 0)
			return row;
	return 0;
}

/* How many rows have these values; a column of NULL is not asked. */
static size_t
count_rows(const struct table *table, const char *column, const char *value,
    const char *and_column, const char *and_value)
{
	size_t count = 0;

	for (size_t row = 1; row < table->rows; row++)
		count += strcmp(cell(table, row, column), value) == 0 && (and_column == NULL ||
		    strcmp(cell(table, row, and_column), and_value) == 0);
	return count;
}

static void
files_are_plain_utf8(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		const struct buf *bytes = &files[i].table->bytes;

		assert_true(bytes->length > 3);
		assert_memory_not_equal(bytes->bytes, "\xef\xbb\xbf", 3);
		assert_null(memchr(bytes->bytes, '\r', bytes->length));
		assert_int_equal(bytes->bytes[bytes->length - 1], '\n');
	}
}

static void
every_cell_may_be_stored(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		const struct table *table = files[i].table;

		for (size_t row = 0; row < table->rows; row++) {
			assert_int_equal(table->cells[row], table->cells[0]);
			for (size_t n = 0; n < table->cells[row]; n++) {
				const char *text = table->cell[row][n], *why = NULL;

				if (!text_is_storable(text, strlen(text), false, &why))
					fail_msg("%s, row %zu: %s", files[i].file, row, why);
			}
		}
	}
}

static void
seventy_members_and_five_observers(void **state)
{
	(void)state;
	assert_int_equal(members.rows - 1, GOVERNMENTS);
	assert_int_equal(count_rows(&members, "status", "member", NULL, NULL), 70);
	assert_int_equal(count_rows(&members, "status", "observer", NULL, NULL), 5);
}

static void
members_add_up_to_what_the_brochure_announces(void **state)
{
	(void)state;
	assert_int_equal(countries.rows - 1, 6);
	for (size_t row = 1; row < countries.rows; row++) {
		size_t here = count_rows(&members, "country", cell(&countries, row, "code"),
		    "status", "member");

		assert_int_equal(here, atoi(cell(&countries, row, "announced")));
	}
}

static void
gangwon_alone_is_inferred(void **state)
{
	size_t korea = 0;

	(void)state;
	for (size_t row = 1; row < members.rows; row++)
		korea += strcmp(cell(&members, row, "country"), "KR") == 0 &&
		    strcmp(cell(&members, row, "source"), "brochure") == 0;
	assert_int_equal(korea, 14);
	assert_int_equal(count_rows(&members, "source", "inferred", NULL, NULL), 1);
	assert_string_equal(cell(&members, find_row(&members, "KR-42"), "source"), "inferred");
}

static void
every_government_has_its_six_names_and_a_reading(void **state)
{
	(void)state;
	for (size_t row = 1; row < members.rows; row++) {
		for (size_t i = 0; i < LANGUAGES; i++)
			assert_string_not_equal(cell(&members, row, name_columns[i]), "");
		assert_string_not_equal(cell(&members, row, "reading"), "");
		assert_string_not_equal(cell(&members, row, "kind"), "");
		assert_int_equal(find_row(&members, members.cell[row][0]), row);
	}
}

static void
mongolian_names_to_be_read_are_24(void **state)
{
	(void)state;
	assert_int_equal(count_rows(&members, "unchecked", "mn", NULL, NULL), 24);
	assert_int_equal(count_rows(&members, "unchecked", "", NULL, NULL), GOVERNMENTS - 24);
}

static void
both_orders_of_countries_are_permutations(void **state)
{
	static const char *const columns[] = { "rank_web", "rank_charter" };
	char rank[2] = "1";

	(void)state;
	for (size_t i = 0; i < COUNT_OF(columns); i++)
		for (rank[0] = '1'; rank[0] <= '6'; rank[0]++)
			assert_int_equal(count_rows(&countries, columns[i], rank, NULL, NULL), 1);
}

static size_t
members_on(const char *day)
{
	size_t count = 0;

	for (size_t row = 1; row < members.rows; row++)
		count += strcmp(cell(&members, row, "status"), "member") == 0 &&
		    strcmp(cell(&members, row, "since"), day) <= 0;
	return count;
}

static void
kemerovo_makes_seventy(void **state)
{
	(void)state;
	assert_int_equal(members_on("2010-09-30"), 69);
	assert_int_equal(members_on("2010-11-01"), 70);
	assert_int_equal(count_rows(&members, "since", "", NULL, NULL), 9);
}

static void
a_member_without_a_decision_says_so(void **state)
{
	(void)state;
	for (size_t row = 1; row < members.rows; row++)
		if (cell(&members, row, "decision")[0] == '\0')
			assert_non_null(strstr(cell(&members, row, "note"), "not known"));
}

static void
earlier_names_end_where_the_present_ones_begin(void **state)
{
	(void)state;
	for (size_t row = 1; row < names.rows; row++) {
		size_t member = find_row(&members, names.cell[row][0]);

		assert_int_not_equal(member, 0);
		assert_string_equal(cell(&names, row, "until"), cell(&members, member, "name_since"));
	}
	assert_int_equal(count_rows(&members, "name_since", "", NULL, NULL),
	    members.rows - names.rows);
}

static void
aliases_are_of_governments_and_once(void **state)
{
	(void)state;
	for (size_t row = 1; row < aliases.rows; row++) {
		assert_int_not_equal(find_row(&members, aliases.cell[row][0]), 0);
		for (size_t other = 1; other < row; other++)
			assert_false(strcmp(aliases.cell[row][0], aliases.cell[other][0]) == 0 &&
			    strcmp(aliases.cell[row][1], aliases.cell[other][1]) == 0 &&
			    strcmp(aliases.cell[row][2], aliases.cell[other][2]) == 0);
	}
}

static void
one_rule_holds_on_a_day(void **state)
{
	(void)state;
	for (size_t row = 2; row < rules.rows; row++) {
		assert_string_not_equal(cell(&rules, row, "value"), "");
		if (strcmp(rules.cell[row][0], rules.cell[row - 1][0]) == 0)
			assert_string_equal(cell(&rules, row - 1, "until"), cell(&rules, row, "since"));
	}
}

/* Finding. */

static void
add_names(const struct table *table, size_t row, struct buf *lines)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		fold_search_text(cell(table, row, name_columns[i]),
		    i == 2 ? cell(table, row, "reading") : NULL, lines);
}

static void
add_lines(size_t member, struct buf *lines)
{
	const char *code = members.cell[member][0];

	fold_search_code(code, lines);
	add_names(&members, member, lines);
	for (size_t row = 1; row < names.rows; row++)
		if (strcmp(names.cell[row][0], code) == 0)
			add_names(&names, row, lines);
	for (size_t row = 1; row < aliases.rows; row++)
		if (strcmp(aliases.cell[row][0], code) == 0)
			fold_search_text(cell(&aliases, row, "alias"), NULL, lines);
}

/* Codes of what is found, best first, then in order of protocol. */
static void
find(const char *typed, enum fold_rank least, struct buf *codes)
{
	struct fold_query query = { 0 };

	fold_query_init(&query, typed);
	for (int rank = FOLD_WHOLE; rank >= (int)least; rank--)
		for (size_t row = 1; row < members.rows; row++) {
			struct buf lines = { 0 };

			add_lines(row, &lines);
			if ((int)fold_query_match(&query, buf_text(&lines), lines.length) == rank)
				buf_addf(codes, "%s%s", codes->length > 0 ? " " : "",
				    members.cell[row][0]);
			buf_done(&lines);
		}
	fold_query_done(&query);
}

static void
every_script_finds_the_governments(void **state)
{
	static const struct { const char *typed; enum fold_rank least; const char *codes; } rows[] = {
		{ "qsbd", FOLD_INSIDE, "KR-47" },
		{ "qingshang", FOLD_INSIDE, "KR-47 KR-48" },
		{ "gyeongbuk", FOLD_INSIDE, "KR-47 KP-09" },	/* hamgyeongbukdo */
		{ "gyeongbuk", FOLD_WORD, "KR-47" },
		{ "경북", FOLD_WORD, "KR-47" },
		{ "경상부", FOLD_INSIDE, "KR-47" },
		{ "ㄱㅅㅂㄷ", FOLD_INSIDE, "KR-47" },
		{ "庆尚北道", FOLD_INSIDE, "KR-47" },
		{ "慶尚", FOLD_INSIDE, "KR-47 KR-48" },
		{ "north gyeongsang", FOLD_INSIDE, "KR-47" },
		{ "shanxi", FOLD_WORDS, "CN-SX" },
		{ "shanxi", FOLD_WORD, "CN-SX JP-06 CN-SN" },	/* 山形 is shanxing */
		{ "shaanxi", FOLD_INSIDE, "CN-SN" },
		{ "山西", FOLD_INSIDE, "CN-SX" },
		{ "陕西", FOLD_INSIDE, "CN-SN" },
		{ "산시", FOLD_INSIDE, "CN-SX CN-SN" },
		{ "хэнань", FOLD_INSIDE, "CN-HA" },
		{ "хабаровск", FOLD_INSIDE, "RU-KHA" },
		{ "とやま", FOLD_INSIDE, "JP-16" },
		{ "toyama", FOLD_INSIDE, "JP-16" },
		{ "富山", FOLD_INSIDE, "JP-16" },
		{ "トヤマ", FOLD_INSIDE, "JP-16" },
		{ "豫", FOLD_INSIDE, "CN-HA" },
		{ "堪察加", FOLD_INSIDE, "RU-KAM" },
		{ "камчатская область", FOLD_INSIDE, "RU-KAM" },
		{ "читинская", FOLD_INSIDE, "RU-ZAB" },
		{ "赤塔", FOLD_INSIDE, "RU-ZAB" },
		{ "өвөрхангай", FOLD_INSIDE, "MN-055" },
		{ "оворхангаи", FOLD_INSIDE, "MN-055" },
		{ "ovorkhangai", FOLD_INSIDE, "MN-055" },
		{ "bayan ulgii", FOLD_INSIDE, "MN-071" },
		{ "yakutia", FOLD_INSIDE, "RU-SA" },
		{ "kr47", FOLD_INSIDE, "KR-47" },
		{ "KR-47", FOLD_INSIDE, "KR-47" },
		{ "kyoto", FOLD_INSIDE, "JP-26" },
		{ "niigata", FOLD_INSIDE, "JP-15" },
		{ "xinxi", FOLD_INSIDE, "JP-15" },
		{ "nowhere", FOLD_INSIDE, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buf codes = { 0 };

		find(rows[i].typed, rows[i].least, &codes);
		if (strcmp(buf_text(&codes), rows[i].codes) != 0)
			fail_msg("\"%s\" finds \"%s\", not \"%s\"", rows[i].typed,
			    buf_text(&codes), rows[i].codes);
		buf_done(&codes);
	}
}

/* Sorting. */

static void
sort_key_of(const char *code, size_t language, struct buf *key)
{
	size_t row = find_row(&members, code);

	assert_int_not_equal(row, 0);
	fold_sort_key(cell(&members, row, name_columns[language]),
	    language == 2 ? cell(&members, row, "reading") : NULL, key);
}

static void
names_sort_as_icu_sorts_them(void **state)
{
	(void)state;
	assert_int_equal(order.rows - 1, GOVERNMENTS);
	for (size_t language = 0; language < LANGUAGES; language++)
		for (size_t row = 2; row < order.rows; row++) {
			const char *one = order.cell[row - 1][language], *next = order.cell[row][language];
			struct buf before = { 0 }, after = { 0 };

			sort_key_of(one, language, &before);
			sort_key_of(next, language, &after);
			size_t shorter = before.length < after.length ? before.length : after.length;
			if (memcmp(before.bytes, after.bytes, shorter) >= 0)
				fail_msg("%s: %s shall sort before %s", name_columns[language], one, next);
			buf_done(&before);
			buf_done(&after);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_plain_utf8),
		cmocka_unit_test(every_cell_may_be_stored),
		cmocka_unit_test(seventy_members_and_five_observers),
		cmocka_unit_test(members_add_up_to_what_the_brochure_announces),
		cmocka_unit_test(gangwon_alone_is_inferred),
		cmocka_unit_test(every_government_has_its_six_names_and_a_reading),
		cmocka_unit_test(mongolian_names_to_be_read_are_24),
		cmocka_unit_test(both_orders_of_countries_are_permutations),
		cmocka_unit_test(kemerovo_makes_seventy),
		cmocka_unit_test(a_member_without_a_decision_says_so),
		cmocka_unit_test(earlier_names_end_where_the_present_ones_begin),
		cmocka_unit_test(aliases_are_of_governments_and_once),
		cmocka_unit_test(one_rule_holds_on_a_day),
		cmocka_unit_test(every_script_finds_the_governments),
		cmocka_unit_test(names_sort_as_icu_sorts_them),
	};

	return cmocka_run_group_tests_name("near data", tests, load_all, unload_all);
}
