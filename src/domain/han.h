/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/han.h -- order, pinyin and simplified forms of Han characters
 *
 * One table for all six languages: a character has a rank and readings whether
 * it stands in a Chinese, Japanese or Korean name, because a clerk who reads
 * Chinese types pinyin for all of them.
 */
#ifndef DOMAIN_HAN_H
#define DOMAIN_HAN_H

#include <stddef.h>
#include <stdint.h>

/* Place in the order by pinyin, then strokes; 0 when it is not in the table. */
unsigned han_rank(uint32_t rune);

/* The usual reading without tone, "lv" for lǚ; NULL when there is none. */
const char *han_pinyin(uint32_t rune);

/*
 * Further readings: 重 is zhong and also chong. number counts from 0; NULL
 * after the last one.
 */
const char *han_other_pinyin(uint32_t rune, size_t number);

/* 慶, 県 -> 庆, 县: the form all others are compared in. Itself where it has none. */
uint32_t han_simplified(uint32_t rune);

#endif
