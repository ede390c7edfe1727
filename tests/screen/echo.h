/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screen/echo.h -- screen/echo_keys, in a terminal. */
#ifndef SCREEN_ECHO_H
#define SCREEN_ECHO_H

#include "screen/terminal.h"

/* In the terminal that options describe, but for argv. */
struct terminal *echo_start(struct terminal_options options);

/* And wait until it shows its list. */
struct terminal *echo_started(struct terminal_options options);

/* End it by its key. */
void echo_end(struct terminal *terminal);

#endif
