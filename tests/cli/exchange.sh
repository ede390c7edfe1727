#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is exported can be imported, and is then the same.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near
nearsec person add language=en given_en=Clerk family_en=One email=one@example.org >one
nearsec person add language=ja family_ja=書記 given_ja=二 reading=しょきに >/dev/null
nearsec post add KR-47 WC-CONTACT name_en="=Contact, \"first\"" note="Line one
line two" >/dev/null
nearsec post appoint KR-47 WC-CONTACT "$(cat one)" from=2010-01-01 >/dev/null

# A whole file, kind by kind, with its ids.
kinds=$(nearsec help --list | sed -n 's/^kind	\([^	]*\)	.*/\1/p' | grep -vx -e members -e bodies)
mkdir whole
for kind in $kinds; do
	nearsec export "$kind" --out "whole/$kind.csv" >/dev/null
done
exits 0 "a folder of exports makes a new file" nearsec --db copy.db init --data whole
for kind in $kinds; do
	nearsec --db copy.db export "$kind" >again.csv
	exits 0 "its $kind are the same" cmp "whole/$kind.csv" again.csv
done
nearsec export members >members.csv
nearsec --db copy.db export members >again.csv
exits 0 "its members are the same" cmp members.csv again.csv
exits 0 "every rule holds in it" nearsec --db copy.db verify
nearsec --db copy.db import members members.csv >out
has "importing again changes nothing" "$(cat out)" "0 new, 0 changed, 75 as they were"

nearsec export bodies >bodies.csv
nearsec --db copy.db export bodies >again.csv
exits 0 "its bodies are the same" cmp bodies.csv again.csv
nearsec --db copy.db import bodies bodies.csv >out
has "importing them again changes nothing" "$(cat out)" "0 new, 0 changed, 19 as they were"

# The view alone is enough for a file of another office.
nearsec --db view.db init --empty >/dev/null
nearsec --db view.db import countries whole/countries.csv >/dev/null
exits 0 "members alone are imported" nearsec --db view.db import members members.csv
nearsec --db view.db export members >again.csv
exits 0 "and exported the same" cmp members.csv again.csv
exits 0 "bodies alone are imported" nearsec --db view.db import bodies bodies.csv
nearsec --db view.db export bodies >again.csv
exits 0 "and exported the same" cmp bodies.csv again.csv
for kind in names body-names body-texts seats terms; do
	exits 0 "$kind of another file find their own" nearsec --db view.db import $kind whole/$kind.csv
done
is "no name of a body was doubled" "$(nearsec --db view.db export body-names | wc -l | tr -d ' ')" 20
exits 0 "every rule holds in that too" nearsec --db view.db verify

has "formulas are guarded" "$(cat whole/posts.csv)" "'=Contact"
is "the format is for spreadsheets" "$(head -c 3 members.csv | od -An -tx1 | tr -d ' ')" efbbbf
nearsec export members --format json >members.json
is "json is an array of every member" "$(grep -c '^{"code"' members.json)" 75
refuses 2 "another format is refused" nearsec export members --format xml
refuses 2 "another kind is refused" nearsec export cats
has "and told where they are listed" "$(cat err)" "nearsec help kinds"
has "there they are" "$(nearsec help kinds)" reminders

# All rows or none.
before=$(nearsec export members | cksum)
sets=$(nearsec history | wc -l)
{
	echo code,phone
	echo KR-47,+82 54 000 0000
	echo KR-46,not a number
} >phones.csv
refuses 1 "one wrong row stops an import" nearsec import governments phones.csv
has "the row is named" "$(cat out)" "phones.csv:3:"
is "and nothing is kept" "$(nearsec export members | cksum)" "$before"
{
	echo code,phone
	echo KR-47,+82 54 000 0000
} >phone.csv
exits 0 "a dry run says what would be done" nearsec import governments phone.csv --dry-run
has "in numbers" "$(cat out)" "0 new, 1 changed, 0 as they were"
is "and does nothing" "$(nearsec history | wc -l)" "$sets"
exits 0 "the run does it" nearsec import governments phone.csv
has "in the same numbers" "$(cat out)" "0 new, 1 changed, 0 as they were"
is "the value is there" "$(nearsec member show KR-47 --columns phone)" "+82 54 000 0000"
exits 0 "and can be undone" nearsec undo
is "to the same bytes" "$(nearsec export members | cksum)" "$before"
echo colour >colour.csv
refuses 1 "an unknown column is refused" nearsec import members colour.csv
: >nothing.csv
refuses 1 "an empty file is refused" nearsec import members nothing.csv
refuses 1 "a file that is not there is refused" nearsec import members none.csv
refuses 4 "a place one cannot write to is told" nearsec export members --out /no/such/folder/x.csv
plan
