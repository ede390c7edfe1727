/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/agenda_item_form.h"

#include "base/messages.h"
#include "domain/agenda.h"
#include "domain/meeting.h"
#include "panes/row_form.h"
#include "panes/rows_use.h"

/* Its place is given by moving it in AGD, what it comes from by the program. */
static const char *const item_fields[] = {
	"meeting", "title_en", "title_zh", "title_ja", "title_ko", "title_ru", "title_mn", "minutes",
	"sitting", "outcome", "note", NULL
};

static bool
add_item(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err)
{
	return agenda_add(session, sheet->part[0].after, ret_number, err);
}

static const struct rows_use items_use = {
	.list_code = "AGD", .form_code = "AGD2", .form = &agenda_item_form, .type = &agenda_item_type,
	.owners = { { .field = "meeting", .type = &meeting_type } },
	.order = "parent, position",
	.columns = { { .key = "title_en" } },
	.begin = { "outcome", "open" },
	.what_new = "new agenda item", .what_edit = "edit agenda item", .what_gone = "delete agenda item",
	.removal = ROWS_DELETE,
	.new_title = N_("A new item"),
	.fields = item_fields,
	.add = add_item,
};

static bool
item_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &items_use, argument, err);
}

const struct pane agenda_item_form = ROW_FORM("AGD2", N_("Agenda item"), item_open);
