-- SPDX-License-Identifier: GPL-3.0-or-later
-- Money: currencies and rates, accounts, fiscal years, the ledger; invoices,
-- receipts and what they pay; the bank; the budget.
--
-- Sums are whole numbers of minor units. What is posted never changes: the guards
-- stand here, so that no program can get round them.

-- A currency. Sums are whole numbers of its minor unit everywhere.
CREATE TABLE currency (
	code TEXT PRIMARY KEY NOT NULL CHECK (code GLOB '[A-Z][A-Z][A-Z]'),	-- ISO 4217: three capital letters
	digits INTEGER NOT NULL DEFAULT 0 CHECK (digits BETWEEN 0 AND 4),	-- digits behind the point: KRW 0, USD 2
	name_en TEXT NOT NULL DEFAULT '',
	name_zh TEXT NOT NULL DEFAULT '',
	name_ja TEXT NOT NULL DEFAULT '',
	name_ko TEXT NOT NULL DEFAULT '',
	name_ru TEXT NOT NULL DEFAULT '',
	name_mn TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- A rate: num / den base units for one major unit of the currency, on that day and
-- until the next one.
CREATE TABLE rate (
	currency TEXT NOT NULL REFERENCES currency,	-- ISO 4217 code
	day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),	-- a whole day
	num INTEGER NOT NULL CHECK (num > 0),	-- base units for den major units of the currency
	den INTEGER NOT NULL CHECK (den > 0),	-- 1 mostly
	source TEXT NOT NULL,	-- who published it
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;

-- An account. It has one currency; that of a receivable is that of the invoices.
CREATE TABLE account (
	code TEXT PRIMARY KEY NOT NULL CHECK (code GLOB '[1-9][0-9][0-9]*'),	-- digits
	kind TEXT NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense')),	-- where it stands in the reports
	purpose TEXT NOT NULL DEFAULT '' CHECK (purpose IN ('', 'bank', 'receivable', 'suspense', 'dues', 'exchange', 'loss', 'result')),	-- what the program posts to it; empty: what a clerk chooses
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

-- A fiscal year. It opens once, closes for good, is never deleted.
CREATE TABLE fiscal_year (
	year TEXT PRIMARY KEY NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]'),
	since TEXT NOT NULL CHECK (date(since, '+0 days') IS since),	-- its first day
	until TEXT NOT NULL CHECK (until > since AND date(until, '+0 days') IS until),
	state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'audited')),	-- whether anything may be dated in it
	closed TEXT CHECK (date(closed, '+0 days') IS closed),	-- the day it was closed; NULL while it is open
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- An entry of the ledger. It is written unsealed, its postings follow, and sealing
-- checks them; a change set with an unsealed one cannot be committed.
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
	sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)) REFERENCES const_one (v) DEFERRABLE INITIALLY DEFERRED,	-- 1 as soon as it is complete
	CHECK (number = 'E-' || year || '-' || CASE mark WHEN '' THEN '' ELSE mark || '-' END || printf('%04d', no))
) STRICT, WITHOUT ROWID;

-- A line of an entry: an amount in the currency of the account, and its value in
-- the base currency. Debit is positive.
CREATE TABLE posting (
	entry TEXT NOT NULL REFERENCES entry,	-- its number
	no INTEGER NOT NULL CHECK (no > 0),	-- in the entry, from 1
	account TEXT NOT NULL REFERENCES account,
	government TEXT REFERENCES government,	-- the debtor, on a receivable; NULL elsewhere
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),
	amount INTEGER NOT NULL DEFAULT 0,	-- minor units of the currency of the account; debit is positive
	base INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (entry, no)
) STRICT, WITHOUT ROWID;

