/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/help_pane.h"

#include "base/messages.h"

const struct help_topic help_topics[] = {
	{ "start", NC_("topic", "First five minutes"), N_(
	    "Type where you want to go: a code of three letters (MEM), the code of a government "
	    "(KR-47), or part of a name in any of the six languages. Enter opens it, F3 goes back. "
	    "F1 says what can be done on the screen you are on, F2 lists it by number. Nothing you "
	    "see can be broken by looking: what is changed is only changed by F10, and every change "
	    "can be undone.") },
	{ "keys", NC_("topic", "Card of all keys"), NULL },
	{ "codes", NC_("topic", "Codes of the screens"), NULL },
	{ "log", NC_("topic", "Session messages"), NULL },
	{ "find", NC_("topic", "Finding"), N_(
	    "Typing narrows the list. A name is found in all six languages and in every spelling "
	    "kept for it: by half a syllable, by a reading in kana, in Latin letters (toyama, hebei), "
	    "by initials (qsbd). Capital letters, width and accents do not count. In the list of "
	    "governments country:MN, status:observer, since:>2005 and kind:aimag filter.") },
	{ "entry", NC_("topic", "Entering and saving"), N_(
	    "Enter takes a field and goes to the next one that needs an answer; Tab visits all. "
	    "F4 lists the values of a field marked +, or opens the calendar. A wrong value stays as "
	    "typed, marked !. F10 or ^S saves. F12 leaves the form; what was typed is kept as a "
	    "draft and offered again.") },
	{ "bodies", NC_("topic", "Bodies and decisions"), N_(
	    "COM shows the bodies and who holds their seats on a day; a vacant seat is a row too. A "
	    "term may end when a session closes: until GA-9. Who coordinates, who is a member and "
	    "which bodies there are changes by decision only: a decision does what it says in the "
	    "same change, and one undo takes all of it back. What is to be done afterwards returns "
	    "to the agenda of the body until it is closed with a note.") },
	{ "meetings", NC_("topic", "Meetings and their last days"), N_(
	    "MTG is the calendar. A session is named by its body and number: GA-9. Its times are those "
	    "of the clock at its place. By the last days invitations, papers, credentials and dossiers "
	    "must be out; what is late is marked !. What an agenda leaves open comes on that of the "
	    "next session.") },
	{ "plenary", NC_("topic", "The plenary day"), N_(
	    "DAY GA-9: part of a name and Enter, and the delegation is in. One line counts who is there "
	    "and says whether that is a quorum. A vote freezes the roll when it opens; then one digit "
	    "is one ballot. Who came in and how somebody voted is never undone: enter the opposite, or "
	    "correct the ballot while the vote is open.") },
	{ "dues", NC_("topic", "Dues and payments"), N_(
	    "DUE lists the dues of a year. F10 makes the drafts, and pressed again issues them: each "
	    "gets its number and never changes any more. PAY takes money in: the code of who paid, the "
	    "number on the paper, Enter. What will be posted stands below before it is. The oldest is "
	    "paid first, what is over stays as a credit, and money from nobody knows whom waits in "
	    "suspense. OWE says who may not vote and which sum gives the vote back; AGE how long it is "
	    "overdue. Several payments from one paper go into a batch: BAT. BIL has the bills that are "
	    "no dues, and CRN takes back a credit note that was wrong.") },
	{ "ledger", NC_("topic", "Ledger and bank"), N_(
	    "What is posted is never changed or undone: 6=Reverse in LED posts the opposite, once. ENT "
	    "makes an entry by hand, TRI is the trial balance, REP the report the Assembly receives. "
	    "BNK holds the statements of the bank: accept what is proposed for a line, say from whom it "
	    "is, or post it as a fee; a statement with nothing left is closed. A year is closed in LED "
	    "when its list of checks is in order.") },
	{ "days", NC_("topic", "Days, and the past"), N_(
	    "Days may be typed as 27, 2704, 27.4, 2026-04-27, t for today or +7. Where no more is "
	    "known, 2010 or 2010-10 is enough. SET 2010-10-28 on F9 shows everything as of that day; "
	    "nothing can be changed meanwhile. SET now comes back.") },
	{ "undo", NC_("topic", "Undo and history"), N_(
	    "^_ undoes your newest change, ^R takes that back. HIS lists every change with who, when "
	    "and what; 6=Undo takes any of them back by writing the old values as a new change. It is "
	    "refused while a later change touched the same field; undo that one first.") },
	{ "drafts", NC_("topic", "Drafts"), N_(
	    "What was typed and not saved is kept whenever a field is left, also when the line breaks "
	    "or the power fails. HOM lists your drafts under NEEDS YOU, and the record offers its "
	    "draft when it is opened.") },
	{ "together", NC_("topic", "Several clerks"), N_(
	    "Everybody may work in one file. If another clerk saved other fields of the same record, "
	    "both are kept. If it was the same field, you are shown both values and choose; nothing "
	    "typed is lost.") },
	{ "keyboard", NC_("topic", "Keyboards, languages"), N_(
	    "No F-keys? Esc, then the digit: Esc 1 is F1, Esc 0 is F10. Codes and the letters of the "
	    "rows work whatever layout is on, Russian, Mongolian or Korean. On SET a digit and Enter "
	    "changes the language, and F9 understands its name.") },
	{ 0 }
};
