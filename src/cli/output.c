/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/sift.h"
#include "domain/row.h"
#include "exchange/csv.h"
#include "exchange/json.h"

enum {
	GAP = 2,		/* blanks between columns */
	NARROWEST = 4,		/* columns are not squeezed below this */
	STUB = 16,		/* a text that is cut to less says little */
	PLAIN_WIDTH = 80,	/* of a terminal that does not tell */
	WRITE_SIZE = 1 << 16,	/* bytes kept before they are written */
	UNCUT = -1,		/* a column as wide as what stands in it */
};

/* After a failure nothing more is tried: the end of it must not seem complete. */
static void
write_out(struct output *output)
{
	const char *bytes = buf_text(&output->text);
	size_t left = output->text.length;

	while (left > 0 && output->failed == 0) {
		ssize_t written = write(output->to, bytes, left);

		if (written >= 0) {
			bytes += written;
			left -= (size_t)written;
		} else if (errno != EINTR) {
			output->failed = errno;
		}
	}
	buf_clear(&output->text);
}

void
output_text(struct output *output, const char *text)
{
	buf_add(&output->text, text);
	if (output->text.length >= WRITE_SIZE)
		write_out(output);
}

static int
terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return PLAIN_WIDTH;
}

bool
output_init(struct output *ret_output, const struct arguments *arguments, struct err *err)
{
	static const struct { enum option option; enum output_form form; } exact[] = {
		{ OPTION_JSON, OUTPUT_JSON }, { OPTION_CSV, OUTPUT_CSV }, { OPTION_TSV, OUTPUT_TSV },
	};
	struct output output = {
		.form = isatty(STDOUT_FILENO) ? OUTPUT_COLUMNS : OUTPUT_PLAIN,
		.to = STDOUT_FILENO,
		.width = terminal_width(),
		.columns = arguments->value[OPTION_COLUMNS],
		.sort = arguments->value[OPTION_SORT],
		.where = arguments->where,
		.where_count = arguments->where_count,
	};
	size_t given = 0;

	for (size_t i = 0; i < sizeof exact / sizeof exact[0]; i++)
		if (arguments_has(arguments, exact[i].option)) {
			output.form = exact[i].form;
			given++;
		}
	if (given > 1)
		return err_set(err, ERR_USAGE, _("Choose one of --json, --csv and --tsv."));
	*ret_output = output;
	return true;
}

/* The fields to print, in order. The caller frees *ret_fields. */
static bool
choose_fields(const struct output *output, const struct record_type *type,
    const struct field ***ret_fields, size_t *ret_count, struct err *err)
{
	const struct field **fields = mem_grow(NULL, record_field_count(type) + 1, sizeof *fields);
	size_t count = 0;

	if (output->columns != NULL) {
		free(fields);
		return sift_columns(type, output->columns, ret_fields, ret_count, err);
	}
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (output->form == OUTPUT_JSON || (field->flags & FIELD_LISTED) != 0)
			fields[count++] = field;
	*ret_fields = fields;
	*ret_count = count;
	return true;
}

bool
output_suits(const struct output *output, const struct record_type *type, struct err *err)
{
	const struct field **fields = NULL;
	struct sift sift;
	size_t count;
	bool ok = choose_fields(output, type, &fields, &count, err) &&
	    sift_init(&sift, type, output->sort, output->where, output->where_count, err);

	if (ok)
		sift_done(&sift);
	free(fields);
	return ok;
}

/* What is printed: some fields of some records. */
struct print {
	struct output *output;
	const struct field **fields;
	size_t field_count;
	const void **rows;
	size_t row_count;
	struct buf line;
	int gap;		/* blanks between columns */
	bool short_heads;
};

static void
put_line(struct print *print)
{
	output_text(print->output, buf_text(&print->line));
	buf_clear(&print->line);
}

static void
add_exact(const struct field *field, const void *row, struct buf *text)
{
	buf_clear(text);
	record_format(field, row, text);
}

static void
put_tsv_head(struct print *print)
{
	for (size_t i = 0; i < print->field_count; i++)
		buf_addf(&print->line, "%s%s", i > 0 ? "\t" : "", print->fields[i]->key);
	buf_add_char(&print->line, '\n');
	put_line(print);
}

static void
put_tsv_rows(struct print *print)
{
	struct buf value = { 0 };

	for (size_t n = 0; n < print->row_count; n++) {
		for (size_t i = 0; i < print->field_count; i++) {
			add_exact(print->fields[i], print->rows[n], &value);
			buf_add(&print->line, i > 0 ? "\t" : "");
			buf_add_escaped(&print->line, buf_text(&value));
		}
		buf_add_char(&print->line, '\n');
		put_line(print);
	}
	buf_done(&value);
}

static void
put_tsv(struct print *print)
{
	put_tsv_head(print);
	put_tsv_rows(print);
}

