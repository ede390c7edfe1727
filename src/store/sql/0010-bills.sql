-- SPDX-License-Identifier: GPL-3.0-or-later
-- Bills that are no dues, and credit notes that are taken back.
--
-- A bill names the income account it is posted to, and what is open of it never
-- suspends a vote: the kind stands beside what is kept as open. A credit note is
-- taken back by its opposite in the same series, written with the reversal of its
-- entry, so that sums over credit notes stay what they were.
--
-- A CHECK cannot be altered: the two tables are written anew under their names.

-- A purpose more: bills that are no dues.
CREATE TABLE account_before AS SELECT * FROM account;
DROP TABLE account;
CREATE TABLE account (
	code TEXT PRIMARY KEY NOT NULL CHECK (code GLOB '[1-9][0-9][0-9]*'),	-- digits
	kind TEXT NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense')),	-- where it stands in the reports
	purpose TEXT NOT NULL DEFAULT '' CHECK (purpose IN ('', 'bank', 'receivable', 'suspense', 'dues', 'exchange', 'loss', 'result', 'charge')),	-- what the program posts to it; empty: what a clerk chooses
	currency TEXT NOT NULL REFERENCES currency,	-- ISO 4217 code
	closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),	-- 1: nothing is posted to it any more
	name_en TEXT NOT NULL DEFAULT '',
	name_zh TEXT NOT NULL DEFAULT '',
	name_ja TEXT NOT NULL DEFAULT '',
	name_ko TEXT NOT NULL DEFAULT '',
	name_ru TEXT NOT NULL DEFAULT '',
	name_mn TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
INSERT INTO account SELECT * FROM account_before;
DROP TABLE account_before;
CREATE TRIGGER account_keeps_meaning BEFORE UPDATE ON account
	WHEN NEW.currency <> OLD.currency OR NEW.purpose <> OLD.purpose OR NEW.kind <> OLD.kind
BEGIN
	SELECT RAISE(ABORT, 'An account with postings keeps its kind, purpose and currency.')
		WHERE EXISTS (SELECT 1 FROM posting WHERE account = OLD.code);
END;

-- A credit note, a waiver or a write-off, or the opposite of one.
CREATE TABLE credit_note_before AS SELECT * FROM credit_note;
DROP TABLE credit_note;
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
	entry TEXT NOT NULL REFERENCES entry,
	undoes TEXT REFERENCES credit_note,	-- the credit note this is the opposite of; NULL
	CHECK (number = 'C-' || year || '-' || CASE mark WHEN '' THEN '' ELSE mark || '-' END || printf('%04d', no)),
	CHECK (kind = 'credit' OR approved <> ''),
	CHECK (CASE WHEN undoes IS NULL THEN amount > 0 AND base >= 0 ELSE amount < 0 AND base <= 0 END)
) STRICT, WITHOUT ROWID;
INSERT INTO credit_note SELECT *, NULL FROM credit_note_before;
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
			WHERE entry.number = NEW.entry AND entry.sealed = 1 AND entry.kind = 'credit-note'
			AND entry.booked = NEW.booked AND account.purpose = 'receivable' AND account.currency = invoice.currency
			AND +posting.government = invoice.government AND posting.amount = -NEW.amount);
	SELECT RAISE(ABORT, 'A credit note is taken back with the entry that reverses its own.')
		WHERE NEW.undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry JOIN credit_note AS old ON old.entry = entry.reverses
			WHERE entry.number = NEW.entry AND entry.kind = 'reversal' AND entry.booked = NEW.booked
			AND old.number = NEW.undoes);
END;
CREATE TRIGGER credit_note_stays BEFORE UPDATE ON credit_note
BEGIN SELECT RAISE(ABORT, 'A credit note never changes.'); END;
CREATE TRIGGER credit_note_is_kept BEFORE DELETE ON credit_note
BEGIN SELECT RAISE(ABORT, 'A credit note is never deleted.'); END;
CREATE TRIGGER open_invoice_credit AFTER INSERT ON credit_note
BEGIN
	UPDATE open_invoice SET open = open - NEW.amount, base = base - NEW.base WHERE invoice = NEW.invoice;
END;

-- The entry of a credit note may be reversed, together with the credit note.
DROP TRIGGER entry_begins;
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
		WHERE NEW.reverses IS NOT NULL AND EXISTS (SELECT 1 FROM invoice WHERE entry = NEW.reverses);
	SELECT RAISE(ABORT, 'An entry that uses a credit is taken back by its allocation, not by a reversal.')
		WHERE NEW.reverses IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt WHERE entry = NEW.reverses)
		AND (EXISTS (SELECT 1 FROM allocation WHERE entry = NEW.reverses)
			OR EXISTS (SELECT 1 FROM payer WHERE entry = NEW.reverses));
END;
DROP TRIGGER entry_is_sealed;
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
	SELECT RAISE(ABORT, 'The entry of a credit note is reversed with the credit note.')
		WHERE NEW.sealed = 1 AND NEW.reverses IS NOT NULL AND EXISTS (SELECT 1 FROM credit_note AS a
			WHERE a.entry = NEW.reverses AND NOT EXISTS (SELECT 1 FROM credit_note AS b
			WHERE b.undoes = a.number AND b.entry = NEW.number));
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

-- Bills.
ALTER TABLE invoice ADD COLUMN account TEXT REFERENCES account;	-- the income account of a bill; NULL: dues
DROP INDEX invoice_owed;
CREATE INDEX invoice_owed ON invoice (government, currency, year, due, issued, total, kind) WHERE number <> '';
DROP TRIGGER invoice_begins;
CREATE TRIGGER invoice_begins BEFORE INSERT ON invoice
BEGIN
	SELECT RAISE(ABORT, 'An invoice begins as a draft.') WHERE NEW.number <> '';
	SELECT RAISE(ABORT, 'This fiscal year is not open: nothing can be dated in it.')
		WHERE NOT EXISTS (SELECT 1 FROM fiscal_year WHERE year = NEW.year AND state = 'open');
	SELECT RAISE(ABORT, 'Dues rest on a rule, and any other bill names an income account.')
		WHERE (NEW.kind = 'dues') <> (NEW.rule IS NOT NULL) OR (NEW.kind = 'dues') <> (NEW.account IS NULL);
END;
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
			WHERE entry.number = NEW.entry AND entry.sealed = 1 AND entry.kind = 'invoice'
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

-- What is open, with its kind: only dues suspend a vote.
ALTER TABLE open_invoice ADD COLUMN kind TEXT NOT NULL DEFAULT 'dues';
UPDATE open_invoice SET kind = 'other' WHERE invoice IN (SELECT id FROM invoice WHERE kind = 'other');
DROP INDEX open_invoice_owed;
CREATE INDEX open_invoice_owed ON open_invoice (government, currency, year, due, open, kind) WHERE open > 0;
DROP TRIGGER open_invoice_issue;
CREATE TRIGGER open_invoice_issue AFTER UPDATE ON invoice
	WHEN OLD.number = '' AND NEW.number <> ''
BEGIN
	INSERT INTO open_invoice (invoice, government, currency, year, due, open, base, kind)
		SELECT NEW.id, NEW.government, NEW.currency, NEW.year, NEW.due, NEW.total, posting.base, NEW.kind
		FROM posting JOIN account ON account.code = +posting.account AND account.purpose = 'receivable'
		WHERE posting.entry = NEW.entry;
END;
