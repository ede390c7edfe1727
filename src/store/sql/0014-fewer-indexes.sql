-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a payment writes is mostly pages of indexes. These are not needed:
--
-- An invoice that is paid leaves open_invoice, so the table is as small as what is
-- owed and in the order of those who owe it, without an index of its own.
--
-- The days of entries never go backwards along their numbers: one index tells the
-- last of a series and the order of the journal. Numbers are unique as keys, and a
-- number says its year, mark and place, so no index guards these once more.
--
-- A receipt has the government and the day of its entry and is found by them. What
-- an allocation or a credit note is posted by is there when it is written, or its
-- lines are, which wait for it: a foreign key would look through both tables once
-- more at every entry.

CREATE TABLE open_invoice_before AS SELECT * FROM open_invoice WHERE open > 0;
DROP TABLE open_invoice;
-- What is open on the invoices that are not paid.
CREATE TABLE open_invoice (
	government TEXT NOT NULL,
	currency TEXT NOT NULL,
	year TEXT NOT NULL,
	invoice TEXT NOT NULL,	-- its id
	due TEXT NOT NULL,
	kind TEXT NOT NULL,
	open INTEGER NOT NULL CHECK (open >= 0),	-- minor units of the currency
	base INTEGER NOT NULL CHECK (base >= 0),	-- what is left of its base value on what is owed
	PRIMARY KEY (government, currency, year, invoice),
	CHECK (open > 0 OR base = 0)
) STRICT, WITHOUT ROWID;
INSERT INTO open_invoice SELECT government, currency, year, invoice, due, kind, open, base FROM open_invoice_before;
DROP TABLE open_invoice_before;
CREATE TRIGGER open_invoice_is_paid AFTER UPDATE ON open_invoice
	WHEN NEW.open = 0
BEGIN
	DELETE FROM open_invoice WHERE government = NEW.government AND currency = NEW.currency
		AND year = NEW.year AND invoice = NEW.invoice;
END;
DROP TRIGGER open_invoice_issue;
CREATE TRIGGER open_invoice_issue AFTER UPDATE ON invoice
	WHEN OLD.number = '' AND NEW.number <> ''
BEGIN
	INSERT INTO open_invoice (government, currency, year, invoice, due, kind, open, base)
		SELECT NEW.government, NEW.currency, NEW.year, NEW.id, NEW.due, NEW.kind, NEW.total, posting.base
		FROM posting JOIN account ON account.code = +posting.account AND account.purpose = 'receivable'
		WHERE posting.entry = NEW.entry;
END;

