/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/government_name.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

const struct choice government_kinds[] = {
	{ "province", NC_("kind", "province") },
	{ "autonomous-region", NC_("kind", "autonomous region") },
	{ "municipality", NC_("kind", "municipality") },
	{ "prefecture", NC_("kind", "prefecture") },
	{ "metropolitan-city", NC_("kind", "metropolitan city") },
	{ "special-self-governing-province", NC_("kind", "special self governing province") },
	{ "special-city", NC_("kind", "special city") },
	{ "capital-city", NC_("kind", "capital city") },
	{ "aimag", NC_("kind", "aimag") },
	{ "republic", NC_("kind", "republic") },
	{ "krai", NC_("kind", "krai") },
	{ "oblast", NC_("kind", "oblast") },
	{ 0 }
};

static const struct choice name_kinds[] = {
	{ "official", NC_("name kind", "official") },
	{ "short", NC_("name kind", "short") },
	{ 0 }
};

static bool
has_a_name(const struct government_name *name)
{
	const char *const names[] = { SIX_NAMES(name, name) };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (names[i] != NULL && names[i][0] != '\0')
			return true;
	return false;
}

static bool
government_name_check(void *record, struct err *err)
{
	const struct government_name *name = record;

	if (!has_a_name(name)) {
		err_set(err, ERR_INPUT, _("Give the name in one language at least."));
		return err_at(err, "name_en");
	}
	return period_check(name->since, name->until, err);
}

static const struct field government_name_fields[] = {
	{ RECORD_FIELD(government_name, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(government_name, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER | FIELD_CARRIED,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(government_name, name_kind), .label = NC_("field", "Use"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 8, .choices = name_kinds },
	{ RECORD_FIELD(government_name, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 12, .choices = government_kinds },
	{ RECORD_FIELD(government_name, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(government_name, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(government_name, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(government_name, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT,
	  .width = 22, .language = "zh" },
	{ RECORD_FIELD(government_name, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ja", .group = "name_ja" },
	{ RECORD_FIELD(government_name, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT,
	  .width = 22, .language = "ko" },
	{ RECORD_FIELD(government_name, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT,
	  .width = 35, .language = "ru" },
	{ RECORD_FIELD(government_name, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT,
	  .width = 37, .language = "mn" },
	{ RECORD_FIELD(government_name, reading), .label = NC_("field", "Reading"), .kind = FIELD_TEXT,
	  .width = 30, .group = "name_ja", .hint = N_("The Japanese name in hiragana, for sorting and finding.") },
	{ RECORD_FIELD(government_name, unchecked), .label = NC_("field", "Unchecked"), .kind = FIELD_TEXT,
	  .width = 10, .hint = N_("Languages nobody has read yet, by code: mn, or ko mn.") },
	{ RECORD_FIELD(government_name, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type government_name_type = {
	.key = "government_name",
	.label = N_("Name of a government"),
	.plural = N_("Names of governments"),
	.size = sizeof(struct government_name),
	.fields = government_name_fields,
	.check = government_name_check,
};

/* The official name of the day, or the last one before; before the first one is known, the first. */
#define OF_GOVERNMENT " FROM government_name WHERE government = :government AND name_kind = 'official'"

static const char on_day_sql[] =
    "SELECT c.language, n.name_en, n.name_zh, n.name_ja, n.name_ko, n.name_ru, n.name_mn"
    " FROM government_name AS n LEFT JOIN country AS c ON c.code = substr(n.government, 1, 2)"
    " WHERE n.id = coalesce((SELECT id" OF_GOVERNMENT " AND since <= :day ORDER BY since DESC LIMIT 1),"
    " (SELECT id" OF_GOVERNMENT " AND since > :day ORDER BY since LIMIT 1))";

struct government_naming {
	struct stmt st;
	char day[DAY_SIZE];
};

struct government_naming *
government_naming_new(struct session *session, const char *day, struct err *err)
{
	struct government_naming *naming = mem_alloc(sizeof *naming);

	snprintf(naming->day, sizeof naming->day, "%s", day);
	stmt_open(&naming->st, session->db, on_day_sql, err);
	return naming;
}

bool
government_naming_close(struct government_naming *naming)
{
	bool ok = stmt_close(&naming->st);

	free(naming);
	return ok;
}

static void
read_names(const struct stmt *st, char **ret_name, char **ret_own)
{
	const char *own = stmt_is_null(st, 0) ? "" : stmt_text(st, 0);
	const struct six_names names = { { stmt_text(st, 1), stmt_text(st, 2), stmt_text(st, 3),
	    stmt_text(st, 4), stmt_text(st, 5), stmt_text(st, 6) } };

	if (ret_name != NULL)
		*ret_name = mem_strdup(member_pick_name(&names, messages_language()->column, own));
	if (ret_own != NULL)
		*ret_own = mem_strdup(member_pick_name(&names, own, own));
}

static void
fall_back(char **name, const char *government)
{
	if (name != NULL && (*name == NULL || (*name)[0] == '\0'))
		mem_replace(name, government);
}

void
government_naming_ask(struct government_naming *naming, const char *government, char **ret_name,
    char **ret_own)
{
	struct stmt *st = &naming->st;

	if (ret_name != NULL)
		*ret_name = NULL;
	if (ret_own != NULL)
		*ret_own = NULL;
	stmt_again(st);
	stmt_bind_text(st, ":government", government);
	stmt_bind_text(st, ":day", naming->day);
	if (stmt_next(st))
		read_names(st, ret_name, ret_own);
	fall_back(ret_name, government);
	fall_back(ret_own, government);
}

bool
government_name_rows(struct session *session, struct row_list *list, struct err *err)
{
	const struct field *code = record_find_field(list->type, "government");
	const struct field *own = record_find_field(list->type, "own_name");
	char day[DAY_SIZE], *names[2] = { NULL, NULL };

	session_day(session, day);
	struct government_naming *naming = government_naming_new(session, day, err);
	for (size_t i = 0; i < list->count; i++) {
		void *row = row_at(list, i);

		government_naming_ask(naming, record_text(code, row), &names[0], own != NULL ? &names[1] : NULL);
		record_put(record_find_field(list->type, "name"), row, names[0]);
		if (own != NULL)
			record_put(own, row, names[1]);
		mem_replace(&names[0], NULL);
		mem_replace(&names[1], NULL);
	}
	return government_naming_close(naming);
}

bool
government_names_on(struct session *session, const char *government, const char *day,
    char **ret_name, char **ret_own, struct err *err)
{
	struct government_naming *naming = government_naming_new(session, day, err);
	char *name = NULL, *own = NULL;

	government_naming_ask(naming, government, ret_name != NULL ? &name : NULL, ret_own != NULL ? &own : NULL);
	if (!government_naming_close(naming)) {
		free(name);
		free(own);
		return false;
	}
	if (ret_name != NULL)
		*ret_name = name;
	if (ret_own != NULL)
		*ret_own = own;
	return true;
}

bool
government_name_on(struct session *session, const char *government, const char *day,
    struct buf *ret_name, struct err *err)
{
	char *name = NULL;

	if (!government_names_on(session, government, day, &name, NULL, err))
		return false;
	buf_add(ret_name, name);
	free(name);
	return true;
}

bool
government_own_name_on(struct session *session, const char *government, const char *day,
    struct buf *ret_name, struct err *err)
{
	char *name = NULL;

	if (!government_names_on(session, government, day, NULL, &name, err))
		return false;
	buf_add(ret_name, name);
	free(name);
	return true;
}
