/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "domain/fold.h"
#include "domain/kana.h"
#include "rounds.h"

enum { COUNT_MOST = 64 };
#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* A government as the directory keeps it: names, a reading, aliases. */
struct sample {
	const char *code;
	const char *names[10];		/* closed by NULL */
	const char *name_ja, *reading;
};

static const struct sample samples[] = {
	{ "KR-47", { "Gyeongsangbuk-do Province", "庆尚北道", "경상북도", "Провинция Кёнсан-Пукто",
	    "Умард Кёнсан муж", "경북", "Gyeongbuk" }, "慶尚北道", "けいしょうほくどう" },
	{ "KR-48", { "Gyeongsangnam-do Province", "庆尚南道", "경상남도", "Провинция Кёнсан-Намдо",
	    "Өмнөд Кёнсан муж", "경남", "Gyeongnam" }, "慶尚南道", "けいしょうなんどう" },
	{ "CN-SX", { "Shanxi Province", "山西省", "산시성(山西省)", "Провинция Шаньси", "Шаньси муж",
	    "산시성", "晋" }, "山西省", "さんせいしょう" },
	{ "CN-SN", { "Shaanxi Province", "陕西省", "싼시성(陝西省)", "Провинция Шэньси", "Шэньси муж",
	    "산시성", "陕" }, "陝西省", "せんせいしょう" },
	{ "CN-HA", { "Henan Province", "河南省", "허난성", "Провинция Хэнань", "Хэнань муж", "豫" },
	    "河南省", "かなんしょう" },
	{ "RU-KHA", { "Khabarovsk Territory", "哈巴罗夫斯克边疆区", "하바롭스크변경주",
	    "Хабаровский край", "Хабаровскийн хязгаар" }, "ハバロフスク地方",
	    "はばろふすくちほう" },
	{ "JP-16", { "Toyama Prefecture", "富山县", "도야마현", "Префектура Тояма", "Тояма муж" },
	    "富山県", "とやまけん" },
	{ "JP-26", { "Kyoto Prefecture", "京都府", "교토부", "Префектура Киото", "Киото муж" },
	    "京都府", "きょうとふ" },
	{ "MN-071", { "Bayan-Ulgii Province", "巴彦乌勒盖省", "바양울기아이막", "Аймак Баян-Улгий",
	    "Баян-Өлгий аймаг", "Bayan-Ölgii Province" }, "バヤン・ウルギー県", "ばやんうるぎーけん" },
	{ "MN-055", { "Uvurkhangai Province", "前杭爱省", "우부르항가이아이막", "Аймак Уверхангай",
	    "Өвөрхангай аймаг" }, "ウブルハンガイ県", "うぶるはんがいけん" },
};

static void
add_lines(const struct sample *sample, struct buf *lines)
{
	fold_search_code(sample->code, lines);
	for (size_t i = 0; i < COUNT_OF(sample->names) && sample->names[i] != NULL; i++)
		fold_search_text(sample->names[i], NULL, lines);
	fold_search_text(sample->name_ja, sample->reading, lines);
}

/* "KR-47 KR-48": what a query finds among the samples. */
static void
find(const char *typed, enum fold_rank least, struct buf *codes)
{
	struct fold_query query = { 0 };

	fold_query_init(&query, typed);
	for (size_t i = 0; i < COUNT_OF(samples); i++) {
		struct buf lines = { 0 };

		add_lines(&samples[i], &lines);
		if (fold_query_match(&query, buf_text(&lines), lines.length) >= least)
			buf_addf(codes, "%s%s", codes->length > 0 ? " " : "", samples[i].code);
		buf_done(&lines);
	}
	fold_query_done(&query);
}

static void
assert_finds(const char *typed, enum fold_rank least, const char *codes)
{
	struct buf found = { 0 };

	find(typed, least, &found);
	if (strcmp(buf_text(&found), codes) != 0)
		fail_msg("\"%s\" finds \"%s\", not \"%s\"", typed, buf_text(&found), codes);
	buf_done(&found);
}

