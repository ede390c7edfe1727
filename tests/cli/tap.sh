# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# tap.sh -- what every test of the command line begins with
#
# A folder of its own that goes away at the end, in it a home. "near" makes
# near.db, filled, and from then on $NEARSEC_DB. Standard input is empty:
# nothing may ask. The clock is not pinned: each run is a process of its own,
# and their ids must rise.
set -u

folder=$(mktemp -d "${TMPDIR:-/tmp}/nearsec-cli.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder" || exit 1

: "${PROGRAM:?run by make check, which says where the program is}"
HOME=$folder XDG_DATA_HOME=$folder/data XDG_STATE_HOME=$folder/state XDG_CONFIG_HOME=$folder/config
export HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME
unset LANGUAGE LC_MESSAGES LANG NO_COLOR
exec </dev/null

cases=0

# Run the program.
nearsec() {
	"$PROGRAM" "$@"
}

near() {
	NEARSEC_DB=$folder/near.db
	export NEARSEC_DB
	nearsec --user founder init >init.out 2>&1 || {
		sed 's/^/# /' init.out
		echo "Bail out! no file to test on"
		exit 1
	}
}

# result STATUS NAME: 0 is ok.
result() {
	cases=$((cases + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $cases - $2"
	else
		echo "not ok $cases - $2"
	fi
}

skip() {
	cases=$((cases + 1))
	echo "ok $cases - $1 # SKIP $2"
}

# is NAME GOT WANTED
is() {
	if [ "$2" != "$3" ]; then
		printf '%s\n' "$2" | sed 's/^/# got    /'
		printf '%s\n' "$3" | sed 's/^/# wanted /'
		result 1 "$1"
	else
		result 0 "$1"
	fi
}

# has NAME TEXT PART: the part stands in the text.
has() {
	case $2 in
	*"$3"*) result 0 "$1" ;;
	*)
		printf '%s\n' "$2" | sed 's/^/# got     /'
		printf '%s\n' "$3" | sed 's/^/# without /'
		result 1 "$1"
		;;
	esac
}

# exits STATUS NAME COMMAND...: the output is kept in out and err.
exits() {
	wanted=$1 name=$2
	shift 2
	"$@" >out 2>err
	got=$?
	if [ "$got" -ne "$wanted" ]; then
		echo "# exit $got, wanted $wanted: $*"
		sed 's/^/# /' out err
		result 1 "$name"
	else
		result 0 "$name"
	fi
}

# refuses STATUS NAME COMMAND...: the same, and one sentence says why.
refuses() {
	exits "$@"
	is "$2: in one sentence" "$(sed 's/^nearsec: ..*/sentence/' err)" sentence
}

plan() {
	echo "1..$cases"
}
