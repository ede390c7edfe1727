/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the desk and the widgets do in a terminal, without a word of the
 * association: a list of rooms, and the form of one. The first argument is the
 * number of rooms (75), the second a file that drafts are written to, the third
 * one that is made for the session of CNT, a list that takes for ever.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "base/text.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/view_pane.h"
#include "store/db.h"
#include "store/stmt.h"
#include "ui/form.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/screen.h"

enum { EXIT_NO_TERMINAL = 2 };

struct room {
	char *code, *kind, *name, *since, *note, *keeper;
	int64_t seats;
};

static const struct choice kinds[] = {
	{ "hall", "Hall" }, { "office", "Office" }, { "outside", "Outside" }, { 0 }
};

static const struct field room_fields[] = {
	{ RECORD_FIELD(room, code), .label = "Code", .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_FIXED, .width = 8 },
	{ RECORD_FIELD(room, kind), .label = "Kind", .kind = FIELD_CODE, .flags = FIELD_REQUIRED, .width = 10,
	  .choices = kinds, .hint = "hall, office or outside." },
	{ RECORD_FIELD(room, name), .label = "Name", .kind = FIELD_TEXT, .flags = FIELD_REQUIRED, .width = 24 },
	{ RECORD_FIELD(room, since), .label = "In use since", .kind = FIELD_DAY, .hint = "A day, as 2010-10-28." },
	{ RECORD_FIELD(room, seats), .label = "Seats", .kind = FIELD_NUMBER, .width = 5 },
	{ RECORD_FIELD(room, keeper), .label = "Kept by", .kind = FIELD_CODE, .refers = "person", .width = 8 },
	{ RECORD_FIELD(room, note), .label = "Note", .kind = FIELD_LONG, .width = 30 },
	{ 0 }
};

static const struct record_type room_type = {
	.key = "room", .label = "room", .plural = "rooms", .size = sizeof(struct room), .fields = room_fields,
};

static const char *const room_names[] = {
	"Gyeongsangbuk-do  경상북도", "Toyama  富山県", "Khabarovsk  Хабаровский край", "Shandong  山东省",
	"Orkhon  Орхон аймаг",
};

static const struct {
	const char *code, *name;
} keepers[] = {
	{ "clerk1", "Clerk One" }, { "clerk2", "Clerk Two" }, { "chief", "Chief Clerk" },
};

static struct {
	size_t count;
	const char *drafts;
	int loads, counts;
	char last[40];		/* what was done last, for the list's row 2 */
} house = { .count = 75 };

/* The list */

struct rooms_pane {
	struct list list;
	size_t *rooms;		/* numbers of those found */
	size_t found;
	char key[16];
	bool other_columns;
};

static void
rooms_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct rooms_pane *pane = context;
	size_t room = pane->rooms[row];

	if (column == 0)
		buf_addf(text, "R-%zu", room);
	else if (column == 1)
		buf_add(text, room_names[room % 5]);
	else
		buf_addf(text, "%zu", room * 7 % 100);
}

static const char *
rooms_key(void *context, size_t row)
{
	struct rooms_pane *pane = context;

	snprintf(pane->key, sizeof pane->key, "R-%zu", pane->rooms[row]);
	return pane->key;
}

static char
rooms_mark(void *context, size_t row)
{
	const struct rooms_pane *pane = context;

	return pane->rooms[row] % 13 == 0 ? '!' : ' ';
}

static void
rooms_detail_title(void *context, size_t row, struct buf *text)
{
	buf_addf(text, "%s", rooms_key(context, row));
}

static void
rooms_detail(void *context, size_t row, struct area area)
{
	const struct rooms_pane *pane = context;

	frame_textf(area.row, area.column, area.columns, ROLE_NORMAL, "Name     %s",
	    room_names[pane->rooms[row] % 5]);
	frame_textf(area.row + 1, area.column, area.columns, ROLE_NORMAL, "Seats    %zu",
	    pane->rooms[row] * 7 % 100);
}

static void
rooms_status(void *context, struct buf *text)
{
	(void)context;
	buf_addf(text, "Did %s", house.last);
}

static void
rooms_status_end(void *context, struct buf *text)
{
	(void)context;
	buf_addf(text, "load %d", house.loads);
}