static void
every_script_finds(void **state)
{
	static const struct { const char *typed, *codes; } rows[] = {
		{ "qsbd", "KR-47" },
		{ "qingshang", "KR-47 KR-48" },
		{ "gyeongbuk", "KR-47" },
		{ "gyeongsangbuk", "KR-47" },
		{ "경북", "KR-47" },
		{ "경상북", "KR-47" },
		{ "ㄱㅅㅂㄷ", "KR-47" },
		{ "ㄱㅅ", "KR-47 KR-48" },
		{ "慶尚", "KR-47 KR-48" },
		{ "庆尚", "KR-47 KR-48" },
		{ "けいしょうほく", "KR-47" },
		{ "keishohoku", "KR-47" },
		{ "keishouhoku", "KR-47" },
		{ "кёнсан", "KR-47 KR-48" },
		{ "кенсан", "KR-47 KR-48" },
		{ "shanxisheng", "CN-SX CN-SN" },
		{ "shanxi", "CN-SX CN-SN JP-16" },	/* 富山县 is fushanxian */
		{ "shaanxi", "CN-SN" },
		{ "山西", "CN-SX" },
		{ "陕西", "CN-SN" },
		{ "陝西", "CN-SN" },
		{ "산시", "CN-SX CN-SN" },
		{ "싼시", "CN-SN" },
		{ "хэнань", "CN-HA" },
		{ "ХЭНАНЬ", "CN-HA" },
		{ "henan", "CN-HA" },
		{ "хабаровск", "RU-KHA" },
		{ "khabarovsk", "RU-KHA" },
		{ "ハバロフスク", "RU-KHA" },
		{ "ﾊﾊﾞﾛﾌｽｸ", "RU-KHA" },
		{ "はばろふすく", "RU-KHA" },
		{ "habarofusuku", "RU-KHA" },
		{ "하바롭스크", "RU-KHA" },
		{ "とやま", "JP-16" },
		{ "トヤマ", "JP-16" },
		{ "toyama", "JP-16" },
		{ "ＴＯＹＡＭＡ", "JP-16" },
		{ "富山", "JP-16" },
		{ "fushan", "JP-16" },
		{ "тояма", "JP-16" },
		{ "kyoto", "JP-26" },
		{ "kyoutofu", "JP-26" },
		{ "kr-47", "KR-47" },
		{ "KR47", "KR-47" },
		{ "bayan ulgii", "MN-071" },
		{ "баян-өлгий", "MN-071" },
		{ "баян олгии", "MN-071" },
		{ "bayan ölgii", "MN-071" },
		{ "バヤンウルギー", "MN-071" },
		{ "өвөрхангай", "MN-055" },
		{ "оворхангай", "MN-055" },
		{ "豫", "CN-HA" },
		{ "nowhere", "" },
		{ "富川", "" },
		{ "ㅂㅅㄱ", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_finds(rows[i].typed, FOLD_INSIDE, rows[i].codes);
}

static void
half_typed_syllable_finds(void **state)
{
	(void)state;
	assert_finds("경상부", FOLD_INSIDE, "KR-47");
	assert_finds("겨", FOLD_WORD, "KR-47 KR-48");
	assert_finds("경ㅅ", FOLD_INSIDE, "KR-47 KR-48");
	assert_finds("경상ㅂ", FOLD_INSIDE, "KR-47");
	assert_finds("하바롭스", FOLD_INSIDE, "RU-KHA");
}

static void
half_typed_double_final_finds(void **state)
{
	static const struct { const char *typed; enum fold_rank rank; } rows[] = {
		{ "달", FOLD_WORD }, { "닭", FOLD_WORD }, { "닥", FOLD_NONE }, { "닭가", FOLD_WHOLE },
	};
	struct buf lines = { 0 };

	(void)state;
	fold_search_text("닭가", NULL, &lines);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct fold_query query = { 0 };

		fold_query_init(&query, rows[i].typed);
		assert_int_equal(fold_query_match(&query, buf_text(&lines), lines.length), rows[i].rank);
		fold_query_done(&query);
	}
	buf_done(&lines);
}

static void
whole_syllable_finds_no_longer_word(void **state)
{
	struct fold_query query = { 0 };
	struct buf lines = { 0 };

	(void)state;
	fold_search_text("가나", NULL, &lines);
	fold_query_init(&query, "간");
	assert_int_equal(fold_query_match(&query, buf_text(&lines), lines.length), FOLD_NONE);
	fold_query_done(&query);
	fold_query_init(&query, "가");
	assert_int_equal(fold_query_match(&query, buf_text(&lines), lines.length), FOLD_WORD);
	fold_query_done(&query);
	buf_done(&lines);
}

static void
consonants_typed_as_one_double_final_find(void **state)
{
	(void)state;
	assert_finds("ㄳㅂㄷ", FOLD_INSIDE, "KR-47");
}

static void
finals_are_no_initials(void **state)
{
	struct fold_query query = { 0 };
	struct buf lines = { 0 };

	(void)state;
	fold_search_text("경상북도", NULL, &lines);	/* ㅇㅂ stands in 상북 */
	fold_query_init(&query, "ㅇㅂ");
	assert_int_equal(fold_query_match(&query, buf_text(&lines), lines.length), FOLD_NONE);
	fold_query_done(&query);
	buf_done(&lines);
}

static void
whole_names_come_before_words_before_parts(void **state)
{
	static const struct { const char *typed; enum fold_rank rank; } rows[] = {
		{ "gyeongbuk", FOLD_WHOLE }, { "경북", FOLD_WHOLE }, { "KR-47", FOLD_WHOLE },
		{ "kr47", FOLD_WHOLE }, { "qsbd", FOLD_WHOLE }, { "경상북도", FOLD_WHOLE },
		{ "경상부", FOLD_WORD }, { "gyeong", FOLD_WORD }, { "prov", FOLD_WORD },
		{ "кенсан", FOLD_WORDS }, { "пукто", FOLD_WORDS }, { "庆尚", FOLD_WORD },
		{ "sangbuk", FOLD_INSIDE }, { "북도", FOLD_INSIDE }, { "47", FOLD_WORDS },
		{ "尚北", FOLD_INSIDE }, { "서울", FOLD_NONE },
	};
	struct buf lines = { 0 };

	(void)state;
	add_lines(&samples[0], &lines);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct fold_query query = { 0 };

		fold_query_init(&query, rows[i].typed);
		enum fold_rank rank = fold_query_match(&query, buf_text(&lines), lines.length);
		if (rank != rows[i].rank)
			fail_msg("\"%s\" ranks %d, not %d", rows[i].typed, (int)rank,
			    (int)rows[i].rank);
		fold_query_done(&query);
	}
	buf_done(&lines);
}

