/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/record.h"
#include "base/text.h"
#include "rounds.h"
#include "ui/action.h"
#include "ui/form.h"
#include "unit/utf8.h"

/* A payment, as a clerk would enter one. */
struct payment {
	char *payer, *day, *currency, *reference, *kind;
	int64_t amount;
};

static const struct choice kinds[] = {
	{ "transfer", "Bank transfer" }, { "cash", "Cash" }, { "cheque", "Cheque" }, { 0 }
};

static const struct field fields[] = {
	{ RECORD_FIELD(payment, payer), .label = "Payer", .kind = FIELD_CODE, .flags = FIELD_REQUIRED, .refers = "government" },
	{ RECORD_FIELD(payment, day), .label = "Received", .kind = FIELD_DAY },
	{ RECORD_FIELD(payment, currency), .label = "Currency", .kind = FIELD_CODE, .flags = FIELD_FIXED },
	{ RECORD_FIELD(payment, kind), .label = "Kind", .kind = FIELD_CODE, .choices = kinds },
	{ RECORD_FIELD(payment, amount), .label = "Amount", .kind = FIELD_NUMBER },
	{ RECORD_FIELD(payment, reference), .label = "Reference", .kind = FIELD_TEXT, .flags = FIELD_REQUIRED },
	{ 0 }
};

enum { PAYER, DAY, CURRENCY, KIND, HEADING, AMOUNT, REFERENCE };

static const struct form_line lines[] = {
	{ .field = &fields[0] },
	{ .field = &fields[1] },
	{ .field = &fields[2] },
	{ .field = &fields[3] },
	{ .label = "What came" },
	{ .field = &fields[4] },
	{ .field = &fields[5] },
	{ 0 }
};

static const char *const governments[] = { "CN-SN", "CN-SX", "KR-47" };

static void
get(void *context, const struct form_line *line, struct buf *text)
{
	struct payment *payment = context;

	if (line->field->kind == FIELD_NUMBER && payment->amount == 0)
		return;
	record_format(line->field, payment, text);
}

/* The payer fills the currency in. */
static bool
set(void *context, const struct form_line *line, const char *text, struct err *err)
{
	struct payment *payment = context;

	if (!record_read(line->field, payment, text, err))
		return false;
	if (line == &lines[PAYER])
		mem_replace(&payment->currency, text[0] == 'K' ? "KRW" : "CNY");
	return true;
}

static void
values(void *context, const struct form_line *line, const char *typed, struct choices *ret_choices)
{
	(void)context;
	(void)line;
	for (size_t i = 0; i < 3; i++)
		if (strncmp(governments[i], typed, strlen(typed)) == 0)
			choices_add(ret_choices, governments[i], "", "");
}

static const struct form_source source = { .get = get, .set = set, .values = values };

static struct payment payment;
static struct form form;
static struct err err;

static int
begin(void **state)
{
	(void)state;
	memset(&payment, 0, sizeof payment);
	form_init(&form, &source, &payment, lines);
	strcpy(form.today, "2026-04-13");
	return 0;
}

static int
end(void **state)
{
	static const struct record_type type = { .size = sizeof(struct payment), .fields = fields };

	(void)state;
	form_done(&form);
	record_done(&type, &payment);
	return 0;
}

static enum form_answer
act(enum action_id id)
{
	err = (struct err){ 0 };
	return form_act(&form, &(struct input){ .action = id }, &err);
}

static void
type(const char *text)
{
	for (const char *next; *text != '\0'; text = next) {
		char typed[8] = "";
		uint32_t rune;

		next = text_decode(text, &rune);
		memcpy(typed, text, (size_t)(next - text));
		form_act(&form, &(struct input){ .action = ACTION_TEXT, .text = typed }, &err);
	}
}

static void
tab_visits_what_can_be_typed_into(void **state)
{
	static const size_t order[] = { DAY, KIND, AMOUNT, REFERENCE, REFERENCE };

	(void)state;
	assert_int_equal(form.now, PAYER);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		act(ACTION_FIELD_NEXT);
		assert_int_equal(form.now, order[i]);
	}
	act(ACTION_FIELD_PREVIOUS);
	act(ACTION_UP);
	assert_int_equal(form.now, KIND);
}

static void
enter_in_a_new_record_goes_to_what_still_needs_an_answer(void **state)
{
	(void)state;
	mem_replace(&payment.day, "2026-04-10");
	form_read(&form);
	form.is_new = true;
	type("KR-47");
	assert_int_equal(act(ACTION_ACCEPT), FORM_LEFT);
	assert_int_equal(form.now, KIND);		/* the day is carried, the currency computed */
	assert_string_equal(form_line_text(&form, CURRENCY), "KRW");
	act(ACTION_ACCEPT);				/* may stay empty */
	assert_int_equal(form.now, AMOUNT);
	type("560000");
	act(ACTION_ACCEPT);
	assert_int_equal(form.now, REFERENCE);
	assert_int_equal(form_after_enter(&form), form.count);
	type("7733");
	assert_int_equal(act(ACTION_ACCEPT), FORM_END);
	assert_int_equal(payment.amount, 560000);
	assert_string_equal(payment.reference, "7733");
}

