/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Minutes as a function of what is known: one meeting with a bit of everything,
 * in each of the six languages, beside tests/data/minutes-XX.txt.
 * UPDATE_SCREENS=1 writes those files; read each before it is kept.
 */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "domain/attendance.h"
#include "domain/decision.h"
#include "domain/follow_up.h"
#include "domain/minutes_draft.h"
#include "domain/sitting.h"
#include "domain/vote.h"
#include "unit/catalogues.h"

static void
put(const struct record_type *type, void *row, const char *key, const char *value)
{
	record_put(record_find_field(type, key), row, value);
}

/* Every text of a row is there, as in rows read from a file. */
static void *
add(struct row_list *list, const struct record_type *type)
{
	void *row = row_add(list, type);

	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (field->kind != FIELD_NUMBER && field->kind != FIELD_FLAG)
			record_put(field, row, "");
	return row;
}

static void
add_delegation(struct minutes_facts *facts, const char *const values[7])
{
	static const char *const keys[] = { "government", "name", "capacity", "answer", "head", "at",
		"proxy" };
	void *row = add(&facts->attendance, &attendance_type);

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		put(&attendance_type, row, keys[i], values[i]);
}

static void
add_hall(struct minutes_facts *facts)
{
	static const char *const rows[][7] = {
		{ "CN-NX", "宁夏回族自治区", "member", "coming", "A. Head", "2012-07-24T01:00:00Z", "" },
		{ "KR-47", "경상북도", "member", "coming", "", "2012-07-24T01:05:00Z", "" },
		{ "JP-16", "富山県", "member", "coming", "", "", "KR-47" },
		{ "CN-SX", "山西省", "observer", "coming", "", "2012-07-24T01:07:00Z", "" },
		{ "RU-KAM", "Камчатский край", "member", "withdrawn", "", "", "" },
		{ "MN-1", "Улаанбаатар хот", "member", "none", "", "", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		add_delegation(facts, rows[i]);
	facts->counted = true;
	facts->quorum = (struct quorum){ .counted = 5, .present = 3, .by_proxy = 1, .needed = 3 };
}

static void
add_vote(struct minutes_facts *facts)
{
	static const char *const values[][2] = { { "motion", "Admit RU-KEM" }, { "method", "roll-call" },
		{ "result", "carried" }, { "closed", "2012-07-24T02:00:00Z" } };
	struct vote *vote = mem_alloc(sizeof *vote);

	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		put(&vote_type, vote, values[i][0], values[i][1]);
	vote->no = 1;
	facts->votes = mem_alloc(sizeof *facts->votes);
	facts->votes[0].vote = vote;
	facts->votes[0].tally = (struct tally){ .entitled = 3, .sum = { 2, 0, 1, 0 },
		.by = { { 1, 0, 1, 0 }, { 1, 0, 0, 0 } }, .result = "carried" };
	facts->vote_count = 1;
}

static void
add_results(struct minutes_facts *facts)
{
	struct decision *decision = add(&facts->decisions, &decision_type);

	put(&decision_type, decision, "meeting", "GA-9");
	put(&decision_type, decision, "kind", "admit");
	put(&decision_type, decision, "subjects", "RU-KEM");
	put(&decision_type, decision, "text_en", "Admitted the Kemerovo Region.");
	put(&decision_type, decision, "text_zh", "批准克麦罗沃州加入。");
	decision->no = decision->vote = 1;
	struct follow_up *follow_up = add(&facts->follow_ups, &follow_up_type);
	put(&follow_up_type, follow_up, "meeting", "GA-9");
	put(&follow_up_type, follow_up, "what", "Rules of procedure");
	put(&follow_up_type, follow_up, "body", "ENV");
	put(&follow_up_type, follow_up, "due", "2013-01-31");
	follow_up->decision = follow_up->no = 1;
}

static struct minutes_facts
make_facts(void)
{
	struct minutes_facts facts = { .body = mem_strdup("GENERAL ASSEMBLY"),
		.host = mem_strdup("宁夏回族自治区") };
	static const char *const values[][2] = { { "key", "GA-9" }, { "place", "银川" },
		{ "zone", "Asia/Shanghai" }, { "begins", "2012-07-24" }, { "ends", "2012-07-27" } };

	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		put(&meeting_type, &facts.meeting, values[i][0], values[i][1]);
	facts.meeting.ordinal = 9;
	struct sitting *sitting = add(&facts.sittings, &sitting_type);
	put(&sitting_type, sitting, "day", "2012-07-24");
	put(&sitting_type, sitting, "starts", "09:00");
	put(&sitting_type, sitting, "ends", "12:00");
	sitting->no = 1;
	add_hall(&facts);
	add_vote(&facts);
	add_results(&facts);
	return facts;
}

static void
path_of(const char *language, struct buf *path)
{
	const char *sources = getenv("SOURCES");

	buf_addf(path, "%s/tests/data/minutes-%s.txt", sources != NULL ? sources : "..", language);
}

static void
read_wanted(const char *path, struct buf *text)
{
	char block[4096];
	size_t length;
	FILE *file = fopen(path, "r");

	if (file == NULL)
		fail_msg("%s cannot be read", path);
	while ((length = fread(block, 1, sizeof block, file)) > 0)
		buf_add_bytes(text, block, length);
	fclose(file);
}

static void
compare(const char *language, const char *text)
{
	struct buf path = { 0 }, wanted = { 0 };

	path_of(language, &path);
	if (getenv("UPDATE_SCREENS") != NULL) {
		FILE *file = fopen(buf_text(&path), "w");

		assert_non_null(file);
		fputs(text, file);
		fclose(file);
	}
	read_wanted(buf_text(&path), &wanted);
	assert_string_equal(text, buf_text(&wanted));
	buf_done(&wanted);
	buf_done(&path);
}

static void
minutes_are_whole_in_every_language(void **state)
{
	struct minutes_facts facts = make_facts();

	(void)state;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf text = { 0 };

		messages_use(catalogues[i], &languages[i]);
		minutes_facts_write(&facts, &text);
		compare(languages[i].column, buf_text(&text));
		buf_done(&text);
	}
	messages_use(NULL, &languages[0]);
	minutes_facts_done(&facts);
}

static void
meeting_of_which_little_is_known_has_minutes_too(void **state)
{
	struct minutes_facts facts = { .body = mem_strdup("General Assembly"), .host = mem_strdup("") };
	struct buf text = { 0 };

	(void)state;
	put(&meeting_type, &facts.meeting, "key", "GA-1");
	put(&meeting_type, &facts.meeting, "begins", "1996-09");
	put(&meeting_type, &facts.meeting, "place", "");
	put(&meeting_type, &facts.meeting, "zone", "");
	minutes_facts_write(&facts, &text);
	assert_non_null(strstr(buf_text(&text), "General Assembly (GA-1)\n"));
	assert_non_null(strstr(buf_text(&text), "Days: September 1996\n"));
	assert_non_null(strstr(buf_text(&text), "Who attended was not recorded.\n"));
	assert_non_null(strstr(buf_text(&text), "No decision was recorded.\n"));
	assert_null(strstr(buf_text(&text), "Votes"));
	buf_done(&text);
	minutes_facts_done(&facts);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(minutes_are_whole_in_every_language),
		cmocka_unit_test(meeting_of_which_little_is_known_has_minutes_too),
	};

	return cmocka_run_group_tests(tests, open_catalogues, close_catalogues);
}