/* Whatever byte it looks for first. */
static void
scan_finds_what_memmem_finds(void **state)
{
	struct buf lines = { 0 };

	(void)state;
	add_lines(&samples[0], &lines);
	for (size_t at = 0; at < lines.length; at++)
		for (size_t length = 1; length <= 5 && at + length <= lines.length; length++)
			for (size_t cut = 0; cut < 2; cut++) {
				/* The last byte of the block is one of the needle, or is missing. */
				size_t whole = cut == 0 ? lines.length : at + length - 1;
				struct fold_query query = fold_query_of(lines.bytes + at, length, false);
				const char *first = memmem(lines.bytes, whole, lines.bytes + at, length);

				assert_int_equal(fold_query_scan(&query, lines.bytes, whole, 0),
				    first != NULL ? (size_t)(first - lines.bytes) : whole);
			}
	buf_done(&lines);
}

static void
empty_query_finds_everything(void **state)
{
	static const char *const blanks[] = { "", " ", "-", "\t" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(blanks); i++) {
		struct fold_query query = { 0 };

		fold_query_init(&query, blanks[i]);
		assert_int_equal(query.length, 0);
		assert_int_not_equal(fold_query_match(&query, "toyama", 6), FOLD_NONE);
		fold_query_done(&query);
	}
}