-- An invoice. A draft has no number; issued, it is frozen with name, address, rate
-- and rule of its day.
CREATE TABLE invoice (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	number TEXT NOT NULL DEFAULT '',	-- 2017-0001; empty while it is a draft
	year TEXT NOT NULL REFERENCES fiscal_year,
	no INTEGER NOT NULL DEFAULT 0 CHECK (no >= 0),	-- in the year, from 1 without a hole; 0 while it is a draft
	kind TEXT NOT NULL CHECK (kind IN ('dues', 'other')),	-- for what
	government TEXT NOT NULL REFERENCES government,
	rule TEXT REFERENCES rule,	-- the rule dues were assessed by, an id; NULL
	currency TEXT NOT NULL REFERENCES currency,	-- ISO 4217 code
	total INTEGER NOT NULL DEFAULT 0,	-- minor units of the currency
	issued TEXT CHECK (date(issued, '+0 days') IS issued),	-- a whole day; NULL while it is a draft
	due TEXT NOT NULL CHECK (date(due, '+0 days') IS due),
	payable TEXT REFERENCES currency,	-- currency it may be paid in too; NULL
	rate_num INTEGER NOT NULL DEFAULT 0 CHECK (rate_num >= 0),	-- of the currency payable, frozen at issue; 0: none
	rate_den INTEGER NOT NULL DEFAULT 0 CHECK (rate_den >= 0),	-- frozen at issue; 0: none
	rate_day TEXT CHECK (date(rate_day, '+0 days') IS rate_day),	-- the day of the rate; NULL
	rate_source TEXT NOT NULL DEFAULT '',	-- frozen at issue
	name TEXT NOT NULL DEFAULT '',	-- of the government, as of the day of issue
	address TEXT NOT NULL DEFAULT '',	-- as of the day of issue
	terms TEXT NOT NULL DEFAULT '',
	entry TEXT REFERENCES entry,	-- the entry that posts it; NULL while it is a draft
	note TEXT NOT NULL DEFAULT '',
	CHECK (number IN ('', year || '-' || printf('%04d', no))),
	CHECK ((number = '') = (no = 0)),
	CHECK ((number = '') = (issued IS NULL)),
	CHECK ((number = '') = (entry IS NULL))
) STRICT, WITHOUT ROWID;

-- A line of an invoice.
CREATE TABLE invoice_line (
	invoice TEXT NOT NULL REFERENCES invoice,
	no INTEGER NOT NULL CHECK (no > 0),	-- from 1
	words TEXT NOT NULL,	-- for what
	amount INTEGER NOT NULL DEFAULT 0,	-- minor units of the currency of the invoice
	PRIMARY KEY (invoice, no)
) STRICT, WITHOUT ROWID;

-- A credit note, a waiver or a write-off: it lessens an issued invoice. The latter
-- two name the decision or the second person.
CREATE TABLE credit_note (
	number TEXT PRIMARY KEY NOT NULL,	-- C-2017-0001
	year TEXT NOT NULL REFERENCES fiscal_year,
	mark TEXT NOT NULL DEFAULT '',	-- of the venue that wrote it; empty for the office
	no INTEGER NOT NULL CHECK (no > 0),	-- in its series: kind, year and mark; from 1 without a hole
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),	-- a whole day of an open year; it never goes backwards along the numbers
	kind TEXT NOT NULL CHECK (kind IN ('credit', 'waiver', 'write-off')),	-- why
	invoice TEXT NOT NULL REFERENCES invoice,
	amount INTEGER NOT NULL CHECK (amount > 0),	-- minor units of the currency of the invoice
	base INTEGER NOT NULL CHECK (base >= 0),	-- what it takes off the base value of what is owed
	reason TEXT NOT NULL,	-- in words
	approved TEXT NOT NULL DEFAULT '',
	entry TEXT NOT NULL REFERENCES entry,
	CHECK (number = 'C-' || year || '-' || CASE mark WHEN '' THEN '' ELSE mark || '-' END || printf('%04d', no)),
	CHECK (kind = 'credit' OR approved <> '')
) STRICT, WITHOUT ROWID;

