/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/bill_command.h -- rows of the noun "dues": bills that are none, and credit notes
 */
#ifndef CLI_BILL_COMMAND_H
#define CLI_BILL_COMMAND_H

#include <stdbool.h>

struct cli;
struct err;

bool bill_command_draft(struct cli *cli, struct err *err);	/* dues bill */
bool bill_command_bills(struct cli *cli, struct err *err);
bool bill_command_discard(struct cli *cli, struct err *err);
bool bill_command_retract(struct cli *cli, struct err *err);
bool bill_command_notes(struct cli *cli, struct err *err);

/* dues issue, where an id is said for the year; date NULL: today. */
bool bill_command_issue(struct cli *cli, const char *id, const char *date, struct err *err);

#endif
