/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/hall_state.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/stamp.h"
#include "base/text.h"
#include "domain/agenda.h"
#include "domain/meeting_now.h"
#include "domain/search_index.h"
#include "domain/session.h"
#include "domain/vote.h"

void
hall_state_forget_names(struct hall_state *hall)
{
	search_index_free(hall->index);
	hall->index = NULL;
}

static void
forget(struct hall_state *hall)
{
	record_done(&meeting_type, &hall->meeting);
	free(hall->item);
	row_list_done(&hall->rows);
	voting_sheet_done(&hall->sheet);
	free(hall->names);
}

void
hall_state_done(struct hall_state *hall)
{
	forget(hall);
	hall_state_forget_names(hall);
	free(hall->found);
	*hall = (struct hall_state){ 0 };
}

/* Reading */

/* Of a vote its item, else the first one that is still to be dealt with. */
static bool
read_item(struct hall_state *hall, struct session *session, struct err *err)
{
	const char *id = hall->vote_open && hall->sheet.vote->item != NULL ? hall->sheet.vote->item : "";
	const struct agenda_entry *found = NULL;
	struct row_list items = { 0 };
	struct buf text = { 0 };

	if (!agenda_list(session, hall->meeting.key, &items, NULL, err))
		return false;
	for (size_t i = 0; i < items.count && found == NULL; i++) {
		const struct agenda_entry *item = row_at(&items, i);

		if (id[0] != '\0' ? strcmp(item->id, id) == 0 : strcmp(item->outcome, "open") == 0)
			found = item;
	}
	if (found != NULL)
		buf_addf(&text, "%s %s", found->number, found->title);
	hall->item = buf_take(&text);
	row_list_done(&items);
	return true;
}

static bool
read_vote(struct hall_state *hall, struct session *session, int64_t wanted, struct err *err)
{
	const char *meeting = hall->meeting.key;
	int64_t open = 0;

	if (!voting_find_open(session, meeting, &open, err))
		return false;
	hall->vote = wanted != 0 ? wanted : open;
	if (hall->vote == 0 && !voting_find_latest(session, meeting, &hall->vote, err))
		return false;
	hall->vote_open = hall->vote != 0 && hall->vote == open;
	if (hall->vote == 0)
		return true;
	if (!voting_sheet_read(session, meeting, hall->vote, &hall->sheet, err))
		return false;
	hall->names = mem_grow(NULL, hall->sheet.voters.count, sizeof *hall->names);
	for (size_t i = 0; i < hall->sheet.voters.count; i++)
		if (((const struct voter *)row_at(&hall->sheet.voters, i))->entitled)
			hall->names[hall->name_count++] = i;
	return true;
}

static bool
read_rows(struct hall_state *hall, struct session *session, struct err *err)
{
	if (!attendance_list(session, hall->meeting.key, NULL, &hall->rows, err) ||
	    !attendance_quorum(session, hall->meeting.key, NULL, &hall->rows, &hall->quorum, err))
		return false;
	for (size_t i = 0; i < hall->rows.count; i++)
		hall->may_vote += ((const struct attendance *)row_at(&hall->rows, i))->may_vote != 0;
	return true;
}

static bool
read_all(struct hall_state *hall, struct session *session, const char *meeting, int64_t vote,
    struct err *err)
{
	if (!row_get(session, &meeting_type, meeting, &hall->meeting, err))
		return false;
	hall->zone = session_zone(session, meeting_zone(session, &hall->meeting), err);
	return hall->zone != NULL && meeting_now_sitting(session, &hall->meeting, &hall->sitting, err) &&
	    read_rows(hall, session, err) && read_vote(hall, session, vote, err) &&
	    read_item(hall, session, err);
}

bool
hall_state_read(struct hall_state *hall, struct session *session, const char *meeting, int64_t vote,
    struct err *err)
{
	struct hall_state fresh = { 0 };

	if (!read_all(&fresh, session, meeting, vote, err)) {
		forget(&fresh);
		return false;
	}
	fresh.index = hall->index;
	fresh.found = hall->found;
	fresh.view = hall->view;
	forget(hall);
	*hall = fresh;
	hall->found_count = 0;
	return true;
}

/* Finding */

/* Is it the code that was typed, in capitals or not, at any width? */
static bool
is_code(const char *code, const char *folded)
{
	char *fold = text_folded(code, 0);
	bool same = strcmp(fold, folded) == 0;

	free(fold);
	return same;
}

static bool
is_hit(struct hall_state *hall, const char *government, const bool *hits)
{
	size_t entry = search_index_find_key(hall->index, government);

	return entry < search_index_count(hall->index) && hits[entry];
}

static bool
mark_hits(struct hall_state *hall, struct session *session, const char *typed, bool **ret_hits,
    struct err *err)
{
	size_t count = 0;

	if (hall->index == NULL && !search_index_load(session, "government", &hall->index, err))
		return false;
	bool *hits = mem_alloc(search_index_count(hall->index) + 1);
	const uint32_t *entries = search_index_match(hall->index, typed, &count);
	for (size_t i = 0; i < count; i++)
		hits[entries[i]] = true;
	*ret_hits = hits;
	return true;
}

static bool
is_missing(const struct attendance *row)
{
	return row->counted && !row->present && strcmp(row->answer, "declined") != 0 &&
	    strcmp(row->answer, "withdrawn") != 0;
}

bool
hall_state_find(struct hall_state *hall, struct session *session, const char *typed,
    bool missing, size_t *ret_exact, struct err *err)
{
	char *folded = text_folded(typed, 0);
	bool *hits = NULL;
	bool ok = folded[0] == '\0' || mark_hits(hall, session, typed, &hits, err);

	*ret_exact = SIZE_MAX;
	hall->found = mem_grow(hall->found, hall->rows.count + 1, sizeof *hall->found);
	hall->found_count = 0;
	for (size_t i = 0; ok && i < hall->rows.count; i++) {
		const struct attendance *row = row_at(&hall->rows, i);

		if ((hits != NULL && !is_hit(hall, row->government, hits)) || (missing && !is_missing(row)))
			continue;
		if (is_code(row->government, folded))
			*ret_exact = hall->found_count;
		hall->found[hall->found_count++] = i;
	}
	free(hits);
	free(folded);
	return ok;
}

/* Asking */

const struct attendance *
hall_state_row(const struct hall_state *hall, size_t found)
{
	return found < hall->found_count ? row_at(&hall->rows, hall->found[found]) : NULL;
}

struct voter *
hall_state_name(const struct hall_state *hall, size_t name)
{
	return name < hall->name_count ? row_at(&hall->sheet.voters, hall->names[name]) : NULL;
}

void
hall_state_add_time(const struct hall_state *hall, const char *at, struct buf *text)
{
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];

	stamp_show(hall->zone, at, day, time);
	buf_add(text, time);
}
