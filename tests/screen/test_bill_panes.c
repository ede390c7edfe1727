/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BIL, BIL2 and CRN: bills that are no dues, and a credit note taken back. */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/near_money.h"

/* One that is issued, one that is a draft; a credit note that stands, one that was taken back. */
static int
set_up(void **state)
{
	near_money_setup(state);
	near_must(*state, "dues bill JP-17 560000 KRW words=Room account=420");
	char *id = near_ask(*state, "dues bills --columns invoice"), command[80];
	snprintf(command, sizeof command, "dues issue %.26s", id);
	free(id);
	near_must(*state, command);
	near_must(*state, "dues bill KR-47 500 USD words=Forum");
	near_must(*state, "dues waive 2026-0001 100 kind=credit reason=slip");
	near_must(*state, "dues retract C-2026-0001 reason=mistake");
	near_must(*state, "dues waive 2026-0002 all reason=flood approved=GA-12/4");
	return 0;
}

static void
lists_are_whole(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "bil", " BIL ", "bills-en", 0, 0 }, { "zh_CN", "bil 2026", " BIL ", "bills-zh", 0, 0 },
		{ "ko", "bil 2026-0071", " BIL ", "bills-ko", 0, 0 }, { "ru", "bil", " BIL ", "bills-small-ru", 12, 40 },
		{ "en", "crn", " CRN ", "credit-notes-en", 0, 0 }, { "ja", "crn c-2026-0001", " CRN ", "credit-notes-ja", 0, 0 },
		{ "ru", "crn", " CRN ", "credit-notes-ru", 0, 0 }, { "mn", "crn", " CRN ", "credit-notes-mn", 0, 0 },
		{ "ko", "crn", " CRN ", "credit-notes-small-ko", 12, 40 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

static void
lines_are_seen_before_a_bill_is_issued_from_dues(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "due jp-16", "> JP-16");

	terminal_type(t, "<Tab>2<Enter>");
	terminal_wait(t, "[JP-16  ] Toyama Prefecture");
	terminal_type(t, "<Enter>Publication<Enter>250<Tab>");
	terminal_wait(t, "415 Bills other than dues");
	terminal_wait_screen(t, "bill-form-en");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Issue it now?");
	terminal_type(t, "1");
	terminal_wait(t, "Invoice 2026-0072: change set");
	terminal_type(t, "<F9>bil 2026-0072<Enter>");
	terminal_wait(t, "> 2026-0072 JP-16   Publication");
	terminal_type(t, "<F9>due 2026-0072<Enter>");
	terminal_wait(t, "2026-0072 is a bill that is no dues");
	near_end(t);
}

static void
draft_is_stood_on_and_issued_or_thrown_away(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bil", " BIL ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new bill");
	terminal_type(t, "KR-41<Enter>Hall<Tab>KRW<Enter>11000<F10>");
	terminal_wait(t, "Issue it now?");
	terminal_type(t, "2");
	terminal_wait(t, "Draft made: change set");
	terminal_wait(t, ">           KR-41   Hall");
	terminal_type(t, "<Tab>1<Enter>");
	terminal_wait(t, "This bill is a draft");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "Throw this draft away?");
	terminal_type(t, "1");
	terminal_wait(t, "Thrown away: change set");
	terminal_type(t, "<F9>bil<Enter>");
	terminal_wait(t, ">           KR-47   Forum");
	terminal_type(t, "<Tab>2<Enter>");
	terminal_wait(t, "Issue the bill over USD 500.00 to KR-47?");
	terminal_type(t, "1");
	terminal_wait(t, "Invoice 2026-0073: change set");
	near_end(t);
}

static void
small_window_shows_the_lines_first(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state, .rows = 12, .columns = 40 },
	    "bil", " BIL ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new bill");
	terminal_type(t, "KR-41<Enter>Hall<Tab>KRW<Enter>11000<F10>");
	terminal_wait(t, "will be posted");
	terminal_wait(t, "121 Members' accounts in won");
	terminal_type(t, "<F12>");
	terminal_wait(t, "Post it?");
	terminal_type(t, "1");
	terminal_wait(t, "Invoice 2026-0074");
	near_end(t);
}

static void
credit_note_is_taken_back_once(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "crn c-2026-0003", "> C-2026-0003");

	terminal_type(t, "<Tab>6<Enter>");
	terminal_wait(t, "Why is it taken back?");
	terminal_type(t, "The decision fell<Enter>");
	terminal_wait(t, "Taken back by C-2026-0004: change set");
	terminal_wait(t, "! C-2026-0004");
	terminal_type(t, "<F9>crn c-2026-0003<Enter>");
	terminal_wait(t, "> C-2026-0003");
	terminal_type(t, "<Tab>6<Enter>");
	terminal_wait(t, "Why is it taken back?");
	terminal_type(t, "Again<Enter>");
	terminal_wait(t, "C-2026-0003 is taken back already, by C-2026-0004.");
	near_end(t);
}

static void
amount_is_taken_off_as_what_the_clerk_says(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "due 2026-0005", "> CN-NX");

	terminal_type(t, "<Tab>4<Enter>");
	terminal_wait(t, "How much is taken off?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "Kind?");
	terminal_type(t, "1");
	terminal_wait(t, "Why?");
	terminal_type(t, "Flood<Enter>");
	terminal_wait(t, "By which decision, or who agreed?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "By which decision, or who agreed?");	/* a waiver names it */
	terminal_type(t, "<F12>");
	terminal_wait_gone(t, "By which decision, or who agreed?");
	terminal_type(t, "4<Enter>");
	terminal_wait(t, "How much is taken off?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "Kind?");
	terminal_type(t, "3");
	terminal_wait(t, "Why?");
	terminal_type(t, "Twice<Enter>");	/* what was billed too much needs nobody else */
	terminal_wait(t, "Credit note C-2026-000");
	char *notes = near_ask(*state, "dues notes --where invoice=2026-0005 --columns kind,amount,reason");
	assert_string_equal(notes, "credit\t1000.00\tTwice\n");
	free(notes);
	near_end(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_whole),
		cmocka_unit_test(lines_are_seen_before_a_bill_is_issued_from_dues),
		cmocka_unit_test(draft_is_stood_on_and_issued_or_thrown_away),
		cmocka_unit_test(small_window_shows_the_lines_first),
		cmocka_unit_test(credit_note_is_taken_back_once),
		cmocka_unit_test(amount_is_taken_off_as_what_the_clerk_says),
	};

	return cmocka_run_group_tests(tests, set_up, near_teardown);
}
