/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/portfolio.h -- which country or body somebody of the staff answers for
 *
 * Which country or body a clerk answers for: one of the two.
 */
#ifndef DOMAIN_PORTFOLIO_H
#define DOMAIN_PORTFOLIO_H

#include "base/record.h"

struct portfolio {
	char *id;	/* ULID */
	char *staff;	/* whose portfolio it is, an id */
	char *country;	/* the country, or NULL */
	char *body;	/* the body, or NULL */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type portfolio_type;

#endif
