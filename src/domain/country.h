/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/country.h -- the six countries governments belong to
 *
 * Two orders are official: that of the association's web site and that of the
 * Charter. announced is what a source says of the number of members, so that
 * an import can tell when the rows do not add up to it.
 */
#ifndef DOMAIN_COUNTRY_H
#define DOMAIN_COUNTRY_H

#include "base/record.h"

struct country {
	char *code;	/* ISO 3166-1: KR */
	int64_t rank_web;
	int64_t rank_charter;
	char *language;	/* column of its own names: ko */
	int64_t announced;	/* members; 0: not announced */
	char *name_en;
	char *name_zh;
	char *name_ja;
	char *name_ko;
	char *name_ru;
	char *name_mn;
};

extern const struct record_type country_type;

#endif
