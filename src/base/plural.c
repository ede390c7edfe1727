/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plural.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DEPTH = 64 };

struct parser {
	const char *at;
	unsigned long n;
	int depth;
	bool failed;
};

/* Operators of two operands, loosest first; a level binds as one. */
enum operation { OR, AND, EQUAL, UNEQUAL, LESS, LESS_EQUAL, MORE, MORE_EQUAL, ADD, SUBTRACT,
	MULTIPLY, DIVIDE, REMAIN };

static const struct operator {
	int level;
	const char *sign;	/* longer signs before their beginnings */
	enum operation operation;
} operators[] = {
	{ 0, "||", OR },
	{ 1, "&&", AND },
	{ 2, "==", EQUAL }, { 2, "!=", UNEQUAL },
	{ 3, "<=", LESS_EQUAL }, { 3, ">=", MORE_EQUAL }, { 3, "<", LESS }, { 3, ">", MORE },
	{ 4, "+", ADD }, { 4, "-", SUBTRACT },
	{ 5, "*", MULTIPLY }, { 5, "/", DIVIDE }, { 5, "%", REMAIN },
};
enum { LEVELS = 6 };

static unsigned long parse_choice(struct parser *parser);

static bool
take(struct parser *parser, const char *sign)
{
	parser->at += strspn(parser->at, " \t\n\\");
	if (strncmp(parser->at, sign, strlen(sign)) != 0)
		return false;
	parser->at += strlen(sign);
	return true;
}

static unsigned long
fail(struct parser *parser)
{
	parser->failed = true;
	return 0;
}

static unsigned long
parse_value(struct parser *parser)
{
	unsigned long value = 0;

	if (++parser->depth > MOST_DEPTH)
		return fail(parser);
	if (take(parser, "!")) {
		value = parse_value(parser) == 0;
	} else if (take(parser, "(")) {
		value = parse_choice(parser);
		if (!take(parser, ")"))
			fail(parser);
	} else if (take(parser, "n")) {
		value = parser->n;
	} else if (isdigit((unsigned char)*parser->at)) {
		char *end;

		value = strtoul(parser->at, &end, 10);
		parser->at = end;
	} else {
		fail(parser);
	}
	parser->depth--;
	return value;
}

static unsigned long
compute(struct parser *parser, enum operation operation, unsigned long a, unsigned long b)
{
	if ((operation == DIVIDE || operation == REMAIN) && b == 0)
		return fail(parser);
	switch (operation) {
	case OR: return a || b;
	case AND: return a && b;
	case EQUAL: return a == b;
	case UNEQUAL: return a != b;
	case LESS: return a < b;
	case LESS_EQUAL: return a <= b;
	case MORE: return a > b;
	case MORE_EQUAL: return a >= b;
	case ADD: return a + b;
	case SUBTRACT: return a - b;
	case MULTIPLY: return a * b;
	case DIVIDE: return a / b;
	case REMAIN: return a % b;
	}
	return fail(parser);
}

static const struct operator *
take_operator(struct parser *parser, int level)
{
	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
		if (operators[i].level == level && take(parser, operators[i].sign))
			return &operators[i];
	return NULL;
}

static unsigned long
parse_level(struct parser *parser, int level)
{
	const struct operator *operator;

	if (level == LEVELS)
		return parse_value(parser);
	unsigned long value = parse_level(parser, level + 1);
	while (!parser->failed && (operator = take_operator(parser, level)) != NULL)
		value = compute(parser, operator->operation, value,
		    parse_level(parser, level + 1));
	return value;
}

static unsigned long
parse_choice(struct parser *parser)
{
	if (++parser->depth > MOST_DEPTH)
		return fail(parser);
	unsigned long value = parse_level(parser, 0);
	if (!parser->failed && take(parser, "?")) {
		unsigned long yes = parse_choice(parser);
		unsigned long no = take(parser, ":") ? parse_choice(parser) : fail(parser);

		value = value != 0 ? yes : no;
	}
	parser->depth--;
	return value;
}

unsigned long
plural_form(const char *rule, unsigned long forms, unsigned long n)
{
	struct parser parser = { .at = rule, .n = n };
	unsigned long form = rule != NULL ? parse_choice(&parser) : 0;

	if (rule == NULL || parser.failed || form >= forms)
		return n != 1 && forms > 1;
	return form;
}
