#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who works in the secretariat, and who answers for what.
# shellcheck source=tests/cli/tap.sh
. "$(dirname "$0")/tap.sh"
near

one=$(nearsec person add language=en given_en=Clerk family_en=One)
two=$(nearsec person add language=ko family_ko=서기 given_ko=이)
exits 0 "somebody is hired" nearsec staff add "$one" SEC-PLAN kind=hired login=clerk1 since=2025-01-01
exits 0 "somebody is sent" nearsec staff add "$two" SEC kind=dispatched government=JP-16 login=clerk2 since=2025-01-01
refuses 1 "who is sent was sent by somebody" nearsec staff add "$two" SEC-PLAN kind=dispatched since=2025-01-01
refuses 1 "nobody works in a sub-committee" nearsec staff add "$one" ENV kind=hired
refuses 1 "a login is one person's" nearsec staff add "$two" SEC-PLAN kind=hired login=clerk1 since=2026-01-01
exits 0 "a country is given" nearsec staff give clerk1 JP from=2025-01-01
exits 0 "a body is given" nearsec staff give clerk1 ENV from=2025-01-01
refuses 1 "nothing of that name is given" nearsec staff give clerk1 XX from=2025-01-01
refuses 1 "nobody of that name gets it" nearsec staff give clerk9 JP from=2025-01-01
refuses 2 "the day must be said" nearsec staff give clerk1 MN 2025-01-01
is "what one answers for is listed" "$(nearsec staff list --where login=clerk1 --columns answers)" "JP ENV"
is "and is mine by my login" "$(nearsec --user clerk1 staff mine --columns about,name)" \
	"$(printf 'JP\tJapan\nENV\t%s' "$(nearsec body list --where key=ENV --columns name)")"
is "nobody else's" "$(nearsec --user stranger staff mine | wc -l | tr -d ' ')" 0
exits 0 "a portfolio passes on" nearsec staff give clerk2 JP from=2026-01-01
is "from that day" "$(nearsec --as-of 2026-02-01 staff list --where login=clerk2 --columns answers)" JP
is "and not before" "$(nearsec --as-of 2025-12-31 staff list --where login=clerk2 --columns answers)" ""
exits 0 "it can end with nobody" nearsec staff end JP until=2026-03-01
refuses 1 "once" nearsec staff end JP until=2026-03-01
exits 0 "somebody leaves" nearsec staff leave clerk1 until=2026-03-01
is "with what she answered for" "$(nearsec --as-of 2026-03-01 --user clerk1 staff mine | wc -l | tr -d ' ')" 0
exits 0 "in one change set" nearsec undo
exits 0 "a login is corrected" nearsec staff edit clerk2 login=clerk3
exits 0 "every rule holds" nearsec verify
plan
