/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/settings.h"
#include "base/text.h"
#include "cli/arguments.h"
#include "cli/cli.h"
#include "cli/usage.h"
#include "domain/file.h"
#include "domain/session.h"
#include "panes/start.h"

/* What the stages make, each for those after it. */
struct program {
	int argc;
	char *const *argv;
	struct arguments arguments;
	char *user;
	struct settings *settings;
	struct catalogue *catalogue;
	const struct cli_command *command;	/* NULL: the screens */
	size_t used;				/* words that named the command */
	char *path;
	struct session *session;		/* NULL where none is needed */
};

/*
 * A pipe that closes and a file that may not grow are failures of one writing,
 * told by errno; they must not end the program in the middle of a save.
 */
static bool
start_signals(struct program *program, struct err *err)
{
	(void)program, (void)err;
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	text_locale();
	return true;
}

static void
speak(struct program *program, const struct language *language)
{
	struct catalogue *catalogue = catalogue_open(NULL, language);

	messages_use(catalogue, language);
	catalogue_close(program->catalogue);
	program->catalogue = catalogue;
}

/* First that of the environment: what is wrong with the options is said in it. */
static bool
start_language(struct program *program, struct err *err)
{
	(void)err;
	speak(program, language_of_environment());
	return true;
}

static void
stop_language(struct program *program)
{
	messages_use(NULL, language_find("en"));
	catalogue_close(program->catalogue);
}

static bool
start_arguments(struct program *program, struct err *err)
{
	return arguments_read(program->argc, program->argv, &program->arguments, err);
}

static void
stop_arguments(struct program *program)
{
	arguments_done(&program->arguments);
}

static const char *
login_name(void)
{
	const struct passwd *entry = getpwuid(geteuid());

	return entry != NULL ? entry->pw_name : "nobody";
}

static bool
start_user(struct program *program, struct err *err)
{
	const char *user = program->arguments.value[OPTION_USER];
	const char *why = NULL;

	if (user == NULL)
		user = login_name();
	if (user[0] == '\0' || !text_is_storable(user, strlen(user), false, &why))
		return err_set(err, ERR_USAGE, _("--user wants a name that can stand in the history."));
	program->user = mem_strdup(user);
	return true;
}

static void
stop_user(struct program *program)
{
	free(program->user);
}

static bool
start_log(struct program *program, struct err *err)
{
	bool ok = log_open(program->user, err);

	if (ok)
		log_add(PACKAGE " " VERSION " starts for %s", program->user);
	return ok;
}

static void
stop_log(struct program *program)
{
	(void)program;
	log_add("ends");
	log_close();
}

/* --lang, else the clerk's choice, else what the environment said. */
static bool
start_settings(struct program *program, struct err *err)
{
	const char *wanted = program->arguments.value[OPTION_LANG];

	program->settings = settings_open(program->user);
	const struct language *language = language_find(wanted != NULL ? wanted :
	    settings_get(program->settings, "language"));
	if (language != NULL)
		speak(program, language);
	else if (wanted != NULL)
		return err_set(err, ERR_USAGE, _("There is no language \"%s\": choose en, zh, ja, ko, ru or mn."),
		    wanted);
	return true;
}

static void
stop_settings(struct program *program)
{
	settings_close(program->settings);
}

/* --help and --version without a command are commands by another name. */
static void
name_command(struct arguments *arguments)
{
	if (arguments_has(arguments, OPTION_VERSION)) {
		arguments->word[0] = "version";
		arguments->word_count = 1;
	} else if (arguments_has(arguments, OPTION_HELP) && arguments->word_count == 0) {
		arguments->word[arguments->word_count++] = "help";
		arguments->value[OPTION_HELP] = NULL;
	}
}

static bool
start_command(struct program *program, struct err *err)
{
	struct arguments *arguments = &program->arguments;

	name_command(arguments);
	if (arguments->word_count > 0) {
		program->command = cli_find(arguments, &program->used, err);
		if (program->command == NULL)
			return false;
	}
	const struct cli_command *command = program->command;
	return arguments_suit(arguments, command != NULL ? command->noun : "",
	    command != NULL && command->verb != NULL ? command->verb : "", err);
}

