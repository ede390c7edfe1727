/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/hangul.h -- the letters of a Hangul syllable
 *
 * A syllable block is an initial consonant, a vowel and at most one final. Its
 * letters are written as the keyboard has them (ㄱ U+3131 ... ㅣ U+3163), a double
 * final as the two keys it takes: 닭 is ㄷㅏㄹㄱ.
 */
#ifndef DOMAIN_HANGUL_H
#define DOMAIN_HANGUL_H

#include <stdbool.h>
#include <stdint.h>

struct buf;

bool hangul_is_syllable(uint32_t rune);
bool hangul_has_final(uint32_t syllable);

/*
 * Append the letters of a syllable, or of one of the joining letters (U+1100 ...)
 * that compatibility folding makes of keyboard letters. Anything else as it is.
 */
void hangul_add_letters(uint32_t rune, struct buf *letters);

/* Append it in Revised Romanization, letter by letter: 북 is buk. */
void hangul_add_latin(uint32_t syllable, struct buf *latin);

/*
 * The initial of a syllable as a joining letter (U+1100 ㄱ ...), or the joining
 * letter of a lone consonant of the keyboard; 0 for anything else. A code of its
 * own, so that a line of initials is never mistaken for spelled syllables.
 */
uint32_t hangul_initial(uint32_t rune);

#endif
