/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "screen/near_money.h"

#include <stdio.h>
#include <stdlib.h>

#define BALANCE(kind, sum) \
	"<Bal><Tp><CdOrPrtry><Cd>" kind "</Cd></CdOrPrtry></Tp><Amt Ccy=\"KRW\">" sum "</Amt>" \
	"<CdtDbtInd>CRDT</CdtDbtInd></Bal>"
#define ENTRY(sum, sign, day, payer, words) \
	"<Ntry><Amt Ccy=\"KRW\">" sum "</Amt><CdtDbtInd>" sign "</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>" day \
	"</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>" payer "</Nm></Dbtr></RltdPties>" \
	"<RmtInf><Ustrd>" words "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"

static const char statement[] =
    "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
    "<BkToCstmrStmt><Stmt><Id>2026-04</Id>"
    BALANCE("OPBD", "540000") BALANCE("CLBD", "3895000")
    ENTRY("1120000", "CRDT", "2026-04-07", "SHANDONG PROVINCE", "dues")
    ENTRY("1120000", "CRDT", "2026-04-08", "A BANK", "invoice 2026-0029")
    ENTRY("560000", "CRDT", "2026-04-09", "NOBODY", "")
    ENTRY("560000", "CRDT", "2026-04-09", "NOBODY", "")
    ENTRY("5000", "DBIT", "2026-04-10", "", "fee")
    "</Stmt></BkToCstmrStmt></Document>";

char *
near_money_folder_new(void)
{
	char *folder = near_folder_new();

	near_must(folder, "rate set USD 2026-01-01 1080 source=BOK");
	near_must(folder, "dues assess 2026");
	near_must(folder, "dues issue 2026 date=2026-03-02");
	near_must(folder, "rate set USD 2026-04-10 1120 source=BOK");
	near_must(folder, "dues pay JP-16 540000 KRW date=2026-04-02 value=2026-04-02 reference=7731");
	return folder;
}

int
near_money_setup(void **state)
{
	*state = near_money_folder_new();
	return 0;
}

void
near_money_take_statement(const char *folder)
{
	char path[256], command[300];

	snprintf(path, sizeof path, "%s/statement.xml", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(statement, file);
	fclose(file);
	snprintf(command, sizeof command, "bank import %s account=101", path);
	near_must(folder, command);
}
