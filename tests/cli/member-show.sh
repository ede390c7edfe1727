#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One government, in six languages.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

first() {
	nearsec --lang "$1" member show KR-47 | head -n 1
}

is "in Korean its name comes first" "$(first ko)" 경상북도
is "in Russian its name comes first" "$(first ru)" "Провинция Кёнсан-Пукто"
is "in English its name comes first" "$(first en)" "Gyeongsangbuk-do Province"
is "in Chinese its name comes first" "$(first zh)" 庆尚北道
is "in Japanese its name comes first" "$(first ja)" 慶尚北道
is "in Mongolian its name comes first" "$(first mn)" "Умард Кёнсан муж"
nearsec member show KR-47 --json >one.json
for name in "Gyeongsangbuk-do Province" 庆尚北道 慶尚北道 경상북도 "Провинция Кёнсан-Пукто" "Умард Кёнсан муж"; do
	has "json has the name $name" "$(cat one.json)" "\":\"$name\""
done
is "the code may be typed small" "$(nearsec member show kr-47 --columns code)" KR-47
is "a pipe gets keys and values" "$(nearsec member show KR-47 | sed -n 2p)" "code	KR-47"
is "csv is a head and a row" "$(nearsec member show KR-47 --csv | wc -l | tr -d ' ')" 2
refuses 1 "no such record is refused" nearsec member show KR-99
is "and nothing is printed" "$(cat out)" ""
is "Kamchatka was a region until 2007" \
	"$(nearsec --as-of 2007-06-30 member show RU-KAM --columns kind)" oblast
is "Kamchatka is a territory since" \
	"$(nearsec --as-of 2007-07-01 member show RU-KAM --columns kind)" krai
plan
