/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/ref.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "bench/picture.h"

enum {
	UNKNOWN = -1,		/* column of the cursor after the last one was written */
	GAP_MOST = 12,		/* equal cells worth writing again instead of moving over */
	SCROLLS_MOST = 6,	/* scrolls tried */
};

/* Where a drawing stands. */
struct draw {
	struct buf bytes;
	int row, column;
	struct pen pen;
};

/* The shortest of several ways to say the same. */
struct shortest {
	char text[64];
	bool any;
};

static void
offer(struct shortest *best, const char *text)
{
	if (best->any && strlen(text) >= strlen(best->text))
		return;
	snprintf(best->text, sizeof best->text, "%s", text);
	best->any = true;
}

/* A sequence with one number, which is left out where it is 1. */
static void
offer_count(struct shortest *best, const char *before, int n, char final)
{
	char text[64];

	if (n == 1)
		snprintf(text, sizeof text, "%s\033[%c", before, final);
	else
		snprintf(text, sizeof text, "%s\033[%d%c", before, n, final);
	offer(best, text);
}

static void
offer_repeat(struct shortest *best, const char *piece, int n)
{
	char text[64] = "";

	if (n * (int)strlen(piece) >= (int)sizeof text)
		return;
	for (int i = 0; i < n; i++)
		strcat(text, piece);
	offer(best, text);
}

/* Moving the cursor */

static struct shortest
across(int from, int to)
{
	struct shortest best = { 0 };

	if (from == to) {
		offer(&best, "");
		return best;
	}
	offer_count(&best, "", to + 1, 'G');
	if (to == 0)
		offer(&best, "\r");
	else
		offer_count(&best, "\r", to, 'C');
	if (from != UNKNOWN && from < to)
		offer_count(&best, "", to - from, 'C');
	if (from != UNKNOWN && from > to) {
		offer_count(&best, "", from - to, 'D');
		offer_repeat(&best, "\b", from - to);
	}
	return best;
}

static struct shortest
along(int from, int to)
{
	struct shortest best = { 0 };

	if (from == to) {
		offer(&best, "");
		return best;
	}
	offer_count(&best, "", to + 1, 'd');
	if (from < to) {
		offer_repeat(&best, "\n", to - from);
		offer_count(&best, "", to - from, 'B');
	} else {
		offer_repeat(&best, "\033M", from - to);
		offer_count(&best, "", from - to, 'A');
	}
	return best;
}

static struct shortest
outright(int row, int column)
{
	struct shortest best = { 0 };
	char text[64];

	if (row == 0 && column == 0)
		snprintf(text, sizeof text, "\033[H");
	else if (column == 0)
		snprintf(text, sizeof text, "\033[%dH", row + 1);
	else
		snprintf(text, sizeof text, "\033[%d;%dH", row + 1, column + 1);
	offer(&best, text);
	return best;
}

static void
move_to(struct draw *draw, int row, int column)
{
	struct shortest best = outright(row, column);
	char text[128];

	snprintf(text, sizeof text, "%s%s", along(draw->row, row).text, across(draw->column, column).text);
	buf_add(&draw->bytes, strlen(text) < strlen(best.text) ? text : best.text);
	draw->row = row;
	draw->column = column;
}

/* The pen */

static const struct mark {
	unsigned mark;
	int on, off;
} marks[] = {
	{ MARK_BOLD, 1, 22 }, { MARK_ITALIC, 3, 23 }, { MARK_UNDERLINE, 4, 24 },
	{ MARK_BLINK, 5, 25 }, { MARK_REVERSE, 7, 27 }, { MARK_STRIKE, 9, 29 },
};

static void
add_number(struct buf *numbers, int n)
{
	buf_addf(numbers, numbers->length > 0 ? ";%d" : "%d", n);
}

