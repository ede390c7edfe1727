/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/account.h"
#include "domain/address.h"
#include "domain/agenda_item.h"
#include "domain/alias.h"
#include "domain/allocation.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/ballot.h"
#include "domain/bank_format.h"
#include "domain/bank_line.h"
#include "domain/bank_statement.h"
#include "domain/batch.h"
#include "domain/body.h"
#include "domain/body_entry.h"
#include "domain/body_import.h"
#include "domain/body_name.h"
#include "domain/body_text.h"
#include "domain/budget.h"
#include "domain/budget_line.h"
#include "domain/channel.h"
#include "domain/country.h"
#include "domain/credit_note.h"
#include "domain/currency.h"
#include "domain/decision.h"
#include "domain/delegate.h"
#include "domain/delegation.h"
#include "domain/document.h"
#include "domain/document_text.h"
#include "domain/dossier_item.h"
#include "domain/entry.h"
#include "domain/fiscal_year.h"
#include "domain/follow_up.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/holding.h"
#include "domain/holiday.h"
#include "domain/invoice.h"
#include "domain/invoice_line.h"
#include "domain/meeting.h"
#include "domain/meeting_staff.h"
#include "domain/member.h"
#include "domain/member_import.h"
#include "domain/minutes.h"
#include "domain/officer.h"
#include "domain/paper.h"
#include "domain/payer.h"
#include "domain/payment_import.h"
#include "domain/person.h"
#include "domain/portfolio.h"
#include "domain/post.h"
#include "domain/posting.h"
#include "domain/presence.h"
#include "domain/project.h"
#include "domain/rate.h"
#include "domain/receipt.h"
#include "domain/reminder.h"
#include "domain/roll.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/staff.h"
#include "domain/term.h"
#include "domain/vote.h"
#include "exchange/csv.h"

