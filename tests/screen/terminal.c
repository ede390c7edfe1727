/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "screen/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "screen/terminal_inside.h"

enum {
	DEADLINE_MS = 20000,
	QUIET_MS = 50,
	WORDS_MOST = 64,	/* of argv, of the environment */
};

static int64_t
now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t
deadline(void)
{
	const char *text = getenv("TERMINAL_DEADLINE_MS");

	return clock_monotonic_ms() + (text != NULL ? atoi(text) : DEADLINE_MS);
}

const char *
terminal_program(void)
{
	const char *program = getenv("PROGRAM");

	assert_non_null(program);
	return program;
}

/* Folders */

char *
terminal_folder_new(void)
{
	struct buf path = { 0 };
	const char *parent = getenv("TMPDIR");

	buf_addf(&path, "%s/nearsec-screen-XXXXXX", parent != NULL ? parent : "/tmp");
	char *folder = buf_take(&path);
	assert_non_null(mkdtemp(folder));
	return folder;
}

static int
remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where)
{
	(void)status, (void)kind, (void)where;
	return remove(path);
}

void
terminal_folder_free(char *folder)
{
	if (folder == NULL)
		return;
	nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	free(folder);
}

/* Reading what it writes */

static void
note_piece(struct terminal *t, size_t length)
{
	t->step.last_us = now_us() - t->typed_us;
	if (t->step.reads == 0)
		t->step.first_us = t->step.last_us;
	t->step.reads++;
	t->step.bytes += (long)length;
}

/* False at the end of the terminal. */
static bool
read_piece(struct terminal *t)
{
	char bytes[65536];
	ssize_t n = read(t->fd, bytes, sizeof bytes);

	if (n < 0)
		return errno == EAGAIN || errno == EINTR;
	if (n == 0)
		return false;
	note_piece(t, (size_t)n);
	buf_add_bytes(&t->output, bytes, (size_t)n);
	vterm_input_write(t->vt, bytes, (size_t)n);
	return true;
}

/* Feed the emulator until something came; false at the end and at the deadline. */
static bool
pump(struct terminal *t, int64_t until_ms)
{
	struct pollfd output = { .fd = t->fd, .events = POLLIN };
	int64_t left_ms = until_ms - clock_monotonic_ms();

	if (t->fd < 0 || left_ms <= 0 || poll(&output, 1, (int)left_ms) <= 0)
		return false;
	return read_piece(t);
}

static void
send_all(struct terminal *t, const char *bytes, size_t length)
{
	int64_t until_ms = deadline();

	while (length > 0 && clock_monotonic_ms() < until_ms) {
		struct pollfd both = { .fd = t->fd, .events = POLLIN | POLLOUT };
		poll(&both, 1, (int)(until_ms - clock_monotonic_ms()));
		if ((both.revents & POLLIN) != 0 && !read_piece(t))
			break;
		ssize_t n = write(t->fd, bytes, length);
		if (n < 0 && errno != EAGAIN && errno != EINTR)
			break;
		bytes += n > 0 ? n : 0;
		length -= n > 0 ? (size_t)n : 0;
	}
}

/* Starting */

struct words {
	char *words[WORDS_MOST];	/* owned; NULL at the end */
	int count;
};

static void
words_add(struct words *words, char *word)
{
	assert_in_range(words->count, 0, WORDS_MOST - 2);
	words->words[words->count++] = word;
}

static void
words_done(struct words *words)
{
	for (int i = 0; i < words->count; i++)
		free(words->words[i]);
}

static size_t
name_length(const char *setting)
{
	return strcspn(setting, "=");
}

/* "NAME=value" in place of what NAME had; "NAME": nothing in its place. */
static void
environment_set(struct words *environment, const char *setting)
{
	size_t length = name_length(setting);

	for (int i = 0; i < environment->count; i++) {
		char *old = environment->words[i];

		if (name_length(old) == length && memcmp(old, setting, length) == 0) {
			environment->words[i] = environment->words[--environment->count];
			environment->words[environment->count] = NULL;
			free(old);
			break;
		}
	}
	if (setting[length] == '=')
		words_add(environment, mem_strdup(setting));
}