static bool
start_path(struct program *program, struct err *err)
{
	(void)err;
	program->path = cli_path(&program->arguments);
	return true;
}

static void
stop_path(struct program *program)
{
	free(program->path);
}

static bool
wants_file(const struct program *program)
{
	if (arguments_has(&program->arguments, OPTION_HELP))
		return false;
	return program->command != NULL && program->command->need == CLI_NEEDS_FILE;
}

static bool
start_session(struct program *program, struct err *err)
{
	const char *as_of = program->arguments.value[OPTION_AS_OF];
	bool read_only = arguments_has(&program->arguments, OPTION_READ_ONLY);

	if (!wants_file(program))
		return true;
	program->session = file_open(program->path, read_only, program->user, "cli", err);
	if (program->session == NULL) {
		/* No file is not "no such record": nothing can be done at all. */
		if (err->code == ERR_MISSING)
			err->code = ERR_FILE;
		return false;
	}
	if (as_of != NULL && (as_of[0] == '\0' || !session_set_as_of(program->session, as_of, err)))
		return err_set(err, ERR_USAGE,
		    _("--as-of wants year, month and day, as in 2010-10-28, not \"%s\"."), as_of);
	return true;
}

static void
stop_session(struct program *program)
{
	session_close(program->session);
}

/* In this order; whatever was started is stopped in reverse. */
static const struct {
	bool (*start)(struct program *program, struct err *err);
	void (*stop)(struct program *program);
} stages[] = {
	{ start_signals, NULL },
	{ start_language, stop_language },
	{ start_arguments, stop_arguments },
	{ start_user, stop_user },
	{ start_log, stop_log },
	{ start_settings, stop_settings },
	{ start_command, NULL },
	{ start_path, stop_path },
	{ start_session, stop_session },
};

static bool
run_command(struct program *program, struct err *err)
{
	struct cli cli = {
		.arguments = &program->arguments,
		.settings = program->settings,
		.session = program->session,
		.path = program->path,
		.user = program->user,
		.word = program->arguments.word + program->used,
		.count = program->arguments.word_count - program->used,
	};
	struct buf usage = { 0 };
	bool ok = true;

	if (!output_init(&cli.output, &program->arguments, err))
		return false;
	if (arguments_has(&program->arguments, OPTION_HELP)) {
		usage_add_noun(&usage, program->command->noun);
		output_text(&cli.output, buf_text(&usage));
		buf_done(&usage);
	} else {
		ok = program->command->run(&cli, err);
	}
	/* A failure of the command is the reason to tell, not one that follows it. */
	return output_finish(&cli.output, ok ? err : NULL) && ok;
}

static bool
run_screens(struct program *program, struct err *err)
{
	const struct arguments *arguments = &program->arguments;
	const char *no_colour = getenv("NO_COLOR");
	const struct start_options options = {
		.path = program->path,
		.user = program->user,
		.as_of = arguments->value[OPTION_AS_OF],
		.read_only = arguments_has(arguments, OPTION_READ_ONLY),
		.mono = arguments_has(arguments, OPTION_MONO) ||
		    (no_colour != NULL && no_colour[0] != '\0'),
		.language_given = arguments_has(arguments, OPTION_LANG),
		.settings = program->settings,
	};

	return start_screens(&options, err);
}

static bool
run(struct program *program, struct err *err)
{
	return program->command != NULL ? run_command(program, err) : run_screens(program, err);
}

static void
complain(const struct err *err)
{
	char *shown = text_show(err->text);

	log_add("fails (%d): %s", (int)err->code, err->text);
	fprintf(stderr, "nearsec: %s\n", shown);
	free(shown);
}

int
main(int argc, char *argv[])
{
	const size_t count = sizeof stages / sizeof stages[0];
	struct program program = { .argc = argc, .argv = argv };
	struct err err = { 0 };
	size_t started = 0;
	bool ok = true;

	while (ok && started < count)
		ok = stages[started++].start(&program, &err);
	if (ok)
		ok = run(&program, &err);
	if (!ok)
		complain(&err);
	while (started-- > 0)
		if (stages[started].stop != NULL)
			stages[started].stop(&program);
	return ok ? EXIT_SUCCESS : cli_status(&err);
}
