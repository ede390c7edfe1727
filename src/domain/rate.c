/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/rate.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/chart.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field rate_fields[] = {
	{ RECORD_FIELD(rate, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 3, .refers = "currency" },
	{ RECORD_FIELD(rate, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(rate, num), .label = NC_("field", "Numerator"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 10, .hint = N_("What it is worth in the base currency: 1080, 1080.5 or 10801/10.") },
	{ RECORD_FIELD(rate, den), .label = NC_("field", "Denominator"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 6, .hint = N_("For how many units of the currency: mostly 1.") },
	{ RECORD_FIELD(rate, source), .label = NC_("field", "Source"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(rate, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

/* The day a rate is for is whole, and a rate is more than nothing. */
static bool
rate_check(void *record, struct err *err)
{
	const struct rate *rate = record;

	if (!day_is_whole(rate->day)) {
		err_set(err, ERR_INPUT, _("\"%s\" is no day: write year, month and day, as in 2010-10-28."), rate->day);
		return err_at(err, "day");
	}
	if (rate->num <= 0 || rate->den <= 0) {
		err_set(err, ERR_INPUT, _("A rate is more than nothing: write it as 1080, or as 10801/10."));
		return err_at(err, "num");
	}
	return true;
}

const struct record_type rate_type = {
	.key = "rate",
	.label = N_("Rate"),
	.plural = N_("Rates"),
	.size = sizeof(struct rate),
	.fields = rate_fields,
	.check = rate_check,
};

enum {
	MOST_PLACES = 6,	/* of a decimal */
	MOST_DEN = 1000000,
};

/* How many decimal places are enough for a fraction of den; -1: no number of them. */
static int
places_of(int64_t num, int64_t den)
{
	int64_t scale = 1;

	for (int places = 0; places <= MOST_PLACES; places++, scale *= 10)
		if (num <= INT64_MAX / scale && num * scale % den == 0)
			return places;
	return -1;
}

void
rate_show(struct buf *text, int64_t num, int64_t den)
{
	int places = places_of(num, den);
	int64_t scale = 1;

	for (int i = 0; i < places; i++)
		scale *= 10;
	int64_t all = places >= 0 ? num * scale / den : 0;
	if (places < 0)
		buf_addf(text, "%lld/%lld", (long long)num, (long long)den);
	else if (places == 0)
		buf_addf(text, "%lld", (long long)all);
	else
		buf_addf(text, "%lld.%0*lld", (long long)(all / scale), places, (long long)(all % scale));
}

bool
rate_read(const char *typed, int64_t *ret_num, int64_t *ret_den, struct err *err)
{
	long long num = 0, den = 1;
	char *end = (char *)typed;

	errno = 0;
	if (*typed >= '0' && *typed <= '9')
		num = strtoll(typed, &end, 10);
	if (*end == '/' && end[1] >= '0' && end[1] <= '9')
		den = strtoll(end + 1, &end, 10);
	else if (*end == '.' && num <= INT64_MAX / MOST_DEN / 10)
		for (end++; *end >= '0' && *end <= '9' && den < MOST_DEN; end++, den *= 10)
			num = num * 10 + (*end - '0');
	if (*end != '\0' || errno != 0 || num <= 0 || den <= 0)
		return err_set(err, ERR_INPUT,
		    _("\"%s\" is no rate: write it as 1080, 1080.5 or 10801/10."), typed);
	*ret_num = num;
	*ret_den = den;
	return true;
}

static bool
find_key(struct session *session, const char *currency, const char *day, char **ret_key,
    struct err *err)
{
	static const char sql[] =
	    "SELECT currency || '/' || day FROM rate WHERE currency = :currency AND day <= :day"
	    " ORDER BY day DESC LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":currency", currency);
		stmt_bind_text(&st, ":day", day);
	}
	return row_read_key(&st, ret_key);
}

bool
rate_to(struct session *session, const char *base, const char *currency, const char *day,
    struct rate *ret_rate, struct err *err)
{
	char *key = NULL;

	if (strcmp(currency, base) == 0) {
		*ret_rate = (struct rate){ .currency = mem_strdup(base), .day = mem_strdup(day),
			.num = 1, .den = 1 };
		return true;
	}
	if (!find_key(session, currency, day, &key, err))
		return false;
	bool ok = key != NULL ? row_get(session, &rate_type, key, ret_rate, err) :
	    err_set(err, ERR_MISSING,
	    _("No rate of %s is known for %s: enter it in RAT, or by \"nearsec rate set\"."),
	    currency, day);
	mem_replace(&key, NULL);
	return ok;
}

bool
rate_on(struct session *session, const char *currency, const char *day, struct rate *ret_rate,
    struct err *err)
{
	char base[CHART_CURRENCY];

	return chart_base(session, base, err) && rate_to(session, base, currency, day, ret_rate, err);
}

bool
rate_set(struct session *session, const struct rate *rate, int64_t *ret_number, struct err *err)
{
	char base[CHART_CURRENCY];
	struct rate row = { 0 };

	if (!chart_base(session, base, err))
		return false;
	if (strcmp(rate->currency, base) == 0)
		return err_set(err, ERR_RULE, _("%s is the base currency: it has no rate."), base);
	if (!session_begin(session, "rate", NULL, err))
		return false;
	record_copy(&rate_type, &row, rate);
	bool ok = row_save_in_set(session, &rate_type, &row, err);
	record_done(&rate_type, &row);
	return session_finish(session, ok, ret_number, err);
}
