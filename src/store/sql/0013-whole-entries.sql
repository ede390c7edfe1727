-- SPDX-License-Identifier: GPL-3.0-or-later
-- An entry is written after its lines, and one that is there is whole: nothing is
-- sealed afterwards, which was a seventh of the work of a payment and a line more
-- in the log. What is written before it, lines and in a reversal the opposites of
-- what the reversed entry paid, waits for it: a change set in which the entry never
-- comes cannot be committed.
--
-- The tables that wait are written anew: a foreign key cannot be altered.

CREATE TABLE entry_before AS SELECT * FROM entry;
DROP TABLE entry;
-- An entry of the ledger. It comes last of what it is made of.
CREATE TABLE entry (
	number TEXT PRIMARY KEY NOT NULL,	-- E-2017-0001
	year TEXT NOT NULL REFERENCES fiscal_year,
	mark TEXT NOT NULL DEFAULT '',	-- of the venue that wrote it; empty for the office
	no INTEGER NOT NULL CHECK (no > 0),	-- in its series: kind, year and mark; from 1 without a hole
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),	-- a whole day of an open year; it never goes backwards along the numbers
	value TEXT NOT NULL CHECK (date(value, '+0 days') IS value),
	kind TEXT NOT NULL CHECK (kind IN ('manual', 'invoice') OR kind IN ('receipt', 'allocation') OR kind IN ('refund', 'credit-note') OR kind IN ('reversal', 'closing')),	-- what happened
	words TEXT NOT NULL,	-- what happened, in words
	government TEXT REFERENCES government,	-- the government it is about; NULL
	reverses TEXT REFERENCES entry,	-- the entry it reverses; NULL
	approved TEXT NOT NULL DEFAULT '',
	CHECK (number = 'E-' || year || '-' || CASE mark WHEN '' THEN '' ELSE mark || '-' END || printf('%04d', no))
) STRICT, WITHOUT ROWID;
INSERT INTO entry SELECT number, year, mark, no, booked, value, kind, words, government, reverses, approved
	FROM entry_before;
DROP TABLE entry_before;
CREATE UNIQUE INDEX entry_series ON entry (year, mark, no);
CREATE UNIQUE INDEX entry_reversed_once ON entry (reverses) WHERE reverses IS NOT NULL;
-- The journal in order of days.
CREATE INDEX entry_booked ON entry (booked, number);
CREATE TRIGGER entry_begins BEFORE INSERT ON entry
BEGIN
	SELECT RAISE(ABORT, 'Numbers of entries go up one by one.')
		WHERE NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM entry WHERE year = NEW.year AND mark = NEW.mark);
	SELECT RAISE(ABORT, 'The days of entries never go backwards along their numbers.')
		WHERE NEW.booked < (SELECT booked FROM entry WHERE year = NEW.year AND mark = NEW.mark
			ORDER BY no DESC LIMIT 1);
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE year = NEW.year AND state = 'open'
			AND since <= NEW.booked AND NEW.booked < until);
	SELECT RAISE(ABORT, 'Only an entry that is no reversal itself can be reversed.')
		WHERE (NEW.kind = 'reversal') <> (NEW.reverses IS NOT NULL);
	SELECT CASE
		WHEN count(*) < 2 THEN RAISE(ABORT, 'An entry has two lines at least.')
		WHEN sum(base) <> 0 THEN RAISE(ABORT, 'The lines of an entry do not sum to nothing in the base currency.')
		WHEN min(booked) <> NEW.booked OR max(booked) <> NEW.booked
			THEN RAISE(ABORT, 'A line has the day of its entry.')
		WHEN (NEW.kind = 'manual' OR NEW.kind = 'closing') AND EXISTS (SELECT 1 FROM posting AS line
			JOIN account ON account.code = +line.account
			WHERE line.entry = NEW.number AND account.purpose IN ('receivable', 'suspense'))
			THEN RAISE(ABORT, 'What is owed changes by invoices, payments and credit notes alone.')
		END FROM posting WHERE entry = NEW.number;
	-- What was written before it is the opposite of what the reversed entry did.
	SELECT RAISE(ABORT, 'An allocation is written with the entry that posts it.')
		FROM allocation AS a WHERE a.entry = NEW.number AND (a.booked <> NEW.booked
			OR NEW.reverses IS NOT (SELECT entry FROM receipt WHERE number = a.receipt));
	SELECT RAISE(ABORT, 'A credit note is taken back with the entry that reverses its own.')
		FROM credit_note AS a WHERE a.entry = NEW.number AND (a.booked <> NEW.booked
			OR NEW.reverses IS NOT (SELECT entry FROM credit_note WHERE number = a.undoes));