static void
add_color(struct buf *numbers, int32_t color, int base)
{
	if (color < 0)
		add_number(numbers, base + 9);
	else if (color < 8)
		add_number(numbers, base + color);
	else if (color < 16)
		add_number(numbers, base + 60 + color - 8);
	else if (color < 256)
		buf_addf(numbers, "%s%d;5;%d", numbers->length > 0 ? ";" : "", base + 8, color);
	else
		buf_addf(numbers, "%s%d;2;%d;%d;%d", numbers->length > 0 ? ";" : "", base + 8,
		    color >> 16 & 255, color >> 8 & 255, color & 255);
}

static void
pen_changes(struct buf *numbers, struct pen from, struct pen to)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if ((from.marks & ~to.marks & marks[i].mark) != 0)
			add_number(numbers, marks[i].off);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if ((to.marks & ~from.marks & marks[i].mark) != 0)
			add_number(numbers, marks[i].on);
	if (from.foreground != to.foreground)
		add_color(numbers, to.foreground, 30);
	if (from.background != to.background)
		add_color(numbers, to.background, 40);
}

static void
set_pen(struct draw *draw, struct pen to)
{
	static const struct pen plain = { .foreground = -1, .background = -1 };
	struct buf changes = { 0 }, anew = { 0 };

	if (pen_equals(draw->pen, to))
		return;
	pen_changes(&changes, draw->pen, to);
	pen_changes(&anew, plain, to);
	/* An empty first number is a reset: ESC [ ; 7 m. */
	if (anew.length + (anew.length > 0) < changes.length)
		buf_addf(&draw->bytes, "\033[%s%sm", anew.length > 0 ? ";" : "", buf_text(&anew));
	else
		buf_addf(&draw->bytes, "\033[%sm", buf_text(&changes));
	draw->pen = to;
	buf_done(&changes);
	buf_done(&anew);
}

/* A plain blank shows nothing of the pen but its background. */
static void
set_pen_for(struct draw *draw, const struct cell *cell)
{
	const unsigned showing = MARK_UNDERLINE | MARK_REVERSE | MARK_STRIKE;

	if (cell_is_plain_blank(cell) && (draw->pen.marks & showing) == 0 &&
	    draw->pen.background == cell->pen.background)
		return;
	set_pen(draw, cell->pen);
}

/* Cells */

static int
run_length(const struct cell *cells, int count)
{
	int n = 1;

	while (n < count && cell_equals(&cells[n], &cells[0]))
		n++;
	return n;
}

/* n cells that are all the same; erasing leaves the cursor where it is. */
static void
write_run(struct draw *draw, const struct cell *cell, int n, bool is_last)
{
	struct shortest best = { 0 };
	char text[64];

	set_pen_for(draw, cell);
	offer_repeat(&best, cell->text, n);
	if (!best.any || (n > 4 && strlen(cell->text) == 1)) {
		snprintf(text, sizeof text, "%s\033[%db", cell->text, n - 1);
		offer(&best, text);
	}
	if (cell_is_plain_blank(cell) && n > 4) {
		snprintf(text, sizeof text, is_last ? "\033[%dX" : "\033[%dX\033[%dC", n, n);
		if (strlen(text) < strlen(best.text) && is_last)
			draw->column -= n;
		offer(&best, text);
	}
	buf_add(&draw->bytes, best.text);
	draw->column += n;
}

static void
write_cells(struct draw *draw, const struct cell *cells, int count, int columns)
{
	for (int i = 0; i < count;) {
		if (cells[i].text[0] == '\0') {
			i++;
			draw->column++;
			continue;
		}
		int n = i + 1 < count && cells[i + 1].text[0] == '\0' ? 1 : run_length(cells + i, count - i);
		write_run(draw, &cells[i], n, i + n == count);
		i += n;
	}
	if (draw->column >= columns)
		draw->column = UNKNOWN;
}

static bool
is_wide_half(const struct cell *row, int column, int columns)
{
	return row[column].text[0] == '\0' || (column + 1 < columns && row[column + 1].text[0] == '\0');
}

