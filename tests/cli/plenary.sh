#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The plenary day: invitations, the roll and its quorum, votes.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

lines() {
	nearsec --csv history | wc -l
}

# The sum of the quorum, and how many may vote.
quorum() {
	nearsec meeting roll GA-9 | tail -n 2 | head -n 1
}

exits 0 "the ninth Assembly is planned" nearsec meeting add GA-9 host=CN-NX \
	begins=2012-07-24 ends=2012-07-27 zone=Asia/Shanghai
refuses 1 "nobody comes before the invitations" nearsec meeting attend GA-9 KR-47 in
exits 0 "all members and observers are invited" nearsec meeting invite GA-9
has "seventy and five" "$(cat out)" "75 governments"
refuses 1 "nobody is invited twice" nearsec meeting invite GA-9 KR-47
is "as members" "$(nearsec meeting roll GA-9 --where capacity=member --columns government | grep -c '^..-')" 70
is "and observers" "$(nearsec meeting roll GA-9 --where capacity=observer --columns government | grep -c '^..-')" 5

exits 0 "one answers" nearsec meeting answer GA-9 jp-16 coming
exits 0 "and withdraws, later than it may" nearsec meeting answer GA-9 JP-16 withdrawn
has "which is told" "$(cat out)" "This withdrawal is late"
exits 0 "a delegation has a head" nearsec meeting delegate GA-9 KR-47 role=head name="Head of Delegation"
is "who is listed" "$(nearsec meeting delegates GA-9 KR-47 --columns name)" "Head of Delegation"
refuses 1 "one only" nearsec meeting delegate GA-9 KR-47 role=head name=Another

members=$(nearsec member list --where status=member --columns code)
# shellcheck disable=SC2046,SC2086 # words are wanted
exits 0 "29 come in" nearsec meeting attend GA-9 $(echo "$members" | head -n 29) in
is "the quorum is said with its sum" "$(quorum)" \
	"29 of 70 present, 36 needed (assumed): not quorate"
is "in every language" "$(nearsec --lang ko meeting roll GA-9 | grep -c '출석 29/70, 필요 36(추정): 정족수 미달')" 1
before=$(lines)
refuses 1 "nobody comes in twice" nearsec meeting attend GA-9 JP-02 CN-HL in
is "and nothing is changed by it" "$(lines)" "$before"
refuses 1 "who is not invited does not come in" nearsec meeting attend GA-9 US-CA in
refuses 2 "in or out must be said" nearsec meeting attend GA-9 KR-47 maybe
refuses 1 "who came in is not undone" nearsec undo

# shellcheck disable=SC2046,SC2086
exits 0 "credentials are accepted" nearsec meeting credentials GA-9 $members accepted
refuses 1 "a state that is none is refused" nearsec meeting credentials GA-9 KR-47 fine
exits 0 "a proxy is given to one who is there" nearsec meeting proxy GA-9 RU-TOM CN-HL
exits 0 "another to one who is not" nearsec meeting proxy GA-9 RU-IRK RU-MAG
refuses 1 "none is passed on" nearsec meeting proxy GA-9 RU-KEM RU-TOM
refuses 1 "an observer holds none" nearsec meeting proxy GA-9 RU-KEM CN-TJ
is "the one counts, the other does not" "$(quorum)" \
	"30 of 70 present, 36 needed (assumed): not quorate; 1 by proxy"
exits 0 "an observer comes in" nearsec meeting attend GA-9 CN-TJ in
is "and is not counted" "$(quorum)" \
	"30 of 70 present, 36 needed (assumed): not quorate; 1 by proxy"
exits 0 "another came in at a time of the clock there" nearsec meeting attend GA-9 CN-SN in --at "2012-07-24 9:30"
is "which is kept" "$(nearsec meeting roll GA-9 --where government=CN-SN --columns at | head -n 1)" 2012-07-24T01:30:00Z
refuses 1 "and does not go out before" nearsec meeting attend GA-9 CN-SN out --at "2012-07-24 9:29"
refuses 1 "a time that no clock shows is refused" nearsec meeting attend GA-9 CN-SN out --at 2561
has "the history of the delegation has its goings" "$(nearsec history GA-9/CN-SN --columns what | tr '\n' ' ')" "presence "
refuses 2 "no other command takes a time" nearsec meeting roll GA-9 --at 930

