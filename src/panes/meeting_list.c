/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "domain/search_index.h"
#include "domain/session.h"

static void
forget_shown(struct meeting_list *list)
{
	free(list->shown);
	list->shown = NULL;
	list->count = list->keys.count;
}

static void
forget_index(struct meeting_list *list)
{
	search_index_free(list->index);
	list->index = NULL;
	free(list->entry);
	list->entry = NULL;
}

void
meeting_list_done(struct meeting_list *list)
{
	forget_shown(list);
	forget_index(list);
	meeting_keys_done(&list->keys);
	free(list->body);
	*list = (struct meeting_list){ 0 };
}

static bool
read_keys(struct meeting_list *list, struct session *session, const char *body, struct err *err)
{
	int64_t change = session_last_change(session);
	struct meeting_keys keys;

	if (list->body != NULL && strcmp(list->body, body) == 0 && list->change == change)
		return true;
	if (!meeting_keys_list(session, body[0] != '\0' ? body : NULL, &keys, err))
		return false;
	meeting_list_done(list);
	list->keys = keys;
	list->body = mem_strdup(body);
	list->change = change;
	forget_shown(list);
	return true;
}

/* The entry of each key, once for all that will be typed. */
static void
learn_entries(struct meeting_list *list, struct search_index *index)
{
	forget_index(list);
	list->index = index;
	list->entry = mem_grow(NULL, list->keys.count, sizeof *list->entry);
	for (size_t i = 0; i < list->keys.count; i++)
		list->entry[i] = (uint32_t)search_index_find_key(index, meeting_keys_key(&list->keys, i));
}

static void
show_hits(struct meeting_list *list, const char *find)
{
	size_t hit_count, entries = search_index_count(list->index);
	bool *hit = mem_alloc(entries + 1);	/* the last one for what has no entry */
	const uint32_t *hits = search_index_match(list->index, find, &hit_count);

	for (size_t i = 0; i < hit_count; i++)
		hit[hits[i]] = true;
	forget_shown(list);
	list->shown = mem_grow(NULL, hit_count, sizeof *list->shown);
	list->count = 0;
	for (size_t i = 0; i < list->keys.count; i++)
		if (hit[list->entry[i]])
			list->shown[list->count++] = (uint32_t)i;
	free(hit);
}

bool
meeting_list_read(struct meeting_list *list, struct session *session, const char *body,
    const char *find, struct err *err)
{
	struct search_index *index = NULL;

	if (!read_keys(list, session, body, err))
		return false;
	if (find[0] == '\0') {
		forget_shown(list);
		return true;
	}
	if (!search_index_load(session, "meeting", &index, err))
		return false;
	if (index != list->index)
		learn_entries(list, index);
	else
		search_index_free(index);	/* one use of it is enough */
	show_hits(list, find);
	return true;
}

static size_t
place(const struct meeting_list *list, size_t row)
{
	return list->shown != NULL ? list->shown[row] : row;
}

const char *
meeting_list_key(const struct meeting_list *list, size_t row)
{
	return meeting_keys_key(&list->keys, place(list, row));
}

const char *
meeting_list_begins(const struct meeting_list *list, size_t row)
{
	return meeting_keys_begins(&list->keys, place(list, row));
}
