#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Misuse, help, settings, and the completion of a shell.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

refuses 2 "an unknown command is refused" nearsec frobnicate
refuses 2 "an unknown verb is refused" nearsec member frobnicate
has "and the verbs are named" "$(cat err)" "list, show, edit, holds, applications, apply, stage, dossier, history"
refuses 2 "a noun alone is refused where it needs a verb" nearsec member
refuses 2 "too few words are refused" nearsec member show
has "and it is said how it goes" "$(cat err)" "nearsec member show CODE"
refuses 2 "too many words are refused" nearsec member list all
refuses 2 "an unknown option is refused" nearsec member list --frobnicate
refuses 2 "an option without its value is refused" nearsec member list --columns
refuses 2 "a flag with a value is refused" nearsec member list --json=yes
refuses 2 "an option given twice is refused" nearsec member list --sort code --sort rank
refuses 2 "an option of another command is refused" nearsec member list --dry-run
refuses 2 "a user without a name is refused" nearsec --user= member list
refuses 1 "after two hyphens all are words" nearsec find -- --help

refuses 2 "screens without a terminal are refused" nearsec
is "without a byte on the screen" "$(cat out)" ""

exits 0 "help explains" nearsec help
for noun in $(nearsec help --list | sed -n 's/^command	\([a-z]*\).*/\1/p' | sort -u); do
	has "help lists $noun" "$(cat out)" "  $noun"
	is "$noun has help of its own" "$(nearsec "$noun" --help 2>&1 | head -n 1 | cut -c 1-$((2 + ${#noun})))" "  $noun"
done
exits 0 "help explains a command" nearsec help member
has "with its verbs" "$(cat out)" "member edit CODE"
for topic in $(nearsec help --list | sed -n 's/^topic	\([^	]*\)	.*/\1/p'); do
	exits 0 "help explains $topic" nearsec help "$topic"
done
refuses 1 "help on nothing is refused" nearsec help frobnication
is "--version tells" "$(nearsec --version)" "$(nearsec version)"
is "--help is help" "$(nearsec --help)" "$(nearsec help)"

is "every setting is listed" "$(nearsec config | wc -l | tr -d ' ')" \
	"$(nearsec help --list | grep -c '^setting')"
exits 0 "a setting is chosen" nearsec config list.start=rows
is "and shown" "$(nearsec config list.start)" rows
is "and kept in the clerk's own file" "$(cat config/nearsec/*/settings)" list.start=rows
refuses 1 "a value it cannot have is refused" nearsec config list.start=middle
refuses 1 "a number out of its range is refused" nearsec config escape.delay=5
refuses 2 "an unknown setting is refused" nearsec config colour
echo "# by hand" >>config/nearsec/"$(id -un)"/settings
echo "later.version=1" >>config/nearsec/"$(id -un)"/settings
nearsec config theme=dark
is "lines of others are kept" "$(grep -c 'by hand\|later.version=1\|rows\|dark' config/nearsec/*/settings)" 4

if command -v bash >/dev/null; then
	completed() {
		PATH=$(dirname "$PROGRAM"):$PATH bash -c '
			. "$SOURCES/completion/nearsec"
			COMP_WORDS=(nearsec "$@") COMP_CWORD=$#
			_nearsec
			printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
	}
	nearsec help --list | sed -n 's/^command	\([a-z]*\)[	 ].*/\1/p' | sort -u >nouns
	is "completion offers every command" "$(completed "" | sort)" "$(cat nouns)"
	is "completion offers the verbs" "$(completed member "" | sort | tr '\n' ' ')" "applications apply dossier edit history holds list show stage "
	is "completion offers every option" "$(completed -- | sort)" \
		"$(nearsec help --list | sed -n 's/^option	\([^	]*\)	.*/\1/p' | sort)"
	is "completion offers codes" "$(completed member show KR-4 | sort | head -n 1)" KR-41
	is "completion offers kinds" "$(completed export hold)" holdings
	is "completion offers settings" "$(completed config th)" theme=
else
	skip "completion" "no bash"
fi
plan