refuses 1 "no vote before it is open" nearsec meeting vote GA-9 open "Admit"
exits 0 "the Assembly is open" nearsec meeting open GA-9
refuses 1 "no ballot before a vote" nearsec meeting vote GA-9 ballot KR-47 yes
exits 0 "a vote opens" nearsec meeting vote GA-9 open "Admit the applicant"
has "with its roll" "$(cat out)" "to call 30: 0 of 30"
refuses 1 "one at a time" nearsec meeting vote GA-9 open "Another"
exits 0 "one votes" nearsec meeting vote GA-9 ballot KR-26 no
before=$(lines)
refuses 1 "a double vote is refused" nearsec meeting vote GA-9 ballot KR-26 yes
refuses 1 "an observer's ballot is refused" nearsec meeting vote GA-9 ballot CN-TJ yes
has "with its reason" "$(cat err)" "it does not vote"
refuses 1 "a vote by a proxy whose holder is absent is refused" \
	nearsec meeting vote GA-9 ballot RU-IRK yes by=RU-MAG
has "with its holder" "$(cat err)" "RU-MAG, which holds the proxy of RU-IRK"
refuses 1 "who came too late is refused" nearsec meeting vote GA-9 ballot RU-KEM yes
is "nothing is changed by any of it" "$(lines)" "$before"
exits 0 "a slip is corrected" nearsec meeting vote GA-9 ballot KR-26 abstain correct
exits 0 "a written ballot" nearsec meeting vote GA-9 ballot KR-27 no written
exits 0 "a proxy votes" nearsec meeting vote GA-9 ballot RU-TOM yes by=CN-HL
exits 0 "the others en bloc, but for two" nearsec meeting vote GA-9 bloc yes KR-28 KR-29=no
exits 0 "the vote closes" nearsec meeting vote GA-9 close
has "with its sum" "$(cat out)" "yes 26, no 2, abstain 1, not voting 1, to call 0: 30 of 30"
has "and its quorum" "$(cat out)" "30 of 70 present, 36 needed (assumed): not quorate; 1 by proxy"
has "apart" "$(cat out)" "written: yes 0, no 1, abstain 0"
is "without a quorum nothing is carried" "$(tail -n 1 out)" "no quorum"
refuses 1 "a closed vote takes no ballot" nearsec meeting vote GA-9 ballot KR-28 yes
refuses 1 "the used roll is not undone" nearsec undo
has "and says why" "$(cat err)" "The roll of GA-9/1 is used"

# shellcheck disable=SC2046,SC2086
exits 0 "ten more come in" nearsec meeting attend GA-9 $(echo "$members" | tail -n +30 | head -n 10) in
is "and there is a quorum" "$(quorum)" "40 of 70 present, 36 needed (assumed): quorate by 4; 1 by proxy"
exits 0 "a second vote" nearsec meeting vote GA-9 open "Admit the applicant" method=en-bloc
refuses 1 "the Assembly does not close over it" nearsec meeting close GA-9
exits 0 "en bloc" nearsec meeting vote GA-9 bloc yes
exits 0 "closes" nearsec meeting vote GA-9 close
is "and is carried" "$(nearsec meeting vote GA-9 --where no=2 --columns result)" carried
is "the first is counted again from its roll" \
	"$(nearsec meeting vote GA-9 show 1 | grep -c 'yes 26, no 2, abstain 1')" 1
is "the observer's line stays on it" \
	"$(nearsec meeting vote GA-9 show 1 --where government=CN-TJ --columns reason | head -n 1)" not-member
exits 0 "ballots are exported" nearsec export ballots --out ballots.csv
is "one a line" "$(grep -c '^GA-9' ballots.csv)" 70
exits 0 "and the same ones do no harm" nearsec import ballots ballots.csv
sed 's/,yes,/,no,/' ballots.csv >forged.csv
refuses 1 "but no others are imported" nearsec import ballots forged.csv
refuses 2 "a word that is no part of a vote" nearsec meeting vote GA-9 shout
exits 0 "every rule holds" nearsec verify
plan
