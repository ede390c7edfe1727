/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include "store/journal_sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/money.h"
#include "domain/trial.h"
#include "exchange/journal.h"
#include "store/expect.h"

enum { MOST_ACCOUNTS = 64, CODE_SIZE = 16, WORDS = 5 };

struct sums {
	struct { char code[CODE_SIZE]; int64_t amount, base; } account[MOST_ACCOUNTS];
	size_t count;
	int64_t entry;		/* base values of the entry so far */
};

/* "KRW -540000" or "-540000 KRW". */
static int64_t
read_sum(const char *first, const char *second)
{
	bool code_first = first[0] >= 'A' && first[0] <= 'Z';
	const char *digits = code_first ? second : first, *code = code_first ? first : second;
	bool minus = digits[0] == '-';
	struct err err = { 0 };
	int64_t sum = 0;

	must(money_parse(digits + minus, code, &sum, &err), &err);
	return minus ? -sum : sum;
}

static void
add(struct sums *sums, const char *code, size_t length, int64_t amount, int64_t base)
{
	size_t i = 0;

	while (i < sums->count && (strlen(sums->account[i].code) != length ||
	    strncmp(sums->account[i].code, code, length) != 0))
		i++;
	if (i == sums->count) {
		assert_true(i < MOST_ACCOUNTS && length < CODE_SIZE);
		memcpy(sums->account[i].code, code, length);
		sums->count++;
	}
	sums->account[i].amount += amount;
	sums->account[i].base += base;
	sums->entry += base;
}

/* "    Assets:120 Dues receivable:JP-16  USD -500.00 @@ KRW 540000" */
static void
add_posting(struct sums *sums, char *line)
{
	char *code = strchr(line, ':') + 1, *word[WORDS] = { NULL };
	char *sum = strstr(code, "  ");
	size_t count = 0;

	assert_non_null(sum);
	code += code[0] == 'A';
	for (char *at = strtok(sum, " "); at != NULL && count < WORDS; at = strtok(NULL, " "))
		word[count++] = at;
	assert_true(count == 2 || count == 5);
	int64_t amount = read_sum(word[0], word[1]);
	int64_t base = count == 2 ? amount : read_sum(word[3], word[4]);
	if (count == 5 && amount < 0)
		base = -base;
	add(sums, code, strspn(code, "0123456789"), amount, base);
}

static void
end_entry(struct sums *sums)
{
	assert_int_equal(sums->entry, 0);
	sums->entry = 0;
}

static void
add_up(struct sums *sums, char *text)
{
	for (char *line = text, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		if (strncmp(line, "    ", 4) == 0)
			add_posting(sums, line);
		else
			end_entry(sums);
	}
	end_entry(sums);
}

static void
assert_same_as_trial(struct session *session, const struct sums *sums)
{
	struct row_list trial = { 0 };
	struct err err = { 0 };
	size_t found = 0, standing = 0;

	must(trial_list(session, &trial, &err), &err);
	for (size_t i = 0; i < trial.count; i++)
		for (size_t n = 0; n < sums->count; n++) {
			const struct trial_line *line = row_at(&trial, i);

			if (strcmp(line->account, sums->account[n].code) != 0)
				continue;
			assert_int_equal(line->amount, sums->account[n].amount);
			assert_int_equal(line->base, sums->account[n].base);
			found++;
		}
	for (size_t n = 0; n < sums->count; n++)
		standing += sums->account[n].amount != 0 || sums->account[n].base != 0;
	assert_int_equal(found, trial.count);
	assert_int_equal(standing, trial.count);
	row_list_done(&trial);
}

void
assert_journals_agree(struct session *session)
{
	static const enum journal_dialect dialects[] = { JOURNAL_HLEDGER, JOURNAL_BEANCOUNT };

	for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
		struct sums sums = { 0 };
		struct buf text = { 0 };
		struct err err = { 0 };
		size_t entries = 0;

		must(journal_write(session, dialects[i], &text, &entries, &err), &err);
		char *copy = mem_strdup(buf_text(&text));
		add_up(&sums, copy);
		assert_same_as_trial(session, &sums);
		free(copy);
		buf_done(&text);
	}
}
