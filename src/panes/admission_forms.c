/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/admission_forms.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/admission.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/dossier_item.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"
#include "panes/sheet_form.h"

/* The dossier */

static const struct rows_use dossier_use = {
	.list_code = "DOS", .form_code = "DOS2", .form = &dossier_form, .type = &dossier_item_type,
	.owners = { { "application", &application_type } },
	.order = "application, CASE item WHEN 'form' THEN 1 WHEN 'consent' THEN 2 WHEN 'profile' THEN 3"
	    " WHEN 'post' THEN 4 ELSE 5 END",
	.columns = {
		{ .key = "item", .width = 20, .most = 40 }, { .key = "received", .width = 10 },
		{ .key = "paper", .width = 10, .most = 20 }, { .key = "opinion", .width = 10, .most = 30 },
	},
	.what_new = "dossier", .what_edit = "dossier", .what_gone = "dossier",
	.removal = ROWS_KEEP,
	.new_title = N_("Dossier item"),
};

enum { RECEIVED = 1 };

static const struct option dossier_options[] = {
	{ RECEIVED, NC_("option", "Received"), N_("it has come: on which day"), false, true },
	{ 2, NC_("option", "Edit"), N_("the day it came, where it is filed, what an opinion says"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use dossier_uses[] = {
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_MARK, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
receive(struct session *session, const char *key, const char *day, struct err *err)
{
	struct dossier_item item = { 0 };
	bool ok = row_get(session, &dossier_item_type, key, &item, err);

	if (ok) {
		mem_replace(&item.received, day);
		ok = row_save(session, &dossier_item_type, &item, "dossier", err);
	}
	record_done(&dossier_item_type, &item);
	return ok;
}

static bool
dossier_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &dossier_use, argument, dossier_options, err);
}

static bool
dossier_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);
	char day[DAY_SIZE];

	if (input->action == ACTION_NEW)
		return true;
	if (input->action != ACTION_OPTION || input->option != RECEIVED || key == NULL)
		return rows_act(desk, state, input, err);
	if (!desk_ask_day(desk, _("On which day did it come?"), day, err))
		return err->code == ERR_NONE;
	desk_reload(desk);
	return receive(desk_session(desk), key, day, err);
}

const struct pane dossier_pane = {
	.code = "DOS",
	.title = N_("Dossier"),
	.size = sizeof(struct rows_pane),
	.open = dossier_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = dossier_act,
	.options = dossier_options,
	.actions = dossier_uses,
	.help = N_("What belongs to an application. 1 enters the day an item came; the dossier is complete when "
	    "all but the opinion are there."),
	.done = rows_done,
};

static bool
dossier_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &dossier_use, argument, err);
}

const struct pane dossier_form = ROW_FORM("DOS2", N_("Dossier item"), dossier_form_open);

/* The application */

static void
add_label(void *context, struct buf *text)
{
	(void)context;
	buf_add(text, _("Application"));
}

static const struct sheet_form_words words = { .label = add_label };

static void
put_first(struct sheet_form *form)
{
	struct application *application = sheet_add_new(&form->sheet, &application_type)->after;
	struct application_step *first = sheet_add_new(&form->sheet, &application_step_type)->after;
	char today[DAY_SIZE];

	session_today(form->session, today);
	application->sought = mem_strdup("member");
	first->stage = mem_strdup("enquiry");
	first->day = mem_strdup(today);
}

static bool
application_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct sheet_form *form = state;
	bool fresh = argument[0] == '\0';

	*form = (struct sheet_form){ .session = desk_session(desk), .pane = application_form.code,
		.words = &words, .context = form };
	if (fresh)
		put_first(form);
	else if (!sheet_add(form->session, &form->sheet, &application_type, argument, err))
		return false;
	sheet_form_add(form, 0, "government")->fixed = !fresh;
	sheet_form_add(form, 0, "sought");
	if (fresh) {
		sheet_form_add(form, 1, "stage");
		sheet_form_add(form, 1, "day");
	}
	sheet_form_add(form, 0, "note");
	sheet_form_begin(form, argument);
	return true;
}

static void
add_name(void *state, struct buf *text)
{
	const struct sheet_form *form = state;
	const struct application *application = form->sheet.part[0].before;

	buf_add(text, form->sheet.part[0].fresh ? _("A new application") : application->government);
}

static bool
begin(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err)
{
	struct buf told = { 0 };
	bool ok = admission_begin(session, sheet->part[0].after, sheet->part[1].after, NULL, &told,
	    ret_number, err);

	buf_done(&told);
	return ok;
}

static bool
application_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct sheet_form *form = state;

	if (input->action != ACTION_SAVE)
		return true;
	if (form->sheet.part[0].fresh)
		return sheet_form_do(form, desk, begin, err);
	return sheet_form_save(form, desk, "edit application", err);
}

static const struct action_use uses[] = {
	{ ACTION_VALUES, NULL, NULL },
	{ ACTION_SAVE, NULL, NULL },
	{ ACTION_CANCEL, NULL, NULL },
	{ 0 }
};

const struct pane application_form = {
	.code = "ADM2",
	.title = N_("Application"),
	.size = sizeof(struct sheet_form),
	.open = application_open,
	.later = sheet_form_later,
	.form = sheet_form_of,
	.scope = sheet_form_scope,
	.name = add_name,
	.act = application_act,
	.actions = uses,
	.help = N_("An application begins as an enquiry, or applied at once. A government that is not in the file "
	    "yet is entered under MEM first, as an applicant. Its dossier is made with it, every item missing."),
	.keep = sheet_form_keep,
	.done = sheet_form_done,
};
