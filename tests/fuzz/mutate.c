/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz/mutate.c -- a parser against its seeds, spoilt at random
 *
 * With a folder as its argument it writes the seeds there instead: what
 * libFuzzer starts from.
 */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"
#include "fuzz/fuzz.h"
#include "rounds.h"

enum { ROUNDS = 400, MOST_SPOILS = 6 };

/* xorshift: the same numbers on every machine. */
static uint32_t
random_below(uint32_t *number, size_t limit)
{
	*number ^= *number << 13;
	*number ^= *number >> 17;
	*number ^= *number << 5;
	return *number % (uint32_t)limit;
}

static void
cut_out(struct buf *bytes, size_t at, size_t size)
{
	if (size > bytes->length - at)
		size = bytes->length - at;
	memmove(bytes->bytes + at, bytes->bytes + at + size, bytes->length - at - size);
	buf_cut(bytes, bytes->length - size);
}

static void
double_up(struct buf *bytes, size_t at, size_t size)
{
	struct buf rest = { 0 };

	if (size > bytes->length - at)
		size = bytes->length - at;
	buf_add_bytes(&rest, bytes->bytes + at, bytes->length - at);
	buf_cut(bytes, at + size);
	buf_add_bytes(bytes, rest.bytes, rest.length);
	buf_done(&rest);
}

static void
spoil(struct buf *bytes, uint32_t *number)
{
	static const char harsh[] = "\0\377\200\033\n(?:%4\177";
	size_t at = random_below(number, bytes->length + 1);
	size_t size = 1 + random_below(number, 8);

	if (at == bytes->length) {
		buf_cut(bytes, random_below(number, at + 1));
		return;
	}
	switch (random_below(number, 5)) {
	case 0:
		bytes->bytes[at] ^= (char)(1 << random_below(number, 8));
		break;
	case 1:
		bytes->bytes[at] = harsh[random_below(number, sizeof harsh)];
		break;
	case 2:
		bytes->bytes[at] = (char)random_below(number, 256);
		break;
	case 3:
		cut_out(bytes, at, size);
		break;
	default:
		double_up(bytes, at, size);
	}
}

/* In memory of just that size, so that a sanitizer sees each byte too far. */
static void
try(const struct buf *bytes)
{
	uint8_t *exact = malloc(bytes->length > 0 ? bytes->length : 1);

	assert_non_null(exact);
	memcpy(exact, buf_text(bytes), bytes->length);
	assert_int_equal(LLVMFuzzerTestOneInput(exact, bytes->length), 0);
	free(exact);
}

static void
spoilt_input_is_survived(void **state)
{
	/* Mixed, as seeds next to each other begin alike; and never 0. */
	uint32_t number = (rounds_seed() + 1) * UINT32_C(2654435761) | 1;
	unsigned rounds = rounds_count(ROUNDS);
	struct buf bytes = { 0 };

	(void)state;
	for (unsigned round = 0; round < rounds; round++) {
		for (size_t seed = 0; buf_clear(&bytes), fuzz_seed(seed, &bytes); seed++) {
			for (uint32_t spoils = random_below(&number, MOST_SPOILS); spoils > 0; spoils--)
				spoil(&bytes, &number);
			try(&bytes);
		}
	}
	buf_done(&bytes);
}

static int
write_seeds(const char *folder)
{
	struct buf bytes = { 0 }, name = { 0 };
	bool ok = true;

	for (size_t seed = 0; ok && fuzz_seed(seed, &bytes); seed++) {
		buf_addf(&name, "%s/seed-%zu", folder, seed);
		ok = path_write(buf_text(&name), buf_text(&bytes), bytes.length, NULL);
		buf_clear(&name);
		buf_clear(&bytes);
	}
	buf_done(&name);
	buf_done(&bytes);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spoilt_input_is_survived),
	};

	if (argc > 1)
		return write_seeds(argv[1]);
	return cmocka_run_group_tests_name("fuzz", tests, NULL, NULL);
}
