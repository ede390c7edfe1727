/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keys.h"

#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "base/buf.h"
#include "base/mem.h"

enum {
	ESCAPE_MS = 50,		/* 25 tears arrow keys that arrive in two packets */
	SEQUENCE_MS = 500,	/* the longest a sequence may take to arrive whole */
	PASTE_MS = 2000,	/* a paste this long silent has lost its end mark */
	MOUSE_BYTES = 3,	/* after ESC [ M: button, column, row */
	PASTE_BEGIN = 200,
};

static const char paste_end[] = "\033[201~";

struct learned {
	char *sequence;
	enum key_code code;
};

struct keys {
	struct buf bytes;	/* read, from at on not yet taken */
	size_t at;
	int64_t since_ms;	/* when the byte at `at` came to be the first */
	int64_t fed_ms;		/* when the newest byte came */
	int escape_ms;
	struct learned *learned;
	size_t learned_count, learned_room;
	bool pasting;		/* between the marks of a bracketed paste */
	bool paste_dropped;	/* flushed meanwhile: to be read, not delivered */
	struct buf raw;		/* of the paste so far */
	struct buf paste;	/* the last one delivered */
};

/* What stands first in the decoder: used bytes make the key; 0: not yet whole. */
struct found {
	size_t used;
	int wait_ms;		/* used is 0: for so long; -1: until bytes come */
	bool paste_begins;
	struct key key;
};

struct keys *
keys_new(void)
{
	struct keys *keys = mem_alloc(sizeof *keys);

	keys->escape_ms = ESCAPE_MS;
	return keys;
}

void
keys_free(struct keys *keys)
{
	if (keys == NULL)
		return;
	for (size_t i = 0; i < keys->learned_count; i++)
		free(keys->learned[i].sequence);
	free(keys->learned);
	buf_done(&keys->bytes);
	buf_done(&keys->raw);
	buf_done(&keys->paste);
	free(keys);
}

void
keys_learn(struct keys *keys, const char *sequence, enum key_code code)
{
	if (sequence[0] != '\033' || sequence[1] == '\0')
		return;
	keys->learned = mem_room(keys->learned, keys->learned_count, &keys->learned_room, sizeof *keys->learned);
	keys->learned[keys->learned_count++] = (struct learned){ mem_strdup(sequence), code };
}

void
keys_escape_delay(struct keys *keys, int ms)
{
	keys->escape_ms = ms < 10 ? 10 : ms > 1000 ? 1000 : ms;
}

void
keys_feed(struct keys *keys, const char *bytes, size_t length, int64_t now_ms)
{
	size_t left = keys->bytes.length - keys->at;

	if (left == 0)
		keys->since_ms = now_ms;
	if (keys->at > 0) {
		memmove(keys->bytes.bytes, keys->bytes.bytes + keys->at, left);
		buf_cut(&keys->bytes, left);
		keys->at = 0;
	}
	buf_add_bytes(&keys->bytes, bytes, length);
	keys->fed_ms = now_ms;
}

/* Characters */

/*
 * How many of n bytes make the first character: 0 when more must come, -1 when
 * the first byte can begin none. Refuses overlong forms and surrogates.
 */
static int
utf8_take(const unsigned char *p, size_t n, uint32_t *ret_rune)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	int size = p[0] < 0x80 ? 1 : p[0] >= 0xc2 && p[0] < 0xe0 ? 2 :
	    (p[0] & 0xf0) == 0xe0 ? 3 : p[0] >= 0xf0 && p[0] < 0xf5 ? 4 : -1;
	uint32_t rune = p[0];

	if (size == 1)
		*ret_rune = rune;
	if (size <= 1)
		return size;
	rune &= 0xffu >> (size + 1);
	for (int i = 1; i < size; i++) {
		if ((size_t)i == n)
			return 0;
		if ((p[i] & 0xc0) != 0x80)
			return -1;
		rune = rune << 6 | (p[i] & 0x3f);
	}
	if (rune < least[size] || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
		return -1;
	*ret_rune = rune;
	return size;
}

