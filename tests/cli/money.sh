#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Dues and the ledger: assessed, issued, paid, reversed, closed.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# whole YEAR: how many numbers it has, when they are 1 to that without a hole.
whole() {
	nearsec dues list "$1" --columns number | sed -n "s/^$1-0*//p" | sort -n |
		awk '$1 != NR { hole = 1 } END { print hole ? "a hole" : NR }'
}

# total COLUMN COMMAND...: its sum over the rows, in cents.
total() {
	column=$1
	shift
	nearsec "$@" --columns "$column" | awk '{ sum += $1 * 100 } END { printf "%.0f\n", sum }'
}

# of ACCOUNT COLUMN: what the trial balance says.
of() {
	nearsec ledger trial --where account="$1" --columns "$2"
}

exits 0 "a rate is set" nearsec rate set USD 2017-01-01 1080 source="Bank of Korea"
exits 0 "and the next" nearsec rate set USD 2017-05-01 1120.0 source="Bank of Korea"
is "both are listed with their source" "$(nearsec rate list --where currency=USD --columns day,source)" \
	"$(printf '2017-01-01\tBank of Korea\n2017-05-01\tBank of Korea')"
refuses 2 "a rate names its source" nearsec rate set USD 2017-06-01 1100
refuses 1 "a rate is a number" nearsec rate set USD 2017-06-01 much source=x
refuses 1 "and more than nothing" nearsec rate set USD 2017-06-01 0 source=x
refuses 1 "won has no rate in won" nearsec rate set KRW 2017-06-01 1 source=x

# Assessing and issuing
exits 0 "this year is opened" nearsec ledger open "$(TZ=Asia/Seoul date +%Y)"
refuses 1 "once" nearsec ledger open "$(TZ=Asia/Seoul date +%Y)"
refuses 1 "before there was a rule nobody owes" nearsec dues assess 2015
refuses 1 "a year is four digits" nearsec dues assess 17
nearsec dues assess 2017 --dry-run | sed '/dry run/d' >dry
exits 0 "assessed after a dry run" nearsec dues assess 2017
has "it says how many drafts" "$(cat out)" "70 drafts made."
grep USD out >made
is "the dry run lists what is made" "$(cat dry)" "$(cat made)"
is "nobody is left out" "$(wc -l <dry | tr -d ' ')" 70
exits 0 "run again" nearsec dues assess 2017
is "nothing new" "$(cat out)" "0 drafts made.
Nothing had changed."
refuses 1 "an invoice is dated in its year" nearsec dues issue 2017 date=2018-01-01
exits 0 "issued" nearsec dues issue 2017 date=2017-03-01
is "numbers run from 1 without a hole" "$(whole 2017)" 70
is "the first is that of the first in order of protocol" \
	"$(nearsec dues list 2017 --columns number | head -n 1)" 2017-0001
exits 0 "issued again" nearsec dues issue 2017
has "nothing new either" "$(cat out)" "0 invoices issued."
refuses 1 "what is issued is not undone" nearsec undo

# The worked example: USD 1,000 at 1,080, paid in two parts at 1,080 and 1,120
others="$(($(of 120 amount | sed 's/\.//') - 100000)) $(($(of 120 base) - 1080000))"
exits 0 "half is paid" nearsec dues pay JP-16 540000 KRW date=2017-04-10
has "it says what that pays" "$(cat out)" "2017-0010: USD 500.00 paid."
exits 0 "the rest is paid at the new rate" nearsec dues pay JP-16 560000 KRW date=2017-05-02
is "the government owes nothing" "$(nearsec dues list 2017 --where government=JP-16 --columns open)" 0.00
is "what is receivable fell by it in both columns" \
	"$(of 120 amount | sed 's/\.//') $(of 120 base)" "$others"
is "the exchange gain stands on its own account" "$(of 490 base)" -20000
is "the bank has it all" "$(of 101 base)" 1100000
is "debit and credit are equal" "$(nearsec ledger trial --columns base | awk '{ s += $1 } END { print s }')" 0
is "the entry shows the gain on a line of its own" "$(nearsec ledger show E-2017-0072 --columns account,base)" \
	"$(printf '101\t560000\n120\t-540000\n490\t-20000')"
is "the statement ends with nothing" "$(nearsec dues statement JP-16 --columns balance | tail -n 1)" 0.00

# What is refused, and by whom it must be agreed
refuses 1 "a waiver names who agreed" nearsec dues waive 2017-0001 100 kind=waiver reason=flood
refuses 1 "the second person is not the first" \
	nearsec dues waive 2017-0001 100 kind=waiver reason=flood approved="$(id -un)"
