-- SPDX-License-Identifier: GPL-3.0-or-later
-- The guards of the ledger: what is posted or issued never changes or vanishes,
-- numbers have no hole, nothing is dated in a year that is not open, nothing is
-- paid twice. They stand in the schema, so that no program can get round them.
-- Last come the two tables that are kept up with every posting.
--
-- A number is right when it is one more than the highest of its series: without a
-- counter there is nothing that could run ahead of the papers. A column with a + is
-- found by the entry, which has few lines: not by what an account or a government
-- ever had.

-- Fiscal years.
CREATE TRIGGER fiscal_year_begins BEFORE INSERT ON fiscal_year
BEGIN
	SELECT RAISE(ABORT, 'A fiscal year begins open.') WHERE NEW.state <> 'open' OR NEW.closed IS NOT NULL;
	SELECT RAISE(ABORT, 'Two fiscal years overlap.')
		WHERE EXISTS (SELECT 1 FROM fiscal_year WHERE since < NEW.until AND NEW.since < until);
END;
CREATE TRIGGER fiscal_year_stays_closed BEFORE UPDATE ON fiscal_year
BEGIN
	SELECT RAISE(ABORT, 'A closed fiscal year stays closed.')
		WHERE (OLD.state = 'closed' AND NEW.state = 'open') OR (OLD.state = 'audited' AND NEW.state <> 'audited')
		OR (OLD.state = 'open' AND NEW.state = 'audited') OR (OLD.state <> 'open' AND NEW.closed IS NOT OLD.closed)
		OR (NEW.state = 'open') <> (NEW.closed IS NULL);
	SELECT RAISE(ABORT, 'The days of a fiscal year with entries stay as they are.')
		WHERE (NEW.since <> OLD.since OR NEW.until <> OLD.until)
		AND (OLD.state <> 'open' OR EXISTS (SELECT 1 FROM entry WHERE year = OLD.year));
	SELECT RAISE(ABORT, 'Two fiscal years overlap.')
		WHERE EXISTS (SELECT 1 FROM fiscal_year WHERE year <> OLD.year AND since < NEW.until AND NEW.since < until);
END;
CREATE TRIGGER fiscal_year_is_kept BEFORE DELETE ON fiscal_year
BEGIN SELECT RAISE(ABORT, 'A fiscal year is never deleted.'); END;

-- Accounts.
CREATE TRIGGER account_keeps_meaning BEFORE UPDATE ON account
	WHEN NEW.currency <> OLD.currency OR NEW.purpose <> OLD.purpose OR NEW.kind <> OLD.kind
BEGIN
	SELECT RAISE(ABORT, 'An account with postings keeps its kind, purpose and currency.')
		WHERE EXISTS (SELECT 1 FROM posting WHERE account = OLD.code);
END;

-- Entries: unsealed first, then their lines, then the seal that checks them.
CREATE UNIQUE INDEX entry_series ON entry (year, mark, no);
CREATE UNIQUE INDEX entry_reversed_once ON entry (reverses) WHERE reverses IS NOT NULL;
-- The journal in order of days.
CREATE INDEX entry_booked ON entry (booked, number);
CREATE TRIGGER entry_begins BEFORE INSERT ON entry
BEGIN
	SELECT RAISE(ABORT, 'An entry is sealed after its lines are there.') WHERE NEW.sealed <> 0;
	SELECT RAISE(ABORT, 'Numbers of entries go up one by one.')
		WHERE NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM entry WHERE year = NEW.year AND mark = NEW.mark);
	SELECT RAISE(ABORT, 'The days of entries never go backwards along their numbers.')
		WHERE NEW.booked < (SELECT booked FROM entry WHERE year = NEW.year AND mark = NEW.mark
			ORDER BY no DESC LIMIT 1);
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE year = NEW.year AND state = 'open'
			AND since <= NEW.booked AND NEW.booked < until);
	SELECT RAISE(ABORT, 'Only a sealed entry that is no reversal itself can be reversed.')
		WHERE (NEW.kind = 'reversal') <> (NEW.reverses IS NOT NULL) OR (NEW.reverses IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.reverses AND sealed = 1 AND kind <> 'reversal'));
	SELECT RAISE(ABORT, 'An issued invoice is taken back by a credit note, not by a reversal.')
		WHERE NEW.reverses IS NOT NULL AND (EXISTS (SELECT 1 FROM invoice WHERE entry = NEW.reverses)
		OR EXISTS (SELECT 1 FROM credit_note WHERE entry = NEW.reverses));
	SELECT RAISE(ABORT, 'An entry that uses a credit is taken back by its allocation, not by a reversal.')
		WHERE NEW.reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt WHERE entry = NEW.reverses)
		AND (EXISTS (SELECT 1 FROM allocation WHERE entry = NEW.reverses)
			OR EXISTS (SELECT 1 FROM payer WHERE entry = NEW.reverses));
