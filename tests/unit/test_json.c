/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include "base/buf.h"
#include "base/record.h"
#include "exchange/json.h"

static void
text_is_escaped_and_always_utf8(void **state)
{
	static const struct { const char *text, *expected; } table[] = {
		{ NULL, "null" },
		{ "", "\"\"" },
		{ "富山県", "\"富山県\"" },
		{ "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
		{ "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
		{ "\x01\x1F", "\"\\u0001\\u001f\"" },
		{ "a\xFF" "b", "\"a\xEF\xBF\xBD" "b\"" },
		{ "\xE5\xAF", "\"\xEF\xBF\xBD\"" },
		{ "𠀋", "\"𠀋\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct buf out = { 0 };
		struct json json = { .out = &out };

		json_add_text(&json, NULL, table[i].text);
		assert_string_equal(buf_text(&out), table[i].expected);
		buf_done(&out);
	}
}

static void
commas_stand_between_values_only(void **state)
{
	struct buf out = { 0 };
	struct json json = { .out = &out };

	(void)state;
	json_begin_object(&json, NULL);
	json_begin_array(&json, "none");
	json_end_array(&json);
	json_begin_array(&json, "many");
	json_add_number(&json, NULL, INT64_MIN);
	json_add_number(&json, NULL, 0);
	json_begin_object(&json, NULL);
	json_add_flag(&json, "paid", true);
	json_end_object(&json);
	json_add_flag(&json, NULL, false);
	json_end_array(&json);
	json_add_text(&json, "last", "x");
	json_end_object(&json);
	assert_string_equal(buf_text(&out), "{\"none\":[],\"many\":"
	    "[-9223372036854775808,0,{\"paid\":true},false],\"last\":\"x\"}");
	buf_done(&out);
}

struct sample {
	char *code;
	char *until;
	int64_t rank;
	int64_t checked;
	int64_t open;
	char *currency;
};

static const struct field sample_fields[] = {
	{ RECORD_FIELD(sample, code), .kind = FIELD_CODE, .flags = FIELD_KEY },
	{ RECORD_FIELD(sample, until), .kind = FIELD_DAY, .flags = FIELD_NULLABLE },
	{ RECORD_FIELD(sample, rank), .kind = FIELD_NUMBER },
	{ RECORD_FIELD(sample, checked), .kind = FIELD_FLAG },
	{ RECORD_FIELD(sample, open), .kind = FIELD_MONEY, .currency = offsetof(struct sample, currency) },
	{ 0 }
};

static void
rows_stand_one_a_line_with_typed_values(void **state)
{
	const struct field *fields[] = { &sample_fields[0], &sample_fields[1], &sample_fields[2],
	    &sample_fields[3], &sample_fields[4] };
	char code[] = "KR-47", until[] = "2010-10", empty[] = "", usd[] = "USD", krw[] = "KRW";
	struct sample first = { code, NULL, 7, 1, 123450, usd }, second = { empty, until, -1, 0, -900, krw };
	struct buf out = { 0 };

	(void)state;
	json_rows_begin(&out);
	json_add_row(&out, fields, 5, &first, false);
	json_add_row(&out, fields, 5, &second, true);
	json_rows_end(&out);
	assert_string_equal(buf_text(&out), "[\n"
	    "{\"code\":\"KR-47\",\"until\":null,\"rank\":7,\"checked\":true,\"open\":\"1234.50\"},\n"
	    "{\"code\":\"\",\"until\":\"2010-10\",\"rank\":-1,\"checked\":false,\"open\":\"-900\"}\n"
	    "]\n");
	buf_done(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_escaped_and_always_utf8),
		cmocka_unit_test(commas_stand_between_values_only),
		cmocka_unit_test(rows_stand_one_a_line_with_typed_values),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
