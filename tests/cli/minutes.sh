#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Minutes from the draft to the adoption, and projects.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

is "minutes are drafted in a language that is not the screen's" \
	"$(nearsec meeting minutes ga-8 ko | head -n 2)" "회의록
총회 제8차 회의 (GA-8)"
has "with the name of the host on that day" "$(nearsec meeting minutes GA-8 ru)" "Принимающий регион: "
is "what is drafted is kept, and shown again without a change set" "$(nearsec history | wc -l | tr -d ' ')" 3
exits 0 "the records have said nothing new" nearsec meeting minutes GA-8 ko draft
nearsec export minutes | sed '0,/회의록/s/회의록/회의록 고침/' >edited.csv
exits 0 "somebody edits" nearsec import minutes edited.csv
refuses 3 "an edited text is not drafted over" nearsec meeting minutes GA-8 ko draft
has "it is as it was" "$(nearsec meeting minutes GA-8 ko)" "회의록 고침"
exits 0 "unless one says so" nearsec meeting minutes GA-8 ko draft=over-edits
refuses 2 "any other word is refused" nearsec meeting minutes GA-8 ko again
refuses 1 "a language that is none" nearsec meeting minutes GA-8 xx
refuses 1 "a meeting that is none" nearsec meeting minutes GA-99 ko
refuses 1 "nothing drafted, nothing adopted" nearsec meeting adopt GA-7
refuses 1 "half a day is no day of adoption" nearsec meeting adopt GA-8 day=2010-11
exits 0 "they are adopted" nearsec meeting adopt GA-8 ko day=2010-11-30
refuses 1 "and then frozen" nearsec meeting minutes GA-8 ko draft=over-edits
refuses 1 "for undo too" nearsec undo
exits 0 "those in other languages follow" nearsec meeting adopt GA-8
exits 0 "every rule holds" nearsec verify

is "a project gets the next number" "$(nearsec project add env title_en='Yellow dust' year=2010 proposer=JP-16)" ENV/1
is "of its body" "$(nearsec project add ENV title_ko=하천 lead=KR-47)" ENV/2
refuses 1 "a project has a title" nearsec project add ENV year=2011
refuses 1 "it is approved by a decision" nearsec project edit ENV/1 state=running
exits 0 "which it names" nearsec project edit env/1 state=running decision=GA-8/2
refuses 1 "it is finished with a result" nearsec project edit ENV/1 state=finished
exits 0 "which it says" nearsec project edit ENV/1 state=finished result="A report"
is "lists are narrowed by state" "$(nearsec project list ENV --where state=finished --columns title)" "Yellow dust"
is "a title falls back" "$(nearsec project list --where no=2 --columns title)" "하천"
is "one is shown" "$(nearsec project show ENV/1 | head -n 1)" "ENV/1  Yellow dust"
exits 0 "every rule holds with projects" nearsec verify

# An Assembly of which everybody has gone home again.
today=$(nearsec meeting add GA-9 host=CN-NX begins="$(date -u +%Y-%m-%d)" zone=Asia/Shanghai)
is "a session is planned" "$(echo "$today" | head -n 1)" GA-9
nearsec meeting invite GA-9 >out
nearsec meeting convene GA-9 >out
exits 0 "it opens" nearsec meeting open GA-9
nearsec meeting credentials GA-9 KR-47 accepted >out
exits 0 "two come in" nearsec meeting attend GA-9 KR-47 CN-SX in
exits 0 "and vote" nearsec meeting vote GA-9 open "A motion"
nearsec meeting vote GA-9 close >out
exits 0 "and go" nearsec meeting attend GA-9 KR-47 CN-SX out
minutes=$(nearsec meeting minutes GA-9 en)
has "the quorum is that of the vote" "$minutes" "1 of 70 present"
has "who came is named" "$minutes" "- KR-47, Gyeongsangbuk-do Province"
has "observers apart" "$minutes" "Observers present (1)"
has "and how they voted" "$minutes" "1. A motion"
plan
