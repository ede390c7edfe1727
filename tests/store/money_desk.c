/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "store/money_desk.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/dues.h"
#include "domain/rate.h"
#include "domain/session.h"
#include "exchange/dataset.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

void
money_desk_rate(struct session *session, const char *day, int won)
{
	struct rate rate = { .currency = mem_strdup("USD"), .day = mem_strdup(day), .num = won, .den = 1,
		.source = mem_strdup("Bank of Korea") };
	struct err err = { 0 };

	must(rate_set(session, &rate, NULL, &err), &err);
	record_done(&rate_type, &rate);
}

int
money_desk_set_up(void **state)
{
	struct money_desk *desk = mem_alloc(sizeof *desk);
	struct err err = { 0 };
	char *folder = dataset_near_folder();
	struct buf report = { 0 };
	int64_t count = 0;

	setenv("NEARSEC_NOW", "2017-06-01T00:00:00", 1);
	desk->session = fresh_session(&desk->scratch);
	must(dataset_load(desk->session, folder, NULL, &report, &err), &err);
	free(folder);
	buf_done(&report);
	money_desk_rate(desk->session, "2017-01-01", 1080);
	money_desk_rate(desk->session, "2017-05-01", 1120);
	must(dues_assess(desk->session, "2017", &count, NULL, &err), &err);
	assert_int_equal(count, 70);
	must(dues_issue(desk->session, "2017", "2017-03-01", &count, NULL, &err), &err);
	assert_int_equal(count, 70);
	*state = desk;
	return 0;
}

int
money_desk_tear_down(void **state)
{
	struct money_desk *desk = *state;

	session_close(desk->session);
	assert_int_equal(scratch_teardown(&desk->scratch), 0);
	free(desk);
	unsetenv("NEARSEC_NOW");
	return 0;
}
