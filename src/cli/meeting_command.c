/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/meeting_command.h"

#include "base/messages.h"
#include "cli/commands.h"

const struct cli_command meeting_commands[] = {
	{ .noun = "meeting", .verb = "invite", .about = "ID [CODE...]", .least = 1,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Invite these governments, or all members and observers; the meeting is convened by it."),
	  .run = meeting_invite },
	{ .noun = "meeting", .verb = "answer", .about = "ID CODE coming|declined|withdrawn|none",
	  .least = 3, .most = 3, .need = CLI_NEEDS_FILE,
	  .help = N_("Enter what a government answered; a late withdrawal is told as late."),
	  .run = meeting_answer },
	{ .noun = "meeting", .verb = "delegates", .about = "ID [CODE]", .least = 1, .most = 2,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List the persons of the delegations."),
	  .run = meeting_delegates },
	{ .noun = "meeting", .verb = "delegate", .about = "ID CODE KEY=VALUE...", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Add a person to a delegation and print the new id."),
	  .run = meeting_delegate },
	{ .noun = "meeting", .verb = "credentials",
	  .about = "ID CODE... none|provisional|accepted|rejected", .least = 3, .most = CLI_ANY,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("Enter the state of the credentials of these delegations."),
	  .run = meeting_credentials },
	{ .noun = "meeting", .verb = "proxy", .about = "ID CODE TO|none", .least = 3, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("A government gives its vote to another, or takes it back."),
	  .run = meeting_proxy },
	{ .noun = "meeting", .verb = "attend", .about = "ID CODE... in|out", .least = 3,
	  .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Enter that delegations came into the hall or went out, now."),
	  .run = meeting_attend },
	{ .noun = "meeting", .verb = "roll", .about = "ID", .least = 1, .most = 1,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("List who is there and may vote, with the sum of the quorum."),
	  .run = meeting_roll },
	{ .noun = "meeting", .verb = "vote", .about = "ID [open|ballot|bloc|close|show ...]",
	  .least = 1, .most = CLI_ANY, .need = CLI_NEEDS_FILE,
	  .help = N_("Open a vote, enter ballots, close it, or show it; alone, list the votes."),
	  .run = meeting_vote },
	{ .noun = "meeting", .verb = "minutes", .about = "ID [LANG [draft | draft=over-edits]]",
	  .least = 1, .most = 3, .need = CLI_NEEDS_FILE,
	  .help = N_("Show the minutes in a language, drafted from the records if there are none yet; draft makes them anew."),
	  .run = meeting_minutes },
	{ .noun = "meeting", .verb = "adopt", .about = "ID [LANG] [day=DAY]", .least = 1, .most = 3,
	  .need = CLI_NEEDS_FILE,
	  .help = N_("The minutes of a closed meeting were adopted: from then on they are frozen."),
	  .run = meeting_adopt },
	{ 0 }
};
