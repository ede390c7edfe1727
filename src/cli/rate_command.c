/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/edit.h"
#include "cli/pairs.h"
#include "domain/rate.h"
#include "domain/row.h"

static bool
list_rates(struct cli *cli, struct err *err)
{
	struct row_list list = { 0 };

	return output_suits(&cli->output, &rate_type, err) &&
	    row_list(cli->session, &rate_type, NULL, NULL, "currency, day", &list, err) &&
	    output_list(&cli->output, &list, err);
}

static bool
set_rate(struct cli *cli, struct err *err)
{
	const char *source = NULL;
	const struct pair_key keys[] = { { "source", &source, true }, { 0 } };
	struct rate rate = { 0 };
	int64_t number = 0;
	bool ok = pairs_read(cli, 3, keys, err) &&
	    record_read(record_find_field(&rate_type, "currency"), &rate, cli->word[0], err) &&
	    record_read(record_find_field(&rate_type, "day"), &rate, cli->word[1], err) &&
	    record_read(record_find_field(&rate_type, "source"), &rate, source, err) &&
	    rate_read(cli->word[2], &rate.num, &rate.den, err) &&
	    rate_set(cli->session, &rate, &number, err);

	if (ok)
		edit_say_saved(cli, number);
	record_done(&rate_type, &rate);
	return ok;
}

const struct cli_command rate_commands[] = {
	{ .noun = "rate", .verb = "list", .about = "", .need = CLI_NEEDS_FILE,
	  .help = N_("List the rates, by currency and day."),
	  .run = list_rates },
	{ .noun = "rate", .verb = "set", .about = "CURRENCY DAY NUMBER[/NUMBER] source=TEXT", .least = 4,
	  .most = 4, .need = CLI_NEEDS_FILE,
	  .help = N_("Enter what one unit of a currency is worth from that day on, and who says so."),
	  .run = set_rate },
	{ 0 }
};