static const struct list_source rooms_source = {
	.cell = rooms_cell, .key = rooms_key, .mark = rooms_mark,
	.detail_title = rooms_detail_title, .detail = rooms_detail,
	.status = rooms_status, .status_end = rooms_status_end,
};

static const struct list_column rooms_columns[] = {
	{ .head = "Code", .width = 8 },
	{ .head = "Name", .width = 20, .most = 30, .sorts = true },
	{ .head = "Seats", .width = 6, .right = true, .drop = 1, .sorts = true },
	{ 0 }
};

static const struct option rooms_options[] = {
	{ .digit = 2, .label = "Edit", .help = "change the room" },
	{ .digit = 4, .label = "Void", .help = "take the room out of use", .many = true },
	{ .digit = 5, .label = "View", .help = "show the room" },
	{ 0 }
};

static bool
rooms_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct rooms_pane *pane = state;

	(void)desk, (void)argument, (void)err;
	list_init(&pane->list, &rooms_source, pane, rooms_columns);
	pane->list.options = rooms_options;
	pane->list.detail_rows = 4;
	pane->rooms = mem_alloc((house.count + 1) * sizeof *pane->rooms);
	return true;
}

static bool
rooms_load(struct desk *desk, void *state, struct err *err)
{
	struct rooms_pane *pane = state;
	char code[24];

	(void)desk, (void)err;
	house.loads++;
	pane->found = 0;
	for (size_t i = 1; i <= house.count; i++) {
		size_t room = pane->list.sort_down ? house.count + 1 - i : i;

		snprintf(code, sizeof code, "R-%zu", room);
		if (strstr(code, line_text(&pane->list.find)) != NULL ||
		    strstr(room_names[room % 5], line_text(&pane->list.find)) != NULL)
			pane->rooms[pane->found++] = room;
	}
	list_set_count(&pane->list, pane->found, NULL);
	return true;
}

static struct list *
rooms_list(void *state)
{
	return &((struct rooms_pane *)state)->list;
}

static void
rooms_scope(void *state, int columns, struct buf *text)
{
	const struct rooms_pane *pane = state;

	(void)columns;
	buf_addf(text, "%zu of %zu", pane->found, house.count);
	if (list_marked(&pane->list) > 0)
		buf_addf(text, "   %zu marked", list_marked(&pane->list));
}

extern const struct pane room_pane;

static bool
rooms_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct rooms_pane *pane = state;

	if (input->action == ACTION_OPEN)
		return desk_open(desk, &room_pane, rooms_key(pane, input->row), err);
	if (input->action == ACTION_NEW)
		return desk_open(desk, &room_pane, "", err);
	if (input->action != ACTION_OPTION)
		return true;
	snprintf(house.last, sizeof house.last, "%d %s", input->option, rooms_key(pane, input->row));
	if (input->option == 2)
		return desk_open(desk, &room_pane, rooms_key(pane, input->row), err);
	if (input->option == 4 && pane->rooms[input->row] == 3)
		return err_set(err, ERR_RULE, "R-3 must stay: it holds up the roof.");
	desk_say(desk, "Done: %s.", house.last);
	return true;
}

static void
rooms_done(void *state)
{
	struct rooms_pane *pane = state;

	list_done(&pane->list);
	free(pane->rooms);
}

static const struct action_use rooms_actions[] = {
	{ .id = ACTION_NEW }, { .id = ACTION_VIEW }, { .id = ACTION_BACK, .label = "Quit" }, { 0 }
};

static const struct pane rooms_pane = {
	.code = "RMS", .title = "Rooms", .size = sizeof(struct rooms_pane),
	.open = rooms_open, .load = rooms_load, .list = rooms_list, .scope = rooms_scope, .act = rooms_act,
	.done = rooms_done, .options = rooms_options, .actions = rooms_actions,
	.help = "All rooms of the house. A room with ! leaks.",
};

/* The form */

struct room_pane {
	struct form form;
	struct room room, before;
	bool is_new;
};

static void
room_get(void *context, const struct form_line *line, struct buf *text)
{
	record_format(line->field, &((struct room_pane *)context)->room, text);
}

static bool
room_set(void *context, const struct form_line *line, const char *text, struct err *err)
{
	return record_read(line->field, &((struct room_pane *)context)->room, text, err);
}

