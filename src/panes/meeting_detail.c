/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_detail.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "base/zone.h"
#include "domain/clash.h"
#include "domain/decision.h"
#include "domain/delegation.h"
#include "domain/meeting_staff.h"
#include "domain/notice.h"
#include "domain/paper.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/wall_time.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/reference.h"

void
meeting_detail_done(struct meeting_detail *detail)
{
	record_done(&meeting_type, &detail->meeting);
	row_list_done(&detail->notices);
	row_list_done(&detail->agenda);
	row_list_done(&detail->clashes);
	free(detail->key);
	free(detail->body);
	free(detail->host);
	free(detail->time);
	*detail = (struct meeting_detail){ 0 };
}

/* Reading */

static char *
name_of(struct session *session, const char *kind, const char *key)
{
	struct buf name = { 0 };

	if (key != NULL && key[0] != '\0')
		reference_name(session, kind, key, &name);
	return buf_take(&name);
}

/* The first sitting that has a time; "" when none has. */
static bool
find_start(struct session *session, const char *meeting, char ret_day[DAY_SIZE], char **ret_time,
    struct err *err)
{
	struct row_list sittings = { 0 };

	if (!row_list(session, &sitting_type, "meeting", meeting, "day, starts", &sittings, err))
		return false;
	for (size_t i = 0; i < sittings.count && *ret_time == NULL; i++) {
		const struct sitting *sitting = row_at(&sittings, i);

		if (sitting->starts[0] == '\0')
			continue;
		strcpy(ret_day, sitting->day);
		*ret_time = mem_strdup(sitting->starts);
	}
	row_list_done(&sittings);
	return true;
}

static void
add_instant(const char *zone_id, const char *day, const char *time, struct buf *text)
{
	struct zone *zone = zone_open(zone_id, NULL);

	buf_addf(text, "%s %s %s", day, time, zone_id);
	if (zone != NULL) {
		buf_add(text, " = ");
		wall_time_show_utc(zone, day, time, text);
	}
	zone_close(zone);
}

static bool
read_time(struct meeting_detail *detail, struct session *session, struct err *err)
{
	const struct meeting *meeting = &detail->meeting;
	struct buf text = { 0 };
	char day[DAY_SIZE] = "", *time = NULL;

	if (!find_start(session, meeting->key, day, &time, err))
		return false;
	if (time != NULL)
		add_instant(meeting_zone(session, meeting), day, time, &text);
	else
		buf_addf(&text, "%s %s", meeting->begins[0] != '\0' ? meeting->begins : "?",
		    meeting_zone(session, meeting));
	free(time);
	detail->time = buf_take(&text);
	meeting_last_day(meeting, day);
	if (day[0] != '\0' && day_is_whole(meeting->begins))
		detail->days = day_to_number(day) - day_to_number(meeting->begins) + 1;
	return true;
}

static bool
count_answers(struct meeting_detail *detail, struct session *session, struct err *err)
{
	const struct choice *words = record_find_field(&delegation_type, "answer")->choices;
	struct row_list delegations = { 0 };

	if (!row_list(session, &delegation_type, "meeting", detail->key, NULL, &delegations, err))
		return false;
	detail->invited = delegations.count;
	for (size_t i = 0; i < delegations.count; i++)
		for (size_t word = 0; word < MEETING_ANSWERS && words[word].word != NULL; word++)
			detail->answers[word] += strcmp(words[word].word,
			    ((const struct delegation *)row_at(&delegations, i))->answer) == 0;
	row_list_done(&delegations);
	return true;
}

static bool
read_all(struct meeting_detail *detail, struct session *session, const char *key, struct err *err)
{
	detail->key = mem_strdup(key);
	if (!row_get(session, &meeting_type, key, &detail->meeting, err))
		return false;
	detail->body = name_of(session, "body", detail->meeting.body);
	detail->host = name_of(session, "government", detail->meeting.host);
	return read_time(detail, session, err) &&
	    notice_list(session, key, &detail->notices, err) &&
	    agenda_list(session, key, &detail->agenda, &detail->sum, err) &&
	    clash_list(session, key, &detail->clashes, err) &&
	    count_answers(detail, session, err);
}

bool
meeting_detail_read(struct meeting_detail *detail, struct session *session, const char *key,
    struct err *err)
{
	meeting_detail_done(detail);
	if (read_all(detail, session, key, err))
		return true;
	meeting_detail_done(detail);
	return false;
}

/* Lines */

