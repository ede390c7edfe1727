/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dataset.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/path.h"
#include "domain/country.h"
#include "domain/derive.h"
#include "domain/government.h"
#include "domain/member.h"
#include "domain/row.h"
#include "domain/session.h"
#include "exchange/table.h"

enum { MOST_BYTES = 256 << 20 };

char *
dataset_near_folder(void)
{
	const char *share = getenv("NEARSEC_SHARE");

	return path_join(share != NULL && share[0] != '\0' ? share : PKGDATADIR, "near");
}

/* How many rows of the directory belong to a country, and what its source says. */
struct tally {
	int64_t members, from_source, inferred, unknown_since;
};

static struct tally
tally_country(const struct row_list *members, const char *country)
{
	struct tally tally = { 0 };

	for (size_t i = 0; i < members->count; i++) {
		const struct member *member = row_at(members, i);

		if (strcmp(member->country, country) != 0 || strcmp(member->status, "member") != 0)
			continue;
		tally.members++;
		tally.from_source += strcmp(member->source, "brochure") == 0;
		tally.inferred += strcmp(member->source, "inferred") == 0;
	}
	return tally;
}

static void
report_countries(const struct row_list *countries, const struct row_list *members,
    struct buf *report)
{
	for (size_t i = 0; i < countries->count; i++) {
		const struct country *country = row_at(countries, i);
		struct tally tally = tally_country(members, country->code);

		if (country->announced == 0 ||
		    (country->announced == tally.from_source && tally.inferred == 0))
			continue;
		buf_addf(report,
		    _("%s: %lld members announced, %lld named by the source, %lld here.\n"),
		    country->code, (long long)country->announced,
		    (long long)tally.from_source, (long long)tally.members);
	}
}

static void
report_rows(const struct row_list *members, struct buf *report)
{
	size_t unchecked = 0, unknown = 0;

	for (size_t i = 0; i < members->count; i++) {
		const struct member *member = row_at(members, i);

		unchecked += member->unchecked[0] != '\0';
		unknown += member->since[0] == '\0';
		if (strcmp(member->source, "inferred") == 0)
			buf_addf(report, _("%s %s: inferred, its source does not name it.\n"),
			    member->code, member->name);
	}
	if (unchecked > 0)
		buf_addf(report, nq_("%d government has a name that nobody has checked yet.\n",
		    "%d governments have a name that nobody has checked yet.\n", unchecked),
		    (int)unchecked);
	if (unknown > 0)
		buf_addf(report, nq_("%d year of joining is not known.\n",
		    "%d years of joining are not known.\n", unknown), (int)unknown);
}

/* What a person should know of the data, asked of the file itself. */
static bool
report(struct session *session, struct buf *ret_report, struct err *err)
{
	struct row_list countries = { 0 }, members = { 0 };
	bool ok = row_list(session, &country_type, NULL, NULL, "rank_web", &countries, err) &&
	    member_list(session, &members, err);

	if (ok) {
		report_countries(&countries, &members, ret_report);
		report_rows(&members, ret_report);
	}
	row_list_done(&countries);
	row_list_done(&members);
	return ok;
}

/* Several files are read: what is said about a row begins with the name of its own. */
struct naming {
	const struct table_watch *watch;
	const char *file;
};

static void
say_named(void *context, size_t line, const char *text)
{
	const struct naming *naming = context;
	struct buf named = { 0 };

	if (naming->watch == NULL || naming->watch->say == NULL)
		return;
	buf_addf(&named, "%s: %s", naming->file, text);
	naming->watch->say(naming->watch->context, line, buf_text(&named));
	buf_done(&named);
}

static bool
go_on_named(void *context, size_t done, size_t total)
{
	const struct naming *naming = context;

	return naming->watch == NULL || naming->watch->go_on == NULL ||
	    naming->watch->go_on(naming->watch->context, done, total);
}

/* A file that is not there is no failure: *ret_found says. */
static bool
load_kind(struct session *session, const char *folder, const struct table_kind *kind,
    const struct table_watch *watch, bool *ret_found, struct err *err)
{
	struct naming naming = { watch, kind->file };
	const struct table_watch named = { say_named, go_on_named, &naming };
	struct table_result result = { 0 };
	char *path = path_join(folder, kind->file);
	char *bytes = NULL;
	size_t length = 0;
	bool ok = path_read(path, MOST_BYTES, &bytes, &length, err);

	*ret_found = ok;
	if (ok) {
		ok = table_import_in_set(session, kind, bytes, length, &named, &result, err);
	} else if (err->code == ERR_MISSING) {
		*err = (struct err){ 0 };
		ok = true;
	}
	free(bytes);
	free(path);
	return ok;
}

/* Either file names the governments; without one the folder is no data set. */
static bool
load_kinds(struct session *session, const char *folder, const struct table_watch *watch,
    struct err *err)
{
	bool names_governments = false;

	for (const struct table_kind *kind = table_kinds; kind->word != NULL; kind++) {
		bool found = false;

		if (!load_kind(session, folder, kind, watch, &found, err))
			return false;
		names_governments = names_governments || (found &&
		    (kind->type == &member_type || kind->type == &government_type));
	}
	return names_governments || err_set(err, ERR_MISSING,
	    _("In %s there is neither members.csv nor governments.csv."), folder);
}

bool
dataset_load(struct session *session, const char *folder, const struct table_watch *watch,
    struct buf *ret_report, struct err *err)
{
	return session_begin(session, "init", NULL, err) &&
	    session_finish(session, load_kinds(session, folder, watch, err) &&
		derive_mark_current(session, err), NULL, err) &&
	    report(session, ret_report, err);
}
