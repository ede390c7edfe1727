/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/path.h -- where the program's own files lie, and small files whole
 *
 * The folders follow the XDG rules and are made for their owner alone (0700):
 * the records hold people's addresses. State and settings are kept per user of
 * the program, not per login: clerks who share a login have drafts of their own.
 * Every char * returned is freed by the caller.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>

struct err;

/* folder/name; name alone when folder is "" or name is absolute. */
char *path_join(const char *folder, const char *name);

/*
 * A path as people type it, or as a terminal pastes a file that is dropped on
 * it: blanks around it, one pair of quotes; "~/" is the home.
 */
char *path_typed(const char *typed);

/* $XDG_DATA_HOME/nearsec: the records. Nothing is created by asking. */
char *path_data(void);

/*
 * $XDG_STATE_HOME/nearsec/USER: drafts, what was open. $XDG_CONFIG_HOME/nearsec/
 * USER: choices. Any name of a user makes one folder: what a file name cannot
 * hold is written as %2F. NULL or "" is the folder above, common to all.
 */
char *path_state(const char *user);
char *path_config(const char *user);

/* Make a folder and those above it; true when it is there already. */
bool path_make_folder(const char *path, struct err *err);

/*
 * Replace a file by these bytes: after a crash it holds the old bytes or the
 * new ones, never a part. Its folder must exist; the file is its owner's alone.
 */
bool path_write(const char *path, const char *bytes, size_t length, struct err *err);

/*
 * Read a file of at most most bytes; *ret_bytes ends in a NUL that length does
 * not count. ERR_MISSING when there is none, ERR_FILE when it is longer or no
 * plain file.
 */
bool path_read(const char *path, size_t most, char **ret_bytes, size_t *ret_length,
    struct err *err);

#endif
