/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bank_format.h"

#include "base/encoding.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/row.h"

static const struct choice day_orders[] = {
	{ "ymd", NC_("day order", "year, month, day") },
	{ "dmy", NC_("day order", "day, month, year") },
	{ "mdy", NC_("day order", "month, day, year") },
	{ 0 }
};

static const struct choice decimals[] = {
	{ ".", NC_("decimal", "point") },
	{ ",", NC_("decimal", "comma") },
	{ 0 }
};

const char *
bank_format_encoding(const struct bank_format *format)
{
	return format->encoding != NULL && format->encoding[0] != '\0' ? format->encoding : "UTF-8";
}

bool
bank_format_check_encoding(const char *name, struct err *err)
{
	return encoding_exists(name) || err_set(err, ERR_INPUT,
	    _("No encoding \"%s\" is known here: type UTF-8, CP949, CP932, GB18030, CP1251 or the like."), name);
}

/* Formats of files that do not say it are from before there was a choice. */
static void
say_encoding(struct bank_format *format)
{
	if (format->encoding == NULL || format->encoding[0] == '\0')
		mem_replace(&format->encoding, bank_format_encoding(format));
}

static bool
bank_format_check(void *record, struct err *err)
{
	struct bank_format *format = record;
	bool one = format->amount != NULL && format->amount[0] != '\0';
	bool two = format->money_in != NULL && format->money_in[0] != '\0';

	say_encoding(format);
	if (one != two)
		return true;
	err_set(err, ERR_INPUT, _("Name one column for the amount, or one for money in and one for money out."));
	return err_at(err, "amount");
}

static const struct field bank_format_fields[] = {
	{ RECORD_FIELD(bank_format, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED, .width = 16 },
	{ RECORD_FIELD(bank_format, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED | FIELD_LISTED, .width = 6, .refers = "account" },
	{ RECORD_FIELD(bank_format, encoding), .label = NC_("field", "Encoding"), .kind = FIELD_TEXT,
	  .flags = FIELD_UPPER | FIELD_LISTED, .width = 12, .check = bank_format_check_encoding,
	  .hint = N_("Of the text of the file: CP949, CP932, GB18030, CP1251. Empty: UTF-8.") },
	{ RECORD_FIELD(bank_format, skip), .label = NC_("field", "Rows to skip"), .kind = FIELD_NUMBER,
	  .width = 3, .hint = N_("Rows that stand before the one with the heads.") },
	{ RECORD_FIELD(bank_format, day), .label = NC_("field", "Day column"), .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED | FIELD_LISTED, .width = 20, .hint = N_("The head of the column, as it stands in the file.") },
	{ RECORD_FIELD(bank_format, day_order), .label = NC_("field", "Order of the day"),
	  .kind = FIELD_CODE, .flags = FIELD_REQUIRED, .width = 16, .choices = day_orders },
	{ RECORD_FIELD(bank_format, amount), .label = NC_("field", "Amount column"),
	  .kind = FIELD_TEXT, .flags = FIELD_LISTED, .width = 20, .hint = N_("One column with a sign. Empty: the next two say it.") },
	{ RECORD_FIELD(bank_format, money_in), .label = NC_("field", "Money in column"),
	  .kind = FIELD_TEXT, .width = 20 },
	{ RECORD_FIELD(bank_format, money_out), .label = NC_("field", "Money out column"),
	  .kind = FIELD_TEXT, .width = 20 },
	{ RECORD_FIELD(bank_format, payer), .label = NC_("field", "Payer column"),
	  .kind = FIELD_TEXT, .width = 20 },
	{ RECORD_FIELD(bank_format, reference), .label = NC_("field", "Reference column"),
	  .kind = FIELD_TEXT, .width = 20 },
	{ RECORD_FIELD(bank_format, decimal), .label = NC_("field", "Decimal sign"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED, .width = 6, .choices = decimals },
	{ RECORD_FIELD(bank_format, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type bank_format_type = {
	.key = "bank_format",
	.label = N_("Bank format"),
	.plural = N_("Bank formats"),
	.size = sizeof(struct bank_format),
	.fields = bank_format_fields,
	.check = bank_format_check,
};

bool
bank_format_set_encoding(struct session *session, const char *format, const char *encoding,
    struct err *err)
{
	struct bank_format row = { 0 };
	bool ok = row_get(session, &bank_format_type, format, &row, err) &&
	    record_read(record_find_field(&bank_format_type, "encoding"), &row, encoding, err) &&
	    row_save(session, &bank_format_type, &row, "edit bank format", err);

	record_done(&bank_format_type, &row);
	return ok;
}