static void
room_was(void *context, const struct form_line *line, struct buf *text)
{
	record_format(line->field, &((struct room_pane *)context)->before, text);
}

static void
room_echo(void *context, const struct form_line *line, struct buf *text)
{
	const struct room_pane *pane = context;

	for (size_t i = 0; i < 3; i++)
		if (strcmp(line->field->key, "keeper") == 0 && pane->room.keeper != NULL &&
		    strcmp(pane->room.keeper, keepers[i].code) == 0)
			buf_add(text, keepers[i].name);
}

static void
room_values(void *context, const struct form_line *line, const char *typed, struct choices *ret_choices)
{
	(void)context, (void)line;
	for (size_t i = 0; i < 3; i++)
		if (strncmp(keepers[i].code, typed, strlen(typed)) == 0 || strstr(keepers[i].name, typed) != NULL)
			choices_add(ret_choices, keepers[i].code, keepers[i].name, "");
}

static const struct form_source room_source = {
	.get = room_get, .set = room_set, .was = room_was, .echo = room_echo, .values = room_values,
};

static const struct form_line room_lines[] = {
	{ .field = &room_fields[0] },
	{ .field = &room_fields[1] },
	{ .field = &room_fields[2] },
	{ .field = &room_fields[3] },
	{ .label = "Use" },
	{ .field = &room_fields[4] },
	{ .field = &room_fields[5] },
	{ .field = &room_fields[6] },
	{ 0 }
};

static bool
room_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct room_pane *pane = state;

	(void)desk, (void)err;
	pane->is_new = argument[0] == '\0';
	mem_replace(&pane->room.code, pane->is_new ? "R-new" : argument);
	if (!pane->is_new) {
		mem_replace(&pane->room.kind, "hall");
		mem_replace(&pane->room.name, "富山県");
		mem_replace(&pane->room.since, "2026-04-10");
		pane->room.seats = 12;
	}
	record_copy(&room_type, &pane->before, &pane->room);
	form_init(&pane->form, &room_source, pane, room_lines);
	pane->form.is_new = pane->is_new;
	strcpy(pane->form.today, "2026-04-13");
	return true;
}

static struct form *
room_form(void *state)
{
	return &((struct room_pane *)state)->form;
}

static void
room_name(void *state, struct buf *text)
{
	const struct room_pane *pane = state;

	buf_addf(text, "%s  %s", pane->room.code, pane->room.name != NULL ? pane->room.name : "");
}

static bool
room_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct room_pane *pane = state;

	if (input->action != ACTION_SAVE)
		return true;
	if (!record_check(&room_type, &pane->room, err))
		return false;
	snprintf(house.last, sizeof house.last, "save %s", pane->room.code);
	desk_say(desk, "Saved: %s, %s.", pane->room.code, pane->room.name);
	desk_close(desk);
	return true;
}

static bool
room_keep(struct desk *desk, void *state, struct err *err)
{
	struct room_pane *pane = state;
	FILE *file;

	(void)desk;
	if (house.drafts == NULL || !form_changed(&pane->form))
		return true;
	if ((file = fopen(house.drafts, "w")) == NULL)
		return err_set(err, ERR_SYSTEM, "The draft cannot be written.");
	for (size_t i = 0; i < pane->form.count; i++)
		if (form_line_changed(&pane->form, i))
			fprintf(file, "%s=%s\n", room_lines[i].field->key, form_line_text(&pane->form, i));
	fclose(file);
	return true;
}

static void
room_done(void *state)
{
	struct room_pane *pane = state;

	form_done(&pane->form);
	record_done(&room_type, &pane->room);
	record_done(&room_type, &pane->before);
}

static const struct action_use room_actions[] = {
	{ .id = ACTION_VALUES }, { .id = ACTION_SAVE }, { .id = ACTION_CANCEL }, { .id = ACTION_PREVIOUS },
	{ .id = ACTION_NEXT }, { 0 }
};

const struct pane room_pane = {
	.code = "RM2", .title = "Room", .size = sizeof(struct room_pane),
	.open = room_open, .form = room_form, .name = room_name, .act = room_act, .keep = room_keep,
	.done = room_done, .actions = room_actions, .help = "What is known of one room.",
};

/*
 * What is counted for ever: at once, where the argument is "again" from the second
 * time on, where it is "quick" never. F6 and F11 put "quick" and "now" in its place.
 */

