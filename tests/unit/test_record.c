/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/record.h"

struct sample {
	char *body;
	char *code;
	char *name;
	char *notes;
	char *status;
	char *since;
	char *until;
	char *starts, *ends;
	int64_t rank;
	int64_t checked;
};

static const struct choice statuses[] = { { "member", "member" }, { "observer", "observer" }, { 0 } };

static bool
has_no_x(const char *value, struct err *err)
{
	return strchr(value, 'x') == NULL || err_set(err, ERR_INPUT, "No x, please.");
}

static bool
ends_after_it_begins(void *record, struct err *err)
{
	const struct sample *sample = record;

	return sample->until == NULL || strcmp(sample->since, sample->until) < 0 ||
	    err_set(err, ERR_RULE, "It ends before it begins.");
}

enum { BODY, CODE, NAME, NOTES, STATUS, SINCE, UNTIL, STARTS, ENDS, RANK, CHECKED };

static const struct field fields[] = {
	[BODY] = { RECORD_FIELD(sample, body), .label = "Body", .kind = FIELD_CODE,
		.flags = FIELD_KEY | FIELD_REQUIRED },
	[CODE] = { RECORD_FIELD(sample, code), .label = "Code", .kind = FIELD_CODE,
		.flags = FIELD_KEY | FIELD_REQUIRED | FIELD_UPPER },
	[NAME] = { RECORD_FIELD(sample, name), .label = "Name", .kind = FIELD_TEXT, .most = 9,
		.check = has_no_x },
	[NOTES] = { RECORD_FIELD(sample, notes), .label = "Notes", .kind = FIELD_LONG },
	[STATUS] = { RECORD_FIELD(sample, status), .label = "Status", .kind = FIELD_CODE,
		.choices = statuses },
	[SINCE] = { RECORD_FIELD(sample, since), .label = "Since", .kind = FIELD_DAY },
	[UNTIL] = { RECORD_FIELD(sample, until), .label = "Until", .kind = FIELD_DAY,
		.flags = FIELD_NULLABLE },
	[STARTS] = { RECORD_FIELD(sample, starts), .label = "Starts", .kind = FIELD_TIME },
	[ENDS] = { RECORD_FIELD(sample, ends), .label = "Ends", .kind = FIELD_TIME,
		.after = offsetof(struct sample, starts) },
	[RANK] = { RECORD_FIELD(sample, rank), .label = "Rank", .kind = FIELD_NUMBER },
	[CHECKED] = { RECORD_FIELD(sample, checked), .label = "Checked", .kind = FIELD_FLAG },
	{ 0 }
};

static const struct record_type sample_type = {
	.key = "sample", .label = "Sample", .plural = "Samples", .size = sizeof(struct sample),
	.fields = fields, .check = ends_after_it_begins,
};

