/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "bench/bench.h"
#include "bench/verdict.h"

/* They read all for each answer, and are asked for less: the balances of the account, no days. */
static const struct peer {
	const char *program, *action;
	const char *words[3];
} peers[] = {
	{ "ledger", "arrears, 1,000 times ledger", { "balance", "--flat", "121" } },
	{ "hledger", "arrears, 1,000 times hledger", { "balance", "--flat", "121" } },
};

static bool
is_installed(const char *program)
{
	struct buf command = { 0 };

	buf_addf(&command, "command -v %s >/dev/null 2>&1", program);
	bool there = system(buf_text(&command)) == 0;
	buf_done(&command);
	return there;
}

int
journal_peers(const struct world *world)
{
	struct buf path = { 0 };
	int over = 0;

	buf_addf(&path, "%s/near.journal", world->folder);
	const char *const export[] = { getenv("PROGRAM"), "--db", world->file, "export", "journal", "--out",
		buf_text(&path), NULL };
	bench_run(export, NULL);
	double ours = money_arrears_work(world);
	for (size_t i = 0; i < sizeof peers / sizeof peers[0]; i++) {
		const struct peer *peer = &peers[i];
		const char *const argv[] = { peer->program, "-f", buf_text(&path), peer->words[0], peer->words[1],
			peer->words[2], NULL };

		if (is_installed(peer->program))
			over += bench_judge(world, peer->action, &(struct verdict){ .unit = "ms", .measured = ours,
				.floor = bench_run(argv, NULL), .factor = 0.001 });
	}
	buf_done(&path);
	return over;
}
