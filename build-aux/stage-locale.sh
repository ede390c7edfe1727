#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# stage-locale.sh BUILT SOURCE OUT -- lay the compiled catalogues of BUILT (or,
# in an unpacked distribution, SOURCE) out as OUT/LANG/LC_MESSAGES/nearsec.mo.
set -eu
built=$1 source=$2 out=$3
for po in "$source"/*.po; do
	lang=$(basename "$po" .po)
	for gmo in "$built/$lang.gmo" "$source/$lang.gmo"; do
		[ -f "$gmo" ] || continue
		mkdir -p "$out/$lang/LC_MESSAGES"
		cmp -s "$gmo" "$out/$lang/LC_MESSAGES/nearsec.mo" ||
			cp "$gmo" "$out/$lang/LC_MESSAGES/nearsec.mo"
		break
	done
done
