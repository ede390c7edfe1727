/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from anywhere: what is stored, shown, fitted and folded of it. */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"

static const char *const seeds[] = {
	"Association (NEAR), 2010-10-28: 69 members",
	"富山県トヤマﾄﾔﾏ 青海省 葛\U000E0100城",
	"경상북도 \u1100\u1167\u11bc\u1109\u1161\u11bc ㄱㅅㅂㄷ",
	"Хэнань Өмнөговь и\u0306 е\u0308",
	"q\u0301\u0302\u0303\u0304 \u202Eabc\u202C \uFEFF\u200B \033[31m\r\n\t",
	"👩\u200D👧 👍\U0001F3FD \U0001F1F0\U0001F1F7 ☎\uFE0F \u1161\u11A8 \uE000",
};

bool
fuzz_seed(size_t number, struct buf *ret_seed)
{
	if (number >= sizeof seeds / sizeof *seeds)
		return false;
	buf_add(ret_seed, seeds[number]);
	return true;
}

static bool
is_stored_form(const char *text)
{
	const char *why;

	return text_is_storable(text, strlen(text), true, &why);
}

static bool
has_control(const char *text)
{
	uint32_t rune = 0;

	for (; *text != '\0'; text = text_decode(text, &rune)) {
		if ((*text > 0 && *text < ' ' && *text != '\n') || *text == 0x7f)
			return true;
		if (text[0] == '\xc2' && (unsigned char)text[1] < 0xa0)
			return true;
	}
	return false;
}

static void
check_store(const char *bytes, size_t size)
{
	char *stored = text_store(bytes, size);
	const char *why;

	assert(is_stored_form(stored) || has_control(stored));
	if (text_is_storable(bytes, size, true, &why))
		assert(strlen(stored) == size && memcmp(stored, bytes, size) == 0);
	free(stored);
}

static void
check_stops(const char *text)
{
	size_t there = 0, back = 0;
	const char *p = text;

	for (; *p != '\0'; there++) {
		const char *next = text_next(p);

		assert(next > p);
		p = next;
	}
	for (; p > text; back++)
		p = text_prev(p, text);
	assert(p == text && there == back);
}

static void
check_fit(const char *shown)
{
	struct buf fitted = { 0 };

	for (int columns = 0; columns < 30; columns++) {
		buf_clear(&fitted);
		text_fit(&fitted, shown, columns);
		assert(text_width(buf_text(&fitted)) == columns);
	}
	buf_done(&fitted);
}

static void
check_show(const char *text)
{
	char *shown = text_show(text), *again = text_show(shown);

	assert(is_stored_form(shown) && !has_control(shown) && strchr(shown, '\n') == NULL);
	assert(strcmp(shown, again) == 0);
	check_stops(shown);
	check_fit(shown);
	free(again);
	free(shown);
}

static void
check_fold(const char *text)
{
	for (unsigned what = 0; what < 8; what++) {
		char *folded = text_folded(text, what);

		assert(is_stored_form(folded) || has_control(folded));
		free(folded);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static bool has_locale;
	char *text = mem_strndup((const char *)bytes, size);

	has_locale = has_locale || text_locale();
	assert(has_locale);
	check_store(text, size);
	check_show(text);
	check_fold(text);
	free(text);
	return 0;
}