END;
CREATE TRIGGER entry_is_reversed BEFORE INSERT ON entry
	WHEN NEW.reverses IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'Only an entry that is no reversal itself can be reversed.')
		WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.reverses AND kind <> 'reversal');
	SELECT RAISE(ABORT, 'An issued invoice is taken back by a credit note, not by a reversal.')
		WHERE EXISTS (SELECT 1 FROM invoice WHERE entry = NEW.reverses);
	SELECT RAISE(ABORT, 'An entry that uses a credit is taken back by its allocation, not by a reversal.')
		WHERE NOT EXISTS (SELECT 1 FROM receipt WHERE entry = NEW.reverses)
		AND (EXISTS (SELECT 1 FROM allocation WHERE entry = NEW.reverses)
			OR EXISTS (SELECT 1 FROM payer WHERE entry = NEW.reverses));
	SELECT RAISE(ABORT, 'A receipt is reversed with all that it pays.')
		WHERE EXISTS (SELECT 1 FROM receipt WHERE entry = NEW.reverses
			AND (EXISTS (SELECT 1 FROM payer WHERE receipt = receipt.number)
			OR EXISTS (SELECT 1 FROM allocation AS a WHERE a.receipt = receipt.number AND a.undoes IS NULL
				AND (a.entry <> receipt.entry OR NOT EXISTS (SELECT 1 FROM allocation AS b
				WHERE b.undoes = a.id AND b.entry = NEW.number)))));
	SELECT RAISE(ABORT, 'The entry of a credit note is reversed with the credit note.')
		WHERE EXISTS (SELECT 1 FROM credit_note AS a
			WHERE a.entry = NEW.reverses AND NOT EXISTS (SELECT 1 FROM credit_note AS b
			WHERE b.undoes = a.number AND b.entry = NEW.number));
	SELECT RAISE(ABORT, 'A reversal has the lines of its entry with opposite signs.')
		WHERE (SELECT count(*) FROM posting WHERE entry = NEW.number)
				<> (SELECT count(*) FROM posting WHERE entry = NEW.reverses)
			OR EXISTS (SELECT 1 FROM posting AS mine LEFT JOIN posting AS other
				ON other.entry = NEW.reverses AND other.no = mine.no
				WHERE mine.entry = NEW.number AND (other.no IS NULL OR other.account <> mine.account
				OR other.government IS NOT mine.government OR other.amount <> -mine.amount
				OR other.base <> -mine.base));
END;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'A posted entry never changes: reverse it.'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'A posted entry is never deleted: reverse it.'); END;

