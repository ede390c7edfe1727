# SPDX-License-Identifier: GPL-3.0-or-later
#
# nearsec.bash -- completion for bash
#
# Nothing is listed twice: commands, options and settings are asked of the
# program once in a shell, codes of governments each time.

_nearsec_lines() {
	[ -n "${_nearsec_known-}" ] || _nearsec_known=$(nearsec help --list 2>/dev/null)
	printf '%s\n' "$_nearsec_known" | sed -n "s/^$1	\\([^	]*\\)	.*/\\1/p"
}

# The words typed so far without options and the one at the cursor.
_nearsec_words() {
	local i word
	words=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		[[ $word == --* ]] || words+=("$word")
	done
}

_nearsec_offers() {
	case "${words[*]}" in
	"")
		_nearsec_lines command | sed 's/ .*//' | sort -u ;;
	config)
		_nearsec_lines setting | sed 's/$/=/' ;;
	help)
		{ _nearsec_lines command | sed 's/ .*//'
			printf '%s\n' commands options kinds settings environment status; } | sort -u ;;
	import | export)
		_nearsec_lines kind ;;
	"member show" | "member edit" | "member history" | "post list" | "post add" | "post edit" | "post appoint" | history)
		[[ ${words[0]} != history ]] || echo show
		nearsec member list --columns code 2>/dev/null ;;
	*)
		_nearsec_lines command | sed -n "s/^${words[0]} //p" ;;
	esac
}

_nearsec() {
	local current=${COMP_WORDS[COMP_CWORD]} words
	_nearsec_words
	if [[ $current == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$(_nearsec_lines option)" -- "$current")
	else
		mapfile -t COMPREPLY < <(compgen -W "$(_nearsec_offers)" -- "$current")
		[[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null
	fi
}

complete -o default -F _nearsec nearsec
