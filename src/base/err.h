/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/err.h -- why something failed, in words a clerk can act on
 *
 * A function that can fail in ordinary use returns false and fills a struct
 * err of its caller. The sentence is written where the knowledge is, in the
 * language of the moment; only cli, panes and main show it.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum err_code {
	ERR_NONE,
	ERR_USAGE,	/* the command or its words are wrong */
	ERR_INPUT,	/* a value cannot be read or is not allowed in its field */
	ERR_RULE,	/* a rule of the association forbids it */
	ERR_MISSING,	/* there is no such record */
	ERR_CONFLICT,	/* somebody saved the same thing meanwhile: a person decides */
	ERR_BUSY,	/* another program holds the file: try again */
	ERR_READ_ONLY,	/* the file, or this session, may not be written */
	ERR_FILE,	/* the file is damaged, foreign, newer or cannot be opened */
	ERR_SYSTEM,	/* the system refused: disk full, permission, no terminal */
	ERR_CANCELLED,	/* the clerk stopped it */
};

struct err {
	enum err_code code;
	char text[640];		/* one translated sentence, valid UTF-8 */
	char field[64];		/* key of the field at fault, or "" */
};

/*
 * Record a failure. Always returns false, so that a caller can write
 * "return err_set(err, ...)". err may be NULL when nobody wants to know.
 */
bool err_set(struct err *err, enum err_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Name the field the last err_set was about. Returns false, like err_set. */
bool err_at(struct err *err, const char *field_key);

#endif