struct tally {
	char *code;
	int64_t count;
};

static const struct field tally_fields[] = {
	{ RECORD_FIELD(tally, code), .label = "Code", .kind = FIELD_CODE, .flags = FIELD_KEY, .width = 8 },
	{ RECORD_FIELD(tally, count), .label = "Count", .kind = FIELD_NUMBER, .width = 8 },
	{ 0 }
};

static const struct record_type tally_type = {
	.key = "tally", .label = "tally", .plural = "tallies", .size = sizeof(struct tally), .fields = tally_fields,
};

static bool
count_for_ever(struct session *session, const char *argument, struct row_list *ret_list, struct err *err)
{
	static const char sql[] =
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
	struct stmt st = { 0 };

	if (strcmp(argument, "quick") == 0 || (strcmp(argument, "again") == 0 && house.counts == 0)) {
		struct tally *tally = row_add(ret_list, &tally_type);

		tally->code = mem_strdup("reading");
		tally->count = ++house.counts;
		ret_list->type = &tally_type;
		return true;
	}
	if (stmt_open(&st, session->db, sql, err))
		stmt_next(&st);
	return stmt_close(&st);
}

static const struct view_use count_use = {
	.type = &tally_type, .list = count_for_ever, .key = "code",
	.columns = { { .key = "code" }, { .key = "count" } },
};

static bool
count_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	(void)err;
	view_open(desk, state, &count_use, argument, NULL);
	return true;
}

static bool count_act(struct desk *desk, void *state, const struct input *input, struct err *err);

static const struct action_use count_actions[] = { { .id = ACTION_NEW }, { .id = ACTION_VIEW }, { 0 } };

static const struct pane count_pane = {
	.code = "CNT", .title = "Count", .size = sizeof(struct view_pane), .actions = count_actions,
	.open = count_open, .load = view_load, .list = view_list, .scope = view_scope, .act = count_act,
	.done = view_done,
};

static bool
count_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	(void)state;
	if (input->action == ACTION_VIEW)
		return desk_replace(desk, &count_pane, "now", err);
	return input->action != ACTION_NEW || desk_replace(desk, &count_pane, "quick", err);
}

/* The desk */

static void
identity(struct desk *desk, struct buf *ret_who, struct buf *ret_state)
{
	(void)desk;
	buf_add(ret_who, "clerk1@office");
	buf_add(ret_state, "ok");
}

static void
entries(struct desk *desk, const char *typed, struct choices *ret_choices)
{
	char command[48];

	(void)desk;
	for (int i = 1; i <= 3 && typed[0] != '\0' && strncmp(typed, "cnt", 3) != 0; i++) {
		snprintf(command, sizeof command, "rm %.20s-%d", typed, i);
		choices_add_to(ret_choices, i < 3 ? "ROOMS" : "HELP", command, room_names[i], "a note");
	}
}

static bool
go(struct desk *desk, const char *command, struct err *err)
{
	if (strncmp(command, "rm ", 3) == 0)
		return desk_go(desk, &room_pane, command + 3, err);
	if (strncmp(command, "cnt ", 4) == 0)
		return desk_open(desk, &count_pane, command + 4, err);
	if (strcmp(command, "log") == 0) {
		desk_read_log(desk);
		return true;
	}
	return err_set(err, ERR_USAGE, "There is no code \"%s\".", command);
}

static const struct desk_hooks hooks = { .identity = identity, .entries = entries, .go = go };

int
main(int argc, char **argv)
{
	struct err err = { 0 };

	text_locale();
	if (argc > 1)
		house.count = (size_t)atol(argv[1]);
	if (argc > 2)
		house.drafts = argv[2];
	if (!screen_start(&(struct screen_options){ 0 }, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return EXIT_NO_TERMINAL;
	}
	struct db *db = argc > 3 ? db_open(argv[3], DB_CREATE, &err) : NULL;
	struct session *session = db != NULL ? session_open(db, "clerk1", "CNT") : NULL;
	struct desk *desk = desk_new(session, &hooks);
	bool ended = desk_run(desk, &rooms_pane, "", &err);
	desk_free(desk);
	session_close(session);
	screen_stop();
	return ended ? EXIT_SUCCESS : EXIT_FAILURE;
}