/* The first changed column from column on, widened to whole characters; columns when none. */
static int
next_change(const struct cell *old, const struct cell *new, int column, int columns)
{
	while (column < columns && cell_equals(&old[column], &new[column]))
		column++;
	if (column < columns && column > 0 && new[column].text[0] == '\0')
		column--;
	return column;
}

static int
change_end(const struct cell *old, const struct cell *new, int column, int columns)
{
	while (column < columns &&
	    (!cell_equals(&old[column], &new[column]) || new[column].text[0] == '\0' ||
	     (is_wide_half(new, column, columns) && !cell_equals(&old[column + 1], &new[column + 1]))))
		column++;
	return column;
}

/* To column: by moving, or by writing what stands between again, whichever is shorter. */
static void
bridge(struct draw *draw, const struct cell *new, int row, int column, int columns)
{
	struct draw moved = { .row = draw->row, .column = draw->column, .pen = draw->pen };
	struct draw written = moved, *better = &moved;
	int gap = column - draw->column;

	move_to(&moved, row, column);
	set_pen_for(&moved, &new[column]);
	if (draw->row == row && draw->column != UNKNOWN && gap > 0 && gap < GAP_MOST &&
	    new[draw->column].text[0] != '\0') {
		write_cells(&written, new + draw->column, gap, columns);
		move_to(&written, row, column);
		set_pen_for(&written, &new[column]);
		if (written.bytes.length < moved.bytes.length)
			better = &written;
	}
	buf_add_bytes(&draw->bytes, buf_text(&better->bytes), better->bytes.length);
	draw->row = row;
	draw->column = column;
	draw->pen = better->pen;
	buf_done(&moved.bytes);
	buf_done(&written.bytes);
}

/* Where the blanks begin that erasing to the end of the row would leave. */
static int
tail_start(const struct cell *new, int columns)
{
	int column = columns;

	while (column > 0 && cell_is_plain_blank(&new[column - 1]) && cell_equals(&new[column - 1], &new[columns - 1]))
		column--;
	return column;
}

static void
draw_row(struct draw *draw, const struct cell *old, const struct cell *new, int row, int columns)
{
	int tail = tail_start(new, columns);

	for (int start = next_change(old, new, 0, columns); start < columns;) {
		int end = change_end(old, new, start, columns);

		bridge(draw, new, row, start, columns);
		if (start >= tail) {
			buf_add(&draw->bytes, "\033[K");
			return;
		}
		write_cells(draw, new + start, (end < tail ? end : tail) - start, columns);
		start = next_change(old, new, end < tail ? end : tail, columns);
	}
}

static void
draw_rows(struct draw *draw, const struct picture *from, const struct picture *to, bool downwards)
{
	for (int i = 0; i < to->rows; i++) {
		int row = downwards ? i : to->rows - 1 - i;

		if (!picture_row_equals(from, row, to, row))
			draw_row(draw, picture_row(from, row), picture_row(to, row), row, to->columns);
	}
	if (from->cursor != to->cursor)
		buf_add(&draw->bytes, to->cursor ? "\033[?25h" : "\033[?25l");
	if (to->cursor && (draw->row != to->row || draw->column != to->column))
		move_to(draw, to->row, to->column);
}

/* Scrolling */

struct scroll {
	int gain;		/* rows that are right afterwards and were not */
	int top, bottom;	/* of the region, inclusive */
	int by;			/* rows, upwards when above 0 */
};

/* Keep the best few, best first. */
static void
consider(struct scroll *scrolls, struct scroll scroll)
{
	for (int i = 0; i < SCROLLS_MOST; i++) {
		if (scroll.gain <= scrolls[i].gain)
			continue;
		memmove(&scrolls[i + 1], &scrolls[i], sizeof *scrolls * (size_t)(SCROLLS_MOST - 1 - i));
		scrolls[i] = scroll;
		return;
	}
}

