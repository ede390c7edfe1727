/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/messages.h"

/* Beginning and end */

void
list_init(struct list *list, const struct list_source *source, void *context,
    const struct list_column *columns)
{
	*list = (struct list){
		.source = source, .context = context, .columns = columns, .sort = -1, .page = 1,
	};
}

static void
forget_picks(struct list *list)
{
	for (size_t i = 0; i < list->pick_count; i++)
		free(list->picks[i].key);
	list->pick_count = 0;
}

void
list_done(struct list *list)
{
	forget_picks(list);
	free(list->picks);
	free(list->row_key);
	line_done(&list->find);
	*list = (struct list){ 0 };
}

/* Picks: the rows that are marked or have an option, in the order of rows */

static struct list_pick *
find_pick(const struct list *list, size_t row)
{
	size_t low = 0, high = list->pick_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list->picks[middle].row < row)
			low = middle + 1;
		else
			high = middle;
	}
	return low < list->pick_count && list->picks[low].row == row ? &list->picks[low] : NULL;
}

static int
compare_picks(const void *a, const void *b)
{
	const struct list_pick *left = a, *right = b;

	return left->row < right->row ? -1 : left->row > right->row;
}

static struct list_pick *
make_pick(struct list *list, size_t row)
{
	struct list_pick *pick = find_pick(list, row);

	if (pick != NULL)
		return pick;
	list->picks = mem_room(list->picks, list->pick_count, &list->pick_room, sizeof *list->picks);
	list->picks[list->pick_count++] = (struct list_pick){
		.key = mem_strdup(list->source->key(list->context, row)), .row = row,
	};
	qsort(list->picks, list->pick_count, sizeof *list->picks, compare_picks);
	return find_pick(list, row);
}

/* Let go of those that say nothing any more. */
static void
drop_empty_picks(struct list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->pick_count; i++) {
		struct list_pick *pick = &list->picks[i];

		if (pick->marked || pick->option != 0)
			list->picks[kept++] = *pick;
		else
			free(pick->key);
	}
	list->pick_count = kept;
}

static void
set_option(struct list *list, size_t row, int digit)
{
	make_pick(list, row)->option = digit;
	drop_empty_picks(list);
}

static void
toggle_mark(struct list *list, size_t row)
{
	struct list_pick *pick = make_pick(list, row);

	pick->marked = !pick->marked;
	drop_empty_picks(list);
}

size_t
list_marked(const struct list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < list->pick_count; i++)
		count += list->picks[i].marked;
	return count;
}

size_t
list_options_typed(const struct list *list)
{
	size_t count = 0;

	for (size_t i = 0; i < list->pick_count; i++)
		count += list->picks[i].option != 0;
	return count;
}

bool
list_is_marked(const struct list *list, size_t row)
{
	const struct list_pick *pick = find_pick(list, row);

	return pick != NULL && pick->marked;
}

int
list_option(const struct list *list, size_t row)
{
	const struct list_pick *pick = find_pick(list, row);

	return pick != NULL ? pick->option : 0;
}

void
list_unmark_all(struct list *list)
{
	for (size_t i = 0; i < list->pick_count; i++)
		list->picks[i].marked = false;
	drop_empty_picks(list);
}

void
list_forget_options(struct list *list)
{
	for (size_t i = 0; i < list->pick_count; i++)
		list->picks[i].option = 0;
	drop_empty_picks(list);
}

void
list_type_option(struct list *list, int digit)
{
	if (list->count > 0 && list_marked(list) == 0)
		make_pick(list, list->row)->option = digit;
	for (size_t i = 0; i < list->pick_count; i++)
		if (list->picks[i].marked)
			list->picks[i].option = digit;
}

bool
list_take_option(struct list *list, struct input *ret_input)
{
	for (size_t i = 0; i < list->pick_count; i++) {
		struct list_pick *pick = &list->picks[i];

		if (pick->option == 0)
			continue;
		*ret_input = (struct input){
			.action = ACTION_OPTION, .row = pick->row, .option = pick->option,
		};
		pick->option = 0;
		drop_empty_picks(list);
		return true;
	}
	return false;
}