DROP INDEX entry_series;
DROP INDEX entry_booked;
CREATE INDEX entry_day ON entry (year, booked, mark, no);
DROP INDEX receipt_series;
CREATE INDEX receipt_series ON receipt (year, mark, no);
DROP INDEX receipt_entry;

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
	entry TEXT NOT NULL,	-- the number of the entry that posts it
	undoes TEXT REFERENCES allocation	-- the allocation this is the opposite of; NULL
) STRICT, WITHOUT ROWID;
INSERT INTO allocation SELECT * FROM allocation_before;
DROP TABLE allocation_before;
-- What was open on a past day, without a look at the rows.
CREATE INDEX allocation_invoice ON allocation (invoice, booked, amount) WHERE invoice IS NOT NULL;
CREATE INDEX allocation_receipt ON allocation (receipt, booked, used);
CREATE UNIQUE INDEX allocation_undone_once ON allocation (undoes) WHERE undoes IS NOT NULL;
-- The opposites that a reversal was written with.
CREATE INDEX allocation_undoing ON allocation (entry) WHERE undoes IS NOT NULL;
CREATE TRIGGER allocation_begins BEFORE INSERT ON allocation
BEGIN
	SELECT RAISE(ABORT, 'An allocation is undone by its opposite, once.')
		WHERE (NEW.undoes IS NULL AND (NEW.used <= 0 OR (NEW.invoice IS NOT NULL AND NEW.amount <= 0)))
		OR (NEW.undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM allocation AS old WHERE old.id = NEW.undoes
			AND old.undoes IS NULL AND old.receipt = NEW.receipt AND old.invoice IS NEW.invoice
			AND old.used = -NEW.used AND old.amount = -NEW.amount));
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM entry WHERE reverses = receipt.entry AND number <> NEW.entry)
			THEN RAISE(ABORT, 'This receipt was reversed: nothing is done with it any more.')
		WHEN receipt.amount < NEW.used + (SELECT coalesce(sum(used), 0) FROM allocation WHERE receipt = NEW.receipt)
			THEN RAISE(ABORT, 'This is more than is left of the money that came in.')
		WHEN NEW.invoice IS NULL THEN NULL
		WHEN invoice.id IS NULL OR invoice.number = '' OR invoice.issued > NEW.booked
			THEN RAISE(ABORT, 'Only an issued invoice can be paid.')
		WHEN NEW.amount > coalesce(open_invoice.open, 0)
			THEN RAISE(ABORT, 'This is more than is open on the invoice.')
		WHEN invoice.government IS NOT coalesce(receipt.government, (SELECT government FROM payer WHERE receipt = NEW.receipt))
			THEN RAISE(ABORT, 'The receipt and the invoice are of two governments.')
		END FROM receipt LEFT JOIN invoice ON invoice.id = NEW.invoice
		LEFT JOIN open_invoice ON open_invoice.government = invoice.government
			AND open_invoice.currency = invoice.currency AND open_invoice.year = invoice.year
			AND open_invoice.invoice = invoice.id
		WHERE receipt.number = NEW.receipt;
	SELECT CASE
		WHEN fiscal_year.state <> 'open' OR NEW.booked < since OR NEW.booked >= until
			THEN RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHEN entry.booked <> NEW.booked OR NOT (entry.kind = 'allocation' OR entry.kind = 'refund'
			OR entry.number = (SELECT entry FROM receipt WHERE number = NEW.receipt))
			THEN RAISE(ABORT, 'An allocation is written with the entry that posts it.')
		END FROM entry JOIN fiscal_year ON fiscal_year.year = entry.year WHERE entry.number = NEW.entry;
	-- An opposite may come before its entry, but after the lines of that.
	SELECT RAISE(ABORT, 'An allocation is written with the entry that posts it.')
		WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry)
		AND (NEW.undoes IS NULL OR NEW.booked IS NOT (SELECT booked FROM posting WHERE entry = NEW.entry));
END;
CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation
BEGIN SELECT RAISE(ABORT, 'An allocation never changes: undo it by its opposite.'); END;
CREATE TRIGGER allocation_is_kept BEFORE DELETE ON allocation
BEGIN SELECT RAISE(ABORT, 'An allocation is never deleted: undo it by its opposite.'); END;
-- What was paid and is taken back is open again.
CREATE TRIGGER open_invoice_allocation AFTER INSERT ON allocation
	WHEN NEW.invoice IS NOT NULL
BEGIN
	INSERT OR IGNORE INTO open_invoice (government, currency, year, invoice, due, kind, open, base)
		SELECT government, currency, year, id, due, kind, 0, 0 FROM invoice
		WHERE NEW.amount < 0 AND id = NEW.invoice;
	UPDATE open_invoice SET open = open - NEW.amount, base = base - NEW.base
		WHERE (government, currency, year, invoice)
			= (SELECT government, currency, year, id FROM invoice WHERE id = NEW.invoice);
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
	entry TEXT NOT NULL,	-- the number of the entry that posts it
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
		WHERE NEW.amount > coalesce((SELECT open FROM open_invoice WHERE (government, currency, year, invoice)
			= (SELECT government, currency, year, id FROM invoice WHERE id = NEW.invoice)), 0);
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
	INSERT OR IGNORE INTO open_invoice (government, currency, year, invoice, due, kind, open, base)
		SELECT government, currency, year, id, due, kind, 0, 0 FROM invoice
		WHERE NEW.amount < 0 AND id = NEW.invoice;
	UPDATE open_invoice SET open = open - NEW.amount, base = base - NEW.base
		WHERE (government, currency, year, invoice)
			= (SELECT government, currency, year, id FROM invoice WHERE id = NEW.invoice);
