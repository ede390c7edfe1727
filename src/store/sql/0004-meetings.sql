-- SPDX-License-Identifier: GPL-3.0-or-later
-- Meetings of the bodies: sittings, agendas, papers, who serves them; decisions
-- and what follows from them; applications on their way to a decision.

-- A session of a body. A cancelled one keeps no ordinal, a postponed one its own.
-- Wall times are those of the zone; UTC is derived. The days count in whole.
CREATE TABLE meeting (
	key TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[A-Z][A-Z0-9]*'),	-- body and ordinal: GA-8; never changes
	body TEXT NOT NULL REFERENCES body,
	ordinal INTEGER NOT NULL DEFAULT 0 CHECK (ordinal >= 0),	-- unique and rising in the body; 0: none is known, or it was cancelled
	state TEXT NOT NULL CHECK (state IN ('planned', 'convened', 'open', 'closed', 'reported', 'postponed', 'cancelled')),	-- how far it is
	host TEXT REFERENCES government,	-- the government that is host; NULL
	place TEXT NOT NULL DEFAULT '',	-- city, building, or on line
	room TEXT NOT NULL DEFAULT '',	-- where sittings say nothing else
	zone TEXT NOT NULL DEFAULT '',	-- IANA zone of its wall times; empty: that of the association
	begins TEXT NOT NULL DEFAULT '' CHECK (begins = '' OR begins GLOB '[0-9][0-9][0-9][0-9]' OR date(begins || '-01', '+0 days') IS begins || '-01' OR date(begins, '+0 days') IS begins),
	ends TEXT CHECK (ends >= begins AND (ends GLOB '[0-9][0-9][0-9][0-9]' OR date(ends || '-01', '+0 days') IS ends || '-01' OR date(ends, '+0 days') IS ends)),	-- the last day; NULL: it lasts one day, or is not known
	convened TEXT CHECK (date(convened, '+0 days') IS convened),	-- the day the invitations went out; NULL
	moved_from TEXT CHECK (moved_from GLOB '[0-9][0-9][0-9][0-9]' OR date(moved_from || '-01', '+0 days') IS moved_from || '-01' OR date(moved_from, '+0 days') IS moved_from),	-- the first day it had before it was postponed; NULL
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
-- Ordinals of a body are given once; the list of one body in their order.
CREATE UNIQUE INDEX meeting_ordinal ON meeting (body, ordinal) WHERE ordinal > 0;
-- The calendar of a month; the next meeting.
CREATE INDEX meeting_begins ON meeting (begins);
CREATE TRIGGER meeting_in_life_insert BEFORE INSERT ON meeting
BEGIN
	SELECT RAISE(ABORT, 'This body is dissolved by then: it holds no new meetings.')
		WHERE EXISTS (SELECT 1 FROM body WHERE key = NEW.body AND until <= NEW.begins);
END;
CREATE TRIGGER meeting_in_life_update BEFORE UPDATE ON meeting
WHEN NEW.begins <> OLD.begins AND NEW.state <> 'cancelled'
BEGIN
	SELECT RAISE(ABORT, 'This body is dissolved by then: it holds no new meetings.')
		WHERE EXISTS (SELECT 1 FROM body WHERE key = NEW.body AND until <= NEW.begins);
END;

-- A sitting. Its wall time is what is kept; the instant is derived.
CREATE TABLE sitting (
	meeting TEXT NOT NULL REFERENCES meeting,
	no INTEGER NOT NULL CHECK (no > 0),	-- in the meeting, from 1
	day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),	-- a whole day
	starts TEXT NOT NULL DEFAULT '',	-- wall time in the zone of the meeting, HH:MM; empty: all day
	ends TEXT NOT NULL DEFAULT '',	-- wall time of its end, HH:MM
	room TEXT NOT NULL DEFAULT '',	-- empty: that of the meeting
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (meeting, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX sitting_day ON sitting (day);

-- Derived: when a meeting is, in seconds of UTC since 1970: its sittings, or its
-- whole days while it has none. Overlaps are looked for back to the longest.
CREATE TABLE meeting_span (
	starts INTEGER NOT NULL,
	meeting TEXT NOT NULL,
	sitting INTEGER NOT NULL,	-- its number; 0: the whole days
	ends INTEGER NOT NULL CHECK (ends > starts),	-- the first second after it
	PRIMARY KEY (starts, meeting, sitting)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_span_meeting ON meeting_span (meeting, sitting);
CREATE INDEX meeting_span_length ON meeting_span (ends - starts);

-- An item of an agenda. The clock of the agenda is computed from the minutes.
CREATE TABLE agenda_item (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	meeting TEXT NOT NULL REFERENCES meeting,
	parent TEXT REFERENCES agenda_item DEFERRABLE INITIALLY DEFERRED,	-- the item above it, an id; NULL. One moved below a later one is imported before it
	position INTEGER NOT NULL CHECK (position > 0),	-- its place among those beside it, from 1
	minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),	-- how long it takes; 0: not said
	sitting INTEGER NOT NULL DEFAULT 0,
	title_en TEXT NOT NULL DEFAULT '',	-- what it is about
	title_zh TEXT NOT NULL DEFAULT '',
	title_ja TEXT NOT NULL DEFAULT '',
	title_ko TEXT NOT NULL DEFAULT '',
	title_ru TEXT NOT NULL DEFAULT '',
	title_mn TEXT NOT NULL DEFAULT '',
	outcome TEXT NOT NULL CHECK (outcome IN ('open', 'done', 'carried', 'dropped')),	-- what became of it
	carried_from TEXT REFERENCES agenda_item,	-- the item of an earlier meeting that it goes on with, an id; NULL
	follow_up TEXT REFERENCES follow_up,	-- the follow-up that comes back, an id; NULL
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting, parent, position);
-- What goes on with an item of an earlier meeting.
CREATE INDEX agenda_item_carried ON agenda_item (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX agenda_item_below ON agenda_item (parent) WHERE parent IS NOT NULL;
CREATE INDEX agenda_item_follow_up ON agenda_item (follow_up) WHERE follow_up IS NOT NULL;

-- A paper of a meeting: where it is kept, and its state in each language.
CREATE TABLE paper (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	meeting TEXT NOT NULL REFERENCES meeting,
	item TEXT REFERENCES agenda_item,	-- the agenda item, an id; NULL: of the whole meeting
	number TEXT NOT NULL DEFAULT '',	-- as printed on it
	kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'accounts', 'report')),	-- empty: any other
	title TEXT NOT NULL,	-- in the language it was written in
	location TEXT NOT NULL DEFAULT '',	-- a file or a web address
	received TEXT CHECK (date(received, '+0 days') IS received),	-- the day it came; NULL: not yet
	state_en TEXT NOT NULL DEFAULT '' CHECK (state_en IN ('', 'missing', 'awaited', 'draft', 'ready')),	-- state of the text in that language; empty: none is wanted
	state_zh TEXT NOT NULL DEFAULT '' CHECK (state_zh IN ('', 'missing', 'awaited', 'draft', 'ready')),
	state_ja TEXT NOT NULL DEFAULT '' CHECK (state_ja IN ('', 'missing', 'awaited', 'draft', 'ready')),
	state_ko TEXT NOT NULL DEFAULT '' CHECK (state_ko IN ('', 'missing', 'awaited', 'draft', 'ready')),
	state_ru TEXT NOT NULL DEFAULT '' CHECK (state_ru IN ('', 'missing', 'awaited', 'draft', 'ready')),
	state_mn TEXT NOT NULL DEFAULT '' CHECK (state_mn IN ('', 'missing', 'awaited', 'draft', 'ready')),
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_meeting ON paper (meeting, number);

-- Who of the secretariat serves a meeting.
CREATE TABLE meeting_staff (
	meeting TEXT NOT NULL REFERENCES meeting,
	staff TEXT NOT NULL REFERENCES staff,	-- an id
	duty TEXT NOT NULL DEFAULT '',	-- what she does there
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (meeting, staff)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_staff_staff ON meeting_staff (staff);

-- A national holiday: on one day, or every year on the same one. To warn of, never
-- to forbid.
CREATE TABLE holiday (
	country TEXT NOT NULL REFERENCES country,
	day TEXT NOT NULL,	-- a day of one year, 2012-09-30, or of every year, 10-03
	since TEXT NOT NULL DEFAULT '' CHECK (since = '' OR since GLOB '[0-9][0-9][0-9][0-9]' OR date(since || '-01', '+0 days') IS since || '-01' OR date(since, '+0 days') IS since),
	until TEXT CHECK (until > since AND (until GLOB '[0-9][0-9][0-9][0-9]' OR date(until || '-01', '+0 days') IS until || '-01' OR date(until, '+0 days') IS until)),
	name_en TEXT NOT NULL DEFAULT '',	-- what it is called
	name_zh TEXT NOT NULL DEFAULT '',
	name_ja TEXT NOT NULL DEFAULT '',
	name_ko TEXT NOT NULL DEFAULT '',
	name_ru TEXT NOT NULL DEFAULT '',
	name_mn TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (country, day)
) STRICT, WITHOUT ROWID;

-- A decision of a meeting. Its number, GA-8/1, is its key; what it changed are the
-- rows that name it.
CREATE TABLE decision (
	meeting TEXT NOT NULL REFERENCES meeting,
	no INTEGER NOT NULL CHECK (no > 0),	-- in the meeting, from 1, without a hole
	item TEXT,	-- the agenda item it belongs to, an id; NULL. Registers travel without agendas
	vote INTEGER NOT NULL DEFAULT 0 CHECK (vote >= 0),	-- the vote of the meeting that carried it; 0: none was taken
	taken TEXT NOT NULL DEFAULT '' CHECK (taken = '' OR taken GLOB '[0-9][0-9][0-9][0-9]' OR date(taken || '-01', '+0 days') IS taken || '-01' OR date(taken, '+0 days') IS taken),
	kind TEXT NOT NULL CHECK (kind IN ('admit', 'observe', 'refuse', 'defer', 'suspend', 'expel', 'readmit', 'release', 'set-up-body', 'dissolve-body', 'appoint', 'amend-charter', 'set-dues', 'budget', 'accounts', 'project', 'declaration', 'propose', 'other')),	-- what it decides
	subjects TEXT NOT NULL DEFAULT '',	-- keys of the governments or bodies it is about, with ; between
	text_en TEXT NOT NULL DEFAULT '',
	text_zh TEXT NOT NULL DEFAULT '',
	text_ja TEXT NOT NULL DEFAULT '',
	text_ko TEXT NOT NULL DEFAULT '',
	text_ru TEXT NOT NULL DEFAULT '',
	text_mn TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (meeting, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_taken ON decision (taken);
CREATE INDEX decision_item ON decision (item) WHERE item IS NOT NULL;
CREATE TRIGGER decision_numbers_rise BEFORE INSERT ON decision
	WHEN NEW.no <> 1 + (SELECT coalesce(max(no), 0) FROM decision WHERE meeting = NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'Decisions of a meeting are numbered 1, 2, 3 and so on: this number leaves a hole, or is taken.'); END;
CREATE TRIGGER decision_numbers_stay BEFORE DELETE ON decision
	WHEN EXISTS (SELECT 1 FROM decision WHERE meeting = OLD.meeting AND no > OLD.no)
BEGIN SELECT RAISE(ABORT, 'A later decision of this meeting has the number after it: undo that one first.'); END;
-- What it changed would not follow: only words are corrected.
CREATE TRIGGER decision_stays BEFORE UPDATE OF item, vote, taken, kind, subjects ON decision
	WHEN (NEW.vote, NEW.taken, NEW.kind, NEW.subjects) IS NOT (OLD.vote, OLD.taken, OLD.kind, OLD.subjects)
	OR (OLD.item IS NOT NULL AND NEW.item IS NOT OLD.item)
BEGIN SELECT RAISE(ABORT, 'What a decision changed would not follow: its kind, what it is about, its day and its vote stay. Undo it, or take a further one.'); END;
CREATE TRIGGER decision_keeps_item BEFORE DELETE ON agenda_item
	WHEN EXISTS (SELECT 1 FROM decision WHERE item = OLD.id)
BEGIN SELECT RAISE(ABORT, 'A decision was taken under this item: the item stays.'); END;

-- What is to be done after a decision. It has one owner, and closes only with a
-- note.
CREATE TABLE follow_up (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	meeting TEXT NOT NULL,	-- meeting and number of the decision
	decision INTEGER NOT NULL CHECK (decision > 0),
	no INTEGER NOT NULL CHECK (no > 0),	-- among those of the decision, from 1
	what TEXT NOT NULL,	-- what is to be done
	government TEXT REFERENCES government,	-- the government that owes it, or NULL
	body TEXT REFERENCES body,	-- the body that owes it, or NULL
	due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]' OR date(due || '-01', '+0 days') IS due || '-01' OR date(due, '+0 days') IS due),	-- the day it is due; NULL
	closed TEXT CHECK (date(closed, '+0 days') IS closed),	-- the day it was closed; NULL while it is open
	closing TEXT CHECK (closing <> ''),	-- what became of it; NULL while it is open
	note TEXT NOT NULL DEFAULT '',
	FOREIGN KEY (meeting, decision) REFERENCES decision (meeting, no),
	CHECK ((government IS NULL) <> (body IS NULL)),
	CHECK ((closed IS NULL) = (closing IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX follow_up_of ON follow_up (meeting, decision, no);

-- An application of a government. Its stage is that of its latest step.
CREATE TABLE application (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	government TEXT NOT NULL REFERENCES government,
	sought TEXT NOT NULL CHECK (sought IN ('member', 'observer', 'associate')),
	item TEXT REFERENCES agenda_item,	-- the agenda item that decides it, an id; NULL
	note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX application_government ON application (government);

-- A step of an application, with its day.
CREATE TABLE application_step (
	application TEXT NOT NULL REFERENCES application,
	no INTEGER NOT NULL CHECK (no > 0),	-- from 1
	stage TEXT NOT NULL CHECK (stage IN ('enquiry', 'applied', 'dossier', 'observer', 'agenda', 'admitted', 'deferred', 'refused', 'withdrawn')),
	day TEXT NOT NULL CHECK (day = '' OR day GLOB '[0-9][0-9][0-9][0-9]' OR date(day || '-01', '+0 days') IS day || '-01' OR date(day, '+0 days') IS day),
	decision TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (application, no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER application_one_open BEFORE INSERT ON application_step
	WHEN NEW.stage NOT IN ('admitted', 'refused', 'withdrawn')
BEGIN
	SELECT RAISE(ABORT, 'This government has an open application already: go on with that one.')
		WHERE EXISTS (SELECT 1 FROM application AS other
			JOIN application AS mine ON mine.id = NEW.application AND mine.government = other.government
			JOIN application_step AS last ON last.application = other.id
			WHERE other.id <> NEW.application
			AND last.stage NOT IN ('admitted', 'refused', 'withdrawn')
			AND last.no = (SELECT max(no) FROM application_step WHERE application = other.id));
END;

-- An item of the dossier of an application; missing while received is NULL.
CREATE TABLE dossier_item (
	application TEXT NOT NULL REFERENCES application,
	item TEXT NOT NULL CHECK (item IN ('form', 'consent', 'profile', 'post', 'opinion')),	-- what it is
	received TEXT CHECK (date(received, '+0 days') IS received),	-- the day it came; NULL: it is missing
	paper TEXT NOT NULL DEFAULT '',	-- where it is filed
	opinion TEXT NOT NULL DEFAULT '',	-- what an opinion says
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (application, item)
) STRICT, WITHOUT ROWID;

INSERT INTO meta_sync (tbl, mode) VALUES
	('meeting', 'merge'),
	('sitting', 'merge'),
	('agenda_item', 'merge'),
	('paper', 'merge'),
	('meeting_staff', 'merge'),
	('holiday', 'merge'),
	('decision', 'merge'),
	('follow_up', 'merge'),
	('application', 'merge'),
	('application_step', 'merge'),
	('dossier_item', 'merge'),
	('meeting_span', 'derived');

INSERT INTO meta_group (tbl, col, grp) VALUES
	('meeting', 'begins', 'days'),
	('meeting', 'ends', 'days'),
	('sitting', 'day', 'time'),
	('sitting', 'starts', 'time'),
	('sitting', 'ends', 'time'),
	('holiday', 'since', 'period'),
	('holiday', 'until', 'period'),
	('follow_up', 'government', 'owner'),
	('follow_up', 'body', 'owner'),
	('follow_up', 'closed', 'closing'),
	('follow_up', 'closing', 'closing');
