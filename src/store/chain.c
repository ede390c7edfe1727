/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/chain.h"

#include <nettle/sha2.h>
#include <string.h>

static void
add_number(struct sha256_ctx *hash, uint64_t number)
{
	uint8_t bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)(number >> (56 - 8 * i));
	sha256_update(hash, sizeof bytes, bytes);
}

/* With its length before it: "ab","c" and "a","bc" must differ. */
static void
add_text(struct sha256_ctx *hash, const char *text)
{
	size_t length = strlen(text);

	add_number(hash, length);
	sha256_update(hash, length, (const uint8_t *)text);
}

void
chain_digest_set(const struct chain_set *set, unsigned char ret_digest[CHAIN_BYTES])
{
	struct sha256_ctx hash;

	sha256_init(&hash);
	add_text(&hash, set->id);
	add_text(&hash, set->node);
	add_number(&hash, (uint64_t)set->number);
	add_text(&hash, set->who);
	add_text(&hash, set->what);
	add_text(&hash, set->why);
	add_text(&hash, set->place);
	add_text(&hash, set->at);
	add_text(&hash, set->undoes);
	sha256_digest(&hash, CHAIN_BYTES, ret_digest);
}

void
chain_advance(unsigned char head[CHAIN_BYTES], const unsigned char set_digest[CHAIN_BYTES],
    const struct chain_line *line)
{
	struct sha256_ctx hash;
	uint8_t data_digest[CHAIN_BYTES];

	sha256_init(&hash);
	sha256_update(&hash, line->data_size, (const uint8_t *)line->data);
	sha256_digest(&hash, CHAIN_BYTES, data_digest);	/* and ready for the next */

	sha256_update(&hash, CHAIN_BYTES, head);
	sha256_update(&hash, CHAIN_BYTES, set_digest);
	sha256_update(&hash, CHAIN_BYTES, data_digest);
	add_number(&hash, (uint64_t)line->nseq);
	add_text(&hash, line->table);
	add_text(&hash, line->row_key);
	add_text(&hash, line->op);
	sha256_digest(&hash, CHAIN_BYTES, head);
}

void
chain_to_hex(const unsigned char hash[CHAIN_BYTES], char ret_hex[CHAIN_HEX])
{
	static const char digits[] = "0123456789abcdef";

	for (int i = 0; i < CHAIN_BYTES; i++) {
		ret_hex[2 * i] = digits[hash[i] >> 4];
		ret_hex[2 * i + 1] = digits[hash[i] & 15];
	}
	ret_hex[CHAIN_HEX - 1] = '\0';
}
