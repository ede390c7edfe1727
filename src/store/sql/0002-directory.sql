-- SPDX-License-Identifier: GPL-3.0-or-later
-- The directory: countries, governments with their names, statuses, aliases,
-- channels and addresses; people, posts and who holds them; the dated rules.
--
-- A day may be known only in part: '2010', '2010-10', '2010-10-28', or '' where
-- it is not known. As text such days compare rightly with whole days, because a
-- prefix sorts first: '2010-10' is taken as the first day it may be. Periods are
-- half open, [since, until): since '' is an open start, until NULL an open end.

CREATE TABLE country (
	code TEXT PRIMARY KEY NOT NULL CHECK (code GLOB '[A-Z][A-Z]'),	-- ISO 3166-1
	rank_web INTEGER NOT NULL,	-- order of the association's web site
	rank_charter INTEGER NOT NULL,	-- order of the Charter; both are official
	language TEXT NOT NULL,		-- column of its own names: zh ja ko mn ru
	announced INTEGER NOT NULL DEFAULT 0 CHECK (announced >= 0),	-- members its source announces
	name_en TEXT NOT NULL DEFAULT '',
	name_zh TEXT NOT NULL DEFAULT '',
	name_ja TEXT NOT NULL DEFAULT '',
	name_ko TEXT NOT NULL DEFAULT '',
	name_ru TEXT NOT NULL DEFAULT '',
	name_mn TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- The party and the debtor: never deleted, whatever becomes of it. No action
-- deletes one; only undo takes back a row that nothing refers to yet.
CREATE TABLE government (
	code TEXT PRIMARY KEY NOT NULL CHECK (code GLOB '[A-Z][A-Z]-[A-Z0-9]*'),	-- ISO 3166-2
	country TEXT NOT NULL REFERENCES country,
	rank INTEGER NOT NULL,		-- order of protocol; it is kept, never computed
	phone TEXT NOT NULL DEFAULT '',
	fax TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	web TEXT NOT NULL DEFAULT '',
	letters TEXT NOT NULL DEFAULT '',	-- language of letters: en zh ja ko ru mn
	source TEXT NOT NULL DEFAULT '',	-- where the row comes from: brochure, inferred
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
-- The list in order of protocol, page by page.
CREATE INDEX government_rank ON government (rank, code);

-- What it is called, by period: one row holds the six languages.
CREATE TABLE government_name (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	government TEXT NOT NULL REFERENCES government,
	name_kind TEXT NOT NULL DEFAULT 'official' CHECK (name_kind IN ('official', 'short')),
	kind TEXT NOT NULL,		-- province, prefecture, krai ...: it changes with the name
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	name_en TEXT NOT NULL DEFAULT '',
	name_zh TEXT NOT NULL DEFAULT '',
	name_ja TEXT NOT NULL DEFAULT '',
	name_ko TEXT NOT NULL DEFAULT '',
	name_ru TEXT NOT NULL DEFAULT '',
	name_mn TEXT NOT NULL DEFAULT '',
	reading TEXT NOT NULL DEFAULT '',	-- of name_ja, in kana
	unchecked TEXT NOT NULL DEFAULT '',	-- languages nobody has read yet: 'mn' or 'ko mn'
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX government_name_owner ON government_name (government, name_kind, since);
CREATE TRIGGER government_name_apart_insert BEFORE INSERT ON government_name
BEGIN
	SELECT RAISE(ABORT, 'Two name periods of one government overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM government_name AS other
			WHERE other.government = NEW.government AND other.id <> NEW.id AND other.name_kind = NEW.name_kind
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER government_name_apart_update BEFORE UPDATE ON government_name
BEGIN
	SELECT RAISE(ABORT, 'Two name periods of one government overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM government_name AS other
			WHERE other.government = NEW.government AND other.id <> NEW.id AND other.name_kind = NEW.name_kind
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- What it is to the association, by period. A period entered in error is voided
-- with a reason and stays visible.
CREATE TABLE government_status (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	government TEXT NOT NULL REFERENCES government,
	status TEXT NOT NULL CHECK (status IN ('applicant', 'observer') OR status IN ('associate', 'member')
		OR status IN ('suspended', 'withdrawn') OR status = 'expelled'),
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	decision TEXT NOT NULL DEFAULT '',	-- number of the decision or session it rests on
	note TEXT NOT NULL DEFAULT '',
	voided TEXT CHECK (voided <> '')	-- reason; NULL while it stands
) STRICT, WITHOUT ROWID;
CREATE INDEX government_status_owner ON government_status (government, since);
CREATE TRIGGER government_status_apart_insert BEFORE INSERT ON government_status
	WHEN NEW.voided IS NULL
BEGIN
	SELECT RAISE(ABORT, 'Two status periods of one government overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM government_status AS other
			WHERE other.government = NEW.government AND other.id <> NEW.id AND other.voided IS NULL
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER government_status_apart_update BEFORE UPDATE ON government_status
	WHEN NEW.voided IS NULL
BEGIN
	SELECT RAISE(ABORT, 'Two status periods of one government overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM government_status AS other
			WHERE other.government = NEW.government AND other.id <> NEW.id AND other.voided IS NULL
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- Other spellings, for finding and for reading old papers.
CREATE TABLE alias (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	government TEXT NOT NULL REFERENCES government,
	language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'ko', 'ru', 'mn')),
	alias TEXT NOT NULL CHECK (alias <> ''),
	note TEXT NOT NULL DEFAULT '',
	UNIQUE (government, language, alias)
) STRICT, WITHOUT ROWID;

-- A person, apart from any office. Family and given name are kept apart.
CREATE TABLE person (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	language TEXT NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'zh', 'ja', 'ko', 'ru', 'mn')),	-- of her own name
	title TEXT NOT NULL DEFAULT '',
	family_en TEXT NOT NULL DEFAULT '',
	given_en TEXT NOT NULL DEFAULT '',
	family_zh TEXT NOT NULL DEFAULT '',
	given_zh TEXT NOT NULL DEFAULT '',
	family_ja TEXT NOT NULL DEFAULT '',
	given_ja TEXT NOT NULL DEFAULT '',
	family_ko TEXT NOT NULL DEFAULT '',
	given_ko TEXT NOT NULL DEFAULT '',
	family_ru TEXT NOT NULL DEFAULT '',
	given_ru TEXT NOT NULL DEFAULT '',
	family_mn TEXT NOT NULL DEFAULT '',
	given_mn TEXT NOT NULL DEFAULT '',
	reading TEXT NOT NULL DEFAULT '',	-- of the Japanese name, in kana
	phone TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- A post exists while it is vacant: letters go to it.
CREATE TABLE post (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	government TEXT NOT NULL REFERENCES government,
	code TEXT NOT NULL CHECK (code GLOB '[A-Z0-9]*'),	-- WC-CONTACT: stable, unique in the government
	letters INTEGER NOT NULL DEFAULT 0 CHECK (letters IN (0, 1)),	-- the government's letters go here
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	name_en TEXT NOT NULL DEFAULT '',
	name_zh TEXT NOT NULL DEFAULT '',
	name_ja TEXT NOT NULL DEFAULT '',
	name_ko TEXT NOT NULL DEFAULT '',
	name_ru TEXT NOT NULL DEFAULT '',
	name_mn TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	fax TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	web TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	UNIQUE (government, code)
) STRICT, WITHOUT ROWID;

-- Who holds a post, and when. Posts pass from person to person in mid-term.
CREATE TABLE holding (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	post TEXT NOT NULL REFERENCES post,
	person TEXT NOT NULL REFERENCES person,
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX holding_post ON holding (post, since);
CREATE INDEX holding_person ON holding (person, since);
CREATE TRIGGER holding_apart_insert BEFORE INSERT ON holding
BEGIN
	SELECT RAISE(ABORT, 'Two people hold this post at one time: end the earlier holding first.')
		WHERE EXISTS (SELECT 1 FROM holding AS other
			WHERE other.post = NEW.post AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER holding_apart_update BEFORE UPDATE ON holding
BEGIN
	SELECT RAISE(ABORT, 'Two people hold this post at one time: end the earlier holding first.')
		WHERE EXISTS (SELECT 1 FROM holding AS other
			WHERE other.post = NEW.post AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- Further ways to reach a government or a post, beyond its own columns.
CREATE TABLE channel (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	government TEXT REFERENCES government,
	post TEXT REFERENCES post,
	kind TEXT NOT NULL CHECK (kind IN ('phone', 'fax', 'email', 'web', 'messenger', 'other')),
	value TEXT NOT NULL CHECK (value <> ''),
	note TEXT NOT NULL DEFAULT '',
	CHECK ((government IS NULL) <> (post IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX channel_government ON channel (government) WHERE government IS NOT NULL;
CREATE INDEX channel_post ON channel (post) WHERE post IS NOT NULL;

CREATE TABLE address (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	government TEXT REFERENCES government,
	post TEXT REFERENCES post,
	kind TEXT NOT NULL DEFAULT 'postal' CHECK (kind IN ('postal', 'visit')),
	language TEXT NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'zh', 'ja', 'ko', 'ru', 'mn')),
	lines TEXT NOT NULL DEFAULT '',		-- street and house, several lines
	city TEXT NOT NULL DEFAULT '',
	postcode TEXT NOT NULL DEFAULT '',
	country TEXT NOT NULL DEFAULT '',	-- as written on the envelope
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	note TEXT NOT NULL DEFAULT '',
	CHECK ((government IS NULL) <> (post IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX address_government ON address (government) WHERE government IS NOT NULL;
CREATE INDEX address_post ON address (post) WHERE post IS NOT NULL;

-- Rules are dated rows: what was in force on a day is asked, never compiled in.
CREATE TABLE rule (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	name TEXT NOT NULL CHECK (name <> ''),		-- admission.body, quorum.part ...
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	value TEXT NOT NULL,
	decision TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''			-- 'assumed' where the true clause is not known
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_name ON rule (name, since);
CREATE TRIGGER rule_apart_insert BEFORE INSERT ON rule
BEGIN
	SELECT RAISE(ABORT, 'Two periods of one rule overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM rule AS other
			WHERE other.name = NEW.name AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;
CREATE TRIGGER rule_apart_update BEFORE UPDATE ON rule
BEGIN
	SELECT RAISE(ABORT, 'Two periods of one rule overlap: end the earlier one first.')
		WHERE EXISTS (SELECT 1 FROM rule AS other
			WHERE other.name = NEW.name AND other.id <> NEW.id
			AND (other.until IS NULL OR other.until > NEW.since)
			AND (NEW.until IS NULL OR NEW.until > other.since));
END;

-- Derived: the lines a search looks in, in the order hits are shown.
CREATE TABLE search_text (
	kind TEXT NOT NULL CHECK (kind IN ('government', 'person', 'post')),
	rank INTEGER NOT NULL,
	key TEXT NOT NULL,
	text TEXT NOT NULL,		-- lines split by newline, see domain/fold.h
	PRIMARY KEY (kind, rank, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_text_key ON search_text (kind, key);

-- Derived: sort keys of the names of one period, compared by memcmp.
CREATE TABLE name_sort (
	government TEXT NOT NULL,
	name TEXT NOT NULL,		-- government_name.id
	key_en BLOB, key_zh BLOB, key_ja BLOB, key_ko BLOB, key_ru BLOB, key_mn BLOB,	-- NULL: no such name
	PRIMARY KEY (government, name)
) STRICT, WITHOUT ROWID;

INSERT INTO meta_sync (tbl, mode) VALUES
	('country', 'merge'), ('government', 'merge'), ('government_name', 'merge'),
	('government_status', 'merge'), ('alias', 'merge'), ('person', 'merge'),
	('post', 'merge'), ('holding', 'merge'), ('channel', 'merge'),
	('address', 'merge'), ('rule', 'merge'),
	('search_text', 'derived'), ('name_sort', 'derived');

INSERT INTO meta_group (tbl, col, grp) VALUES
	('government_name', 'since', 'period'),
	('government_name', 'until', 'period'),
	('government_status', 'since', 'period'),
	('government_status', 'until', 'period'),
	('post', 'since', 'period'),
	('post', 'until', 'period'),
	('holding', 'since', 'period'),
	('holding', 'until', 'period'),
	('address', 'since', 'period'),
	('address', 'until', 'period'),
	('rule', 'since', 'period'),
	('rule', 'until', 'period'),
	('government_status', 'status', 'period'),
	('government_status', 'decision', 'period'),
	('government_status', 'voided', 'period'),
	('government_name', 'name_ja', 'name_ja'),
	('government_name', 'reading', 'name_ja'),
	('address', 'lines', 'address'),
	('address', 'city', 'address'),
	('address', 'postcode', 'address'),
	('address', 'country', 'address'),
	('person', 'family_en', 'name_en'),
	('person', 'given_en', 'name_en'),
	('person', 'family_zh', 'name_zh'),
	('person', 'given_zh', 'name_zh'),
	('person', 'family_ja', 'name_ja'),
	('person', 'given_ja', 'name_ja'),
	('person', 'family_ko', 'name_ko'),
	('person', 'given_ko', 'name_ko'),
	('person', 'family_ru', 'name_ru'),
	('person', 'given_ru', 'name_ru'),
	('person', 'family_mn', 'name_mn'),
	('person', 'given_mn', 'name_mn'),
	('person', 'reading', 'name_ja'),
	('rule', 'value', 'period'),
	('rule', 'decision', 'period'),
	('channel', 'kind', 'value'),
	('channel', 'value', 'value');
