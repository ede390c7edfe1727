/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/period.h"

#include <stddef.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"

bool
period_holds(const char *since, const char *until, const char *day)
{
	return (since == NULL || strcmp(since, day) <= 0) &&
	    (until == NULL || strcmp(until, day) > 0);
}

bool
period_check(const char *since, const char *until, struct err *err)
{
	if (until == NULL || since == NULL || strcmp(until, since) > 0)
		return true;
	err_set(err, ERR_INPUT, _("It ends on %s, not after its first day, %s."), until, since);
	return err_at(err, "until");
}
