/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/buf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void
reserve(struct buf *buf, size_t more)
{
	size_t need = buf->length + more + 1;

	if (need <= buf->room)
		return;
	buf->room = need < 32 ? 32 : need + need / 2;
	buf->bytes = mem_grow(buf->bytes, buf->room, 1);
}

const char *
buf_text(const struct buf *buf)
{
	return buf->bytes != NULL ? buf->bytes : "";
}

void
buf_add_bytes(struct buf *buf, const char *bytes, size_t length)
{
	reserve(buf, length);
	if (length > 0)
		memcpy(buf->bytes + buf->length, bytes, length);
	buf->length += length;
	buf->bytes[buf->length] = '\0';
}

void
buf_add(struct buf *buf, const char *text)
{
	buf_add_bytes(buf, text, strlen(text));
}

void
buf_add_char(struct buf *buf, char c)
{
	buf_add_bytes(buf, &c, 1);
}

void
buf_add_repeat(struct buf *buf, char c, int times)
{
	if (times <= 0)
		return;
	reserve(buf, (size_t)times);
	memset(buf->bytes + buf->length, c, (size_t)times);
	buf->length += (size_t)times;
	buf->bytes[buf->length] = '\0';
}

void
buf_add_escaped(struct buf *buf, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '\t')
			buf_add(buf, "\\t");
		else if (*text == '\n')
			buf_add(buf, "\\n");
		else if (*text == '\\')
			buf_add(buf, "\\\\");
		else
			buf_add_char(buf, *text);
	}
}

void
buf_addv(struct buf *buf, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	if (length > 0) {
		reserve(buf, (size_t)length);
		vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, again);
		buf->length += (size_t)length;
	}
	va_end(again);
}

void
buf_addf(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_addv(buf, format, args);
	va_end(args);
}

void
buf_cut(struct buf *buf, size_t length)
{
	assert(length <= buf->length);
	if (buf->bytes == NULL)
		return;
	buf->length = length;
	buf->bytes[length] = '\0';
}

void
buf_clear(struct buf *buf)
{
	buf_cut(buf, 0);
}

void
buf_done(struct buf *buf)
{
	free(buf->bytes);
	*buf = (struct buf){ 0 };
}

char *
buf_take(struct buf *buf)
{
	char *text = buf->bytes != NULL ? buf->bytes : mem_strdup("");

	*buf = (struct buf){ 0 };
	return text;
}
