#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The table of Han characters is what build-aux/make-han-table makes of the data
# named in its head. Skipped where Debian's packages, or their versions, are not here.
set -u
maker=$SOURCES/build-aux/make-han-table
table=$SOURCES/src/domain/han_table.c

echo 1..1
if ! versions=$(python3 "$maker" --versions 2>/dev/null); then
	echo "ok 1 # SKIP needs python3, unicode-cldr-core and unicode-data"
	exit 0
fi
if ! grep -q "Made from $versions;" "$table"; then
	echo "ok 1 # SKIP the table is of other versions than $versions"
	exit 0
fi
if python3 "$maker" | cmp -s - "$table"; then
	echo "ok 1 - the generator makes the same table again"
else
	echo "not ok 1 - the generator makes the same table again"
	echo "# build-aux/make-han-table > src/domain/han_table.c, and raise FOLD_VERSION"
	exit 1
fi
