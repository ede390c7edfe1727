#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Statements of the bank: taken, answered line by line, closed.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# balance KIND SUM, line SUM SIGN DAY PAYER WORDS: parts of a camt.053.
balance() {
	printf '<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="KRW">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>\n' "$1" "$2"
}
line() {
	printf '<Ntry><Amt Ccy="KRW">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt>' "$1" "$2" "$3"
	printf '<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>%s</Nm></Dbtr></RltdPties>' "$4"
	printf '<RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n' "$5"
}
# state STATEMENT LINE: what the line is or may be, and by whom.
state() {
	nearsec bank show "$1" --where no="$2" --columns state,government | tr '\t' ' '
}

nearsec ledger open "$(TZ=Asia/Seoul date +%Y)" >/dev/null
nearsec rate set USD 2017-01-01 1120 source="Bank of Korea" >/dev/null
nearsec dues assess 2017 >/dev/null
nearsec dues issue 2017 date=2017-03-01 >/dev/null
{
	printf '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">'
	printf '<BkToCstmrStmt><Stmt><Id>2017-05</Id>\n'
	balance OPBD 0
	balance CLBD 3355000
	line 1120000 CRDT 2017-05-02 "TOYAMA PREFECTURE" dues
	line 1120000 CRDT 2017-05-03 "A BANK" "invoice 2017-0029"
	line 560000 CRDT 2017-05-04 NOBODY ""
	line 560000 CRDT 2017-05-04 NOBODY ""
	line 5000 DBIT 2017-05-31 "" fee
	printf '</Stmt></BkToCstmrStmt></Document>\n'
} >may.xml

exits 0 "a camt.053 is taken" nearsec bank import may.xml account=101
has "its lines are counted" "$(cat out)" "5 lines."
refuses 1 "once" nearsec bank import may.xml account=101
sed 's/3355000/3355001/; s/2017-05</2017-05b</' may.xml >wrong.xml
refuses 1 "what its lines do not lead to is refused" nearsec bank import wrong.xml account=101
refuses 1 "another currency is refused" nearsec bank import may.xml account=102
refuses 2 "its account must be said" nearsec bank import may.xml
refuses 1 "a file that is not there" nearsec bank import june.xml account=101
: >empty.xml
refuses 1 "an empty file" nearsec bank import empty.xml account=101
has "and says so" "$(cat err)" "empty.xml is empty"
is "a payer is known by name" "$(state 2017-05 1)" "proposed JP-16"
is "or by the number of the invoice" "$(state 2017-05 2)" "proposed KR-47"
is "nobody is made up" "$(state 2017-05 3)" "open "
is "equal lines are told" "$(nearsec bank show 2017-05 --where no=3 --columns alike)" 1
is "amounts are amounts" "$(nearsec bank show 2017-05 --where no=5 --columns amount)" -5000

