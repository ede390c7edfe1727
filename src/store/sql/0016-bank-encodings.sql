-- SPDX-License-Identifier: GPL-3.0-or-later
-- Banks write their CSV in the encoding of their country: which one stands beside
-- the heads of its columns. What was read until now was UTF-8.
ALTER TABLE bank_format ADD COLUMN encoding TEXT NOT NULL DEFAULT 'UTF-8' CHECK (encoding <> '');	-- a name that iconv(3) knows