static void
put_csv(struct print *print)
{
	struct buf value = { 0 };

	for (size_t i = 0; i < print->field_count; i++)
		csv_add_cell(&print->line, print->fields[i]->key, i > 0);
	csv_end_row(&print->line);
	put_line(print);
	for (size_t n = 0; n < print->row_count; n++) {
		for (size_t i = 0; i < print->field_count; i++) {
			add_exact(print->fields[i], print->rows[n], &value);
			csv_add_cell(&print->line, buf_text(&value), i > 0);
		}
		csv_end_row(&print->line);
		put_line(print);
	}
	buf_done(&value);
}

static void
put_json(struct print *print)
{
	json_rows_begin(&print->line);
	for (size_t n = 0; n < print->row_count; n++) {
		json_add_row(&print->line, print->fields, print->field_count, print->rows[n], n > 0);
		put_line(print);
	}
	json_rows_end(&print->line);
	put_line(print);
}

static void
add_shown_value(const struct field *field, const void *row, struct buf *value, struct buf *shown)
{
	buf_clear(value);
	buf_clear(shown);
	record_show(field, row, value);
	text_add_shown(shown, buf_text(value));
}

/* The widest value in a column. */
static int
value_width(const struct print *print, const struct field *field)
{
	struct buf value = { 0 }, shown = { 0 };
	int widest = 0;

	for (size_t n = 0; n < print->row_count; n++) {
		add_shown_value(field, print->rows[n], &value, &shown);
		int width = text_width(buf_text(&shown));

		if (width > widest)
			widest = width;
	}
	buf_done(&value);
	buf_done(&shown);
	return widest;
}

static const char *
head_of(const struct print *print, size_t column)
{
	const struct field *field = print->fields[column];

	return message_show(print->short_heads && field->head != NULL ? field->head : field->label);
}

/* Half a sum or day would be another one, half a key none. */
static bool
is_whole(const struct field *field)
{
	return field->kind == FIELD_MONEY || field->kind == FIELD_NUMBER || field->kind == FIELD_DAY ||
	    (field->flags & FIELD_KEY) != 0;
}

static int
not_below(int width, int least)
{
	return width > least ? width : least;
}

static int
width_of(const struct print *print, const int *widths, size_t count)
{
	int used = (int)(count - 1) * print->gap;

	for (size_t i = 0; i < count; i++)
		used += widths[i];
	return used;
}

/* Take from the widest column that can give until all fit, or nothing more can be taken. */
static void
squeeze(const struct print *print, int *widths, const int *least, size_t count)
{
	int used = width_of(print, widths, count);

	for (size_t widest = 0; used > print->output->width && widest < count; used--) {
		widest = count;
		for (size_t i = 0; i < count; i++)
			if (widths[i] > least[i] && (widest == count || widths[i] > widths[widest]))
				widest = i;
		if (widest < count)
			widths[widest]--;
	}
}

static void
end_aligned_line(struct print *print)
{
	size_t length = print->line.length;

	while (length > 0 && buf_text(&print->line)[length - 1] == ' ')
		length--;
	buf_cut(&print->line, length);
	buf_add_char(&print->line, '\n');
	put_line(print);
}

/* Sums stand with their digits below each other. */
static void
add_aligned(struct print *print, size_t column, const char *shown, int width)
{
	bool right = print->fields[column]->kind == FIELD_MONEY;
	int blank = right && width != UNCUT ? width - text_width(shown) : 0;

	buf_add_repeat(&print->line, ' ', column > 0 ? (size_t)print->gap : 0);
	if (blank > 0)
		buf_add_repeat(&print->line, ' ', (size_t)blank);
	if (width == UNCUT)
		buf_add(&print->line, shown);
	else
		text_fit(&print->line, shown, blank > 0 ? width - blank : width);
}

/* Prose at the end of the line is not cut: the terminal breaks it. */
static bool
ends_in_prose(const struct print *print)
{
	return print->fields[print->field_count - 1]->kind == FIELD_LONG;
}

/* As wide as heads and values; *least of whole columns is that, of others little. */
static void
measure(const struct print *print, int *widths, int *least, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct field *field = print->fields[i];

		widths[i] = not_below(value_width(print, field), text_width(head_of(print, i)));
		least[i] = is_whole(field) ? widths[i] : NARROWEST;
	}
}

static bool
has_stub(const int *widths, const int *before, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (widths[i] < before[i] && widths[i] < STUB)
			return true;
	return false;
}

/*
 * Where there is no room heads are shorter, then text is cut; before it becomes a
 * stub columns stand closer, and at last the heads of sums and days are cut too.
 */
