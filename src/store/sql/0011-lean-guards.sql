-- SPDX-License-Identifier: GPL-3.0-or-later
-- The guards that stand in the way of every payment look at each row they need
-- once: they took a seventh of an import. What they refuse, and in which order,
-- is as before.

DROP TRIGGER posting_begins;
CREATE TRIGGER posting_begins BEFORE INSERT ON posting
BEGIN
	SELECT CASE
		WHEN sealed = 1 THEN RAISE(ABORT, 'A posted entry takes no more lines.')
		WHEN NEW.booked <> booked THEN RAISE(ABORT, 'A line has the day of its entry.')
		END FROM entry WHERE number = NEW.entry;
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

DROP TRIGGER allocation_begins;
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
	SELECT RAISE(ABORT, 'An allocation is written with the entry that posts it.')
		WHERE NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND booked = NEW.booked
			AND (sealed = 1 OR (kind = 'reversal' AND NEW.undoes IS NOT NULL)));
END;

-- Of a seal that reverses nothing only the lines are looked at.
DROP TRIGGER entry_is_sealed;
CREATE TRIGGER entry_is_sealed BEFORE UPDATE ON entry
BEGIN
	SELECT RAISE(ABORT, 'A posted entry never changes: reverse it.') WHERE OLD.sealed = 1;
	SELECT RAISE(ABORT, 'Of an entry that is being written only the seal changes.')
		WHERE NEW.number <> OLD.number OR NEW.year <> OLD.year OR NEW.mark <> OLD.mark OR NEW.no <> OLD.no
		OR NEW.booked <> OLD.booked OR NEW.value <> OLD.value OR NEW.kind <> OLD.kind OR NEW.words <> OLD.words
		OR NEW.government IS NOT OLD.government OR NEW.reverses IS NOT OLD.reverses OR NEW.approved <> OLD.approved;
	SELECT CASE
		WHEN NEW.sealed = 0 THEN NULL
		WHEN count(*) < 2 THEN RAISE(ABORT, 'An entry has two lines at least.')
		WHEN sum(base) <> 0 THEN RAISE(ABORT, 'The lines of an entry do not sum to nothing in the base currency.')
		WHEN NEW.kind IN ('manual', 'closing') AND EXISTS (SELECT 1 FROM posting AS line
			JOIN account ON account.code = +line.account
			WHERE line.entry = NEW.number AND account.purpose IN ('receivable', 'suspense'))
			THEN RAISE(ABORT, 'What is owed changes by invoices, payments and credit notes alone.')
		END FROM posting WHERE entry = NEW.number;
END;
CREATE TRIGGER entry_is_reversed BEFORE UPDATE ON entry
	WHEN NEW.sealed = 1 AND NEW.reverses IS NOT NULL
BEGIN
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
