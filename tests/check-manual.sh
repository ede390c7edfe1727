#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-manual.sh -- are the manual pages sound, and do they leave nothing out?
set -eu
cd "${SOURCES:-$(dirname "$0")/..}/man"

pages=$(find . -name '*.[1-8]' | LC_ALL=C sort)
if [ -z "$pages" ]; then
	echo "1..0 # SKIP there is no manual page"
	exit 0
fi
if ! command -v mandoc >/dev/null; then
	echo "1..0 # SKIP mandoc is not installed"
	exit 0
fi

number=0
report() {
	number=$((number + 1))
	if [ -n "$2" ]; then
		printf '%s\n' "$2" | sed 's/^/# /'
		printf 'not '
	fi
	echo "ok $number - $1"
}

for page in $pages; do
	report "mandoc finds nothing in ${page#./}" "$(mandoc -T lint -W warning "$page" || :)"
done
echo "1..$number"
