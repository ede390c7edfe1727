/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DAY and DLG: an Assembly in Ningxia that opens on the day of the tests, nine in the morning there. */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "screen/near.h"

enum { MEMBERS = 70, QUORUM_ROW = 2 };

static void
import(const char *folder, const char *kind, const char *rows)
{
	struct buf path = { 0 }, command = { 0 };

	buf_addf(&path, "%s/%s.csv", folder, kind);
	FILE *file = fopen(buf_text(&path), "w");
	assert_non_null(file);
	fputs(rows, file);
	assert_int_equal(fclose(file), 0);
	buf_addf(&command, "import %s %s", kind, buf_text(&path));
	near_must(folder, buf_text(&command));
	buf_done(&path);
	buf_done(&command);
}

#define GA_9(state) \
	"key,body,ordinal,state,host,zone,begins,ends\n" \
	"GA-9,GA,9," state ",CN-NX,Asia/Shanghai,2026-04-13,2026-04-16\n"

/* The codes of the members in order of protocol, a blank between them. */
static char *
member_codes(const char *folder, size_t most)
{
	char *list = near_ask(folder, "--tsv member list --where status=member --columns code");
	char *rest = list, *line;
	struct buf codes = { 0 };

	strtok_r(rest, "\r\n", &rest);		/* the head */
	for (size_t i = 0; i < most && (line = strtok_r(NULL, "\r\n", &rest)) != NULL; i++)
		buf_addf(&codes, "%s%s", i > 0 ? " " : "", line);
	free(list);
	return buf_take(&codes);
}

/* Invited and open; credentials of all members in order. */
static int
assembly_setup(void **state)
{
	char *folder = near_folder_new(), *codes = member_codes(folder, MEMBERS);
	struct buf credentials = { 0 };

	import(folder, "meetings", GA_9("planned"));
	import(folder, "agenda",
	    "meeting,position,minutes,title_en,title_ko,outcome\n"
	    "GA-9,1,15,Opening,개회,done\n"
	    "GA-9,2,60,Admission of the applicant,신청 자치단체의 가입,open\n"
	    "GA-9,3,60,Report of the Secretariat,사무국 보고,open\n");
	near_must(folder, "meeting invite GA-9");
	import(folder, "meetings", GA_9("open"));
	buf_addf(&credentials, "meeting credentials GA-9 %s accepted", codes);
	near_must(folder, buf_text(&credentials));
	buf_done(&credentials);
	free(codes);
	*state = folder;
	return 0;
}

/* The first of the members come in. */
static void
let_in(const char *folder, size_t count)
{
	char *codes = member_codes(folder, count);
	struct buf command = { 0 };

	buf_addf(&command, "meeting attend GA-9 %s in", codes);
	near_must(folder, buf_text(&command));
	buf_done(&command);
	free(codes);
}

/* The line of the quorum, cut where "may vote" begins. */
static char *
quorum_shown(struct terminal *t)
{
	char *row = mem_strdup(terminal_row(t, QUORUM_ROW));
	char *end = strstr(row, "   may vote");

	if (end != NULL)
		*end = '\0';
	return row;
}

/* Does the command line say the same? */
static void
expect_quorum_of_roll(struct terminal *t, const char *folder)
{
	char *shown = quorum_shown(t), *roll = near_ask(folder, "meeting roll GA-9");

	if (strstr(roll, shown + 1) == NULL)
		fail_msg("the screen says \"%s\", the command:\n%s", shown + 1, roll);
	free(shown);
	free(roll);
}

static void
ten_codes_let_ten_in(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY  Plenary day   GA-9");

	terminal_wait(t, "0 of 70 present, 36 needed (assumed): not quorate");
	terminal_type(t, "cn-hl<Enter>cn-ha<Enter>jp-16<Enter>kr-47<Enter>mn-1<Enter>"
	    "ru-bu<Enter>RU-SA<Enter>kr47<Enter>ｊｐ－１８<Enter>kp-09<Enter>ru-kem<Enter>");
	terminal_wait(t, "9 of 70 present");	/* KR-47 went out again */
	terminal_type(t, "경상북<Enter>");
	terminal_wait(t, "10 of 70 present, 36 needed (assumed): not quorate   may vote 10");
	terminal_wait(t, "KR-47 Gyeongsangbuk-do Province is in.");
	expect_quorum_of_roll(t, *state);
	terminal_type(t, "<Enter>");		/* again: out */
	terminal_wait(t, "9 of 70 present");
	terminal_wait(t, "out 09:00");
	expect_quorum_of_roll(t, *state);
	/* In a small window the time is whole, and whether it may vote has its place. */
	terminal_resize(t, 12, 40);
	terminal_type(t, "kr-47");
	terminal_wait(t, "out 09:00 -");
	terminal_wait(t, "9 of 70, 36 needed: not quorate");
	terminal_type(t, "<C-u>");
	near_end(t);
}

