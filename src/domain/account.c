/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/account.h"

#include <string.h>

#include "base/messages.h"

const struct choice account_kinds[] = {
	{ "asset", NC_("account", "asset") },
	{ "liability", NC_("account", "liability") },
	{ "equity", NC_("account", "equity") },
	{ "income", NC_("account", "income") },
	{ "expense", NC_("account", "expense") },
	{ 0 }
};

static const struct choice purposes[] = {
	{ "bank", NC_("account", "bank") },
	{ "receivable", NC_("account", "receivable") },
	{ "suspense", NC_("account", "unknown payers") },
	{ "dues", NC_("account", "dues") },
	{ "charge", NC_("account", "bills other than dues") },
	{ "exchange", NC_("account", "exchange difference") },
	{ "loss", NC_("account", "waived and written off") },
	{ "result", NC_("account", "result of earlier years") },
	{ 0 }
};

static const struct field account_fields[] = {
	{ RECORD_FIELD(account, code), .label = NC_("field", "Code"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6 },
	{ RECORD_FIELD(account, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = account_kinds },
	{ RECORD_FIELD(account, purpose), .label = NC_("field", "Purpose"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 12, .choices = purposes },
	{ RECORD_FIELD(account, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 3, .refers = "currency" },
	{ RECORD_FIELD(account, closed), .label = NC_("field", "Closed"), .kind = FIELD_FLAG,
	  .width = 3 },
	{ RECORD_FIELD(account, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 30, .language = "en" },
	{ RECORD_FIELD(account, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 30, .language = "zh" },
	{ RECORD_FIELD(account, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 30, .language = "ja" },
	{ RECORD_FIELD(account, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 30, .language = "ko" },
	{ RECORD_FIELD(account, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 30, .language = "ru" },
	{ RECORD_FIELD(account, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 30, .language = "mn" },
	{ RECORD_FIELD(account, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type account_type = {
	.key = "account",
	.label = N_("Account"),
	.plural = N_("Accounts"),
	.size = sizeof(struct account),
	.fields = account_fields,
};

const char *
account_purpose_name(const char *purpose)
{
	for (const struct choice *choice = purposes; choice->word != NULL; choice++)
		if (strcmp(choice->word, purpose) == 0)
			return message_show(choice->label);
	return purpose;
}
