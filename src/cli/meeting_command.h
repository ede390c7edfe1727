/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/meeting_command.h -- what the files of the commands of "meeting" share
 *
 * The table stands in meeting_command.c; the functions of its rows in the file
 * of what they are about.
 */
#ifndef CLI_MEETING_COMMAND_H
#define CLI_MEETING_COMMAND_H

#include <stdbool.h>

struct buf;
struct cli;
struct err;

/* The key that the first word means, in capitals; ERR_MISSING. The caller frees it. */
bool meeting_command_key(struct cli *cli, char **ret_key, struct err *err);

/* Print lines, each a sentence for the clerk. */
void meeting_command_say(struct cli *cli, const struct buf *lines);

/* Print what is to be looked at in a meeting that was just saved. */
bool meeting_command_warn(struct cli *cli, const char *key, struct err *err);

/* "meeting agenda|sittings|papers|staff ID [add|edit|...]": meeting_parts_command.c */
bool meeting_command_agenda(struct cli *cli, struct err *err);
bool meeting_command_sittings(struct cli *cli, struct err *err);
bool meeting_command_papers(struct cli *cli, struct err *err);
bool meeting_command_staff(struct cli *cli, struct err *err);

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
