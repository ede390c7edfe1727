-- SPDX-License-Identifier: GPL-3.0-or-later
-- A change set lies where it begins in the log, and sets are added at the end: the
-- number of the next is that of the last and one. Two indexes less are written at
-- every save; by its number a set is looked for in all of them, as before.

DROP TRIGGER log_tx_keeps_words;
DROP TRIGGER log_tx_keeps_sets;
DROP INDEX log_tx_undoes;
ALTER TABLE log_tx RENAME TO log_tx_before;
-- A change set: all that one action changed, together or not at all.
CREATE TABLE log_tx (
	id     TEXT NOT NULL UNIQUE CHECK (length(id) = 26),	-- ULID
	node   TEXT NOT NULL REFERENCES log_node,
	no     INTEGER NOT NULL CHECK (no > 0),		-- what people see; counts up in a node
	who    TEXT NOT NULL CHECK (who <> ''),
	what   TEXT NOT NULL CHECK (what <> ''),	-- stable words, shown translated
	why    TEXT NOT NULL,
	place  TEXT NOT NULL,				-- pane code or 'cli'
	at     TEXT NOT NULL,				-- UTC, to the second
	undoes TEXT REFERENCES log_tx (id),
	lsn    INTEGER PRIMARY KEY			-- of its first line
) STRICT;
INSERT INTO log_tx SELECT * FROM log_tx_before ORDER BY lsn;
DROP TABLE log_tx_before;
-- Has this set been taken back?
CREATE INDEX log_tx_undoes ON log_tx (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER log_tx_keeps_words BEFORE UPDATE ON log_tx
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
-- A set that changed nothing is taken away again before it is committed.
CREATE TRIGGER log_tx_keeps_sets BEFORE DELETE ON log_tx
	WHEN EXISTS (SELECT 1 FROM log WHERE lsn >= OLD.lsn)
BEGIN SELECT RAISE(ABORT, 'The log only grows: nothing in it is changed or deleted.'); END;
