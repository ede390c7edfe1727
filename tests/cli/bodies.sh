#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Bodies, their seats, and which government holds them when: on the real data.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# What is there.
is "the sub-committees and who coordinates them" \
	"$(nearsec body list --csv --where kind=subcommittee --columns number,key,coordinator | tr '\n' ' ')" \
	"number,key,coordinator 1,ECON,KR-47 2,ENV,JP-16 3,EDU,JP-32 4,DIS,JP-28 5,BORDER,RU-IRK 6,SCI,KR-41 7,TOUR,CN-HA 8,OCEAN,CN-SD 9,MINE,RU-MAG 10,WOMEN,MN-061 11,ENERGY,KR-27 "
is "one without a number has none" "$(nearsec body list --csv --columns key,number | sed -n 2,5p | tr '\n' ' ')" "NEAR, GA, WC, SC, "
nearsec export bodies --out bodies.csv
exits 0 "what is exported comes in again" nearsec import bodies bodies.csv
has "and changes nothing" "$(cat out)" "0 new, 0 changed, 19 as they were"
is "nothing is there before it is set up" "$(nearsec --as-of 2007-01-01 body list | wc -l | tr -d ' ')" 14
is "the name is in the language of the screen" "$(nearsec --lang mn body list --where key=GA --columns name)" "Бүгд хурал"
has "one is shown with its texts" "$(nearsec body show env)" "marine litter"
refuses 1 "a body that is not there is refused" nearsec body show NOBODY
refuses 1 "and one that is not there yet" nearsec --as-of 2007-01-01 body show TOUR

# The roster of a day.
is "TOUR in 2007 has nobody" "$(nearsec body roster TOUR --as-of 2007-01-01)" ""
is "TOUR in 2011 has Henan" "$(nearsec body roster TOUR --as-of 2011-01-01 --columns role,government,state)" "coordinator	CN-HA	held"
is "the Assembly is chaired until the next one" \
	"$(nearsec body roster GA --columns government,until_meeting)" "KR-41	GA-9"
is "past chairs are a question" "$(nearsec body roster GA past --columns government | tr '\n' ' ')" \
	"CN-SD KR-26 CN-HL RU-KHA JP-28 JP-16 KR-47 "
is "who chaired on a day" "$(nearsec --as-of 2005-06-01 body roster GA --columns government)" "CN-HL"
is "what a government holds" "$(nearsec member holds KR-47 --columns body,role | tr '\t\n' '/ ')" "ECON/coordinator SEC/host "
is "and held" "$(nearsec member holds KR-47 past --columns body,role,since | tr '\t\n' '/ ')" \
	"GA/chair/1996-09 SEC/host/2005-05 WC/chair/1997-08 "
refuses 2 "no other part of a roster" nearsec body roster GA later

