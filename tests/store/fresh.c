/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include "store/fresh.h"

#include "base/err.h"
#include "domain/session.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/scratch.h"

struct session *
fresh_session(void **ret_scratch)
{
	struct err err = { 0 };

	assert_int_equal(scratch_setup(ret_scratch), 0);
	struct db *db = db_open(((struct scratch *)*ret_scratch)->path, DB_CREATE, &err);
	must(db != NULL, &err);
	return session_open(db, "clerk1", "cli");
}
