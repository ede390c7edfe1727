/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "cli/arguments.h"
#include "cli/bill_command.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "cli/pairs.h"
#include "domain/allocation.h"
#include "domain/arrears.h"
#include "domain/batch.h"
#include "domain/credit_note.h"
#include "domain/dues.h"
#include "domain/payer.h"
#include "domain/payment.h"
#include "domain/rate.h"
#include "domain/reminder.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/statement.h"

enum { ID_LENGTH = 26 };	/* of a draft; a year has four */

/* A whole day, or NULL; "today" is what NULL means to those who get it. */
static bool
take_day(const char *typed, char **slot, struct err *err)
{
	if (typed == NULL)
		return true;
	if (!day_is_whole(typed))
		return err_set(err, ERR_INPUT,
		    _("\"%s\" is no day: write year, month and day, as in 2010-10-28."), typed);
	mem_replace(slot, typed);
	return true;
}

/* Assessing and issuing */

/* Only those in one state, or all (NULL). */
static bool
print_dues(struct cli *cli, const char *year, const char *state, struct err *err)
{
	struct row_list all = { 0 }, some = { .type = &dues_line_type };

	if (!output_suits(&cli->output, &dues_line_type, err) || !dues_list(cli->session, year, &all, err))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct dues_line *line = row_at(&all, i);

		if (state == NULL || strcmp(line->state, state) == 0)
			record_copy(&dues_line_type, row_add(&some, &dues_line_type), line);
	}
	bool ok = output_rows(&cli->output, &some, err);
	row_list_done(&some);
	row_list_done(&all);
	return ok;
}

static bool
list(struct cli *cli, struct err *err)
{
	char today[DAY_SIZE];

	return print_dues(cli, edit_year(cli, today), NULL, err);
}

static bool
assess(struct cli *cli, struct err *err)
{
	bool dry = arguments_has(cli->arguments, OPTION_DRY_RUN);
	int64_t made = 0, set = 0;

	if (!print_dues(cli, cli->word[0], "new", err))
		return false;
	if (dry) {
		output_say(&cli->output, "%s", _("A dry run: the file is as it was."));
		return true;
	}
	if (!dues_assess(cli->session, cli->word[0], &made, &set, err))
		return false;
	output_say(&cli->output, nq_("%d draft made.", "%d drafts made.", made), (int)made);
	edit_say_saved(cli, set);
	return true;
}

static bool
issue(struct cli *cli, struct err *err)
{
	const char *date = NULL;
	const struct pair_key keys[] = { { "date", &date, false }, { 0 } };
	int64_t issued = 0, set = 0;

	if (!pairs_read(cli, 1, keys, err))
		return false;
	if (strlen(cli->word[0]) == ID_LENGTH)
		return bill_command_issue(cli, cli->word[0], date, err);
	if (!dues_issue(cli->session, cli->word[0], date, &issued, &set, err))
		return false;
	output_say(&cli->output, nq_("%d invoice issued.", "%d invoices issued.", issued), (int)issued);
	edit_say_saved(cli, set);
	return true;
}

/* Paying */

/* "2017-0001" for as much as the money reaches, "2017-0001:500" for a part. */
static bool
choose(struct payment *payment, const char *typed, struct err *err)
{
	const char *colon = strchr(typed, ':');
	char *number = mem_strndup(typed, colon != NULL ? (size_t)(colon - typed) : strlen(typed));
	int64_t wanted = 0;
	bool ok = true, found = false;

	for (size_t i = 0; i < payment->count && !found; i++) {
		const struct payment_part *part = &payment->part[i];

		found = strcmp(part->number, number) == 0;
		if (found)
			ok = colon != NULL ? money_parse(colon + 1, part->currency, &wanted, err) :
			    payment_reach(payment, part, &wanted) ||
			    err_set(err, ERR_RULE, _("This money pays nothing of %s."), number);
	}
	ok = ok && payment_choose(payment, number, wanted, err);
	free(number);
	return ok;
}