const struct table_kind table_kinds[] = {
	{ "countries", N_("The countries and their two official orders."), "countries.csv", &country_type },
	{ "rules", N_("The dated rules of the association."), "rules.csv", &rule_type },
	{ "members", N_("Governments with name and status of the day, a row each."), "members.csv", &member_type },
	{ "governments", N_("Governments without what holds for a period."), "governments.csv", &government_type },
	{ "names", N_("Names of governments by period."), "names.csv", &government_name_type },
	{ "statuses", N_("Statuses of governments by period."), "statuses.csv", &government_status_type },
	{ "aliases", N_("Other spellings, for finding."), "aliases.csv", &alias_type },
	{ "people", N_("People."), "people.csv", &person_type },
	{ "posts", N_("Posts of governments."), "posts.csv", &post_type },
	{ "holdings", N_("Who holds a post, and when."), "holdings.csv", &holding_type },
	{ "channels", N_("Further telephone numbers, e-mails and web sites."), "channels.csv", &channel_type },
	{ "addresses", N_("Postal and visiting addresses."), "addresses.csv", &address_type },
	{ "bodies", N_("Bodies with name, texts and coordinator of the day, a row each."), "bodies.csv", &body_entry_type },
	{ "body-tree", N_("Bodies without what holds for a period."), "body-tree.csv", &body_type },
	{ "body-names", N_("Names of bodies by period."), "body-names.csv", &body_name_type },
	{ "body-texts", N_("Purposes, activities and roles of bodies."), "body-texts.csv", &body_text_type },
	{ "seats", N_("Seats of bodies; they exist while they are vacant."), "seats.csv", &seat_type },
	{ "terms", N_("Which government holds a seat, and when."), "terms.csv", &term_type },
	{ "officers", N_("Persons who exercise an office for a government."), "officers.csv", &officer_type },
	{ "staff", N_("Who works in the secretariat."), "staff.csv", &staff_type },
	{ "portfolios", N_("Which country or body a clerk answers for."), "portfolios.csv", &portfolio_type },
	{ "meetings", N_("Sessions of bodies."), "meetings.csv", &meeting_type },
	{ "sittings", N_("Sittings of meetings, with day and time."), "sittings.csv", &sitting_type },
	{ "agenda", N_("Items of agendas."), "agenda.csv", &agenda_item_type },
	{ "papers", N_("Papers of meetings, and in which languages they are there."), "papers.csv", &paper_type },
	{ "meeting-staff", N_("Who of the secretariat serves a meeting."), "meeting-staff.csv", &meeting_staff_type },
	{ "holidays", N_("National holidays."), "holidays.csv", &holiday_type },
	{ "decisions", N_("Decisions of meetings."), "decisions.csv", &decision_type },
	{ "follow-ups", N_("What is to be done after decisions."), "follow-ups.csv", &follow_up_type },
	{ "applications", N_("Applications of governments."), "applications.csv", &application_type },
	{ "steps", N_("Steps of applications, with their days."), "steps.csv", &application_step_type },
	{ "dossiers", N_("What belongs to the dossiers of applications."), "dossiers.csv", &dossier_item_type },
	{ "delegations", N_("Who is invited to a meeting, and what they answered."), "delegations.csv", &delegation_type },
	{ "delegates", N_("Persons of delegations."), "delegates.csv", &delegate_type },
	{ "presence", N_("The log of who came in and went out."), "presence.csv", &presence_type },
	{ "votes", N_("Votes of meetings, with the rules they were taken by."), "votes.csv", &vote_type },
	{ "rolls", N_("Frozen rolls of votes."), "rolls.csv", &roll_type },
	{ "ballots", N_("Ballots of votes."), "ballots.csv", &ballot_type },
	{ "minutes", N_("Minutes of meetings."), "minutes.csv", &minutes_type },
	{ "projects", N_("Projects of sub-committees."), "projects.csv", &project_type },
	{ "documents", N_("Declarations, Charter versions and agreed texts."), "documents.csv", &document_type },
	{ "texts", N_("The words of documents, a language each."), "texts.csv", &document_text_type },
	{ "currencies", N_("Currencies."), "currencies.csv", &currency_type },
	{ "rates", N_("Rates of currencies."), "rates.csv", &rate_type },
	{ "accounts", N_("The chart of accounts."), "accounts.csv", &account_type },
	{ "fiscal-years", N_("Fiscal years."), "fiscal-years.csv", &fiscal_year_type },
	{ "entries", N_("Posted entries."), "entries.csv", &entry_type },
	{ "postings", N_("Lines of entries."), "postings.csv", &posting_type },
	{ "invoices", N_("Invoices, drafts and issued."), "invoices.csv", &invoice_type },
	{ "invoice-lines", N_("Lines of invoices."), "invoice-lines.csv", &invoice_line_type },
	{ "credit-notes", N_("Credit notes, waivers and write-offs."), "credit-notes.csv", &credit_note_type },
	{ "payments", N_("Payments: what is imported is posted."), "payments.csv", &payment_row_type },
	{ "batches", N_("Batches of payments."), "batches.csv", &batch_type },
	{ "bank-formats", N_("How banks write their statements as CSV."), "bank-formats.csv", &bank_format_type },
	{ "bank-statements", N_("Statements of the bank."), "bank-statements.csv", &bank_statement_type },
	{ "bank-lines", N_("Lines of bank statements."), "bank-lines.csv", &bank_line_type },
	{ "receipts", N_("Money that came in."), "receipts.csv", &receipt_type },
	{ "payers", N_("Payers of receipts that were found out later."), "payers.csv", &payer_type },
	{ "allocations", N_("Which receipt pays which invoice."), "allocations.csv", &allocation_type },
	{ "reminders", N_("Reminders of dues."), "reminders.csv", &reminder_type },
	{ "budgets", N_("Budgets by version."), "budgets.csv", &budget_type },
	{ "budget-lines", N_("Lines of budgets."), "budget-lines.csv", &budget_line_type },
	{ 0 }
};

enum { MOST_COLUMNS = 64, PROGRESS_ROWS = 500, MOST_REFUSALS = 50 };

const struct table_kind *
table_find_kind(const char *word)
{
	for (const struct table_kind *kind = table_kinds; kind->word != NULL; kind++)
		if (strcmp(kind->word, word) == 0)
			return kind;
	return NULL;
}

bool
table_rows(struct session *session, const struct table_kind *kind, struct row_list *ret_rows,
    struct err *err)
{
	if (kind->type == &member_type)
		return member_list(session, ret_rows, err);
	if (kind->type == &body_entry_type)
		return body_entry_list(session, ret_rows, err);
	if (kind->type == &payment_row_type)
		return payment_row_list(session, ret_rows, err);
	return row_list(session, kind->type, NULL, NULL, NULL, ret_rows, err);
}