static void
add_state(const struct meeting_detail *detail, struct detail_lines *lines)
{
	const struct meeting *meeting = &detail->meeting;
	struct buf state = { 0 }, days = { 0 }, moved = { 0 };

	record_show(record_find_field(&meeting_type, "state"), meeting, &state);
	detail_add_piece(lines, C_("detail", "State"), buf_text(&state));
	buf_add(&days, detail->time);
	if (detail->days > 0)
		buf_addf(&days, nq_(", %d day", ", %d days", detail->days), (int)detail->days);
	detail_add_piece(lines, "", buf_text(&days));
	if (meeting->moved_from != NULL)
		buf_addf(&moved, _("moved from %s"), meeting->moved_from);
	if (moved.length > 0)
		detail_add_piece(lines, "", buf_text(&moved));
	buf_done(&state);
	buf_done(&days);
	buf_done(&moved);
}

static void
add_place(const struct meeting_detail *detail, struct detail_lines *lines)
{
	const struct meeting *meeting = &detail->meeting;
	struct buf host = { 0 };

	if (meeting->host != NULL)
		buf_addf(&host, "%s %s", meeting->host, detail->host);
	const char *const pieces[] = { meeting->place, meeting->room, buf_text(&host) };
	detail_add_pieces(lines, C_("detail", "Place"), pieces, sizeof pieces / sizeof pieces[0]);
	buf_done(&host);
}

static void
add_left(const struct notice *notice, struct buf *text)
{
	if (strcmp(notice->state, "waiting") != 0 && strcmp(notice->state, "late") != 0)
		record_show(record_find_field(&notice_type, "state"), notice, text);
	else if (notice->left < 0)
		buf_addf(text, nq_("%d day late", "%d days late", -notice->left), (int)-notice->left);
	else if (notice->left == 0)
		buf_add(text, _("today"));
	else
		buf_addf(text, nq_("in %d day", "in %d days", notice->left), (int)notice->left);
}

enum { WHAT_COLUMNS = 14, BEFORE_COLUMNS = 17 };

static void
add_before(const struct notice *notice, struct buf *text)
{
	struct buf before = { 0 };

	buf_addf(&before, nq_("%d day", "%d days", notice->before), (int)notice->before);
	if (notice->assumed != 0)
		buf_add(&before, _(", assumed"));
	text_fit(text, buf_text(&before), BEFORE_COLUMNS);
	buf_add_char(text, ' ');
	buf_done(&before);
}

static void
add_notice(const struct notice *notice, const char *label, struct detail_lines *lines)
{
	struct buf what = { 0 }, text = { 0 };

	record_show(record_find_field(&notice_type, "what"), notice, &what);
	text_fit(&text, buf_text(&what), WHAT_COLUMNS);
	buf_addf(&text, "%s %s  ", day_weekday_name(messages_catalogue(), day_weekday(notice->last),
	    DAY_NAME_SHORT), notice->last);
	if (lines->columns >= LAYOUT_NARROW)
		add_before(notice, &text);
	add_left(notice, &text);
	detail_add(lines, label, buf_text(&text))->problem = strcmp(notice->state, "late") == 0;
	buf_done(&what);
	buf_done(&text);
}

/* Then the notice clock stands still. */
static bool
is_over(const struct meeting_detail *detail)
{
	return strstr("closed reported cancelled", detail->meeting.state) != NULL;
}

/* Without a delegation or dossier there is no last day to keep. */
static void
add_notices(const struct meeting_detail *detail, struct detail_lines *lines)
{
	const char *label = C_("detail", "Notice");

	if (is_over(detail))
		return;
	for (size_t i = 0; i < detail->notices.count; i++) {
		const struct notice *notice = row_at(&detail->notices, i);

		if (strcmp(notice->state, "none") == 0)
			continue;
		add_notice(notice, label, lines);
		label = "";
	}
}

static void
add_answers(const struct meeting_detail *detail, struct detail_lines *lines)
{
	const struct field *field = record_find_field(&delegation_type, "answer");
	const char *label = C_("detail", "Answers");
	struct buf invited = { 0 };

	if (detail->invited == 0) {
		detail_add(lines, label, _("nobody is invited yet"));
		return;
	}
	buf_addf(&invited, nq_("%zu invited", "%zu invited", detail->invited), detail->invited);
	detail_add_piece(lines, label, buf_text(&invited));
	buf_done(&invited);
	for (size_t i = 0; i < MEETING_ANSWERS && field->choices[i].word != NULL; i++) {
		struct buf piece = { 0 };

		buf_addf(&piece, "%s %zu", message_show(field->choices[i].label), detail->answers[i]);
		if (detail->answers[i] > 0)
			detail_add_piece(lines, "", buf_text(&piece));
		buf_done(&piece);
	}
}

