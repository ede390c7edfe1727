#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Meetings from the plan to the report, on the data of NEAR.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# count WHAT...: the rows of a list.
count() {
	nearsec "$@" --csv | tail -n +2 | wc -l | tr -d ' '
}

is "the sessions to 2010 are there" "$(count meeting list)" 15
is "eight of the Assembly" "$(count meeting list ga)" 8
is "a session is shown under the name of its body" "$(nearsec meeting show ga-8 | head -n 1)" "GA-8  General Assembly"
refuses 1 "a meeting that is not there" nearsec meeting show GA-99
refuses 2 "a word that is none" nearsec meeting sittings GA-8 invent

# The plan

exits 0 "the next Assembly is planned" nearsec meeting add GA-9 host=CN-NX begins=2012-07-24 \
	ends=2012-07-27 zone=Asia/Shanghai place=Yinchuan
is "its key is printed" "$(head -n 1 out)" GA-9
refuses 1 "a session is planned once" nearsec meeting add GA-9 begins=2012-07-24
refuses 1 "ordinals rise with the days" nearsec meeting add GA-10 begins=2011-07
refuses 1 "a last day without a first" nearsec meeting add GA-10 ends=2014-09-05
refuses 1 "a zone nobody knows" nearsec meeting edit GA-9 zone=Asia/Nowhere
refuses 1 "a last day before the first" nearsec meeting edit GA-9 ends=2012-07-01
has "an Assembly off its rhythm is warned of" "$(nearsec meeting add GA begins=2013-09)" \
	"GA-10 comes 1 year after GA-9"
exits 0 "and put back" nearsec undo
has "a meeting on a holiday is warned of" "$(nearsec meeting add WC host=MN-1 begins=2011-07-11)" Naadam

# Times

is "a sitting has the next number" "$(nearsec meeting sittings GA-9 add day=2012-07-24 starts=9 ends=+180)" 1
exits 0 "times are typed as clerks type them" nearsec meeting sittings GA-9 add day=2012-07-24 starts=1330 ends=17
is "and kept as the wall shows them" "$(nearsec meeting sittings GA-9 --columns starts,ends | tr '\t\n' '- ')" \
	"09:00-12:00 13:30-17:00 "
has "one outside the meeting is warned of" "$(nearsec meeting sittings GA-9 add day=2012-07-30)" outside
exits 0 "it goes" nearsec meeting sittings GA-9 remove 3
exits 0 "clocks are put on" nearsec meeting add WC host=MN-1 zone=Asia/Ulaanbaatar begins=2016-03-26
refuses 1 "a time that no clock shows" nearsec meeting sittings WC-9 add day=2016-03-26 starts=230 ends=5
is "nothing changed" "$(count meeting sittings WC-9)" 0
refuses 1 "nor can it be given a start there" nearsec meeting sittings WC-9 add day=2016-03-26 starts=1 ends=+90
has "one that comes twice is told to be the first" \
	"$(nearsec meeting sittings WC-9 add day=2016-09-23 starts=2330 ends=2345)" twice

# The agenda

for title in Opening Accounts Closing; do
	nearsec meeting agenda GA-9 add title_en="$title" minutes=90 >item || echo "# $title"
done
exits 0 "an item stands below another" nearsec meeting agenda GA-9 add title_en=Audit minutes=10 below=2
exits 0 "and moves" nearsec meeting agenda GA-9 move 3 to=1
is "what o'clock each comes is computed" \
	"$(nearsec meeting agenda GA-9 --columns number,title,starts,ends --csv | tail -n +2 | tr '\n' ' ')" \
	"1,Closing,09:00,10:30 2,Opening,10:30,12:00 3,Accounts,13:30,15:00 3.1,Audit,15:00,15:10 "
refuses 1 "an item is not below itself" nearsec meeting agenda GA-9 move 3 below=3.1
refuses 1 "an item that is not there" nearsec meeting agenda GA-9 outcome 9 "done"
exits 0 "a paper belongs to it" nearsec meeting papers GA-9 add title=Accounts number=3/1 item=3 kind=accounts
exits 0 "and is received" nearsec meeting papers GA-9 edit 3/1 received=2012-06-01 state_en=ready item=3.1
is "with its item" "$(nearsec meeting papers GA-9 --columns item)" \
	"$(nearsec meeting agenda GA-9 --where number=3.1 --columns id)"

