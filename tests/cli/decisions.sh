#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The register of decisions, admission, and what follows from a decision.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

is "the register has the decisions of fifteen sessions" "$(nearsec decision list | wc -l | tr -d ' ')" 27
has "in Chinese and English" "$(nearsec decision list GA-8 --csv --columns number,text_zh,text_en)" \
	'GA-8/1,批准俄罗斯克麦罗沃州新加入联合会,"Approved the accession of the Kemerovo Region, Russia."'
is "of one body" "$(nearsec decision list WC --columns number | tail -n 1)" WC-1/1
is "as of a day" "$(nearsec --as-of 2000-01-01 decision list GA --columns number | wc -l | tr -d ' ')" 4
is "what set up a body is done" "$(nearsec decision list GA-8 --columns effect | uniq)" "done"
has "and shown" "$(nearsec decision show GA-8/2)" "Body WOMEN is set up from 2010-10 on."
is "observers wait without an application" "$(nearsec member applications --columns government,stage | head -n 1)" \
	"$(printf 'CN-TJ\tobserver')"

exits 0 "a session is planned" nearsec meeting add GA-9 host=CN-NX begins=2012-07-24 ends=2012-07-27 zone=Asia/Shanghai
exits 0 "an observer applies" nearsec member apply CN-LN day=2012-03-15
refuses 1 "and only once" nearsec member apply CN-LN
refuses 1 "not complete without its papers" nearsec member stage CN-LN dossier day=2012-05-20
for item in form consent profile post; do
	exits 0 "the $item came" nearsec member dossier CN-LN "$item" received=2012-05-01 paper="paper 1"
done
is "the opinion is missing" "$(nearsec member applications --columns missing,stage | head -n 1)" "$(printf '1\tapplied')"
exits 0 "then it is" nearsec member stage CN-LN dossier day=2012-05-20
refuses 1 "no step goes back" nearsec member stage CN-LN applied day=2012-05-21
refuses 1 "not on the agenda of a session that is past" nearsec member stage CN-LN agenda day=2012-06-01 meeting=GA-8
exits 0 "it comes on the agenda" nearsec member stage CN-LN agenda day=2012-06-01 meeting=GA-9
has "in six languages" "$(nearsec --lang ko meeting agenda GA-9)" "가입: 랴오닝성"
refuses 1 "only a decision admits" nearsec member stage CN-LN admitted
refuses 1 "and no meeting before it is open" nearsec meeting decide GA-9 kind=admit subjects=CN-LN
exits 0 "invited" nearsec meeting convene GA-9 day=2012-05-20
exits 0 "opened" nearsec meeting open GA-9
exits 0 "a dry run admits" nearsec meeting decide GA-9 kind=admit subjects=cn-ln item=1 taken=2012-07-26 --dry-run
has "as far as words go" "$(cat out)" "CN-LN: member from 2012-07-26 on."
is "it is an observer still" "$(nearsec member list --where code=CN-LN --columns status)" observer
is "and nothing is in the register" "$(nearsec decision list GA-9)" ""
refuses 1 "a dry run is refused as the decision would be" nearsec meeting decide GA-9 kind=admit subjects=KR-47 --dry-run
refuses 2 "what has no dry run does nothing with one" nearsec meeting close GA-9 --dry-run
exits 0 "admitted" nearsec meeting decide GA-9 kind=admit subjects=cn-ln item=1 taken=2012-07-26 \
	text_en="Admitted Liaoning Province."
has "with the number of the register" "$(cat out)" "GA-9/1"
has "it is a member from that day" "$(cat out)" "CN-LN: member from 2012-07-26 on."
is "and the status names the decision" "$(nearsec --as-of 2012-07-26 member list --where code=CN-LN --columns status,since,decision)" \
	"$(printf 'member\t2012-07-26\tGA-9/1')"
is "the day before it was an observer" "$(nearsec --as-of 2012-07-25 member list --where code=CN-LN --columns status)" observer
is "the item is dealt with" "$(nearsec meeting agenda GA-9 --columns outcome)" "done"
exits 0 "one undo takes all of it back" nearsec undo
is "the status too" "$(nearsec member list --where code=CN-LN --columns status)" observer
exits 0 "and redo decides again" nearsec redo

exits 0 "a body is set up" nearsec meeting decide GA-9 kind=set-up-body subjects=LIFE taken=2012-07-26 \
	name_en="Subcommittee on Life" coordinator=KR-48 until_meeting=GA-10
has "with its coordinator" "$(nearsec decision show GA-9/2)" \
	"KR-48: coordinator of LIFE from 2012-07-26 until GA-10."
refuses 1 "the Working Committee sets up none" nearsec meeting decide WC-7 kind=set-up-body subjects=XX name_en=X
refuses 1 "a vote that was not taken carries nothing" nearsec meeting decide GA-9 kind=other vote=3
exits 0 "the words of a decision are corrected" nearsec decision edit GA-9/1 text_ko="랴오닝성 가입 승인."
refuses 2 "its kind is not" nearsec decision edit GA-9/1 kind=expel

exits 0 "a follow-up is added" nearsec decision followup GA-9/2 what="Rules of procedure" government=KR-48 due=2013-01-31
is "with a number" "$(cat out)" GA-9/2/1
refuses 1 "it has one owner" nearsec decision followup GA-9/2 what="Nobody's"
is "it is late" "$(nearsec decision followups --open --columns number,state)" "$(printf 'GA-9/2/1\tlate')"
refuses 1 "it closes only with a note" nearsec decision close GA-9/2/1
exits 0 "closed" nearsec decision close GA-9/2/1 note="Adopted." day=2013-02-15
is "nothing is open" "$(nearsec decision followups --open)" ""
is "the list keeps it" "$(nearsec decision followups --columns number,state)" "$(printf 'GA-9/2/1\tclosed')"
# What a person types names a decision of the register, or a session.
for decision in GA-8/99 2010-99 GA8 GA-8/ GA-/1 "by letter"; do
	refuses 1 "a body is not set up by $decision" nearsec body set-up FOG kind=subcommittee parent=SC from=2012 \
		name_en=Fog by="$decision"
	refuses 1 "nor does it rest on $decision" nearsec body edit ENV decision="$decision"
	refuses 1 "nor is it dissolved by $decision" nearsec body dissolve ENV until=2013-01-01 by="$decision"
	refuses 1 "nor a text" nearsec text add FOG kind=agreed decision="$decision"
	refuses 1 "nor a project" nearsec project add ENV title_en=Fog year=2012 decision="$decision"
done
has "the sentence says what to do" "$(nearsec body edit ENV decision=GA-8/99 2>&1)" "enter it in DEC, or name the session"
for decision in ga-8/2 GA-8 GA-99; do
	exits 0 "a body rests on $decision" nearsec body edit ENV decision="$decision"
done
exits 0 "every rule holds" nearsec verify
plan
