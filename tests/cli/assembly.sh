#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One General Assembly from the first letter to the last check, as a clerk works.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# What every refusal must leave as it was.
changes() {
	nearsec --csv history | wc -l
}

# unchanged NAME COMMAND...: refused with one sentence, nothing changed.
unchanged() {
	before=$(changes)
	refuses 1 "$@"
	is "$1: nothing is changed" "$(changes)" "$before"
}

# What the real data say before anything happens.
is "eleven sub-committees with their coordinators" \
	"$(nearsec body list --where kind=subcommittee --columns key,coordinator | LC_ALL=C sort | tr '\t\n' ': ')" \
	"BORDER:RU-IRK DIS:JP-28 ECON:KR-47 EDU:JP-32 ENERGY:KR-27 ENV:JP-16 MINE:RU-MAG OCEAN:CN-SD SCI:KR-41 TOUR:CN-HA WOMEN:MN-061 "
is "nobody in a body that is not set up" "$(nearsec body roster TOUR --as-of 2007-01-01 2>/dev/null)" ""
has "its coordinator later" "$(nearsec body roster TOUR --as-of 2011-01-01 2>/dev/null)" CN-HA
is "fifteen sessions" "$(nearsec meeting list --csv | tail -n +2 | wc -l | tr -d ' ')" 15
is "their decisions in Chinese and English" \
	"$(nearsec decision list --columns text_zh,text_en | grep -c '.	.')" "$(nearsec decision list | wc -l | tr -d ' ')"

# Before the Assembly.
exits 0 "the ninth Assembly is planned" nearsec meeting add GA-9 host=CN-NX begins=2012-07-24 ends=2012-07-27 \
	zone=Asia/Shanghai place=银川
is "it is the next of its body" "$(nearsec meeting list GA --where key=GA-9 --columns ordinal,host)" "$(printf '9\tCN-NX')"
exits 0 "with its sittings" nearsec meeting sittings GA-9 add day=2012-07-24 starts=930 ends=+150
is "found by its host" "$(nearsec find 宁夏 --columns key | grep -c '^GA-9$')" 1
is "and by its place" "$(nearsec find yinchuan --columns key)" GA-9
exits 0 "an applicant" nearsec member apply CN-LN day=2012-03-15
for item in form consent profile post opinion; do
	exits 0 "the $item came" nearsec member dossier CN-LN "$item" received=2012-05-01
done
exits 0 "the dossier is complete" nearsec member stage CN-LN dossier day=2012-05-20
exits 0 "it comes on the agenda" nearsec member stage CN-LN agenda day=2012-06-01 meeting=GA-9
exits 0 "a report as well" nearsec meeting agenda GA-9 add minutes=30 title_en="Report of the Secretariat"
exits 0 "all are invited" nearsec meeting invite GA-9
has "members and observers" "$(cat out)" "75 governments"
exits 0 "a seat until the Assembly closes" nearsec body seat ENV CN-HL role=member from=2010-10 until=GA-9
exits 0 "one declines" nearsec meeting answer GA-9 RU-MAG declined

# The hall fills.
exits 0 "the Assembly opens" nearsec meeting open GA-9
members=$(nearsec --as-of 2012-07-24 member list --where status=member --columns code)
# shellcheck disable=SC2046,SC2086 # words are wanted
exits 0 "29 come in" nearsec meeting attend GA-9 $(echo "$members" | head -n 29) in
has "29 of 70, and what the rule says" "$(nearsec meeting roll GA-9 | tail -n 3)" "29 of 70 present"
has "in Korean" "$(nearsec --lang ko meeting roll GA-9 | tail -n 3)" "29/70"
# shellcheck disable=SC2046,SC2086
exits 0 "credentials are accepted" nearsec meeting credentials GA-9 $members accepted
exits 0 "a proxy to one who is there" nearsec meeting proxy GA-9 RU-TOM CN-HL
exits 0 "another to one who is not" nearsec meeting proxy GA-9 RU-IRK RU-KEM
exits 0 "an observer watches" nearsec meeting attend GA-9 CN-TJ in
# shellcheck disable=SC2046,SC2086
exits 0 "more come" nearsec meeting attend GA-9 $(echo "$members" | tail -n +30 | head -n 12) in
has "and make the quorum" "$(nearsec meeting roll GA-9 | tail -n 3)" "42 of 70 present"

