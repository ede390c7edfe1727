/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/camt.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/encoding.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/bank.h"

enum { DEEPEST = 64 };

/* What an entry or a balance has said so far. */
struct part {
	struct buf amount, sign, day, value, payer, reference, kind, status;
};

struct camt {
	struct bank_paper *paper;
	struct buf path;	/* "/Document/BkToCstmrStmt/Stmt/Ntry" */
	struct buf text;	/* of the element at hand */
	size_t depth;
	size_t statements;
	bool opened, closed;	/* the balances that were there */
	struct part part;
	XML_Parser parser;
	char *encoding;		/* that it says it is in; NULL: it says none */
	struct err *err;
	bool failed;
};

static void
part_clear(struct part *part)
{
	struct buf *const bufs[] = { &part->amount, &part->sign, &part->day, &part->value, &part->payer,
		&part->reference, &part->kind, &part->status };

	for (size_t i = 0; i < sizeof bufs / sizeof bufs[0]; i++)
		buf_done(bufs[i]);
}

static void
fail(struct camt *camt, const char *why)
{
	if (!camt->failed)
		err_set(camt->err, ERR_INPUT, _("Line %lu: %s"),
		    (unsigned long)XML_GetCurrentLineNumber(camt->parser), why);
	camt->failed = true;
	XML_StopParser(camt->parser, XML_FALSE);
}

/* "ns:Ntry" and "Ntry" are one. */
static const char *
local_name(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon != NULL ? colon + 1 : name;
}

static bool
ends_with(const struct buf *path, const char *end)
{
	size_t length = strlen(end);

	return path->length >= length && strcmp(buf_text(path) + path->length - length, end) == 0;
}

static void
note_currency(struct camt *camt, const char **attributes)
{
	for (; attributes[0] != NULL; attributes += 2)
		if (strcmp(attributes[0], "Ccy") == 0) {
			if (camt->paper->currency != NULL && strcmp(camt->paper->currency, attributes[1]) != 0)
				fail(camt, _("this statement is in two currencies."));
			mem_replace(&camt->paper->currency, attributes[1]);
		}
}

static void
on_start(void *context, const char *name, const char **attributes)
{
	struct camt *camt = context;

	if (++camt->depth > DEEPEST)
		fail(camt, _("elements are nested too deeply."));
	buf_addf(&camt->path, "/%s", local_name(name));
	buf_clear(&camt->text);
	if (ends_with(&camt->path, "/Stmt") && ++camt->statements > 1)
		fail(camt, _("there is more than one statement in this file: split it."));
	if (ends_with(&camt->path, "/Stmt/Ntry") || ends_with(&camt->path, "/Stmt/Bal"))
		part_clear(&camt->part);
	if (ends_with(&camt->path, "/Ntry/Amt") || ends_with(&camt->path, "/Bal/Amt"))
		note_currency(camt, attributes);
}

/* Where in the message what is said. */
static const struct { const char *end; size_t offset; bool more; } texts[] = {
	{ "/Bal/Amt", offsetof(struct part, amount), false },
	{ "/Bal/CdtDbtInd", offsetof(struct part, sign), false },
	{ "/Bal/Tp/CdOrPrtry/Cd", offsetof(struct part, kind), false },
	{ "/Stmt/Ntry/Amt", offsetof(struct part, amount), false },
	{ "/Stmt/Ntry/CdtDbtInd", offsetof(struct part, sign), false },
	{ "/Stmt/Ntry/Sts", offsetof(struct part, status), false },
	{ "/Stmt/Ntry/Sts/Cd", offsetof(struct part, status), false },
	{ "/Stmt/Ntry/BookgDt/Dt", offsetof(struct part, day), false },
	{ "/Stmt/Ntry/BookgDt/DtTm", offsetof(struct part, day), false },
	{ "/Stmt/Ntry/ValDt/Dt", offsetof(struct part, value), false },
	{ "/Stmt/Ntry/ValDt/DtTm", offsetof(struct part, value), false },
	{ "/RltdPties/Dbtr/Nm", offsetof(struct part, payer), false },
	{ "/RltdPties/Dbtr/Pty/Nm", offsetof(struct part, payer), false },
	{ "/RmtInf/Ustrd", offsetof(struct part, reference), true },
	{ "/RmtInf/Strd/CdtrRefInf/Ref", offsetof(struct part, reference), true },
	{ "/Stmt/Ntry/AddtlNtryInf", offsetof(struct part, reference), true },
};

static void
keep_text(struct camt *camt)
{
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		if (!ends_with(&camt->path, texts[i].end))
			continue;
		struct buf *to = (struct buf *)((char *)&camt->part + texts[i].offset);

		if (!texts[i].more)
			buf_clear(to);
		else if (to->length > 0)
			buf_add_char(to, ' ');
		buf_add(to, buf_text(&camt->text));
	}
}

static bool
read_amount(struct camt *camt, int64_t *ret_amount)
{
	struct err own = { 0 };
	const char *currency = camt->paper->currency != NULL ? camt->paper->currency : "";

	if (!money_parse(buf_text(&camt->part.amount), currency, ret_amount, &own)) {
		fail(camt, own.text);
		return false;
	}
	if (strcmp(buf_text(&camt->part.sign), "DBIT") == 0)
		*ret_amount = -*ret_amount;
	return true;
}

static void
end_entry(struct camt *camt)
{
	const struct buf *day = camt->part.day.length > 0 ? &camt->part.day : &camt->part.value;
	char whole[DAY_SIZE] = "";
	int64_t amount = 0;

	if (strcmp(buf_text(&camt->part.status), "PDNG") == 0)
		return;
	memcpy(whole, buf_text(day), day->length < DAY_SIZE - 1 ? day->length : DAY_SIZE - 1);
	if (!day_is_whole(whole)) {
		fail(camt, _("this entry has no day."));
		return;
	}
	if (!read_amount(camt, &amount))
		return;
	bank_paper_add(camt->paper, whole, amount, buf_text(&camt->part.payer),
	    buf_text(&camt->part.reference));
}

