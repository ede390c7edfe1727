/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "screen/terminal.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

static const struct named_key {
	const char *name;
	const char *bytes;
} named_keys[] = {
	{ "Enter", "\r" }, { "Tab", "\t" }, { "S-Tab", "\033[Z" }, { "Esc", "\033" }, { "BS", "\177" },
	{ "Del", "\033[3~" }, { "Ins", "\033[2~" }, { "Home", "\033[H" }, { "End", "\033[F" },
	{ "PgUp", "\033[5~" }, { "PgDn", "\033[6~" }, { "lt", "<" },
	{ "Up", "\033[A" }, { "Down", "\033[B" }, { "Right", "\033[C" }, { "Left", "\033[D" },
	{ "F1", "\033OP" }, { "F2", "\033OQ" }, { "F3", "\033OR" }, { "F4", "\033OS" },
	{ "F5", "\033[15~" }, { "F6", "\033[17~" }, { "F7", "\033[18~" }, { "F8", "\033[19~" },
	{ "F9", "\033[20~" }, { "F10", "\033[21~" }, { "F11", "\033[23~" }, { "F12", "\033[24~" },
};

static void
add_named_key(struct buf *bytes, const char *name, size_t length)
{
	if (length == 3 && name[0] == 'C' && name[1] == '-') {
		buf_add_char(bytes, (char)(name[2] & 0x1f));
		return;
	}
	for (size_t i = 0; i < sizeof named_keys / sizeof *named_keys; i++) {
		if (strlen(named_keys[i].name) == length && memcmp(named_keys[i].name, name, length) == 0) {
			buf_add(bytes, named_keys[i].bytes);
			return;
		}
	}
	fail_msg("no key is called <%.*s>", (int)length, name);
}

/* From after the '<' to after the '>'. */
static const char *
add_key(struct buf *bytes, const char *p)
{
	size_t length = strcspn(p, ">"), name = strcspn(p, "*>");
	int times = p[name] == '*' ? atoi(p + name + 1) : 1;

	assert_int_equal(p[length], '>');
	for (int i = 0; i < times; i++)
		add_named_key(bytes, p, name);
	return p + length + 1;
}

void
terminal_type(struct terminal *t, const char *keys)
{
	struct buf bytes = { 0 };

	while (*keys != '\0') {
		size_t plain = strcspn(keys, "<");

		buf_add_bytes(&bytes, keys, plain);
		keys += plain;
		if (*keys == '<')
			keys = add_key(&bytes, keys + 1);
	}
	terminal_send(t, buf_text(&bytes), bytes.length);
	buf_done(&bytes);
}

void
terminal_paste(struct terminal *t, const char *text)
{
	struct buf bytes = { 0 };

	buf_addf(&bytes, "\033[200~%s\033[201~", text);
	terminal_send(t, buf_text(&bytes), bytes.length);
	buf_done(&bytes);
}