static bool
fill(struct cli *cli, struct payment *payment, const char **ret_for, struct err *err)
{
	const char *date = NULL, *value = NULL, *rate = NULL, *approved = NULL, *method = NULL,
	    *reference = NULL, *payer = NULL, *account = NULL, *batch = NULL;
	const struct pair_key keys[] = {
		{ "date", &date, false }, { "value", &value, false }, { "rate", &rate, false },
		{ "approved", &approved, false }, { "method", &method, false },
		{ "reference", &reference, false }, { "payer", &payer, false },
		{ "account", &account, false }, { "batch", &batch, false }, { "for", ret_for, false }, { 0 } };

	if (!pairs_read(cli, 3, keys, err))
		return false;
	if (strcmp(cli->word[0], "-") != 0)
		mem_replace(&payment->government, cli->word[0]);
	mem_replace(&payment->approved, approved);
	mem_replace(&payment->method, method);
	mem_replace(&payment->reference, reference);
	mem_replace(&payment->payer, payer);
	return take_day(date, &payment->booked, err) && take_day(value, &payment->value, err) &&
	    (rate == NULL || rate_read(rate, &payment->num, &payment->den, err)) &&
	    (batch == NULL || batch_find(cli->session, batch, &payment->batch, err)) &&
	    payment_use_account(cli->session, payment, account, cli->word[2], err) &&
	    money_parse(cli->word[1], cli->word[2], &payment->amount, err);
}

static void
say_payment(struct cli *cli, const struct payment *payment, const char *receipt, int64_t set)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < payment->count; i++) {
		const struct payment_part *part = &payment->part[i];

		if (part->paid.amount == 0)
			continue;
		buf_clear(&text);
		money_show(&text, messages_catalogue(), part->paid.amount, part->currency);
		output_say(&cli->output, _("%s: %s paid."), part->number, buf_text(&text));
	}
	if (payment->rest > 0) {
		buf_clear(&text);
		money_show(&text, messages_catalogue(), payment->rest, payment->currency);
		output_say(&cli->output, payment->government != NULL ? _("%s stays as a credit.") :
		    _("%s stands in suspense: nobody knows yet who paid."), buf_text(&text));
	}
	output_say(&cli->output, _("Receipt %s."), receipt);
	edit_say_saved(cli, set);
	buf_done(&text);
}

static bool
pay(struct cli *cli, struct err *err)
{
	struct payment payment = { 0 };
	const char *chosen = NULL;
	char *receipt = NULL;
	int64_t set = 0;
	bool ok = fill(cli, &payment, &chosen, err) && payment_propose(cli->session, &payment, err);

	if (ok && chosen != NULL)
		ok = choose(&payment, chosen, err) && payment_propose(cli->session, &payment, err);
	ok = ok && payment_save(cli->session, &payment, &receipt, &set, err);
	if (ok)
		say_payment(cli, &payment, receipt, set);
	free(receipt);
	payment_done(&payment);
	return ok;
}

/* What came in earlier */

static const char *
second_word(const struct cli *cli)
{
	return cli->count > 1 ? cli->word[1] : NULL;
}

static void
say_count(struct cli *cli, int64_t count, int64_t set)
{
	output_say(&cli->output, nq_("%d invoice.", "%d invoices.", count), (int)count);
	edit_say_saved(cli, set);
}

static bool
allocate(struct cli *cli, struct err *err)
{
	int64_t count = 0, set = 0;

	if (!allocation_make(cli->session, cli->word[0], second_word(cli), &count, &set, err))
		return false;
	say_count(cli, count, set);
	return true;
}

static bool
release(struct cli *cli, struct err *err)
{
	int64_t count = 0, set = 0;

	if (!allocation_undo(cli->session, cli->word[0], second_word(cli), &count, &set, err))
		return false;
	say_count(cli, count, set);
	return true;
}

