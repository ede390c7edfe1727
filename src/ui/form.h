/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/form.h -- fields of one or more records, one below the other
 *
 * What a field is comes from base/record.h; where its value lives is known
 * only to the callbacks. The form keeps the text of every field as typed until
 * the callback takes it, so a wrong value is never lost and a draft can hold
 * it. A field is checked when it is left forward, and a wrong one stops the
 * clerk once: Tab again goes on, the mark '!' stays. In a code, day or number
 * that was just entered, typing begins anew; an arrow or Backspace first
 * corrects what is there.
 */
#ifndef UI_FORM_H
#define UI_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "ui/choices.h"
#include "ui/layout.h"
#include "ui/line.h"

struct err;
struct field;

/* A line of the form; closed by { 0 } with no label and no field. */
struct form_line {
	const char *label;		/* N_() or NC_(); NULL: field->label */
	const struct field *field;	/* NULL: a heading */
	size_t part;			/* for the callbacks: which record */
	bool fixed;			/* shown, never typed; as FIELD_FIXED does */
	bool carried;			/* '=': starts with the last record's value */
	bool asked;			/* Enter in a new record stops there although something is proposed */
	bool aside;			/* seldom needed: Enter in a new record goes past it, Tab does not */
	int beside;			/* > 0: on the row of the line before, box at this column, no label */
	int width;			/* columns of the box inside; 0: field->width */
};

/* Where values live; every callback gets form.context. */
struct form_source {
	/* Append the value as one would type it. */
	void (*get)(void *context, const struct form_line *line, struct buf *text);

	/*
	 * Check text and take it (as record_read does). It may be normalised: get
	 * is asked again. On failure nothing changed.
	 */
	bool (*set)(void *context, const struct form_line *line, const char *text, struct err *err);

	/* Append what stands behind the box: the name of a code, a remark. NULL: none. */
	void (*echo)(void *context, const struct form_line *line, struct buf *text);

	/* Append the value as it is in the file, for the hint. NULL: a new record. */
	void (*was)(void *context, const struct form_line *line, struct buf *text);

	/*
	 * Values of a field with FIELD_CODE that refers to records, for what is
	 * typed ("": all); an exact code alone. Words of field->choices need none.
	 */
	void (*values)(void *context, const struct form_line *line, const char *typed,
	    struct choices *ret_choices);

	/* ^D: append the last record's value; false: there is none. NULL: none. */
	bool (*same)(void *context, const struct form_line *line, struct buf *text);
};

struct form {
	const struct form_source *source;
	void *context;			/* borrowed: mostly the pane's state */
	const struct form_line *lines;
	size_t count;			/* lines */
	bool is_new;			/* Enter goes only to what needs an answer */
	bool read_only;			/* as of a past day, --read-only: fields are shown */
	const char *end_hint;		/* N_(): what Enter does when no field is left; NULL: saves */
	char today[DAY_SIZE];		/* for days typed as "27" or "+7"; "": the clock's, in UTC */

	/* The form's own */
	struct form_text *texts;	/* one a line */
	size_t now;			/* line with the focus */
	int top;			/* first row of the form in view */
	struct line edit;		/* the text of the line with the focus */
	struct choices choices;		/* under a coded field */
	size_t chosen;			/* of them; SIZE_MAX: none */
};

/* The text of a line, as it was typed or as get gave it. */
struct form_text {
	char *text;
	bool typed;	/* and not taken by set yet */
	bool changed;	/* by the clerk, since form_init or form_reset */
	bool wrong;	/* set refused just this text */
	bool answered;	/* left forward once: Enter in a new record goes past it */
};

/* What an input was to a form. */
enum form_answer {
	FORM_OTHER,		/* nothing: for the pane */
	FORM_DONE,
	FORM_LEFT,		/* a changed field was left: keep the draft */
	FORM_REFUSED,		/* err says why; the focus stays */
	FORM_VALUES,		/* F4: see form_values_kind */
	FORM_END,		/* Enter, and no field is left: save */
};

/* What F4 opens for the field with the focus. */
enum form_values {
	FORM_VALUES_NONE, FORM_VALUES_PICKER, FORM_VALUES_CALENDAR, FORM_VALUES_NOTE,
};

/* lines is closed by { 0 } and must outlive the form. Asks get for every value. */
void form_init(struct form *form, const struct form_source *source, void *context,
    const struct form_line *lines);
void form_done(struct form *form);

/* Ask get again for all that was not typed into; after load. */
void form_read(struct form *form);

/* Forget what was typed: as in the file, focus on the first field. */
void form_reset(struct form *form);

enum form_answer form_act(struct form *form, const struct input *input, struct err *err);

/*
 * Before saving: take the field with the focus and every wrong one again. False:
 * err counts the errors and the focus is on the first.
 */
bool form_check(struct form *form, struct err *err);

/* Put the focus on the field of that key (err.field), marked wrong. */
void form_go_wrong(struct form *form, const char *field_key);

bool form_changed(const struct form *form);		/* anything typed since form_init or form_reset */
bool form_line_changed(const struct form *form, size_t line);

/* The text of a line as it stands, half typed or wrong; for drafts. */
const char *form_line_text(const struct form *form, size_t line);

/* Put text in a line as if typed; from a draft, F4, ^D. False: it is wrong, and marked so. */
bool form_type(struct form *form, size_t line, const char *text, struct err *err);

/* form.today, else the day it is in UTC. */
void form_today(const struct form *form, char ret_day[DAY_SIZE]);

enum form_values form_values_kind(const struct form *form);
/* All values of the field with the focus, for a picker; the caller clears them. */
void form_list_values(struct form *form, const char *typed, struct choices *ret_choices);

/* Which of the fields has the focus, counted from 1: "field 11 of 15". */
void form_position(const struct form *form, int *ret_field, int *ret_fields);

/* Format, example, old value: for the hint row. */
void form_hint(const struct form *form, struct buf *text);

/* For form_draw and tests: what a line is. */
bool form_line_is_field(const struct form_line *line);
bool form_line_is_fixed(const struct form *form, size_t line);
/* Values come from a list: words of its own, other records, yes and no. */
bool form_line_is_coded(const struct form *form, size_t line);

/* What Enter goes to from the field with the focus; form->count: none is left. */
size_t form_after_enter(const struct form *form);

/* name: the record's, for row 2. */
void form_draw(struct form *form, const struct layout *layout, const char *name, bool focus);

#endif