END;
CREATE TRIGGER entry_is_sealed BEFORE UPDATE ON entry
BEGIN
	SELECT RAISE(ABORT, 'A posted entry never changes: reverse it.') WHERE OLD.sealed = 1;
	SELECT RAISE(ABORT, 'Of an entry that is being written only the seal changes.')
		WHERE NEW.number <> OLD.number OR NEW.year <> OLD.year OR NEW.mark <> OLD.mark OR NEW.no <> OLD.no
		OR NEW.booked <> OLD.booked OR NEW.value <> OLD.value OR NEW.kind <> OLD.kind OR NEW.words <> OLD.words
		OR NEW.government IS NOT OLD.government OR NEW.reverses IS NOT OLD.reverses OR NEW.approved <> OLD.approved;
	SELECT RAISE(ABORT, 'An entry has two lines at least.')
		WHERE NEW.sealed = 1 AND (SELECT count(*) FROM posting WHERE entry = NEW.number) < 2;
	SELECT RAISE(ABORT, 'The lines of an entry do not sum to nothing in the base currency.')
		WHERE NEW.sealed = 1 AND (SELECT sum(base) FROM posting WHERE entry = NEW.number) <> 0;
	SELECT RAISE(ABORT, 'What is owed changes by invoices, payments and credit notes alone.')
		WHERE NEW.sealed = 1 AND NEW.kind IN ('manual', 'closing') AND EXISTS (SELECT 1 FROM posting
			JOIN account ON account.code = +posting.account
			WHERE posting.entry = NEW.number AND account.purpose IN ('receivable', 'suspense'));
	SELECT RAISE(ABORT, 'A receipt is reversed with all that it pays.')
		WHERE NEW.sealed = 1 AND NEW.reverses IS NOT NULL AND EXISTS (SELECT 1 FROM receipt WHERE entry = NEW.reverses
			AND (EXISTS (SELECT 1 FROM payer WHERE receipt = receipt.number)
			OR EXISTS (SELECT 1 FROM allocation AS a WHERE a.receipt = receipt.number AND a.undoes IS NULL
				AND (a.entry <> receipt.entry OR NOT EXISTS (SELECT 1 FROM allocation AS b
				WHERE b.undoes = a.id AND b.entry = NEW.number)))));
	SELECT RAISE(ABORT, 'A reversal has the lines of its entry with opposite signs.')
		WHERE NEW.sealed = 1 AND NEW.reverses IS NOT NULL AND (
			(SELECT count(*) FROM posting WHERE entry = NEW.number)
				<> (SELECT count(*) FROM posting WHERE entry = NEW.reverses)
			OR EXISTS (SELECT 1 FROM posting AS mine LEFT JOIN posting AS other
				ON other.entry = NEW.reverses AND other.no = mine.no
				WHERE mine.entry = NEW.number AND (other.no IS NULL OR other.account <> mine.account
				OR other.government IS NOT mine.government OR other.amount <> -mine.amount
				OR other.base <> -mine.base)));
