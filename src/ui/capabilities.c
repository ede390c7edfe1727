/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/capabilities.h"

#include <curses.h>
#include <stdbool.h>
#include <string.h>
#include <term.h>

#include "base/buf.h"

static bool
begins(const char *text, const char *head)
{
	return text != NULL && head != NULL && strncmp(text, head, strlen(head)) == 0;
}

/* Shortening: cur_term holds pointers to strings, and del_curterm does not free those. */

/* Bold is one sequence, not all of them anew. */
static void
set_one_by_one(void)
{
	if (enter_bold_mode != NULL && enter_reverse_mode != NULL && exit_attribute_mode != NULL)
		set_attributes = NULL;
}

/*
 * Line drawing is left once, when the screen is cleared: whoever had the
 * terminal before us may have been in it. leaving holds the new string.
 */
static void
leave_line_drawing_once(struct buf *leaving)
{
	if (!begins(exit_attribute_mode, exit_alt_charset_mode) || clear_screen == NULL)
		return;
	buf_addf(leaving, "%s%s", exit_alt_charset_mode, clear_screen);
	clear_screen = leaving->bytes;
	exit_attribute_mode += strlen(exit_alt_charset_mode);
}

/*
 * Curses does not go down by "\n", from which a tty may make a return as well.
 * To a terminal that speaks ANSI a vertical tab is the same, and no tty touches it.
 */
static void
go_down_by_tab(char *vertical_tab)
{
	if (cursor_down != NULL && strcmp(cursor_down, "\n") == 0 &&
	    begins(cursor_address, "\033[%i%p1%d;%p2%dH"))
		cursor_down = vertical_tab;
}

/* Compiling, as in term(5) */

enum { MAGIC = 0432 };

static void
add_short(struct buf *bytes, int number)
{
	buf_add_char(bytes, (char)(number & 0xff));
	buf_add_char(bytes, (char)(number >> 8 & 0xff));
}

static void
align(struct buf *bytes)
{
	if (bytes->length % 2 != 0)
		buf_add_char(bytes, '\0');
}

/* Keys are read without curses: their strings would only be copied to and fro. */
static bool
is_of_a_key(int string)
{
	return strnames[string][0] == 'k';
}

/* Offsets of the strings of a terminal into the table of them; -1 for what it has not. */
static void
add_strings(struct buf *offsets, struct buf *table)
{
	for (int i = 0; i < STRCOUNT; i++) {
		const char *string = CUR Strings[i];

		if (string == NULL || string == (char *)-1 || is_of_a_key(i)) {
			add_short(offsets, -1);
			continue;
		}
		add_short(offsets, (int)table->length);
		buf_add_bytes(table, string, strlen(string) + 1);
	}
}

/* The one extension that saves bytes: default colours one by one. */
static void
add_extension(struct buf *bytes)
{
	static const char name[] = "AX";
	const int header[] = { 1, 0, 0, 1, sizeof name };	/* flags, numbers, strings; names, their bytes */

	if (tigetflag((char *)name) != TRUE)
		return;
	align(bytes);
	for (size_t i = 0; i < sizeof header / sizeof *header; i++)
		add_short(bytes, header[i]);
	buf_add_char(bytes, TRUE);
	align(bytes);
	add_short(bytes, 0);
	buf_add_bytes(bytes, name, sizeof name);
}

static void
compile(const char *name, struct buf *bytes)
{
	struct buf offsets = { 0 }, table = { 0 };
	const int header[] = { MAGIC, (int)strlen(name) + 1, BOOLCOUNT, NUMCOUNT, STRCOUNT };

	add_strings(&offsets, &table);
	for (size_t i = 0; i < sizeof header / sizeof *header; i++)
		add_short(bytes, header[i]);
	add_short(bytes, (int)table.length);
	buf_add_bytes(bytes, name, strlen(name) + 1);
	for (int i = 0; i < BOOLCOUNT; i++)
		buf_add_char(bytes, CUR Booleans[i] == TRUE ? TRUE : FALSE);
	align(bytes);
	for (int i = 0; i < NUMCOUNT; i++)
		add_short(bytes, CUR Numbers[i] < 0 ? -1 : CUR Numbers[i]);
	buf_add_bytes(bytes, buf_text(&offsets), offsets.length);
	buf_add_bytes(bytes, buf_text(&table), table.length);
	add_extension(bytes);
	buf_done(&offsets);
	buf_done(&table);
}

static void
add_hex(struct buf *text, const struct buf *bytes)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t at = text->length;

	buf_add_repeat(text, '0', 2 * (int)bytes->length);
	for (size_t i = 0; i < bytes->length; i++) {
		unsigned char byte = (unsigned char)bytes->bytes[i];

		text->bytes[at++] = digits[byte >> 4];
		text->bytes[at++] = digits[byte & 0xf];
	}
}

void
capabilities_describe(const char *name, struct buf *terminfo)
{
	char vertical_tab[] = "\v";
	struct buf leaving = { 0 }, bytes = { 0 };

	set_one_by_one();
	leave_line_drawing_once(&leaving);
	go_down_by_tab(vertical_tab);
	compile(name, &bytes);
	buf_add(terminfo, "hex:");
	add_hex(terminfo, &bytes);
	buf_done(&bytes);
	buf_done(&leaving);
}
