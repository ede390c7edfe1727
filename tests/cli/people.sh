#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# People, posts, and who holds them.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

exits 0 "a person is added" nearsec person add language=en given_en=Clerk family_en=One email=one@example.org
one=$(cat out)
two=$(nearsec person add language=ko family_ko=서기 given_ko=이 given_en=Clerk family_en=Two)
is "the new id is printed" "${#one}" 26
is "both are listed" "$(nearsec person list | wc -l | tr -d ' ')" 2
is "with the name in the language of the screen" \
	"$(nearsec --lang ko person list --where id="$two" --columns name)" 서기이
is "and shown" "$(nearsec person show "$one" | head -n 1)" "Clerk One"
refuses 1 "a person without a name is refused" nearsec person add language=en
refuses 1 "a person who is not there is refused" nearsec person show 00000000000000000000000000
exits 0 "a person is edited" nearsec person edit "$one" phone="+82 2 000 0000"

exits 0 "a post is added" nearsec post add KR-47 WC-CONTACT name_en="Contact" letters=1
refuses 1 "a code is used once" nearsec post add KR-47 WC-CONTACT
exits 0 "a person is appointed" nearsec post appoint KR-47 WC-CONTACT "$one" from=2010-01-01
exits 0 "and followed by another" nearsec post appoint KR-47 WC-CONTACT "$two" from=2011-01-01
is "today it is the second" "$(nearsec post list KR-47 --columns holder)" "Clerk Two"
is "last year it was the first" "$(nearsec --as-of 2010-06-01 post list KR-47 --columns holder)" "Clerk One"
is "before that nobody" "$(nearsec --as-of 2009-06-01 post list KR-47 --columns holder)" ""
refuses 1 "nobody is put before one who holds it already" \
	nearsec post appoint KR-47 WC-CONTACT "$one" from=2010-12-01
refuses 2 "the day must be said" nearsec post appoint KR-47 WC-CONTACT "$one" 2011-02-01
refuses 1 "a post that is not there is refused" nearsec post appoint KR-47 NOBODY "$one" from=2011-02-01
exits 0 "a post is edited" nearsec post edit KR-47 WC-CONTACT phone="+82 54 000 0000"
is "the people are found" "$(nearsec find "Clerk One" --columns key | head -n 1)" "$one"
exits 0 "one undo takes the appointment back" nearsec undo
exits 0 "every rule holds" nearsec verify
plan