END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'A posted entry is never deleted: reverse it.'); END;

-- A day of the past, account by account, without a look at the entries.
CREATE INDEX posting_day ON posting (account, government, booked, amount, base);
CREATE TRIGGER posting_begins BEFORE INSERT ON posting
BEGIN
	SELECT RAISE(ABORT, 'A posted entry takes no more lines.')
		WHERE EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND sealed = 1);
	SELECT RAISE(ABORT, 'A line has the day of its entry.')
		WHERE NEW.booked <> (SELECT booked FROM entry WHERE number = NEW.entry);
	SELECT RAISE(ABORT, 'This account is closed: nothing is posted to it.')
		WHERE EXISTS (SELECT 1 FROM account WHERE code = NEW.account AND closed = 1);
	SELECT RAISE(ABORT, 'A line on what is owed names the government, and no other line does.')
		WHERE EXISTS (SELECT 1 FROM account WHERE code = NEW.account
			AND (purpose = 'receivable') <> (NEW.government IS NOT NULL));
	SELECT RAISE(ABORT, 'On an account in the base currency both sums are the same.')
		WHERE NEW.amount <> NEW.base AND EXISTS (SELECT 1 FROM account WHERE code = NEW.account
			AND currency = (SELECT value FROM rule WHERE name = 'ledger.base' ORDER BY since DESC LIMIT 1));
	SELECT RAISE(ABORT, 'The amount of a line and its base value have opposite signs.')
		WHERE (NEW.amount > 0 AND NEW.base < 0) OR (NEW.amount < 0 AND NEW.base > 0);
	SELECT RAISE(ABORT, 'A line says something.') WHERE NEW.amount = 0 AND NEW.base = 0;
END;
CREATE TRIGGER posting_stays BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'A line that was posted never changes: reverse its entry.'); END;
CREATE TRIGGER posting_is_kept BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'A line that was posted is never deleted: reverse its entry.'); END;

-- Invoices.
CREATE UNIQUE INDEX invoice_number ON invoice (number) WHERE number <> '';
CREATE UNIQUE INDEX invoice_series ON invoice (year, no) WHERE no > 0;
-- What was owed on a past day, without a look at the rows.
CREATE INDEX invoice_owed ON invoice (government, currency, year, due, issued, total) WHERE number <> '';
CREATE INDEX invoice_entry ON invoice (entry) WHERE entry IS NOT NULL;
-- One of a year and rule: a run may be repeated without doubling anyone.
CREATE UNIQUE INDEX invoice_dues_once ON invoice (government, year, rule) WHERE kind = 'dues';
CREATE TRIGGER invoice_begins BEFORE INSERT ON invoice
BEGIN
	SELECT RAISE(ABORT, 'An invoice begins as a draft.') WHERE NEW.number <> '';
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE year = NEW.year AND state = 'open');
END;
CREATE TRIGGER invoice_is_issued BEFORE UPDATE ON invoice
BEGIN
	SELECT RAISE(ABORT, 'An issued invoice never changes: write a credit note.') WHERE OLD.number <> '';
	SELECT RAISE(ABORT, 'Numbers of invoices go up one by one.')
		WHERE NEW.number <> '' AND NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM invoice
			WHERE year = NEW.year AND no > 0);
	SELECT RAISE(ABORT, 'The days of invoices never go backwards along their numbers.')
		WHERE NEW.number <> '' AND NEW.issued < (SELECT issued FROM invoice WHERE year = NEW.year AND no > 0
			ORDER BY no DESC LIMIT 1);
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE year = NEW.year AND state = 'open'
			AND (NEW.number = '' OR (since <= NEW.issued AND NEW.issued < until)));
	SELECT RAISE(ABORT, 'The total of an invoice is the sum of its lines.')
		WHERE NEW.number <> '' AND (NEW.total <= 0
			OR NEW.total <> (SELECT coalesce(sum(amount), 0) FROM invoice_line WHERE invoice = NEW.id));
	SELECT RAISE(ABORT, 'An invoice is issued with the entry that posts its total on what is owed.')
		WHERE NEW.number <> '' AND NOT EXISTS (SELECT 1 FROM entry JOIN posting ON posting.entry = entry.number
			JOIN account ON account.code = +posting.account
			WHERE entry.number = NEW.entry AND entry.sealed = 1 AND entry.kind = 'invoice'
			AND entry.booked = NEW.issued AND account.purpose = 'receivable' AND account.currency = NEW.currency
			AND +posting.government = NEW.government AND posting.amount = NEW.total);
