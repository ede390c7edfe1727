/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/ulid.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/clock.h"

enum { BYTES = 16, CLOCK_BYTES = 6 };

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
fill_random(unsigned char *bytes, size_t count)
{
	const char *seed = getenv("NEARSEC_SEED");

	if (seed == NULL && getrandom(bytes, count, 0) == (ssize_t)count)
		return;
	/* Pinned by a test, or a kernel without a source: the counting below keeps
	 * the ids of this process apart. */
	uint64_t value = seed != NULL ? strtoull(seed, NULL, 10) : 0;
	for (size_t i = count; i-- > 0; value >>= 8)
		bytes[i] = (unsigned char)value;
}

static void
count_up(unsigned char id[BYTES])
{
	for (int i = BYTES - 1; i >= 0 && ++id[i] == 0; i--)
		;
}

static void
encode(const unsigned char id[BYTES], char ret_text[ULID_SIZE])
{
	unsigned bits = 0;
	int held = 2;	/* 130 bits of letters carry 128: two zeros lead */
	int at = 0;

	for (int i = 0; i < BYTES; i++) {
		bits = (bits << 8) | id[i];
		for (held += 8; held >= 5; held -= 5)
			ret_text[at++] = letters[(bits >> (held - 5)) & 31];
	}
	ret_text[at] = '\0';
}

void
ulid_make(char ret_id[ULID_SIZE])
{
	static unsigned char last[BYTES];
	static int64_t last_ms = -1;
	int64_t now = clock_now_ms();

	if (now > last_ms) {
		last_ms = now;
		for (int i = 0; i < CLOCK_BYTES; i++)
			last[i] = (unsigned char)(now >> (8 * (CLOCK_BYTES - 1 - i)));
		fill_random(last + CLOCK_BYTES, BYTES - CLOCK_BYTES);
		last[CLOCK_BYTES] &= 0x7F;	/* room to count up in */
	} else {
		count_up(last);
	}
	encode(last, ret_id);
}

/* The next id: a letter counts up, and the one before it where it was the last. */
static void
count_letters_up(char id[ULID_SIZE])
{
	for (int i = ULID_SIZE - 2; i >= 0; i--) {
		const char *letter = strchr(letters, id[i]);

		if (letter != NULL && letter[1] != '\0') {
			id[i] = letter[1];
			return;
		}
		id[i] = letters[0];
	}
}

void
ulid_make_after(const char *after, char ret_id[ULID_SIZE])
{
	ulid_make(ret_id);
	if (strcmp(ret_id, after) > 0)
		return;
	memcpy(ret_id, after, ULID_SIZE);
	count_letters_up(ret_id);
}