static void
environment_add(struct words *environment, const char *name, const char *value, const char *rest)
{
	struct buf setting = { 0 };

	if (value == NULL)
		return;
	buf_addf(&setting, "%s=%s%s", name, value, rest);
	words_add(environment, buf_take(&setting));
}

static void
make_environment(struct words *environment, const struct terminal *t, const struct terminal_options *options)
{
	static const char *const kept[] = {
		"PATH", "NEARSEC_SHARE", "NEARSEC_LOCALEDIR",
		"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH",
	};
	static const char *const pinned[] = {
		"LC_ALL=C.UTF-8", "TZ=UTC", "USER=clerk1", "LOGNAME=clerk1", "SHELL=/bin/sh",
		"NEARSEC_NOW=2026-04-13T01:00:00", "NEARSEC_SEED=1",
	};

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		environment_add(environment, kept[i], getenv(kept[i]), "");
	for (size_t i = 0; i < sizeof pinned / sizeof *pinned; i++)
		words_add(environment, mem_strdup(pinned[i]));
	environment_add(environment, "TERM", options->term != NULL ? options->term : "xterm-256color", "");
	environment_add(environment, "HOME", t->home_path, "");
	environment_add(environment, "XDG_DATA_HOME", t->home_path, "/data");
	environment_add(environment, "XDG_STATE_HOME", t->home_path, "/state");
	environment_add(environment, "XDG_CONFIG_HOME", t->home_path, "/config");
	for (int i = 0; options->environment != NULL && options->environment[i] != NULL; i++)
		environment_set(environment, options->environment[i]);
}

static void
make_arguments(struct words *arguments, const struct terminal_options *options)
{
	const char *wrapper = getenv("TERMINAL_WRAPPER");
	char *words = mem_strdup(wrapper != NULL ? wrapper : ""), *rest = NULL;

	for (char *word = strtok_r(words, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
		words_add(arguments, mem_strdup(word));
	free(words);
	if (options->argv == NULL)
		words_add(arguments, mem_strdup(terminal_program()));
	for (int i = 0; options->argv != NULL && options->argv[i] != NULL; i++)
		words_add(arguments, mem_strdup(options->argv[i]));
}

/*
 * In a session of its own, whose terminal is the first that it opens: side. Not with
 * fork, which takes longer the more memory the test has, and start-ups are measured.
 */
static pid_t
spawn(const char *side, const sigset_t *mask, char **arguments, char **environment)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	pid_t child;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, side, O_RDWR, 0);
	posix_spawn_file_actions_adddup2(&actions, 0, 1);
	posix_spawn_file_actions_adddup2(&actions, 0, 2);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigmask(&attributes, mask);
	assert_int_equal(posix_spawnp(&child, arguments[0], &actions, &attributes, arguments, environment), 0);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return child;
}

static void
give_size(struct terminal *t)
{
	struct winsize size = { .ws_row = (unsigned short)t->rows, .ws_col = (unsigned short)t->columns };

	assert_int_equal(ioctl(t->fd, TIOCSWINSZ, &size), 0);
}

