/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/help.h -- the help of one command, which --help shows too
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

struct buf;

/* Append its usage, its sentences and the options only it takes; nothing if there is none. */
void help_add_noun(struct buf *text, const char *noun);

#endif
