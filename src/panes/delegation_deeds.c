/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/delegation_deeds.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/attendance.h"
#include "domain/delegation.h"
#include "domain/invitation.h"
#include "domain/proxy.h"
#include "domain/search_index.h"
#include "domain/session.h"
#include "panes/delegates_pane.h"
#include "panes/delegations_pane.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "ui/choices.h"
#include "ui/prompt.h"

/* What a deed works on. */
struct deed_on {
	struct desk *desk;
	struct session *session;
	const char *meeting;
	const char *const *governments;
	size_t count;
};

char *
delegation_deeds_spell(const char *typed)
{
	char *key = text_folded(typed, 0);

	for (char *p = key; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	return key;
}

/* "KR-47: coming." or "5 delegations: coming." word is translated. */
static void
say_done(const struct deed_on *on, const char *word)
{
	if (on->count == 1)
		desk_say(on->desk, _("%s: %s."), on->governments[0], word);
	else
		desk_say(on->desk, nq_("%zu delegation: %s.", "%zu delegations: %s.", on->count), on->count,
		    word);
}

static const char *
label_of(const struct choice *choices, const char *word)
{
	while (strcmp(choices->word, word) != 0)
		choices++;
	return message_show(choices->label);
}

/* Answers */

static bool
invite(const struct deed_on *on, struct err *err)
{
	if (!invitation_send(on->session, on->meeting, on->governments, on->count, NULL, err))
		return false;
	say_done(on, _("invited"));
	return true;
}

bool
delegation_deeds_invite_all(struct desk *desk, const char *meeting, struct err *err)
{
	size_t count = 0;

	if (!invitation_send_all(desk_session(desk), meeting, &count, NULL, err))
		return false;
	desk_say(desk, nq_("%zu government is invited.", "%zu governments are invited.", count), count);
	desk_reload(desk);
	return true;
}

/* What is to be known stands behind the answer: that it is late, whom it was to vote for. */
static void
say_answer(const struct deed_on *on, const char *answer, struct buf *said)
{
	const char *word = label_of(delegation_answers, answer);

	if (said->length == 0) {
		say_done(on, word);
		return;
	}
	for (char *p = said->bytes; *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	desk_warn(on->desk, "%s: %s. %s", on->governments[on->count - 1], word, buf_text(said));
}

static bool
answer(const struct deed_on *on, const char *answer, struct err *err)
{
	struct buf said = { 0 };
	bool ok = true;

	for (size_t i = 0; i < on->count && ok; i++) {
		buf_clear(&said);
		ok = invitation_answer(on->session, on->meeting, on->governments[i], answer, &said, NULL, err);
	}
	if (ok)
		say_answer(on, answer, &said);
	buf_done(&said);
	return ok;
}

static bool
come(const struct deed_on *on, struct err *err)
{
	return answer(on, "coming", err);
}

static bool
decline(const struct deed_on *on, struct err *err)
{
	return answer(on, "declined", err);
}

static bool
withdraw(const struct deed_on *on, struct err *err)
{
	struct delegation delegation = { 0 };
	bool ok = delegation_get(on->session, on->meeting, on->governments[0], &delegation, err);
	bool is_back = ok && on->count == 1 && strcmp(delegation.answer, "withdrawn") == 0;

	record_done(&delegation_type, &delegation);
	return ok && answer(on, is_back ? "coming" : "withdrawn", err);
}

/* Credentials */

static bool
set_credentials(const struct deed_on *on, const char *state, struct err *err)
{
	if (!delegation_set_credentials(on->session, on->meeting, on->governments, on->count, state,
	    NULL, err))
		return false;
	struct buf word = { 0 };
	/* TRANSLATORS: the state of credentials: accepted, provisional ... */
	buf_addf(&word, _("credentials %s"), label_of(delegation_credentials, state));
	say_done(on, buf_text(&word));
	buf_done(&word);
	return true;
}

static bool
accept(const struct deed_on *on, struct err *err)
{
	return set_credentials(on, "accepted", err);
}

static bool
ask_credentials(const struct deed_on *on, struct err *err)
{
	static const struct prompt_answer states[] = {
		{ 1, NC_("credentials", "none") },
		{ 2, NC_("credentials", "provisional") },
		{ 3, NC_("credentials", "accepted") },
		{ 4, NC_("credentials", "rejected") },
		{ 0 }
	};
	int digit = desk_ask(on->desk, _("Credentials?"), states, 0);

	return digit == 0 || set_credentials(on, delegation_credentials[digit - 1].word, err);
}

/* The hall */

static bool
let_in_or_out(const struct deed_on *on, struct err *err)
{
	bool is_in = false, ok = true;

	for (size_t i = 0; i < on->count && ok; i++)
		ok = attendance_toggle(on->session, on->meeting, on->governments[i], &is_in, NULL, err);
	if (ok)
		say_done(on, is_in ? C_("presence", "in") : C_("presence", "out"));
	return ok;
}

/* Proxies */

static const char TAKE_BACK[] = "-";

/* Who may be chosen as a holder. */
struct holders {
	const char *giver;
	struct row_list rows;		/* struct attendance */
	struct search_index *index;	/* of governments */
	bool *hits;			/* one an entry of the index */
};

static void
find_holders(struct holders *holders, const char *typed)
{
	size_t count, all = search_index_count(holders->index);
	const uint32_t *entries = search_index_match(holders->index, typed, &count);

	memset(holders->hits, 0, all * sizeof *holders->hits);
	for (size_t i = 0; i < count; i++)
		holders->hits[entries[i]] = true;
}

static void
add_holders(const struct holders *holders, bool present, struct choices *ret_choices)
{
	for (size_t i = 0; i < holders->rows.count; i++) {
		const struct attendance *row = row_at(&holders->rows, i);
		size_t entry = search_index_find_key(holders->index, row->government);

		if (strcmp(row->government, holders->giver) != 0 && strcmp(row->capacity, "member") == 0 &&
		    (row->present != 0) == present && holders->hits[entry])
			choices_add_to(ret_choices, present ? _("IN THE HALL") : _("NOT IN THE HALL"),
			    row->government, row->name, row->own_name);
	}
}

/* Those in the hall come first: only they can vote for another. */
static void
fill_holders(void *context, const char *typed, struct choices *ret_choices)
{
	struct holders *holders = context;
	const struct attendance *giver = attendance_find(&holders->rows, holders->giver);

	if (giver != NULL && giver->proxy[0] != '\0' && typed[0] == '\0')
		choices_add(ret_choices, TAKE_BACK, _("nobody: the proxy is taken back"), "");
	find_holders(holders, typed);
	add_holders(holders, true, ret_choices);
	add_holders(holders, false, ret_choices);
}

/* False: left without, or err says why. */
static bool
ask_holder(const struct deed_on *on, struct buf *holder, struct err *err)
{
	struct holders holders = { .giver = on->governments[0] };
	bool taken = attendance_list(on->session, on->meeting, NULL, &holders.rows, err) &&
	    search_index_load(on->session, "government", &holders.index, err);

	if (taken) {
		holders.hits = mem_alloc(search_index_count(holders.index) + 1);
		taken = desk_pick(on->desk, _("Who votes for it?"), fill_holders, &holders, holder);
	}
	free(holders.hits);
	search_index_free(holders.index);
	row_list_done(&holders.rows);
	return taken;
}

static bool
give_proxy(const struct deed_on *on, struct err *err)
{
	const char *giver = on->governments[0];
	struct buf holder = { 0 };
	bool ok = true;

	if (!ask_holder(on, &holder, err)) {
		ok = err->text[0] == '\0';
	} else if (strcmp(buf_text(&holder), TAKE_BACK) == 0) {
		ok = proxy_take_back(on->session, on->meeting, giver, NULL, err);
		if (ok)
			desk_say(on->desk, _("The proxy of %s is taken back."), giver);
	} else {
		ok = proxy_give(on->session, on->meeting, giver, buf_text(&holder), NULL, err);
		if (ok)
			desk_say(on->desk, _("%s votes for %s while it is out of the hall."),
			    buf_text(&holder), giver);
	}
	buf_done(&holder);
	return ok;
}

/* Panes */

static bool
open_first(const struct deed_on *on, const struct pane *pane, const char *before, struct err *err)
{
	struct buf argument = { 0 };

	buf_addf(&argument, "%s%s/%s", before, on->meeting, on->governments[0]);
	bool ok = desk_open(on->desk, pane, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}

/* The form of one that is not invited says so. */
static bool
edit(const struct deed_on *on, struct err *err)
{
	struct delegation delegation = { 0 };
	bool ok = delegation_get(on->session, on->meeting, on->governments[0], &delegation, err);

	record_done(&delegation_type, &delegation);
	return ok && open_first(on, &delegation_form, "", err);
}

static bool
open_delegates(const struct deed_on *on, struct err *err)
{
	return open_first(on, &delegates_pane, "", err);
}

static bool
open_history(const struct deed_on *on, struct err *err)
{
	return open_first(on, &history_pane, "delegation ", err);
}

static bool
open_list(const struct deed_on *on, struct err *err)
{
	return desk_open(on->desk, &delegations_pane, on->meeting, err);
}

static bool
(*const deeds[DELEGATION_DEEDS])(const struct deed_on *on, struct err *err) = {
	[DELEGATION_INVITE] = invite,
	[DELEGATION_COMES] = come,
	[DELEGATION_DECLINES] = decline,
	[DELEGATION_WITHDRAWS] = withdraw,
	[DELEGATION_ACCEPT] = accept,
	[DELEGATION_CREDENTIALS] = ask_credentials,
	[DELEGATION_IN_OR_OUT] = let_in_or_out,
	[DELEGATION_PROXY] = give_proxy,
	[DELEGATION_EDIT] = edit,
	[DELEGATION_DELEGATES] = open_delegates,
	[DELEGATION_HISTORY] = open_history,
	[DELEGATION_LIST] = open_list,
};

bool
delegation_deeds_do(struct desk *desk, const char *meeting, enum delegation_deed deed,
    const char *const *governments, size_t count, struct err *err)
{
	struct deed_on on = {
		.desk = desk, .session = desk_session(desk), .meeting = meeting,
		.governments = governments, .count = count,
	};

	if (!deeds[deed](&on, err))
		return false;
	desk_reload(desk);
	return true;
}