static void
enter_in_an_old_record_goes_to_the_next_field(void **state)
{
	(void)state;
	mem_replace(&payment.payer, "KR-47");
	form_read(&form);
	assert_int_equal(act(ACTION_ACCEPT), FORM_DONE);
	assert_int_equal(form.now, DAY);
}

static void
wrong_text_stops_once_stays_and_never_blocks_tab(void **state)
{
	(void)state;
	act(ACTION_FIELD_NEXT);
	type("2026-13-77");
	assert_int_equal(act(ACTION_FIELD_NEXT), FORM_REFUSED);
	assert_true(err.text[0] != '\0');
	assert_int_equal(form.now, DAY);
	assert_string_equal(form_line_text(&form, DAY), "2026-13-77");
	assert_int_equal(act(ACTION_ACCEPT), FORM_REFUSED);
	assert_int_equal(act(ACTION_FIELD_NEXT), FORM_LEFT);
	assert_int_equal(form.now, KIND);
	assert_string_equal(form_line_text(&form, DAY), "2026-13-77");
	assert_true(form.texts[DAY].wrong);
}

static void
leaving_back_checks_nothing_but_keeps_the_text(void **state)
{
	(void)state;
	act(ACTION_FIELD_NEXT);
	type("nonsense");
	assert_int_equal(act(ACTION_FIELD_PREVIOUS), FORM_LEFT);
	assert_int_equal(form.now, PAYER);
	assert_string_equal(form_line_text(&form, DAY), "nonsense");
	assert_false(form.texts[DAY].wrong);
	assert_null(payment.day);
}

static void
saving_counts_what_is_wrong_and_goes_to_the_first(void **state)
{
	(void)state;
	act(ACTION_FIELD_NEXT);
	type("nonsense");
	assert_false(form_check(&form, &err));
	assert_non_null(strstr(err.text, "3 fields are wrong. The first: \"Payer\""));
	assert_int_equal(form.now, PAYER);
	type("KR-47");
	assert_true(form_type(&form, DAY, "2026-04-10", &err));
	assert_true(form_type(&form, REFERENCE, "7733", &err));
	assert_true(form_check(&form, &err));
	assert_string_equal(payment.payer, "KR-47");
	assert_string_equal(payment.day, "2026-04-10");
}

static void
field_that_filled_itself_is_not_wrong_any_more(void **state)
{
	(void)state;
	assert_false(form_check(&form, &err));
	assert_true(form.texts[REFERENCE].wrong);
	form_read(&form);
	assert_true(form.texts[REFERENCE].wrong);
	payment.reference = mem_strdup("7733");
	form_read(&form);
	assert_false(form.texts[REFERENCE].wrong);
}

static void
typing_narrows_and_enter_takes_the_only_one_left(void **state)
{
	(void)state;
	type("CN-S");
	assert_int_equal(form.choices.count, 2);
	assert_int_equal(form.chosen, SIZE_MAX);
	assert_int_equal(act(ACTION_ACCEPT), FORM_REFUSED);	/* two: none is chosen */
	assert_string_equal(form_line_text(&form, PAYER), "CN-S");
	type("X");
	assert_int_equal(form.choices.count, 1);
	act(ACTION_ACCEPT);
	assert_string_equal(payment.payer, "CN-SX");
}

static void
down_chooses_in_the_narrowed_list(void **state)
{
	(void)state;
	type("CN-S");
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	assert_int_equal(form.now, PAYER);
	assert_int_equal(form.chosen, 1);
	act(ACTION_UP);
	assert_int_equal(form.chosen, 0);
	act(ACTION_ACCEPT);
	assert_string_equal(payment.payer, "CN-SN");
}

static void
word_is_taken_by_its_label_too(void **state)
{
	(void)state;
	form_type(&form, KIND, "bank", &err);
	assert_string_equal(payment.kind, "transfer");
	assert_false(form_type(&form, KIND, "c", &err));	/* cash or cheque */
	assert_string_equal(payment.kind, "transfer");
	assert_string_equal(form_line_text(&form, KIND), "c");
}

static void
plus_and_minus_step_a_whole_day_and_are_typed_elsewhere(void **state)
{
	(void)state;
	act(ACTION_FIELD_NEXT);
	type("2026-04-30");
	type("+");
	assert_string_equal(form_line_text(&form, DAY), "2026-05-01");
	type("--");
	assert_string_equal(form_line_text(&form, DAY), "2026-04-29");
	act(ACTION_PAGE_DOWN);
	assert_string_equal(form_line_text(&form, DAY), "2026-05-29");
	assert_int_equal(form.now, DAY);
	form_act(&form, &(struct input){ .action = ACTION_KILL_START }, &err);
	type("+7");
	assert_string_equal(form_line_text(&form, DAY), "+7");
}

