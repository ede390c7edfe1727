/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/encoding.h -- text that others wrote in an encoding of their own
 *
 * CP949, CP932, GB18030, CP1251 and whatever else iconv(3) knows. Nothing is
 * repaired on the way: the first byte that says nothing in the encoding ends it,
 * so that a file in another one is refused and not stored garbled. This is the
 * only home of iconv.
 */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* Does this system read an encoding of that name? */
bool encoding_exists(const char *name);

/* How the reading of bytes ended. */
enum encoding_end {
	ENCODING_WHOLE,		/* all of them were read */
	ENCODING_FOREIGN,	/* at bytes that are no character of the encoding */
	ENCODING_BROKEN,	/* in the middle of the last character */
};

/*
 * Append what the bytes say as UTF-8, up to the first that is no text. name is one
 * that encoding_exists knows; with another nothing is read and they are foreign.
 */
enum encoding_end encoding_decode(const char *name, const char *bytes, size_t length,
    struct buf *text);

#endif
