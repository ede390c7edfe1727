#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Six languages, under any locale: nothing depends on what is installed.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

# Nothing found, in six languages.
said() {
	nearsec "$@" find zzzzz 2>&1
}
en=$(said --lang en)
for code in zh ja ko ru mn; do
	of_lang=$(said --lang $code)
	is "--lang $code speaks" "$([ "$of_lang" != "$en" ] && echo other)" other
	for locale in C POSIX C.UTF-8; do
		is "$code speaks under LC_ALL=$locale" "$(LC_ALL=$locale said --lang $code)" "$of_lang"
		is "LANGUAGE=$code speaks under LC_ALL=$locale" "$(LC_ALL=$locale LANGUAGE=$code said)" "$of_lang"
	done
done
while read -r locale code; do
	is "LC_ALL=$locale is read as text" "$(LC_ALL=$locale said)" "$(LC_ALL=C said --lang "$code")"
	is "a name under LC_ALL=$locale is whole" \
		"$(LC_ALL=$locale nearsec member show KR-47 | head -n 1)" \
		"$(LC_ALL=C nearsec --lang "$code" member show KR-47 | head -n 1)"
done <<'LINES'
en_US.UTF-8 en
zh_CN.UTF-8 zh
ja_JP.UTF-8 ja
ko_KR.UTF-8 ko
ru_RU.UTF-8 ru
mn_MN.UTF-8 mn
C en
POSIX en
de_DE.UTF-8 en
LINES
refuses 2 "a seventh language is refused" nearsec --lang de version
exits 0 "a language is chosen for good" nearsec config language=ko
is "and spoken" "$(said)" "$(said --lang ko)"
is "--lang goes before it" "$(said --lang en)" "$en"
is "another clerk is not changed" "$(said --user other)" "$en"
exits 0 "a choice is taken back" nearsec config language=
is "and not spoken" "$(said)" "$en"
plan