static void
lines_are(const char *name, const char *reading, const char *wanted)
{
	struct buf lines = { 0 };

	fold_search_text(name, reading, &lines);
	assert_string_equal(buf_text(&lines), wanted);
	buf_done(&lines);
}

static void
search_lines_hold_each_spelling_once(void **state)
{
	(void)state;
	lines_are("", NULL, "");
	lines_are("Toyama", NULL, "toyama");
	lines_are("富山県", "とやまけん", "富山县\nfushanxian\nfsx\nとやまけん\ntoyamaken");
	lines_are("トヤマ", "とやま", "とやま\ntoyama");
	lines_are("경북", NULL, "ㄱㅕㅇㅂㅜㄱ\ngyeongbuk\nᄀᄇ");
	lines_are("산시성(山西省)", NULL,
	    "ㅅㅏㄴㅅㅣㅅㅓㅇ 山西省\nsansiseong shanxisheng\nᄉᄉᄉ sxs");
	lines_are("Аймак Туве", NULL, "аимак туве\naimak tuve");
}

static void
ambiguous_characters_have_every_reading(void **state)
{
	(void)state;
	lines_are("重庆市", NULL, "重庆市\nzhongqingshi\nzqs\nchongqingshi\ncqs");
	lines_are("吕梁", NULL, "吕梁\nlvliang\nll\nluliang");
}

static void
at_most_eight_spellings_are_kept(void **state)
{
	struct buf lines = { 0 };
	int spellings = 0;

	(void)state;
	fold_search_text("重重重重重重重重重重", NULL, &lines);
	for (const char *p = buf_text(&lines); (p = strchr(p, '\n')) != NULL; p++)
		spellings += strncmp(p, "\nzhong", 6) == 0 || strncmp(p, "\nchong", 6) == 0;
	assert_int_equal(spellings, 8);
	buf_done(&lines);
}

