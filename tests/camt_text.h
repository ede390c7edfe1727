/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * camt_text.h -- statements of a bank as it sends them (camt.053), for tests
 *
 * Sums are in won, as they are written there: "1120000". sign is CRDT for what
 * came in, DBIT for what went out.
 */
#ifndef CAMT_TEXT_H
#define CAMT_TEXT_H

#define CAMT_STATEMENT(id, inside) \
	"<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">" \
	"<BkToCstmrStmt><Stmt><Id>" id "</Id>" inside "</Stmt></BkToCstmrStmt></Document>"

/* kind: OPBD before the first line, CLBD after the last. */
#define CAMT_BALANCE(kind, sum) \
	"<Bal><Tp><CdOrPrtry><Cd>" kind "</Cd></CdOrPrtry></Tp><Amt Ccy=\"KRW\">" sum "</Amt>" \
	"<CdtDbtInd>CRDT</CdtDbtInd></Bal>"

#define CAMT_ENTRY(sum, sign, day, payer, words) \
	"<Ntry><Amt Ccy=\"KRW\">" sum "</Amt><CdtDbtInd>" sign "</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>" day \
	"</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>" payer "</Nm></Dbtr></RltdPties>" \
	"<RmtInf><Ustrd>" words "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"

#endif
