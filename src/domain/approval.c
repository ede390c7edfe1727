/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/approval.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/err.h"
#include "base/messages.h"
#include "domain/decision.h"
#include "domain/session.h"

static bool
check(struct session *session, const char *approved, const char *missing, struct err *err)
{
	if (approved == NULL || approved[0] == '\0')
		return err_set(err, ERR_RULE, "%s", missing);
	if (strcasecmp(approved, session->user) == 0)
		return err_set(err, ERR_RULE,
		    _("%s is yourself: name a decision, or the second person who agreed."), approved);
	return !decision_is_written_as_one(approved) || decision_may_be_named(session, approved, err);
}

bool
approval_check(struct session *session, const char *approved, const char *missing, struct err *err)
{
	return check(session, approved, missing, err) || err_at(err, "approved");
}
