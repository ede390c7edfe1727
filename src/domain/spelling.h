/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/spelling.h -- names of every script in Latin letters, and by initials
 *
 * For finding, not for printing: letter by letter, without the changes of sound
 * a reader would make (전라 is jeonra), because a clerk types what she sees. All
 * functions want text folded by text_folded, kana made hiragana.
 *
 * Han characters may be read in several ways. A choice is a set of bits: bit n
 * takes the nth further reading met in the text, 0 the usual ones.
 */
#ifndef DOMAIN_SPELLING_H
#define DOMAIN_SPELLING_H

#include <stdbool.h>

struct buf;

/* Further readings in the text: bits a choice may have. */
int spelling_choices(const char *text);

/* Pinyin, Revised Romanization, Hepburn, simple Cyrillic; Latin letters as they are. */
void spelling_latin(const char *text, unsigned choice, struct buf *latin);

/*
 * First letters of the syllables: qsbd, or joining consonants (U+1100 ...). Words
 * of letters have none.
 */
void spelling_initials(const char *text, unsigned choice, struct buf *initials);

/* Hepburn with its long vowels short: toukyou -> tokyo. False: there are none. */
bool spelling_short_vowels(const char *latin, struct buf *shortened);

#endif