CREATE TABLE posting_before AS SELECT * FROM posting;
DROP TABLE posting;
-- A line of an entry: an amount in the currency of the account, and its value in
-- the base currency. Debit is positive.
CREATE TABLE posting (
	entry TEXT NOT NULL REFERENCES entry DEFERRABLE INITIALLY DEFERRED,	-- its number
	no INTEGER NOT NULL CHECK (no > 0),	-- in the entry, from 1
	account TEXT NOT NULL REFERENCES account,
	government TEXT REFERENCES government,	-- the debtor, on a receivable; NULL elsewhere
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),
	amount INTEGER NOT NULL DEFAULT 0,	-- minor units of the currency of the account; debit is positive
	base INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (entry, no)
) STRICT, WITHOUT ROWID;
INSERT INTO posting SELECT * FROM posting_before;
DROP TABLE posting_before;
-- A day of the past, account by account, without a look at the entries.
CREATE INDEX posting_day ON posting (account, government, booked, amount, base);
CREATE TRIGGER posting_begins BEFORE INSERT ON posting
BEGIN
	SELECT RAISE(ABORT, 'A posted entry takes no more lines.') FROM entry WHERE number = NEW.entry;
	SELECT CASE
		WHEN closed = 1 THEN RAISE(ABORT, 'This account is closed: nothing is posted to it.')
		WHEN (purpose = 'receivable') <> (NEW.government IS NOT NULL)
			THEN RAISE(ABORT, 'A line on what is owed names the government, and no other line does.')
		WHEN NEW.amount <> NEW.base
			AND currency = (SELECT value FROM rule WHERE name = 'ledger.base' ORDER BY since DESC LIMIT 1)
			THEN RAISE(ABORT, 'On an account in the base currency both sums are the same.')
		END FROM account WHERE code = NEW.account;
	SELECT RAISE(ABORT, 'The amount of a line and its base value have opposite signs.')
		WHERE (NEW.amount > 0 AND NEW.base < 0) OR (NEW.amount < 0 AND NEW.base > 0);
	SELECT RAISE(ABORT, 'A line says something.') WHERE NEW.amount = 0 AND NEW.base = 0;
END;
CREATE TRIGGER posting_stays BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'A line that was posted never changes: reverse its entry.'); END;
CREATE TRIGGER posting_is_kept BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'A line that was posted is never deleted: reverse its entry.'); END;
CREATE TRIGGER balance_posting AFTER INSERT ON posting
BEGIN
	INSERT INTO balance (account, government, amount, base)
		VALUES (NEW.account, coalesce(NEW.government, ''), NEW.amount, NEW.base)
		ON CONFLICT (account, government) DO UPDATE
		SET amount = amount + excluded.amount, base = base + excluded.base;
END;

CREATE TABLE allocation_before AS SELECT * FROM allocation;
DROP TABLE allocation;
-- A part of a receipt that pays an invoice. It is undone by an opposite row.
CREATE TABLE allocation (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	receipt TEXT NOT NULL REFERENCES receipt,	-- its number
	invoice TEXT REFERENCES invoice,	-- its id; NULL: it is paid back
	used INTEGER NOT NULL DEFAULT 0,	-- minor units of the receipt; negative in the opposite row
	used_base INTEGER NOT NULL DEFAULT 0,	-- the base value of what is used
	amount INTEGER NOT NULL DEFAULT 0,	-- minor units of the invoice; negative in the opposite row
	base INTEGER NOT NULL DEFAULT 0,	-- what it takes off the base value of what is owed
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),	-- a whole day
	entry TEXT NOT NULL REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
	undoes TEXT REFERENCES allocation	-- the allocation this is the opposite of; NULL
) STRICT, WITHOUT ROWID;
INSERT INTO allocation SELECT * FROM allocation_before;
DROP TABLE allocation_before;
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
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM entry WHERE reverses = receipt.entry AND number <> NEW.entry)
			THEN RAISE(ABORT, 'This receipt was reversed: nothing is done with it any more.')
		WHEN receipt.amount < NEW.used + (SELECT coalesce(sum(used), 0) FROM allocation WHERE receipt = NEW.receipt)
			THEN RAISE(ABORT, 'This is more than is left of the money that came in.')
		WHEN NEW.invoice IS NULL THEN NULL
		WHEN invoice.id IS NULL OR invoice.number = '' OR invoice.issued > NEW.booked
			THEN RAISE(ABORT, 'Only an issued invoice can be paid.')
		WHEN NEW.amount > open_invoice.open THEN RAISE(ABORT, 'This is more than is open on the invoice.')
		WHEN invoice.government IS NOT coalesce(receipt.government, (SELECT government FROM payer WHERE receipt = NEW.receipt))
			THEN RAISE(ABORT, 'The receipt and the invoice are of two governments.')
		END FROM receipt LEFT JOIN invoice ON invoice.id = NEW.invoice
		LEFT JOIN open_invoice ON open_invoice.invoice = NEW.invoice WHERE receipt.number = NEW.receipt;
	-- An opposite may come before its entry, but after the lines of that.
	SELECT RAISE(ABORT, 'An allocation is written with the entry that posts it.')
		WHERE NEW.booked IS NOT coalesce((SELECT booked FROM entry WHERE number = NEW.entry),
			(SELECT booked FROM posting WHERE entry = NEW.entry AND NEW.undoes IS NOT NULL));
