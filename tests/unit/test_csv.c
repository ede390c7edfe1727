/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "exchange/csv.h"
#include "rounds.h"

/*
 * Bytes in; cells out, each in brackets, rows parted by '/'. What could not be
 * read ends in "!" and the line that the sentence names.
 */
static void
reads(const char *bytes, size_t length, const char *expected)
{
	struct csv_reader *reader = csv_reader_new(bytes, length);
	struct csv_row row;
	struct err err = { 0 };
	struct buf seen = { 0 };

	while (csv_next(reader, &row, &err)) {
		buf_add(&seen, seen.length > 0 ? "/" : "");
		for (size_t i = 0; i < row.count; i++)
			buf_addf(&seen, "[%s]", row.cell[i]);
	}
	if (err.code != ERR_NONE)
		buf_addf(&seen, "!%.6s", err.text);
	assert_string_equal(buf_text(&seen), expected);
	buf_done(&seen);
	csv_reader_free(reader);
}

static void
rows_are_read_as_rfc_4180_has_them(void **state)
{
	static const struct { const char *bytes, *expected; } table[] = {
		{ "", "" },
		{ "a", "[a]" },
		{ "a,b\r\nc,d\r\n", "[a][b]/[c][d]" },
		{ "a,b\nc,d", "[a][b]/[c][d]" },
		{ "a,b\rc,d\r", "[a][b]/[c][d]" },
		{ "a,,b\n,\n", "[a][][b]/[][]" },
		{ "a,", "[a][]" },
		{ "\"a,b\",c\n", "[a,b][c]" },
		{ "\"say \"\"so\"\"\",x\n", "[say \"so\"][x]" },
		{ "\"\",x\n\"\"\n", "[][x]/[]" },
		{ "\"two\r\nlines\",x\n", "[two\nlines][x]" },
		{ "5\" pipe,x\n", "[5\" pipe][x]" },
		{ " a , b \n", "[ a ][ b ]" },
		{ "\n\na\n\r\n\nb\n\n", "[a]/[b]" },
		{ "富山県,도야마현\n", "[富山県][도야마현]" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		reads(table[i].bytes, strlen(table[i].bytes), table[i].expected);
}

static void
separator_is_that_of_the_first_row(void **state)
{
	static const struct { const char *bytes, *expected; } table[] = {
		{ "a;b\n1,5;2\n", "[a][b]/[1,5][2]" },
		{ "a\tb\n1;2\t3,4\n", "[a][b]/[1;2][3,4]" },
		{ "a,b;c\n1;2,3\n", "[a][b;c]/[1;2][3]" },
		{ "\"a;b\",c\n", "[a;b][c]" },
		{ "a\n1,2\n", "[a]/[1][2]" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		reads(table[i].bytes, strlen(table[i].bytes), table[i].expected);
}

#define BYTES(literal)	literal, sizeof(literal) - 1

static void
byte_order_mark_tells_the_encoding(void **state)
{
	(void)state;
	reads(BYTES("\xEF\xBB\xBF" "a,b\n"), "[a][b]");
	reads(BYTES("\xFF\xFE" "a\0\t\0\x71\x67\n\0"), "[a][東]");
	reads(BYTES("\xFE\xFF" "\0a\0,\x67\x71\0\r\0\n\0b"), "[a][東]/[b]");
	reads(BYTES("\xFF\xFE" "\x40\xD8\x0B\xDC"), "[𠀋]");
	reads(BYTES("\xFF\xFE"), "");
}

static void
refusal_names_the_line(void **state)
{
	(void)state;
	reads(BYTES("a,b\n\"c,d\ne,f\n"), "[a][b]!Line 2");
	reads(BYTES("a\n\"two\nlines\"\n\"b\"c\n"), "[a]/[two\nlines]!Line 4");
	reads(BYTES("a\n\n\nb\xFF\nc\n"), "[a]!Line 4");
	reads(BYTES("a\r\nb\0c\r\n"), "[a]!Line 2");
	reads(BYTES("\xB0\xE6\xBB\xF3\n"), "!Line 1");		/* CP949 */
	reads(BYTES("a\0,\0b\0\n\0"), "!Line 1");		/* UTF-16 without its mark */
	reads(BYTES("\xFF\xFE" "a\0\n\0\x00\xD8"), "[a]!Line 2");	/* half a pair */
	reads(BYTES("\xFF\xFE" "a\0\n\0b"), "[a]!Line 2");		/* half a unit */
}

static void
row_knows_its_line_and_how_far_the_file_is_read(void **state)
{
	static const char bytes[] = "head\r\n\r\n\"two\r\nlines\"\r\nlast";
	struct csv_reader *reader = csv_reader_new(BYTES(bytes));
	struct csv_row row;

	(void)state;
	assert_true(csv_next(reader, &row, NULL));
	assert_int_equal(row.line, 1);
	assert_int_equal(row.end, 6);
	assert_true(csv_next(reader, &row, NULL));
	assert_int_equal(row.line, 3);
	assert_true(csv_next(reader, &row, NULL));
	assert_int_equal(row.line, 5);
	assert_int_equal(row.end, sizeof bytes - 1);
	assert_false(csv_next(reader, &row, NULL));
	csv_reader_free(reader);
}

static void
only_what_needs_quotes_has_them(void **state)
{
	static const struct { const char *text, *expected; bool follows; } table[] = {
		{ "富山県", "富山県", false },
		{ "a b", "a b", false },
		{ "=1+1", "=1+1", false },
		{ "", "\"\"", false },
		{ "", ",", true },
		{ "a,b", ",\"a,b\"", true },
		{ "a;b", "\"a;b\"", false },
		{ "say \"so\"", "\"say \"\"so\"\"\"", false },
		{ "two\nlines", "\"two\nlines\"", false },
		{ " a", "\" a\"", false },
		{ "a ", "\"a \"", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct buf out = { 0 };

		csv_add_cell(&out, table[i].text, table[i].follows);
		assert_string_equal(buf_text(&out), table[i].expected);
		buf_done(&out);
	}
}

static void
formula_is_guarded_and_telephone_is_not(void **state)
{
	static const struct { const char *text, *expected; } table[] = {
		{ "=HYPERLINK(1)", "'=HYPERLINK(1)" },
		{ "-5", "'-5" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0" },
		{ "+82 54-880 (0000)", "+82 54-880 (0000)" },
		{ "+", "'+" },
		{ "'=1", "''=1" },
		{ "'+82 54", "''+82 54" },
		{ "'quoted'", "'quoted'" },
		{ "a=b", "a=b" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct buf out = { 0 };

		csv_export_cell(&out, table[i].text, false);
		assert_string_equal(buf_text(&out), table[i].expected);
		buf_done(&out);
	}
}

static void
export_begins_with_its_mark_and_ends_rows_with_crlf(void **state)
{
	struct buf out = { 0 };

	(void)state;
	csv_export_begin(&out);
	csv_export_cell(&out, "a", false);
	csv_export_cell(&out, "b", true);
	csv_export_end_row(&out);
	assert_string_equal(buf_text(&out), "\xEF\xBB\xBF" "a,b\r\n");
	buf_done(&out);
}

enum { ROUNDS = 400, MOST_ROWS = 6, MOST_CELLS = 5, MOST_PIECES = 6 };

/* Texts of the pieces that hurt, as the store may hold them. */
static void
random_text(struct buf *text)
{
	static const char *const pieces[] = {
		"'", "=", "+", "-", "@", "\"", ",", ";", "\t", "\n", " ", "(", "7", "82",
		"a", "sep=", "я", "山", "산", "𠀋", "\xEF\xBF\xBD", "\\", "\x01",
	};

	buf_clear(text);
	for (int n = rand() % MOST_PIECES; n > 0; n--)
		buf_add(text, pieces[(size_t)rand() % (sizeof pieces / sizeof pieces[0])]);
}

static char *cells[MOST_ROWS][MOST_CELLS];
static int counts[MOST_ROWS];

static void
write_random_table(struct buf *file, bool export, int rows)
{
	struct buf text = { 0 };

	for (int r = 0; r < rows; r++) {
		counts[r] = 1 + rand() % MOST_CELLS;
		for (int c = 0; c < counts[r]; c++) {
			random_text(&text);
			/* The one text that exact cannot carry: csv.h. */
			while (!export && buf_text(&text)[0] == '\'')
				random_text(&text);
			cells[r][c] = strdup(buf_text(&text));
			(export ? csv_export_cell : csv_add_cell)(file, buf_text(&text), c > 0);
		}
		(export ? csv_export_end_row : csv_end_row)(file);
	}
	buf_done(&text);
}

static void
read_it_back(const struct buf *file, int rows)
{
	struct csv_reader *reader = csv_reader_new(buf_text(file), file->length);
	struct csv_row row;
	struct err err = { 0 };

	for (int r = 0; r < rows; r++) {
		if (!csv_next(reader, &row, &err))
			fail_msg("row %d of:\n%s\n%s", r + 1, buf_text(file), err.text);
		assert_int_equal(row.count, counts[r]);
		for (int c = 0; c < counts[r]; c++) {
			assert_string_equal(row.cell[c], cells[r][c]);
			free(cells[r][c]);
		}
	}
	assert_false(csv_next(reader, &row, &err));
	assert_int_equal(err.code, ERR_NONE);
	csv_reader_free(reader);
}

static void
what_is_written_is_read_back(void **state)
{
	(void)state;
	for (unsigned round = 0; round < rounds_count(ROUNDS); round++) {
		bool export = round % 2 == 0;
		int rows = 1 + rand() % MOST_ROWS;
		struct buf file = { 0 };

		if (export)
			csv_export_begin(&file);
		write_random_table(&file, export, rows);
		read_it_back(&file, rows);
		buf_done(&file);
	}
}

/* Any bytes are read or refused: sanitizers watch, and the end is reached. */
static void
no_bytes_break_the_reader(void **state)
{
	static const char nasty[] = "\",;\t\r\n'=\0\xFF\xFE\xC3\xE5" "ab";

	(void)state;
	for (unsigned round = 0; round < rounds_count(ROUNDS); round++) {
		size_t length = (size_t)rand() % 40, rows = 0;
		char *bytes = malloc(length + 1);
		struct csv_row row = { 0 };

		for (size_t i = 0; i < length; i++)
			bytes[i] = nasty[(size_t)rand() % (sizeof nasty - 1)];
		if (length > 2 && round % 4 == 0)
			memcpy(bytes, round % 8 == 0 ? "\xFF\xFE" : "\xFE\xFF", 2);
		struct csv_reader *reader = csv_reader_new(bytes, length);

		free(bytes);
		while (csv_next(reader, &row, NULL)) {
			assert_true(row.end <= length);
			assert_true(++rows <= length);
		}
		csv_reader_free(reader);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_read_as_rfc_4180_has_them),
		cmocka_unit_test(separator_is_that_of_the_first_row),
		cmocka_unit_test(byte_order_mark_tells_the_encoding),
		cmocka_unit_test(refusal_names_the_line),
		cmocka_unit_test(row_knows_its_line_and_how_far_the_file_is_read),
		cmocka_unit_test(only_what_needs_quotes_has_them),
		cmocka_unit_test(formula_is_guarded_and_telephone_is_not),
		cmocka_unit_test(export_begins_with_its_mark_and_ends_rows_with_crlf),
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(no_bytes_break_the_reader),
	};

	srand(rounds_seed());
	return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
