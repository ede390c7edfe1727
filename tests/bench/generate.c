/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * generate.c -- CSV of members, meetings, delegations of any size, the same bytes every time
 *
 *	generate members COUNT > members.csv
 *	generate meetings COUNT > meetings.csv
 *	generate delegations COUNT > delegations.csv
 *
 * Invented governments of the six countries, each with an English name and one
 * in its own script; Japanese ones with their reading. Their codes mix letters
 * and digits, which no real one does, and that is enough for 112,320 of them.
 * Meetings are of the sub-committees, one of each begins every day for 25 years and
 * lasts one to four; two governments come to each of COUNT of them.
 */
#include "config.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"

/* A piece of a name: as it is written there, and in Latin letters. */
struct piece {
	const char *own, *latin, *reading;
};

static const struct piece chinese[] = {
	{ "山", "shan", "" }, { "河", "he", "" }, { "江", "jiang", "" }, { "海", "hai", "" },
	{ "北", "bei", "" }, { "南", "nan", "" }, { "东", "dong", "" }, { "西", "xi", "" },
	{ "龙", "long", "" }, { "林", "lin", "" }, { "吉", "ji", "" }, { "宁", "ning", "" },
	{ "安", "an", "" }, { "青", "qing", "" }, { "湖", "hu", "" }, { "云", "yun", "" },
	{ "福", "fu", "" }, { "州", "zhou", "" }, { "广", "guang", "" }, { "陵", "ling", "" },
};

static const struct piece japanese[] = {
	{ "山", "yama", "やま" }, { "川", "kawa", "かわ" }, { "島", "shima", "しま" }, { "森", "mori", "もり" },
	{ "富", "tomi", "とみ" }, { "青", "ao", "あお" }, { "石", "ishi", "いし" }, { "岡", "oka", "おか" },
	{ "秋", "aki", "あき" }, { "田", "ta", "た" }, { "新", "nii", "にい" }, { "形", "gata", "がた" },
	{ "井", "i", "い" }, { "取", "tori", "とり" }, { "根", "ne", "ね" }, { "口", "kuchi", "くち" },
	{ "松", "matsu", "まつ" }, { "宮", "miya", "みや" }, { "城", "jo", "じょう" }, { "野", "no", "の" },
};

static const struct piece korean[] = {
	{ "경", "gyeong", "" }, { "상", "sang", "" }, { "북", "buk", "" }, { "남", "nam", "" },
	{ "전", "jeon", "" }, { "라", "ra", "" }, { "강", "gang", "" }, { "원", "won", "" },
	{ "충", "chung", "" }, { "청", "cheong", "" }, { "제", "je", "" }, { "주", "ju", "" },
	{ "평", "pyeong", "" }, { "안", "an", "" }, { "함", "ham", "" }, { "흥", "heung", "" },
	{ "황", "hwang", "" }, { "해", "hae", "" }, { "산", "san", "" }, { "울", "ul", "" },
};

static const struct piece mongolian[] = {
	{ "дорно", "dorno", "" }, { "говь", "govi", "" }, { "хан", "khan", "" }, { "төв", "tov", "" },
	{ "сүх", "sukh", "" }, { "баатар", "baatar", "" }, { "орхон", "orkhon", "" }, { "булган", "bulgan", "" },
	{ "увс", "uvs", "" }, { "тэнгэр", "tenger", "" }, { "завхан", "zavkhan", "" }, { "хөвс", "khovs", "" },
	{ "сэлэн", "selen", "" }, { "гэ", "ge", "" }, { "дархан", "darkhan", "" }, { "уул", "uul", "" },
};

static const struct piece russian[] = {
	{ "амур", "amur", "" }, { "камчат", "kamchat", "" }, { "сахалин", "sakhalin", "" }, { "примор", "primor", "" },
	{ "хабар", "khabar", "" }, { "иркут", "irkut", "" }, { "том", "tom", "" }, { "кемер", "kemer", "" },
	{ "чит", "chit", "" }, { "бурят", "buryat", "" }, { "якут", "yakut", "" }, { "магадан", "magadan", "" },
	{ "лён", "lyon", "" }, { "байкал", "baikal", "" }, { "лен", "len", "" }, { "обь", "ob", "" },
};

enum { COUNT_MOST = 6 * 2 * 26 * 10 * 36 };

enum column { ZH, JA, KO, RU, MN, COLUMNS };

static const struct country {
	const char *code;
	const char *kind;
	enum column column;
	const struct piece *pieces;
	unsigned count;
	const char *own_end, *english_end, *reading_end;
} countries[] = {
	{ "CN", "province", ZH, chinese, sizeof chinese / sizeof *chinese, "省", "Province", "" },
	{ "JP", "prefecture", JA, japanese, sizeof japanese / sizeof *japanese, "県", "Prefecture", "けん" },
	{ "KP", "province", KO, korean, sizeof korean / sizeof *korean, "도", "Province", "" },
	{ "KR", "province", KO, korean, sizeof korean / sizeof *korean, "도", "Province", "" },
	{ "MN", "aimag", MN, mongolian, sizeof mongolian / sizeof *mongolian, " аймаг", "Province", "" },
	{ "RU", "oblast", RU, russian, sizeof russian / sizeof *russian, "ская область", "Region", "" },
};

