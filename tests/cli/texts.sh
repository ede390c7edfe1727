#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Parallel texts: what is there, what is missing, and how it is entered.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

is "eight documents are known" "$(nearsec text list | wc -l | tr -d ' ')" 8
is "the declarations by their titles" \
	"$(nearsec --lang zh text list --where kind=declaration --columns title | tail -n 1)" \
	东北亚地区共同繁荣与联合会的作用
is "nobody has their words" "$(nearsec text list --where key=DECL-2008 --columns missing)" "en zh ja ko ru mn"
printf 'one\ntwo\n\n' >words
exits 0 "words come from a file" nearsec text put DECL-2008 en words
is "they are a draft, without the end of the file" "$(nearsec text show DECL-2008 en)" \
	"== en  draft  Shandong Declaration
one
two"
is "what waits is said" "$(nearsec text list --where key=DECL-2008 --columns waiting,missing)" \
	"$(printf 'en\tzh ja ko ru mn')"
exits 0 "a state and a title are typed" nearsec text edit DECL-2008 ko title=산둥선언 text=하나 state=translated
refuses 1 "words that are there are not missing" nearsec text edit DECL-2008 ko state=missing
refuses 1 "words that are not there are not checked" nearsec text edit DECL-2008 ja state=checked
refuses 1 "a language that is none is refused" nearsec text put DECL-2008 xx words
refuses 1 "a file that is not there is refused" nearsec text put DECL-2008 en nothing
refuses 1 "a document that is not there is refused" nearsec text show DECL-1900
refuses 2 "only what a text has can be typed" nearsec text edit DECL-2008 ko words=x
exits 0 "words become authentic" nearsec text edit DECL-2008 en state=authentic
refuses 1 "and then stay" nearsec text edit DECL-2008 en text=three
exits 0 "undo takes one change set back" nearsec undo
exits 0 "a document is added" nearsec text add AGREED-1 kind=agreed day=2010-10 decision=GA-8
exits 0 "and corrected" nearsec text edit AGREED-1 day=2010-10-28
is "the rows say the same in every form" "$(nearsec text show AGREED-1 --csv --columns language,state | tail -n 1)" "mn,missing"
exits 0 "every rule holds" nearsec verify
plan