static void
end_balance(struct camt *camt)
{
	const char *kind = buf_text(&camt->part.kind);
	bool opening = strcmp(kind, "OPBD") == 0 || strcmp(kind, "PRCD") == 0;
	bool closing = strcmp(kind, "CLBD") == 0;

	if (opening && read_amount(camt, &camt->paper->opening))
		camt->opened = true;
	if (closing && read_amount(camt, &camt->paper->closing))
		camt->closed = true;
}

static void
on_end(void *context, const char *name)
{
	struct camt *camt = context;

	(void)name;
	keep_text(camt);
	if (ends_with(&camt->path, "/BkToCstmrStmt/Stmt/Id"))
		mem_replace(&camt->paper->name, buf_text(&camt->text));
	if (ends_with(&camt->path, "/Stmt/Ntry"))
		end_entry(camt);
	if (ends_with(&camt->path, "/Stmt/Bal"))
		end_balance(camt);
	buf_cut(&camt->path, (size_t)(strrchr(buf_text(&camt->path), '/') - buf_text(&camt->path)));
	buf_clear(&camt->text);
	camt->depth--;
}

static void
on_text(void *context, const char *text, int length)
{
	struct camt *camt = context;

	buf_add_bytes(&camt->text, text, (size_t)length);
}

/* A statement defines no entities: who sends some wants to blow the reader up. */
static void
on_entity(void *context, const XML_Char *name, int is_parameter, const XML_Char *value, int length,
    const XML_Char *base, const XML_Char *system_id, const XML_Char *public_id,
    const XML_Char *notation)
{
	(void)name, (void)is_parameter, (void)value, (void)length, (void)base, (void)system_id,
	    (void)public_id, (void)notation;
	fail(context, _("this file defines entities: no bank does."));
}

/* The NULs of UTF-16 are passed over. */
bool
camt_is_one(const char *bytes, size_t length)
{
	static const char mark[] = "BkToCstmrStmt";
	enum { HEAD = 8192 };
	char head[HEAD + 1];
	size_t count = 0;

	for (size_t i = 0; i < length && i < HEAD; i++)
		if (bytes[i] != '\0')
			head[count++] = bytes[i];
	head[count] = '\0';
	return strstr(head, mark) != NULL;
}

static const char *
what_is_wrong(const struct camt *camt)
{
	switch (XML_GetErrorCode(camt->parser)) {
	case XML_ERROR_UNKNOWN_ENCODING:
	case XML_ERROR_INCORRECT_ENCODING:
		return _("its text is in an encoding that is not read: save the file as UTF-8.");
	default:
		return _("this is no well-formed XML.");
	}
}

static void
on_declaration(void *context, const XML_Char *version, const XML_Char *encoding, int standalone)
{
	struct camt *camt = context;

	(void)version, (void)standalone;
	if (encoding != NULL)
		mem_replace(&camt->encoding, encoding);
}

static bool
is_unknown(const struct camt *camt)
{
	return XML_GetErrorCode(camt->parser) == XML_ERROR_UNKNOWN_ENCODING && camt->encoding != NULL &&
	    encoding_exists(camt->encoding);
}

/* encoding NULL: what the file says. False: it says one that the parser does not know, but encoding_decode does. */
static bool
parse(struct camt *camt, const char *encoding, const char *bytes, size_t length)
{
	bool unknown = false;

	camt->parser = XML_ParserCreate(encoding);
	if (camt->parser == NULL) {
		camt->failed = !err_set(camt->err, ERR_SYSTEM, _("There is not enough memory."));
		return true;
	}
	XML_SetUserData(camt->parser, camt);
	XML_SetXmlDeclHandler(camt->parser, on_declaration);
	XML_SetElementHandler(camt->parser, on_start, on_end);
	XML_SetCharacterDataHandler(camt->parser, on_text);
	XML_SetEntityDeclHandler(camt->parser, on_entity);
	if (XML_Parse(camt->parser, bytes, (int)length, 1) == XML_STATUS_ERROR && !camt->failed) {
		unknown = encoding == NULL && is_unknown(camt);
		if (!unknown)
			fail(camt, what_is_wrong(camt));
	}
	XML_ParserFree(camt->parser);
	return !unknown;
}

/* In the encoding that it says it is in. */
static void
parse_decoded(struct camt *camt, const char *bytes, size_t length)
{
	struct buf text = { 0 };

	if (encoding_decode(camt->encoding, bytes, length, &text) == ENCODING_WHOLE)
		parse(camt, "UTF-8", buf_text(&text), text.length);
	else
		camt->failed = !err_set(camt->err, ERR_INPUT,
		    _("This file says that it is %s text, but it is not: take it from the bank again."), camt->encoding);
	buf_done(&text);
}

bool
camt_read(const char *bytes, size_t length, struct bank_paper *ret_paper, struct err *err)
{
	struct camt camt = { .paper = ret_paper, .err = err };

	if (!parse(&camt, NULL, bytes, length))
		parse_decoded(&camt, bytes, length);
	if (!camt.failed && camt.statements == 0)
		camt.failed = !err_set(err, ERR_INPUT, _("There is no statement in this file."));
	part_clear(&camt.part);
	buf_done(&camt.path);
	buf_done(&camt.text);
	free(camt.encoding);
	ret_paper->has_balances = camt.opened && camt.closed;
	return !camt.failed;
}