exits 0 "what is proposed is accepted" nearsec bank accept 2017-05
has "which lines" "$(cat out)" "2 lines taken as proposed."
is "they are answered" "$(state 2017-05 1)" "receipt JP-16"
is "and paid" "$(nearsec dues list 2017 --where government=JP-16 --columns open)" 0.00
refuses 1 "while a line is left it is not closed" nearsec bank reconcile 2017-05
exits 0 "a person says who it was" nearsec bank receive 2017-05 3 KR-41
refuses 1 "a line is used once" nearsec bank receive 2017-05 3 KR-41
exits 0 "and that a line repeats another" nearsec bank same 2017-05 4 why="sent twice by the bank"
exits 0 "which is taken back" nearsec bank same 2017-05 4
refuses 1 "then a line is left" nearsec bank reconcile 2017-05
exits 0 "it repeats after all" nearsec bank same 2017-05 4 why="sent twice by the bank"
refuses 1 "a fee does not go from the bank to the bank" nearsec bank post 2017-05 5 101 words=fee
exits 0 "a fee is posted" nearsec bank post 2017-05 5 510 words="fee of May"
exits 0 "one that was posted wrongly is reversed" nearsec ledger reverse "$(nearsec bank show 2017-05 --where no=5 --columns answer)" reason=wrong
is "and its line is open again" "$(state 2017-05 5)" "open "
refuses 1 "so that it is not closed" nearsec bank reconcile 2017-05
exits 0 "it is posted once more" nearsec bank post 2017-05 5 510 words="fee of May"
refuses 1 "no line 6" nearsec bank receive 2017-05 6 KR-41
refuses 1 "a line is a number" nearsec bank receive 2017-05 x KR-41
refuses 1 "a statement that is not there" nearsec bank show 2017-06
exits 0 "it is closed" nearsec bank reconcile 2017-05
refuses 1 "once" nearsec bank reconcile 2017-05
refuses 1 "and stays as it is" nearsec bank same 2017-05 1 why=late
is "it is listed as closed" "$(nearsec bank list --where name=2017-05 --columns reconciled | sed 's/^[0-9-]*$/a day/')" "a day"

# A charge that is reversed after that: the line stays as it is, and the year is not closed over it.
year=$(TZ=Asia/Seoul date +%Y)
lost() {
	nearsec ledger checks "$year" --where what='No bank line has lost its answer by a reversal' --columns found,which | tr '\t' ' '
}
fee=$(nearsec bank show 2017-05 --where no=5 --columns answer)
is "no line has lost its answer" "$(lost)" "0 "
exits 0 "the charge is reversed" nearsec ledger reverse "$fee" reason="another account"
is "its line says so" "$(nearsec bank show 2017-05 --where no=5 --columns state,answer | tr '\t' ' ')" "reversed $fee"
is "and is named before the year is closed" "$(lost)" "1 2017-05/5 $fee"
has "in words of programs too" "$(nearsec ledger checks "$year" --json)" "\"which\":\"2017-05/5 $fee\""
refuses 1 "the line takes no other entry" nearsec bank post 2017-05 5 511 words=fee
has "which is posted by hand" "$(cat err)" "post the same sum on account 101 anew by hand"
exits 0 "it is" nearsec ledger post 510 101 5000 words="fee of May"
is "and stands for the line" "$(lost)" "0 "

# CSV, by the mapping of its bank
cat >june.csv <<'END'
Konto 7;;
Datum;Betrag;Name
1.6.2017;1.120.000;HYOGO PREFECTURE
30.06.2017;-7.000;
END
refuses 2 "a CSV needs a mapping" nearsec bank import june.csv
printf 'name,account,skip,day,day_order,amount,payer,decimal\nseven,101,1,Datum,dmy,Betrag,Name,"\054"\n' >formats.csv
exits 0 "which is kept in the file" nearsec import bank-formats formats.csv
exits 0 "then it is taken" nearsec bank import june.csv format=seven
has "line by line" "$(cat out)" "2 lines."
is "and goes on where May ended" "$(nearsec bank list --where name=june.csv --columns opening)" "$(nearsec bank list --where name=2017-05 --columns closing)"
is "with amounts and signs" "$(nearsec bank show june.csv --columns day,amount)" \
	"$(printf '2017-06-01\t1120000\n2017-06-30\t-7000')"
refuses 1 "a mapping that is not there" nearsec bank import june.csv format=eight
exits 0 "money of somebody unknown" nearsec bank receive june.csv 1 -
exits 0 "the charge" nearsec bank post june.csv 2 510 words=charge
exits 0 "closed" nearsec bank reconcile june.csv
is "the bank has what its statements say" "$(nearsec ledger trial --where account=101 --columns amount)" \
	"$((3355000 - 560000 + 1120000 - 7000))"