/* An import under way. */
struct importing {
	struct session *session;
	const struct table_kind *kind;
	const struct table_watch *watch;
	const struct field *column[MOST_COLUMNS];	/* NULL: a column that is passed over */
	size_t columns;
	struct table_result result;
};

static void
say(const struct importing *importing, size_t line, const char *text)
{
	if (importing->watch != NULL && importing->watch->say != NULL)
		importing->watch->say(importing->watch->context, line, text);
}

static bool
go_on(const struct importing *importing, size_t done, size_t total)
{
	return importing->watch == NULL || importing->watch->go_on == NULL ||
	    importing->watch->go_on(importing->watch->context, done, total);
}

static void
list_fields(const struct record_type *type, struct buf *keys)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if ((field->flags & FIELD_COMPUTED) == 0)
			buf_addf(keys, "%s%s", keys->length > 0 ? ", " : "", field->key);
}

static bool
refuse_column(const struct record_type *type, const char *name, struct err *err)
{
	struct buf keys = { 0 };

	list_fields(type, &keys);
	err_set(err, ERR_INPUT, _("The first row names a column \"%s\" that is none of: %s."),
	    name, buf_text(&keys));
	buf_done(&keys);
	return false;
}

static bool
read_head(struct importing *importing, const struct csv_row *row, struct err *err)
{
	const struct record_type *type = importing->kind->type;

	if (row->count > MOST_COLUMNS)
		return err_set(err, ERR_INPUT, _("The first row names more than %d columns."),
		    MOST_COLUMNS);
	for (size_t i = 0; i < row->count; i++) {
		const struct field *field = record_find_field(type, row->cell[i]);

		if (field == NULL)
			return refuse_column(type, row->cell[i], err);
		importing->column[i] = (field->flags & FIELD_COMPUTED) != 0 ? NULL : field;
	}
	importing->columns = row->count;
	return true;
}

static bool
read_cells(const struct importing *importing, const struct csv_row *row, void *record,
    struct err *err)
{
	if (row->count != importing->columns)
		return err_set(err, ERR_INPUT,
		    _("This row has %d cells, the first row has %d."),
		    (int)row->count, (int)importing->columns);
	for (size_t i = 0; i < row->count; i++)
		if (importing->column[i] != NULL && row->cell[i][0] != '\0' &&
		    !record_read(importing->column[i], record, row->cell[i], err))
			return false;
	return true;
}

/* The row that is there already: by its id, or by what is unique in its kind. */
static bool
find_natural(struct session *session, const struct record_type *type, const void *record,
    void *ret_old, bool *ret_found, struct err *err)
{
	static const struct { const char *type, *by, *and[3]; } natural[] = {
		{ "government_name", "government", { "name_kind", "since" } },
		{ "government_status", "government", { "status", "since" } },
		{ "alias", "government", { "language", "alias" } },
		{ "post", "government", { "code", NULL } },
		{ "holding", "post", { "person", "since" } },
		{ "rule", "name", { "since", NULL } },
		{ "body_name", "body", { "since", NULL } },
		{ "body_text", "body", { "text_kind", "since" } },
		{ "term", "body", { "role", "no", "since" } },
		{ "officer", "term", { "person", "since" } },
	};
	struct row_list rows = { 0 };

	*ret_found = false;
	for (size_t i = 0; i < sizeof natural / sizeof natural[0]; i++) {
		if (strcmp(natural[i].type, type->key) != 0)
			continue;
		if (!row_list(session, type, natural[i].by,
		    record_text(record_find_field(type, natural[i].by), record), NULL, &rows, err))
			return false;
		for (size_t n = 0; n < rows.count && !*ret_found; n++) {
			bool same = true;

			for (size_t k = 0; k < 3 && natural[i].and[k] != NULL; k++)
				same = same && record_same(record_find_field(type,
				    natural[i].and[k]), row_at(&rows, n), record);
			if (same)
				record_copy(type, ret_old, row_at(&rows, n));
			*ret_found = same;
		}
		row_list_done(&rows);
	}
	return true;
}