has "it says so" "$(cat err)" "is yourself: name a decision, or the second person"
refuses 1 "nor is a decision made up" \
	nearsec dues waive 2017-0001 100 kind=waiver reason=flood approved=GA-8/99
has "the register is named" "$(cat err)" "No decision GA-8/99 is in the register"
exits 0 "a decision agrees" nearsec dues waive 2017-0001 100 kind=waiver reason=flood approved=GA-11/2
has "it has a number of its own" "$(cat out)" "Credit note C-"
refuses 1 "no more than is open" nearsec dues waive 2017-0001 901 kind=credit reason=error
refuses 2 "a reason is needed" nearsec dues waive 2017-0001 1 kind=credit
refuses 1 "a rate of one's own names who agreed" nearsec dues pay RU-ALT 1100000 KRW date=2017-06-01 rate=1100
exits 0 "a second person agrees" \
	nearsec dues pay RU-ALT 1100000 KRW date=2017-06-01 rate=1100 approved="the deputy"
has "then it pays all" "$(cat out)" "USD 1,000.00 paid."
refuses 1 "money is not undone" nearsec undo
has "but told how it is taken back" "$(cat err)" "stays: reverse an entry, release a receipt, write or retract a credit note."
exits 0 "a posted receipt is reversed" nearsec ledger reverse E-2017-0073 reason="wrong payer"
reversal=$(sed -n 's/^Entry \(.*\)\./\1/p' out)
refuses 1 "once" nearsec ledger reverse E-2017-0073 reason="wrong payer"
has "it says by which entry" "$(cat err)" "$reversal"
refuses 1 "a reversal is not reversed" nearsec ledger reverse "$reversal" reason=again
refuses 1 "an invoice is not reversed" nearsec ledger reverse E-2017-0001 reason=x
is "its invoice is open again" "$(nearsec dues list 2017 --where government=RU-ALT --columns open)" 1000.00

# A credit note that was wrong
exits 0 "a credit note" nearsec dues waive 2017-0003 250 kind=credit reason="a slip"
note=$(sed -n 's/^Credit note \(.*\)\./\1/p' out)
is "less is open" "$(nearsec dues list 2017 --where number=2017-0003 --columns open)" 750.00
refuses 2 "why it is taken back is needed" nearsec dues retract "$note"
refuses 1 "one that is not there" nearsec dues retract C-2017-0099 reason=x
exits 0 "it is taken back" nearsec dues retract "$note" reason="a slip of a slip"
back=$(sed -n 's/^Credit note \(.*\)\./\1/p' out)
is "then all is open" "$(nearsec dues list 2017 --where number=2017-0003 --columns open)" 1000.00
refuses 1 "once" nearsec dues retract "$note" reason=again
has "it says by which" "$(cat err)" "$back"
refuses 1 "what takes back is not taken back" nearsec dues retract "$back" reason=again
is "both stand in the list" "$(nearsec dues notes --where number="$note" --columns amount,state,other)" \
	"$(printf '250.00\tback\t%s' "$back")"
has "the statement has both" "$(nearsec dues statement "$(nearsec dues list 2017 --where number=2017-0003 \
	--columns government)" --columns amount | tr '\n' ' ')" "1000.00 -250.00 250.00 "

# Bills that are no dues
this=$(TZ=Asia/Seoul date +%Y)
refuses 2 "a bill says what it is for" nearsec dues bill KR-41 500 USD
refuses 1 "and is more than nothing" nearsec dues bill KR-41 0 USD words=x
refuses 1 "to a government that is there" nearsec dues bill XX-1 5 USD words=x
refuses 1 "on an income account" nearsec dues bill KR-41 500 USD words=x account=510
refuses 1 "that is not that of dues" nearsec dues bill KR-41 500 USD words=x account=401
refuses 1 "due on a day that is not past" nearsec dues bill KR-41 500 USD words=x due=2017-01-01
exits 0 "a dry run" nearsec dues bill KR-41 500 USD words="Share of the forum" --dry-run --columns account,amount
has "shows what it would post" "$(cat out)" "$(printf '120\t500.00\n415\t-560000')"
is "and makes none" "$(nearsec dues bills)" ""
exits 0 "a draft" nearsec dues bill KR-41 500 USD words="Share of the forum"
bill=$(head -n 1 out)
is "is listed" "$(nearsec dues bills "$this" --columns government,words,amount,state,account)" \
	"$(printf 'KR-41\tShare of the forum\t500.00\tdraft\t415')"
