/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/han.h"

#include "domain/han_table.h"

/* The first pair whose first number is not below wanted; count when all are. */
static size_t
lower_bound(const uint16_t (*pairs)[2], size_t count, uint32_t wanted)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (pairs[middle][0] < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

unsigned
han_rank(uint32_t rune)
{
	return rune >= HAN_FIRST && rune <= HAN_LAST ? han_ranks[rune - HAN_FIRST] : 0;
}

const char *
han_pinyin(uint32_t rune)
{
	unsigned rank = han_rank(rune);

	if (rank == 0)
		return NULL;
	/* The run that holds the rank is the one before the first that begins after it. */
	size_t run = lower_bound(han_runs, han_runs_count, rank + 1) - 1;
	return han_syllables[han_runs[run][1]];
}

const char *
han_other_pinyin(uint32_t rune, size_t number)
{
	size_t i = lower_bound(han_others, han_others_count, rune) + number;

	if (i >= han_others_count || han_others[i][0] != rune)
		return NULL;
	return han_syllables[han_others[i][1]];
}

uint32_t
han_simplified(uint32_t rune)
{
	size_t i = lower_bound(han_forms, han_forms_count, rune);

	return i < han_forms_count && han_forms[i][0] == rune ? han_forms[i][1] : rune;
}
