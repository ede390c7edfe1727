/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/invoice_deeds.h -- what DUE and BIL do to the invoice in a row
 */
#ifndef PANES_INVOICE_DEEDS_H
#define PANES_INVOICE_DEEDS_H

#include <stdbool.h>
#include <stdint.h>

struct desk;
struct err;

/* The frozen paper of that id, field by field, until it is closed. ERR_MISSING. */
bool invoice_deeds_show(struct desk *desk, const char *id, struct err *err);

/*
 * Ask how much is taken off the invoice of that number, as what, why and who
 * agreed; what is open, minor units of currency, is proposed. Left: true.
 */
bool invoice_deeds_waive(struct desk *desk, const char *number, int64_t open, const char *currency,
    struct err *err);

#endif
