/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"

#define NO_READER ((iconv_t)-1)

/*
 * What stands behind a slash makes some systems pass over what they cannot read,
 * and a blank is the encoding of the locale.
 */
static iconv_t
reader_open(const char *name)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:";

	return name[0] == '\0' || name[strspn(name, signs)] != '\0' ? NO_READER : iconv_open("UTF-8", name);
}

bool
encoding_exists(const char *name)
{
	iconv_t reader = reader_open(name);

	if (reader == NO_READER)
		return false;
	iconv_close(reader);
	return true;
}

/* bytes NULL: what the reader kept back of the last character. Returns 0, or why it stopped. */
static int
read_on(iconv_t reader, char *bytes, size_t length, struct buf *text)
{
	char room[4096];
	int why = E2BIG;

	while (why == E2BIG) {
		char *to = room;
		size_t left = sizeof room;

		why = iconv(reader, bytes != NULL ? &bytes : NULL, &length, &to, &left) == (size_t)-1 ? errno : 0;
		buf_add_bytes(text, room, sizeof room - left);
	}
	return why;
}

/*
 * Some readers let bytes of a wider encoding through as control characters: EUC-KR
 * makes U+008C and "c" of a syllable of CP949. Cuts text before the first one.
 */
static bool
cut_controls(struct buf *text, size_t from)
{
	for (size_t i = from; i + 1 < text->length; i++)
		if (text->bytes[i] == '\xC2' && (unsigned char)text->bytes[i + 1] < 0xA0) {
			buf_cut(text, i);
			return true;
		}
	return false;
}

enum encoding_end
encoding_decode(const char *name, const char *bytes, size_t length, struct buf *text)
{
	iconv_t reader = reader_open(name);
	size_t from = text->length;

	if (reader == NO_READER)
		return ENCODING_FOREIGN;
	int why = read_on(reader, (char *)bytes, length, text);
	if (why == 0)
		why = read_on(reader, NULL, 0, text);
	iconv_close(reader);
	if (strcasecmp(name, "UTF-8") != 0 && cut_controls(text, from))
		return ENCODING_FOREIGN;
	return why == 0 ? ENCODING_WHOLE : why == EINVAL ? ENCODING_BROKEN : ENCODING_FOREIGN;
}
