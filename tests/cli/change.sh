#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Changing, the history of it, and taking it back.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

phone() {
	nearsec member show KR-47 --columns phone
}

exits 0 "a clerk edits" nearsec --user clerk1 member edit KR-47 phone="+82 54 880 0001"
exits 0 "another edits after her" nearsec --user clerk2 member edit KR-47 phone="+82 54 880 0002" note="Two."
is "the later value stands" "$(phone)" "+82 54 880 0002"
is "both are in the history, newest first" \
	"$(nearsec member history KR-47 --columns number,who | head -n 2 | tr '\t\n' '  ')" "3 clerk2 2 clerk1 "
is "a change set shows before and after" \
	"$(nearsec history show 3 --columns field,before,after | grep phone)" \
	"phone	+82 54 880 0001	+82 54 880 0002"
is "the history of the code is the same" \
	"$(nearsec history KR-47 --columns number)" "$(nearsec member history KR-47 --columns number)"
is "all sets are in the whole history" "$(nearsec history | wc -l | tr -d ' ')" 3
exits 0 "a value that is there already is no change" nearsec member edit KR-47 phone="+82 54 880 0002"
is "and no change set" "$(nearsec history | wc -l | tr -d ' ')" 3

refuses 1 "nobody undoes what another set stands on" nearsec --user clerk1 undo 2
exits 0 "bare undo takes back the clerk's own newest" nearsec --user clerk2 undo
is "the value is back" "$(phone)" "+82 54 880 0001"
exits 0 "now the earlier one can go too" nearsec --user clerk2 undo 2
is "the value is empty again" "$(phone)" ""
exits 0 "redo takes the newest undo back" nearsec --user clerk2 redo
is "the value is there again" "$(phone)" "+82 54 880 0001"
is "undo stays in the history" "$(nearsec history --columns undoes | head -n 2 | tr '\n' ' ')" "5 2 "
refuses 1 "who has changed nothing has nothing to undo" nearsec --user clerk3 undo
refuses 1 "a set that never was cannot be undone" nearsec undo 99

exits 0 "from a day on it has another name" nearsec member edit KR-47 name_en="Gyeongbuk Province" from=2011-01-01
is "the new name holds today" "$(nearsec member show KR-47 --columns name_en)" "Gyeongbuk Province"
is "the old one holds the day before" \
	"$(nearsec --as-of 2010-12-31 member show KR-47 --columns name_en)" "Gyeongsangbuk-do Province"
is "what was not typed is carried over" "$(nearsec member show KR-47 --columns name_ko)" 경상북도

# What is refused leaves the file as it was.
before=$(nearsec export members | cksum)
sets=$(nearsec history | wc -l)
refuses 1 "a wrong value is refused" nearsec member edit KR-47 note=changed email=nobody
refuses 2 "an unknown field is refused" nearsec member edit KR-47 note=changed colour=red
has "and those that can be typed are named" "$(cat err)" name_mn
refuses 2 "the code never changes" nearsec member edit KR-47 code=KR-48
refuses 2 "a word without a value is refused" nearsec member edit KR-47 note
refuses 1 "no such government is refused" nearsec member edit KR-99 note=x
refuses 1 "a period that ends before it began is refused" nearsec member edit RU-KAM name_en=Kamchatka from=2007-06-30
refuses 4 "as of a past day nothing is changed" nearsec --as-of 2010-01-01 member edit KR-47 note=x
refuses 4 "read-only means it" nearsec --read-only member edit KR-47 note=x
is "the records are as they were" "$(nearsec export members | cksum)" "$before"
is "and so is the history" "$(nearsec history | wc -l)" "$sets"

# Two at once: neither is lost.
nearsec --user clerk1 member edit JP-16 phone="+81 76 000 0001" >/dev/null 2>err1 &
nearsec --user clerk2 member edit JP-16 note="At once." >/dev/null 2>err2 &
wait
is "two who save at once are both kept" \
	"$(nearsec member show JP-16 --columns phone,remark | tr '\t' ' ')" "+81 76 000 0001 At once."

# The order of history is that of the log: a clock may be set back.
NEARSEC_NOW=2031-05-02T00:00:00 nearsec --user clerk4 member edit JP-17 phone=1 >/dev/null
NEARSEC_NOW=2031-05-01T00:00:00 nearsec --user clerk4 member edit JP-17 fax=2 >/dev/null
is "the newest set stands first though the clock was set back" \
	"$(nearsec history --columns number | head -n 1)" \
	"$(nearsec history JP-17 --columns number | head -n 1)"
exits 0 "and it is what undo takes back" nearsec --user clerk4 undo
is "the older one stays" "$(nearsec member show JP-17 --columns phone,fax | tr '\t' ' ')" "1 "

exits 0 "every rule holds" nearsec verify
is "each on a line" "$(cut -f 1 out | sort -u)" holds
exits 0 "the file is fit" nearsec check
plan
