#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-manual.sh -- are the manual pages sound, do they leave nothing out, and
# do they promise nothing that is not there?
#
# What there is comes from the program ("help --list"), from a file it made and,
# for keys and screens, from the tables of src/ui and src/panes.
set -eu
cd "${SOURCES:-$(dirname "$0")/..}"

if ! command -v mandoc >/dev/null; then
	echo "1..0 # SKIP mandoc is not installed"
	exit 0
fi

page=man/nearsec.1
files=man/nearsec.5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# As it is read, without the overstrikes.
mandoc -T ascii -O width=200 "$page" | sed "s/.$(printf '\b')//g" >"$work/text"
"${PROGRAM:?run by make check}" help --list >"$work/list"

# shellcheck source=report.sh
. tests/report.sh

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
	sed -n 's/^\.It Cm \([a-z][a-z-]*\( [a-z][a-z-]*\)*\).*/\1/p' "$page"
}

# "government.phone" for every paragraph head of the page of files that stands
# under a record, a table or the settings.
described() {
	awk '
	/^\.S[sh] / { owner = $2 }
	/^\.It Va / {
		gsub(/^\.It Va |,/, "")
		count = split($0, part, " ")
		for (i = 1; i <= count; i++)
			print owner "." part[i]
	}
	' "$files" | sort -u
}

# The words after the Cm and Pa macros under each heading: "government_status.member".
words_said() {
	awk '
	/^\.S[sh] / { owner = $2 }
	/^\.(Cm|Pa) / {
		count = split($0, part, " ")
		for (i = 2; i <= count; i++)
			print owner "." part[i]
	}
	' "$files" | sort -u
}

# Fields of records and keys of settings.
fields() {
	awk -F '\t' '
	$1 == "field" { print $2 }
	$1 == "setting" { print "SETTINGS." $2 }
	' "$work/list" | sort -u
}

# What fields and settings may be, and the kinds and files of records.
values() {
	awk -F '\t' '
	$1 == "field" || $1 == "setting" {
		owner = $1 == "setting" ? "SETTINGS" : $2
		sub(/\..*/, "", owner)
		count = owner == "members" || owner == "bodies" ? 0 : split($4, part, " ")
		# The six languages are said once, above all records; members and
		# bodies are views of other records.
		for (i = 1; i <= count && ($1 == "setting" || part[1] != "en"); i++)
			print owner "." part[i]
	}
	$1 == "kind" { print $4 "." $2; print $4 "." $3 }
	' "$work/list" | sort -u
}

# All columns of a new file.
columns() {
	"$PROGRAM" --db="$work/near.db" init --empty >/dev/null
	sqlite3 -readonly "$work/near.db" "SELECT m.name || '.' || c.name FROM sqlite_schema AS m, \
		pragma_table_info(m.name) AS c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'" | sort -u
}

# Lines of the file $1 that are not in the file $2.
only_in() {
	comm -23 "$1" "$2"
}

for one in "$page" "$files"; do
	report "mandoc finds nothing wrong in $one" "$(mandoc -T lint -W warning "$one" || :)"
done
for kind in command option setting kind environment; do
	report "every $kind is explained" "$(words $kind | unexplained)"
done
report "every action is explained with its keys" "$(actions | missing_lines)"
report "every screen is explained" "$(screens | unexplained)"
report "every command that is explained exists" "$(promised | while read -r word; do
	awk -F '\t' -v word="$word" '$2 == word { found = 1 } END { exit !found }' "$work/list" || echo "$word"
done)"

described >"$work/described"
words_said >"$work/words_said"
fields >"$work/fields"
values >"$work/values"
report "every field and setting is described" "$(only_in "$work/fields" "$work/described")"
report "every value, kind and file is named" "$(only_in "$work/values" "$work/words_said")"
if command -v sqlite3 >/dev/null; then
	columns >"$work/columns"
	sort -u "$work/fields" "$work/columns" >"$work/there"
	report "every column of a new file is described" "$(only_in "$work/columns" "$work/described")"
	report "every field that is described exists" "$(only_in "$work/described" "$work/there")"
fi
echo "1..$number"
