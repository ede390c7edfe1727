/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/progress.h -- how far long work is, and ^C that stops it cleanly
 *
 * On a terminal a bar on stderr, into a pipe nothing. While it is
 * started ^C sets a flag, which progress_go_on reports; otherwise it ends the
 * program as ever.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

void progress_start(void);
void progress_stop(void);	/* wipes the line, gives ^C back; fine when not started */

/* As in struct table_watch. False: the clerk wants it stopped. total 0: not known. */
bool progress_go_on(void *context, size_t done, size_t total);

#endif