END;
CREATE TRIGGER invoice_is_kept BEFORE DELETE ON invoice
	WHEN OLD.number <> ''
BEGIN SELECT RAISE(ABORT, 'An issued invoice is never deleted: write a credit note.'); END;
CREATE TRIGGER invoice_line_insert BEFORE INSERT ON invoice_line
	WHEN (SELECT number FROM invoice WHERE id = NEW.invoice) <> ''
BEGIN SELECT RAISE(ABORT, 'The lines of an issued invoice stay as they are.'); END;
CREATE TRIGGER invoice_line_update BEFORE UPDATE ON invoice_line
	WHEN (SELECT number FROM invoice WHERE id = OLD.invoice) <> '' OR (SELECT number FROM invoice WHERE id = NEW.invoice) <> ''
BEGIN SELECT RAISE(ABORT, 'The lines of an issued invoice stay as they are.'); END;
CREATE TRIGGER invoice_line_delete BEFORE DELETE ON invoice_line
	WHEN (SELECT number FROM invoice WHERE id = OLD.invoice) <> ''
BEGIN SELECT RAISE(ABORT, 'The lines of an issued invoice stay as they are.'); END;

-- Credit notes.
CREATE UNIQUE INDEX credit_note_series ON credit_note (year, mark, no);
CREATE INDEX credit_note_invoice ON credit_note (invoice, booked, amount);
CREATE TRIGGER credit_note_begins BEFORE INSERT ON credit_note
BEGIN
	SELECT RAISE(ABORT, 'Numbers of credit notes go up one by one.')
		WHERE NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM credit_note WHERE year = NEW.year AND mark = NEW.mark);
	SELECT RAISE(ABORT, 'The days of credit notes never go backwards along their numbers.')
		WHERE NEW.booked < (SELECT booked FROM credit_note WHERE year = NEW.year AND mark = NEW.mark
			ORDER BY no DESC LIMIT 1);
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE year = NEW.year AND state = 'open'
			AND since <= NEW.booked AND NEW.booked < until);
	SELECT RAISE(ABORT, 'Only an issued invoice can be lessened.')
		WHERE NOT EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice AND number <> '' AND issued <= NEW.booked);
	SELECT RAISE(ABORT, 'This is more than is open on the invoice.')
		WHERE NEW.amount > (SELECT open FROM open_invoice WHERE invoice = NEW.invoice);
	SELECT RAISE(ABORT, 'A credit note is written with the entry that posts it.')
		WHERE NOT EXISTS (SELECT 1 FROM entry JOIN posting ON posting.entry = entry.number
			JOIN account ON account.code = +posting.account JOIN invoice ON invoice.id = NEW.invoice
			WHERE entry.number = NEW.entry AND entry.sealed = 1 AND entry.kind = 'credit-note'
			AND entry.booked = NEW.booked AND account.purpose = 'receivable' AND account.currency = invoice.currency
			AND +posting.government = invoice.government AND posting.amount = -NEW.amount);
