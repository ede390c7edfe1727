/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mo_file.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

static void
add_word(struct buf *file, uint32_t word, bool swapped)
{
	if (swapped)
		word = __builtin_bswap32(word);
	buf_add_bytes(file, (const char *)&word, sizeof word);
}

static size_t
text_size(const struct mo_message *message)
{
	return message->text_size != 0 ? message->text_size : strlen(message->text);
}

void
mo_file_write(struct buf *ret_file, const struct mo_message *messages, size_t count,
    bool swapped)
{
	const uint32_t head = 28, table = (uint32_t)count * 8;
	uint32_t strings = head + 2 * table;
	const uint32_t words[] = { 0x950412de, 0, (uint32_t)count, head, head + table, 0, strings };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		add_word(ret_file, words[i], swapped);
	for (size_t i = 0; i < count; i++) {
		add_word(ret_file, (uint32_t)strlen(messages[i].key), swapped);
		add_word(ret_file, strings, swapped);
		strings += (uint32_t)strlen(messages[i].key) + 1;
	}
	for (size_t i = 0; i < count; i++) {
		add_word(ret_file, (uint32_t)text_size(&messages[i]), swapped);
		add_word(ret_file, strings, swapped);
		strings += (uint32_t)text_size(&messages[i]) + 1;
	}
	for (size_t i = 0; i < count; i++)
		buf_add_bytes(ret_file, messages[i].key, strlen(messages[i].key) + 1);
	for (size_t i = 0; i < count; i++) {
		buf_add_bytes(ret_file, messages[i].text, text_size(&messages[i]));
		buf_add_char(ret_file, '\0');
	}
}
