#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What bash offers after a Tab.
. "$(dirname "$0")/tap.sh"

if ! command -v bash >/dev/null; then
	echo "1..0 # SKIP bash is not installed"
	exit 0
fi
near

# What is offered for the words given, the last of them unfinished, on one line.
offered() {
	bash -c '
		nearsec() { "$PROGRAM" "$@"; }
		. "$SOURCES/completion/nearsec"
		COMP_WORDS=(nearsec "$@")
		COMP_CWORD=$#
		_nearsec
		echo "${COMPREPLY[*]}"' bash "$@"
}

is "commands" "$(offered ve)" "verify version"
is "the verbs of a command" "$(offered member '')" "list show edit holds applications apply stage dossier history"
is "options" "$(offered member list --w)" "--where"
is "languages after --lang" "$(offered --lang k)" "ko"
is "nothing of ours where a file goes" "$(offered --db ne)" ""
is "a value is no command" "$(offered --db "$NEARSEC_DB" undo --read)" "--read-only"
is "codes of governments" "$(offered member show KR-4)" "$(nearsec member list --columns code | grep '^KR-4' | tr '\n' ' ' | sed 's/ $//')"
is "keys of bodies" "$(offered body show EN)" "ENV ENERGY"
is "keys of meetings" "$(offered meeting agenda WC-1)" "WC-1"
is "who comes to a meeting" "$(offered meeting attend GA-8 JP-16 KR-4)" "$(offered member show KR-4)"
is "numbers of decisions" "$(offered decision show GA-6)" "GA-6/1 GA-6/2"
is "who paid" "$(offered dues pay JP-16)" "JP-16"
is "verbs of the ledger" "$(offered ledger re)" "reverse report"
is "settings" "$(offered config la)" "language= layout="
is "kinds of records" "$(offered export go)" "governments"
plan