/* Rows first .. last of to are rows first + by .. of from. */
static struct scroll
scroll_of(int first, int last, int by, int gain)
{
	return (struct scroll){
		.gain = gain, .by = by,
		.top = by > 0 ? first : first + by,
		.bottom = by > 0 ? last + by : last,
	};
}

static void
find_scrolls(struct scroll *scrolls, const struct picture *from, const struct picture *to)
{
	for (int by = 1 - to->rows; by < to->rows; by++) {
		int first = 0, gain = 0;

		for (int row = 0; by != 0 && row <= to->rows; row++) {
			bool same = row < to->rows && row + by >= 0 && row + by < to->rows &&
			    picture_row_equals(to, row, from, row + by);
			if (same) {
				gain += !picture_row_equals(to, row, from, row);
				continue;
			}
			if (gain > 0)
				consider(scrolls, scroll_of(first, row - 1, by, gain));
			first = row + 1;
			gain = 0;
		}
	}
}

/* The pen's background would fill what comes in. */
static void
write_scroll(struct buf *bytes, const struct scroll *scroll, const struct picture *from)
{
	int n = abs(scroll->by);
	bool whole = scroll->top == 0 && scroll->bottom == from->rows - 1;

	if (from->pen.background != -1)
		buf_add(bytes, "\033[m");
	if (!whole)
		buf_addf(bytes, "\033[%d;%dr", scroll->top + 1, scroll->bottom + 1);
	if (n == 1)
		buf_addf(bytes, "\033[%c", scroll->by > 0 ? 'S' : 'T');
	else
		buf_addf(bytes, "\033[%d%c", n, scroll->by > 0 ? 'S' : 'T');
	if (!whole)
		buf_add(bytes, "\033[r");
}

/* The whole */

struct change {
	const char *output;
	size_t before;
	struct picture from, to;
};

/* Try one scroll (NULL for none) and one order; keep it when shorter and proved. */
static void
try_way(struct buf *best, const struct change *change, const struct scroll *scroll, bool downwards)
{
	struct draw draw = { 0 };
	struct picture start, shown;

	if (scroll != NULL)
		write_scroll(&draw.bytes, scroll, &change->from);
	picture_play(&start, change->to.rows, change->to.columns, change->output, change->before,
	    buf_text(&draw.bytes), draw.bytes.length);
	draw.row = start.row;
	draw.column = start.column == start.columns - 1 ? UNKNOWN : start.column;
	draw.pen = start.pen;
	draw_rows(&draw, &start, &change->to, downwards);
	picture_done(&start);

	if (best->bytes == NULL || draw.bytes.length < best->length) {
		picture_play(&shown, change->to.rows, change->to.columns, change->output, change->before,
		    buf_text(&draw.bytes), draw.bytes.length);
		if (picture_equals(&shown, &change->to)) {
			buf_clear(best);
			buf_add_bytes(best, buf_text(&draw.bytes), draw.bytes.length);
		}
		picture_done(&shown);
	}
	buf_done(&draw.bytes);
}

bool
ref_encode(struct buf *ret_bytes, const char *output, size_t before, size_t after, int rows, int columns)
{
	struct change change = { .output = output, .before = before };
	struct scroll scrolls[SCROLLS_MOST] = { { 0 } };
	struct buf best = { 0 };

	picture_play(&change.from, rows, columns, output, before, "", 0);
	picture_play(&change.to, rows, columns, output, after, "", 0);
	find_scrolls(scrolls, &change.from, &change.to);
	for (int downwards = 0; downwards <= 1; downwards++) {
		try_way(&best, &change, NULL, downwards);
		for (int i = 0; i < SCROLLS_MOST && scrolls[i].gain > 0; i++)
			try_way(&best, &change, &scrolls[i], downwards);
	}
	picture_done(&change.from);
	picture_done(&change.to);

	bool proved = best.bytes != NULL;
	buf_add_bytes(ret_bytes, buf_text(&best), best.length);
	buf_done(&best);
	return proved;
}
