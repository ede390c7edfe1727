/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * mo_file.h -- catalogues as msgfmt writes them, made in memory
 *
 * A message is key and text; of a plural, key is the singular and text_size
 * covers all forms with the NULs between them.
 */
#ifndef MO_FILE_H
#define MO_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

struct mo_message {
	const char *key;
	const char *text;
	size_t text_size;	/* bytes without the last NUL; 0: those of the string */
};

/* swapped: as a machine of the other byte order would write it. */
void mo_file_write(struct buf *ret_file, const struct mo_message *messages, size_t count,
    bool swapped);

#endif