# Notice

is "last days count back from the opening" \
	"$(nearsec --as-of 2012-05-26 meeting deadlines GA-9 --columns what,last,state --csv | tail -n +2 | tr '\n' ' ')" \
	"invitations,2012-05-25,late dossiers,2012-05-25,none accounts,2012-06-09,done papers,2012-06-24,waiting credentials,2012-07-17,none "
is "of all that come, what is due" "$(nearsec --as-of 2012-05-26 meeting deadlines --columns what | tr '\n' ' ')" \
	"invitations papers "

# The meeting

refuses 1 "it is not opened before it is convened" nearsec meeting open GA-9
exits 0 "it is put off by a week" nearsec meeting postpone GA-9 begins=2012-07-31 why="storm"
is "with its sittings" "$(nearsec meeting sittings GA-9 --columns day | sort -u)" 2012-07-31
is "and remembers its day" "$(nearsec meeting list GA --where key=GA-9 --columns moved_from,ends)" "2012-07-24	2012-08-03"
exits 0 "it is convened" nearsec meeting convene GA-9 day=2012-05-20
exits 0 "it is opened" nearsec meeting open GA-9
refuses 1 "an open one is not called off" nearsec meeting cancel GA-9
exits 0 "an item is done" nearsec meeting agenda GA-9 outcome 1 "done"
exits 0 "it is closed" nearsec meeting close GA-9
has "the chair's term ends with it" "$(nearsec export terms)" ",2012-08-03,GA-9"
refuses 1 "nothing is opened on its agenda any more" nearsec meeting agenda GA-9 add title_en=Late
exits 0 "what was done can be added" nearsec meeting agenda GA-9 add title_en=Late outcome="done"
exits 0 "it is reported on" nearsec meeting report GA-9
exits 0 "the next one takes what is open" nearsec meeting add GA begins=2014-09
is "with the meeting it comes from" "$(nearsec meeting agenda GA-10 --columns number,title,from --csv | tail -n +2 | tr '\n' ' ')" \
	"1,Opening,GA-9 2,Accounts,GA-9 2.1,Audit,GA-9 "
exits 0 "that one is called off" nearsec meeting cancel GA-10 why="no host"
is "its ordinal is given again, its key is not" "$(nearsec meeting add GA begins=2015-09 | head -n 1)" GA-10-2
exits 0 "a committee meets every half year" nearsec meeting repeat WC-9 times=2 months=6
is "so many more" "$(tr '\n' ' ' <out | cut -c 1-12)" "WC-10 WC-11 "
has "the history of a meeting has what belongs to it" "$(nearsec meeting history GA-9)" "new sitting"

exits 0 "every rule holds" nearsec verify

nearsec export meetings --out meetings.csv >/dev/null
exits 0 "meetings come back as they are" nearsec import meetings meetings.csv
has "none of them changed" "$(cat out)" "0 new, 0 changed"

# Into an empty file and out again

exits 0 "a file is made empty" nearsec --db empty.db init --empty
for kind in members bodies meetings decisions; do
	nearsec export "$kind" --out "$kind.csv" >/dev/null
	exits 0 "$kind go into it" nearsec --db empty.db import "$kind" "$kind.csv"
done
for kind in members bodies meetings decisions; do
	nearsec --db empty.db export "$kind" --out "again-$kind.csv" >/dev/null
	cmp -s "$kind.csv" "again-$kind.csv"
	result $? "$kind come out as they were"
done
exits 0 "every rule holds there too" nearsec --db empty.db verify
refuses 1 "where the countries are known a new one is a slip" sh -c \
	"printf 'code,country,kind,status,name_en\nXX-01,XX,province,member,Nowhere\n' >odd.csv && '$PROGRAM' import members odd.csv"
plan