/* The id counts first; a row from another file may have been given another one. */
static bool
find_old(struct session *session, const struct record_type *type, const void *record,
    void *ret_old, bool *ret_found, struct err *err)
{
	struct buf key = { 0 };
	bool ok = true;

	*ret_found = false;
	record_key(type, record, &key);
	if (key.length > 0)
		ok = row_find(session, type, buf_text(&key), ret_old, ret_found, err);
	if (ok && !*ret_found)
		ok = find_natural(session, type, record, ret_old, ret_found, err);
	buf_done(&key);
	return ok;
}

/* A row keeps the id it has here. */
static void
keep_key(const struct record_type *type, void *fresh, const void *old)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if ((field->flags & FIELD_KEY) != 0 && (field->flags & FIELD_MADE) != 0)
			record_put(field, fresh, record_text(field, old));
}

enum taking { TAKEN_NEW, TAKEN_CHANGED, TAKEN_SAME };

/* What only comes of deeds, in a meeting or by posting, is exported; the same row does no harm. */
static bool
may_write(const struct importing *importing, struct err *err)
{
	static const struct { const struct record_type *type; bool posted; } made[] = {
		{ &presence_type, false }, { &vote_type, false }, { &roll_type, false },
		{ &ballot_type, false }, { &entry_type, true }, { &posting_type, true },
		{ &invoice_type, true }, { &invoice_line_type, true }, { &credit_note_type, true },
		{ &receipt_type, true }, { &payer_type, true }, { &allocation_type, true },
		{ &fiscal_year_type, true }, { &bank_statement_type, true }, { &bank_line_type, true },
		{ &reminder_type, true },
	};

	for (size_t i = 0; i < sizeof made / sizeof made[0]; i++)
		if (importing->kind->type == made[i].type)
			return err_set(err, ERR_RULE, made[i].posted ?
			    _("\"%s\" is only exported: its rows are posted, by \"dues\", \"ledger\", \"bank\" and \"import payments\".") :
			    _("\"%s\" is only exported: its rows are made in a meeting, by \"meeting attend\" and \"meeting vote\"."),
			    importing->kind->word);
	return true;
}

static bool
save_over(struct importing *importing, void *old, const struct csv_row *row,
    enum taking *ret_taking, struct err *err)
{
	const struct record_type *type = importing->kind->type;
	bool same = true, ok;
	void *fresh = mem_alloc(type->size);

	record_copy(type, fresh, old);
	ok = read_cells(importing, row, fresh, err);
	keep_key(type, fresh, old);
	for (const struct field *field = type->fields; field->key != NULL; field++)
		same = same && record_same(field, old, fresh);
	if (ok && !same)
		ok = may_write(importing, err) &&
		    row_update_in_set(importing->session, type, fresh, err);
	*ret_taking = same ? TAKEN_SAME : TAKEN_CHANGED;
	record_done(type, fresh);
	free(fresh);
	return ok;
}

static bool
take_record(struct importing *importing, const struct csv_row *row, void *record,
    enum taking *ret_taking, struct err *err)
{
	const struct record_type *type = importing->kind->type;
	void *old = mem_alloc(type->size);
	bool found = false;
	bool ok = find_old(importing->session, type, record, old, &found, err);

	if (ok && found)
		ok = save_over(importing, old, row, ret_taking, err);
	else if (ok) {
		*ret_taking = TAKEN_NEW;
		ok = may_write(importing, err) &&
		    row_insert_in_set(importing->session, type, record, err);
	}
	record_done(type, old);
	free(old);
	return ok;
}

static bool
import_member(struct session *session, const void *view, bool *ret_is_new, bool *ret_changed,
    struct err *err)
{
	return member_import_in_set(session, view, ret_is_new, ret_changed, err);
}

static bool
import_body(struct session *session, const void *view, bool *ret_is_new, bool *ret_changed,
    struct err *err)
{
	return body_import_in_set(session, view, ret_is_new, ret_changed, err);
}

static bool
import_payment(struct session *session, const void *view, bool *ret_is_new, bool *ret_changed,
    struct err *err)
{
	*ret_changed = false;
	return payment_import_in_set(session, view, ret_is_new, err);
}

/* A row of a view is several rows of the file: its own module takes it apart. */
typedef bool (*view_import)(struct session *session, const void *view, bool *ret_is_new,
    bool *ret_changed, struct err *err);

