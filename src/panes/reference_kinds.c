/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/reference_kinds.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "domain/account.h"
#include "domain/agenda_item.h"
#include "domain/application.h"
#include "domain/body.h"
#include "domain/country.h"
#include "domain/currency.h"
#include "domain/decision.h"
#include "domain/document.h"
#include "domain/follow_up.h"
#include "domain/government.h"
#include "domain/hit.h"
#include "domain/meeting.h"
#include "domain/member.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/staff.h"
#include "domain/term.h"

static void
show_government(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct government *government = row;
	struct member member = { 0 };

	if (!member_get(session, government->code, &member, NULL))
		return;
	buf_add(name, member.name);
	if (strcmp(member.own_name, member.name) != 0)
		buf_add(note, member.own_name);
	record_done(&member_type, &member);
}

static void
show_person(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct person *person = row;

	(void)session;
	person_name(person, messages_language(), name);
	buf_add(note, person->email);
}

static void
show_post(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct post *post = row;
	struct six_names names = { { SIX_NAMES(post, name) } };

	(void)session;
	buf_addf(name, "%s %s", post->government, post->code);
	buf_add(note, member_pick_name(&names, messages_language()->column, NULL));
}

static void
show_country(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct country *country = row;
	struct six_names names = { { SIX_NAMES(country, name) } };

	(void)session;
	(void)note;
	buf_add(name, member_pick_name(&names, messages_language()->column, country->language));
}

/* What a search shows of it. */
static void
show_hit(struct session *session, const char *kind, const struct record_type *type, const void *row,
    struct buf *name, struct buf *note)
{
	struct hit hit = { .kind = mem_strdup(kind) };
	struct buf key = { 0 };

	record_key(type, row, &key);
	hit.key = buf_take(&key);
	if (hit_dress(session, &hit, NULL)) {
		buf_add(name, hit.name);
		buf_add(note, hit.detail);
	}
	record_done(&hit_type, &hit);
}

static void
show_body(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	show_hit(session, "body", &body_type, row, name, note);
}

static void
show_meeting(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	show_hit(session, "meeting", &meeting_type, row, name, note);
}

static void
show_decision(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	show_hit(session, "decision", &decision_type, row, name, note);
}

static void
show_staff(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct staff *staff = row;
	struct person person = { 0 };
	bool found = false;

	if (row_find(session, &person_type, staff->person, &person, &found, NULL) && found)
		person_name(&person, messages_language(), name);
	record_done(&person_type, &person);
	buf_add(note, staff->body);
}

/* "GA-8  Admission of new members": titles come again at every meeting. */
static void
show_agenda_item(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct agenda_item *item = row;
	struct six_names titles = { { SIX_NAMES(item, title) } };

	(void)session;
	(void)note;
	buf_addf(name, "%s  %s", item->meeting,
	    member_pick_name(&titles, messages_language()->column, NULL));
}

/* "ENV coordinator 1  JP-16  1998-10" */
static void
show_term(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct term *term = row;
	struct buf role = { 0 };

	(void)session;
	record_show(record_find_field(&term_type, "role"), term, &role);
	buf_addf(name, "%s %s %d  %s  %s", term->body, buf_text(&role), (int)term->no,
	    term->government, term->since);
	if (term->until != NULL)
		buf_addf(note, "- %s", term->until);
	buf_done(&role);
}

static void
show_application(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct application *application = row;
	struct government government = { .code = application->government };
	struct buf ignored = { 0 };

	buf_addf(name, "%s  ", application->government);
	record_show(record_find_field(&application_type, "sought"), application, name);
	show_government(session, &government, note, &ignored);
	buf_done(&ignored);
}

static void
show_document(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct document *document = row;

	(void)session;
	record_show(record_find_field(&document_type, "kind"), document, name);
	buf_add(note, document->day);
}

/* "GA-8/1.2  Prepare the first meeting" */
static void
show_follow_up(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct follow_up *follow_up = row;

	(void)session;
	buf_addf(name, "%s/%d.%d  %s", follow_up->meeting, (int)follow_up->decision,
	    (int)follow_up->no, follow_up->what);
	if (follow_up->closed != NULL)
		buf_addf(note, _("closed %s"), follow_up->closed);
}

static void
show_account(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct account *account = row;
	struct six_names names = { { SIX_NAMES(account, name) } };

	(void)session;
	buf_add(name, member_pick_name(&names, messages_language()->column, NULL));
	buf_add(note, account->currency);
}

static void
show_currency(struct session *session, const void *row, struct buf *name, struct buf *note)
{
	const struct currency *currency = row;
	struct six_names names = { { SIX_NAMES(currency, name) } };

	(void)session;
	(void)note;
	buf_add(name, member_pick_name(&names, messages_language()->column, NULL));
}

const struct reference_kind reference_kinds[REFERENCE_KINDS + 1] = {
	{ .key = "government", .type = &government_type, .indexed = true, .show = show_government },
	{ .key = "person", .type = &person_type, .indexed = true, .named = true, .show = show_person },
	{ .key = "post", .type = &post_type, .indexed = true, .named = true, .show = show_post },
	{ .key = "country", .type = &country_type, .order = "rank_web", .show = show_country },
	{ .key = "body", .type = &body_type, .indexed = true, .show = show_body },
	{ .key = "meeting", .type = &meeting_type, .indexed = true, .show = show_meeting },
	{ .key = "decision", .type = &decision_type, .indexed = true, .show = show_decision },
	{ .key = "rests-on", .type = &decision_type, .indexed = true, .free = true, .show = show_decision },
	{ .key = "staff", .type = &staff_type, .order = "since DESC", .named = true, .show = show_staff },
	{ .key = "agenda_item", .type = &agenda_item_type, .order = "meeting DESC, position", .named = true,
	  .show = show_agenda_item },
	{ .key = "term", .type = &term_type, .order = "body, role, no, since DESC", .named = true,
	  .show = show_term },
	{ .key = "application", .type = &application_type, .order = "government", .named = true,
	  .show = show_application },
	{ .key = "document", .type = &document_type, .order = "day DESC", .show = show_document },
	{ .key = "follow_up", .type = &follow_up_type, .order = "meeting DESC, decision, no", .named = true,
	  .show = show_follow_up },
	{ .key = "account", .type = &account_type, .order = "code", .show = show_account },
	{ .key = "currency", .type = &currency_type, .order = "code", .show = show_currency },
	{ 0 }
};

const struct reference_kind *
reference_kind_find(const char *key)
{
	for (const struct reference_kind *kind = reference_kinds; kind->key != NULL; kind++)
		if (strcmp(kind->key, key) == 0)
			return kind;
	return NULL;
}
