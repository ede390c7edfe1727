/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plural.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FORMS = 6 };

enum operation {
	OR, AND, EQUAL, UNEQUAL, NOT_ABOVE, NOT_BELOW, BELOW, ABOVE,
	ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER,
};

enum { LOOSEST = 1, TIGHTEST = 6 };

/* "<=" stands before "<": the first that fits is taken. */
static const struct operator {
	char text[3];
	int level;	/* the higher, the tighter it binds */
	enum operation operation;
} operators[] = {
	{ "||", LOOSEST, OR },
	{ "&&", 2, AND },
	{ "==", 3, EQUAL },
	{ "!=", 3, UNEQUAL },
	{ "<=", 4, NOT_ABOVE },
	{ ">=", 4, NOT_BELOW },
	{ "<", 4, BELOW },
	{ ">", 4, ABOVE },
	{ "+", 5, ADD },
	{ "-", 5, SUBTRACT },
	{ "*", TIGHTEST, MULTIPLY },
	{ "/", TIGHTEST, DIVIDE },
	{ "%", TIGHTEST, REMAINDER },
};

struct reader {
	const char *at;
	unsigned long n;
	bool is_bad;
};

static unsigned long read_choice(struct reader *reader);

static bool
take(struct reader *reader, const char *text)
{
	size_t size = strlen(text);

	reader->at += strspn(reader->at, " \t");
	if (strncmp(reader->at, text, size) != 0)
		return false;
	reader->at += size;
	return true;
}

static unsigned long
read_number(struct reader *reader)
{
	unsigned long number = 0;

	if (*reader->at < '0' || *reader->at > '9')
		reader->is_bad = true;
	for (; *reader->at >= '0' && *reader->at <= '9'; reader->at++)
		number = number * 10 + (unsigned long)(*reader->at - '0');
	return number;
}

static unsigned long
read_operand(struct reader *reader)
{
	if (take(reader, "!"))
		return !read_operand(reader);
	if (take(reader, "n"))
		return reader->n;
	if (!take(reader, "("))
		return read_number(reader);
	unsigned long value = read_choice(reader);
	if (!take(reader, ")"))
		reader->is_bad = true;
	return value;
}

/* Division by nothing is nothing: a rule must not end the program. */
static unsigned long
work_out(enum operation operation, unsigned long a, unsigned long b)
{
	switch (operation) {
	case OR: return a || b;
	case AND: return a && b;
	case EQUAL: return a == b;
	case UNEQUAL: return a != b;
	case NOT_ABOVE: return a <= b;
	case NOT_BELOW: return a >= b;
	case BELOW: return a < b;
	case ABOVE: return a > b;
	case ADD: return a + b;
	case SUBTRACT: return a - b;
	case MULTIPLY: return a * b;
	case DIVIDE: return b != 0 ? a / b : 0;
	case REMAINDER: return b != 0 ? a % b : 0;
	}
	return 0;
}

static const struct operator *
take_operator(struct reader *reader, int level)
{
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (operators[i].level >= level && take(reader, operators[i].text))
			return &operators[i];
	return NULL;
}

static unsigned long
read_operation(struct reader *reader, int level)
{
	unsigned long value = read_operand(reader);
	const struct operator *operator;

	while (!reader->is_bad && (operator = take_operator(reader, level)) != NULL)
		value = work_out(operator->operation, value,
		    read_operation(reader, operator->level + 1));
	return value;
}

static unsigned long
read_choice(struct reader *reader)
{
	unsigned long value = read_operation(reader, LOOSEST);

	if (reader->is_bad || !take(reader, "?"))
		return value;
	unsigned long yes = read_choice(reader);
	if (reader->is_bad || !take(reader, ":")) {
		reader->is_bad = true;
		return 0;
	}
	unsigned long no = read_choice(reader);
	return value ? yes : no;
}

static bool
is_readable(const char *rule)
{
	struct reader reader = { .at = rule };

	read_choice(&reader);
	return !reader.is_bad && take(&reader, "") && *reader.at == '\0';
}

void
plural_init(struct plural *plural)
{
	*plural = (struct plural){ .count = 2, .rule = "n != 1" };
}

bool
plural_read(struct plural *plural, const char *header)
{
	struct plural fresh = { 0 };
	const char *line = strstr(header, "Plural-Forms:");

	if (line == NULL)
		return true;
	const char *count = strstr(line, "nplurals=");
	if (count == NULL)
		return false;
	const char *rule = strstr(count + strlen("nplurals="), "plural=");
	if (rule == NULL)
		return false;
	rule += strlen("plural=");
	size_t size = strcspn(rule, ";\n");
	fresh.count = (unsigned)(count[strlen("nplurals=")] - '0');
	if (fresh.count < 1 || fresh.count > MOST_FORMS || size >= sizeof fresh.rule)
		return false;
	memcpy(fresh.rule, rule, size);
	if (!is_readable(fresh.rule))
		return false;
	*plural = fresh;
	return true;
}

unsigned
plural_form(const struct plural *plural, unsigned long n)
{
	struct reader reader = { .at = plural->rule, .n = n };
	unsigned long form = read_choice(&reader);

	return form < plural->count ? (unsigned)form : plural->count - 1;
}
