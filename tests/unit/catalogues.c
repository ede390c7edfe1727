/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit/catalogues.h"

#include "test.h"

#include <string.h>

struct catalogue *catalogues[LANGUAGE_COUNT];

int
open_catalogues(void **state)
{
	(void)state;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		catalogues[i] = catalogue_open(NULL, &languages[i]);
		if (catalogues[i] == NULL && strcmp(languages[i].code, "en") != 0)
			return -1;
	}
	return 0;
}

int
close_catalogues(void **state)
{
	(void)state;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		catalogue_close(catalogues[i]);
	return 0;
}

const struct catalogue *
catalogue_of(const char *column)
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (strcmp(languages[i].column, column) == 0)
			return catalogues[i];
	fail_msg("no language %s", column);
	return NULL;
}