static void
half_a_name_lets_nobody_in_by_chance(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	terminal_type(t, "<Enter>");
	terminal_wait(t, "Type a code or part of a name");
	terminal_type(t, "산시<Enter>");
	terminal_wait(t, "2 are found: Enter again means CN-SX, Down chooses.");
	terminal_type(t, "<Down><Enter>");
	terminal_wait(t, "CN-SN is no member on that day");
	terminal_wait(t, "> CN-SN");
	terminal_wait(t, "in 09:00");
	terminal_wait(t, "0 of 70 present");	/* an observer is not counted */
	near_end(t);
}

static void
late_withdrawal_takes_one_key(void **state)
{
	let_in(*state, 3);
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day ga-9", " DAY ");

	terminal_wait(t, "3 of 70 present");
	terminal_type(t, "henan");
	terminal_wait(t, "> CN-HA");
	terminal_type(t, "<F7>");
	terminal_wait(t, "CN-HA: withdrew. This withdrawal is late");
	terminal_wait(t, "!> CN-HA");
	terminal_wait(t, "2 of 70 present");	/* and it is out of the hall */
	expect_quorum_of_roll(t, *state);
	terminal_type(t, "<F7>");		/* after all */
	terminal_wait(t, "CN-HA: coming.");
	near_end(t);
}

static void
credentials_are_accepted_with_one_key(void **state)
{
	near_must(*state, "meeting credentials GA-9 KR-47 provisional");
	near_must(*state, "meeting attend GA-9 KR-47 in");
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	terminal_type(t, "kr-47");
	terminal_wait(t, "prov  in 09:00    no: cred");
	terminal_wait(t, "The credentials of KR-47 are not accepted: it may vote once they are.");
	terminal_type(t, "<F8>");
	terminal_wait(t, "KR-47: credentials accepted.");
	terminal_wait(t, "yes");
	terminal_wait(t, "may vote 1");
	near_end(t);
}

