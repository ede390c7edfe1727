#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Finding in every script, the best first.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# Typed, the code of the first hit.
while read -r typed code; do
	is "$typed finds $code first" "$(nearsec find "$typed" --columns key | head -n 1)" "$code"
done <<'LINES'
ㄱㅅㅂㄷ KR-47
qsbd KR-47
gyeongbuk KR-47
경북 KR-47
경상부 KR-47
경상북도 KR-47
とやま JP-16
トヤマ JP-16
toyama JP-16
富山 JP-16
山西 CN-SX
陕西 CN-SN
хабаровск RU-KHA
ХАБАРОВСК RU-KHA
khabarovsk RU-KHA
qingshang KR-47
kr47 KR-47
KR-47 KR-47
хэнань CN-HA
LINES

is "山西 does not find 陕西" "$(nearsec find 山西 --columns key | grep -c CN-SN)" 0
is "산시 finds both, which only their codes tell apart" \
	"$(nearsec find 산시 --columns key | grep -c '^CN-S[XN]$')" 2
refuses 1 "nothing found is told" nearsec find zzzzz
exits 0 "something found is not" nearsec find toyama
refuses 2 "nothing to find is misuse" nearsec find
is "json of nothing is an empty array" "$(nearsec find zzzzz --json 2>/dev/null | tr -d '\n ')" "[]"
plan
