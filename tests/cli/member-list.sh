#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Lists: what is in them, in what order, and in what form they are printed.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

rows() {
	nearsec member list "$@" | wc -l | tr -d ' '
}

is "csv has a head and every member and observer" "$(rows --csv)" 76
is "a pipe gets the rows without a head" "$(rows)" 75
is "conditions are joined by and" \
	"$(rows --csv --where status=member --where country=MN)" 23
is "a condition keeps those it names" "$(rows --where status=observer)" 5
is "a condition can exclude" "$(rows --where status!=member)" 5
is "the order is that of protocol" \
	"$(nearsec member list --columns code | head -n 2 | tr '\n' ' ')" "CN-HL CN-HA "
is "sorting is by the field" \
	"$(nearsec member list --sort code --columns code | head -n 1)" CN-HA
is "a hyphen sorts downwards" \
	"$(nearsec member list --sort=-rank --columns code,rank | head -n 1 | cut -f 2)" 75
is "numbers sort as numbers" \
	"$(nearsec member list --sort rank --columns rank | tr '\n' ' ' | cut -c 1-21)" "1 2 3 4 5 6 7 8 9 10 "
is "what is not known sorts last, upwards" \
	"$(nearsec member list --sort since --columns since | tail -n 1)" ""
is "what is not known sorts last, downwards" \
	"$(nearsec member list --sort=-since --columns since | tail -n 1)" ""
is "Japanese names sort by their readings" \
	"$(nearsec --lang ja member list --where country=JP --sort name_ja --columns code | head -n 2 | tr '\n' ' ')" \
	"JP-02 JP-17 "
is "options may stand after the command" "$(nearsec member list --lang=ko --where code=KR-47 --columns name)" 경상북도
is "options may stand before it" "$(nearsec --lang ko --columns name --where code=KR-47 member list)" 경상북도

is "the keys of csv are the fields' own" "$(nearsec --lang ru member list --csv | head -n 1)" \
	"code,country,kind,status,since,name,own_name"
is "tsv has a head too" "$(nearsec member list --tsv --columns code,country | head -n 1)" "code	country"
nearsec member list --json >all.json
is "json has every field" "$(grep -c '"name_mn":.*"rank":' all.json)" 75
if command -v python3 >/dev/null; then
	is "json parses" "$(python3 -c 'import json; print(len(json.load(open("all.json"))))')" 75
else
	skip "json parses" "no python3"
fi
nearsec --lang en member list --csv --columns code,name_en,status >en.csv
nearsec --lang mn member list --csv --columns code,name_en,status >mn.csv
exits 0 "machine output is the same in every language" cmp en.csv mn.csv

refuses 2 "an unknown key is refused" nearsec member list --columns code,nmae
has "and the keys there are are named" "$(cat err)" name_en
refuses 2 "an unknown key of a condition is refused" nearsec member list --where nmae=x
refuses 2 "a word the field never has is refused" nearsec member list --where status=membr
has "and its words are named" "$(cat err)" observer
refuses 2 "an unknown key to sort by is refused" nearsec member list --sort nmae
is "nothing is printed then" "$(cat out)" ""
refuses 2 "two forms at once are refused" nearsec member list --json --csv

is "69 members before the Assembly of October 2010" "$(rows --as-of 2010-09-30 --where status=member)" 69
is "70 members after it" "$(rows --as-of 2010-11-01 --where status=member)" 70
is "the one that joined then is RU-KEM" \
	"$(nearsec --as-of 2010-09-30 member list --where code=RU-KEM)" ""
refuses 2 "a day that is none is refused" nearsec --as-of 2010-02-30 member list
refuses 2 "a month is no day" nearsec --as-of 2010-10 member list

onto_full_disk() {
	nearsec member list >/dev/full
}
to_short_reader() {
	{
		nearsec member list --json
		echo $? >status
	} | head -n 1
	return "$(cat status)"
}
refuses 4 "a full disk behind the redirection is told" onto_full_disk
exits 0 "a reader who has seen enough is no failure" to_short_reader
plan
