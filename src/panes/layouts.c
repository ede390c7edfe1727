/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/layouts.h"

#include <stdint.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/hangul.h"
#include "ui/keys.h"

const char *const layouts[] = { "ru", "mn", "ko" };

/* Vowels that an input method makes of two keys. */
static const struct { uint32_t vowel, first, second; } joined[] = {
	{ 0x3158, 0x3157, 0x314f }, { 0x3159, 0x3157, 0x3150 }, { 0x315a, 0x3157, 0x3163 },
	{ 0x315d, 0x315c, 0x3153 }, { 0x315e, 0x315c, 0x3154 }, { 0x315f, 0x315c, 0x3163 },
	{ 0x3162, 0x3161, 0x3163 },
};

static void
add_rune(struct buf *text, uint32_t rune)
{
	char bytes[5];

	text_encode(bytes, rune);
	buf_add(text, bytes);
}

static void
add_letter(struct buf *letters, uint32_t rune)
{
	for (size_t i = 0; i < sizeof joined / sizeof joined[0]; i++)
		if (joined[i].vowel == rune) {
			add_rune(letters, joined[i].first);
			add_rune(letters, joined[i].second);
			return;
		}
	add_rune(letters, rune);
}

/* Syllables come apart into the letters of the keyboard, those into its keys. */
static void
add_letters(struct buf *letters, uint32_t rune)
{
	struct buf parts = { 0 };

	if (hangul_is_syllable(rune))
		hangul_add_letters(rune, &parts);
	else
		add_rune(&parts, rune);
	for (const char *p = buf_text(&parts); *p != '\0';) {
		p = text_decode(p, &rune);
		add_letter(letters, rune);
	}
	buf_done(&parts);
}

char *
layouts_keys(const char *text, const char *layout)
{
	struct buf letters = { 0 }, keys = { 0 };
	char key = ' ';
	uint32_t rune;

	while (*text != '\0') {
		text = text_decode(text, &rune);
		add_letters(&letters, rune);
	}
	for (const char *p = buf_text(&letters); *p != '\0' && key != 0;) {
		p = text_decode(p, &rune);
		key = keys_command_letter(rune, layout);
		buf_add_char(&keys, key);
	}
	buf_done(&letters);
	if (key == 0)
		buf_done(&keys);
	return key != 0 ? buf_take(&keys) : NULL;
}
