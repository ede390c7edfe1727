-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lines are only ever added, so that those of a node lie in the order of their
-- numbers, and its last line is the last that it wrote: an index of every line by
-- node and number was asked for nothing else. That each line has its node and its
-- change set was looked up at every line too, though both come from the set that is
-- open; verify tells of a line that lacks one, and of lines that are missing, doubled
-- or out of place.
--
-- The table is written anew: a constraint cannot be dropped.

DROP TRIGGER log_tx_keeps_sets;
DROP INDEX log_row;
ALTER TABLE log RENAME TO log_before;
-- One changed row. data is {"column":[before,after],...}, only what changed.
CREATE TABLE log (
	lsn    INTEGER PRIMARY KEY,	-- rises by itself: no line ever goes
	node   TEXT NOT NULL,		-- of log_node
	nseq   INTEGER NOT NULL,	-- 1, 2, 3 ... in the node
	tx     TEXT NOT NULL,		-- of log_tx
	tbl    TEXT NOT NULL,
	rowkey TEXT NOT NULL,		-- the primary key, parts joined by '/'
	op     TEXT NOT NULL CHECK (op = 'I' OR op = 'U' OR op = 'D'),
	data   TEXT NOT NULL,
	hash   BLOB NOT NULL		-- SHA-256 over the one before and this line
) STRICT;
INSERT INTO log SELECT * FROM log_before;
DROP TABLE log_before;
-- History of one record; lost-update check.
CREATE INDEX log_row ON log (tbl, rowkey);
CREATE TRIGGER log_keeps_lines BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
CREATE TRIGGER log_keeps_words BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
-- A set that changed nothing is taken away again before it is committed.
CREATE TRIGGER log_tx_keeps_sets BEFORE DELETE ON log_tx
	WHEN EXISTS (SELECT 1 FROM log WHERE lsn >= OLD.lsn)
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
