/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/text.h -- UTF-8 that is safe to keep and safe to show
 *
 * Stored text is valid UTF-8 in NFC without control or bidi characters. What is
 * shown passes text_show first, which is also the defence against escape
 * sequences in data. wcwidth is the only measure of width, because ncurses asks
 * it too; u8_strwidth counts ESC as nothing and printf counts bytes. This file
 * is the one home of libunistring.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

/*
 * Make wcwidth know Unicode whatever the environment says: sets LC_CTYPE, and
 * nothing else, to the user's locale if it is UTF-8, else to C.UTF-8. main
 * calls it first. False when this system has no UTF-8 locale at all.
 */
bool text_locale(void);

/*
 * May these bytes be stored? many_lines allows newlines. *ret_why, when it may
 * not, is a translated sentence that lives for ever.
 */
bool text_is_storable(const char *text, size_t length, bool many_lines, const char **ret_why);

/* Valid UTF-8 (bad bytes become U+FFFD) in NFC; the caller frees it. */
char *text_store(const char *text, size_t length);

/* One line that no terminal can trip over; the caller frees it. */
char *text_show(const char *text);
void text_add_shown(struct buf *out, const char *text);

/* Columns of text that went through text_show. */
int text_width(const char *shown);

/* Append shown in exactly columns columns: cut by graphemes with '~', or padded. */
void text_fit(struct buf *out, const char *shown, int columns);

/* The next grapheme boundary after text, the one before it (start at least). */
const char *text_next(const char *text);
const char *text_prev(const char *text, const char *start);

/* The start of the word that ends before text: blanks, then letters. */
const char *text_word_start(const char *text, const char *start);

/* Read one code point, U+FFFD for a bad byte; returns what follows it. */
const char *text_decode(const char *text, uint32_t *ret_rune);
/* Write one; returns its bytes. out is closed by NUL. */
int text_encode(char out[5], uint32_t rune);

enum text_fold {
	TEXT_FOLD_ACCENTS = 1 << 0,	/* accents off Latin, Greek and Cyrillic: ё is е, й is и */
	TEXT_FOLD_KANA = 1 << 1,	/* katakana become hiragana */
	TEXT_FOLD_KEEP_SHORT_I = 1 << 2,	/* but й stays a letter of its own */
};

/* NFKC with case and width folded, and what of enum text_fold says; the caller frees it. */
char *text_folded(const char *text, unsigned what);

/* A mark that stands on the letter before it. */
bool text_is_mark(uint32_t rune);

#endif
