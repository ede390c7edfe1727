#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-manual.sh -- is the manual page sound, does it leave nothing out, and
# does it promise nothing that is not there?
#
# What there is comes from the program ("help --list") and, for keys and
# screens, from the tables of src/ui and src/panes.
set -eu
cd "${SOURCES:-$(dirname "$0")/..}"

if ! command -v mandoc >/dev/null; then
	echo "1..0 # SKIP mandoc is not installed"
	exit 0
fi

page=man/nearsec.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# As it is read, without the overstrikes.
mandoc -T ascii -O width=200 "$page" | sed "s/.$(printf '\b')//g" >"$work/text"
"${PROGRAM:?run by make check}" help --list >"$work/list"

number=0
report() {
	number=$((number + 1))
	if [ -n "$2" ]; then
		printf '%s\n' "$2" | sed 's/^/# /'
		printf 'not '
	fi
	echo "ok $number - $1"
}

words() {
	awk -F '\t' -v kind="$1" '$1 == kind { print $2 }' "$work/list"
}

# Of the words on standard input, those that head no paragraph of the page.
unexplained() {
	while read -r word; do
		grep -qE -- "^ +$(printf '%s' "$word" | sed 's/[.]/\\./g')([ =[]|\$)" "$work/text" || echo "$word"
	done
}

# "F10, Esc 0, ^S (save)" for each row of the table of actions.
actions() {
	awk '
	/\.name = "/ { split($0, part, "\""); name = part[2]; keys = "" }
	/\.keys = \{/ {
		line = $0
		sub(/.*\.keys = \{/, "", line); sub(/\}.*/, "", line)
		count = split(line, part, "\"")
		for (i = 2; i <= count; i += 2)
			keys = keys (keys == "" ? "" : ", ") part[i]
	}
	/\.letter = / {
		letter = $0
		sub(/.*\.letter = '\''/, "", letter); sub(/'\''.*/, "", letter)
		keys = keys (keys == "" ? "" : ", ") (letter == " " ? "Space" : letter)
	}
	/^\t\},/ && name != "" { print keys " (" name ")"; name = "" }
	' src/ui/action.c
}

missing_lines() {
	while read -r line; do
		grep -qF -- "     $line" "$work/text" || echo "$line"
	done
}

screens() {
	find src/panes -name '*.c' -exec sed -n 's/^[[:space:]]*\.code = "\([A-Z0-9]*\)".*/\1/p' {} + | sort -u
}

# Commands and kinds the page heads a paragraph with.
promised() {
	sed -n 's/^\.It Cm \([a-z][a-z]*\( [a-z][a-z]*\)*\).*/\1/p' "$page"
}

report "mandoc finds nothing wrong" "$(mandoc -T lint -W warning "$page" || :)"
for kind in command option setting kind environment; do
	report "every $kind is explained" "$(words $kind | unexplained)"
done
report "every action is explained with its keys" "$(actions | missing_lines)"
report "every screen is explained" "$(screens | unexplained)"
report "every command that is explained exists" "$(promised | while read -r word; do
	awk -F '\t' -v word="$word" '$2 == word { found = 1 } END { exit !found }' "$work/list" || echo "$word"
done)"
echo "1..$number"
