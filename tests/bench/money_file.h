/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/money_file.h -- a ledger of any size, the same one every time
 *
 * Invented invoices of the governments of a file, in won, and the payments of
 * most of them, written by prepared statements in large change sets: the guards
 * judge every row and the log has it, so that verify passes on what comes out.
 */
#ifndef BENCH_MONEY_FILE_H
#define BENCH_MONEY_FILE_H

struct session;

struct money_size {
	int years;		/* before the one of today, which is opened and stays empty */
	int invoices;		/* in each of the years; two postings each */
	int unpaid;		/* every so many-th is not paid, the one before half; 0: none is */
};

/* A year's invoices in turn over all governments of the file. Ends the program at a failure. */
void money_file_fill(struct session *session, const struct money_size *size);

#endif
