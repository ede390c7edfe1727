-- SPDX-License-Identifier: GPL-3.0-or-later
-- The plenary day: who is invited and comes, who is in the hall, how they vote.
--
-- The roll of a vote is frozen when the vote opens, and kept with its reasons, so
-- that the result can be counted again from it for ever.

-- A government at a meeting: as what it comes, whether, and who votes for it.
CREATE TABLE delegation (
	meeting TEXT NOT NULL REFERENCES meeting,
	government TEXT NOT NULL REFERENCES government,
	capacity TEXT NOT NULL CHECK (capacity IN ('member', 'observer', 'associate', 'guest')),	-- as what it comes
	answer TEXT NOT NULL CHECK (answer IN ('none', 'coming', 'declined', 'withdrawn')),	-- what it answered
	invited TEXT CHECK (date(invited, '+0 days') IS invited),	-- the day the invitation went out; NULL
	answered TEXT CHECK (date(answered, '+0 days') IS answered),	-- the day of the answer; NULL
	credentials TEXT NOT NULL CHECK (credentials IN ('none', 'provisional', 'accepted', 'rejected')),	-- state of the credentials
	proxy TEXT REFERENCES government,	-- the government that votes for it; NULL
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (meeting, government),
	CHECK (proxy <> government),
	FOREIGN KEY (meeting, proxy) REFERENCES delegation (meeting, government) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX delegation_government ON delegation (government);
-- Who gave a government its proxy.
CREATE INDEX delegation_proxy ON delegation (meeting, proxy) WHERE proxy IS NOT NULL;
CREATE TRIGGER delegation_no_chain_insert BEFORE INSERT ON delegation WHEN NEW.proxy IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'A proxy is never passed on: who holds one gives none.')
		WHERE EXISTS (SELECT 1 FROM delegation WHERE meeting = NEW.meeting
			AND (government = NEW.proxy AND proxy IS NOT NULL OR proxy = NEW.government));
END;
CREATE TRIGGER delegation_no_chain_update BEFORE UPDATE ON delegation WHEN NEW.proxy IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'A proxy is never passed on: who holds one gives none.')
		WHERE EXISTS (SELECT 1 FROM delegation WHERE meeting = NEW.meeting
			AND (government = NEW.proxy AND proxy IS NOT NULL OR proxy = NEW.government));
END;

-- A person of a delegation, of the register or by name alone.
CREATE TABLE delegate (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	meeting TEXT NOT NULL REFERENCES meeting,
	government TEXT NOT NULL REFERENCES government,
	role TEXT NOT NULL CHECK (role IN ('head', 'delegate', 'adviser', 'interpreter')),	-- what the person is there
	person TEXT REFERENCES person,	-- the person's id, or NULL
	name TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	FOREIGN KEY (meeting, government) REFERENCES delegation,
	CHECK (person IS NOT NULL OR name <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX delegate_of ON delegate (meeting, government);
CREATE TRIGGER delegate_one_head_insert BEFORE INSERT ON delegate WHEN NEW.role = 'head'
BEGIN
	SELECT RAISE(ABORT, 'This delegation has a head already: give that person another role first.')
		WHERE EXISTS (SELECT 1 FROM delegate WHERE meeting = NEW.meeting
			AND government = NEW.government AND role = 'head');
END;
CREATE TRIGGER delegate_one_head_update BEFORE UPDATE ON delegate WHEN NEW.role = 'head'
BEGIN
	SELECT RAISE(ABORT, 'This delegation has a head already: give that person another role first.')
		WHERE EXISTS (SELECT 1 FROM delegate WHERE meeting = NEW.meeting
			AND government = NEW.government AND role = 'head' AND id <> NEW.id);
END;

-- The log of who came in and went out: it only grows.
CREATE TABLE presence (
	id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),
	meeting TEXT NOT NULL REFERENCES meeting,
	government TEXT NOT NULL REFERENCES government,
	direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),	-- in or out
	at TEXT NOT NULL,
	FOREIGN KEY (meeting, government) REFERENCES delegation
) STRICT, WITHOUT ROWID;
CREATE INDEX presence_of ON presence (meeting, government, at);
CREATE TRIGGER presence_stays BEFORE UPDATE ON presence
BEGIN SELECT RAISE(ABORT, 'The log of presence only grows: enter the opposite instead.'); END;
CREATE TRIGGER presence_is_kept BEFORE DELETE ON presence
BEGIN SELECT RAISE(ABORT, 'The log of presence only grows: enter the opposite instead.'); END;

-- A vote, with the rules of the moment it opened. Its roll is frozen then; once it
-- is closed nothing of it changes.
CREATE TABLE vote (
	meeting TEXT NOT NULL REFERENCES meeting,
	no INTEGER NOT NULL CHECK (no > 0),	-- in the meeting, from 1
	item TEXT REFERENCES agenda_item,	-- the agenda item, an id; NULL
	motion TEXT NOT NULL,	-- what is voted on
	method TEXT NOT NULL CHECK (method IN ('roll-call', 'written', 'en-bloc')),	-- how
	opened TEXT NOT NULL,
	closed TEXT,	-- the instant it was closed, in UTC; NULL while it is open
	quorum TEXT NOT NULL,
	majority TEXT NOT NULL,
	result TEXT CHECK (result IN ('carried', 'lost', 'no-quorum')),	-- NULL while it is open
	PRIMARY KEY (meeting, no),
	CHECK ((closed IS NULL) = (result IS NULL))
) STRICT, WITHOUT ROWID;
-- A meeting has one open vote at most.
CREATE UNIQUE INDEX vote_open ON vote (meeting) WHERE closed IS NULL;
CREATE TRIGGER vote_keeps_its_rules BEFORE UPDATE ON vote
	WHEN (OLD.opened, OLD.quorum, OLD.majority, OLD.motion) IS NOT (NEW.opened, NEW.quorum, NEW.majority, NEW.motion)
