/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements of banks: camt.053, and CSV by a mapping. */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/text.h"
#include "domain/bank.h"
#include "domain/bank_format.h"
#include "exchange/bank_csv.h"
#include "exchange/bank_encoding.h"
#include "exchange/camt.h"

static const char *const seeds[] = {
	"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>1</Id>"
	"<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"KRW\">0</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
	"<Ntry><Amt Ccy=\"KRW\">1120000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
	"<BookgDt><Dt>2017-05-02</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>\345\257\214\345\261\261\347\234\214</Nm></Dbtr>"
	"</RltdPties><RmtInf><Ustrd>2017-0010</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>",
	"<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><Document><BkToCstmrStmt>&d;</BkToCstmrStmt></Document>",
	"Day;In;Out;Who;Why\n02.05.2017;1120;;\260\346\273\363\272\317\265\265;\225\134\225\062\202\066\n",
	"Day;In;Out;Who;Why\n02.05.2017;1.120.000,50;;A;x\n3/5/17;;-7;B;\n20170504;(5);;;\n",
};

bool
fuzz_seed(size_t number, struct buf *ret_seed)
{
	if (number >= sizeof seeds / sizeof seeds[0])
		return false;
	buf_add(ret_seed, seeds[number]);
	return true;
}

/* What was read can be stored, whatever stood there. */
static void
check_paper(struct bank_paper *paper)
{
	const char *why;

	for (size_t i = 0; i < paper->count; i++) {
		assert(day_is_whole(paper->line[i].day));
		assert(text_is_storable(paper->line[i].reference, strlen(paper->line[i].reference), true, &why));
	}
	bank_paper_done(paper);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const encodings[] = { "UTF-8", "CP949", "CP932", "GB18030", "CP1251" };
	const struct bank_format format = { .name = (char []){ "a bank" },
		.encoding = (char *)encodings[size % (sizeof encodings / sizeof encodings[0])], .day = (char []){ "Day" }, .day_order = (char []){ "dmy" },
		.amount = (char []){ "" }, .money_in = (char []){ "In" }, .money_out = (char []){ "Out" },
		.payer = (char []){ "Who" }, .reference = (char []){ "Why" }, .decimal = (char []){ "," } };
	char *copy = malloc(size + 1);
	struct bank_paper xml = { 0 }, csv = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	assert(copy != NULL);
	memcpy(copy, bytes, size);
	copy[size] = '\0';
	camt_is_one(copy, size);
	camt_read(copy, size, &xml, &err);
	check_paper(&xml);
	err = (struct err){ 0 };
	bank_csv_read(&format, "EUR", copy, size, &csv, &err);
	check_paper(&csv);
	err = (struct err){ 0 };
	if (bank_encoding_read(&format, "KRW", copy, size, &text, &err))
		bank_csv_read(&format, "KRW", buf_text(&text), text.length, &csv, &err);
	check_paper(&csv);
	buf_done(&text);
	free(copy);
	return 0;
}
