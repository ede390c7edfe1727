#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# stage-locale.sh SOURCE OUT -- compile the catalogues SOURCE/*.po to
# OUT/LANG/LC_MESSAGES/nearsec.mo, those that changed since. Not from the .gmo
# beside them: po/Makefile makes those anew only when the template changes.
set -eu
source=$1 out=$2
for po in "$source"/*.po; do
	folder=$out/$(basename "$po" .po)/LC_MESSAGES
	if [ ! -f "$folder/nearsec.mo" ] || [ -n "$(find "$po" -newer "$folder/nearsec.mo")" ]; then
		mkdir -p "$folder"
		"$MSGFMT" -o "$folder/nearsec.mo" "$po"
	fi
done
