/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/invoice_line.h -- a line of an invoice
 *
 * What is owed and for what. The lines of an invoice make its total, and are
 * frozen with it.
 */
#ifndef DOMAIN_INVOICE_LINE_H
#define DOMAIN_INVOICE_LINE_H

#include "base/record.h"

struct invoice_line {
	char *invoice;	/* its id */
	int64_t no;	/* from 1 */
	char *words;	/* for what */
	int64_t amount;	/* minor units of the currency of the invoice */
};

extern const struct record_type invoice_line_type;

#endif
