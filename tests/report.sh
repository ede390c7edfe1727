# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# report.sh -- how the checks of the tree say what they found, in TAP

number=0

# report NAME WRONG: one case; it fails where something is wrong, which is shown line by line.
report() {
	number=$((number + 1))
	if [ -n "$2" ]; then
		printf '%s\n' "$2" | sed 's/^/# /'
		printf 'not '
	fi
	echo "ok $number - $1"
}