static unsigned
draw_number(uint32_t *seed, unsigned below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (unsigned)((uint64_t)(*seed >> 8) * below >> 24);
}

/* Capitals for names that begin a sentence: Latin and the Cyrillic letters of two bytes. */
static void
print_capital(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;

	if (s[0] >= 'a' && s[0] <= 'z')
		printf("%c%s", s[0] - 'a' + 'A', text + 1);
	else if (s[0] == 0xd0 && s[1] >= 0xb0)
		printf("\xd0%c%s", s[1] - 0x20, text + 2);
	else if (s[0] == 0xd1 && s[1] <= 0x8f)
		printf("\xd0%c%s", s[1] + 0x20, text + 2);
	else
		fputs(text, stdout);
}

static void
print_name(const struct piece *const piece[3], const char *(*part)(const struct piece *), const char *end)
{
	for (int i = 0; i < 3 && piece[i] != NULL; i++)
		if (i == 0)
			print_capital(part(piece[i]));
		else
			fputs(part(piece[i]), stdout);
	fputs(end, stdout);
}

static const char *
own(const struct piece *piece)
{
	return piece->own;
}

static const char *
latin(const struct piece *piece)
{
	return piece->latin;
}

static const char *
reading(const struct piece *piece)
{
	return piece->reading;
}

/* KR-A00 ... KR-Z9Z, KR-0A0 ... KR-9ZZ */
static void
print_code(const char *country, unsigned number)
{
	static const char characters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	char letter = characters[number / 36 % 26], digit = characters[26 + number / 36 / 26 % 10];
	bool digit_first = number / 36 / 26 / 10 > 0;

	printf("%s-%c%c%c", country, digit_first ? digit : letter, digit_first ? letter : digit,
	    characters[number % 36]);
}

static void
print_government(unsigned number, uint32_t *seed)
{
	const unsigned all = sizeof countries / sizeof *countries;
	const struct country *country = &countries[number % all];
	const struct piece *piece[3] = { NULL };

	for (int i = 0; i < 3; i++)
		piece[i] = &country->pieces[draw_number(seed, country->count)];
	if (draw_number(seed, 3) == 0)
		piece[2] = NULL;

	print_code(country->code, number / all);
	printf(",%s,%s,member,%u,", country->code, country->kind, 1996 + draw_number(seed, 25));
	print_name(piece, latin, " ");
	fputs(country->english_end, stdout);
	for (enum column column = ZH; column < COLUMNS; column++) {
		putchar(',');
		if (column == country->column)
			print_name(piece, own, country->own_end);
	}
	putchar(',');
	print_name(piece, reading, country->reading_end);
	putchar('\n');
}

static void
print_governments(unsigned long count)
{
	uint32_t seed = 20260413;

	puts("code,country,kind,status,since,name_en,name_zh,name_ja,name_ko,name_ru,name_mn,reading");
	for (unsigned long i = 0; i < count; i++)
		print_government((unsigned)i, &seed);
}

static const char *const bodies[] = {
	"ECON", "ENV", "EDU", "DIS", "BORDER", "SCI", "TOUR", "OCEAN", "WOMEN", "MINE", "ENERGY",
};
enum { BODIES = sizeof bodies / sizeof *bodies };

static const char *const guests[] = {
	"KR-47", "JP-16", "CN-SD", "RU-KHA", "MN-1", "KR-41", "CN-HA", "JP-28", "RU-PRI", "KR-26",
	"CN-HL", "MN-061", "JP-32",
};
enum { GUESTS = sizeof guests / sizeof *guests };

static void
print_meetings(unsigned long count)
{
	char day[DAY_SIZE] = "2012-01-01", last[DAY_SIZE];

	puts("key,body,ordinal,state,host,place,zone,begins,ends");
	for (unsigned long i = 0; i < count; i++) {
		if (i > 0 && i % BODIES == 0)
			day_add_days(day, 1, day);
		day_add_days(day, (int)(i % 4), last);
		printf("%s-%lu,%s,%lu,planned,%s,,Asia/Seoul,%s,%s\n", bodies[i % BODIES], i / BODIES + 1,
		    bodies[i % BODIES], i / BODIES + 1, guests[i % 7], day, last);
	}
}

static void
print_delegations(unsigned long count)
{
	puts("meeting,government,capacity,answer,credentials");
	for (unsigned long i = 0; i < 2 * count; i++) {
		unsigned long meeting = i / 2, guest = (meeting * 5 + i % 2) % GUESTS;

		printf("%s-%lu,%s,member,coming,accepted\n", bodies[meeting % BODIES], meeting / BODIES + 1,
		    guests[guest]);
	}
}

int
main(int argc, char *argv[])
{
	unsigned long count = argc == 3 ? strtoul(argv[2], NULL, 10) : 0;

	if (count == 0 || count > COUNT_MOST) {
		fprintf(stderr, "usage: generate members|meetings|delegations COUNT (1 to %d)\n", COUNT_MOST);
		return 2;
	}
	if (strcmp(argv[1], "meetings") == 0)
		print_meetings(count);
	else if (strcmp(argv[1], "delegations") == 0)
		print_delegations(count);
	else
		print_governments(count);
	return 0;
}