/* Rows */

static size_t
find_row_by_key(const struct list *list, const char *key)
{
	for (size_t row = 0; row < list->count; row++)
		if (strcmp(list->source->key(list->context, row), key) == 0)
			return row;
	return SIZE_MAX;
}

static size_t
row_of(const struct list *list, const char *key, size_t was, size_t (*find_row)(void *, const char *))
{
	if (was < list->count && strcmp(list->source->key(list->context, was), key) == 0)
		return was;
	return find_row != NULL ? find_row(list->context, key) : find_row_by_key(list, key);
}

static void
move_picks(struct list *list, size_t (*find_row)(void *, const char *))
{
	for (size_t i = 0; i < list->pick_count; i++) {
		struct list_pick *pick = &list->picks[i];

		pick->row = row_of(list, pick->key, pick->row, find_row);
		if (pick->row == SIZE_MAX)
			pick->marked = false, pick->option = 0;
	}
	drop_empty_picks(list);
	if (list->pick_count > 1)
		qsort(list->picks, list->pick_count, sizeof *list->picks, compare_picks);
}

static void
keep_in_rows(struct list *list)
{
	if (list->row >= list->count)
		list->row = list->count > 0 ? list->count - 1 : 0;
}

void
list_set_count(struct list *list, size_t count, size_t (*find_row)(void *context, const char *key))
{
	size_t row = SIZE_MAX;

	list->count = count;
	move_picks(list, find_row);
	if (list->row_key != NULL)
		row = row_of(list, list->row_key, list->row, find_row);
	if (row != SIZE_MAX) {
		/* The marker keeps its place on the screen, too. */
		size_t above = list->row > list->top ? list->row - list->top : 0;
		list->top = row > above ? row - above : 0;
		list->row = row;
	}
	keep_in_rows(list);
}

static void
forget_row_key(struct list *list)
{
	free(list->row_key);
	list->row_key = NULL;
}

void
list_go(struct list *list, size_t row)
{
	forget_row_key(list);
	list->row = row;
	keep_in_rows(list);
}

static void
other_rows_come(struct list *list)
{
	list_go(list, 0);
	list->top = 0;
}

void
list_find(struct list *list, const char *text)
{
	line_set(&list->find, text);
	other_rows_come(list);
}

static void
move_down(struct list *list, size_t rows)
{
	list_go(list, list->count - list->row > rows ? list->row + rows : list->count - 1);
}

static void
move_up(struct list *list, size_t rows)
{
	list_go(list, list->row > rows ? list->row - rows : 0);
}

static void
scroll_to_row(struct list *list)
{
	size_t last_top = list->count > list->page ? list->count - list->page : 0;

	if (list->top > last_top)
		list->top = last_top;
	if (list->row < list->top)
		list->top = list->row;
	if (list->row >= list->top + list->page)
		list->top = list->row - list->page + 1;
}

/* The rows keep what they need at least: two, and half of the columns of a narrow window. */
static bool
has_room_aside(const struct list *list, const struct layout *layout)
{
	int rows = layout->body.rows + (layout->heads >= 0 ? 1 : 0);

	return list->aside.columns > 0 && rows >= list->aside.rows &&
	    layout->body.columns >= list->aside.columns + LAYOUT_NARROW / 2;
}

bool
list_is_aside(const struct list *list)
{
	return list->in_aside && list->aside_shown;
}

bool
list_takes_commands(const struct list *list)
{
	return list->in_rows || list->no_find || list_is_aside(list);
}