static void
what_is_read_is_formatted_back(void **state)
{
	static const struct { int field; const char *text, *expected; } table[] = {
		{ CODE, "kr-47", "KR-47" },
		{ NAME, "  富山県 \t", "富山県" },
		{ NAME, "e\xCC\x81", "\xC3\xA9" },		/* NFC */
		{ NAME, "", "" },
		{ NOTES, "two\nlines\n", "two\nlines" },
		{ STATUS, "observer", "observer" },
		{ STATUS, "", "" },
		{ SINCE, "2010-10", "2010-10" },
		{ STARTS, "930", "09:30" },
		{ ENDS, " 24:00", "24:00" },
		{ ENDS, "", "" },
		{ RANK, "-12", "-12" },
		{ RANK, "", "0" },
		{ CHECKED, "1", "1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct sample sample = { 0 };
		struct buf text = { 0 };
		struct err err = { 0 };

		if (!record_read(&fields[table[i].field], &sample, table[i].text, &err))
			fail_msg("%s: %s", table[i].text, err.text);
		record_format(&fields[table[i].field], &sample, &text);
		assert_string_equal(buf_text(&text), table[i].expected);
		buf_done(&text);
		record_done(&sample_type, &sample);
	}
}

static void
refused_text_leaves_the_field_and_names_it(void **state)
{
	static const struct { int field; const char *before, *text; } table[] = {
		{ CODE, "KR-47", "  " },
		{ NAME, "old", "0123456789" },
		{ NAME, "old", "two\nlines" },
		{ NAME, "old", "fax" },
		{ NAME, "old", "a\033[31m" },
		{ STATUS, "member", "friend" },
		{ SINCE, "2010", "2010-02-30" },
		{ STARTS, "09:30", "25" },
		{ ENDS, "17:00", "+90" },
		{ RANK, "7", "7a" },
		{ RANK, "7", "99999999999999999999" },
		{ CHECKED, "1", "2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		const struct field *field = &fields[table[i].field];
		struct sample sample = { 0 };
		struct buf text = { 0 };
		struct err err = { 0 };

		record_put(field, &sample, table[i].before);
		assert_false(record_read(field, &sample, table[i].text, &err));
		assert_int_equal(err.code, ERR_INPUT);
		assert_string_equal(err.field, field->key);
		record_format(field, &sample, &text);
		assert_string_equal(buf_text(&text), table[i].before);
		buf_done(&text);
		record_done(&sample_type, &sample);
	}
}

static void
empty_text_is_null_only_where_that_is_allowed(void **state)
{
	struct sample sample = { 0 };

	(void)state;
	assert_true(record_read(&fields[SINCE], &sample, "", NULL));
	assert_true(record_read(&fields[UNTIL], &sample, "2010", NULL));
	assert_true(record_read(&fields[UNTIL], &sample, "", NULL));
	assert_string_equal(sample.since, "");
	assert_null(sample.until);
	record_put(&fields[SINCE], &sample, NULL);
	assert_string_equal(sample.since, "");
	assert_true(record_same(&fields[UNTIL], &sample, &(struct sample){ 0 }));
	record_done(&sample_type, &sample);
}

static void
time_may_count_from_the_one_before(void **state)
{
	struct sample sample = { 0 };
	struct err err = { 0 };

	(void)state;
	assert_true(record_read(&fields[STARTS], &sample, "1330", &err));
	assert_true(record_read(&fields[ENDS], &sample, "+90", &err));
	assert_string_equal(sample.ends, "15:00");
	assert_false(record_read(&fields[ENDS], &sample, "+631", &err));
	assert_string_equal(sample.ends, "15:00");
	assert_string_equal(err.field, "ends");
	record_put(&fields[ENDS], &sample, "9:30");
	assert_false(record_check(&sample_type, &sample, &err));
	record_done(&sample_type, &sample);
}

static void
stored_text_is_put_back_unchecked(void **state)
{
	struct sample sample = { 0 };

	(void)state;
	record_put(&fields[STATUS], &sample, "friend");
	assert_string_equal(sample.status, "friend");
	record_done(&sample_type, &sample);
	assert_null(sample.status);
}

static void
screen_shows_labels_and_files_show_words(void **state)
{
	struct sample sample = { 0 };
	struct buf text = { 0 };

	(void)state;
	record_put(&fields[CHECKED], &sample, "1");
	record_format(&fields[CHECKED], &sample, &text);
	buf_add_char(&text, ' ');
	record_show(&fields[CHECKED], &sample, &text);
	buf_add_char(&text, ' ');
	record_show(&fields[STATUS], &sample, &text);
	assert_string_equal(buf_text(&text), "1 yes ");
	buf_done(&text);
}

static void
copy_is_the_records_own(void **state)
{
	struct sample sample = { 0 }, copy = { 0 };

	(void)state;
	record_put(&fields[NAME], &sample, "same");
	record_put(&fields[RANK], &sample, "7");
	record_copy(&sample_type, &copy, &sample);
	for (const struct field *field = fields; field->key != NULL; field++)
		assert_true(record_same(field, &sample, &copy));
	assert_ptr_not_equal(sample.name, copy.name);
	record_put(&fields[NAME], &copy, "other");
	assert_false(record_same(&fields[NAME], &sample, &copy));
	record_done(&sample_type, &sample);
	record_done(&sample_type, &copy);
}

static void
whole_record_is_checked_field_by_field_then_as_one(void **state)
{
	struct sample sample = { 0 };
	struct err err = { 0 };

	(void)state;
	record_put(&fields[BODY], &sample, "ENV");
	assert_false(record_check(&sample_type, &sample, &err));
	assert_string_equal(err.field, "code");
	record_put(&fields[CODE], &sample, "A");
	record_put(&fields[SINCE], &sample, "2010-10-28");
	record_put(&fields[UNTIL], &sample, "2010-10-28");
	assert_false(record_check(&sample_type, &sample, &err));
	assert_int_equal(err.code, ERR_RULE);
	record_put(&fields[UNTIL], &sample, NULL);
	assert_true(record_check(&sample_type, &sample, &err));
	record_done(&sample_type, &sample);
}

static void
key_joins_its_parts(void **state)
{
	struct sample sample = { 0 };
	struct buf key = { 0 };

	(void)state;
	record_put(&fields[BODY], &sample, "ENV");
	record_put(&fields[CODE], &sample, "KR-47");
	record_key(&sample_type, &sample, &key);
	assert_string_equal(buf_text(&key), "ENV/KR-47");
	assert_int_equal(record_field_count(&sample_type), 11);
	assert_ptr_equal(record_find_field(&sample_type, "until"), &fields[UNTIL]);
	assert_null(record_find_field(&sample_type, "Until"));
	buf_done(&key);
	record_done(&sample_type, &sample);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_read_is_formatted_back),
		cmocka_unit_test(refused_text_leaves_the_field_and_names_it),
		cmocka_unit_test(empty_text_is_null_only_where_that_is_allowed),
		cmocka_unit_test(time_may_count_from_the_one_before),
		cmocka_unit_test(stored_text_is_put_back_unchecked),
		cmocka_unit_test(screen_shows_labels_and_files_show_words),
		cmocka_unit_test(copy_is_the_records_own),
		cmocka_unit_test(whole_record_is_checked_field_by_field_then_as_one),
		cmocka_unit_test(key_joins_its_parts),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
