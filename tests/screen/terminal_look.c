/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "screen/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>

#include "screen/terminal_inside.h"

static void
add_rune(struct buf *text, uint32_t rune)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	int size = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;

	buf_add_char(text, (char)(lead[size] | rune >> 6 * (size - 1)));
	while (--size > 0)
		buf_add_char(text, (char)(0x80 | (rune >> 6 * (size - 1) & 0x3f)));
}

static VTermScreenCell
cell_at(struct terminal *t, int row, int column)
{
	VTermScreenCell cell = { 0 };

	vterm_screen_get_cell(t->screen, (VTermPos){ .row = row, .col = column }, &cell);
	return cell;
}

const char *
terminal_row(struct terminal *t, int row)
{
	size_t inked = 0;

	buf_clear(&t->row);
	for (int column = 0; column < t->columns;) {
		VTermScreenCell cell = cell_at(t, row, column);

		if (cell.chars[0] == 0)
			buf_add_char(&t->row, ' ');
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
			add_rune(&t->row, cell.chars[i]);
		if (cell.chars[0] != 0 && cell.chars[0] != ' ')
			inked = t->row.length;
		column += cell.width > 1 ? cell.width : 1;
	}
	buf_cut(&t->row, inked);
	return buf_text(&t->row);
}

bool
terminal_is_reverse(struct terminal *t, int row, int column)
{
	return cell_at(t, row, column).attrs.reverse;
}

bool
terminal_is_bold(struct terminal *t, int row, int column)
{
	return cell_at(t, row, column).attrs.bold;
}

static VTermPos
cursor(const struct terminal *t)
{
	VTermPos position;

	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &position);
	return position;
}

int
terminal_cursor_row(const struct terminal *t)
{
	return cursor(t).row;
}

int
terminal_cursor_column(const struct terminal *t)
{
	return cursor(t).col;
}

bool
terminal_shows_alternate(const struct terminal *t)
{
	return t->alternate;
}

bool
terminal_echoes(const struct terminal *t)
{
	struct termios modes;

	assert_int_equal(tcgetattr(t->fd, &modes), 0);
	return (modes.c_lflag & ECHO) != 0;
}

int
terminal_bells(const struct terminal *t)
{
	return t->bells;
}

const char *
terminal_output(const struct terminal *t, size_t *ret_length)
{
	if (ret_length != NULL)
		*ret_length = t->output.length;
	return buf_text(&t->output);
}

/* Of the parameters of ESC [ ... m: 30 to 49 and 90 to 107 are colours. */
static bool
has_colour(const char *parameters, const char *end)
{
	while (parameters < end) {
		char *rest;
		long number = strtol(parameters, &rest, 10);

		if ((number >= 30 && number <= 49) || (number >= 90 && number <= 107))
			return true;
		parameters = rest + 1;
	}
	return false;
}

bool
terminal_wrote_colour(const struct terminal *t)
{
	const char *p = buf_text(&t->output);

	while ((p = strstr(p, "\033[")) != NULL) {
		p += 2;
		const char *end = p + strspn(p, "0123456789;:");
		if (*end == 'm' && has_colour(p, end))
			return true;
	}
	return false;
}

bool
terminal_in_paste_mode(const struct terminal *t)
{
	const char *p = buf_text(&t->output);
	bool on = false;

	while ((p = strstr(p, "\033[?2004")) != NULL) {
		p += 7;
		on = *p == 'h';
	}
	return on;
}

/* Golden screens */

enum { UPDATE_QUIET_MS = 400 };	/* what is wanted is not known: it must have come by then */

static void
whole_screen(struct terminal *t, struct buf *text)
{
	buf_clear(text);
	for (int row = 0; row < t->rows; row++)
		buf_addf(text, "%s\n", terminal_row(t, row));
	buf_addf(text, "[cursor %d,%d]\n", terminal_cursor_row(t), terminal_cursor_column(t));
}

static bool
is_golden(struct terminal *t, const struct wanted *wanted)
{
	struct buf text = { 0 };

	whole_screen(t, &text);
	bool same = strcmp(buf_text(&text), wanted->text) == 0;
	buf_done(&text);
	return same;
}

static char *
golden_path(const char *name)
{
	struct buf path = { 0 };
	const char *sources = getenv("SOURCES");

	buf_addf(&path, "%s/tests/screen/golden/%s.screen", sources != NULL ? sources : ".", name);
	return buf_take(&path);
}

static void
write_golden(struct terminal *t, const char *path)
{
	struct buf text = { 0 };
	FILE *file = fopen(path, "w");

	terminal_wait_quiet(t, UPDATE_QUIET_MS);
	whole_screen(t, &text);
	assert_non_null(file);
	fputs(buf_text(&text), file);
	assert_int_equal(fclose(file), 0);
	buf_done(&text);
}

static char *
read_golden(const char *path)
{
	struct buf text = { 0 };
	FILE *file = fopen(path, "r");
	char bytes[4096];
	size_t n;

	if (file == NULL)
		fail_msg("no %s: look at the screen, then UPDATE_SCREENS=1", path);
	while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
		buf_add_bytes(&text, bytes, n);
	fclose(file);
	return buf_take(&text);
}

void
terminal_wait_screen(struct terminal *t, const char *name)
{
	char *path = golden_path(name);

	if (getenv("UPDATE_SCREENS") != NULL) {
		write_golden(t, path);
	} else {
		char *text = read_golden(path);
		terminal_wait_until(t, (struct wanted){ .holds = is_golden, .text = text }, "the screen never was");
		free(text);
	}
	free(path);
}
