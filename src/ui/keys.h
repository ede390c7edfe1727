/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/keys.h -- from the bytes of any terminal to keys
 *
 * One decoder of our own for UTF-8, CSI, SS3, OSC and bracketed paste that
 * keeps its bytes between reads: get_wch of ncurses loses up to 144 keys after
 * one invalid byte and drops a character split over two packets. It is a pure
 * function of bytes and time, so every trap is a line of a table in its test.
 */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_code {
	KEYS_NONE,
	KEYS_TEXT,	/* one character: key.text, key.rune */
	KEYS_PASTE,	/* key.paste, owned by the decoder until the next paste */
	KEYS_ENTER, KEYS_TAB, KEYS_BACKTAB, KEYS_BACKSPACE, KEYS_DELETE, KEYS_INSERT,
	KEYS_UP, KEYS_DOWN, KEYS_LEFT, KEYS_RIGHT, KEYS_HOME, KEYS_END,
	KEYS_PAGE_UP, KEYS_PAGE_DOWN,
	KEYS_ESCAPE,
	KEYS_F1, KEYS_F2, KEYS_F3, KEYS_F4, KEYS_F5, KEYS_F6,
	KEYS_F7, KEYS_F8, KEYS_F9, KEYS_F10, KEYS_F11, KEYS_F12,
	KEYS_CONTROL,	/* key.rune is the letter: 's' for ^S, '_' for ^_ */
	KEYS_UNKNOWN,	/* a sequence swallowed whole: key.text names it, "ESC [99~" */
	KEYS_BAD,	/* a byte that is no character: dropped */
	KEYS_RESIZE, KEYS_CONTINUE,	/* made by the screen, not by bytes */
	KEYS_HANGUP,	/* SIGHUP, SIGTERM or the terminal is gone: keep drafts and end */
	KEYS_IDLE,	/* the wait the caller asked for is over */
};

struct key {
	enum key_code code;
	uint32_t rune;		/* KEYS_TEXT: the code point; KEYS_CONTROL: the letter */
	char text[40];		/* UTF-8 of KEYS_TEXT; name of KEYS_UNKNOWN */
	const char *paste;	/* KEYS_PASTE: valid UTF-8 without controls but \n between lines and \t */
};

struct keys;		/* the decoder */

struct keys *keys_new(void);
void keys_free(struct keys *keys);

/*
 * Teach it a sequence of this terminal, such as terminfo's kf1; copied. What
 * does not begin with ESC is a character and not taken.
 */
void keys_learn(struct keys *keys, const char *sequence, enum key_code code);

/* Bytes read from the terminal at now_ms (clock_monotonic_ms). */
void keys_feed(struct keys *keys, const char *bytes, size_t length, int64_t now_ms);

/*
 * Take the next key. False when none is complete; *ret_wait_ms then says how
 * long the caller may wait before asking again (-1: until bytes come). A lone
 * ESC is KEYS_ESCAPE after 50 ms (a setting), an unfinished CSI unknown after
 * 500 ms.
 */
bool keys_next(struct keys *keys, int64_t now_ms, struct key *ret_key, int *ret_wait_ms);

/* Would keys_next give one now? Tells without taking it; a given paste stays valid. */
bool keys_ready(struct keys *keys, int64_t now_ms);

/* Take a lone ESC that came last, whatever is typed before it: somebody wants out. */
bool keys_take_escape(struct keys *keys, int64_t now_ms);

void keys_escape_delay(struct keys *keys, int ms);	/* 10 to 1000 */

/*
 * Forget what was typed ahead: after an error, and only then. What is not yet
 * whole stays, or its rest would be taken for letters.
 */
void keys_flush(struct keys *keys);

/*
 * The letter a key means as a command in the rows zone: itself for ASCII,
 * else through full-width forms, the Russian or Mongolian table of layout
 * ("ru", "mn") or the place of a Hangul jamo. 0 when it is no command letter.
 */
char keys_command_letter(uint32_t rune, const char *layout);

#endif
