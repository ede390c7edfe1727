/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/alias.h -- other spellings of a government's name
 *
 * For finding, and for reading old papers: short forms (경북), former forms,
 * slips met in print. They are never printed.
 */
#ifndef DOMAIN_ALIAS_H
#define DOMAIN_ALIAS_H

#include "base/record.h"

struct alias {
	char *id;	/* ULID */
	char *government;
	char *language;
	char *alias;
	char *note;	/* where it was met; slips say "do not use" */
};

extern const struct record_type alias_type;

#endif
