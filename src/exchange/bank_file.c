/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/bank_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/path.h"
#include "domain/account.h"
#include "domain/bank.h"
#include "domain/bank_format.h"
#include "domain/row.h"
#include "exchange/bank_csv.h"
#include "exchange/bank_encoding.h"
#include "exchange/camt.h"

enum { MOST_BYTES = 64 << 20 };

/* The format of that name, and the currency of its account. The caller frees both. */
static bool
get_format(struct session *session, const char *name, struct bank_format *ret_format,
    char **ret_currency, struct err *err)
{
	struct bank_format format = { 0 };
	struct account account = { 0 };
	bool ok = row_get(session, &bank_format_type, name, &format, err) &&
	    row_get(session, &account_type, format.account, &account, err);

	if (ok) {
		*ret_currency = mem_strdup(account.currency);
		*ret_format = format;
	} else {
		record_done(&bank_format_type, &format);
	}
	record_done(&account_type, &account);
	return ok;
}

/* A CSV needs a mapping; its account is that of the mapping. */
static bool
read_csv(struct session *session, const char *name, const char *bytes, size_t length,
    struct bank_paper *paper, struct err *err)
{
	struct bank_format format = { 0 };
	struct buf text = { 0 };
	char *currency = NULL;

	if (name == NULL) {
		err_set(err, ERR_USAGE,
		    _("This is no camt.053: say how the bank writes its CSV with format=NAME, one of the bank formats."));
		return err_at(err, "format");
	}
	bool ok = get_format(session, name, &format, &currency, err) &&
	    bank_encoding_read(&format, currency, bytes, length, &text, err) &&
	    bank_csv_read(&format, currency, buf_text(&text), text.length, paper, err);
	if (ok && paper->account == NULL)
		mem_replace(&paper->account, format.account);
	buf_done(&text);
	free(currency);
	record_done(&bank_format_type, &format);
	return ok;
}

bool
bank_file_read(struct session *session, const char *path, const char *account,
    const char *format, struct bank_paper *paper, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char *bytes = NULL;
	size_t length = 0;

	if (!path_read(path, MOST_BYTES, &bytes, &length, err))
		return false;
	if (length == 0) {
		free(bytes);
		return err_set(err, ERR_INPUT, _("The file %s is empty."), path);
	}
	if (account != NULL)
		mem_replace(&paper->account, account);
	mem_replace(&paper->name, slash != NULL ? slash + 1 : path);
	bool ok = camt_is_one(bytes, length) ? camt_read(bytes, length, paper, err) :
	    read_csv(session, format, bytes, length, paper, err);
	free(bytes);
	if (ok && paper->account == NULL) {
		err_set(err, ERR_USAGE, _("Say account=... too."));
		return err_at(err, "account");
	}
	return ok;
}

bool
bank_file_encodings(struct session *session, const char *path, const char *format,
    struct bank_encodings *ret_list, struct err *err)
{
	struct bank_format row = { 0 };
	char *bytes = NULL, *currency = NULL;
	size_t length = 0;
	bool ok = get_format(session, format, &row, &currency, err) &&
	    path_read(path, MOST_BYTES, &bytes, &length, err);

	if (ok)
		bank_encodings_find(&row, currency, bytes, length, ret_list);
	free(bytes);
	free(currency);
	record_done(&bank_format_type, &row);
	return ok;
}