END;
CREATE TRIGGER credit_note_stays BEFORE UPDATE ON credit_note
BEGIN SELECT RAISE(ABORT, 'A credit note never changes.'); END;
CREATE TRIGGER credit_note_is_kept BEFORE DELETE ON credit_note
BEGIN SELECT RAISE(ABORT, 'A credit note is never deleted.'); END;

-- Receipts.
CREATE UNIQUE INDEX receipt_series ON receipt (year, mark, no);
CREATE INDEX receipt_government ON receipt (government, booked);
CREATE INDEX receipt_entry ON receipt (entry);
CREATE INDEX receipt_bank_line ON receipt (statement, line) WHERE statement IS NOT NULL;
CREATE TRIGGER receipt_begins BEFORE INSERT ON receipt
BEGIN
	SELECT RAISE(ABORT, 'Numbers of receipts go up one by one.')
		WHERE NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM receipt WHERE year = NEW.year AND mark = NEW.mark);
	SELECT RAISE(ABORT, 'The days of receipts never go backwards along their numbers.')
		WHERE NEW.booked < (SELECT booked FROM receipt WHERE year = NEW.year AND mark = NEW.mark
			ORDER BY no DESC LIMIT 1);
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE year = NEW.year AND state = 'open'
			AND since <= NEW.booked AND NEW.booked < until);
	SELECT RAISE(ABORT, 'A receipt is written with the entry that posts it.')
		WHERE NOT EXISTS (SELECT 1 FROM entry JOIN posting ON posting.entry = entry.number
			WHERE entry.number = NEW.entry AND entry.sealed = 1 AND entry.kind = 'receipt'
			AND entry.booked = NEW.booked AND +posting.account = NEW.account AND posting.amount = NEW.amount);
	SELECT RAISE(ABORT, 'This bank line is used already.')
		WHERE NEW.statement IS NOT NULL AND EXISTS (SELECT 1 FROM receipt AS other
			WHERE other.statement = NEW.statement AND other.line = NEW.line
			AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = other.entry));
END;
CREATE TRIGGER receipt_stays BEFORE UPDATE ON receipt
BEGIN SELECT RAISE(ABORT, 'A receipt never changes: reverse its entry.'); END;
CREATE TRIGGER receipt_is_kept BEFORE DELETE ON receipt
BEGIN SELECT RAISE(ABORT, 'A receipt is never deleted: reverse its entry.'); END;
CREATE TRIGGER payer_begins BEFORE INSERT ON payer
BEGIN
	SELECT RAISE(ABORT, 'The payer of this receipt is known already.')
		WHERE EXISTS (SELECT 1 FROM receipt WHERE number = NEW.receipt AND government IS NOT NULL);
	SELECT RAISE(ABORT, 'This receipt was reversed: nothing is done with it any more.')
		WHERE EXISTS (SELECT 1 FROM receipt JOIN entry ON entry.reverses = receipt.entry
			WHERE receipt.number = NEW.receipt);
	SELECT RAISE(ABORT, 'A payer is named with the entry that posts it.')
		WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND sealed = 1 AND booked = NEW.booked);
END;
CREATE TRIGGER payer_stays BEFORE UPDATE ON payer
BEGIN SELECT RAISE(ABORT, 'The payer of a receipt is named once.'); END;
CREATE TRIGGER payer_is_kept BEFORE DELETE ON payer
BEGIN SELECT RAISE(ABORT, 'The payer of a receipt is named once.'); END;

