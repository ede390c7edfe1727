/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <string.h>

#include "base/buf.h"
#include "ui/keys.h"
#include "rounds.h"

enum { TIMES_UP_MS = 5000 };

static const char *const names[] = {
	[KEYS_ENTER] = "Enter", [KEYS_TAB] = "Tab", [KEYS_BACKTAB] = "S-Tab",
	[KEYS_BACKSPACE] = "BS", [KEYS_DELETE] = "Del", [KEYS_INSERT] = "Ins",
	[KEYS_UP] = "Up", [KEYS_DOWN] = "Down", [KEYS_LEFT] = "Left", [KEYS_RIGHT] = "Right",
	[KEYS_HOME] = "Home", [KEYS_END] = "End", [KEYS_PAGE_UP] = "PgUp", [KEYS_PAGE_DOWN] = "PgDn",
	[KEYS_ESCAPE] = "Esc", [KEYS_BAD] = "bad",
	[KEYS_F1] = "F1", [KEYS_F2] = "F2", [KEYS_F3] = "F3", [KEYS_F4] = "F4",
	[KEYS_F5] = "F5", [KEYS_F6] = "F6", [KEYS_F7] = "F7", [KEYS_F8] = "F8",
	[KEYS_F9] = "F9", [KEYS_F10] = "F10", [KEYS_F11] = "F11", [KEYS_F12] = "F12",
};

/* "a <Up> <^S> <unknown ESC [99~> <paste one|two>" without the blanks. */
static void
add_key(struct buf *text, const struct key *key)
{
	switch (key->code) {
	case KEYS_TEXT:
		buf_add(text, key->text);
		break;
	case KEYS_CONTROL:
		buf_addf(text, "<^%c>", (char)key->rune);
		break;
	case KEYS_UNKNOWN:
		buf_addf(text, "<unknown %s>", key->text);
		break;
	case KEYS_PASTE:
		buf_addf(text, "<paste %s>", key->paste);
		break;
	default:
		buf_addf(text, "<%s>", names[key->code]);
	}
}

static void
take_keys(struct keys *keys, int64_t now_ms, struct buf *text)
{
	struct key key;
	int wait_ms;

	while (keys_next(keys, now_ms, &key, &wait_ms))
		add_key(text, &key);
}

/* All of it read at once, or split before each `at`, or a byte at a time (-1). */
static void
expect_keys_split(const char *bytes, size_t length, int at, const char *wanted)
{
	struct keys *keys = keys_new();
	struct buf text = { 0 };

	for (size_t i = 0; i < length;) {
		size_t size = at < 0 ? 1 : i == 0 && at > 0 ? (size_t)at : length - i;

		keys_feed(keys, bytes + i, size, 0);
		take_keys(keys, 10, &text);
		i += size;
	}
	take_keys(keys, TIMES_UP_MS, &text);
	assert_string_equal(buf_text(&text), wanted);
	buf_done(&text);
	keys_free(keys);
}

static void
expect_keys(const char *bytes, const char *wanted)
{
	size_t length = strlen(bytes);

	for (int at = -1; at < (int)length; at++)
		expect_keys_split(bytes, length, at, wanted);
}

struct line {
	const char *bytes;
	const char *wanted;
};

static void
expect_lines(const struct line *lines)
{
	for (; lines->bytes != NULL; lines++)
		expect_keys(lines->bytes, lines->wanted);
}

