/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/buf.h -- a string that grows
 *
 * A zeroed struct buf is ready for use. buf_text is never NULL and always ends
 * in NUL; it moves when the buffer grows, so keep the struct, not the pointer.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct buf {
	char *bytes;	/* NULL until something was added; use buf_text */
	size_t length;	/* bytes without the final NUL */
	size_t room;	/* bytes allocated */
};

const char *buf_text(const struct buf *buf);
void buf_add(struct buf *buf, const char *text);
void buf_add_bytes(struct buf *buf, const char *bytes, size_t length);
void buf_add_char(struct buf *buf, char c);
void buf_add_repeat(struct buf *buf, char c, int times);	/* times <= 0: nothing */
/* As one value of a line: what would break the line is written \n, \t, \\. */
void buf_add_escaped(struct buf *buf, const char *text);
void buf_addf(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buf_addv(struct buf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
void buf_cut(struct buf *buf, size_t length);	/* shorten to length bytes */
void buf_clear(struct buf *buf);		/* empty it, keep the memory */
void buf_done(struct buf *buf);			/* free it; zero again */

/* Hand the string over: the caller frees it, the buffer is zero again. */
char *buf_take(struct buf *buf);

#endif
