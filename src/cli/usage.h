/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/usage.h -- commands and options explained, from their tables
 */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

struct buf;
struct cli_command;
struct option_row;

/* What is typed, and below it what it does, translated. */
void usage_add_line(struct buf *text, const char *typed, const char *help);
void usage_add_command(struct buf *text, const struct cli_command *command);
void usage_add_option(struct buf *text, const struct option_row *option);

/* All commands of a noun and the options only it takes; nothing if there is none. */
void usage_add_noun(struct buf *text, const char *noun);

#endif