static void
run(struct terminal *t, const struct terminal_options *options)
{
	struct words arguments = { 0 }, environment = { 0 };
	sigset_t child_ends, before;

	make_arguments(&arguments, options);
	make_environment(&environment, t, options);
	/* Blocked, the signal of its end waits until sigtimedwait asks for it. */
	sigemptyset(&child_ends);
	sigaddset(&child_ends, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child_ends, &before);
	sigdelset(&before, SIGCHLD);

	t->fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(t->fd >= 0 && grantpt(t->fd) == 0 && unlockpt(t->fd) == 0);
	int side = open(ptsname(t->fd), O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(side > 2);
	give_size(t);
	t->typed_us = now_us();
	t->child = spawn(ptsname(t->fd), &before, arguments.words, environment.words);
	close(side);
	fcntl(t->fd, F_SETFL, O_NONBLOCK);
	words_done(&arguments);
	words_done(&environment);
}

static void
on_answer(const char *bytes, size_t length, void *user)
{
	struct terminal *t = user;

	if (t->answers != NULL) {
		send_all(t, t->answers, strlen(t->answers));
		t->answers[0] = '\0';
		return;
	}
	send_all(t, bytes, length);
}

static int
on_bell(void *user)
{
	((struct terminal *)user)->bells++;
	return 1;
}

static int
on_property(VTermProp property, VTermValue *value, void *user)
{
	if (property == VTERM_PROP_ALTSCREEN)
		((struct terminal *)user)->alternate = value->boolean;
	return 1;
}

static void
make_emulator(struct terminal *t, bool utf8)
{
	static const VTermScreenCallbacks callbacks = { .bell = on_bell, .settermprop = on_property };

	t->vt = vterm_new(t->rows, t->columns);
	vterm_set_utf8(t->vt, utf8);
	vterm_output_set_callback(t->vt, on_answer, t);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
}

struct terminal *
terminal_start(const struct terminal_options *options)
{
	static const struct terminal_options plain;
	struct terminal *t = mem_alloc(sizeof *t);

	if (options == NULL)
		options = &plain;
	t->rows = options->rows > 0 ? options->rows : 24;
	t->columns = options->columns > 0 ? options->columns : 80;
	t->home = options->home == NULL ? terminal_folder_new() : NULL;
	t->home_path = mem_strdup(options->home != NULL ? options->home : t->home);
	t->answers = mem_strdup(options->answers);
	make_emulator(t, !options->latin1);
	run(t, options);
	return t;
}

const char *
terminal_home(const struct terminal *t)
{
	return t->home_path;
}

/* Waiting */

static void
print_screen(struct terminal *t)
{
	int rows = t->rows;

	while (rows > 0 && terminal_row(t, rows - 1)[0] == '\0')
		rows--;
	for (int row = 0; row < rows; row++)
		print_error("%2d |%s\n", row, terminal_row(t, row));
	print_error("cursor %d,%d, %ld bytes read since the last step\n",
	    terminal_cursor_row(t), terminal_cursor_column(t), t->step.bytes);
}

void
terminal_wait_until(struct terminal *t, struct wanted wanted, const char *what)
{
	int64_t until_ms = deadline();

	while (!wanted.holds(t, &wanted)) {
		if (pump(t, until_ms))
			continue;
		print_screen(t);
		fail_msg("%s: \"%s\" %d,%d", what, wanted.text != NULL ? wanted.text : "", wanted.row, wanted.column);
	}
}

static bool
shows(struct terminal *t, const struct wanted *wanted)
{
	for (int row = 0; row < t->rows; row++)
		if (strstr(terminal_row(t, row), wanted->text) != NULL)
			return true;
	return false;
}

static bool
shows_not(struct terminal *t, const struct wanted *wanted)
{
	return !shows(t, wanted);
}

static bool
row_is(struct terminal *t, const struct wanted *wanted)
{
	return strcmp(terminal_row(t, wanted->row), wanted->text) == 0;
}

static bool
cursor_is(struct terminal *t, const struct wanted *wanted)
{
	return terminal_cursor_row(t) == wanted->row && terminal_cursor_column(t) == wanted->column;
}

static bool
has_written(struct terminal *t, const struct wanted *wanted)
{
	return memmem(buf_text(&t->output), t->output.length, wanted->text, strlen(wanted->text)) != NULL;
}

void
terminal_wait(struct terminal *t, const char *text)
{
	terminal_wait_until(t, (struct wanted){ .holds = shows, .text = text }, "never showed");
}

void
terminal_wait_gone(struct terminal *t, const char *text)
{
	terminal_wait_until(t, (struct wanted){ .holds = shows_not, .text = text }, "went on showing");
}

void
terminal_wait_row(struct terminal *t, int row, const char *text)
{
	terminal_wait_until(t, (struct wanted){ .holds = row_is, .text = text, .row = row }, "row never was");
}

void
terminal_wait_cursor(struct terminal *t, int row, int column)
{
	terminal_wait_until(t, (struct wanted){ .holds = cursor_is, .row = row, .column = column }, "cursor never was at");
}

void
terminal_wait_output(struct terminal *t, const char *bytes)
{
	terminal_wait_until(t, (struct wanted){ .holds = has_written, .text = bytes }, "never wrote");
}

void
terminal_wait_quiet(struct terminal *t, int ms)
{
	while (pump(t, clock_monotonic_ms() + ms))
		;
}

void
terminal_settle(struct terminal *t)
{
	terminal_wait_quiet(t, QUIET_MS);
}

/* Doing something to it */

void
terminal_send(struct terminal *t, const char *bytes, size_t length)
{
	t->typed_us = now_us();
	send_all(t, bytes, length);
}

void
terminal_resize(struct terminal *t, int rows, int columns)
{
	t->rows = rows;
	t->columns = columns;
	vterm_set_size(t->vt, rows, columns);
	t->typed_us = now_us();
	give_size(t);
}

void
terminal_signal(struct terminal *t, int number)
{
	assert_int_equal(kill(t->child, number), 0);
}

void
terminal_hang_up(struct terminal *t)
{
	close(t->fd);
	t->fd = -1;
}

/* Counting */

/* The number after a label in a file of /proc; -1 where there is none. */
static long
proc_number(const struct terminal *t, const char *file, const char *label)
{
	char path[64], line[256];
	long number = -1;

	snprintf(path, sizeof path, "/proc/%ld/%s", (long)t->child, file);
	FILE *stream = fopen(path, "r");
	while (stream != NULL && fgets(line, sizeof line, stream) != NULL)
		if (strncmp(line, label, strlen(label)) == 0)
			number = atol(line + strlen(label));
	if (stream != NULL)
		fclose(stream);
	return number;
}

struct terminal_step
terminal_step(struct terminal *t)
{
	struct terminal_step step = t->step;
	/* A wrapper's own writes would be counted. */
	long writes = getenv("TERMINAL_WRAPPER") != NULL ? -1 : proc_number(t, "io", "syscw:");
	long peak = proc_number(t, "status", "VmHWM:");

	step.writes = writes < 0 ? -1 : writes - t->writes_before;
	step.peak_kib = peak < 0 ? 0 : peak;
	t->writes_before = writes;
	t->step = (struct terminal_step){ 0 };
	return step;
}

/* The end */

static int
wait_for_end(struct terminal *t)
{
	int64_t until_ms = deadline();
	sigset_t child_ends;
	int status;

	sigemptyset(&child_ends);
	sigaddset(&child_ends, SIGCHLD);
	while (waitpid(t->child, &status, WNOHANG) == 0) {
		int64_t left_ms = until_ms - clock_monotonic_ms();
		struct timespec left = { .tv_sec = left_ms / 1000, .tv_nsec = left_ms % 1000 * 1000000 };

		if (left_ms <= 0) {
			kill(t->child, SIGKILL);
			fail_msg("the program never ended");
		}
		sigtimedwait(&child_ends, NULL, &left);
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int
terminal_finish(struct terminal *t)
{
	int64_t until_ms = deadline();

	while (pump(t, until_ms))
		;
	int status = wait_for_end(t);
	if (t->fd >= 0)
		close(t->fd);
	vterm_free(t->vt);
	terminal_folder_free(t->home);
	free(t->home_path);
	free(t->answers);
	buf_done(&t->output);
	buf_done(&t->row);
	free(t);
	return status;
}