# The vote on the applicant.
exits 0 "the vote opens" nearsec meeting vote GA-9 open "Admit Liaoning Province"
exits 0 "one votes" nearsec meeting vote GA-9 ballot KR-27 yes
unchanged "a double vote" nearsec meeting vote GA-9 ballot KR-27 no
unchanged "an observer's ballot" nearsec meeting vote GA-9 ballot CN-TJ yes
unchanged "a proxy whose holder is absent" nearsec meeting vote GA-9 ballot RU-IRK yes by=RU-KEM
exits 0 "a proxy whose holder is there" nearsec meeting vote GA-9 ballot RU-TOM yes by=CN-HL
exits 0 "the others" nearsec meeting vote GA-9 bloc yes
exits 0 "the vote closes" nearsec meeting vote GA-9 close
is "and is carried" "$(nearsec meeting vote GA-9 --where no=1 --columns result)" carried
unchanged "undo of a used roll" nearsec undo
has "which says why" "$(cat err)" "GA-9/1"

# The decision, and what it changes.
exits 0 "the applicant is admitted by the vote" nearsec meeting decide GA-9 kind=admit subjects=CN-LN item=1 vote=1 \
	taken=2012-07-26 text_en="Admitted Liaoning Province."
is "a member from that day, by that decision" \
	"$(nearsec --as-of 2012-07-26 member list --where code=CN-LN --columns status,since,decision)" \
	"$(printf 'member\t2012-07-26\tGA-9/1')"
is "an observer until then" "$(nearsec --as-of 2012-07-25 member list --where code=CN-LN --columns status)" observer
is "found by its words" "$(nearsec find "admitted liaoning" --columns key)" GA-9/1
exits 0 "a body is set up" nearsec meeting decide GA-9 kind=set-up-body subjects=LIFE taken=2012-07-26 \
	name_en="Subcommittee on Life" coordinator=KR-48 until_meeting=GA-10 text_en="Set up the Subcommittee on Life."
is "with its coordinator" "$(nearsec --as-of 2012-07-26 body list --where key=LIFE --columns coordinator)" KR-48
exits 0 "a second vote" nearsec meeting vote GA-9 open "Admit nobody else"
exits 0 "all against" nearsec meeting vote GA-9 bloc no
exits 0 "closes" nearsec meeting vote GA-9 close
unchanged "a decision against its vote" nearsec meeting decide GA-9 kind=other vote=2 text_en="Admit nobody else."
exits 0 "something is to be done" nearsec decision followup GA-9/2 what="Rules of procedure" government=KR-48 due=2013-01-31

# What else is refused.
unchanged "a term around another" nearsec body seat TOUR KR-42 role=coordinator from=2001 until=2020
unchanged "a body the committee may not set up" nearsec meeting decide WC-7 kind=set-up-body subjects=XX name_en=X
exits 0 "a meeting in a zone that changes its clocks" nearsec meeting add TOUR-90 begins=2030-03-31 zone=Europe/Berlin
unchanged "a wall time that does not exist" nearsec meeting sittings TOUR-90 add day=2030-03-31 starts=0230 ends=0330
has "which is said" "$(cat err)" "02:30"
exits 0 "and an hour later it does" nearsec meeting sittings TOUR-90 add day=2030-03-31 starts=0330 ends=0430

# After the Assembly.
exits 0 "the Assembly closes" nearsec meeting close GA-9
is "the seat is vacant from its last day on" \
	"$(nearsec body roster ENV --columns state,since 2>/dev/null)" "$(printf 'held\t1998-10\nvacant\t2012-07-27')"
unchanged "who comes too late" nearsec meeting attend GA-9 KR-42 in
exits 0 "its report goes out" nearsec meeting report GA-9
exits 0 "every rule holds" nearsec verify

# The whole of it into an empty file, and the same out of it.
for kind in members bodies meetings decisions; do
	nearsec export "$kind" --out "first-$kind.csv" >/dev/null 2>&1
done
NEARSEC_DB=$folder/second.db
exits 0 "an empty file" nearsec init --empty
for kind in members bodies meetings decisions; do
	exits 0 "$kind are imported" nearsec import "$kind" "first-$kind.csv"
done
for kind in members bodies meetings decisions; do
	nearsec export "$kind" --out "second-$kind.csv" >/dev/null 2>&1
	is "the same $kind come out" "$(diff "first-$kind.csv" "second-$kind.csv")" ""
done
exits 0 "and every rule holds there" nearsec verify
plan
