/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/hour.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/agenda_clock.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "store/stmt.h"

static const struct field agenda_entry_fields[] = {
	{ RECORD_FIELD(agenda_entry, number), .label = NC_("field", "No."), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 6 },
	{ RECORD_FIELD(agenda_entry, depth), .label = NC_("field", "Depth"), .kind = FIELD_NUMBER,
	  .flags = FIELD_COMPUTED, .width = 2 },
	{ RECORD_FIELD(agenda_entry, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 36 },
	{ RECORD_FIELD(agenda_entry, minutes), .label = NC_("field", "Minutes"),
	  .kind = FIELD_NUMBER, .flags = FIELD_LISTED, .width = 4 },
	{ RECORD_FIELD(agenda_entry, total), .label = NC_("field", "In all"), .kind = FIELD_NUMBER,
	  .flags = FIELD_COMPUTED, .width = 4 },
	{ RECORD_FIELD(agenda_entry, day), .label = NC_("field", "Day"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 10 },
	{ RECORD_FIELD(agenda_entry, starts), .label = NC_("field", "Starts"), .kind = FIELD_TIME,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 5 },
	{ RECORD_FIELD(agenda_entry, ends), .label = NC_("field", "Until"), .kind = FIELD_TIME,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 5 },
	{ RECORD_FIELD(agenda_entry, outcome), .label = NC_("field", "Outcome"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .choices = agenda_outcomes },
	{ RECORD_FIELD(agenda_entry, from), .label = NC_("field", "Carried from"),
	  .kind = FIELD_CODE, .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 7, .refers = "meeting" },
	{ RECORD_FIELD(agenda_entry, follow_up), .label = NC_("field", "Follow-up"),
	  .kind = FIELD_CODE, .width = 26, .refers = "follow_up" },
	{ RECORD_FIELD(agenda_entry, sitting), .label = NC_("field", "Sitting"),
	  .kind = FIELD_NUMBER, .width = 3 },
	{ RECORD_FIELD(agenda_entry, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(agenda_entry, id), .label = NC_("field", "Id"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY, .width = 26 },
	{ 0 }
};

const struct record_type agenda_entry_type = {
	.key = "agenda",
	.label = N_("Agenda item"),
	.plural = N_("Agenda"),
	.size = sizeof(struct agenda_entry),
	.fields = agenda_entry_fields,
};

/* An agenda while it is made out. */
struct reading {
	const struct row_list *items;	/* agenda_item, by position */
	struct row_list entries;
	struct session *session;
	struct err *err;
};

/* The meeting of the item it goes on with, "" for none. */
static bool
find_origin(struct session *session, const char *carried_from, char **ret_meeting, struct err *err)
{
	static const char sql[] = "SELECT meeting FROM agenda_item WHERE id = :id";
	struct stmt st = { 0 };

	if (carried_from == NULL) {
		*ret_meeting = mem_strdup("");
		return true;
	}
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":id", carried_from);
		*ret_meeting = mem_strdup(stmt_next(&st) ? stmt_text(&st, 0) : "");
	}
	return stmt_close(&st);
}

static bool
add_entry(struct reading *reading, const struct agenda_item *item, const char *above, int depth,
    int nth)
{
	struct agenda_entry *entry = row_add(&reading->entries, &agenda_entry_type);
	struct buf number = { 0 };

	buf_addf(&number, "%s%s%d", above, above[0] != '\0' ? "." : "", nth);
	*entry = (struct agenda_entry){
		.number = buf_take(&number), .depth = depth,
		.title = mem_strdup(agenda_item_title(item)),
		.minutes = item->minutes, .total = item->minutes,
		.day = mem_strdup(""), .starts = mem_strdup(""), .ends = mem_strdup(""),
		.outcome = mem_strdup(item->outcome),
		.follow_up = mem_strdup(item->follow_up != NULL ? item->follow_up : ""),
		.sitting = item->sitting, .meeting = mem_strdup(item->meeting), .id = mem_strdup(item->id),
	};
	return find_origin(reading->session, item->carried_from, &entry->from, reading->err);
}

static bool
is_below(const struct agenda_item *item, const char *parent)
{
	return strcmp(item->parent != NULL ? item->parent : "", parent) == 0;
}

/* The items below one and all that is below them; their minutes are added up. */
static bool
add_below(struct reading *reading, const char *parent, const char *above, int depth,
    int64_t *total)
{
	int nth = 0;

	for (size_t i = 0; i < reading->items->count; i++) {
		const struct agenda_item *item = row_at(reading->items, i);
		size_t at = reading->entries.count;
		int64_t below = 0;

		if (!is_below(item, parent) || depth > 20)
			continue;
		if (!add_entry(reading, item, above, depth, ++nth))
			return false;
		char *number = mem_strdup(((struct agenda_entry *)row_at(&reading->entries, at))->number);
		bool ok = add_below(reading, item->id, number, depth + 1, &below);
		free(number);
		if (!ok)
			return false;
		((struct agenda_entry *)row_at(&reading->entries, at))->total += below;
		*total += item->minutes + below;
	}
	return true;
}

/* The timed sittings as the clock wants them; days[i] is borrowed from sittings. */
struct slots {
	struct agenda_slot *item;
	const char **day;
	size_t count;
	int64_t minutes;
};

static void
make_slots(const struct row_list *sittings, struct slots *ret_slots)
{
	ret_slots->item = mem_alloc((sittings->count + 1) * sizeof *ret_slots->item);
	ret_slots->day = mem_alloc((sittings->count + 1) * sizeof *ret_slots->day);
	for (size_t i = 0; i < sittings->count; i++) {
		const struct sitting *sitting = row_at(sittings, i);
		int starts = hour_minutes(sitting->starts), ends = hour_minutes(sitting->ends);

		if (starts < 0 || ends < 0)
			continue;
		ret_slots->item[ret_slots->count] = (struct agenda_slot){ sitting->no, starts, ends };
		ret_slots->day[ret_slots->count++] = sitting->day;
		ret_slots->minutes += ends - starts;
	}
}

static void
set_times(const struct row_list *entries, const struct slots *slots)
{
	struct agenda_time *times = mem_alloc((entries->count + 1) * sizeof *times);
	char text[HOUR_SIZE];

	for (size_t i = 0; i < entries->count; i++) {
		const struct agenda_entry *entry = row_at(entries, i);

		times[i] = (struct agenda_time){ .minutes = entry->minutes, .sitting = entry->sitting };
	}
	agenda_clock(slots->item, slots->count, times, entries->count);
	for (size_t i = 0; i < entries->count; i++) {
		struct agenda_entry *entry = row_at(entries, i);

		if (times[i].slot == AGENDA_NEVER)
			continue;
		mem_replace(&entry->day, slots->day[times[i].slot]);
		hour_from_minutes(times[i].starts, text);
		mem_replace(&entry->starts, text);
		if (times[i].end_slot == AGENDA_NEVER)
			continue;
		hour_from_minutes(times[i].ends, text);
		mem_replace(&entry->ends, text);
	}
	free(times);
}

static bool
read_clock(struct session *session, const char *meeting, const struct row_list *entries,
    int64_t *ret_room, struct err *err)
{
	struct row_list sittings = { 0 };
	struct slots slots = { 0 };

	if (!row_list(session, &sitting_type, "meeting", meeting, "day, starts, no", &sittings, err))
		return false;
	make_slots(&sittings, &slots);
	set_times(entries, &slots);
	*ret_room = slots.minutes;
	free(slots.item);
	free(slots.day);
	row_list_done(&sittings);
	return true;
}

bool
agenda_list(struct session *session, const char *meeting, struct row_list *ret_list,
    struct agenda_sum *ret_sum, struct err *err)
{
	struct row_list items = { 0 };
	struct reading reading = { .items = &items, .entries = { .type = &agenda_entry_type },
		.session = session, .err = err };
	struct agenda_sum sum = { 0 };
	bool ok = row_list(session, &agenda_item_type, "meeting", meeting, "position, id", &items, err) &&
	    add_below(&reading, "", "", 0, &sum.minutes) &&
	    read_clock(session, meeting, &reading.entries, &sum.room, err);

	row_list_done(&items);
	if (!ok) {
		row_list_done(&reading.entries);
		return false;
	}
	*ret_list = reading.entries;
	if (ret_sum != NULL)
		*ret_sum = sum;
	return true;
}

bool
agenda_find(struct session *session, const char *meeting, const char *number, char **ret_id,
    struct err *err)
{
	struct row_list entries = { 0 };

	*ret_id = NULL;
	if (!agenda_list(session, meeting, &entries, NULL, err))
		return false;
	for (size_t i = 0; i < entries.count && *ret_id == NULL; i++) {
		const struct agenda_entry *entry = row_at(&entries, i);

		if (strcmp(entry->number, number) == 0 || strcmp(entry->id, number) == 0)
			*ret_id = mem_strdup(entry->id);
	}
	row_list_done(&entries);
	return *ret_id != NULL || err_set(err, ERR_MISSING,
	    _("There is no item %s on the agenda of %s: \"nearsec meeting agenda %s\" lists them."), number,
	    meeting, meeting);
}
