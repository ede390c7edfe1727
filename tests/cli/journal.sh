#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The ledger as plain text: hledger, ledger and beancount say what the trial balance says.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# Code and sum of each account: here, and as the three programs add them up.
trial() {
	nearsec ledger trial --columns account,"$1" | tr '\t' ' ' | sed 's/\.00$//' | sort
}
of_hledger() {
	hledger -f near.journal balance --no-total --flat --depth 2 --output-format csv "$@" |
		sed -n 's/^"[A-Z][a-z]*:\([0-9]*\) .*","[A-Z]* \(.*\)"$/\1 \2/p' | sed 's/\.00$//' | sort
}
of_ledger() {
	ledger -f near.journal balance --no-total --flat "$@" |
		sed -n 's/^ *[A-Z]* \(-\{0,1\}[0-9.]*\)  [A-Z][a-z]*:\([0-9]*\) .*/\2 \1/p' |
		awk '{ sum[$1] += $2 } END { for (code in sum) printf "%s %.0f\n", code, sum[code] }' | sort
}

of_beancount() {
	bean-query -q -f csv near.beancount "SELECT account, $1 GROUP BY account, currency" |
		sed -n 's/^[A-Z][a-z]*:A\([0-9]*\)[^,]*, *\([-0-9.E]*\).*/\1 \2/p' |
		awk '{ sum[$1] += $2 } END { for (code in sum) if (sum[code] != 0) printf "%s %.2f\n", code, sum[code] }' |
		sed 's/\.00$//' | sort
}

refuses 1 "without an entry there is no journal" nearsec export journal
nearsec rate set USD 2017-01-01 1080 source="Bank of Korea" >/dev/null
nearsec rate set USD 2017-05-01 1120 source="Bank of Korea" >/dev/null
nearsec dues assess 2017 >/dev/null
nearsec dues issue 2017 date=2017-03-01 >/dev/null
nearsec dues pay JP-16 540000 KRW date=2017-04-10 >/dev/null
nearsec dues pay JP-16 560000 KRW date=2017-05-02 >/dev/null
nearsec dues pay KR-47 1300 USD date=2017-05-03 >/dev/null
nearsec dues pay - 777 KRW date=2017-05-03 >/dev/null
nearsec dues waive 2017-0001 100 kind=waiver reason='a "flood"; all' approved=GA-11/2 date=2017-05-04 >/dev/null
nearsec rate set USD 2017-05-05 112345/97 source="Bank of Korea" >/dev/null
nearsec dues pay KR-41 333333 KRW date=2017-05-05 >/dev/null
nearsec dues pay KR-27 777.77 USD date=2017-05-05 >/dev/null
nearsec dues pay KR-27 333334 KRW date=2017-05-05 >/dev/null

exits 0 "the journal is written to a file" nearsec export journal --out near.journal
is "and its entries are counted" "$(cat out)" "78 entries written to near.journal."
is "ledger gets the same file" "$(nearsec export journal --format ledger)" "$(cat near.journal)"
exits 0 "beancount gets another" nearsec export journal --format beancount --out near.beancount
is "where every account is opened" \
	"$(sed -n 's/^    \([A-Z][^ ]*\)  .*/\1/p' near.beancount | sort -u)" \
	"$(sed -n 's/^[-0-9]* open \([^ ]*\) .*/\1/p' near.beancount | sort -u)"
refuses 2 "no other program" nearsec export journal --format gnucash
refuses 1 "nor a day before the first entry" nearsec --as-of 2017-02-28 export journal
if command -v hledger >/dev/null 2>&1; then
	exits 0 "hledger finds no fault" hledger -f near.journal check --strict
	is "its balances are those of the trial balance" "$(of_hledger)" "$(trial amount)"
	is "in the base currency too" "$(of_hledger --cost)" "$(trial base)"
else
	skip "hledger reads the journal" "it is not installed"
fi
if command -v ledger >/dev/null 2>&1; then
	exits 0 "ledger finds no fault" ledger -f near.journal --strict --pedantic balance
	is "its balances in the base currency are those of the trial balance" "$(of_ledger --cost)" "$(trial base)"
else
	skip "ledger reads the journal" "it is not installed"
fi
if command -v bean-check >/dev/null 2>&1; then
	exits 0 "beancount finds no fault" bean-check near.beancount
	is "its balances are those of the trial balance" "$(of_beancount 'sum(number)')" "$(trial amount)"
	is "in the base currency too" "$(of_beancount 'sum(weight)')" "$(trial base)"
else
	skip "beancount reads the journal" "it is not installed"
fi
plan
