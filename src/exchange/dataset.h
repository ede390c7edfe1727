/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/dataset.h -- a new file, filled from a folder of CSV files
 *
 * Nothing about the association is compiled in: NEAR is the folder share/near,
 * loaded by the import that clerks use. What the folder cannot say for certain
 * is reported, not guessed: a count that does not add up, a name nobody has
 * read, a year nobody knows.
 */
#ifndef EXCHANGE_DATASET_H
#define EXCHANGE_DATASET_H

#include <stdbool.h>

struct buf;
struct err;
struct session;
struct table_watch;

/*
 * Load every file of folder that a kind of exchange/table.h names, in one
 * change set. Missing files are fine, but members.csv or
 * governments.csv must be there: the first is what people write, the second
 * with the other kinds is a whole file as exported. ret_report gets the
 * sentences for the clerk, a line each.
 */
bool dataset_load(struct session *session, const char *folder, const struct table_watch *watch,
    struct buf *ret_report, struct err *err);

/*
 * The folder of the NEAR data: $NEARSEC_SHARE/near, else where it was
 * installed. The caller frees it.
 */
char *dataset_near_folder(void);

#endif
