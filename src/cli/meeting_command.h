/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/meeting_command.h -- the verbs of "meeting" that stand in files of their own
 *
 * The table of the noun is meeting_command.c; each function is the .run of one
 * of its rows.
 */
#ifndef CLI_MEETING_COMMAND_H
#define CLI_MEETING_COMMAND_H

#include <stdbool.h>

struct cli;
struct err;

/* attend_command.c: who comes, and who is there */
bool meeting_invite(struct cli *cli, struct err *err);
bool meeting_answer(struct cli *cli, struct err *err);
bool meeting_delegates(struct cli *cli, struct err *err);
bool meeting_delegate(struct cli *cli, struct err *err);
bool meeting_credentials(struct cli *cli, struct err *err);
bool meeting_proxy(struct cli *cli, struct err *err);
bool meeting_attend(struct cli *cli, struct err *err);
bool meeting_roll(struct cli *cli, struct err *err);

/* vote_command.c */
bool meeting_vote(struct cli *cli, struct err *err);

/* minutes_command.c */
bool meeting_minutes(struct cli *cli, struct err *err);
bool meeting_adopt(struct cli *cli, struct err *err);

#endif
