/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/kinds.h -- the KIND of import and export
 */
#ifndef CLI_KINDS_H
#define CLI_KINDS_H

struct err;
struct table_kind;

/* NULL and ERR_USAGE, which says where the kinds are listed. */
const struct table_kind *kinds_find(const char *word, struct err *err);

#endif
