/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "ui/form_private.h"

static const struct choice yes_no[] = {
	{ "1", NC_("flag", "yes") },
	{ "0", NC_("flag", "no") },
	{ 0 }
};

/* What a line is */

bool
form_line_is_field(const struct form_line *line)
{
	return line->field != NULL;
}

bool
form_line_is_fixed(const struct form *form, size_t i)
{
	const struct form_line *line = &form->lines[i];

	return line->field == NULL || line->fixed || (line->field->flags & FIELD_FIXED) != 0;
}

static const struct choice *
words_of(const struct field *field)
{
	return field->choices != NULL ? field->choices : field->kind == FIELD_FLAG ? yes_no : NULL;
}

bool
form_line_is_coded(const struct form *form, size_t i)
{
	const struct field *field = form->lines[i].field;

	if (field == NULL)
		return false;
	return words_of(field) != NULL || (field->refers != NULL && form->source->values != NULL);
}

bool
form_is_day(const struct form *form)
{
	const struct field *field = form->lines[form->now].field;

	return field != NULL && field->kind == FIELD_DAY;
}

/* Moving: from line to line that can be typed into; form->count when there is none */

size_t
form_next_line(const struct form *form, size_t i)
{
	do
		i++;
	while (i < form->count && form_line_is_fixed(form, i));
	return i < form->count ? i : form->count;
}

size_t
form_previous_line(const struct form *form, size_t i)
{
	while (i-- > 0)
		if (!form_line_is_fixed(form, i))
			return i;
	return form->count;
}

bool
form_needs_answer(const struct form *form, size_t i)
{
	return !form->lines[i].aside && !form->texts[i].answered &&
	    (form->lines[i].asked || form->texts[i].text[0] == '\0');
}

size_t
form_after_enter(const struct form *form)
{
	size_t i = form_next_line(form, form->now);

	while (form->is_new && i < form->count && !form_needs_answer(form, i))
		i = form_next_line(form, i);
	return i;
}

/* The text with the focus */

void
form_close_choices(struct form *form)
{
	choices_clear(&form->choices);
	form->chosen = SIZE_MAX;
}

/* Codes, days, numbers: rather typed anew than corrected. */
static bool
is_short(enum field_kind kind)
{
	return kind != FIELD_TEXT && kind != FIELD_LONG;
}

void
form_focus(struct form *form, size_t i)
{
	const struct field *field;

	form_close_choices(form);
	if (i >= form->count)
		return;
	form->now = i;
	field = form->lines[i].field;
	line_set(&form->edit, form->texts[i].text);
	form->edit.most = field != NULL ? field->most : 0;
	form->edit.tight = field != NULL && is_short(field->kind);
	form->edit.fresh = form->edit.tight;
	if (form->edit.fresh)
		form->edit.cursor = 0;
}

/* The text of the field with the focus goes where the others are. */
void
form_keep_edit(struct form *form)
{
	struct form_text *text = &form->texts[form->now];
	const char *now = line_text(&form->edit);

	if (strcmp(text->text, now) == 0)
		return;
	mem_replace(&text->text, now);
	text->typed = text->changed = true;
	text->wrong = false;
}

/* Beginning and end */

static void
read_text(struct form *form, size_t i)
{
	struct buf text = { 0 };

	if (form->lines[i].field != NULL)
		form->source->get(form->context, &form->lines[i], &text);
	if (form->texts[i].text != NULL && strcmp(form->texts[i].text, buf_text(&text)) != 0)
		form->texts[i].wrong = false;
	free(form->texts[i].text);
	form->texts[i].text = buf_take(&text);
}

void
form_read(struct form *form)
{
	form_keep_edit(form);
	for (size_t i = 0; i < form->count; i++)
		if (!form->texts[i].typed)
			read_text(form, i);
	if (strcmp(line_text(&form->edit), form->texts[form->now].text) != 0)
		form_focus(form, form->now);
}

static size_t
first_line(const struct form *form)
{
	return form->count > 0 && !form_line_is_fixed(form, 0) ? 0 : form_next_line(form, 0);
}

void
form_reset(struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		free(form->texts[i].text);
		form->texts[i] = (struct form_text){ 0 };
		read_text(form, i);
	}
	form->now = form->top = 0;
	form_focus(form, first_line(form));
}

void
form_init(struct form *form, const struct form_source *source, void *context,
    const struct form_line *lines)
{
	*form = (struct form){
		.source = source, .context = context, .lines = lines, .chosen = SIZE_MAX,
	};
	while (lines[form->count].field != NULL || lines[form->count].label != NULL)
		form->count++;
	form->texts = mem_alloc((form->count + 1) * sizeof *form->texts);
	form_reset(form);
}

void
form_done(struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		free(form->texts[i].text);
	free(form->texts);
	line_done(&form->edit);
	choices_done(&form->choices);
	*form = (struct form){ 0 };
}

/* Values of coded fields */

void
form_list_line(struct form *form, size_t i, const char *typed, struct choices *ret_choices)
{
	const struct field *field = form->lines[i].field;
	const struct choice *words = words_of(field);

	choices_clear(ret_choices);
	if (words != NULL)
		choices_add_words(ret_choices, words, typed);
	else
		form->source->values(form->context, &form->lines[i], typed, ret_choices);
}

void
form_list_values(struct form *form, const char *typed, struct choices *ret_choices)
{
	if (form_line_is_coded(form, form->now))
		form_list_line(form, form->now, typed, ret_choices);
}

