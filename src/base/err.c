/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/err.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static size_t
sequence_length(unsigned char lead)
{
	return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
}

/* vsnprintf cuts bytes: take away a character that it left in pieces. */
static void
drop_cut_character(char *text, size_t length)
{
	size_t lead = length;

	while (lead > 0 && ((unsigned char)text[lead - 1] & 0xC0) == 0x80)
		lead--;
	if (lead > 0 && lead - 1 + sequence_length((unsigned char)text[lead - 1]) > length)
		text[lead - 1] = '\0';
}

bool
err_set(struct err *err, enum err_code code, const char *format, ...)
{
	va_list args;

	if (err == NULL)
		return false;
	err->code = code;
	err->field[0] = '\0';
	va_start(args, format);
	int length = vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	if (length >= (int)sizeof err->text)
		drop_cut_character(err->text, sizeof err->text - 1);
	return false;
}

bool
err_at(struct err *err, const char *field_key)
{
	if (err != NULL)
		snprintf(err->field, sizeof err->field, "%s", field_key);
	return false;
}
