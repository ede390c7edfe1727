/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/payment_import.h -- payments as rows of a table
 *
 * A row is a receipt with what a clerk would have typed; importing it posts it,
 * as PAY does. A row that names a receipt which is there already is passed over,
 * so that an export can be read again.
 */
#ifndef DOMAIN_PAYMENT_IMPORT_H
#define DOMAIN_PAYMENT_IMPORT_H

#include <stdbool.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct payment_row {
	char *receipt;		/* number; "" for one that is not posted yet */
	char *government;	/* "" nobody knows who paid */
	char *account;		/* "" the bank account in the base currency */
	char *amount;		/* as money_format writes it, in the currency of the account */
	char *booked;		/* whole day; "" today */
	char *value;		/* whole day of the bank; "" that booked */
	char *invoice;		/* what it pays; "" the oldest first */
	char *reference, *method, *payer;
};
extern const struct record_type payment_row_type;

/* All receipts that stand, by number. The caller calls row_list_done. */
bool payment_row_list(struct session *session, struct row_list *ret_list, struct err *err);

/* Post the row, or pass it over. */
bool payment_import_in_set(struct session *session, const struct payment_row *row,
    bool *ret_is_new, struct err *err);

#endif
