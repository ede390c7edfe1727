/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/body_record_panes.h"

#include "base/buf.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/body_text.h"
#include "domain/government.h"
#include "domain/member.h"
#include "domain/officer.h"
#include "domain/person.h"
#include "domain/term.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

static const struct rows_use names_of_bodies_use = {
	.list_code = "BNM", .form_code = "BNM2", .form = &body_name_form, .type = &body_name_type,
	.owners = { { "body", &body_type } },
	.order = "body, since DESC",
	.columns = {
		{ .key = "body", .width = 8 },
		{ .key = "=name", .head = NC_("column", "Name"), .width = 20, .most = 50 },
		{ .key = "since" }, { .key = "until" }, { .key = "unchecked", .width = 9 },
	},
	.what_new = "new body name", .what_edit = "edit body name", .what_gone = "delete body name",
	.removal = ROWS_DELETE,
	.new_title = N_("A new name"),
};

/* The words of a text, in the language of the screen if they are there. */
static void
made_of_text(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct body_text *of = row;
	const struct six_names words = { { SIX_NAMES(of, text) } };

	(void)session, (void)column, (void)ret_problem;
	buf_add(text, member_pick_name(&words, messages_language()->column, NULL));
}

static const struct rows_use texts_of_bodies_use = {
	.list_code = "BTX", .form_code = "BTX2", .form = &body_text_form, .type = &body_text_type,
	.owners = { { "body", &body_type } },
	.order = "body, text_kind DESC, since DESC",
	.columns = {
		{ .key = "text_kind", .width = 10 },
		{ .key = "=words", .head = NC_("column", "Words"), .width = 24, .most = 60 },
		{ .key = "since" }, { .key = "until" }, { .key = "unchecked", .width = 9 },
	},
	.begin = { "text_kind", "purpose" },
	.what_new = "new body text", .what_edit = "edit body text", .what_gone = "delete body text",
	.removal = ROWS_DELETE,
	.new_title = N_("A new text"),
	.made = made_of_text,
};

static const struct rows_use terms_use = {
	.list_code = "TRM", .form_code = "TRM2", .form = &term_form, .type = &term_type,
	.owners = { { "body", &body_type }, { "government", &government_type } },
	.order = "body, role, no, since DESC",
	.columns = {
		{ .key = "body", .width = 8 }, { .key = "government", .head = NC_("column", "Code") },
		{ .key = "role", .width = 14 }, { .key = "no", .width = 3 }, { .key = "since" },
		{ .key = "until" }, { .key = "until_meeting", .head = NC_("column", "Meeting") },
	},
	.what_new = "give seat", .what_edit = "edit term", .what_gone = "delete term",
	.removal = ROWS_DELETE,
	.new_title = N_("A new term"),
};

static const struct rows_use officers_use = {
	.list_code = "OFC", .form_code = "OFC2", .form = &officer_form, .type = &officer_type,
	.owners = { { "term", &term_type }, { "person", &person_type } },
	.order = "since DESC",
	.columns = {
		{ .key = "person", .head = NC_("column", "Name"), .width = 14, .most = 28 },
		{ .key = "term", .width = 16, .most = 30 }, { .key = "acting", .width = 6 },
		{ .key = "since" }, { .key = "until" },
	},
	.what_new = "new officer", .what_edit = "edit officer", .what_gone = "delete officer",
	.removal = ROWS_DELETE,
	.new_title = N_("Somebody new in the office"),
};

static bool
names_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &names_of_bodies_use, argument, rows_options, err);
}

static bool
texts_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &texts_of_bodies_use, argument, rows_options, err);
}

static bool
terms_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &terms_use, argument, rows_options, err);
}

static bool
officers_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &officers_use, argument, rows_options, err);
}

const struct pane body_names_pane = ROWS_PANE("BNM", N_("Names of bodies"), names_open,
    N_("What a body is called, by period, in six languages. A paper shows the name of its date: "
    "end a period and begin a new one, and nothing of the past is typed over."));

const struct pane body_texts_pane = ROWS_PANE("BTX", N_("Texts of bodies"), texts_open,
    N_("Purpose and activities of a sub-committee, the role of another body, by period, each in "
    "six languages. A language nobody has read yet stands under \"Unchecked\"."));

const struct pane terms_pane = ROWS_PANE("TRM", N_("Terms"), terms_open,
    N_("Which government held which seat, and when, to correct what was entered. To give a seat "
    "to a government use COM: it ends the term before in the same change set."));

const struct pane officers_pane = ROWS_PANE("OFC", N_("Persons in office"), officers_open,
    N_("An office belongs to a government; persons exercise it for that government in turn. An acting person "
    "stands beside the one who is absent: both may hold at one time."));

static bool
name_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &names_of_bodies_use, argument, err);
}

static bool
text_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &texts_of_bodies_use, argument, err);
}

static bool
term_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &terms_use, argument, err);
}

static bool
officer_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &officers_use, argument, err);
}

const struct pane body_name_form = ROW_FORM("BNM2", N_("Name of a body"), name_form_open);
const struct pane body_text_form = ROW_FORM("BTX2", N_("Text of a body"), text_form_open);
const struct pane term_form = ROW_FORM("TRM2", N_("Term"), term_form_open);
const struct pane officer_form = ROW_FORM("OFC2", N_("Person in office"), officer_form_open);