-- Allocations.
-- What was open on a past day, without a look at the rows.
CREATE INDEX allocation_invoice ON allocation (invoice, booked, amount) WHERE invoice IS NOT NULL;
CREATE INDEX allocation_receipt ON allocation (receipt, booked, used);
CREATE INDEX allocation_entry ON allocation (entry);
CREATE UNIQUE INDEX allocation_undone_once ON allocation (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER allocation_begins BEFORE INSERT ON allocation
BEGIN
	SELECT RAISE(ABORT, 'An allocation is undone by its opposite, once.')
		WHERE (NEW.undoes IS NULL AND (NEW.used <= 0 OR (NEW.invoice IS NOT NULL AND NEW.amount <= 0)))
		OR (NEW.undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM allocation AS old WHERE old.id = NEW.undoes
			AND old.undoes IS NULL AND old.receipt = NEW.receipt AND old.invoice IS NEW.invoice
			AND old.used = -NEW.used AND old.amount = -NEW.amount));
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE state = 'open' AND since <= NEW.booked AND NEW.booked < until);
	SELECT RAISE(ABORT, 'This receipt was reversed: nothing is done with it any more.')
		WHERE EXISTS (SELECT 1 FROM receipt JOIN entry ON entry.reverses = receipt.entry
			WHERE receipt.number = NEW.receipt AND entry.number <> NEW.entry);
	SELECT RAISE(ABORT, 'This is more than is left of the money that came in.')
		WHERE (SELECT amount FROM receipt WHERE number = NEW.receipt)
			< NEW.used + (SELECT coalesce(sum(used), 0) FROM allocation WHERE receipt = NEW.receipt);
	SELECT RAISE(ABORT, 'Only an issued invoice can be paid.')
		WHERE NEW.invoice IS NOT NULL AND NOT EXISTS (SELECT 1 FROM invoice WHERE id = NEW.invoice
			AND number <> '' AND issued <= NEW.booked);
	SELECT RAISE(ABORT, 'This is more than is open on the invoice.')
		WHERE NEW.invoice IS NOT NULL AND NEW.amount > (SELECT open FROM open_invoice WHERE invoice = NEW.invoice);
	SELECT RAISE(ABORT, 'The receipt and the invoice are of two governments.')
		WHERE NEW.invoice IS NOT NULL AND (SELECT government FROM invoice WHERE id = NEW.invoice) IS NOT
			(SELECT coalesce(receipt.government, payer.government) FROM receipt
			LEFT JOIN payer ON payer.receipt = receipt.number WHERE receipt.number = NEW.receipt);
	SELECT RAISE(ABORT, 'An allocation is written with the entry that posts it.')
		WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND booked = NEW.booked
			AND (sealed = 1 OR (kind = 'reversal' AND NEW.undoes IS NOT NULL)));
END;
CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation
BEGIN SELECT RAISE(ABORT, 'An allocation never changes: undo it by its opposite.'); END;
CREATE TRIGGER allocation_is_kept BEFORE DELETE ON allocation
BEGIN SELECT RAISE(ABORT, 'An allocation is never deleted: undo it by its opposite.'); END;

-- Batches, statements, reminders, budgets.
CREATE TRIGGER batch_stays BEFORE UPDATE ON batch
	WHEN OLD.posted IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This batch is posted: it stays as it is.'); END;
CREATE TRIGGER batch_takes_receipts BEFORE INSERT ON receipt
	WHEN NEW.batch IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'This batch is posted: it stays as it is.')
		WHERE EXISTS (SELECT 1 FROM batch WHERE id = NEW.batch AND posted IS NOT NULL);
END;
CREATE TRIGGER bank_statement_stays BEFORE UPDATE ON bank_statement
	WHEN OLD.reconciled IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This statement is reconciled: it stays as it is.'); END;
CREATE TRIGGER bank_line_insert BEFORE INSERT ON bank_line
	WHEN (SELECT reconciled FROM bank_statement WHERE id = NEW.statement) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This statement is reconciled: it stays as it is.'); END;
CREATE TRIGGER bank_line_update BEFORE UPDATE ON bank_line
	WHEN (SELECT reconciled FROM bank_statement WHERE id = OLD.statement) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This statement is reconciled: it stays as it is.'); END;
CREATE TRIGGER bank_line_delete BEFORE DELETE ON bank_line
	WHEN (SELECT reconciled FROM bank_statement WHERE id = OLD.statement) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This statement is reconciled: it stays as it is.'); END;