exits 0 "and thrown away" nearsec dues discard "$bill"
refuses 1 "once" nearsec dues discard "$bill"
exits 0 "another draft" nearsec dues bill KR-41 560000 KRW words="A room" account=420
bill=$(head -n 1 out)
exits 0 "is issued" nearsec dues issue "$bill"
has "with the first number of its year" "$(cat out)" "Invoice $this-0001."
refuses 1 "once" nearsec dues issue "$bill"
refuses 1 "then it is not thrown away" nearsec dues discard "$bill"
is "the statement says what it is for" \
	"$(nearsec dues statement KR-41 --columns words,amount | tail -n 1)" "$(printf '%s-0001 A room\t560000' "$this")"
exits 0 "it is credited" nearsec dues waive "$this-0001" 60000 kind=credit reason="half the day"
is "on its own account" "$(of 420 base)" -500000
exits 0 "and paid" nearsec dues pay KR-41 500000 KRW for="$this-0001"
is "nothing is left of it" "$(nearsec dues bills --columns open)" 0

# Credits
exits 0 "more than is owed" nearsec dues pay JP-31 1200000 KRW date=2017-06-02
has "stays as a credit" "$(cat out)" "stays as a credit."
refuses 2 "a refund names who agreed" nearsec dues refund R-2017-0004 all
exits 0 "a refund" nearsec dues refund R-2017-0004 all approved=GA-11/2
refuses 1 "nothing is left of it" nearsec dues refund R-2017-0004 1 approved=GA-11/2
exits 0 "money of a payer nobody knows" nearsec dues pay - 1120000 KRW date=2017-06-02 payer="A bank"
has "stands in suspense" "$(cat out)" suspense
refuses 1 "a payer that is not there" nearsec dues payer R-2017-0005 XX-1
has "is named" "$(cat err)" XX-1
exits 0 "until the payer is known" nearsec dues payer R-2017-0005 KR-47
refuses 1 "who is named once" nearsec dues payer R-2017-0005 KR-41
exits 0 "then it pays" nearsec dues allocate R-2017-0005
exits 0 "what a receipt pays is taken back" nearsec dues release R-2017-0005
exits 0 "and given to an invoice by name" nearsec dues allocate R-2017-0005 \
	"$(nearsec dues list 2017 --where government=KR-47 --columns number)"
refuses 1 "an amount has as many digits as its currency" nearsec dues pay JP-16 1.5 KRW
refuses 1 "a government that is not there" nearsec dues pay XX-1 5 KRW
refuses 2 "a key that is not there" nearsec dues pay JP-16 5 KRW colour=red

# Arrears: a past day stays as it was
nearsec ledger open 2018 >/dev/null
exits 0 "the next year" nearsec dues assess 2018
exits 0 "drafts can be undone" nearsec undo
is "then all are to assess again" "$(nearsec dues list 2018 --where state=new | wc -l | tr -d ' ')" 70
nearsec dues assess 2018 >/dev/null
exits 0 "is issued" nearsec dues issue 2018 date=2018-02-01
nearsec --as-of 2018-12-31 dues ageing >ageing
is "its parts sum to the arrears" "$(total total dues ageing --as-of 2018-12-31)" \
	"$(total open dues arrears --as-of 2018-12-31)"
is "part by part" "$(total due_later dues ageing --as-of 2018-12-31) $(total total dues ageing --as-of 2018-12-31)" \
	"0 $(nearsec --as-of 2018-12-31 dues ageing --columns days_90,days_365,years_2,older |
		awk '{ s += ($1 + $2 + $3 + $4) * 100 } END { printf "%.0f\n", s }')"
exits 0 "one pays both years" nearsec dues pay CN-HA 2240000 KRW date=2018-12-31 value=2018-12-30
nearsec --as-of 2018-12-31 dues ageing >after
is "which counts on its day" "$(wc -l <after)" "$(($(wc -l <ageing) - 1))"
nearsec --as-of 2018-12-30 dues ageing >ageing
exits 0 "a third year" nearsec dues assess 2019
nearsec dues issue 2019 >/dev/null
nearsec dues pay CN-HB 5000000 KRW date=2019-03-01 >/dev/null
nearsec --as-of 2018-12-30 dues ageing >after
is "a past day is the same after later payments" "$(cat after)" "$(cat ageing)"
is "two unpaid years suspend the vote" \
	"$(nearsec --as-of 2019-12-31 dues arrears --where government=CN-HL --columns may_vote,restores)" \
	"$(printf '0\t2000.00')"

