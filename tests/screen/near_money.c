/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "screen/near_money.h"

#include <stdio.h>
#include <stdlib.h>

#include "camt_text.h"

static const char statement[] = CAMT_STATEMENT("2026-04",
    CAMT_BALANCE("OPBD", "540000") CAMT_BALANCE("CLBD", "3895000")
    CAMT_ENTRY("1120000", "CRDT", "2026-04-07", "SHANDONG PROVINCE", "dues")
    CAMT_ENTRY("1120000", "CRDT", "2026-04-08", "A BANK", "invoice 2026-0029")
    CAMT_ENTRY("560000", "CRDT", "2026-04-09", "NOBODY", "")
    CAMT_ENTRY("560000", "CRDT", "2026-04-09", "NOBODY", "")
    CAMT_ENTRY("5000", "DBIT", "2026-04-10", "", "fee"));

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
