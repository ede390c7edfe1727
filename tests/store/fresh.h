/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store/fresh.h -- a clerk on a new file, for tests of the domain */
#ifndef STORE_FRESH_H
#define STORE_FRESH_H

struct session;

/*
 * clerk1 at the command line, on a file that is made in a folder of its own.
 * Both go by session_close, then scratch_teardown(ret_scratch).
 */
struct session *fresh_session(void **ret_scratch);

#endif
