/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/proxy.h"

#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/attendance.h"
#include "domain/delegation.h"
#include "domain/row.h"
#include "domain/session.h"

/* A row of the meeting; refused when it is not one that the quorum counts. */
static const struct attendance *
find_voter(const struct row_list *list, const char *meeting, const char *government,
    struct err *err)
{
	const struct attendance *row = attendance_find(list, government);

	if (row == NULL || row->capacity[0] == '\0') {
		err_set(err, ERR_MISSING, _("%s is not invited to %s: invite it first."), government,
		    meeting);
		return NULL;
	}
	if (row->counted)
		return row;
	err_set(err, ERR_RULE, _("%s has no vote on that day: it neither gives a proxy nor holds one."),
	    government);
	return NULL;
}

/* Whoever holds a proxy of somebody; NULL when nobody gave it one. */
static const struct attendance *
giver_to(const struct row_list *list, const char *holder)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct attendance *row = row_at(list, i);

		if (strcmp(row->proxy, holder) == 0)
			return row;
	}
	return NULL;
}

static bool
may_give(const struct row_list *list, const char *meeting, const char *giver, const char *holder,
    struct err *err)
{
	const struct attendance *from = find_voter(list, meeting, giver, err);
	const struct attendance *to = from != NULL ? find_voter(list, meeting, holder, err) : NULL;

	if (to == NULL)
		return false;
	if (from == to)
		return err_set(err, ERR_RULE, _("%s cannot hold its own proxy."), giver);
	if (to->proxy[0] != '\0')
		return err_set(err, ERR_RULE,
		    _("%s gave its own proxy to %s: a proxy is never passed on."), holder, to->proxy);
	const struct attendance *other = giver_to(list, giver);
	if (other != NULL)
		return err_set(err, ERR_RULE,
		    _("%s holds the proxy of %s: a proxy is never passed on."), giver,
		    other->government);
	return true;
}

static bool
write_proxy(struct session *session, const char *meeting, const char *giver, const char *holder,
    struct err *err)
{
	struct delegation delegation = { 0 };
	bool ok = delegation_get(session, meeting, giver, &delegation, err);

	if (ok && holder == NULL && delegation.proxy == NULL)
		ok = err_set(err, ERR_MISSING, _("%s gave no proxy, so there is none to take back."),
		    giver);
	if (ok) {
		mem_replace(&delegation.proxy, holder);
		ok = row_update_in_set(session, &delegation_type, &delegation, err);
	}
	record_done(&delegation_type, &delegation);
	return ok;
}

static bool
give_in_set(struct session *session, const char *meeting, const char *giver, const char *holder,
    struct err *err)
{
	struct row_list list = { 0 };
	bool ok = attendance_list(session, meeting, NULL, &list, err) &&
	    may_give(&list, meeting, giver, holder, err) &&
	    write_proxy(session, meeting, giver, holder, err);

	row_list_done(&list);
	return ok;
}

bool
proxy_give(struct session *session, const char *meeting, const char *giver, const char *holder,
    int64_t *ret_number, struct err *err)
{
	if (!session_begin(session, "proxy", NULL, err))
		return false;
	bool ok = give_in_set(session, meeting, giver, holder, err);
	return session_finish(session, ok, ret_number, err);
}

bool
proxy_take_back(struct session *session, const char *meeting, const char *giver,
    int64_t *ret_number, struct err *err)
{
	if (!session_begin(session, "proxy", NULL, err))
		return false;
	bool ok = write_proxy(session, meeting, giver, NULL, err);
	return session_finish(session, ok, ret_number, err);
}
