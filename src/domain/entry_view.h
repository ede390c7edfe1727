/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/entry_view.h -- the lines of an entry as people read them
 */
#ifndef DOMAIN_ENTRY_VIEW_H
#define DOMAIN_ENTRY_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct ledger_draft;
struct session;

struct entry_line {
	int64_t no;
	char *account, *name;	/* code; name in the language of the screen */
	char *government;	/* "" where the line has none */
	char *currency;		/* of the account */
	int64_t amount;		/* minor units; debit is positive */
	char *base_currency;
	int64_t base;		/* minor units of the base currency */
};
extern const struct record_type entry_line_type;

/* The lines of a posted entry; ERR_MISSING. The caller calls row_list_done. */
bool entry_view_lines(struct session *session, const char *number, struct row_list *ret_list,
    struct err *err);

/* The lines of one that is not posted yet, just as they would stand there. */
bool entry_view_draft(struct session *session, const struct ledger_draft *draft,
    struct row_list *ret_list, struct err *err);

#endif
