-- SPDX-License-Identifier: GPL-3.0-or-later
-- Texts of meetings and bodies: minutes, projects, parallel texts.

-- The minutes of a meeting in one language. Once adopted they are frozen.
CREATE TABLE minutes (
	meeting TEXT NOT NULL REFERENCES meeting,
	language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'ko', 'ru', 'mn')),	-- of the text
	text TEXT NOT NULL DEFAULT '',
	drafted TEXT NOT NULL DEFAULT '',	-- the text as it was last made from the records
	adopted TEXT CHECK (date(adopted, '+0 days') IS adopted),	-- the day they were adopted; NULL: a draft
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (meeting, language)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER minutes_stay BEFORE UPDATE ON minutes
	WHEN OLD.adopted IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'These minutes are adopted: they are frozen.'); END;
CREATE TRIGGER minutes_are_kept BEFORE DELETE ON minutes
	WHEN OLD.adopted IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'These minutes are adopted: they are frozen.'); END;

-- A project of a sub-committee.
CREATE TABLE project (
	body TEXT NOT NULL REFERENCES body,
	no INTEGER NOT NULL CHECK (no > 0),	-- in the body, from 1
	title_en TEXT NOT NULL DEFAULT '',	-- what it is
	title_zh TEXT NOT NULL DEFAULT '',
	title_ja TEXT NOT NULL DEFAULT '',
	title_ko TEXT NOT NULL DEFAULT '',
	title_ru TEXT NOT NULL DEFAULT '',
	title_mn TEXT NOT NULL DEFAULT '',
	proposer TEXT REFERENCES government,	-- the government that proposed it; NULL
	year TEXT NOT NULL DEFAULT '' CHECK (year = '' OR year GLOB '[0-9][0-9][0-9][0-9]' OR date(year || '-01', '+0 days') IS year || '-01' OR date(year, '+0 days') IS year),
	lead TEXT REFERENCES government,	-- the government that leads it; NULL
	state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'running', 'finished', 'dropped')),	-- how far it is
	decision TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL DEFAULT '',	-- what came of it
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (body, no)
) STRICT, WITHOUT ROWID;

-- A declaration, a version of the Charter, an agreed text.
CREATE TABLE document (
	key TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[A-Z][A-Z0-9]*'),	-- capital letters, digits and hyphens
	kind TEXT NOT NULL CHECK (kind IN ('declaration', 'charter', 'agreed')),	-- what it is
	day TEXT NOT NULL DEFAULT '' CHECK (day = '' OR day GLOB '[0-9][0-9][0-9][0-9]' OR date(day || '-01', '+0 days') IS day || '-01' OR date(day, '+0 days') IS day),
	decision TEXT NOT NULL DEFAULT '',
	original TEXT NOT NULL DEFAULT '' CHECK (original IN ('', 'en', 'zh', 'ja', 'ko', 'ru', 'mn')),
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- The words of a document in one language, with the state of the translation.
CREATE TABLE document_text (
	document TEXT NOT NULL REFERENCES document,
	language TEXT NOT NULL CHECK (language IN ('en', 'zh', 'ja', 'ko', 'ru', 'mn')),	-- of the text
	title TEXT NOT NULL DEFAULT '',
	text TEXT NOT NULL DEFAULT '',
	state TEXT NOT NULL CHECK (state IN ('missing', 'draft', 'translated', 'checked', 'authentic')),	-- state of the translation
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (document, language),
	CHECK ((state = 'missing') = (text = ''))
) STRICT, WITHOUT ROWID;
-- Authentic words are changed on purpose or not at all.
CREATE TRIGGER document_text_is_authentic BEFORE UPDATE ON document_text
	WHEN OLD.state = 'authentic' AND NEW.state = 'authentic' AND NEW.text <> OLD.text
BEGIN SELECT RAISE(ABORT, 'These words are authentic: give them another state before you change them.'); END;

INSERT INTO meta_sync (tbl, mode) VALUES
	('minutes', 'merge'),
	('project', 'merge'),
	('document', 'merge'),
	('document_text', 'merge');