bool
list_need(struct list *list, const struct layout *layout, struct err *err)
{
	list->aside_shown = has_room_aside(list, layout);
	list->page = layout->body.rows > 0 ? (size_t)layout->body.rows : 1;
	scroll_to_row(list);
	size_t left = list->count - list->top;
	if (list->count == 0)
		return true;
	if (list->source->need != NULL && !list->source->need(list->context, list->top,
	    left < list->page ? left : list->page, err))
		return false;
	mem_replace(&list->row_key, list->source->key(list->context, list->row));
	return true;
}

/* Inputs */

static enum list_answer
do_up(struct list *list)
{
	if (list->row == 0 && list->in_rows && !list->no_find)
		list->in_rows = false;
	move_up(list, 1);
	return LIST_DONE;
}

static enum list_answer
do_down(struct list *list)
{
	if (list->count == 0)
		return LIST_DONE;
	if (list->row + 1 == list->count)
		list->in_rows = true;
	move_down(list, 1);
	return LIST_DONE;
}

/* The page moves with the marker, which stays on its row of the screen. */
static enum list_answer
do_page_up(struct list *list)
{
	list->top = list->top > list->page ? list->top - list->page : 0;
	move_up(list, list->page);
	return LIST_DONE;
}

static enum list_answer
do_page_down(struct list *list)
{
	if (list->count == 0)
		return LIST_DONE;
	if (list->top + list->page < list->count)
		list->top += list->page;
	move_down(list, list->page);
	return LIST_DONE;
}

static enum list_answer
do_first(struct list *list)
{
	list_go(list, 0);
	return LIST_DONE;
}

static enum list_answer
do_last(struct list *list)
{
	list_go(list, SIZE_MAX);
	return LIST_DONE;
}

/* Aside, Find, rows, and aside again. */
enum place { AT_ASIDE, AT_FIND, AT_ROWS, PLACES };

static enum list_answer
go_zone(struct list *list, int step)
{
	int place = list_is_aside(list) ? AT_ASIDE : list->in_rows ? AT_ROWS : AT_FIND;

	if (list->no_find && !list->aside_shown)
		return LIST_OTHER;
	do
		place = (place + step + PLACES) % PLACES;
	while ((place == AT_ASIDE && !list->aside_shown) ||
	    (place == AT_FIND && list->no_find));
	list->in_aside = place == AT_ASIDE;
	list->in_rows = place == AT_ROWS;
	return LIST_DONE;
}

static enum list_answer
do_zone_next(struct list *list)
{
	return list->tab_leads_on ? LIST_OTHER : go_zone(list, 1);
}

static enum list_answer
do_zone_previous(struct list *list)
{
	return go_zone(list, -1);
}

static enum list_answer
do_find(struct list *list)
{
	if (list->no_find)
		return LIST_OTHER;
	list->in_rows = list->in_aside = false;
	return LIST_DONE;
}

static enum list_answer
do_mark(struct list *list)
{
	if (list->count == 0)
		return LIST_DONE;
	toggle_mark(list, list->row);
	move_down(list, 1);
	return LIST_DONE;
}

static enum list_answer
do_next_hit(struct list *list)
{
	for (size_t i = 0; i < list->pick_count; i++)
		if (list->picks[i].marked && list->picks[i].row > list->row) {
			list_go(list, list->picks[i].row);
			return LIST_DONE;
		}
	if (list->count > 0 && list_marked(list) == 0)
		move_down(list, 1);
	return LIST_DONE;
}

static enum list_answer
do_previous_hit(struct list *list)
{
	for (size_t i = list->pick_count; i > 0; i--)
		if (list->picks[i - 1].marked && list->picks[i - 1].row < list->row) {
			list_go(list, list->picks[i - 1].row);
			return LIST_DONE;
		}
	if (list_marked(list) == 0)
		move_up(list, 1);
	return LIST_DONE;
}

static enum list_answer
type_option(struct list *list, int digit)
{
	if (list->count == 0 || (digit != 0 && action_find_option(list->options, digit) == NULL))
		return LIST_REFUSED;
	set_option(list, list->row, digit);
	return LIST_DONE;
}

