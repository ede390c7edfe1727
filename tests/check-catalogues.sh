#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-catalogues.sh -- is every sentence there in every language, as it is now?
#
# The sources are read anew, so a changed sentence counts as untranslated in
# the languages that still have the old one.
set -eu
cd "${SOURCES:-$(dirname "$0")/..}/po"

if ! command -v xgettext >/dev/null || ! command -v msgmerge >/dev/null; then
	echo "1..0 # SKIP gettext is not installed"
	exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck source=report.sh
. ../tests/report.sh

# The options of po/Makevars are the only place where they stand.
options=$(sed -n '/^XGETTEXT_OPTIONS = /,/[^\\]$/{ s/^XGETTEXT_OPTIONS = //; s/\\$//; p }' Makevars)
# shellcheck disable=SC2086 # options are words
xgettext $options --package-name=nearsec --directory=.. --files-from=POTFILES.in --force-po \
	-o "$work/now.pot" 2>"$work/said" || :
report "xgettext reads the sources without a complaint" "$(cat "$work/said")"
if [ ! -f "$work/now.pot" ]; then
	echo "1..$number"
	exit 0
fi

# The msgids msgattrib selects in a catalogue with the option $1.
selected() {
	msgattrib "$1" --no-wrap "$2" | sed -n '2,$s/^msgid //p' | grep -v '^""$' || :
}

while read -r language; do
	msgfmt --check -o /dev/null "$language.po" 2>"$work/said" || :
	report "$language: formats, headers and plurals are sound" "$(cat "$work/said")"

	msgmerge -q --no-fuzzy-matching -o "$work/merged.po" "$language.po" "$work/now.pot"
	report "$language: nothing is untranslated" "$(selected --untranslated "$work/merged.po")"
	report "$language: nothing is fuzzy" "$(selected --only-fuzzy "$language.po")"
	report "$language: nothing is left of older sentences" \
		"$(msgattrib --only-obsolete --no-wrap "$work/merged.po" | sed -n 's/^#~ msgid //p')"
done <LINGUAS
echo "1..$number"