# Reminders
exits 0 "reminded" nearsec dues remind 2019 1 due=2027-01-31
exits 0 "reminded again" nearsec dues remind 2019 1 due=2027-01-31
has "nobody is reminded twice" "$(cat out)" "0 reminders made."
is "what is open, less what was waived, is shown as money" "$(nearsec dues reminders 2019 --where government=CN-HL --columns amount,sent)" \
	"$(printf '2900.00\t')"
exits 0 "they went out" nearsec dues sent 2019 1 date=2026-11-01
is "which is noted" "$(nearsec dues reminders 2019 --where government=CN-HL --columns sent)" 2026-11-01
refuses 1 "a level is a number from 1" nearsec dues remind 2019 0 due=2027-01-31

# Payments from a table
printf 'government,amount,booked,payer\nCN-LN,1120000,2019-04-01,Liaoning\nCN-SD,1120000,2019-04-02,Shandong\n' >pay.csv
exits 0 "a dry run of payments" nearsec import payments pay.csv --dry-run
is "posts nothing" "$(nearsec export payments | grep -c Liaoning)" 0
exits 0 "imported" nearsec import payments pay.csv
has "both are new" "$(cat out)" "2 new"
is "and posted" "$(nearsec export payments | grep -c 'CN-LN,101,1120000,2019-04-01')" 1
printf 'government,amount,booked\nCN-LN,1120000,2019-04-03\nXX-9,5,2019-04-03\nCN-SD,1.5,2019-04-03\n' >bad.csv
exits 1 "one refused row refuses all" nearsec import payments bad.csv
has "each with its line" "$(cat out err)" "bad.csv:3:"
has "every one" "$(cat out err)" "bad.csv:4:"
is "and nothing is posted" "$(nearsec export payments | grep -c 2019-04-03)" 0
for kind in payments entries postings invoices invoice-lines credit-notes receipts payers allocations; do
	nearsec export "$kind" --out kind.csv >/dev/null
	exits 0 "$kind go round" nearsec import "$kind" kind.csv
	is "$kind: as they were" "$(sed 's/[0-9]* as/as/' out)" "0 new, 0 changed, as they were."
done
sed 's/,CN-LN,/,CN-SD,/' kind.csv | sed '2s/,[0-9-]*,/,7,/' >other.csv
nearsec export invoices | sed '2s/100000/1/' >other.csv
refuses 1 "what is posted is not imported otherwise" sh -c "'$PROGRAM' import invoices other.csv 2>&1 >/dev/null | tail -n 1 >&2; exit 1"

# Batches
refuses 2 "a batch has a target" nearsec batch add "bank of 5 April" account=101
refuses 1 "on an account that is there" nearsec batch add "bank of 5 April" account=999 target=5
exits 0 "a batch is begun" nearsec batch add "bank of 5 April" account=101 target=2240000 count=2
is "its id is printed" "$(tr -d '\n' <out | wc -c | tr -d ' ')" 26
exits 0 "a payment is entered in it" nearsec dues pay CN-TJ 1120000 KRW date=2019-04-05 batch="bank of 5 April"
refuses 1 "dollars are of another account" nearsec dues pay CN-SX 1000 USD date=2019-04-05 batch="bank of 5 April"
refuses 1 "a batch that is not there" nearsec dues pay CN-SX 1000 KRW date=2019-04-05 batch=none
is "what is entered is added up" "$(nearsec batch list --columns title,target,entered,count,payments)" \
	"$(printf 'bank of 5 April\t2240000\t1120000\t2\t1')"
refuses 3 "less than on the paper wants a reason" nearsec batch post "bank of 5 April"
exits 0 "the second payment" nearsec dues pay CN-SN 1120000 KRW date=2019-04-05 batch="bank of 5 April"
exits 0 "then the batch is closed" nearsec batch post "bank of 5 April"
refuses 1 "it takes nothing more" nearsec dues pay CN-SX 1000 KRW date=2019-04-05 batch="bank of 5 April"
nearsec batch add "bank of 6 April" account=101 target=5 >/dev/null
exits 0 "or with the reason" nearsec batch post "bank of 6 April" why="the paper is of another day"

# Budgets
exits 0 "a budget" nearsec ledger budget 2017 401=70000000 510=30000
has "is a version" "$(cat out)" "Version 1 of the budget."
exits 0 "it is written on" nearsec ledger budget 2017 510=25000 520=9000000 540=1
exits 0 "and an account taken out" nearsec ledger budget 2017 540=0
is "it lists amounts" "$(nearsec ledger budget 2017 --columns version,account,amount)" \
	"$(printf '1\t401\t70000000\n1\t510\t25000\n1\t520\t9000000')"