-- A batch of payments that are entered together, with the sum they must reach.
CREATE TABLE batch (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	title TEXT NOT NULL,	-- what the paper is called: bank of 10 April
	account TEXT NOT NULL REFERENCES account,
	target INTEGER NOT NULL DEFAULT 0,
	count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),	-- how many payments the paper has; 0: not said
	difference TEXT NOT NULL DEFAULT '',	-- why it was posted though the sums differ; empty: they did not
	posted TEXT CHECK (date(posted, '+0 days') IS posted),	-- the day; NULL while it is open
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- How a bank writes its statements as CSV: the heads of the columns that count.
CREATE TABLE bank_format (
	name TEXT PRIMARY KEY NOT NULL,
	account TEXT NOT NULL REFERENCES account,
	skip INTEGER NOT NULL DEFAULT 0 CHECK (skip BETWEEN 0 AND 100),	-- rows before the heads
	day TEXT NOT NULL,
	day_order TEXT NOT NULL CHECK (day_order IN ('ymd', 'dmy', 'mdy')),
	amount TEXT NOT NULL DEFAULT '',	-- one column with a sign, or the next two
	money_in TEXT NOT NULL DEFAULT '',
	money_out TEXT NOT NULL DEFAULT '',
	payer TEXT NOT NULL DEFAULT '',
	reference TEXT NOT NULL DEFAULT '',
	decimal TEXT NOT NULL DEFAULT '.' CHECK (decimal IN ('.', ',')),
	note TEXT NOT NULL DEFAULT '',
	CHECK ((amount = '') = (money_in <> ''))
) STRICT, WITHOUT ROWID;

-- A statement of the bank, as it was imported.
CREATE TABLE bank_statement (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	account TEXT NOT NULL REFERENCES account,
	name TEXT NOT NULL,	-- its number or file
	since TEXT NOT NULL CHECK (date(since, '+0 days') IS since),	-- its first day
	until TEXT NOT NULL CHECK (date(until, '+0 days') IS until),	-- its last day
	opening INTEGER NOT NULL DEFAULT 0,	-- balance before it, minor units of the account
	closing INTEGER NOT NULL DEFAULT 0 CHECK (closing <> ''),	-- balance after it, minor units of the account
	reconciled TEXT CHECK (date(reconciled, '+0 days') IS reconciled),	-- the day it was closed with nothing left; NULL
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- A line of a bank statement. Two that look alike are two payments until a person
-- says otherwise.
CREATE TABLE bank_line (
	statement TEXT NOT NULL REFERENCES bank_statement,
	no INTEGER NOT NULL CHECK (no > 0),	-- from 1
	day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
	amount INTEGER NOT NULL DEFAULT 0,	-- minor units of the account; in is positive
	payer TEXT NOT NULL DEFAULT '',	-- as the bank writes it
	reference TEXT NOT NULL DEFAULT '',	-- as the bank writes it
	same_as TEXT NOT NULL DEFAULT '',
	entry TEXT REFERENCES entry,	-- the entry that answers for it when it is no receipt; NULL
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (statement, no)
) STRICT, WITHOUT ROWID;

-- Money that came in. What is not allocated yet is a credit of the government, or,
-- while nobody knows who paid, stands in suspense. A bank line is used at most once;
-- a receipt that was reversed gives it free.
CREATE TABLE receipt (
	number TEXT PRIMARY KEY NOT NULL,	-- R-2017-0001
	year TEXT NOT NULL REFERENCES fiscal_year,
	mark TEXT NOT NULL DEFAULT '',	-- of the venue that wrote it; empty for the office
	no INTEGER NOT NULL CHECK (no > 0),	-- in its series: kind, year and mark; from 1 without a hole
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),	-- a whole day of an open year; it never goes backwards along the numbers
	value TEXT NOT NULL CHECK (date(value, '+0 days') IS value),
	government TEXT REFERENCES government,	-- who paid; NULL: it is not known
	account TEXT NOT NULL REFERENCES account,
	amount INTEGER NOT NULL CHECK (amount > 0),	-- minor units of the account
	method TEXT NOT NULL DEFAULT '',	-- transfer, cash 
	reference TEXT NOT NULL DEFAULT '',	-- as the bank writes it
	payer TEXT NOT NULL DEFAULT '',	-- as the bank writes it
	batch TEXT REFERENCES batch,	-- an id; NULL
	statement TEXT,	-- of the bank line it answers for, an id; NULL
	line INTEGER NOT NULL DEFAULT 0 CHECK (line >= 0),	-- of the statement; 0: none
	entry TEXT NOT NULL REFERENCES entry,
	CHECK (number = 'R-' || year || '-' || CASE mark WHEN '' THEN '' ELSE mark || '-' END || printf('%04d', no)),
	FOREIGN KEY (statement, line) REFERENCES bank_line (statement, no)
) STRICT, WITHOUT ROWID;

