/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "screen/near.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/buf.h"

enum { ENVIRONMENT = 16, SEEDS_APART = 100000 };

/* Ids count up from the seed: those of two programs that write one file must not meet. */
static int
next_seed(void)
{
	static int seed;

	return seed += SEEDS_APART;
}

/* The pinned environment that terminal_start makes, for a command of sh. */
static void
add_command(struct buf *line, const char *folder, const char *user, const char *arguments)
{
	buf_addf(line, "HOME='%s' XDG_STATE_HOME='%s/.local/state' XDG_CONFIG_HOME='%s/.config'"
	    " NEARSEC_NOW=2026-04-13T01:00:00 NEARSEC_SEED=%d '%s' --db '%s/near.db' --user '%s' %s",
	    folder, folder, folder, next_seed(), terminal_program(), folder, user, arguments);
}

int
near_run(const char *folder, const char *user, const char *arguments)
{
	struct buf line = { 0 };

	add_command(&line, folder, user, arguments);
	buf_add(&line, " >/dev/null 2>&1");
	int status = system(buf_text(&line));
	buf_done(&line);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

char *
near_ask(const char *folder, const char *arguments)
{
	struct buf line = { 0 }, answer = { 0 };
	char bytes[4096];
	size_t length;

	add_command(&line, folder, "clerk1", arguments);
	FILE *pipe = popen(buf_text(&line), "r");
	assert_non_null(pipe);
	while ((length = fread(bytes, 1, sizeof bytes, pipe)) > 0)
		buf_add_bytes(&answer, bytes, length);
	if (pclose(pipe) != 0)
		fail_msg("fails: %s", buf_text(&line));
	buf_done(&line);
	return buf_take(&answer);
}

char *
near_folder_new(void)
{
	char *folder = terminal_folder_new();

	near_must(folder, "init");
	return folder;
}

int
near_setup(void **state)
{
	*state = near_folder_new();
	return 0;
}

int
near_teardown(void **state)
{
	terminal_folder_free(*state);
	return 0;
}

struct terminal *
near_start(const struct near_options *options)
{
	struct buf file = { 0 }, language = { 0 }, user = { 0 }, seed = { 0 };
	const char *environment[ENVIRONMENT] = { 0 };
	size_t count = 1;

	buf_addf(&file, "--db=%s/near.db", options->folder);
	buf_addf(&language, "--lang=%s", options->language != NULL ? options->language : "en");
	buf_addf(&user, "--user=%s", options->user != NULL ? options->user : "clerk1");
	buf_addf(&seed, "NEARSEC_SEED=%d", next_seed());
	environment[0] = buf_text(&seed);
	for (const char *const *more = options->environment; more != NULL && *more != NULL; more++) {
		assert_true(count + 1 < ENVIRONMENT);
		environment[count++] = *more;
	}
	const char *argv[] = { terminal_program(), buf_text(&file), buf_text(&language),
		buf_text(&user), options->more, NULL };
	struct terminal *terminal = terminal_start(&(struct terminal_options){
		.argv = argv, .environment = environment, .home = options->folder,
		.term = options->term, .rows = options->rows, .columns = options->columns });
	buf_done(&file);
	buf_done(&language);
	buf_done(&user);
	buf_done(&seed);
	terminal_wait(terminal, " HOM ");
	return terminal;
}

void
near_must(const char *folder, const char *arguments)
{
	if (near_run(folder, "clerk1", arguments) != 0)
		fail_msg("fails: %s", arguments);
}

struct terminal *
near_go(struct near_options options, const char *command, const char *shown)
{
	struct terminal *t = near_start(&options);

	terminal_type(t, command);
	terminal_type(t, "<Enter>");
	terminal_wait(t, shown);
	return t;
}

void
near_end(struct terminal *terminal)
{
	terminal_type(terminal, "<F9>hom<Enter>");
	terminal_wait(terminal, " HOM ");
	terminal_type(terminal, "<F3>");
	assert_int_equal(terminal_finish(terminal), EXIT_SUCCESS);
}

void
near_screens_are_whole(const char *folder, const struct near_screen *screens, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = folder,
			.language = screens[i].language, .rows = screens[i].rows,
			.columns = screens[i].columns }, screens[i].command, screens[i].shown);

		terminal_wait_screen(t, screens[i].golden);
		near_end(t);
	}
}
