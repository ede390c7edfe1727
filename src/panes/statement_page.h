/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/statement_page.h -- the account of a government, as a page to read
 */
#ifndef PANES_STATEMENT_PAGE_H
#define PANES_STATEMENT_PAGE_H

#include <stdbool.h>

struct desk;
struct err;

bool statement_page_show(struct desk *desk, const char *government, const char *name,
    struct err *err);

/* The same below some lines, "" or closed by a newline. */
bool statement_page_below(struct desk *desk, const char *head, const char *government,
    const char *name, struct err *err);

#endif
