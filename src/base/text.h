/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/text.h -- UTF-8 in six languages: stored, shown, measured, cut, folded
 *
 * Stored text is valid UTF-8 in NFC without control or format characters.
 * Nothing reaches the screen but through text_show, which is stricter: it takes
 * out all that terminals disagree on, so that what is measured here is what
 * they draw. Columns are counted with wcwidth because curses counts so. This is
 * the only home of libunistring. Every char * returned is freed by the caller.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

enum { TEXT_REPLACEMENT = 0xfffd };	/* stands for what cannot be read or shown */

/*
 * Set LC_CTYPE, and no other category, to one that knows UTF-8: the
 * environment's, else C.UTF-8. main calls it first of all, before a terminal is
 * asked anything: without it wcwidth knows ASCII only. False when the system
 * has no such locale.
 */
bool text_locale(void);

/*
 * May these bytes be stored? Refused: bad UTF-8, what is not NFC, control and
 * format characters (bidi marks, joiners, byte order marks), and line breaks
 * unless many_lines. *ret_why is then a translated sentence that lives as long
 * as the catalogue.
 */
bool text_is_storable(const char *text, size_t size, bool many_lines, const char **ret_why);

/*
 * What comes closest to text and means the same: NFC; bad bytes U+FFFD; the
 * invisible format characters that a paste brings along are gone; TAB is a
 * blank, every kind of line end a newline. Only control characters, and
 * newlines where there may be none, are left for text_is_storable to refuse.
 */
char *text_store(const char *text, size_t size);

/* One line that is safe to draw: no controls, nothing invisible, a newline a blank. */
char *text_show(const char *text);
void text_add_shown(struct buf *shown, const char *text);

/* For the following, text comes from text_show, or from the program itself. */

int text_width(const char *text);	/* columns */

/*
 * Append exactly columns columns (none when it is negative): text padded with
 * blanks, or cut between graphemes with '~' at its end.
 */
void text_fit(struct buf *fitted, const char *text, int columns);

/* The next and the one before of the places where a cursor may stand. */
const char *text_next(const char *text);	/* text itself at its end */
const char *text_prev(const char *text, const char *start);	/* start at start */

/* Where the word that ends before text begins: over blanks, then to the next one. */
const char *text_word_start(const char *text, const char *start);

/*
 * The code point at text, U+FFFD for bytes that are none; returns what follows.
 * At the end: 0, and text itself.
 */
const char *text_decode(const char *text, uint32_t *ret_rune);

/* Writes the rune and a NUL; returns its bytes. U+FFFD for what is no rune. */
int text_encode(char ret_bytes[5], uint32_t rune);

void text_add_rune(struct buf *text, uint32_t rune);

/* A mark that stands on the letter before it. */
bool text_is_mark(uint32_t rune);

enum text_fold {
	TEXT_FOLD_ACCENTS = 1 << 0,	/* off Latin, Greek and Cyrillic: ё is е, й is и */
	TEXT_FOLD_KANA = 1 << 1,	/* katakana is hiragana; the long mark stays */
	TEXT_FOLD_KEEP_SHORT_I = 1 << 2,	/* but й stays a letter of its own */
};

/*
 * text as texts are compared: NFKC and case folded, so full and half width are
 * one, invisible characters gone; and what says, a set of enum text_fold.
 */
char *text_folded(const char *text, unsigned what);

/* Do words that are folded already stand in text, folded in the same way? */
bool text_folded_holds(const char *text, const char *folded, unsigned what);

#endif