static struct found
control_key(unsigned char c)
{
	static const enum key_code codes[0x80] = {
		['\t'] = KEYS_TAB,
		['\r'] = KEYS_ENTER,
		['\n'] = KEYS_ENTER,
		['\b'] = KEYS_BACKSPACE,
		[0x7f] = KEYS_BACKSPACE,
	};
	struct found found = { .used = 1, .key.code = codes[c] };

	if (found.key.code == KEYS_NONE) {
		found.key.code = KEYS_CONTROL;
		found.key.rune = c >= 1 && c <= 26 ? c + 0x60u : c + 0x40u;
	}
	return found;
}

static struct found
character_key(const char *p, size_t n)
{
	struct found found = { .wait_ms = -1 };
	uint32_t rune;
	int size = utf8_take((const unsigned char *)p, n, &rune);

	if (size == 0)
		return found;
	if (size == 1 && (rune < 0x20 || rune == 0x7f))
		return control_key((unsigned char)rune);
	found.used = size > 0 ? (size_t)size : 1;
	if (size < 0 || (rune >= 0x80 && rune < 0xa0)) {
		found.key.code = KEYS_BAD;
		return found;
	}
	found.key.code = KEYS_TEXT;
	found.key.rune = rune;
	memcpy(found.key.text, p, found.used);
	return found;
}

/* Sequences: first where they end, then what they mean */

static bool
is_final(char c)
{
	return c >= 0x40 && c <= 0x7e;
}

/*
 * From ESC [ to the final byte; 0 when it has not come. A byte that can not be
 * part of it ends it too, and is left for the next key.
 */
static size_t
csi_length(const char *p, size_t n)
{
	size_t i = 2;

	if (n > 2 && p[2] == '[')		/* Linux console: ESC [ [ A */
		return n > 3 ? 4 : 0;
	if (n > 2 && p[2] == 'M')
		return n >= 3 + MOUSE_BYTES ? 3 + MOUSE_BYTES : 0;
	while (i < n && p[i] >= '0' && p[i] <= '9')
		i++;
	if (i > 2 && i < n && p[i] == '$')	/* rxvt: shift ends in what is no final byte */
		return i + 1;
	for (; i < n; i++) {
		if (is_final(p[i]))
			return i + 1;
		if (p[i] < 0x20 || p[i] > 0x3f)
			return i;
	}
	return 0;
}

static size_t
ss3_length(const char *p, size_t n)
{
	for (size_t i = 2; i < n; i++) {
		if (is_final(p[i]))
			return i + 1;
		if (strchr("0123456789;", p[i]) == NULL)
			return i;
	}
	return 0;
}

/* OSC, DCS and the like: to BEL or ESC \ */
static size_t
string_length(const char *p, size_t n)
{
	for (size_t i = 2; i < n; i++) {
		if (p[i] == '\a')
			return i + 1;
		if (p[i] == '\033' && i + 1 < n)
			return p[i + 1] == '\\' ? i + 2 : i;
	}
	return 0;
}

static size_t
(*const lengths[0x80])(const char *p, size_t n) = {
	['['] = csi_length,
	['O'] = ss3_length,
	[']'] = string_length,
	['P'] = string_length,
	['_'] = string_length,
	['^'] = string_length,
	['X'] = string_length,
};

static const enum key_code by_final[0x80] = {
	['A'] = KEYS_UP, ['B'] = KEYS_DOWN, ['C'] = KEYS_RIGHT, ['D'] = KEYS_LEFT,
	['a'] = KEYS_UP, ['b'] = KEYS_DOWN, ['c'] = KEYS_RIGHT, ['d'] = KEYS_LEFT,	/* rxvt, shift */
	['H'] = KEYS_HOME, ['F'] = KEYS_END, ['Z'] = KEYS_BACKTAB,
	['P'] = KEYS_F1, ['Q'] = KEYS_F2, ['R'] = KEYS_F3, ['S'] = KEYS_F4,
};

