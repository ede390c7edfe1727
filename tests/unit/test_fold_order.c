/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <string.h>

#include "base/buf.h"
#include "domain/fold.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static void
sort_keys_rise(const char *const names[][2], size_t count)
{
	struct buf before = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct buf key = { 0 };

		fold_sort_key(names[i][0], names[i][1], &key);
		size_t shorter = key.length < before.length ? key.length : before.length;
		if (i > 0 && memcmp(before.bytes, key.bytes, shorter) >= 0)
			fail_msg("\"%s\" shall sort before \"%s\"", names[i - 1][0], names[i][0]);
		buf_done(&before);
		before = key;
	}
	buf_done(&before);
}

#define ASSERT_SORTED(names) sort_keys_rise(names, COUNT_OF(names))

static void
scripts_sort_digits_latin_cyrillic_kana_hangul_han(void **state)
{
	static const char *const names[][2] = {
		{ "8th" }, { "Amur" }, { "Öst" }, { "Zabaikalsky" }, { "Амур" }, { "Якут" }, { "あ" },
		{ "ん" }, { "가" }, { "힣" }, { "安徽" }, { "浙江" }, { "\xf0\xa0\x80\x80" },
	};

	(void)state;
	ASSERT_SORTED(names);
}

static void
english_sorts_by_words(void **state)
{
	static const char *const names[][2] = {
		{ "Altai Territory" }, { "Amur Region" }, { "Bayan-Ölgii Province" },
		{ "Bayankhongor Province" }, { "Gangwon State" }, { "Gangwon-do Province" },
		{ "Ömnögovi Province" }, { "Orkhon Province" }, { "Övörkhangai Province" },
	};

	(void)state;
	ASSERT_SORTED(names);
}

static void
chinese_sorts_by_pinyin(void **state)
{
	static const char *const names[][2] = {
		{ "阿尔泰边疆区" }, { "布尔干省" }, { "大邱广域市" }, { "东方省" }, { "釜山广域市" },
		{ "戈壁阿尔泰省" }, { "哈巴罗夫斯克边疆区" }, { "河南省" }, { "黑龙江省" }, { "湖北省" },
		{ "湖南省" }, { "京畿道" }, { "辽宁省" }, { "庆尚北道" }, { "庆尚南道" }, { "山东省" },
		{ "山西省" }, { "陕西省" }, { "天津市" }, { "乌兰巴托市" }, { "新潟县" }, { "中央省" },
	};

	(void)state;
	ASSERT_SORTED(names);
}

static void
japanese_sorts_by_reading(void **state)
{
	static const char *const names[][2] = {
		{ "青森県", "あおもりけん" }, { "石川県", "いしかわけん" },
		{ "ウランバートル市", "うらんばーとるし" }, { "河南省", "かなんしょう" },
		{ "京都府", "きょうとふ" }, { "湖南省", "こなんしょう" }, { "島根県", "しまねけん" },
		{ "鳥取県", "とっとりけん" }, { "富山県", "とやまけん" }, { "新潟県", "にいがたけん" },
		{ "兵庫県", "ひょうごけん" }, { "福井県", "ふくいけん" }, { "釜山広域市", "ぷさんこういきし" },
		{ "山形県", "やまがたけん" }, { "山口県", "やまぐちけん" },
	};

	(void)state;
	ASSERT_SORTED(names);
}

static void
kana_sort_by_sound_before_voice_and_size(void **state)
{
	static const char *const names[][2] = {
		{ "かあ" }, { "カーい" }, { "かい" }, { "がい" }, { "かう" }, { "かっこ" }, { "かつさ" },
		{ "甲", "さい" }, { "乙", "ざい" },	/* one sound: the voice decides, not the name */
		{ "はい" }, { "ばい" }, { "ぱい" }, { "はう" },
	};

	(void)state;
	ASSERT_SORTED(names);
}

static void
korean_sorts_by_syllable(void **state)
{
	static const char *const names[][2] = {
		{ "강원도" }, { "경기도" }, { "경상남도" }, { "경상북도" }, { "광주광역시" }, { "대구광역시" },
		{ "부산광역시" }, { "울산광역시" }, { "전라남도" }, { "제주특별자치도" }, { "충청북도" },
		{ "함경북도" },
	};

	(void)state;
	ASSERT_SORTED(names);
}

static void
russian_and_mongolian_share_an_alphabet(void **state)
{
	static const char *const names[][2] = {
		{ "Ед" }, { "Ёж" }, { "Ек" }, { "Жа" }, { "Ия" }, { "Йа" }, { "Ка" }, { "Оя" }, { "Өа" },
		{ "Па" }, { "Уя" }, { "Үа" }, { "Фа" }, { "Щъ" }, { "Ъа" }, { "Ыа" }, { "Ьа" }, { "Эа" },
		{ "Юа" }, { "Яа" },
	};

	(void)state;
	ASSERT_SORTED(names);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scripts_sort_digits_latin_cyrillic_kana_hangul_han),
		cmocka_unit_test(english_sorts_by_words),
		cmocka_unit_test(chinese_sorts_by_pinyin),
		cmocka_unit_test(japanese_sorts_by_reading),
		cmocka_unit_test(kana_sort_by_sound_before_voice_and_size),
		cmocka_unit_test(korean_sorts_by_syllable),
		cmocka_unit_test(russian_and_mongolian_share_an_alphabet),
	};

	return cmocka_run_group_tests_name("fold order", tests, NULL, NULL);
}