static void
what_is_typed_outlives_reading_again(void **state)
{
	(void)state;
	type("KR");
	mem_replace(&payment.payer, "CN-SN");
	mem_replace(&payment.reference, "read");
	form_read(&form);
	assert_string_equal(form_line_text(&form, PAYER), "KR");
	assert_string_equal(form_line_text(&form, REFERENCE), "read");
	assert_true(form_changed(&form));
	assert_true(form_line_changed(&form, PAYER));
	assert_false(form_line_changed(&form, REFERENCE));
	form_reset(&form);
	assert_false(form_changed(&form));
	assert_string_equal(form_line_text(&form, PAYER), "CN-SN");
}

static void
form_that_may_only_be_read_takes_no_typing(void **state)
{
	(void)state;
	form.read_only = true;
	assert_int_equal(form_act(&form, &(struct input){ .action = ACTION_TEXT, .text = "x" }, &err), FORM_REFUSED);
	assert_string_equal(form_line_text(&form, PAYER), "");
	assert_int_equal(act(ACTION_FIELD_NEXT), FORM_DONE);
	assert_int_equal(form_values_kind(&form), FORM_VALUES_NONE);
	assert_int_equal(act(ACTION_SAVE), FORM_OTHER);
}

static void
error_of_a_save_leads_to_its_field(void **state)
{
	(void)state;
	form_go_wrong(&form, "reference");
	assert_int_equal(form.now, REFERENCE);
	form_go_wrong(&form, "currency");		/* cannot be typed into */
	assert_int_equal(form.now, REFERENCE);
	form_go_wrong(&form, "no such field");
	assert_int_equal(form.now, REFERENCE);
}

static void
hint_says_what_enter_does_when_no_field_is_left(void **state)
{
	struct buf hint = { 0 };

	(void)state;
	form_hint(&form, &hint);
	assert_null(strstr(buf_text(&hint), "Enter saves."));
	form_go_wrong(&form, "reference");
	form_hint(&form, &hint);
	assert_non_null(strstr(buf_text(&hint), "Enter saves."));
	buf_done(&hint);
}

static void
act_at_random(void)
{
	static const enum action_id ids[] = {
		ACTION_TEXT, ACTION_TEXT, ACTION_TEXT, ACTION_FIELD_NEXT, ACTION_FIELD_PREVIOUS, ACTION_ACCEPT,
		ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_ERASE_BACK, ACTION_KILL_START,
		ACTION_UNDO, ACTION_REDO, ACTION_SAME, ACTION_VALUES, ACTION_STOP, ACTION_LEFT,
	};
	static const char *const typed[] = { "C", "N", "-", "S", "7", "+", "c", "富" };
	struct input input = {
		.action = ids[(size_t)rand() % (sizeof ids / sizeof *ids)],
		.text = typed[(size_t)rand() % (sizeof typed / sizeof *typed)],
	};

	err = (struct err){ 0 };
	if (form_act(&form, &input, &err) == FORM_REFUSED)
		assert_true(err.text[0] != '\0');
}

static void
whatever_is_typed_the_focus_is_on_a_field_and_what_is_taken_is_right(void **state)
{
	(void)state;
	srand(rounds_seed());
	for (unsigned round = 0; round < rounds_count(200); round++) {
		form_reset(&form);
		form.is_new = round % 2 == 1;
		for (int i = 0; i < 80; i++) {
			act_at_random();
			assert_true(form.now < form.count);
			assert_false(form_line_is_fixed(&form, form.now));
			assert_true(form.chosen == SIZE_MAX || form.chosen < form.choices.count);
			assert_true(payment.day == NULL || day_check(payment.day, NULL));
		}
	}
}

#define FORM_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FORM_TEST(tab_visits_what_can_be_typed_into),
		FORM_TEST(enter_in_a_new_record_goes_to_what_still_needs_an_answer),
		FORM_TEST(enter_in_an_old_record_goes_to_the_next_field),
		FORM_TEST(wrong_text_stops_once_stays_and_never_blocks_tab),
		FORM_TEST(leaving_back_checks_nothing_but_keeps_the_text),
		FORM_TEST(saving_counts_what_is_wrong_and_goes_to_the_first),
		FORM_TEST(field_that_filled_itself_is_not_wrong_any_more),
		FORM_TEST(typing_narrows_and_enter_takes_the_only_one_left),
		FORM_TEST(down_chooses_in_the_narrowed_list),
		FORM_TEST(word_is_taken_by_its_label_too),
		FORM_TEST(plus_and_minus_step_a_whole_day_and_are_typed_elsewhere),
		FORM_TEST(what_is_typed_outlives_reading_again),
		FORM_TEST(form_that_may_only_be_read_takes_no_typing),
		FORM_TEST(error_of_a_save_leads_to_its_field),
		FORM_TEST(whatever_is_typed_the_focus_is_on_a_field_and_what_is_taken_is_right),
		FORM_TEST(hint_says_what_enter_does_when_no_field_is_left),
	};

	return cmocka_run_group_tests_name("form", tests, utf8_set_up, NULL);
}