/* Item, motion and method; the roll has the keys then. */
static void
open_vote(struct terminal *t, const char *method)
{
	terminal_type(t, "<F6>");
	terminal_wait(t, "Vote on which item?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "The motion: [Admission of the applicant");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "1=Roll call  2=En bloc  3=Written ballots");
	terminal_type(t, "<Enter>");		/* none of the three is a safe answer */
	terminal_type(t, method);
	terminal_wait(t, "[ ]");
}

/* Typed ahead of every frame: 30 yes, 4 no, 3 abstain, one not voting; one slip mended. */
static void
roll_call_adds_up_and_stays_frozen(void **state)
{
	let_in(*state, 38);
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	open_vote(t, "1");
	terminal_wait(t, "frozen 09:00, 38 names --");
	terminal_wait_screen(t, "plenary-roll");
	terminal_type(t, "111");
	terminal_wait(t, "to call 35: 3 of 38");
	terminal_type(t, "<BS>2");		/* one back: the third said no */
	terminal_wait(t, "yes 2, no 1, abstain 0, not voting 0, to call 35: 3 of 38");
	terminal_type(t, "1111111111111111111111111111222333");
	terminal_wait(t, "to call 1: 37 of 38");
	terminal_type(t, "<Tab>");		/* meanwhile one goes home */
	terminal_wait(t, "Opt 1=In/out");
	terminal_type(t, "cn-hl<F7>");
	terminal_wait(t, "37 of 70 present");
	terminal_type(t, "<C-u><Tab>4");
	terminal_wait(t, "All are called. F10 closes the vote.");
	terminal_wait(t, "yes 30, no 4, abstain 3, not voting 1, to call 0: 38 of 38");
	terminal_wait_screen(t, "plenary-called");
	terminal_type(t, "<F10>");
	terminal_wait(t, "carried: yes 30, no 4, abstain 3, not voting 1, to call 0: 38 of 38");
	terminal_wait(t, "Result: carried, closed at 09:00");
	terminal_wait(t, "37 of 70 present");	/* the hall goes on, the roll does not */
	terminal_type(t, "<Tab>1");
	terminal_wait(t, "This vote is closed: nothing of it changes any more.");
	near_end(t);
	char *vote = near_ask(*state, "meeting vote GA-9 show");
	assert_non_null(strstr(vote, "yes 30, no 4, abstain 3, not voting 1, to call 0: 38 of 38"));
	free(vote);
}

/* Exceptions first, then the rest with one key; a written ballot is counted apart. */
static void
en_bloc_has_exceptions(void **state)
{
	let_in(*state, 40);
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	open_vote(t, "2");
	terminal_type(t, "<Right><Right>2");
	terminal_wait(t, "no 1");
	terminal_type(t, "61");
	terminal_wait(t, "yes*");
	terminal_wait(t, "written: yes 1");
	terminal_type(t, "65");
	terminal_wait(t, "38 are not called yet. Do all of them vote yes?");
	terminal_type(t, "1");
	terminal_wait(t, "yes 39, no 1, abstain 0, not voting 0, to call 0: 40 of 40");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Result: carried");
	open_vote(t, "1");
	terminal_wait(t, "vote 2 open");
	terminal_type(t, "<F10>");
	terminal_wait(t, "40 are not called yet and will count as not voting.");
	terminal_type(t, "1");
	terminal_wait(t, "Result: lost");
	terminal_type(t, "<Tab><PgUp>");
	terminal_wait(t, "GA-9/1  Admission");
	terminal_type(t, "<PgUp>");
	terminal_wait(t, "This is the first one.");
	terminal_type(t, "<PgDn>");
	terminal_wait(t, "GA-9/2  Admission");
	near_end(t);
}

/* A meeting that is only convened is opened at the desk; nothing is asked in vain. */
static void
vote_opens_the_meeting_too(void **state)
{
	import(*state, "meetings", GA_9("convened"));
	let_in(*state, 36);
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "GA-9 is not open yet. Open it now?");
	terminal_type(t, "<Enter>");
	terminal_wait_gone(t, "Open it now?");
	terminal_type(t, "<F6>");
	terminal_wait(t, "Open it now?");
	terminal_type(t, "1");
	terminal_wait(t, "Vote on which item?");
	terminal_type(t, "<F12>");
	terminal_wait(t, "No vote was opened.");
	open_vote(t, "3");
	terminal_wait(t, "written ballots");
	near_end(t);
}

static void
holder_who_goes_out_takes_the_proxy_along(void **state)
{
	near_must(*state, "meeting proxy GA-9 KR-47 JP-16");
	near_must(*state, "meeting attend GA-9 JP-16 in");
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	terminal_type(t, "kr-47");
	terminal_wait(t, "by JP-16    yes");
	terminal_wait(t, "2 of 70 present, 36 needed (assumed): not quorate; 1 by proxy   may vote 2");
	expect_quorum_of_roll(t, *state);
	terminal_type(t, "<C-u>jp-16<Enter>");
	terminal_wait(t, "0 of 70 present");
	terminal_type(t, "<C-u>kr-47");
	terminal_wait(t, "JP-16, which holds the proxy of KR-47, is not in the hall.");
	near_end(t);
}

static void
list_of_whom_the_hall_waits_for(void **state)
{
	let_in(*state, 2);
	near_must(*state, "meeting answer GA-9 CN-HB withdrawn");
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	terminal_type(t, "<F11><F11><F11>");
	terminal_wait(t, "only whom the hall waits for");
	terminal_wait(t, "> CN-HN");
	terminal_type(t, "cn-hn<Enter>");
	terminal_wait(t, "3 of 70 present");
	terminal_type(t, "<C-u>");
	terminal_wait(t, "> CN-NX");
	near_end(t);
}

static void
vote_without_quorum_is_asked_first(void **state)
{
	let_in(*state, 29);
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	terminal_wait(t, "29 of 70 present, 36 needed (assumed): not quorate");
	expect_quorum_of_roll(t, *state);
	terminal_type(t, "<F10>");
	terminal_wait(t, "No vote is open: F6 opens one.");
	terminal_type(t, "<F6>");
	terminal_wait(t, "No quorum, 29 of 36 needed: vote all the same?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "No vote was opened.");
	near_end(t);
}

/* What one desk enters is on the other without a key. */
static void
two_desks_work_at_once(void **state)
{
	struct terminal *a = near_go((struct near_options){ .folder = *state }, "day", " DAY ");
	struct terminal *b = near_go((struct near_options){ .folder = *state, .user = "clerk2", .language = "ko" },
	    "day", " DAY ");

	terminal_type(a, "kr-47<Enter>");
	terminal_wait(a, "1 of 70 present");
	terminal_wait(b, "출석 1/70");
	terminal_type(b, "도야마<Enter>");
	terminal_wait(b, "출석 2/70");
	terminal_wait(a, "2 of 70 present");
	terminal_type(b, "kr-47<Enter>");	/* let in by the other desk: out again */
	terminal_wait(b, "출석 1/70");
	terminal_wait(a, "1 of 70 present");
	near_end(a);
	near_end(b);
}

static void
desk_is_whole_in_every_language(void **state)
{
	static const char *const languages[] = { "en", "zh_CN", "ja", "ko", "ru", "mn" };
	char name[40];

	let_in(*state, 38);
	near_must(*state, "meeting answer GA-9 CN-HB withdrawn");
	near_must(*state, "meeting vote GA-9 open Admission");
	near_must(*state, "meeting vote GA-9 ballot CN-HL yes");
	near_must(*state, "meeting vote GA-9 ballot CN-HA no written");
	near_must(*state, "meeting vote GA-9 ballot CN-HN abstain");
	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state, .language = languages[i] },
		    "day", " DAY ");

		snprintf(name, sizeof name, "plenary-%.2s", languages[i]);
		terminal_wait_screen(t, name);
		terminal_type(t, "<Tab>");
		terminal_wait(t, "[ ]");
		snprintf(name, sizeof name, "plenary-roll-%.2s", languages[i]);
		terminal_wait_screen(t, name);
		terminal_resize(t, 12, 40);
		terminal_wait_row(t, 1, terminal_row(t, 1));
		snprintf(name, sizeof name, "plenary-small-%.2s", languages[i]);
		terminal_wait_screen(t, name);
		near_end(t);
	}
}

