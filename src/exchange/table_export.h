/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/table_export.h -- records of a kind as files for others
 *
 * What table_rows read, written whole: CSV for spreadsheets, with every field
 * that an import takes back, and JSON with those that are worked out too.
 */
#ifndef EXCHANGE_TABLE_EXPORT_H
#define EXCHANGE_TABLE_EXPORT_H

struct buf;
struct row_list;

void table_export_csv(const struct row_list *rows, struct buf *text);
void table_export_json(const struct row_list *rows, struct buf *text);

#endif