# Banks write in the encoding of their country, which their format says.
# 거래일,입금,출금,의뢰인 in CP949; the payer is 경상북도.
printf '\260\305\267\241\300\317,\300\324\261\335,\303\342\261\335,\300\307\267\332\300\316\r\n' >july.csv
printf '2017-07-03,1120000,0,\260\346\273\363\272\317\265\265\r\n2017-07-31,0,500,\r\n' >>july.csv
exits 0 "a format is entered in one line" nearsec bank format kebhana account=101 day=거래일 day_order=ymd money_in=입금 money_out=출금 payer=의뢰인
is "its bank writes UTF-8 until somebody says otherwise" "$(nearsec bank formats --where name=kebhana --columns encoding)" UTF-8
refuses 1 "a file in another encoding is refused" nearsec bank import july.csv format=kebhana
has "with the words that say it" "$(cat err)" "Line 1 is not UTF-8 text. Say in BKF how it reads right, or: nearsec bank format kebhana encoding=CP949 (거래일)"
refuses 1 "an encoding that nobody knows" nearsec bank format kebhana encoding=KOREAN
has "some are named" "$(cat err)" "CP949, CP932, GB18030, CP1251"
refuses 1 "nor one with a way around what cannot be read" nearsec bank format kebhana encoding=CP949//IGNORE
exits 0 "it is said" nearsec bank format kebhana encoding=cp949
has "and shown" "$(nearsec bank format kebhana --json)" '"encoding":"CP949"'
exits 0 "then the file is taken" nearsec bank import july.csv format=kebhana
is "with the names of its payers" "$(nearsec bank show july.csv --where no=1 --columns payer,government)" "$(printf '경상북도\tKR-47')"
exits 0 "what is proposed is posted" nearsec bank accept july.csv
exits 0 "the charge too" nearsec bank post july.csv 2 510 words=charge
exits 0 "and it is closed" nearsec bank reconcile july.csv
printf '거래일,금액,적요\n2017-09-03,1000,경상북도\n2017-09-04,1000,회비 입금\n' >autumn.csv
exits 0 "a bank may have one column for all words" nearsec bank format nonghyup account=101 day=거래일 day_order=ymd amount=금액 reference=적요
exits 0 "its file is taken" nearsec bank import autumn.csv format=nonghyup
is "a payer is known by name there too" "$(state autumn.csv 1)" "proposed KR-47"
is "and nobody is made up" "$(state autumn.csv 2)" "open "
head -n 2 july.csv >half.csv
printf '2017-07-31,0,500,\260' >>half.csv
refuses 1 "half a character is half a file" nearsec bank import half.csv format=kebhana
has "which is to be taken again" "$(cat err)" "Line 3 ends in the middle of a character"
exits 0 "another bank writes otherwise" nearsec bank format 'bank of vladivostok' account=101 day=Day day_order=ymd amount=Sum payer=Who
# The payer is Приморский край in windows-1251.
printf 'Day,Sum,Who\n2017-08-01,900,\317\360\350\354\356\360\361\352\350\351 \352\360\340\351\n' >august.csv
refuses 1 "where heads prove nothing" nearsec bank import august.csv format='bank of vladivostok'
has "a person reads which it is" "$(cat err)" "CP1251 (Приморский край)"
has "a name of several words is quoted" "$(cat err)" "nearsec bank format 'bank of vladivostok' encoding="
exits 0 "the name of an encoding may be another one" nearsec bank format 'bank of vladivostok' encoding=windows-1251
exits 0 "august is taken" nearsec bank import august.csv format='bank of vladivostok'
is "with its payer" "$(nearsec bank show august.csv --columns payer)" "Приморский край"
exits 0 "undo" nearsec undo
for kind in bank-statements bank-lines bank-formats reminders; do
	nearsec export $kind --out kind.csv >/dev/null
	exits 0 "$kind go round" nearsec import $kind kind.csv
	has "$kind: nothing is new" "$(cat out)" "0 new, 0 changed"
done
exits 0 "every rule holds" nearsec verify
plan
