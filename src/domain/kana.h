/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/kana.h -- hiragana in Latin letters, and as dictionaries order them
 *
 * Katakana is folded to hiragana before (text_folded), so only that is known here.
 */
#ifndef DOMAIN_KANA_H
#define DOMAIN_KANA_H

#include <stdbool.h>
#include <stdint.h>

struct buf;

enum { KANA_LONG = 0x30fc };	/* ー lengthens the vowel before it */

bool kana_is(uint32_t rune);		/* hiragana, or the long mark */

/* ゃ -> や, っ -> つ: small ones are a matter of spelling (カムチャツカ). Others as they are. */
uint32_t kana_big(uint32_t rune);

/* が, ぱ -> か, は, and big: what a dictionary sorts by first. */
uint32_t kana_plain(uint32_t rune);

/* The kana of the vowel that ends this one: か -> あ; 0 for ん. What ー repeats. */
uint32_t kana_vowel(uint32_t rune);

/*
 * Append the kana at the beginning of text in Hepburn's spelling, long vowels
 * written as in kana (toukyou). Returns where the kana end.
 */
const char *kana_add_latin(const char *text, struct buf *latin);

#endif
