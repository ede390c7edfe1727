-- SPDX-License-Identifier: GPL-3.0-or-later
-- The bodies of the association: what they are called and for what, their seats,
-- which government holds a seat and which persons exercise it in turn; the
-- divisions of the secretariat, who works there and who answers for what.
--
-- A seat exists while it is vacant. It is held by a government, never by a person.

-- A body. It is never deleted: a dissolved one keeps its key and its number.
CREATE TABLE body (
	key TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[A-Z][A-Z0-9]*'),	-- capital letters, digits and hyphens; never changes
	kind TEXT NOT NULL CHECK (kind IN ('association', 'assembly', 'committee', 'subcommittees', 'subcommittee', 'secretariat', 'bureau', 'division', 'other')),	-- what it is in the association
	parent TEXT REFERENCES body DEFERRABLE INITIALLY DEFERRED,	-- the body it belongs to, which may come in later; NULL at the top
	number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0),	-- among those of its parent, from 1; 0: none. It is never given again
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),	-- the day it was dissolved or merged; NULL while it exists
	decision TEXT NOT NULL DEFAULT '',
	successor TEXT REFERENCES body DEFERRABLE INITIALLY DEFERRED,	-- the body that took over, which may come in later; NULL
	ended TEXT NOT NULL DEFAULT '',	-- why or by which decision it was dissolved
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
-- A number of a body is never given again, not even after it is dissolved.
CREATE UNIQUE INDEX body_number ON body (parent, number) WHERE number > 0;

