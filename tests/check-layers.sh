#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-layers.sh -- does every file stand where it may, and include what it may?
#
# The two tables are the architecture: what a layer may include, and the one
# home of each library. TAP; what is wrong is named before the case it fails.
set -eu
cd "${SOURCES:-$(dirname "$0")/..}"

layers='
base      base
store     base store
domain    base store domain
exchange  base domain exchange
ui        base ui
panes     base domain exchange ui panes
cli       base domain exchange cli
'

# Library, its headers, the files of src that may include them: regexps.
homes='
sqlite      sqlite3\.h             store/[a-z_]+\.[ch]
curses      n?cursesw?\.h|term\.h  ui/[a-z_]+\.[ch]
libunistring  uni(case|conv|ctype|gbrk|lbrk|name|norm|stdio|str|types|wbrk|width)\.h  base/text[a-z_]*\.[ch]
iconv       iconv\.h               base/encoding\.[ch]
nettle      nettle/.*              store/[a-z_]+\.[ch]
expat       expat\.h               exchange/camt\.[ch]
libical     libical/.*             exchange/ical[a-z_]*\.[ch]
pango       (pango|cairo|glib).*   exchange/paper[a-z_]*\.[ch]
libintl     libintl\.h             nowhere
cmocka      cmocka\.h              nowhere
libvterm    vterm.*                nowhere
'

sources() {
	find src -name '*.[ch]' ! -name migrations.c | LC_ALL=C sort
}

# What people wrote. The files of build-aux that are ours are those a
# Makefile.am names; the others are copied in by autoreconf.
written() {
	find src tests man share completion -type f ! -name migrations.c \
		\( -name '*.[ch]' -o -name '*.sh' -o -name '*.sql' -o -name '*.py' -o -name '*.am' \)
	grep -ho 'build-aux/[a-z.-]*' Makefile.am src/Makefile.am | sort -u
	printf '%s\n' bootstrap completion/nearsec configure.ac Makefile.am
}

# "FILE:LINE HEADER" of every #include in src, FILE without its "src/".
includes() {
	sources | xargs grep -HE '^[[:space:]]*#[[:space:]]*include' -n |
	sed -E 's|^src/([^:]*:[0-9]+):[^"<]*["<]([^">]*)[">].*|\1 \2|'
}

layer_breaks() {
	awk -v home="^$1/" -v may="^($(echo "$2" | tr ' ' '|'))/" '
		$1 ~ home && $2 ~ /\// && $2 ~ /^(base|store|domain|exchange|ui|panes|cli)\// && $2 !~ may {
			print $1 " may not include " $2
		}' "$included"
}

library_breaks() {
	awk -v header="^($1)$" -v home="^$2:" '
		$2 ~ header && $1 !~ home { print $1 " may not include <" $2 ">" }' "$included"
}

# A header by its folder says which layer is meant; one that ends in _private
# is for its own folder.
unnamed_includes() {
	awk '
	$2 ~ /_private\.h$/ && substr($2, 1, index($2, "/")) != substr($1, 1, index($1, "/")) {
		print $1 " may not include " $2
	}' "$included"
	sources | xargs grep -nE '^#[[:space:]]*include "[^/"]*"' | grep -v '"config\.h"' || :
}

unlicensed() {
	written | while read -r file; do
		head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
			echo "$file has no SPDX line in its first three"
	done
}

drawers() {
	written | grep -E '/(utils?|common|misc|helpers?|globals?|defs)\.[a-z]+$' || :
}

twins() {
	written | sed 's|.*/||' | grep -v '^Makefile\.am$' | sort | uniq -d
}

overlong() {
	written | xargs wc -l | awk '$2 != "total" && $1 > 600 { print $2 }' |
	while read -r file; do
		head -n 5 "$file" | grep -qi generated || echo "$file has over 600 lines: what is its second name?"
	done
}

# shellcheck source=report.sh
. tests/report.sh
included=$(mktemp)
trap 'rm -f "$included"' EXIT

# holds "RULE" CHECK ARGUMENT...: the rule holds when its check prints nothing.
holds() {
	rule=$1
	shift
	report "$rule" "$("$@")"
}

includes >"$included"
while read -r layer may; do
	[ -z "$layer" ] || holds "$layer includes only: $may" layer_breaks "$layer" "$may"
done <<END
$layers
END
while read -r library headers home; do
	[ -z "$library" ] || holds "$library is included in its home only: $home" library_breaks "$headers" "$home"
done <<END
$homes
END
holds "own headers are included by folder, private ones in it" unnamed_includes
holds "every source names its licence" unlicensed
holds "no file is a drawer for anything" drawers
holds "file names are unique in the tree" twins
holds "no file has over 600 lines" overlong
echo "1..$number"
