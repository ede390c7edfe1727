/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/bank_import.h -- F6 of BNK: a statement from a file, and what the file does not say
 *
 * The account, the bank format and the encoding are asked only where they are
 * missing; the encoding that is chosen is kept in the format.
 */
#ifndef PANES_BANK_IMPORT_H
#define PANES_BANK_IMPORT_H

#include <stdbool.h>

struct desk;
struct err;

/* Ask for the file, take it and open its lines. To leave is no failure, but for who leaves the encodings. */
bool bank_import(struct desk *desk, struct err *err);

#endif