END;
CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation
BEGIN SELECT RAISE(ABORT, 'An allocation never changes: undo it by its opposite.'); END;
CREATE TRIGGER allocation_is_kept BEFORE DELETE ON allocation
BEGIN SELECT RAISE(ABORT, 'An allocation is never deleted: undo it by its opposite.'); END;
CREATE TRIGGER open_invoice_allocation AFTER INSERT ON allocation
	WHEN NEW.invoice IS NOT NULL
BEGIN
	UPDATE open_invoice SET open = open - NEW.amount, base = base - NEW.base WHERE invoice = NEW.invoice;
END;

CREATE TABLE credit_note_before AS SELECT * FROM credit_note;
DROP TABLE credit_note;
-- A credit note, a waiver or a write-off, or the opposite of one.
CREATE TABLE credit_note (
	number TEXT PRIMARY KEY NOT NULL,	-- C-2017-0001
	year TEXT NOT NULL REFERENCES fiscal_year,
	mark TEXT NOT NULL DEFAULT '',	-- of the venue that wrote it; empty for the office
	no INTEGER NOT NULL CHECK (no > 0),	-- in its series: kind, year and mark; from 1 without a hole
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),	-- a whole day of an open year; it never goes backwards along the numbers
	kind TEXT NOT NULL CHECK (kind IN ('credit', 'waiver', 'write-off')),	-- why
	invoice TEXT NOT NULL REFERENCES invoice,
	amount INTEGER NOT NULL,	-- minor units of the currency of the invoice; negative in the opposite row
	base INTEGER NOT NULL,	-- what it takes off the base value of what is owed
	reason TEXT NOT NULL,	-- in words
	approved TEXT NOT NULL DEFAULT '',
	entry TEXT NOT NULL REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
	undoes TEXT REFERENCES credit_note,	-- the credit note this is the opposite of; NULL
	CHECK (number = 'C-' || year || '-' || CASE mark WHEN '' THEN '' ELSE mark || '-' END || printf('%04d', no)),
	CHECK (kind = 'credit' OR approved <> ''),
	CHECK (CASE WHEN undoes IS NULL THEN amount > 0 AND base >= 0 ELSE amount < 0 AND base <= 0 END)
) STRICT, WITHOUT ROWID;
INSERT INTO credit_note SELECT * FROM credit_note_before;
DROP TABLE credit_note_before;
CREATE UNIQUE INDEX credit_note_series ON credit_note (year, mark, no);
CREATE INDEX credit_note_invoice ON credit_note (invoice, booked, amount);
CREATE INDEX credit_note_entry ON credit_note (entry);
CREATE UNIQUE INDEX credit_note_undone_once ON credit_note (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER credit_note_begins BEFORE INSERT ON credit_note
BEGIN
	SELECT RAISE(ABORT, 'A credit note is taken back by its opposite, once.')
		WHERE NEW.undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM credit_note AS old WHERE old.number = NEW.undoes
			AND old.undoes IS NULL AND old.kind = NEW.kind AND old.invoice = NEW.invoice
			AND old.amount = -NEW.amount AND old.base = -NEW.base
			AND NOT EXISTS (SELECT 1 FROM credit_note WHERE undoes = old.number));
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
		WHERE NEW.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM entry JOIN posting ON posting.entry = entry.number
			JOIN account ON account.code = +posting.account JOIN invoice ON invoice.id = NEW.invoice
			WHERE entry.number = NEW.entry AND entry.kind = 'credit-note'
			AND entry.booked = NEW.booked AND account.purpose = 'receivable' AND account.currency = invoice.currency
			AND +posting.government = invoice.government AND posting.amount = -NEW.amount);
	-- The opposite comes before the entry that reverses, and after the lines of that.
	SELECT RAISE(ABORT, 'A credit note is taken back with the entry that reverses its own.')
		WHERE NEW.undoes IS NOT NULL AND (EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry)
			OR NEW.booked IS NOT (SELECT booked FROM posting WHERE entry = NEW.entry));
