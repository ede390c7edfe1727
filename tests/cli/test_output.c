/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists as a person at a terminal sees them: what is cut, and what never is. */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/mem.h"
#include "cli/output.h"
#include "domain/arrears.h"
#include "domain/row.h"

enum { MOST = 4096 };

static void
add(struct row_list *list, const char *government, const char *name, int64_t open)
{
	struct ageing_line *line = row_add(list, &ageing_line_type);

	*line = (struct ageing_line){ .government = mem_strdup(government), .name = mem_strdup(name),
		.currency = mem_strdup("USD"), .older = open, .total = open };
}

/* What is printed of two governments in a terminal of that width. */
static void
print(int width, char text[MOST])
{
	struct row_list list = { .type = &ageing_line_type };
	FILE *file = tmpfile();
	struct err err = { 0 };

	assert_non_null(file);
	struct output output = { .form = OUTPUT_COLUMNS, .to = fileno(file), .width = width };
	add(&list, "CN-HL", "Heilongjiang Province", 123456789);
	add(&list, "KR-47", "North Gyeongsang Province", -5);
	assert_true(output_rows(&output, &list, &err));
	assert_true(output_finish(&output, &err));
	rewind(file);
	text[fread(text, 1, MOST - 1, file)] = '\0';
	fclose(file);
	row_list_done(&list);
}

static void
a_narrow_list_has_short_heads_and_cuts_names_but_no_sum_and_no_key(void **state)
{
	char text[MOST];

	(void)state;
	print(80, text);
	assert_non_null(strstr(text, "Code  Name "));
	assert_non_null(strstr(text, " Cur Not due 90 days 1 year 2 years "));
	assert_non_null(strstr(text, "\nCN-HL Heilongjiang~ USD "));
	assert_non_null(strstr(text, " 1,234,567.89 1,234,567.89\n"));
	print(100, text);
	assert_non_null(strstr(text, "Code   Name "));
	assert_non_null(strstr(text, "\nCN-HL  Heilongjiang Prov"));
	print(20, text);
	assert_non_null(strstr(text, "\nKR-47 "));
	assert_non_null(strstr(text, " 1,234,567.89 1,234,567.89\n"));
}

static void
sums_stand_with_their_digits_below_each_other(void **state)
{
	char text[MOST];

	(void)state;
	print(200, text);
	assert_non_null(strstr(text, "  To 90 days  To 1 year  "));
	assert_non_null(strstr(text, "North Gyeongsang Province  USD"));
	assert_non_null(strstr(text, "         -0.05         -0.05\n"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_narrow_list_has_short_heads_and_cuts_names_but_no_sum_and_no_key),
		cmocka_unit_test(sums_stand_with_their_digits_below_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
