/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * floor_list.c -- the least a list of governments on a screen can cost
 *
 *	floor_list FILE
 *
 * Raw ncursesw over raw SQLite: one page of codes and two names, a marker, no
 * search, no languages, no layers. 'j' is a row down, 'f' a page, 'q' the end.
 * What nearsec needs beyond this is what bench compares.
 */
#include "config.h"

#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

enum { ROWS_MOST = 64, CODE_SIZE = 16 };

static const char page_sql[] =
	"SELECT g.rank, g.code, n.name_en, n.name_zh || n.name_ja || n.name_ko || n.name_ru || n.name_mn"
	" FROM government AS g JOIN government_name AS n ON n.government = g.code"
	" WHERE (g.rank, g.code) > (:rank, :code) ORDER BY g.rank, g.code LIMIT :rows";

struct list {
	sqlite3_stmt *page;
	int rows;		/* on the screen */
	int shown;		/* of them, filled */
	int current;
	sqlite3_int64 last_rank;
	char last_code[CODE_SIZE];
};

static void
draw_row(struct list *list, int row)
{
	const char *code = (const char *)sqlite3_column_text(list->page, 1);

	mvprintw(1 + row, 2, "%-10s", code);
	mvaddnstr(1 + row, 12, (const char *)sqlite3_column_text(list->page, 2), 32);
	mvaddstr(1 + row, 46, (const char *)sqlite3_column_text(list->page, 3));
	list->last_rank = sqlite3_column_int64(list->page, 0);
	snprintf(list->last_code, sizeof list->last_code, "%s", code);
}

static void
draw_page(struct list *list)
{
	erase();
	mvaddstr(0, 2, "Code      Name                              Own name");
	sqlite3_bind_int64(list->page, 1, list->last_rank);
	sqlite3_bind_text(list->page, 2, list->last_code, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int(list->page, 3, list->rows);
	for (list->shown = 0; sqlite3_step(list->page) == SQLITE_ROW; list->shown++)
		draw_row(list, list->shown);
	sqlite3_reset(list->page);
	mvaddstr(LINES - 1, 1, "j down  f page  q quit");
	list->current = 0;
}

static void
mark(const struct list *list, chtype character)
{
	mvaddch(1 + list->current, 0, character);
	move(1 + list->current, 0);
}

static void
browse(struct list *list)
{
	int key = 'f';

	do {
		mark(list, ' ');
		if (key == 'f')
			draw_page(list);
		else if (key == 'j' && list->current + 1 < list->shown)
			list->current++;
		mark(list, '>');
		refresh();
	} while ((key = getch()) != 'q');
}

int
main(int argc, char *argv[])
{
	struct list list = { .last_rank = -1 };
	sqlite3 *db = NULL;

	if (argc != 2) {
		fprintf(stderr, "usage: floor_list FILE\n");
		return 2;
	}
	setlocale(LC_CTYPE, "");
	if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, page_sql, -1, &list.page, NULL) != SQLITE_OK) {
		fprintf(stderr, "floor_list: %s\n", sqlite3_errmsg(db));
		return 1;
	}
	initscr();
	raw();
	noecho();
	nonl();
	/* ncurses 6.4 flushes at every movement until endwin has returned once. */
	endwin();
	list.rows = LINES - 2 < ROWS_MOST ? LINES - 2 : ROWS_MOST;
	browse(&list);
	endwin();
	sqlite3_finalize(list.page);
	sqlite3_close(db);
	return 0;
}