CREATE TRIGGER reminder_stays BEFORE UPDATE ON reminder
	WHEN OLD.sent IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This reminder is sent: it stays as it is.'); END;
CREATE TRIGGER reminder_is_kept BEFORE DELETE ON reminder
	WHEN OLD.sent IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This reminder is sent: it stays as it is.'); END;
CREATE TRIGGER budget_line_insert BEFORE INSERT ON budget_line
	WHEN (SELECT decision FROM budget WHERE year = NEW.year AND version = NEW.version) <> ''
BEGIN SELECT RAISE(ABORT, 'This budget is approved: make a new version of it.'); END;
CREATE TRIGGER budget_line_update BEFORE UPDATE ON budget_line
	WHEN (SELECT decision FROM budget WHERE year = OLD.year AND version = OLD.version) <> ''
BEGIN SELECT RAISE(ABORT, 'This budget is approved: make a new version of it.'); END;
CREATE TRIGGER budget_line_delete BEFORE DELETE ON budget_line
	WHEN (SELECT decision FROM budget WHERE year = OLD.year AND version = OLD.version) <> ''
BEGIN SELECT RAISE(ABORT, 'This budget is approved: make a new version of it.'); END;

-- Derived: what stands on every account, of every debtor; verify counts again.
CREATE TABLE balance (
	account TEXT NOT NULL,
	government TEXT NOT NULL,	-- '' where the account has no debtors
	amount INTEGER NOT NULL,	-- minor units of the currency of the account
	base INTEGER NOT NULL,		-- minor units of the base currency
	PRIMARY KEY (account, government)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER balance_posting AFTER INSERT ON posting
BEGIN
	INSERT INTO balance (account, government, amount, base)
		VALUES (NEW.account, coalesce(NEW.government, ''), NEW.amount, NEW.base)
		ON CONFLICT (account, government) DO UPDATE
		SET amount = amount + excluded.amount, base = base + excluded.base;
END;

-- Derived: what is open on every issued invoice; verify counts again.
CREATE TABLE open_invoice (
	invoice TEXT PRIMARY KEY NOT NULL,
	government TEXT NOT NULL,
	currency TEXT NOT NULL,
	year TEXT NOT NULL,
	due TEXT NOT NULL,
	open INTEGER NOT NULL CHECK (open >= 0),	-- minor units of the currency
	base INTEGER NOT NULL CHECK (base >= 0),	-- what is left of its base value on what is owed
	CHECK (open > 0 OR base = 0)
) STRICT, WITHOUT ROWID;
-- Arrears: who owes what, largest or oldest first.
CREATE INDEX open_invoice_owed ON open_invoice (government, currency, year, due, open) WHERE open > 0;
CREATE TRIGGER open_invoice_issue AFTER UPDATE ON invoice
	WHEN OLD.number = '' AND NEW.number <> ''
BEGIN
	INSERT INTO open_invoice (invoice, government, currency, year, due, open, base)
		SELECT NEW.id, NEW.government, NEW.currency, NEW.year, NEW.due, NEW.total, posting.base
		FROM posting JOIN account ON account.code = +posting.account AND account.purpose = 'receivable'
		WHERE posting.entry = NEW.entry;
END;
CREATE TRIGGER open_invoice_allocation AFTER INSERT ON allocation
	WHEN NEW.invoice IS NOT NULL
BEGIN
	UPDATE open_invoice SET open = open - NEW.amount, base = base - NEW.base WHERE invoice = NEW.invoice;
END;
CREATE TRIGGER open_invoice_credit AFTER INSERT ON credit_note
BEGIN
	UPDATE open_invoice SET open = open - NEW.amount, base = base - NEW.base WHERE invoice = NEW.invoice;
END;

INSERT INTO meta_sync (tbl, mode) VALUES
	('balance', 'derived'), ('open_invoice', 'derived');