static view_import
import_view(const struct record_type *type)
{
	static const struct { const struct record_type *type; view_import import; } views[] = {
		{ &member_type, import_member },
		{ &body_entry_type, import_body },
		{ &payment_row_type, import_payment },
	};

	for (size_t i = 0; i < sizeof views / sizeof views[0]; i++)
		if (views[i].type == type)
			return views[i].import;
	return NULL;
}

static bool
take_row(struct importing *importing, const struct csv_row *row, enum taking *ret_taking,
    struct err *err)
{
	const struct record_type *type = importing->kind->type;
	void *record = mem_alloc(type->size);
	bool changed = false, fresh = false;
	bool ok = read_cells(importing, row, record, err);

	if (ok && import_view(type) != NULL) {
		ok = import_view(type)(importing->session, record, &fresh, &changed, err);
		*ret_taking = fresh ? TAKEN_NEW : changed ? TAKEN_CHANGED : TAKEN_SAME;
	} else if (ok) {
		ok = take_record(importing, row, record, ret_taking, err);
	}
	record_done(type, record);
	free(record);
	return ok;
}

static void
count_row(struct table_result *result, enum taking taking)
{
	result->taken += taking == TAKEN_NEW;
	result->changed += taking == TAKEN_CHANGED;
	result->same += taking == TAKEN_SAME;
}

/* A row that a person can mend is said and counted; the others end the import. */
static bool
is_about_the_row(const struct err *err)
{
	return err->code == ERR_INPUT || err->code == ERR_RULE || err->code == ERR_MISSING;
}

static bool
take_rows(struct importing *importing, struct csv_reader *reader, size_t total, struct err *err)
{
	struct csv_row row;
	size_t done = 0;

	while (csv_next(reader, &row, err)) {
		enum taking taking = TAKEN_SAME;
		struct err own = { 0 };

		if (++done % PROGRESS_ROWS == 0 && !go_on(importing, row.end, total))
			return err_set(err, ERR_CANCELLED, _("Stopped. The file is as it was."));
		if (take_row(importing, &row, &taking, &own)) {
			count_row(&importing->result, taking);
			continue;
		}
		if (!is_about_the_row(&own)) {
			*err = own;
			return false;
		}
		if (++importing->result.refused <= MOST_REFUSALS)
			say(importing, row.line, own.text);
	}
	return err->code == ERR_NONE;
}

bool
table_import_in_set(struct session *session, const struct table_kind *kind, const char *bytes,
    size_t length, const struct table_watch *watch, struct table_result *ret_result,
    struct err *err)
{
	struct importing importing = { .session = session, .kind = kind, .watch = watch };
	struct csv_reader *reader = csv_reader_new(bytes, length);
	struct csv_row head;
	bool ok = false;

	if (!csv_next(reader, &head, err)) {
		if (err->code == ERR_NONE)
			err_set(err, ERR_INPUT, _("This file is empty: its first row names the columns."));
		goto out;
	}
	if (!read_head(&importing, &head, err) || !take_rows(&importing, reader, length, err))
		goto out;
	ok = importing.result.refused == 0;
	if (!ok)
		err_set(err, ERR_INPUT,
		    nq_("%d row cannot be taken, so nothing was imported.",
		        "%d rows cannot be taken, so nothing was imported.",
		        importing.result.refused), (int)importing.result.refused);
out:
	csv_reader_free(reader);
	*ret_result = importing.result;
	return ok;
}

static bool
import_in_a_set(struct session *session, const struct table_kind *kind, const char *bytes,
    size_t length, bool dry_run, const struct table_watch *watch,
    struct table_result *ret_result, struct err *err)
{
	if (!session_begin(session, "import", kind->word, err))
		return false;
	if (!table_import_in_set(session, kind, bytes, length, watch, ret_result, err)) {
		session_abort(session);
		return false;
	}
	if (dry_run) {
		session_abort(session);
		return true;
	}
	return session_commit(session, &ret_result->number, err);
}

bool
table_import(struct session *session, const struct table_kind *kind, const char *bytes,
    size_t length, bool dry_run, const struct table_watch *watch,
    struct table_result *ret_result, struct err *err)
{
	bool ok = session_expect_many(session, true, err) &&
	    import_in_a_set(session, kind, bytes, length, dry_run, watch, ret_result, err);

	return session_expect_many(session, false, ok ? err : NULL) && ok;
}
