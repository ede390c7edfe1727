#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-potfiles.sh -- does po/POTFILES.in name exactly the sources with messages?
#
# A source that is not named there has sentences no translator ever sees.
set -eu
cd "${SOURCES:-$(dirname "$0")/..}"

named=$(mktemp)
speaking=$(mktemp)
trap 'rm -f "$named" "$speaking"' EXIT

# A call of a message macro whose string may begin on the next line. The
# header that defines the macros is no speaker.
speakers() {
	find src -name '*.[ch]' ! -path src/base/messages.h -exec awk '
		FNR == 1 { open = 0 }
		open && /^[[:space:]]*"/ || /(^|[^A-Za-z0-9_])(_|N_|C_|NC_|nq_)\([[:space:]]*"/ { print FILENAME }
		{ open = /(^|[^A-Za-z0-9_])(_|N_|C_|NC_|nq_)\([[:space:]]*$/ }
	' {} +
}

speakers | LC_ALL=C sort -u >"$speaking"
grep -v '^#' po/POTFILES.in | LC_ALL=C sort >"$named" || :

# shellcheck source=report.sh
. tests/report.sh

report "every source with messages is in po/POTFILES.in" "$(LC_ALL=C comm -13 "$named" "$speaking")"
report "po/POTFILES.in names no other file" "$(LC_ALL=C comm -23 "$named" "$speaking")"
report "po/POTFILES.in names no file twice" "$(uniq -d "$named")"
echo "1..$number"