refuses 1 "no decision approves it that there is not" nearsec ledger budget 2017 decision=GA-8/99
exits 0 "a decision approves it" nearsec ledger budget 2017 decision=GA-11/3
exits 0 "then what is written" nearsec ledger budget 2017 520=9500000
has "begins a version" "$(cat out)" "Version 2 of the budget."
is "a copy of the approved one" "$(nearsec ledger budget 2017 --columns version,account,amount)" \
	"$(printf '2\t401\t70000000\n2\t510\t25000\n2\t520\t9500000')"
is "the report has what is approved" "$(nearsec ledger report 2017 --where account=520 --columns budget)" 9000000
refuses 1 "an account that is not there" nearsec ledger budget 2017 999=1
refuses 1 "an amount has no letters" nearsec ledger budget 2017 510=much
refuses 1 "a year that is not there" nearsec ledger budget 1999 510=1

# In other languages
exits 1 "refused in Korean" nearsec --lang ko dues waive 2017-0002 100 kind=waiver reason=x
has "with a sentence in Korean" "$(cat err)" "누가"
exits 1 "refused in Russian" nearsec --lang ru dues pay XX-1 5 KRW
has "with a sentence in Russian" "$(cat err)" "Нет такой записи"

# Closing
exits 0 "entries by hand" nearsec ledger post 510 101 25000 words="paper and ink"
refuses 1 "two accounts of two kinds of money" nearsec ledger post 510 120 1 words=x
refuses 1 "a year with an open one before it is not closed" nearsec ledger close 2018
nearsec dues pay - 1000 KRW date=2017-12-31 >/dev/null
refuses 1 "nor one whose payers are not all known" nearsec ledger close 2017
exits 0 "who paid is found out later" nearsec dues payer R-2017-0006 CN-LN
exits 0 "what must be in order is listed" nearsec ledger checks 2017
exits 0 "a year is closed" nearsec ledger close 2017
refuses 1 "once" nearsec ledger close 2017
exits 0 "as it was before lies beside the file" nearsec --db near.db.before-closing-2017 --read-only verify
is "with the year open" "$(nearsec --db near.db.before-closing-2017 export fiscal-years | grep -c '^2017.*open')" 1
refuses 1 "nothing is booked in it any more" nearsec dues pay CN-JL 1000 KRW date=2017-12-31
refuses 1 "nor is the closing undone" nearsec undo
exits 0 "it is audited" nearsec ledger audit 2017
refuses 1 "once, too" nearsec ledger audit 2017
is "income and expenditure went to the result" "$(nearsec --as-of 2017-12-31 ledger trial --where kind=income)" ""
has "the report of the year still says them" "$(nearsec ledger report 2017)" "-"
refuses 1 "a year that is not there has no report" nearsec ledger report 1999

# A run that is killed leaves all numbers or none
nearsec dues assess $((this + 1)) >/dev/null
holes='' killed=0
for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
	year=$((this + try))	# no bill has taken a number of them
	nearsec dues assess $year >/dev/null 2>&1
	"$PROGRAM" dues issue $year >/dev/null 2>&1 &
	run=$!
	sleep "0.0$(printf %02d $((try * 8)))"
	kill -9 $run 2>/dev/null
	wait $run 2>/dev/null
	numbers=$(whole $year)
	drafts=$(nearsec dues list $year --where state=draft | wc -l | tr -d ' ')
	[ "$numbers" = 0 ] && killed=$((killed + 1))
	[ "$numbers" = 0 ] || [ "$drafts" = 0 ] || holes="$holes $year: $numbers"
	nearsec dues issue $year >/dev/null
	[ "$(whole $year)" = "$(nearsec dues list $year | wc -l | tr -d ' ')" ] || holes="$holes $year"
done
# Every list of money, in every form that a program reads.
while read -r list; do
	for form in --json --csv --tsv; do
		# shellcheck disable=SC2086	# words of one command
		exits 0 "$list $form" nearsec $list $form
	done
done <<-END
	rate list
	dues list 2017
	dues bills
	dues notes
	dues arrears
	dues ageing
	dues statement KR-47
	dues reminders
	ledger entries
	ledger show E-2017-0001
	ledger trial
	ledger report 2017
	ledger budget 2017
	ledger checks 2018
	batch list
	bank list
END
is "a sum is a text in JSON" "$(nearsec dues list 2017 --where number=2017-0001 --columns amount --json | tr -d '\n')" \
	'[{"amount":"1000.00"}]'

echo "# killed before the end: $killed of 15"
is "killed in the middle it leaves no hole" "$holes" ""
exits 0 "every rule holds" nearsec verify
plan
