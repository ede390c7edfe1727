/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/commands.h -- the tables of the nouns, one a file; cli.c lists them
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

/* Each closed by { 0 }. */
extern const struct cli_command init_commands[];
extern const struct cli_command meeting_commands[];
extern const struct cli_command member_commands[];
extern const struct cli_command body_commands[];
extern const struct cli_command person_commands[];
extern const struct cli_command post_commands[];
extern const struct cli_command staff_commands[];
extern const struct cli_command decision_commands[];
extern const struct cli_command text_commands[];
extern const struct cli_command project_commands[];
extern const struct cli_command find_commands[];
extern const struct cli_command history_commands[];
extern const struct cli_command undo_commands[];
extern const struct cli_command import_commands[];
extern const struct cli_command export_commands[];
extern const struct cli_command verify_commands[];
extern const struct cli_command backup_commands[];
extern const struct cli_command config_commands[];
extern const struct cli_command bank_commands[];
extern const struct cli_command batch_commands[];
extern const struct cli_command dues_commands[];
extern const struct cli_command ledger_commands[];
extern const struct cli_command rate_commands[];
extern const struct cli_command help_commands[];

/* Rows of tables of other files. */
bool decide_command(struct cli *cli, struct err *err);		/* meeting decide */
bool applications_command(struct cli *cli, struct err *err);	/* member applications */
bool apply_command(struct cli *cli, struct err *err);		/* member apply */
bool stage_command(struct cli *cli, struct err *err);		/* member stage */
bool dossier_command(struct cli *cli, struct err *err);		/* member dossier */
/* Of body_command.c, under the noun "member": what a government holds. */
bool body_command_held(struct cli *cli, struct err *err);

/* Any number of words may follow. */
#define CLI_ANY	((size_t)-1)

#endif
