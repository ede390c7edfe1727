/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/person.h -- a person, apart from any office
 *
 * Family and given name are kept apart in each language; who stands first is a
 * matter of the language shown. Offices are holdings of posts.
 */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include "base/record.h"

struct person {
	char *id;	/* ULID */
	char *language;	/* of the person's own name, a column: ko */
	char *title;	/* "Dr", "部长"; as the person writes it */
	char *family_en;
	char *given_en;
	char *family_zh;
	char *given_zh;
	char *family_ja;
	char *given_ja;
	char *family_ko;
	char *given_ko;
	char *family_ru;
	char *given_ru;
	char *family_mn;
	char *given_mn;
	char *reading;	/* of the Japanese name, kana */
	char *phone;
	char *email;
	char *note;
};

extern const struct record_type person_type;

struct buf;
struct language;

/*
 * The name in that language, else in English, else in the person's own: family
 * name first but in English. Never empty for a saved person.
 */
void person_name(const struct person *person, const struct language *language, struct buf *ret_name);

#endif