/* The items at the top, with the minutes of what is below them. */
static void
add_agenda(const struct meeting_detail *detail, struct detail_lines *lines)
{
	const char *label = C_("detail", "Agenda");
	struct buf sum = { 0 };

	for (size_t i = 0; i < detail->agenda.count; i++) {
		const struct agenda_entry *entry = row_at(&detail->agenda, i);
		struct buf piece = { 0 };

		if (entry->depth > 0)
			continue;
		buf_addf(&piece, "%s %s", entry->number, entry->title);
		if (entry->total > 0)
			buf_addf(&piece, " (%d)", (int)entry->total);
		detail_add_piece(lines, label, buf_text(&piece));
		buf_done(&piece);
		label = "";
	}
	if (detail->agenda.count == 0)
		detail_add(lines, label, _("nothing yet"));
	if (detail->sum.room > 0)
		buf_addf(&sum, _("sum %d of %d min"), (int)detail->sum.minutes, (int)detail->sum.room);
	else if (detail->sum.minutes > 0)
		buf_addf(&sum, _("sum %d min"), (int)detail->sum.minutes);
	if (sum.length > 0)
		detail_add_piece(lines, "", buf_text(&sum));
	if (detail->sum.room > 0 && detail->sum.minutes > detail->sum.room)
		lines->item[lines->count - 1].problem = true;
	buf_done(&sum);
}

static void
add_clashes(const struct meeting_detail *detail, struct detail_lines *lines)
{
	const char *label = C_("detail", "Clash");

	for (size_t i = 0; i < detail->clashes.count; i++) {
		struct buf text = { 0 };

		clash_say(row_at(&detail->clashes, i), &text);
		detail_add(lines, label, buf_text(&text))->problem = true;
		buf_done(&text);
		label = "";
	}
}

/* In a small space what wants something comes first: clashes before the agenda. */
static void
gather(const struct meeting_detail *detail, struct detail_lines *lines)
{
	add_state(detail, lines);
	add_notices(detail, lines);
	add_clashes(detail, lines);
	add_answers(detail, lines);
	add_agenda(detail, lines);
	add_place(detail, lines);
	detail_add_pieces(lines, C_("detail", "Note"), (const char *const[]){ detail->meeting.note }, 1);
}

void
meeting_detail_title(const struct meeting_detail *detail, struct buf *text)
{
	if (detail->key != NULL)
		buf_addf(text, "%s  %s", detail->key, detail->body);
}

void
meeting_detail_urge(const struct meeting_detail *detail, struct buf *text)
{
	for (size_t i = 0; i < detail->notices.count; i++) {
		const struct notice *notice = row_at(&detail->notices, i);

		if (strcmp(notice->what, "invitations") == 0 && strcmp(notice->state, "late") == 0 &&
		    !is_over(detail))
			buf_addf(text, nq_("Invitations of %s are %d day late. 8=Invite sends them now.",
			    "Invitations of %s are %d days late. 8=Invite sends them now.", -notice->left),
			    detail->key, (int)-notice->left);
	}
}

void
meeting_detail_draw(const struct meeting_detail *detail, struct area area)
{
	struct detail_lines lines = { .columns = area.columns - DETAIL_LABEL };

	if (detail->key == NULL)
		return;
	gather(detail, &lines);
	detail_draw(&lines, area);
	detail_done(&lines);
}

/* The page */

static bool
write_page(const struct meeting_detail *detail, struct session *session, struct buf *page,
    struct err *err)
{
	static const struct record_type *const owned[] = { &sitting_type, &paper_type,
		&meeting_staff_type, &decision_type };
	struct detail_lines lines = { .columns = DETAIL_PAGE };
	bool ok = true;

	gather(detail, &lines);
	detail_write(&lines, page);
	detail_done(&lines);
	for (size_t i = 0; i < sizeof owned / sizeof owned[0] && ok; i++)
		ok = detail_write_rows(session, owned[i], "meeting", detail->key, page, err);
	return ok;
}

bool
meeting_detail_show(struct desk *desk, const char *key, struct err *err)
{
	struct session *session = desk_session(desk);
	struct meeting_detail detail = { 0 };
	struct buf page = { 0 }, title = { 0 };
	bool ok = meeting_detail_read(&detail, session, key, err) &&
	    write_page(&detail, session, &page, err);

	if (ok) {
		meeting_detail_title(&detail, &title);
		desk_read(desk, buf_text(&title), buf_text(&page));
	}
	meeting_detail_done(&detail);
	buf_done(&page);
	buf_done(&title);
	return ok;
}
