/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/file.h -- the file a session works on: making, opening, keeping it safe
 *
 * What the screens and the command line need of the store, which they do not
 * know. A new file is filled under another name and takes its own only when
 * it is whole: whatever happens, there is a good file there or none.
 */
#ifndef DOMAIN_FILE_H
#define DOMAIN_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/verify.h"

struct err;
struct session;

enum { FILE_HEAD_SIZE = 65 };	/* hex of the head of the log, and its NUL */

/* NULL on failure; see store/db.h for what is refused. ERR_MISSING: there is none. */
struct session *file_open(const char *path, bool read_only, const char *user, const char *place,
    struct err *err);

/*
 * The same in two steps, for a screen to be shown between them: after the first it is
 * known that there is such a file and whether it may be written, nothing else.
 */
struct session *file_find(const char *path, bool read_only, const char *user, const char *place,
    struct err *err);
bool file_ready(struct session *session, struct err *err);

/*
 * Make a new file and the folder it lies in. fill, which may be NULL, gets the
 * session of the empty file. Refused: anything is at path already.
 */
bool file_create(const char *path, const char *user, const char *place,
    bool (*fill)(struct session *session, void *context, struct err *err), void *context,
    struct err *err);

/* A proved copy while others work on; ret_head may be NULL. Refused: a file is there. */
bool file_backup(struct session *session, const char *path, char ret_head[FILE_HEAD_SIZE],
    struct err *err);

/* The number of the last migration it has been through; 0 when it cannot be read. */
int64_t file_schema(struct session *session);

/*
 * Is the file sound, and does it lie where it is safe: its access, the folder
 * a group shares, the disk, what waits in its -wal? Told like verify_run.
 */
bool file_check(struct session *session,
    void (*line)(void *context, const struct verify_line *line),
    void (*fault)(void *context, const char *text),
    void *context, size_t *ret_faults, struct err *err);

#endif