/* The value a typed text stands for: itself, or the one thing it narrows to. */
static bool
value_of_typed(struct form *form, size_t i, struct buf *value, struct err *err)
{
	const char *typed = form->texts[i].text;
	struct choices found = { 0 };
	bool clear = true;

	if (form_line_is_coded(form, i) && typed[0] != '\0') {
		form_list_line(form, i, typed, &found);
		clear = found.count <= 1 || choices_find(&found, typed) != SIZE_MAX;
		if (found.count == 1)
			typed = found.item[0].value;
	}
	if (clear)
		buf_add(value, typed);
	else
		err_set(err, ERR_INPUT,
		    nq_("%zu value fits \"%s\": type more, or choose with Down or F4.",
		    "%zu values fit \"%s\": type more, or choose with Down or F4.", found.count),
		    found.count, typed);
	choices_done(&found);
	return clear;
}

/* Checking and taking */

/* Days are read as clerks type them before the callback gets them. */
static bool
set_value(struct form *form, size_t i, const char *value, struct err *err)
{
	const struct form_line *line = &form->lines[i];
	char day[DAY_SIZE], today[DAY_SIZE];

	if (line->field->kind == FIELD_DAY && value[0] != '\0') {
		form_today(form, today);
		if (!day_parse_input(value, today, messages_catalogue(), day, err))
			return false;
		value = day;
	}
	return form->source->set(form->context, line, value, err);
}

/* Have the callback take the text of a line. What other fields derive from it is read again. */
bool
form_take(struct form *form, size_t i, struct err *err)
{
	struct form_text *text = &form->texts[i];
	struct buf value = { 0 };

	if (!text->typed)
		return true;
	bool taken = value_of_typed(form, i, &value, err) &&
	    set_value(form, i, buf_text(&value), err);
	buf_done(&value);
	text->typed = text->wrong = !taken;
	return taken;
}

static const char *
label_of(const struct form_line *line)
{
	return message_show(line->label != NULL ? line->label : line->field->label);
}

bool
form_is_missing(const struct form *form, size_t i)
{
	return (form->lines[i].field->flags & FIELD_REQUIRED) != 0 && form->texts[i].text[0] == '\0';
}

bool
form_refuse_missing(struct form *form, size_t i, struct err *err)
{
	form->texts[i].wrong = true;
	return err_set(err, ERR_INPUT, _("\"%s\" may not be empty."), label_of(&form->lines[i]));
}

void
form_read_untyped(struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (!form->texts[i].typed)
			read_text(form, i);
}

static bool
check_line(struct form *form, size_t i, struct err *err)
{
	return form_is_missing(form, i) ? form_refuse_missing(form, i, err) : form_take(form, i, err);
}

bool
form_check(struct form *form, struct err *err)
{
	size_t wrong = 0, first = form->count;
	struct err one = { 0 }, one_more;

	form_keep_edit(form);
	for (size_t i = 0; i < form->count; i++) {
		if (form_line_is_fixed(form, i) || check_line(form, i, wrong == 0 ? &one : &one_more))
			continue;
		if (wrong++ == 0)
			first = i;
	}
	form_read_untyped(form);
	form_focus(form, first < form->count ? first : form->now);
	if (wrong == 0)
		return true;
	if (wrong == 1)
		return err_set(err, ERR_INPUT, "%s", one.text);
	return err_set(err, ERR_INPUT, nq_("%zu field is wrong. %s", "%zu fields are wrong. The first: %s", wrong),
	    wrong, one.text);
}

/* Questions and orders from outside */

bool
form_line_changed(const struct form *form, size_t i)
{
	return form->texts[i].changed ||
	    (i == form->now && strcmp(line_text(&form->edit), form->texts[i].text) != 0);
}

bool
form_changed(const struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (form_line_changed(form, i))
			return true;
	return false;
}

const char *
form_line_text(const struct form *form, size_t i)
{
	return i == form->now ? line_text(&form->edit) : form->texts[i].text;
}

bool
form_type(struct form *form, size_t i, const char *text, struct err *err)
{
	form_keep_edit(form);
	mem_replace(&form->texts[i].text, text);
	form->texts[i].typed = form->texts[i].changed = true;
	bool taken = form_take(form, i, err);
	form_read_untyped(form);
	form_focus(form, form->now);
	return taken;
}

static bool
is_typed_field(const struct form *form, size_t i, const char *field_key)
{
	return !form_line_is_fixed(form, i) && strcmp(form->lines[i].field->key, field_key) == 0;
}

/* Two records may have fields of one key: that with the focus is meant, then one known as wrong. */
static size_t
find_wrong(const struct form *form, const char *field_key)
{
	size_t found = form->count;

	if (form->now < form->count && is_typed_field(form, form->now, field_key))
		return form->now;
	for (size_t i = form->count; i-- > 0;)
		if (is_typed_field(form, i, field_key) &&
		    (found == form->count || form->texts[i].wrong || !form->texts[found].wrong))
			found = i;
	return found;
}

void
form_go_wrong(struct form *form, const char *field_key)
{
	size_t i = find_wrong(form, field_key);

	if (i == form->count)
		return;
	form_keep_edit(form);
	form->texts[i].wrong = true;
	form_focus(form, i);
}

void
form_today(const struct form *form, char ret_day[DAY_SIZE])
{
	if (form->today[0] != '\0')
		memcpy(ret_day, form->today, DAY_SIZE);
	else
		day_today("UTC", ret_day);
}

enum form_values
form_values_kind(const struct form *form)
{
	if (form->now >= form->count || form->read_only || form_line_is_fixed(form, form->now))
		return FORM_VALUES_NONE;
	if (form_line_is_coded(form, form->now))
		return FORM_VALUES_PICKER;
	if (form_is_day(form))
		return FORM_VALUES_CALENDAR;
	return form->lines[form->now].field->kind == FIELD_LONG ? FORM_VALUES_NOTE : FORM_VALUES_NONE;
}