# Seats.
exits 0 "a vacant seat is a row" nearsec body add-seat ENV role=co-coordinator from=2010-10 by=GA-8
is "that says since when" "$(nearsec body roster ENV --where state=vacant --columns role,since,decision)" "co-coordinator	2010-10	GA-8"
exits 0 "a government takes it" nearsec body seat ENV JP-15 role=co-coordinator from=2011-03-01 by=WC-8 until=2013-03-01
is "and it is the same seat" "$(nearsec --as-of 2011-03-01 body roster ENV --where role=co-coordinator --columns no,government,until)" "1	JP-15	2013-03-01"
exits 0 "a member takes a new one" nearsec body seat ENV ru-pri role=member from=1998-10 by=GA-2 until=GA-9
refuses 1 "a government sits once" nearsec body seat ENV RU-PRI role=member from=2000-01-01
refuses 1 "an observer does not sit" nearsec body seat ENV CN-SN role=member from=2010-11
refuses 1 "nobody sits before the holder does" nearsec body seat ENV KR-42 role=coordinator from=1998-10
refuses 1 "an enclosing term overlaps" nearsec body seat ENV KR-42 role=member no=1 from=1998-09 until=2020
refuses 1 "no government of that code" nearsec body seat ENV XX-99 role=member from=2010-11
refuses 1 "no role of that name" nearsec body seat ENV KR-42 role=king from=2010-11
refuses 2 "the day must be said" nearsec body seat ENV KR-42 role=member
refuses 1 "a decision that is not in the register" nearsec body seat TOUR CN-HL role=member from=2011-03-01 by=GA-8/9
exits 0 "the term goes on" nearsec body renew ENV co-coordinator/1 until=GA-9 by=GA-8
is "where the one before ended" "$(nearsec body roster ENV --where role=co-coordinator --columns since,until_meeting)" "2013-03-01	GA-9"
exits 0 "a coordinator follows another" nearsec body seat ENV KR-42 role=coordinator from=2012-08-01 by=GA-9/2
is "whose term ends then" "$(nearsec body roster ENV past --where role=coordinator --columns government,until,ended)" "JP-16	2012-08-01	GA-9/2"
exits 0 "a term is ended" nearsec body end ENV member/1 until=2013-01-01 why=withdrew
is "and the seat is vacant from then on" "$(nearsec body roster ENV --where role=member --columns state,since)" "vacant	2013-01-01"
refuses 1 "nobody ends what nobody holds" nearsec body end ENV member/1 until=2014-01-01
exits 0 "a seat is given up" nearsec body remove-seat ENV member/1 until=2014-01-01 why=GA-9
refuses 1 "and takes nobody" nearsec body seat ENV KR-41 role=member no=1 from=2015-01-01
nearsec person add language=en given_en=Clerk family_en=One >one
nearsec person add language=en given_en=Clerk family_en=Two >two
exits 0 "somebody exercises the office" nearsec body officer ENV coordinator "$(cat one)" from=2012-09-01
exits 0 "somebody acts for her" nearsec body officer ENV coordinator "$(cat two)" from=2013-01-01 until=2013-02-01 acting=1
is "while she is away" "$(nearsec --as-of 2013-01-15 body roster ENV --where role=coordinator --columns officer,acting)" "Clerk Two	1"
is "and no longer" "$(nearsec --as-of 2013-02-01 body roster ENV --where role=coordinator --columns officer,acting)" "Clerk One	0"

# From setting up to dissolving.
exits 0 "a body is set up" nearsec body set-up AIR kind=subcommittee parent=SC from=2012-07-24 by=GA-9/3 \
	name_en="Subcommittee on Air" coordinator=CN-NX
is "with the next number" "$(nearsec body list --where key=AIR --columns number,coordinator)" "12	CN-NX"
refuses 1 "a key is given once" nearsec body set-up AIR kind=subcommittee parent=SC from=2013 name_en=Air
refuses 1 "a body without a name is none" nearsec body set-up WATER kind=subcommittee parent=SC from=2013
exits 0 "it is called otherwise" nearsec body edit AIR name_en="Subcommittee on Clean Air" from=2014-01-01
is "then, and not before" "$(nearsec --as-of 2013-12-31 body list --where key=AIR --columns name)" "Subcommittee on Air"
exits 0 "its purpose is written" nearsec body text AIR purpose text_en="Clean air."
has "and shown" "$(nearsec body show AIR)" "Clean air."
refuses 2 "its number is not typed" nearsec body edit AIR number=3
refuses 1 "the one above is not dissolved before it" nearsec body dissolve SC until=2015-01-01
exits 0 "it is dissolved" nearsec body dissolve AIR until=2015-01-01 successor=ENV by=GA-10/1
is "it keeps its number" "$(nearsec body list --where key=AIR --columns number,until,successor)" "12	2015-01-01	ENV"
refuses 1 "and gains nothing any more" nearsec body seat AIR KR-47 role=member from=2016-01-01
refuses 1 "no seat either" nearsec body add-seat AIR role=member from=2016-01-01
exits 0 "another one is set up" nearsec body set-up ICE kind=subcommittee parent=SC from=2016-01-01 name_en=Ice
is "under a number of its own" "$(nearsec body list --where key=ICE --columns number)" 13
has "its history says all" "$(nearsec body history AIR --columns what | tr '\n' ' ')" "dissolve body"
exits 0 "every rule holds" nearsec verify
nearsec undo >/dev/null
nearsec undo >/dev/null
is "undo brings it back with its term" "$(nearsec body roster AIR --columns government,until)" "CN-NX	"
exits 0 "every rule still holds" nearsec verify
plan