static const enum key_code by_number[] = {
	[1] = KEYS_HOME, [2] = KEYS_INSERT, [3] = KEYS_DELETE, [4] = KEYS_END,
	[5] = KEYS_PAGE_UP, [6] = KEYS_PAGE_DOWN, [7] = KEYS_HOME, [8] = KEYS_END,
	[11] = KEYS_F1, [12] = KEYS_F2, [13] = KEYS_F3, [14] = KEYS_F4, [15] = KEYS_F5,
	[17] = KEYS_F6, [18] = KEYS_F7, [19] = KEYS_F8, [20] = KEYS_F9, [21] = KEYS_F10,
	[23] = KEYS_F11, [24] = KEYS_F12,
};

static const enum key_code by_console_letter[0x80] = {
	['A'] = KEYS_F1, ['B'] = KEYS_F2, ['C'] = KEYS_F3, ['D'] = KEYS_F4, ['E'] = KEYS_F5,
};

static enum key_code
code_of_csi(const char *p, size_t length)
{
	char final = p[length - 1];
	size_t number = strtoul(p + 2, NULL, 10);

	if (p[2] == '[')
		return by_console_letter[final & 0x7f];
	if (strchr("~^$@", final) != NULL && p[2] >= '0' && p[2] <= '9')	/* rxvt marks modifiers by the last three */
		return number < sizeof by_number / sizeof *by_number ? by_number[number] : KEYS_NONE;
	if (length > 3 && (p[2] < '0' || p[2] > '9'))
		return KEYS_NONE;
	return is_final(final) ? by_final[(unsigned char)final] : KEYS_NONE;
}

/* The keypad in application mode types its characters after ESC O. */
static struct key
key_of_ss3(char final)
{
	static const char keypad[] = "*+,-./0123456789";	/* from 'j' on */
	struct key key = { .code = by_final[final & 0x7f] };

	if (final == 'M')
		key.code = KEYS_ENTER;
	if (final >= 'j' && final <= 'y') {
		key.code = KEYS_TEXT;
		key.text[0] = keypad[final - 'j'];
		key.rune = (uint32_t)key.text[0];
	}
	return key;
}

static enum key_code
find_learned(const struct keys *keys, const char *p, size_t length)
{
	for (size_t i = 0; i < keys->learned_count; i++) {
		const char *sequence = keys->learned[i].sequence;

		if (strlen(sequence) == length && memcmp(sequence, p, length) == 0)
			return keys->learned[i].code;
	}
	return KEYS_NONE;
}

/* "ESC [99~": what a clerk can read to whoever looks after the terminals. */
static struct key
unknown_key(const char *p, size_t length)
{
	struct key key = { .code = KEYS_UNKNOWN, .text = "ESC " };
	size_t to = 4, most = sizeof key.text - 1;

	for (size_t i = 1; i < length && to < most; i++)
		key.text[to++] = p[i] >= 0x20 && p[i] < 0x7f ? p[i] : '?';
	if (length > most - 3)
		key.text[to - 1] = '~';
	return key;
}

/*
 * The answer to a question for the cursor that came too late. Shift-F3 of some
 * terminals looks the same; no shifted F-key means anything here.
 */
static bool
is_cursor_report(const char *p, size_t length)
{
	return p[1] == '[' && p[length - 1] == 'R' && length > 3;
}

static struct found
whole_sequence(const struct keys *keys, const char *p, size_t length)
{
	struct found found = { .used = length };

	found.key.code = find_learned(keys, p, length);
	if (found.key.code != KEYS_NONE || is_cursor_report(p, length))
		return found;
	if (p[1] == '[' && p[length - 1] == '~' && strtoul(p + 2, NULL, 10) == PASTE_BEGIN) {
		found.paste_begins = true;
		return found;
	}
	if (p[1] == '[')
		found.key.code = code_of_csi(p, length);
	else if (p[1] == 'O')
		found.key = key_of_ss3(p[length - 1]);
	if (found.key.code == KEYS_NONE)
		found.key = unknown_key(p, length);
	return found;
}