static enum list_answer
do_void(struct list *list)
{
	return type_option(list, 4);
}

static enum list_answer
do_erase(struct list *list)
{
	if (list->count == 0 || list_option(list, list->row) == 0)
		return LIST_OTHER;
	set_option(list, list->row, 0);
	return LIST_DONE;
}

static enum list_answer
do_accept(struct list *list)
{
	return list->count > 0 || list_options_typed(list) > 0 ? LIST_RUN : LIST_DONE;
}

/* What was begun last goes first: options, then Find. */
static enum list_answer
do_cancel(struct list *list)
{
	if (list_options_typed(list) > 0) {
		list_forget_options(list);
		return LIST_DONE;
	}
	if (list->find.text.length == 0)
		return LIST_OTHER;
	list_find(list, "");
	return LIST_FOUND;
}

struct deed {
	enum list_answer (*in_find)(struct list *list);
	enum list_answer (*in_rows)(struct list *list);
	bool moves;		/* the marker: what stands aside has one of its own */
};

/* NULL: Find edits its line, the rows leave it to the pane. */
static const struct deed deeds[] = {
	[ACTION_UP] = { do_up, do_up, true },
	[ACTION_DOWN] = { do_down, do_down, true },
	[ACTION_PAGE_UP] = { do_page_up, do_page_up, true },
	[ACTION_PAGE_DOWN] = { do_page_down, do_page_down, true },
	[ACTION_FIRST] = { NULL, do_first, true },
	[ACTION_LAST] = { NULL, do_last, true },
	[ACTION_FIELD_NEXT] = { do_zone_next, do_zone_next },
	[ACTION_FIELD_PREVIOUS] = { do_zone_previous, do_zone_previous },
	[ACTION_FIND] = { NULL, do_find },
	[ACTION_FIND_NEXT] = { NULL, do_next_hit },
	[ACTION_FIND_PREVIOUS] = { NULL, do_previous_hit },
	[ACTION_MARK] = { do_mark, do_mark },
	[ACTION_VOID] = { NULL, do_void },
	[ACTION_ERASE_BACK] = { NULL, do_erase },
	[ACTION_ERASE] = { NULL, do_erase },
	[ACTION_ACCEPT] = { do_accept, do_accept },
	[ACTION_CANCEL] = { do_cancel, do_cancel },
};

static enum list_answer
edit_find(struct list *list, const struct input *input)
{
	bool changed;

	if (input->action == ACTION_UNDO || input->action == ACTION_REDO)
		return LIST_OTHER;	/* they are for what was saved */
	if (!line_act(&list->find, input, &changed))
		return LIST_OTHER;
	if (!changed)
		return LIST_DONE;
	other_rows_come(list);
	return LIST_FOUND;
}

static enum list_answer
act_in_rows(struct list *list, const struct input *input, const struct deed *deed)
{
	if (list_is_aside(list) && (deed->moves || (input->action == ACTION_DIGIT && input->option == 0)))
		return LIST_OTHER;
	if (input->action == ACTION_DIGIT && list->options != NULL)
		return type_option(list, input->option);
	return deed->in_rows != NULL ? deed->in_rows(list) : LIST_OTHER;
}

static struct input
input_to_run(const struct list *list)
{
	if (list_options_typed(list) > 0)
		return (struct input){ .action = ACTION_OPTION };
	return (struct input){ .action = ACTION_OPEN, .row = list->row };
}

enum list_answer
list_act(struct list *list, const struct input *input, struct input *ret_input)
{
	bool known = (size_t)input->action < sizeof deeds / sizeof *deeds;
	struct deed deed = known ? deeds[input->action] : (struct deed){ 0 };
	enum list_answer answer;

	if (list_takes_commands(list))
		answer = act_in_rows(list, input, &deed);
	else
		answer = deed.in_find != NULL ? deed.in_find(list) : edit_find(list, input);
	if (answer == LIST_RUN)
		*ret_input = input_to_run(list);
	return answer;
}