-- What a body is called, by period: one row holds the six languages.
CREATE TABLE body_name (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	body TEXT NOT NULL REFERENCES body,
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	name_en TEXT NOT NULL DEFAULT '',
	name_zh TEXT NOT NULL DEFAULT '',
	name_ja TEXT NOT NULL DEFAULT '',
	name_ko TEXT NOT NULL DEFAULT '',
	name_ru TEXT NOT NULL DEFAULT '',
	name_mn TEXT NOT NULL DEFAULT '',
	unchecked TEXT NOT NULL DEFAULT '',	-- languages nobody has read yet
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX body_name_owner ON body_name (body, since);
CREATE TRIGGER body_name_apart_insert BEFORE INSERT ON body_name
BEGIN
	SELECT RAISE(ABORT, 'Two name periods of one body overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM body_name AS other
			WHERE other.body = NEW.body AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER body_name_apart_update BEFORE UPDATE ON body_name
BEGIN
	SELECT RAISE(ABORT, 'Two name periods of one body overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM body_name AS other
			WHERE other.body = NEW.body AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- What a body is for, by period: purpose, activities, role.
CREATE TABLE body_text (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	body TEXT NOT NULL REFERENCES body,
	text_kind TEXT NOT NULL CHECK (text_kind IN ('purpose', 'activities', 'role')),	-- which text it is
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	text_en TEXT NOT NULL DEFAULT '',
	text_zh TEXT NOT NULL DEFAULT '',
	text_ja TEXT NOT NULL DEFAULT '',
	text_ko TEXT NOT NULL DEFAULT '',
	text_ru TEXT NOT NULL DEFAULT '',
	text_mn TEXT NOT NULL DEFAULT '',
	unchecked TEXT NOT NULL DEFAULT '',	-- languages nobody has read yet
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX body_text_owner ON body_text (body, text_kind, since);
CREATE TRIGGER body_text_apart_insert BEFORE INSERT ON body_text
BEGIN
	SELECT RAISE(ABORT, 'Two periods of one text of a body overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM body_text AS other
			WHERE other.body = NEW.body AND other.text_kind = NEW.text_kind AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER body_text_apart_update BEFORE UPDATE ON body_text
BEGIN
	SELECT RAISE(ABORT, 'Two periods of one text of a body overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM body_text AS other
			WHERE other.body = NEW.body AND other.text_kind = NEW.text_kind AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- A seat of a body. It exists while it is vacant, so that vacancies are rows.
CREATE TABLE seat (
	body TEXT NOT NULL REFERENCES body,
	role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'host', 'coordinator', 'co-coordinator', 'member', 'auditor')),	-- what the seat is
	no INTEGER NOT NULL CHECK (no > 0),	-- among those of its role in the body, from 1
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),	-- the day it was given up; NULL while it exists
	decision TEXT NOT NULL DEFAULT '',
	ended TEXT NOT NULL DEFAULT '',	-- why or by which decision it was given up
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (body, role, no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER seat_in_life BEFORE INSERT ON seat
BEGIN
	SELECT RAISE(ABORT, 'This body is dissolved by then: it gets no new seats.')
		WHERE EXISTS (SELECT 1 FROM body WHERE key = NEW.body AND until IS NOT NULL
			AND (NEW.until IS NULL OR NEW.until > body.until));
END;

-- Which government holds a seat, and when. A term may end with an event whose
-- day is not known yet: until_meeting names it, and its closing fills until.
CREATE TABLE term (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	body TEXT NOT NULL,
	role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'host', 'coordinator', 'co-coordinator', 'member', 'auditor')),	-- what the seat is
	no INTEGER NOT NULL CHECK (no > 0),	-- among those of its role in the body, from 1
	government TEXT NOT NULL REFERENCES government,
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	until_meeting TEXT,	-- the session whose closing ends the term and fills the day; NULL
	decision TEXT NOT NULL DEFAULT '',
	ended TEXT NOT NULL DEFAULT '',	-- why or by which decision it ended
	note TEXT NOT NULL DEFAULT '',
	FOREIGN KEY (body, role, no) REFERENCES seat
) STRICT, WITHOUT ROWID;
CREATE INDEX term_owner ON term (body, role, no, since);
CREATE TRIGGER term_apart_insert BEFORE INSERT ON term
BEGIN
	SELECT RAISE(ABORT, 'Two terms in one seat overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM term AS other
			WHERE other.body = NEW.body AND other.role = NEW.role AND other.no = NEW.no AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER term_apart_update BEFORE UPDATE ON term
BEGIN
	SELECT RAISE(ABORT, 'Two terms in one seat overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM term AS other
			WHERE other.body = NEW.body AND other.role = NEW.role AND other.no = NEW.no AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
-- What does this government hold?
CREATE INDEX term_government ON term (government, since);
-- Which terms does the closing of a session end?
CREATE INDEX term_meeting ON term (until_meeting) WHERE until_meeting IS NOT NULL;
CREATE TRIGGER term_in_life_insert BEFORE INSERT ON term
BEGIN
	SELECT RAISE(ABORT, 'This body is dissolved by then: it takes no new terms.')
		WHERE EXISTS (SELECT 1 FROM body WHERE key = NEW.body AND until IS NOT NULL
			AND (NEW.until IS NULL OR NEW.until > body.until));
END;
CREATE TRIGGER term_in_life_update BEFORE UPDATE ON term
BEGIN
	SELECT RAISE(ABORT, 'This body is dissolved by then: it takes no new terms.')
		WHERE EXISTS (SELECT 1 FROM body WHERE key = NEW.body AND until IS NOT NULL
			AND (NEW.until IS NULL OR NEW.until > body.until));
END;
CREATE TRIGGER term_in_seat_insert BEFORE INSERT ON term
BEGIN
	SELECT RAISE(ABORT, 'This seat is given up by then: it takes no new terms.')
		WHERE EXISTS (SELECT 1 FROM seat
			WHERE body = NEW.body AND role = NEW.role AND no = NEW.no AND until IS NOT NULL
			AND (NEW.until IS NULL OR NEW.until > seat.until));
END;
CREATE TRIGGER term_in_seat_update BEFORE UPDATE ON term
BEGIN
	SELECT RAISE(ABORT, 'This seat is given up by then: it takes no new terms.')
		WHERE EXISTS (SELECT 1 FROM seat
			WHERE body = NEW.body AND role = NEW.role AND no = NEW.no AND until IS NOT NULL
			AND (NEW.until IS NULL OR NEW.until > seat.until));
END;
CREATE TRIGGER seat_ends_after_its_terms BEFORE UPDATE OF until ON seat
	WHEN NEW.until IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'Terms in this seat go on after that day: end them first.')
		WHERE EXISTS (SELECT 1 FROM term
			WHERE body = NEW.body AND role = NEW.role AND no = NEW.no
			AND (term.until IS NULL OR term.until > NEW.until));
END;
CREATE TRIGGER body_ends_after_its_terms BEFORE UPDATE OF until ON body
	WHEN NEW.until IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'Terms in this body go on after that day: end them first.')
		WHERE EXISTS (SELECT 1 FROM term WHERE body = NEW.key
			AND (term.until IS NULL OR term.until > NEW.until));
END;

-- A person who exercises an office for the government that holds it; acting
-- persons beside the one who is absent.
CREATE TABLE officer (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	term TEXT NOT NULL REFERENCES term,
	person TEXT NOT NULL REFERENCES person,
	acting INTEGER NOT NULL DEFAULT 0 CHECK (acting IN (0, 1)),	-- 1 for an acting person, else 0
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX officer_owner ON officer (term, acting, since);
CREATE TRIGGER officer_apart_insert BEFORE INSERT ON officer
BEGIN
	SELECT RAISE(ABORT, 'Two persons exercise this office at one time: end the earlier period first.')
		WHERE EXISTS (SELECT 1 FROM officer AS other
			WHERE other.term = NEW.term AND other.acting = NEW.acting AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER officer_apart_update BEFORE UPDATE ON officer
BEGIN
	SELECT RAISE(ABORT, 'Two persons exercise this office at one time: end the earlier period first.')
		WHERE EXISTS (SELECT 1 FROM officer AS other
			WHERE other.term = NEW.term AND other.acting = NEW.acting AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- Who works in the secretariat: officials sent by governments, country
-- specialists, hired staff.
CREATE TABLE staff (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	person TEXT NOT NULL REFERENCES person,
	body TEXT NOT NULL REFERENCES body,
	kind TEXT NOT NULL CHECK (kind IN ('dispatched', 'specialist', 'hired')),	-- how the person came to the secretariat
	government TEXT REFERENCES government,	-- the government that sent the person; NULL
	login TEXT NOT NULL DEFAULT '',
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_login ON staff (login) WHERE login <> '';
CREATE INDEX staff_owner ON staff (person, body, since);
CREATE TRIGGER staff_in_secretariat_insert BEFORE INSERT ON staff
BEGIN
	SELECT RAISE(ABORT, 'Staff work in the secretariat, in its bureau or in a division of it.')
		WHERE EXISTS (SELECT 1 FROM body WHERE key = NEW.body
			AND kind NOT IN ('secretariat', 'bureau', 'division'));
END;
CREATE TRIGGER staff_apart_insert BEFORE INSERT ON staff
BEGIN
	SELECT RAISE(ABORT, 'This person works there at that time already: end the earlier period first.')
		WHERE EXISTS (SELECT 1 FROM staff AS other
			WHERE other.person = NEW.person AND other.body = NEW.body AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER staff_login_insert BEFORE INSERT ON staff
BEGIN
	SELECT RAISE(ABORT, 'Two of the staff log in under one name at one time: give one of them another.')
		WHERE EXISTS (SELECT 1 FROM staff AS other
			WHERE NEW.login <> '' AND other.login = NEW.login AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER staff_in_secretariat_update BEFORE UPDATE ON staff
BEGIN
	SELECT RAISE(ABORT, 'Staff work in the secretariat, in its bureau or in a division of it.')
		WHERE EXISTS (SELECT 1 FROM body WHERE key = NEW.body
			AND kind NOT IN ('secretariat', 'bureau', 'division'));
END;
CREATE TRIGGER staff_apart_update BEFORE UPDATE ON staff
BEGIN
	SELECT RAISE(ABORT, 'This person works there at that time already: end the earlier period first.')
		WHERE EXISTS (SELECT 1 FROM staff AS other
			WHERE other.person = NEW.person AND other.body = NEW.body AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER staff_login_update BEFORE UPDATE ON staff
BEGIN
	SELECT RAISE(ABORT, 'Two of the staff log in under one name at one time: give one of them another.')
		WHERE EXISTS (SELECT 1 FROM staff AS other
			WHERE NEW.login <> '' AND other.login = NEW.login AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- Which country or body a clerk answers for: one of the two. For each of them it
-- is one clerk at a time; the portfolio counts while she works here.
CREATE TABLE portfolio (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	staff TEXT NOT NULL REFERENCES staff,	-- whose portfolio it is, an id
	country TEXT REFERENCES country,	-- the country, or NULL
	body TEXT REFERENCES body,	-- the body, or NULL
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	note TEXT NOT NULL DEFAULT '',
	CHECK ((country IS NULL) <> (body IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX portfolio_staff ON portfolio (staff, since);
CREATE INDEX portfolio_country ON portfolio (country, since) WHERE country IS NOT NULL;
CREATE INDEX portfolio_body ON portfolio (body, since) WHERE body IS NOT NULL;
CREATE TRIGGER portfolio_apart_insert BEFORE INSERT ON portfolio
BEGIN
	SELECT RAISE(ABORT, 'Somebody answers for this country or body at that time already: end that portfolio first.')
		WHERE EXISTS (SELECT 1 FROM portfolio AS other
			WHERE (other.country = NEW.country OR other.body = NEW.body) AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER portfolio_apart_update BEFORE UPDATE ON portfolio
BEGIN
	SELECT RAISE(ABORT, 'Somebody answers for this country or body at that time already: end that portfolio first.')
		WHERE EXISTS (SELECT 1 FROM portfolio AS other
			WHERE (other.country = NEW.country OR other.body = NEW.body) AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- Bodies, meetings and decisions are found like governments: what a search looks
-- in is made anew when the file is opened.
DROP TABLE search_text;
CREATE TABLE search_text (
	kind TEXT NOT NULL CHECK (kind IN ('government', 'person') OR kind IN ('post', 'body')
		OR kind IN ('meeting', 'decision')),
	rank INTEGER NOT NULL,
	key TEXT NOT NULL,
	text TEXT NOT NULL,		-- lines split by newline, see domain/fold.h
	PRIMARY KEY (kind, rank, key)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX search_text_key ON search_text (kind, key);
DELETE FROM meta WHERE k = 'fold_version';

INSERT INTO meta_sync (tbl, mode) VALUES
	('body', 'merge'),
	('body_name', 'merge'),
	('body_text', 'merge'),
	('seat', 'merge'),
	('term', 'merge'),
	('officer', 'merge'),
	('staff', 'merge'),
	('portfolio', 'merge');

INSERT INTO meta_group (tbl, col, grp) VALUES
	('body', 'since', 'period'),
	('body', 'until', 'period'),
	('body', 'decision', 'period'),
	('body', 'successor', 'period'),
	('body', 'ended', 'period'),
	('body_name', 'since', 'period'),
	('body_name', 'until', 'period'),
	('body_text', 'since', 'period'),
	('body_text', 'until', 'period'),
	('seat', 'since', 'period'),
	('seat', 'until', 'period'),
	('seat', 'decision', 'period'),
	('seat', 'ended', 'period'),
	('term', 'since', 'period'),
	('term', 'until', 'period'),
	('term', 'until_meeting', 'period'),
	('term', 'decision', 'period'),
	('term', 'ended', 'period'),
	('officer', 'since', 'period'),
	('officer', 'until', 'period'),
	('staff', 'since', 'period'),
	('staff', 'until', 'period'),
	('portfolio', 'since', 'period'),
	('portfolio', 'until', 'period');