/* Milliseconds until limit after the first byte came; 0 when that is over. */
static int
left_of(const struct keys *keys, int limit, int64_t now_ms)
{
	int64_t left = keys->since_ms + limit - now_ms;

	return left > 0 ? (int)left : 0;
}

static struct found
escape_alone(void)
{
	return (struct found){ .used = 1, .key.code = KEYS_ESCAPE };
}

static struct found
unfinished_sequence(const struct keys *keys, const char *p, size_t n, int64_t now_ms)
{
	int wait_ms = left_of(keys, SEQUENCE_MS, now_ms);

	if (wait_ms > 0)
		return (struct found){ .wait_ms = wait_ms };
	if (n == 2 && p[1] != '[')
		return escape_alone();		/* Alt and a letter, or typed fast */
	return (struct found){ .used = n, .key = unknown_key(p, n) };
}

static struct found
escape_key(const struct keys *keys, const char *p, size_t n, int64_t now_ms)
{
	if (n == 1) {
		int wait_ms = left_of(keys, keys->escape_ms, now_ms);
		return wait_ms > 0 ? (struct found){ .wait_ms = wait_ms } : escape_alone();
	}
	unsigned char second = (unsigned char)p[1];
	if (second >= 0x80 || lengths[second] == NULL) {
		enum key_code code = find_learned(keys, p, 2);
		return code != KEYS_NONE && !(second >= '0' && second <= '9') ?
		    (struct found){ .used = 2, .key.code = code } : escape_alone();
	}
	size_t length = lengths[second](p, n);
	return length > 0 ? whole_sequence(keys, p, length) : unfinished_sequence(keys, p, n, now_ms);
}

/* Paste */

/* Valid UTF-8 without controls, lines split by \n whatever the terminal sent. */
static void
clean_paste(struct keys *keys)
{
	const char *p = buf_text(&keys->raw), *end = p + keys->raw.length;
	uint32_t rune = 0;

	buf_clear(&keys->paste);
	while (p < end) {
		int size = utf8_take((const unsigned char *)p, (size_t)(end - p), &rune);
		bool line = size == 1 && (rune == '\r' || rune == '\n');

		if (line)
			buf_add_char(&keys->paste, '\n');
		else if (size > 0 && (rune == '\t' || (rune >= 0x20 && (rune < 0x7f || rune >= 0xa0))))
			buf_add_bytes(&keys->paste, p, (size_t)size);
		p += line && rune == '\r' && p + 1 < end && p[1] == '\n' ? 2 : size > 0 ? size : 1;
	}
	buf_clear(&keys->raw);
}

static const char *
find_paste_end(const struct keys *keys)
{
	return memmem(buf_text(&keys->bytes) + keys->at, keys->bytes.length - keys->at,
	    paste_end, sizeof paste_end - 1);
}

static bool
is_silent(const struct keys *keys, int64_t now_ms)
{
	return now_ms - keys->fed_ms >= PASTE_MS;
}

/* Move what surely belongs to the paste: all but what may begin the end mark. */
static void
collect_paste(struct keys *keys, const char *end)
{
	const char *p = buf_text(&keys->bytes) + keys->at;
	size_t left = keys->bytes.length - keys->at, mark = sizeof paste_end - 1;
	size_t size = end != NULL ? (size_t)(end - p) : left < mark ? 0 : left - mark + 1;

	buf_add_bytes(&keys->raw, p, size);
	keys->at += size;
}

static struct found
paste_key(struct keys *keys, int64_t now_ms)
{
	struct found found = { .used = sizeof paste_end - 1 };
	const char *end = find_paste_end(keys);

	if (end == NULL && is_silent(keys, now_ms)) {
		buf_add(&keys->bytes, paste_end);
		end = find_paste_end(keys);
	}
	collect_paste(keys, end);
	if (end == NULL)
		return (struct found){ .wait_ms = (int)(keys->fed_ms + PASTE_MS - now_ms) };
	clean_paste(keys);
	keys->pasting = false;
	if (!keys->paste_dropped) {
		found.key.code = KEYS_PASTE;
		found.key.paste = buf_text(&keys->paste);
	}
	keys->paste_dropped = false;
	return found;
}

