-- SPDX-License-Identifier: GPL-3.0-or-later
-- The log: who changed what, when, where and why. Written by the generated
-- triggers alone; read by history, undo, lost-update check, refresh, verify.

-- Facts about the file itself. Never logged.
CREATE TABLE meta (
	k TEXT PRIMARY KEY NOT NULL,
	v TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How the rows of each table travel: merge (logged, undone, merged cell by
-- cell), replay (logged, only ever added), derived (rebuilt, never logged).
CREATE TABLE meta_sync (
	tbl  TEXT PRIMARY KEY NOT NULL,
	mode TEXT NOT NULL CHECK (mode IN ('merge', 'replay', 'derived'))
) STRICT, WITHOUT ROWID;

-- Columns that move as a unit in a merge and in the lost-update check.
-- A column that is not here is a unit of its own.
CREATE TABLE meta_group (
	tbl TEXT NOT NULL REFERENCES meta_sync,
	col TEXT NOT NULL,
	grp TEXT NOT NULL,
	PRIMARY KEY (tbl, col)
) STRICT, WITHOUT ROWID;

-- Who may write history: this office, later its venue copies.
CREATE TABLE log_node (
	id      TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),	-- ULID
	kind    TEXT NOT NULL CHECK (kind IN ('office', 'venue')),
	label   TEXT NOT NULL,		-- before the numbers of its change sets; '' for the office
	made_at TEXT NOT NULL		-- UTC
) STRICT, WITHOUT ROWID;

-- A change set: all that one action changed, together or not at all.
CREATE TABLE log_tx (
	id     TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 26),	-- ULID
	node   TEXT NOT NULL REFERENCES log_node,
	no     INTEGER NOT NULL CHECK (no > 0),		-- what people see; counts up in a node
	who    TEXT NOT NULL CHECK (who <> ''),
	what   TEXT NOT NULL CHECK (what <> ''),	-- stable words, shown translated
	why    TEXT NOT NULL,
	place  TEXT NOT NULL,				-- pane code or 'cli'
	at     TEXT NOT NULL,				-- UTC, to the second
	undoes TEXT REFERENCES log_tx,
	UNIQUE (node, no)
) STRICT, WITHOUT ROWID;
-- Has this set been taken back?
CREATE INDEX log_tx_undoes ON log_tx (undoes) WHERE undoes IS NOT NULL;

-- One changed row. data is {"column":[before,after],...}, only what changed.
CREATE TABLE log (
	lsn    INTEGER PRIMARY KEY,	-- rises by itself: no line ever goes
	node   TEXT NOT NULL REFERENCES log_node,
	nseq   INTEGER NOT NULL,	-- 1, 2, 3 ... in the node
	tx     TEXT NOT NULL REFERENCES log_tx,
	tbl    TEXT NOT NULL,
	rowkey TEXT NOT NULL,		-- the primary key, parts joined by '/'
	-- Not IN: for a list of three or more SQLite makes a temporary table at every row.
	-- Lists of other columns that are written often come in pairs.
	op     TEXT NOT NULL CHECK (op = 'I' OR op = 'U' OR op = 'D'),
	data   TEXT NOT NULL,
	hash   BLOB NOT NULL,		-- SHA-256 over the one before and this line
	UNIQUE (node, nseq)
) STRICT;
-- History of one record; lost-update check.
CREATE INDEX log_row ON log (tbl, rowkey);
-- One whole change set.
CREATE INDEX log_by_tx ON log (tx);

CREATE TRIGGER log_keeps_lines BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
CREATE TRIGGER log_keeps_words BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
-- A set that changed nothing is taken away again before it is committed.
CREATE TRIGGER log_tx_keeps_sets BEFORE DELETE ON log_tx
	WHEN EXISTS (SELECT 1 FROM log WHERE tx = OLD.id)
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
CREATE TRIGGER log_tx_keeps_words BEFORE UPDATE ON log_tx
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
