/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/bank_import.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/path.h"
#include "domain/account.h"
#include "domain/bank.h"
#include "domain/bank_format.h"
#include "domain/row.h"
#include "exchange/bank_encoding.h"
#include "exchange/bank_file.h"
#include "panes/bank_panes.h"
#include "panes/desk.h"
#include "panes/reference.h"
#include "ui/choices.h"

/* Those that a bank keeps. */
static void
fill_bank_accounts(void *context, const char *typed, struct choices *ret_choices)
{
	struct row_list accounts = { 0 };

	if (!row_list(context, &account_type, "purpose", "bank", "code", &accounts, NULL))
		return;
	for (size_t i = 0; i < accounts.count; i++) {
		const struct account *account = row_at(&accounts, i);
		struct buf name = { 0 };

		reference_name(context, "account", account->code, &name);
		if (strncmp(account->code, typed, strlen(typed)) == 0)
			choices_add(ret_choices, account->code, buf_text(&name), account->currency);
		buf_done(&name);
	}
	row_list_done(&accounts);
}

static void
fill_formats(void *context, const char *typed, struct choices *ret_choices)
{
	struct row_list formats = { 0 };

	if (!row_list(context, &bank_format_type, NULL, NULL, "name", &formats, NULL))
		return;
	for (size_t i = 0; i < formats.count; i++) {
		const struct bank_format *format = row_at(&formats, i);

		if (strstr(format->name, typed) != NULL)
			choices_add(ret_choices, format->name, "", format->account);
	}
	row_list_done(&formats);
}

static void
fill_encodings(void *context, const char *typed, struct choices *ret_choices)
{
	const struct bank_encodings *encodings = context;

	for (size_t i = 0; i < encodings->count; i++)
		if (strncasecmp(encodings->item[i].name, typed, strlen(typed)) == 0)
			choices_add(ret_choices, encodings->item[i].name, encodings->item[i].sample, "");
}

/* The one that is chosen is kept in the format; who leaves is told why the file is not read. */
static bool
ask_encoding(struct desk *desk, const char *path, const char *format, const struct err *refusal,
    struct err *err)
{
	struct session *session = desk_session(desk);
	struct bank_encodings encodings = { 0 };
	struct buf chosen = { 0 };
	bool ok = bank_file_encodings(session, path, format, &encodings, err);

	if (ok && desk_pick(desk, _("Which encoding reads right?"), fill_encodings, &encodings, &chosen)) {
		ok = bank_format_set_encoding(session, format, buf_text(&chosen), err);
	} else if (ok) {
		*err = *refusal;
		ok = false;
	}
	buf_done(&chosen);
	bank_encodings_done(&encodings);
	return ok;
}

/* Asks for what the file does not say; *ret_left: the clerk left. False: there is nothing to choose. */
static bool
ask_for(struct desk *desk, const char *field, struct buf *account, struct buf *format, bool *ret_left,
    struct err *err)
{
	struct session *session = desk_session(desk);
	struct choices formats = { 0 };

	if (strcmp(field, "format") != 0) {
		*ret_left = !desk_pick(desk, _("Of which account is it?"), fill_bank_accounts, session, account);
		return true;
	}
	fill_formats(session, "", &formats);
	bool there = formats.count > 0;
	choices_done(&formats);
	if (!there)
		return err_set(err, ERR_MISSING,
		    _("This is no camt.053: say in BKF how the bank writes its CSV, then take it again."));
	*ret_left = !desk_pick(desk, _("By which bank format?"), fill_formats, session, format);
	return true;
}

/* What the file does not say is asked, and it is read again. */
static bool
read_file(struct desk *desk, const char *path, struct bank_paper *paper, bool *ret_left, struct err *err)
{
	struct buf account = { 0 }, format = { 0 };
	bool ok = false, goes_on = true;

	while (goes_on && !*ret_left) {
		struct err missing = { 0 };

		bank_paper_done(paper);
		ok = bank_file_read(desk_session(desk), path, account.length > 0 ? buf_text(&account) : NULL,
		    format.length > 0 ? buf_text(&format) : NULL, paper, &missing);
		goes_on = false;
		if (!ok && strcmp(missing.field, "encoding") == 0)
			goes_on = ask_encoding(desk, path, buf_text(&format), &missing, err);
		else if (!ok && missing.code == ERR_USAGE)
			goes_on = ask_for(desk, missing.field, &account, &format, ret_left, err);
		else if (!ok)
			*err = missing;
	}
	buf_done(&account);
	buf_done(&format);
	return ok;
}

bool
bank_import(struct desk *desk, struct err *err)
{
	struct bank_paper paper = { 0 };
	struct buf typed = { 0 };
	char *id = NULL;
	int64_t set = 0;
	bool left = false;

	if (!desk_ask_text(desk, _("Which file?"), true, &typed)) {
		buf_done(&typed);
		return true;
	}
	char *path = path_typed(buf_text(&typed));
	bool ok = read_file(desk, path, &paper, &left, err) &&
	    bank_take(desk_session(desk), &paper, &id, &set, err);
	if (ok) {
		desk_say(desk, nq_("%s: %d line.", "%s: %d lines.", paper.count), paper.name, (int)paper.count);
		desk_reload(desk);
		ok = desk_open(desk, &bank_lines_pane, id, err);
	}
	free(path);
	free(id);
	bank_paper_done(&paper);
	buf_done(&typed);
	return ok || left;
}