static void
make_room(struct print *print, int *widths, size_t count)
{
	int *least = mem_grow(NULL, count, sizeof *least), *whole = mem_grow(NULL, count, sizeof *whole);

	measure(print, widths, least, count);
	print->short_heads = width_of(print, widths, count) > print->output->width;
	if (print->short_heads)
		measure(print, widths, least, count);
	memcpy(whole, widths, count * sizeof *whole);
	squeeze(print, widths, least, count);
	if (has_stub(widths, whole, count)) {
		print->gap = 1;
		memcpy(widths, whole, count * sizeof *whole);
		squeeze(print, widths, least, count);
	}
	for (size_t i = 0; i < count; i++)
		if (is_whole(print->fields[i]))
			least[i] = not_below(value_width(print, print->fields[i]), NARROWEST);
	squeeze(print, widths, least, count);
	free(whole);
	free(least);
}

/* The caller frees them. */
static int *
choose_widths(struct print *print)
{
	size_t cut = print->field_count - ends_in_prose(print);
	int *widths = mem_grow(NULL, print->field_count, sizeof *widths);

	if (cut < print->field_count)
		widths[cut] = UNCUT;
	if (cut > 0)
		make_room(print, widths, cut);
	return widths;
}

static void
put_columns(struct print *print)
{
	struct buf value = { 0 }, shown = { 0 };
	int *widths = choose_widths(print);

	for (size_t i = 0; i < print->field_count; i++)
		add_aligned(print, i, head_of(print, i), widths[i]);
	end_aligned_line(print);
	for (size_t n = 0; n < print->row_count; n++) {
		for (size_t i = 0; i < print->field_count; i++) {
			add_shown_value(print->fields[i], print->rows[n], &value, &shown);
			add_aligned(print, i, buf_text(&shown), widths[i]);
		}
		end_aligned_line(print);
	}
	free(widths);
	buf_done(&value);
	buf_done(&shown);
}

static void (*const put_form[])(struct print *print) = {
	[OUTPUT_COLUMNS] = put_columns,
	[OUTPUT_PLAIN] = put_tsv_rows,
	[OUTPUT_TSV] = put_tsv,
	[OUTPUT_CSV] = put_csv,
	[OUTPUT_JSON] = put_json,
};

bool
output_rows(struct output *output, const struct row_list *list, struct err *err)
{
	struct print print = { .output = output, .gap = GAP };
	struct sift sift;

	if (!choose_fields(output, list->type, &print.fields, &print.field_count, err))
		return false;
	if (!sift_init(&sift, list->type, output->sort, output->where, output->where_count, err)) {
		free(print.fields);
		return false;
	}
	print.rows = sift_rows(&sift, list, &print.row_count);
	if (print.row_count > 0 || output->form != OUTPUT_COLUMNS)
		put_form[output->form](&print);
	sift_done(&sift);
	free(print.rows);
	free(print.fields);
	buf_done(&print.line);
	return true;
}

bool
output_list(struct output *output, struct row_list *list, struct err *err)
{
	bool ok = output_rows(output, list, err);

	row_list_done(list);
	return ok;
}

static int
widest_label(const struct record_type *type)
{
	int widest = 0;

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		int width = text_width(message_show(field->label));

		if (width > widest)
			widest = width;
	}
	return widest;
}

/* One field to a line: translated and aligned for a person, key and value in a pipe. */
static void
put_fields(struct output *output, const struct record_type *type, const void *record)
{
	bool for_person = output->form == OUTPUT_COLUMNS;
	int width = for_person ? widest_label(type) : 0;
	struct buf value = { 0 }, shown = { 0 }, line = { 0 };

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		add_exact(field, record, &value);
		if (value.length == 0)
			continue;
		buf_clear(&line);
		if (for_person) {
			add_shown_value(field, record, &value, &shown);
			text_fit(&line, message_show(field->label), width);
			buf_addf(&line, "  %s", buf_text(&shown));
		} else {
			buf_addf(&line, "%s\t", field->key);
			buf_add_escaped(&line, buf_text(&value));
		}
		buf_add_char(&line, '\n');
		output_text(output, buf_text(&line));
	}
	buf_done(&value);
	buf_done(&shown);
	buf_done(&line);
}

bool
output_record(struct output *output, const char *heading, const struct record_type *type,
    const void *record, struct err *err)
{
	/* Borrowed by the list for as long as it is printed; never freed by it. */
	struct row_list one = { .type = type, .rows = (void *)record, .count = 1, .room = 1 };

	if (output->columns != NULL || output->form > OUTPUT_PLAIN)
		return output_rows(output, &one, err);
	if (heading != NULL) {
		char *shown = text_show(heading);

		output_text(output, shown);
		output_text(output, "\n");
		free(shown);
	}
	put_fields(output, type, record);
	return true;
}

void
output_say(struct output *output, const char *format, ...)
{
	va_list args;

	if (output->form > OUTPUT_PLAIN)
		return;
	va_start(args, format);
	buf_addv(&output->text, format, args);
	va_end(args);
	output_text(output, "\n");
}

bool
output_finish(struct output *output, struct err *err)
{
	write_out(output);
	buf_done(&output->text);
	if (output->failed == 0 || output->failed == EPIPE)
		return true;
	return err_set(err, ERR_SYSTEM, _("What was printed could not be written: %s."),
	    strerror(output->failed));
}