static void
delegations_are_invited_and_answer(void **state)
{
	char *folder = *state;
	struct terminal *t;

	import(folder, "meetings", GA_9("planned"));
	t = near_go((struct near_options){ .folder = folder }, "dlg ga-9", " DLG  Delegations   GA-9");
	terminal_wait(t, "not invited 70");
	terminal_type(t, "<F6>");
	terminal_wait(t, "1=All who are not yet");
	terminal_type(t, "1");
	terminal_wait(t, "75 governments are invited.");
	terminal_wait(t, "no answer 75");
	terminal_type(t, "nobody is called so<F6>");	/* no row: nobody is invited by chance */
	terminal_wait(t, "1=All who are not yet  2=This row  3=Another");
	terminal_type(t, "3");
	terminal_wait(t, "Find [");
	terminal_type(t, "tianjin<Enter>");
	terminal_wait(t, "CN-TJ is invited to GA-9 already");
	terminal_type(t, "<F12>");
	terminal_wait(t, "> CN-HL");
	terminal_type(t, "kr-4");
	terminal_wait(t, "> KR-41");
	terminal_type(t, "<Tab>  <Up>1<Enter>");
	terminal_wait(t, "Comes for 2 marked rows?");
	terminal_type(t, "1");
	terminal_wait(t, "2 delegations: coming.");
	terminal_wait(t, "no answer 73   coming 2");
	terminal_type(t, "/kr-47");		/* in place of what was typed before */
	terminal_wait(t, "> KR-47");
	terminal_type(t, "<Tab>7<Enter>");
	terminal_wait(t, "Who votes for it?");
	terminal_type(t, "toyama<Enter>");
	terminal_wait(t, "JP-16 votes for KR-47 while it is out of the hall.");
	terminal_type(t, "/<C-u>jp-16<Tab>7<Enter>");
	terminal_wait(t, "Who votes for it?");
	terminal_type(t, "kr-44<Enter>");
	terminal_wait(t, "JP-16 holds the proxy of KR-47: a proxy is never passed on.");
	terminal_type(t, "6<Enter>");
	terminal_wait(t, " DGT  Delegates   GA-9/JP-16  Toyama Prefecture");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A person of the delegation");
	terminal_type(t, "<Enter><Tab>Head of Delegation<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "> JP-16   Head of Delegation");
	terminal_wait_screen(t, "delegates");
	terminal_type(t, "<F3>");
	terminal_wait(t, "Head of Delegation   1 person");
	terminal_wait_screen(t, "delegations");
	terminal_resize(t, 12, 40);
	terminal_wait_screen(t, "delegations-small");
	near_end(t);
}

/* The whole screen, sent in one piece, from Enter to the last byte. */
static void
check_in_is_one_frame(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "day", " DAY ");

	terminal_type(t, "kr-47");
	terminal_wait(t, "> KR-47");
	terminal_settle(t);
	terminal_step(t);
	terminal_type(t, "<Enter>");
	terminal_wait(t, "1 of 70 present");
	terminal_settle(t);
	struct terminal_step step = terminal_step(t);
	assert_true(step.reads <= 2);
	near_end(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(ten_codes_let_ten_in, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(half_a_name_lets_nobody_in_by_chance, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(late_withdrawal_takes_one_key, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(credentials_are_accepted_with_one_key, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(roll_call_adds_up_and_stays_frozen, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(en_bloc_has_exceptions, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(vote_opens_the_meeting_too, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(holder_who_goes_out_takes_the_proxy_along, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(list_of_whom_the_hall_waits_for, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(vote_without_quorum_is_asked_first, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(two_desks_work_at_once, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(desk_is_whole_in_every_language, assembly_setup, near_teardown),
		cmocka_unit_test_setup_teardown(delegations_are_invited_and_answer, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(check_in_is_one_frame, assembly_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