static void
keys_of_every_terminal_are_known_however_split(void **state)
{
	static const struct line lines[] = {
		/* xterm and what follows it, normal and application mode */
		{ "\033[A\033[B\033[C\033[D", "<Up><Down><Right><Left>" },
		{ "\033OA\033OB\033OC\033OD", "<Up><Down><Right><Left>" },
		{ "\033OP\033OQ\033OR\033OS\033[15~\033[17~", "<F1><F2><F3><F4><F5><F6>" },
		{ "\033[18~\033[19~\033[20~\033[21~\033[23~\033[24~", "<F7><F8><F9><F10><F11><F12>" },
		{ "\033[H\033[F\033OH\033OF\033[1~\033[4~\033[7~\033[8~", "<Home><End><Home><End><Home><End><Home><End>" },
		{ "\033[2~\033[3~\033[5~\033[6~\033[Z", "<Ins><Del><PgUp><PgDn><S-Tab>" },
		/* PuTTY */
		{ "\033[11~\033[12~\033[13~\033[14~\033[15~", "<F1><F2><F3><F4><F5>" },
		/* the Linux console */
		{ "\033[[A\033[[B\033[[C\033[[D\033[[E\033[17~", "<F1><F2><F3><F4><F5><F6>" },
		/* the keypad in application mode */
		{ "\033Op\033Oy\033Ok\033Om\033Oo\033OM", "09+-/<Enter>" },
		{ "\r\n\t\b\177", "<Enter><Enter><Tab><BS><BS>" },
		{ "\x01\x13\x1a\x03\x1f\x1d", "<^a><^s><^z><^c><^_><^]>" },
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
modifiers_are_swallowed(void **state)
{
	static const struct line lines[] = {
		{ "\033[1;5A\033[1;2B\033[1;3C", "<Up><Down><Right>" },
		{ "\033[1;2P\033[15;5~\033[3;2~\033[1;5H", "<F1><F5><Del><Home>" },
		{ "\033O5A\033O1;2P", "<Up><F1>" },
		/* rxvt */
		{ "\033[a\033Ob\033[3$\033[3^\033[3@\033[11^", "<Up><Down><Del><Del><Del><F1>" },
		{ "a\033[3$b", "a<Del>b" },
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
unknown_sequences_are_swallowed_whole_and_named(void **state)
{
	static const struct line lines[] = {
		{ "a\033[99~b", "a<unknown ESC [99~>b" },
		{ "\033[4294967295~a", "<unknown ESC [4294967295~>a" },
		{ "\033[97;5u\033[?1;2c", "<unknown ESC [97;5u><unknown ESC [?1;2c>" },
		{ "\033[I\033[Oa", "<unknown ESC [I><unknown ESC [O>a" },	/* focus */
		{ "\033[<0;10;5M\033[<0;10;5ma", "<unknown ESC [<0;10;5M><unknown ESC [<0;10;5m>a" },	/* mouse */
		{ "\033[M !!a", "<unknown ESC [M !!>a" },
		{ "\033]11;rgb:ff/ff/ff\033\\a", "<unknown ESC ]11;rgb:ff/ff/ff?\\>a" },
		{ "\033]0;title\aa", "<unknown ESC ]0;title?>a" },
		{ "\033P1$r0m\033\\a", "<unknown ESC P1$r0m?\\>a" },
		{ "\033[?2004;1$ya", "<unknown ESC [?2004;1$y>a" },
		{ "\033[1\033[A", "<unknown ESC [1><Up>" },
		{ "\033[1\ra", "<unknown ESC [1><Enter>a" },
		{ "\033[\xe5\xaf\x8c", "<unknown ESC [>富" },
		{ "\033]52;c;abcdefghijklmnopqrstuvwxyz0123456789\a", "<unknown ESC ]52;c;abcdefghijklmnopqrstuvwxyz01~>" },
		{ "\033[201~a", "<unknown ESC [201~>a" },
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
late_answer_about_the_cursor_is_no_key(void **state)
{
	static const struct line lines[] = {
		{ "a\033[24;2Rb\033[1;3Rc", "abc" },
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
text_of_every_script_comes_whole_and_in_order(void **state)
{
	static const struct line lines[] = {
		{ "경상북도대구광역시산시성섬서성경기도충남", "경상북도대구광역시산시성섬서성경기도충남" },
		{ "富山県鳥取県堪察加边疆区", "富山県鳥取県堪察加边疆区" },
		{ "Умард Кёнсан муж Өмнөговь", "Умард Кёнсан муж Өмнөговь" },
		{ "\xf0\xa0\xae\xb7野家", "\xf0\xa0\xae\xb7野家" },
		{ "a\033[A富\033[B山", "a<Up>富<Down>山" },
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
invalid_byte_loses_nothing_but_itself(void **state)
{
	static const struct line lines[] = {
		{ "a\xff" "b", "a<bad>b" },
		{ "\x80\xbf", "<bad><bad>" },
		{ "\xe5" "a", "<bad>a" },			/* cut short by a letter */
		{ "\xe5\xaf" "a富", "<bad><bad>a富" },
		{ "\xe5\033[A", "<bad><Up>" },
		{ "\xc0\xaf", "<bad><bad>" },			/* overlong */
		{ "\xe0\x80\xaf", "<bad><bad><bad>" },
		{ "\xed\xa0\x80", "<bad><bad><bad>" },		/* a surrogate */
		{ "\xf4\x90\x80\x80", "<bad><bad><bad><bad>" },	/* past the last code point */
		{ "\xc2\x9b" "A", "<bad>A" },			/* a control that is no CSI here */
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
escape_before_a_character_is_a_key_of_its_own(void **state)
{
	static const struct line lines[] = {
		{ "\033" "1", "<Esc>1" },
		{ "\033" "0\033a", "<Esc>0<Esc>a" },
		{ "\033\xe5\xaf\x8c", "<Esc>富" },
		{ "\033\033", "<Esc><Esc>" },
		{ "\033\033[A", "<Esc><Up>" },
		{ "\033\r", "<Esc><Enter>" },
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
lone_escape_waits_fifty_milliseconds_and_no_longer(void **state)
{
	(void)state;
	struct keys *keys = keys_new();
	struct key key;
	int wait_ms = 0;

	keys_feed(keys, "\033", 1, 1000);
	assert_false(keys_next(keys, 1010, &key, &wait_ms));
	assert_int_equal(wait_ms, 40);
	assert_false(keys_ready(keys, 1049));
	assert_false(keys_next(keys, 1049, &key, &wait_ms));
	assert_true(keys_ready(keys, 1050));
	assert_true(keys_next(keys, 1050, &key, &wait_ms));
	assert_int_equal(key.code, KEYS_ESCAPE);
	assert_false(keys_next(keys, 1050, &key, &wait_ms));
	assert_int_equal(wait_ms, -1);
	keys_free(keys);
}

static void
lone_escape_behind_other_keys_is_taken_out_of_turn(void **state)
{
	(void)state;
	struct keys *keys = keys_new();
	struct key key;
	int wait_ms = 0;

	keys_feed(keys, "ab", 2, 1000);
	assert_false(keys_take_escape(keys, 1100));
	keys_feed(keys, "\033", 1, 1100);
	assert_false(keys_take_escape(keys, 1149));
	assert_true(keys_take_escape(keys, 1150));
	assert_false(keys_take_escape(keys, 1150));
	assert_true(keys_next(keys, 1150, &key, &wait_ms));
	assert_true(keys_next(keys, 1150, &key, &wait_ms));
	assert_string_equal(key.text, "b");
	assert_false(keys_next(keys, 1150, &key, &wait_ms));
	keys_feed(keys, "\033[A", 3, 1200);
	assert_false(keys_take_escape(keys, 1300));
	assert_true(keys_next(keys, 1300, &key, &wait_ms));
	assert_int_equal(key.code, KEYS_UP);
	keys_feed(keys, "\033[200~\033", 7, 1400);
	assert_false(keys_next(keys, 1400, &key, &wait_ms));
	assert_false(keys_take_escape(keys, 1500));
	keys_free(keys);
}

static void
escape_delay_is_a_setting_within_bounds(void **state)
{
	static const struct {
		int set_ms, waits_ms;
	} lines[] = { { 25, 25 }, { 0, 10 }, { 9999, 1000 } };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct keys *keys = keys_new();
		struct key key;
		int wait_ms = 0;

		keys_escape_delay(keys, lines[i].set_ms);
		keys_feed(keys, "\033", 1, 0);
		assert_false(keys_next(keys, 0, &key, &wait_ms));
		assert_int_equal(wait_ms, lines[i].waits_ms);
		keys_free(keys);
	}
}

static void
unfinished_sequence_is_given_up_after_half_a_second(void **state)
{
	static const struct line lines[] = {
		{ "\033[", "<unknown ESC [>" },
		{ "\033[1;", "<unknown ESC [1;>" },
		{ "\033O", "<Esc>O" },
		{ "\033P", "<Esc>P" },
		{ "\033]11;rgb", "<unknown ESC ]11;rgb>" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct keys *keys = keys_new();
		struct buf text = { 0 };
		struct key key;
		int wait_ms = 0;

		keys_feed(keys, lines[i].bytes, strlen(lines[i].bytes), 0);
		assert_false(keys_next(keys, 100, &key, &wait_ms));
		assert_int_equal(wait_ms, 400);
		take_keys(keys, 500, &text);
		assert_string_equal(buf_text(&text), lines[i].wanted);
		buf_done(&text);
		keys_free(keys);
	}
}

static void
half_a_character_waits_for_the_rest_for_ever(void **state)
{
	(void)state;
	struct keys *keys = keys_new();
	struct key key;
	int wait_ms = 0;

	keys_feed(keys, "\xe5\xaf", 2, 0);
	assert_false(keys_next(keys, 1000000, &key, &wait_ms));
	assert_int_equal(wait_ms, -1);
	keys_feed(keys, "\x8c", 1, 1000000);
	assert_true(keys_next(keys, 1000000, &key, &wait_ms));
	assert_string_equal(key.text, "富");
	assert_int_equal(key.rune, 0x5bcc);
	keys_free(keys);
}

static void
paste_is_one_key_with_its_lines(void **state)
{
	static const struct line lines[] = {
		{ "\033[200~one\rtwo\r\nthree\nfour\033[201~a", "<paste one\ntwo\nthree\nfour>a" },
		{ "\033[200~code\tname\033[201~", "<paste code\tname>" },
		{ "\033[200~q\033[A\033[3~\x01\033[201~", "<paste q[A[3~>" },	/* nothing in it is a command */
		{ "\033[200~富\xff山\033[201~", "<paste 富山>" },
		{ "\033[200~\033[201~\033[200~b\033[201~", "<paste ><paste b>" },
		{ NULL, NULL },
	};

	(void)state;
	expect_lines(lines);
}

static void
paste_that_lost_its_end_is_given_after_two_seconds(void **state)
{
	(void)state;
	struct keys *keys = keys_new();
	struct buf text = { 0 };
	struct key key;
	int wait_ms = 0;

	keys_feed(keys, "\033[200~lost", 10, 0);
	assert_false(keys_next(keys, 1000, &key, &wait_ms));
	assert_int_equal(wait_ms, 1000);
	assert_false(keys_ready(keys, 1999));
	assert_true(keys_ready(keys, 2000));
	take_keys(keys, 2000, &text);
	keys_feed(keys, "a", 1, 2001);
	take_keys(keys, 2001, &text);
	assert_string_equal(buf_text(&text), "<paste lost>a");
	buf_done(&text);
	keys_free(keys);
}

static void
looking_ahead_leaves_the_paste_valid(void **state)
{
	(void)state;
	struct keys *keys = keys_new();
	struct key key;
	int wait_ms = 0;

	keys_feed(keys, "\033[200~one\033[201~\033[200~two\033[201~", 30, 0);
	assert_true(keys_next(keys, 0, &key, &wait_ms));
	assert_true(keys_ready(keys, 0));
	assert_string_equal(key.paste, "one");
	assert_true(keys_next(keys, 0, &key, &wait_ms));
	assert_string_equal(key.paste, "two");
	assert_false(keys_ready(keys, 0));
	keys_free(keys);
}

static void
flush_forgets_whole_keys_and_the_rest_of_a_paste(void **state)
{
	static const struct {
		const char *before, *after, *wanted;
	} lines[] = {
		{ "abc\033[A", "d", "d" },
		{ "abc\033[", "Ad", "<Up>d" },		/* not the letter A */
		{ "\xe5\xaf", "\x8c", "富" },
		{ "a\033[200~one\r", "two\r\033[201~d", "d" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct keys *keys = keys_new();
		struct buf text = { 0 };

		keys_feed(keys, lines[i].before, strlen(lines[i].before), 0);
		keys_flush(keys);
		keys_feed(keys, lines[i].after, strlen(lines[i].after), 1);
		take_keys(keys, 1, &text);
		assert_string_equal(buf_text(&text), lines[i].wanted);
		buf_done(&text);
		keys_free(keys);
	}
}

/* What terminals send, in pieces: whatever follows whatever, splits change nothing. */
static void
splits_of_random_bytes_change_nothing(void **state)
{
	static const char *const pieces[] = {
		"a", "富", "\xed\x95\x9c", "\xff", "\xe5", "\033[A", "\033OP", "\033[1;5B", "\033[99~", "\033[", "\033O",
		"\033]0;x\a", "\033]1", "\033", "1", "\033[200~", "\033[201~", "\r", "\n", "\033[M", "\033[[A", "~", "\033\\", "$",
	};
	enum { PIECES = 12 };
	uint32_t random = rounds_seed();

	(void)state;
	for (unsigned round = 0; round < rounds_count(500); round++) {
		struct buf bytes = { 0 }, whole = { 0 };
		struct keys *keys = keys_new();

		for (int i = 0; i < PIECES; i++) {
			random = random * 1664525 + 1013904223;
			buf_add(&bytes, pieces[(random >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		keys_feed(keys, buf_text(&bytes), bytes.length, 0);
		take_keys(keys, 10, &whole);
		take_keys(keys, TIMES_UP_MS, &whole);
		expect_keys(buf_text(&bytes), buf_text(&whole));
		keys_free(keys);
		buf_done(&whole);
		buf_done(&bytes);
	}
}

static void
learned_sequence_goes_before_the_known_one(void **state)
{
	(void)state;
	struct keys *keys = keys_new();
	struct buf text = { 0 };

	keys_learn(keys, "\033Ot", KEYS_F5);	/* the keypad's 4, without it */
	keys_learn(keys, "\033[224z", KEYS_F1);
	keys_learn(keys, "\033v", KEYS_PAGE_UP);
	keys_learn(keys, "\010", KEYS_LEFT);	/* a character: not taken */
	keys_feed(keys, "\033Ot\033[224z\033v\010", 12, 0);
	take_keys(keys, 0, &text);
	assert_string_equal(buf_text(&text), "<F5><F1><PgUp><BS>");
	buf_done(&text);
	keys_free(keys);
}

static void
command_letters_come_through_every_layout(void **state)
{
	static const struct {
		const char *layout;
		uint32_t rune;
		char letter;
	} lines[] = {
		{ NULL, 'q', 'q' }, { NULL, '?', '?' }, { NULL, ' ', ' ' }, { NULL, 0x7f, 0 },
		{ "ru", U'й', 'q' }, { "ru", U'Г', 'U' }, { "ru", U'я', 'z' }, { "ru", U'Ж', ':' },
		{ "ru", U'о', 'j' }, { "ru", U'л', 'k' }, { "ru", U'п', 'g' }, { "ru", U'П', 'G' },
		{ "mn", U'ф', 'q' }, { "mn", U'ө', 'f' }, { "mn", U'ү', 'o' }, { "mn", U'Й', 'A' },
		{ "ru", U'ө', 0 }, { "en", U'й', 0 }, { NULL, U'й', 0 },
		{ NULL, U'ｑ', 'q' }, { NULL, U'？', '?' }, { NULL, U'７', '7' }, { NULL, U'　', ' ' },
		{ NULL, U'ㅂ', 'q' }, { "ru", U'ㅓ', 'j' }, { NULL, U'ㅖ', 'P' }, { NULL, U'ㄳ', 0 },
		{ "ru", U'富', 0 }, { "ru", U'é', 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		assert_int_equal(keys_command_letter(lines[i].rune, lines[i].layout), lines[i].letter);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_of_every_terminal_are_known_however_split),
		cmocka_unit_test(modifiers_are_swallowed),
		cmocka_unit_test(unknown_sequences_are_swallowed_whole_and_named),
		cmocka_unit_test(late_answer_about_the_cursor_is_no_key),
		cmocka_unit_test(text_of_every_script_comes_whole_and_in_order),
		cmocka_unit_test(invalid_byte_loses_nothing_but_itself),
		cmocka_unit_test(escape_before_a_character_is_a_key_of_its_own),
		cmocka_unit_test(lone_escape_waits_fifty_milliseconds_and_no_longer),
		cmocka_unit_test(lone_escape_behind_other_keys_is_taken_out_of_turn),
		cmocka_unit_test(escape_delay_is_a_setting_within_bounds),
		cmocka_unit_test(unfinished_sequence_is_given_up_after_half_a_second),
		cmocka_unit_test(half_a_character_waits_for_the_rest_for_ever),
		cmocka_unit_test(paste_is_one_key_with_its_lines),
		cmocka_unit_test(paste_that_lost_its_end_is_given_after_two_seconds),
		cmocka_unit_test(looking_ahead_leaves_the_paste_valid),
		cmocka_unit_test(flush_forgets_whole_keys_and_the_rest_of_a_paste),
		cmocka_unit_test(splits_of_random_bytes_change_nothing),
		cmocka_unit_test(learned_sequence_goes_before_the_known_one),
		cmocka_unit_test(command_letters_come_through_every_layout),
	};

	return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