BEGIN SELECT RAISE(ABORT, 'A vote keeps the motion and the rules it was opened with.'); END;
CREATE TRIGGER meeting_waits_for_vote BEFORE UPDATE OF state ON meeting
	WHEN OLD.state = 'open' AND NEW.state <> 'open'
BEGIN
	SELECT RAISE(ABORT, 'A vote is open in this meeting: close it first.')
		WHERE EXISTS (SELECT 1 FROM vote WHERE meeting = NEW.key AND closed IS NULL);
END;
CREATE TRIGGER vote_stays_closed BEFORE UPDATE ON vote
	WHEN OLD.closed IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'This vote is closed: nothing of it changes any more.'); END;
CREATE TRIGGER vote_is_kept BEFORE DELETE ON vote
BEGIN SELECT RAISE(ABORT, 'A vote is never deleted: close it, and take another one.'); END;

-- Who was on the roll of a vote when it was frozen. It never changes.
CREATE TABLE roll (
	meeting TEXT NOT NULL REFERENCES meeting,
	vote INTEGER NOT NULL,	-- its number in the meeting
	government TEXT NOT NULL REFERENCES government,
	present INTEGER NOT NULL DEFAULT 0 CHECK (present IN (0, 1)),	-- 1 when it was present
	entitled INTEGER NOT NULL DEFAULT 0 CHECK (entitled IN (0, 1)),	-- 1 when it might vote
	reason TEXT NOT NULL DEFAULT '' CHECK (reason IN ('', 'not-member', 'credentials', 'arrears', 'suspended', 'absent')),	-- why it might not vote; empty when it might
	proxy TEXT REFERENCES government,	-- the government that voted for it; NULL
	PRIMARY KEY (meeting, vote, government),
	FOREIGN KEY (meeting, vote) REFERENCES vote (meeting, no),
	CHECK (entitled = (reason = ''))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER roll_in_time BEFORE INSERT ON roll
BEGIN
	SELECT RAISE(ABORT, 'The roll of a vote is frozen: it never changes.')
		WHERE EXISTS (SELECT 1 FROM ballot WHERE meeting = NEW.meeting AND vote = NEW.vote);
END;
CREATE TRIGGER roll_stays BEFORE UPDATE ON roll
BEGIN SELECT RAISE(ABORT, 'The roll of a vote is frozen: it never changes.'); END;
CREATE TRIGGER roll_is_kept BEFORE DELETE ON roll
BEGIN SELECT RAISE(ABORT, 'The roll of a vote is frozen: it never changes.'); END;

-- How a government voted. While the vote is open a slip is mended; then it stays.
CREATE TABLE ballot (
	meeting TEXT NOT NULL REFERENCES meeting,
	vote INTEGER NOT NULL,	-- its number in the meeting
	government TEXT NOT NULL REFERENCES government,
	choice TEXT NOT NULL CHECK (choice IN ('yes', 'no', 'abstain', 'not-voting')),	-- what it chose
	manner TEXT NOT NULL CHECK (manner IN ('floor', 'written')),	-- on the floor or on paper
	cast_by TEXT REFERENCES government,	-- the proxy that cast it; NULL: itself
	at TEXT NOT NULL,
	PRIMARY KEY (meeting, vote, government),
	FOREIGN KEY (meeting, vote, government) REFERENCES roll
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ballot_in_time BEFORE INSERT ON ballot
BEGIN
	SELECT RAISE(ABORT, 'This vote is closed: nothing of it changes any more.')
		WHERE EXISTS (SELECT 1 FROM vote WHERE meeting = NEW.meeting AND no = NEW.vote AND closed IS NOT NULL);
	SELECT RAISE(ABORT, 'This government may not vote in this vote.')
		WHERE NOT EXISTS (SELECT 1 FROM roll WHERE meeting = NEW.meeting AND vote = NEW.vote
			AND government = NEW.government AND entitled = 1);
	SELECT RAISE(ABORT, 'A ballot is cast by the government itself, or by the holder of its proxy on the roll.')
		WHERE EXISTS (SELECT 1 FROM roll WHERE meeting = NEW.meeting AND vote = NEW.vote
			AND government = NEW.government AND proxy IS NOT NEW.cast_by);
END;
CREATE TRIGGER ballot_stays BEFORE UPDATE ON ballot
BEGIN
	SELECT RAISE(ABORT, 'This vote is closed: nothing of it changes any more.')
		WHERE EXISTS (SELECT 1 FROM vote WHERE meeting = OLD.meeting AND no = OLD.vote AND closed IS NOT NULL);
END;
CREATE TRIGGER ballot_is_kept BEFORE DELETE ON ballot
BEGIN SELECT RAISE(ABORT, 'A ballot is never deleted.'); END;

INSERT INTO meta_sync (tbl, mode) VALUES
	('delegation', 'merge'),
	('delegate', 'merge'),
	('presence', 'replay'),
	('vote', 'replay'),
	('roll', 'replay'),
	('ballot', 'replay');

INSERT INTO meta_group (tbl, col, grp) VALUES
	('delegation', 'answer', 'answer'),
	('delegation', 'answered', 'answer');