/* Taking */

static struct found
find_key(const struct keys *keys, int64_t now_ms)
{
	const char *p = buf_text(&keys->bytes) + keys->at;
	size_t n = keys->bytes.length - keys->at;

	if (n == 0)
		return (struct found){ .wait_ms = -1 };
	return *p == '\033' ? escape_key(keys, p, n, now_ms) : character_key(p, n);
}

static void
consume(struct keys *keys, const struct found *found)
{
	keys->at += found->used;
	keys->since_ms = keys->fed_ms;
	if (found->paste_begins)
		keys->pasting = true;
}

bool
keys_next(struct keys *keys, int64_t now_ms, struct key *ret_key, int *ret_wait_ms)
{
	for (;;) {
		struct found found = keys->pasting ? paste_key(keys, now_ms) : find_key(keys, now_ms);

		if (found.used == 0) {
			*ret_wait_ms = found.wait_ms;
			return false;
		}
		consume(keys, &found);
		if (found.key.code != KEYS_NONE) {
			*ret_key = found.key;
			return true;
		}
	}
}

bool
keys_ready(struct keys *keys, int64_t now_ms)
{
	while (!keys->pasting) {
		struct found found = find_key(keys, now_ms);

		if (found.used == 0)
			return false;
		if (found.key.code != KEYS_NONE)
			return true;
		consume(keys, &found);
	}
	return find_paste_end(keys) != NULL || is_silent(keys, now_ms);
}

bool
keys_take_escape(struct keys *keys, int64_t now_ms)
{
	size_t length = keys->bytes.length;

	if (keys->pasting || length == keys->at || buf_text(&keys->bytes)[length - 1] != '\033' ||
	    now_ms - keys->fed_ms < keys->escape_ms)
		return false;
	buf_cut(&keys->bytes, length - 1);
	return true;
}

void
keys_flush(struct keys *keys)
{
	struct key key;
	int wait_ms;

	while (keys_next(keys, keys->fed_ms, &key, &wait_ms))
		;
	keys->paste_dropped = keys->pasting;
}

/* Letters of other layouts, for commands */

static const char qwerty[] =
	"qwertyuiop[]asdfghjkl;'zxcvbnm,./`" "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?~";

struct layout {
	const char *name;
	const char32_t *letters;	/* in the places of qwerty */
};

/* A blank: the key types no letter there that could be meant as a command. */
static const struct layout layouts[] = {
	{ "ru", U"йцукенгшщзхъфывапролджэячсмитьбю ё" U"ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ Ё" },
	{ "mn", U"фцужэнгшүзкъйыбөахролдпячёсмитьвю " U"ФЦУЖЭНГШҮЗКЪЙЫБӨАХРОЛДПЯЧЁСМИТЬВЮ " },
	{ "ko", U"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ  ㅁㄴㅇㄹㅎㅗㅓㅏㅣ  ㅋㅌㅊㅍㅠㅜㅡ    " U"ㅃㅉㄸㄲㅆ   ㅒㅖ                        " },
};

static char
letter_in(const struct layout *layout, uint32_t rune)
{
	for (size_t i = 0; layout->letters[i] != 0; i++)
		if (layout->letters[i] == rune)
			return qwerty[i];
	return 0;
}

char
keys_command_letter(uint32_t rune, const char *layout)
{
	if (rune >= 0xff01 && rune <= 0xff5e)
		rune -= 0xfee0;		/* full-width forms stand in the order of ASCII */
	if (rune == 0x3000)
		rune = ' ';
	if (rune < 0x80)
		return rune >= ' ' && rune < 0x7f ? (char)rune : 0;
	for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
		/* Jamo stand in one layout only, Cyrillic letters in two. */
		bool asked = rune >= 0x3131 || (layout != NULL && strcmp(layouts[i].name, layout) == 0);
		char letter = asked ? letter_in(&layouts[i], rune) : 0;

		if (letter != 0)
			return letter;
	}
	return 0;
}