-- Who paid a receipt of an unknown payer, found out later: its entry takes the money
-- out of suspense.
CREATE TABLE payer (
	receipt TEXT PRIMARY KEY NOT NULL REFERENCES receipt,	-- its number
	government TEXT NOT NULL REFERENCES government,
	booked TEXT NOT NULL CHECK (date(booked, '+0 days') IS booked),	-- a whole day
	entry TEXT NOT NULL REFERENCES entry
) STRICT, WITHOUT ROWID;

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
	entry TEXT NOT NULL REFERENCES entry,
	undoes TEXT REFERENCES allocation	-- the allocation this is the opposite of; NULL
) STRICT, WITHOUT ROWID;

-- A reminder: one of a level for a government in a year, so that a run cannot send
-- twice.
CREATE TABLE reminder (
	government TEXT NOT NULL REFERENCES government,
	year TEXT NOT NULL REFERENCES fiscal_year,
	level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 9),	-- 1, 2, 3
	due TEXT NOT NULL CHECK (date(due, '+0 days') IS due),
	sent TEXT CHECK (date(sent, '+0 days') IS sent),	-- the day; NULL: not yet
	currency TEXT NOT NULL REFERENCES currency,	-- ISO 4217 code
	amount INTEGER NOT NULL DEFAULT 0,	-- what was open, minor units of the currency
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (government, year, level)
) STRICT, WITHOUT ROWID;

-- A version of the budget of a year; the latest approved one counts.
CREATE TABLE budget (
	year TEXT NOT NULL REFERENCES fiscal_year,
	version INTEGER NOT NULL CHECK (version > 0),	-- from 1
	decision TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (year, version)
) STRICT, WITHOUT ROWID;

-- What a budget gives to an account.
CREATE TABLE budget_line (
	year TEXT NOT NULL,
	version INTEGER NOT NULL,
	account TEXT NOT NULL REFERENCES account,
	amount INTEGER NOT NULL DEFAULT 0,	-- minor units of the base currency, as a positive sum
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (year, version, account),
	FOREIGN KEY (year, version) REFERENCES budget
) STRICT, WITHOUT ROWID;

-- What makes COMMIT refuse an entry that was never sealed: see entry.sealed.
CREATE TABLE const_one (
	v INTEGER PRIMARY KEY CHECK (v = 1)
) STRICT;
INSERT INTO const_one (v) VALUES (1);

INSERT INTO meta_sync (tbl, mode) VALUES
	('currency', 'merge'),
	('rate', 'merge'),
	('account', 'merge'),
	('fiscal_year', 'merge'),
	('entry', 'replay'),
	('posting', 'replay'),
	('invoice', 'merge'),
	('invoice_line', 'merge'),
	('credit_note', 'replay'),
	('batch', 'merge'),
	('bank_format', 'merge'),
	('bank_statement', 'merge'),
	('bank_line', 'merge'),
	('receipt', 'replay'),
	('payer', 'replay'),
	('allocation', 'replay'),
	('reminder', 'merge'),
	('budget', 'merge'),
	('budget_line', 'merge'),
	('const_one', 'derived');

INSERT INTO meta_group (tbl, col, grp) VALUES
	('fiscal_year', 'since', 'period'),
	('fiscal_year', 'until', 'period');