END;

-- The guards that asked for what is no more.
DROP TRIGGER entry_begins;
CREATE TRIGGER entry_begins BEFORE INSERT ON entry
BEGIN
	-- A sign, or SQLite takes the mark out of the order and sorts the year.
	SELECT RAISE(ABORT, 'Numbers of entries go up one by one.')
		WHERE NEW.no <> coalesce((SELECT no FROM entry WHERE year = NEW.year AND +mark = NEW.mark
			ORDER BY booked DESC, mark DESC, no DESC LIMIT 1), 0) + 1;
	SELECT RAISE(ABORT, 'The days of entries never go backwards along their numbers.')
		WHERE NEW.booked < (SELECT booked FROM entry WHERE year = NEW.year AND +mark = NEW.mark
			ORDER BY booked DESC LIMIT 1);
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
		FROM allocation AS a WHERE a.entry = NEW.number AND a.undoes IS NOT NULL AND (a.booked <> NEW.booked
			OR NEW.reverses IS NOT (SELECT entry FROM receipt WHERE number = a.receipt));
	SELECT RAISE(ABORT, 'A credit note is taken back with the entry that reverses its own.')
		FROM credit_note AS a WHERE a.entry = NEW.number AND (a.booked <> NEW.booked
			OR NEW.reverses IS NOT (SELECT entry FROM credit_note WHERE number = a.undoes));
END;
DROP TRIGGER entry_is_reversed;
CREATE TRIGGER entry_is_reversed BEFORE INSERT ON entry
	WHEN NEW.reverses IS NOT NULL
BEGIN
	SELECT CASE
		WHEN kind = 'reversal' THEN RAISE(ABORT, 'Only an entry that is no reversal itself can be reversed.')
		WHEN kind = 'allocation' OR kind = 'refund'
			THEN RAISE(ABORT, 'An entry that uses a credit is taken back by its allocation, not by a reversal.')
		END FROM entry WHERE number = NEW.reverses;
	SELECT RAISE(ABORT, 'Only an entry that is no reversal itself can be reversed.')
		WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.reverses);
	SELECT RAISE(ABORT, 'An issued invoice is taken back by a credit note, not by a reversal.')
		WHERE EXISTS (SELECT 1 FROM invoice WHERE entry = NEW.reverses);
	SELECT RAISE(ABORT, 'A receipt is reversed with all that it pays.')
		FROM entry AS old JOIN receipt ON receipt.government IS old.government AND receipt.booked = old.booked
			AND receipt.entry = old.number
		WHERE old.number = NEW.reverses
			AND (EXISTS (SELECT 1 FROM payer WHERE receipt = receipt.number)
			OR EXISTS (SELECT 1 FROM allocation AS a WHERE a.receipt = receipt.number AND a.undoes IS NULL
				AND (a.entry <> receipt.entry OR NOT EXISTS (SELECT 1 FROM allocation AS b
				WHERE b.undoes = a.id AND b.entry = NEW.number))));
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
			WHERE entry.number = NEW.entry AND entry.kind = 'receipt' AND entry.government IS NEW.government
			AND entry.booked = NEW.booked AND +posting.account = NEW.account AND posting.amount = NEW.amount);
	SELECT RAISE(ABORT, 'This bank line is used already.')
		WHERE NEW.statement IS NOT NULL AND EXISTS (SELECT 1 FROM receipt AS other
			WHERE other.statement = NEW.statement AND other.line = NEW.line
			AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = other.entry));
END;
