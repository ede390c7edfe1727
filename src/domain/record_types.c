/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/record_types.h"

#include <stddef.h>
#include <string.h>

#include "domain/address.h"
#include "domain/alias.h"
#include "domain/channel.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/holding.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/rule.h"

const struct record_type *const record_types[] = {
	&country_type,
	&government_type,
	&government_name_type,
	&government_status_type,
	&alias_type,
	&person_type,
	&post_type,
	&holding_type,
	&channel_type,
	&address_type,
	&rule_type,
	NULL
};

const struct record_type *
record_types_find(const char *key)
{
	for (size_t i = 0; record_types[i] != NULL; i++)
		if (strcmp(record_types[i]->key, key) == 0)
			return record_types[i];
	return NULL;
}
