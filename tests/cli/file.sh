#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files that are not there, not ours, not whole, not writable, full or busy.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"

# Overwrite bytes of a file: patch FILE OFFSET OCTAL
patch() {
	file=$1 offset=$2
	# shellcheck disable=SC2059 # the octal bytes are the format
	printf "$3" | dd of="$file" bs=1 seek="$offset" conv=notrunc 2>/dev/null
}

NEARSEC_DB=$folder/near.db
export NEARSEC_DB
refuses 4 "without a file a command is refused" nearsec member list
has "and says how to make one" "$(cat err)" "nearsec init"
is "nothing was made" "$(ls)" "err
out"

exits 0 "init makes one" nearsec init
has "and says what is in it" "$(cat out)" "70 members, 5 observers"
has "and what it could not take as it is" "$(cat out)" KR-42
is "it is its owner's alone" "$(find near.db -perm 600)" near.db
sum=$(cksum <near.db)
refuses 4 "init never touches a file" nearsec init
refuses 4 "not even to leave it empty" nearsec init --empty
is "it is as it was" "$(cksum <near.db)" "$sum"
mkdir bad
cp "$NEARSEC_SHARE"/near/*.csv bad
echo 'KR-47,KR,no-such-kind,member' >>bad/members.csv
refuses 1 "data that is wrong is refused" nearsec --db bad.db init --data bad
has "and the row is named" "$(cat out)" "Line 77: members.csv: "
is "and no file is left" "$(find . -name "*bad.db*")" ""
exits 0 "an empty one has nobody" nearsec --db empty.db init --empty
is "and lists nobody" "$(nearsec --db empty.db member list)" ""
exits 0 "the default is in the data folder" env -u NEARSEC_DB "$PROGRAM" init
exits 0 "and is found there" test -s data/nearsec/near.db
refuses 2 "two sources at once are refused" nearsec --db x.db init --empty --data bad

exits 0 "a backup is made" nearsec backup copy.db
is "and has the same records" "$(nearsec --db copy.db export members | cksum)" "$(nearsec export members | cksum)"
refuses 4 "a backup never replaces a file" nearsec backup near.db

# Each is made from the copy, and left as it was found.
head -c 300000 copy.db >cut.db
echo "not a database at all, but long enough to be looked at" >foreign.db
cp copy.db other.db
patch other.db 68 '\1\2\3\4'
cp copy.db newer.db
patch newer.db 60 '\0\0\17\377'
cksum cut.db foreign.db other.db newer.db >before
refuses 4 "a file cut short is refused" nearsec --db cut.db verify
refuses 4 "a foreign file is refused" nearsec --db foreign.db member list
refuses 4 "another program's database is refused" nearsec --db other.db member edit KR-47 note=x
refuses 4 "a file of a newer version is refused" nearsec --db newer.db member edit KR-47 note=x
refuses 4 "a folder is refused" nearsec --db "$folder" member list
is "refused files are left as they are" "$(cksum cut.db foreign.db other.db newer.db)" "$(cat before)"

exits 0 "--read-only reads" nearsec --read-only member list
refuses 4 "and does not write" nearsec --read-only member edit KR-47 note=x
is "nothing was written" "$(nearsec history | wc -l | tr -d ' ')" 1

# Permission bits do not bind root: then as nobody.
as_clerk() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid 65534 --regid 65534 --clear-groups -- "$@"
	fi
}
if as_clerk true 2>/dev/null; then
	: >denied
	chmod 644 copy.db
	chmod 555 .
	exits 0 "a file one may only read is listed" as_clerk "$PROGRAM" --db copy.db member list
	as_clerk "$PROGRAM" --db copy.db member edit KR-47 note=x >>denied 2>&1
	status=$?
	chmod 755 .
	is "and not written" "$status" 4
else
	skip "a file one may only read is listed" "root, and no setpriv"
fi

# A file that may not grow is a full disk: the -wal needs more than this.
(
	ulimit -f 8
	"$PROGRAM" member edit KR-47 note=full >full.out 2>full.err
	echo $? >full.status
)
is "a full disk is told" "$(cat full.status)" 4
has "in a sentence" "$(cat full.err)" "nearsec: "
is "and nothing is half done" "$(nearsec member show KR-47 --columns remark)" ""
exits 0 "every rule holds" nearsec verify
(
	ulimit -f 100
	"$PROGRAM" --db small.db init >/dev/null 2>full.err
	echo $? >full.status
)
is "a full disk stops init" "$(cat full.status)" 4
is "and no file is left" "$(find . -name "*small.db*")" ""

if command -v python3 >/dev/null; then
	python3 - "$NEARSEC_DB" <<'PYTHON' &
import os, sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
open("held", "w").close()
while not os.path.exists("release"):
    time.sleep(0.05)
PYTHON
	while [ ! -e held ]; do :; done
	exits 0 "a busy file is read" nearsec member list
	refuses 4 "a busy file is not written, and that is told" nearsec member edit KR-47 note=busy
	: >release
	wait
	exits 0 "and afterwards it is" nearsec member edit KR-47 note=free
else
	skip "a busy file" "no python3"
fi
plan
