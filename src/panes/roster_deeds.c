/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/roster_deeds.h"

#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/roster.h"
#include "domain/seat.h"
#include "panes/body_record_panes.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "panes/meetings_pane.h"
#include "panes/member_detail.h"
#include "panes/pane.h"
#include "panes/seat_form.h"
#include "ui/choices.h"

/* Where something is done. */
struct at {
	struct desk *desk;
	const char *body;
};

const struct option roster_deed_options[] = {
	{ ROSTER_NEW_SEAT, NC_("option", "Seat"), N_("the body gets a further seat, vacant at first"), false, true },
	{ ROSTER_EDIT, NC_("seat", "Edit"), N_("correct the term"), false, false },
	{ ROSTER_PERSONS, NC_("option", "People"), N_("who exercises the office for the government, and acts for whom"), false, false },
	{ ROSTER_END, NC_("seat", "End"), N_("the term ends on a day; a vacant seat is given up"), false, true },
	{ ROSTER_VIEW, NC_("option", "View"), N_("everything about the government on one page"), false, false },
	{ ROSTER_APPOINT, NC_("seat", "Appoint"), N_("a government takes this seat; who holds it does so no more"), false, true },
	{ ROSTER_RENEW, NC_("option", "Renew"), N_("who holds the seat keeps it for another term"), false, true },
	{ ROSTER_HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ ROSTER_MEETINGS, NC_("option", "Meetings"), N_("the meetings of the body"), false, false },
	{ 0 }
};

/* After a deed of the domain: say its number. */
static bool
said(struct desk *desk, bool ok, int64_t number)
{
	if (ok && number != 0)
		desk_say_saved(desk, number);
	desk_reload(desk);
	return ok;
}

static bool
end_line(const struct at *at, const struct roster_line *line, const char *day,
    const char *why, int64_t *ret_number, struct err *err)
{
	struct session *session = desk_session(at->desk);
	struct seat seat = { .body = line->body, .role = line->role, .no = line->no };

	return line->term[0] != '\0' ?
	    roster_end(session, line->term, day, why, ret_number, err) :
	    roster_remove_seat(session, &seat, day, why, ret_number, err);
}

static bool
ask_and_end(const struct at *at, const struct roster_line *line, struct err *err)
{
	struct buf why = { 0 };
	char day[DAY_SIZE];
	int64_t number = 0;
	bool ok = true;

	if (!desk_ask_day(at->desk, line->term[0] != '\0' ? _("On which day does the term end?") :
	    _("On which day is the seat given up?"), day, err))
		return err->code == ERR_NONE;
	if (desk_ask_text(at->desk, _("Why, or by which decision? GA-9/3, withdrew."), false, &why))
		ok = end_line(at, line, day, buf_text(&why), &number, err);
	buf_done(&why);
	return said(at->desk, ok, number);
}

static void
fill_roles(void *context, const char *typed, struct choices *ret_choices)
{
	(void)context;
	choices_add_words(ret_choices, seat_roles, typed);
}

static bool
ask_and_add_seat(const struct at *at, struct err *err)
{
	struct seat seat = { .body = mem_strdup(at->body) };
	struct buf role = { 0 }, decision = { 0 };
	char day[DAY_SIZE];
	int64_t number = 0;
	bool ok = true;

	if (desk_pick(at->desk, _("Which seat?"), fill_roles, NULL, &role) &&
	    desk_ask_day(at->desk, _("From which day on is it there?"), day, err) &&
	    desk_ask_text(at->desk, _("By which decision? GA-9/3, or empty."), false, &decision)) {
		seat.role = buf_take(&role);
		seat.since = mem_strdup(day);
		seat.decision = buf_take(&decision);
		ok = roster_add_seat(desk_session(at->desk), &seat, &number, err);
	}
	record_done(&seat_type, &seat);
	buf_done(&role);
	buf_done(&decision);
	return said(at->desk, ok && err->code == ERR_NONE, number);
}

/* A seat of the body, in the form that gives it away. */
static bool
open_seat(const struct at *at, const struct roster_line *line, const char *how,
    struct err *err)
{
	struct buf argument = { 0 };

	buf_add(&argument, at->body);
	if (line != NULL)
		buf_addf(&argument, " %s/%d%s", line->role, (int)line->no, how);
	bool ok = desk_open(at->desk, &seat_form, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}

static bool
needs_holder(const struct roster_line *line, struct err *err)
{
	return line->term[0] != '\0' || err_set(err, ERR_RULE,
	    _("Nobody holds this seat: 6 appoints a government to it."));
}

bool
roster_deed(struct desk *desk, const char *body, int option, const struct roster_line *line,
    struct err *err)
{
	const struct at *at = &(struct at){ desk, body };

	switch (option) {
	case ROSTER_NEW_SEAT:
		return ask_and_add_seat(at, err);
	case ROSTER_EDIT:
		return needs_holder(line, err) && desk_open(at->desk, &term_form, line->term, err);
	case ROSTER_PERSONS:
		return needs_holder(line, err) && desk_open(at->desk, &officers_pane, line->term, err);
	case ROSTER_END:
		return ask_and_end(at, line, err);
	case ROSTER_VIEW:
		return needs_holder(line, err) && member_detail_read(at->desk, line->government, err);
	case ROSTER_APPOINT:
		return open_seat(at, line, "", err);
	case ROSTER_RENEW:
		return needs_holder(line, err) && open_seat(at, line, " renew", err);
	case ROSTER_HISTORY:
		return history_pane_open(at->desk, "body", at->body, err);
	default:
		return desk_open(at->desk, &meetings_pane, at->body, err);
	}
}

bool
roster_deed_appoint(struct desk *desk, const char *body, const struct roster_line *line,
    struct err *err)
{
	return open_seat(&(struct at){ desk, body }, line, "", err);
}
