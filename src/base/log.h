/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/log.h -- a diary for whoever looks for a fault
 *
 * Off unless NEARSEC_DEBUG names a file; a name without a slash lies in the
 * user's state folder. It never writes to the terminal, where it would tear the
 * screen, and not to devices. Lines are for programmers: they are English, and
 * say what was done, never what stands in the records.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdbool.h>

struct err;

/* True also when it stays off. Opening twice closes the first. */
bool log_open(const char *user, struct err *err);
void log_close(void);

bool log_is_on(void);	/* for what is costly to find out */

/* One line, with the time and the process before it; costs nothing when off. */
void log_add(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