static void
readings_are_spelled_as_hepburn_did(void **state)
{
	static const struct { const char *kana, *latin; } rows[] = {
		{ "とやま", "toyama" }, { "きょうと", "kyouto" }, { "しゃしん", "shashin" },
		{ "じょうちょ", "joucho" }, { "とっとり", "tottori" }, { "まっちゃ", "matcha" },
		{ "うらんばーとる", "uranbatoru" }, { "とぅゔぁ", "tuva" }, { "くぁんじゅ", "kwanju" },
		{ "かんうぉんどう", "kanwondou" }, { "へんてぃー", "henti" }, { "ふぁ", "fa" },
		{ "つづき", "tsuzuki" }, { "ぎょうざ", "gyouza" }, { "ちぇじゅ", "cheju" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buf latin = { 0 };

		assert_string_equal(kana_add_latin(rows[i].kana, &latin), "");
		assert_string_equal(buf_text(&latin), rows[i].latin);
		buf_done(&latin);
	}
}

static void
names_are_compared_without_their_dress(void **state)
{
	static const char *const same[][2] = {
		{ "慶尚北道", "庆尚北道" }, { "富山県", "富山县" }, { "陝西省", "陕西省" },
		{ "沖縄", "冲绳" }, { "横浜", "横滨" }, { "髙橋", "高桥" }, { "渡邉", "渡辺" },
		{ "Өвөр", "овор" }, { "Артём", "артем" }, { "Bayan-Ölgii", "bayan olgii" },
		{ "バヤン・ウルギー", "ばやんうるぎー" }, { "佐々木", "佐佐木" },
		{ "カムチャツカ", "カムチャッカ" }, { "ﾄﾔﾏ", "とやま" }, { "김 민수", "김민수" },
		{ "P’yongyang", "pyongyang" }, { "산시성(山西省)", "산시성 山西省" },
		{ "  Gyeonggi-do ", "gyeonggi do" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(same); i++) {
		char *one = fold_name(same[i][0]), *other = fold_name(same[i][1]);

		assert_string_equal(one, other);
		free(one);
		free(other);
	}
	char *west = fold_name("山西省"), *pass = fold_name("陕西省");
	assert_string_not_equal(west, pass);
	free(west);
	free(pass);
}

static unsigned
next_random(uint64_t *random)
{
	*random = *random * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*random >> 33);
}

/* A name of a few syllables of any of the scripts, perhaps in two words. */
static void
make_name(uint64_t *random, struct buf *name)
{
	static const char *const parts[] = {
		"a", "Bé", "ulg", "Ж", "ё", "өв", "кий", "き", "ょ", "っ", "ー", "ト", "ヴ", "간", "북", "나", "닭",
		"慶", "庆", "重", "行", "県", "吕", "7", "ﾄ", "Ａ", "\xf0\xa0\x80\x80",
	};
	static const char *const joints[] = { " ", "-", "・", "(", "’", "", "", "", "", "", "", "" };
	unsigned count = 1 + next_random(random) % 8;

	for (unsigned i = 0; i < count; i++) {
		if (i > 0)
			buf_add(name, joints[next_random(random) % COUNT_OF(joints)]);
		buf_add(name, parts[next_random(random) % COUNT_OF(parts)]);
	}
}

/* A piece of the name between two code points. */
static char *
take_piece(uint64_t *random, const char *name)
{
	size_t starts[COUNT_MOST], count = 0;

	for (size_t i = 0; i <= strlen(name); i++)
		if ((name[i] & 0xc0) != 0x80 && count < COUNT_MOST)
			starts[count++] = i;
	size_t from = next_random(random) % (count - 1);
	size_t to = from + 1 + next_random(random) % (count - from - 1);
	char *piece = malloc(starts[to] - starts[from] + 1);
	memcpy(piece, name + starts[from], starts[to] - starts[from]);
	piece[starts[to] - starts[from]] = '\0';
	return piece;
}

static void
any_piece_of_a_name_finds_it(void **state)
{
	uint64_t random = rounds_seed();

	(void)state;
	for (unsigned round = 0; round < rounds_count(1500); round++) {
		struct buf name = { 0 }, lines = { 0 };
		struct fold_query query = { 0 };

		make_name(&random, &name);
		fold_search_text(buf_text(&name), NULL, &lines);
		char *piece = take_piece(&random, buf_text(&name));
		fold_query_init(&query, piece);
		if (fold_query_match(&query, buf_text(&lines), lines.length) == FOLD_NONE)
			fail_msg("round %u: \"%s\" does not find \"%s\"", round, piece, buf_text(&name));
		fold_query_done(&query);
		free(piece);
		buf_done(&name);
		buf_done(&lines);
	}
}

static void
folding_twice_changes_nothing(void **state)
{
	uint64_t random = rounds_seed();

	(void)state;
	for (unsigned round = 0; round < rounds_count(1000); round++) {
		struct buf name = { 0 };

		make_name(&random, &name);
		char *once = fold_name(buf_text(&name)), *twice = fold_name(once);
		assert_string_equal(once, twice);
		free(once);
		free(twice);
		buf_done(&name);
	}
}

static void
narrower_queries_find_no_more(void **state)
{
	static const struct { const char *former, *typed; bool narrows; } rows[] = {
		{ "toy", "toyama", true }, { "toyama", "toy", false }, { "oya", "toyama", true },
		{ "경", "경상부", true }, { "경상부", "경상북", true }, { "경상북", "경상부", false },
		{ "간", "가나", false }, { "가", "가나", true }, { "ㄱ", "ㄱㅅ", true },
		{ "ㄱ", "경", false }, { "ｶ", "ｶﾞ", false }, { "", "a", true }, { "慶", "庆尚", true },
		{ "간", "가ㄴ", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct fold_query former = { 0 }, query = { 0 };

		fold_query_init(&former, rows[i].former);
		fold_query_init(&query, rows[i].typed);
		if (fold_query_narrows(&query, &former) != rows[i].narrows)
			fail_msg("\"%s\" after \"%s\"", rows[i].typed, rows[i].former);
		fold_query_done(&former);
		fold_query_done(&query);
	}
}

static void
hits_of_a_narrower_query_are_among_the_former(void **state)
{
	uint64_t random = rounds_seed();
	unsigned narrowed = 0;

	(void)state;
	for (unsigned round = 0; round < rounds_count(1500); round++) {
		struct buf name = { 0 }, lines = { 0 };
		struct fold_query former = { 0 }, query = { 0 };

		make_name(&random, &name);
		fold_search_text(buf_text(&name), NULL, &lines);
		char *longer = take_piece(&random, buf_text(&name));
		char *shorter = take_piece(&random, longer);
		fold_query_init(&query, longer);
		fold_query_init(&former, shorter);
		if (fold_query_narrows(&query, &former)) {
			narrowed++;
			if (fold_query_match(&former, buf_text(&lines), lines.length) == FOLD_NONE)
				fail_msg("round %u: \"%s\" loses a hit of \"%s\"", round, shorter, longer);
		}
		fold_query_done(&query);
		fold_query_done(&former);
		free(longer);
		free(shorter);
		buf_done(&name);
		buf_done(&lines);
	}
	assert_in_range(narrowed, rounds_count(1000), rounds_count(1500));
}

static void
scan_of_a_block_hits_what_match_finds(void **state)
{
	static const char *const typed[] = { "a", "ㄱ", "부", "간", "kyo", "qing", "重", "өв", "7", "" };
	uint64_t random = rounds_seed();

	(void)state;
	for (unsigned round = 0; round < rounds_count(300); round++) {
		struct buf block = { 0 };
		size_t ends[8];

		for (size_t i = 0; i < COUNT_OF(ends); i++) {
			struct buf name = { 0 }, lines = { 0 };

			make_name(&random, &name);
			fold_search_text(buf_text(&name), NULL, &lines);
			buf_addf(&block, "%s\n", buf_text(&lines));
			ends[i] = block.length;
			buf_done(&name);
			buf_done(&lines);
		}
		for (size_t t = 0; t < COUNT_OF(typed); t++) {
			struct fold_query query = { 0 };
			const char *bytes = buf_text(&block);

			fold_query_init(&query, typed[t]);
			size_t at = fold_query_scan(&query, bytes, block.length, 0);
			for (size_t i = 0, start = 0; i < COUNT_OF(ends); start = ends[i++]) {
				bool hit = at < ends[i];
				bool matches = fold_query_match(&query, bytes + start,
				    ends[i] - start) != FOLD_NONE;

				if (hit != matches)
					fail_msg("round %u: scan and match differ on \"%s\"",
					    round, typed[t]);
				if (hit)
					at = fold_query_scan(&query, bytes, block.length, ends[i]);
			}
			fold_query_done(&query);
		}
		buf_done(&block);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_script_finds),
		cmocka_unit_test(half_typed_syllable_finds),
		cmocka_unit_test(half_typed_double_final_finds),
		cmocka_unit_test(whole_syllable_finds_no_longer_word),
		cmocka_unit_test(consonants_typed_as_one_double_final_find),
		cmocka_unit_test(finals_are_no_initials),
		cmocka_unit_test(whole_names_come_before_words_before_parts),
		cmocka_unit_test(scan_finds_what_memmem_finds),
		cmocka_unit_test(empty_query_finds_everything),
		cmocka_unit_test(search_lines_hold_each_spelling_once),
		cmocka_unit_test(ambiguous_characters_have_every_reading),
		cmocka_unit_test(at_most_eight_spellings_are_kept),
		cmocka_unit_test(readings_are_spelled_as_hepburn_did),
		cmocka_unit_test(names_are_compared_without_their_dress),
		cmocka_unit_test(any_piece_of_a_name_finds_it),
		cmocka_unit_test(folding_twice_changes_nothing),
		cmocka_unit_test(narrower_queries_find_no_more),
		cmocka_unit_test(hits_of_a_narrower_query_are_among_the_former),
		cmocka_unit_test(scan_of_a_block_hits_what_match_finds),
	};

	return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