END;
CREATE TRIGGER credit_note_stays BEFORE UPDATE ON credit_note
BEGIN SELECT RAISE(ABORT, 'A credit note never changes.'); END;
CREATE TRIGGER credit_note_is_kept BEFORE DELETE ON credit_note
BEGIN SELECT RAISE(ABORT, 'A credit note is never deleted.'); END;
CREATE TRIGGER open_invoice_credit AFTER INSERT ON credit_note
BEGIN
	UPDATE open_invoice SET open = open - NEW.amount, base = base - NEW.base WHERE invoice = NEW.invoice;
END;

-- The other guards that asked for the seal.
DROP TRIGGER invoice_is_issued;
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
			WHERE entry.number = NEW.entry AND entry.kind = 'invoice'
			AND entry.booked = NEW.issued AND account.purpose = 'receivable' AND account.currency = NEW.currency
			AND +posting.government = NEW.government AND posting.amount = NEW.total);
	SELECT RAISE(ABORT, 'Dues rest on a rule, and any other bill names an income account.')
		WHERE (NEW.kind = 'dues') <> (NEW.rule IS NOT NULL) OR (NEW.kind = 'dues') <> (NEW.account IS NULL);
	SELECT RAISE(ABORT, 'Dues are posted as dues, and any other bill to the income account it names.')
		WHERE NEW.number <> '' AND NOT EXISTS (SELECT 1 FROM posting JOIN account ON account.code = +posting.account
			WHERE posting.entry = NEW.entry AND account.kind = 'income'
			AND CASE NEW.kind WHEN 'dues' THEN account.purpose = 'dues'
				ELSE account.purpose <> 'dues' AND account.code = NEW.account END);
END;
DROP TRIGGER receipt_begins;
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
			WHERE entry.number = NEW.entry AND entry.kind = 'receipt'
			AND entry.booked = NEW.booked AND +posting.account = NEW.account AND posting.amount = NEW.amount);
	SELECT RAISE(ABORT, 'This bank line is used already.')
		WHERE NEW.statement IS NOT NULL AND EXISTS (SELECT 1 FROM receipt AS other
			WHERE other.statement = NEW.statement AND other.line = NEW.line
			AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = other.entry));
END;
DROP TRIGGER payer_begins;
CREATE TRIGGER payer_begins BEFORE INSERT ON payer
BEGIN
	SELECT RAISE(ABORT, 'The payer of this receipt is known already.')
		WHERE EXISTS (SELECT 1 FROM receipt WHERE number = NEW.receipt AND government IS NOT NULL);
	SELECT RAISE(ABORT, 'This receipt was reversed: nothing is done with it any more.')
		WHERE EXISTS (SELECT 1 FROM receipt JOIN entry ON entry.reverses = receipt.entry
			WHERE receipt.number = NEW.receipt);
	SELECT RAISE(ABORT, 'A payer is named with the entry that posts it.')
		WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND booked = NEW.booked);
END;

-- It made COMMIT refuse an entry without a seal.
DROP TABLE const_one;
DELETE FROM meta_sync WHERE tbl = 'const_one';