static bool
name_payer(struct cli *cli, struct err *err)
{
	int64_t set = 0;

	if (!payer_set(cli->session, cli->word[0], cli->word[1], &set, err))
		return false;
	edit_say_saved(cli, set);
	return true;
}

static bool
refund(struct cli *cli, struct err *err)
{
	const char *approved = NULL;
	const struct pair_key keys[] = { { "approved", &approved, true }, { 0 } };
	int64_t set = 0;

	if (!pairs_read(cli, 2, keys, err) ||
	    !allocation_refund(cli->session, cli->word[0], cli->word[1], approved, &set, err))
		return false;
	edit_say_saved(cli, set);
	return true;
}

/* Arrears */

static bool
print(struct cli *cli, const struct record_type *type,
    bool (*list_them)(struct session *, struct row_list *, struct err *), struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, type, err) &&
	    list_them(cli->session, &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
arrears(struct cli *cli, struct err *err)
{
	return print(cli, &arrears_line_type, arrears_list, err);
}

static bool
ageing(struct cli *cli, struct err *err)
{
	return print(cli, &ageing_line_type, ageing_list, err);
}

static bool
statement(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &statement_line_type, err) &&
	    statement_list(cli->session, cli->word[0], &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

static bool
waive(struct cli *cli, struct err *err)
{
	const char *reason = NULL, *approved = NULL, *kind = NULL, *date = NULL;
	const struct pair_key keys[] = { { "reason", &reason, true }, { "approved", &approved, false },
		{ "kind", &kind, false }, { "date", &date, false }, { 0 } };
	char *number = NULL;
	int64_t set = 0;
	bool ok = pairs_read(cli, 2, keys, err) &&
	    credit_note_write(cli->session, &(struct credit_note_order){ .invoice = cli->word[0],
	    .amount = cli->word[1], .kind = kind != NULL ? kind : "waiver", .reason = reason,
	    .approved = approved, .booked = date }, &number, &set, err);

	if (ok) {
		output_say(&cli->output, _("Credit note %s."), number);
		edit_say_saved(cli, set);
	}
	free(number);
	return ok;
}

/* Reminders */

static bool
remind(struct cli *cli, struct err *err)
{
	const char *due = NULL;
	const struct pair_key keys[] = { { "due", &due, true }, { 0 } };
	int64_t level = 0, made = 0, set = 0;

	if (!pairs_read(cli, 2, keys, err) || !edit_number(cli->word[1], &level, err) ||
	    !reminder_run(cli->session, cli->word[0], level, due, &made, &set, err))
		return false;
	output_say(&cli->output, nq_("%d reminder made.", "%d reminders made.", made), (int)made);
	edit_say_saved(cli, set);
	return true;
}

static bool
sent(struct cli *cli, struct err *err)
{
	const char *date = NULL;
	const struct pair_key keys[] = { { "date", &date, false }, { 0 } };
	char today[DAY_SIZE];
	int64_t level = 0, count = 0, set = 0;

	session_today(cli->session, today);
	if (!pairs_read(cli, 2, keys, err) || !edit_number(cli->word[1], &level, err) ||
	    !reminder_sent(cli->session, cli->word[0], level, date != NULL ? date : today, &count, &set, err))
		return false;
	output_say(&cli->output, nq_("%d reminder sent.", "%d reminders sent.", count), (int)count);
	edit_say_saved(cli, set);
	return true;
}

static bool
reminders(struct cli *cli, struct err *err)
{
	struct row_list rows = { 0 };

	return output_suits(&cli->output, &reminder_line_type, err) &&
	    reminder_list(cli->session, cli->count > 0 ? cli->word[0] : NULL, &rows, err) &&
	    output_list(&cli->output, &rows, err);
}

const struct cli_command dues_commands[] = {
	{ .noun = "dues", .verb = "list", .about = "[YEAR]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List who owes dues of a year, and what is open of them."),
	  .run = list },
	{ .noun = "dues", .verb = "assess", .about = "YEAR", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Make drafts of the invoices of a year for all who have none yet."),
	  .run = assess },
	{ .noun = "dues", .verb = "issue", .about = "YEAR|BILL [date=DAY]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Give the drafts of the dues of a year, or one bill, their numbers and post them."),
	  .run = issue },
	{ .noun = "dues", .verb = "bill", .about = "CODE AMOUNT CURRENCY words=TEXT [account=CODE] [due=DAY]",
	  .least = 4, .most = 6, .need = CLI_NEEDS_FILE,
	  .help = N_("Make the draft of a bill that is no dues; its id is printed. --dry-run shows what it would post."),
	  .run = bill_command_draft },
	{ .noun = "dues", .verb = "bills", .about = "[YEAR]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List the bills of a year that are no dues."),
	  .run = bill_command_bills },
	{ .noun = "dues", .verb = "discard", .about = "BILL", .least = 1, .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("Throw the draft of a bill away."),
	  .run = bill_command_discard },
	{ .noun = "dues", .verb = "pay",
	  .about = "CODE|- AMOUNT CURRENCY [date=DAY] [value=DAY] [for=INVOICE[:AMOUNT]] [KEY=VALUE...]",
	  .least = 3, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Money came in: pay what is oldest with it, or what for= names; - when nobody knows from whom."),
	  .run = pay },
	{ .noun = "dues", .verb = "allocate", .about = "RECEIPT [INVOICE]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Use what is left of a receipt on an invoice, or on what is oldest."),
	  .run = allocate },
	{ .noun = "dues", .verb = "release", .about = "RECEIPT [INVOICE]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Take back what a receipt pays of an invoice, or of all: the money becomes a credit."),
	  .run = release },
	{ .noun = "dues", .verb = "payer", .about = "RECEIPT CODE", .least = 2, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Say who paid a receipt of an unknown payer."),
	  .run = name_payer },
	{ .noun = "dues", .verb = "refund", .about = "RECEIPT AMOUNT|all approved=TEXT", .least = 3, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Pay back what is left of a receipt, or part of it."),
	  .run = refund },
	{ .noun = "dues", .verb = "arrears", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List who owes what on the day, largest first, and whether it may vote."),
	  .run = arrears },
	{ .noun = "dues", .verb = "ageing", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List what is open on the day by how long it is overdue."),
	  .run = ageing },
	{ .noun = "dues", .verb = "statement", .about = "CODE", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List what was invoiced to a government and what it paid, with the balance."),
	  .run = statement },
	{ .noun = "dues", .verb = "remind", .about = "YEAR LEVEL due=DAY", .least = 3, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Make a reminder for everybody who is overdue and has none of that level yet."),
	  .run = remind },
	{ .noun = "dues", .verb = "sent", .about = "YEAR LEVEL [date=DAY]", .least = 2, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Note that the reminders of a level went out."),
	  .run = sent },
	{ .noun = "dues", .verb = "reminders", .about = "[YEAR]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List the reminders."),
	  .run = reminders },
	{ .noun = "dues", .verb = "waive", .about = "INVOICE AMOUNT reason=TEXT [approved=TEXT] [kind=credit|waiver|write-off]",
	  .least = 3, .most = 6, .need = CLI_NEEDS_FILE,
	  .help = N_("Take an amount off an issued invoice: by a credit note, a waiver or a write-off."),
	  .run = waive },
	{ .noun = "dues", .verb = "retract", .about = "NOTE reason=TEXT", .least = 2, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Take a credit note, a waiver or a write-off back, once: the invoice is open again."),
	  .run = bill_command_retract },
	{ .noun = "dues", .verb = "notes", .about = "[YEAR]", .most = 1, .need = CLI_NEEDS_FILE,
	  .help = N_("List the credit notes of a year, and what was taken back."),
	  .run = bill_command_notes },
	{ 0 }
};
