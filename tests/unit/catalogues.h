/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogues.h -- every language at once, for tests of what is shown and typed. */
#ifndef CATALOGUES_H
#define CATALOGUES_H

#include "base/messages.h"

/* As languages[] has them; English is NULL. */
extern struct catalogue *catalogues[LANGUAGE_COUNT];

/* Set-up and tear-down of a group; a missing catalogue fails it. */
int open_catalogues(void **state);
int close_catalogues(void **state);

/* By struct language.column: "ko". */
const struct catalogue *catalogue_of(const char *column);

#endif
