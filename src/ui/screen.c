/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/screen.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "ui/capabilities.h"
#include "ui/probe.h"
#include "ui/theme.h"

enum {
	IN = STDIN_FILENO,
	OUT = STDOUT_FILENO,
	PROBE_MS = 500,		/* a slower terminal is trusted, its late answer swallowed */
	READ_MOST = 1 << 16,	/* bytes read ahead at once: a flood must not starve the screen */
};

/*
 * Marks around what is pasted, on before each entry to the screen and off
 * before each exit. Terminals that do not know them swallow this.
 */
static const char paste_marks_on[] = "\033[?2004h", paste_marks_off[] = "\033[?2004l";

/* Signals that came, by number; a handler sets one and writes a byte to the pipe. */
static volatile sig_atomic_t caught[NSIG];
static int wake[2];

static struct {
	bool started;
	bool gone;		/* reading or writing said so: nobody is there */
	enum probe_answer answer;
	char *terminfo;		/* description of the terminal for curses */
	SCREEN *curses;
	struct keys *keys;
	struct termios modes_before;
} screen;

/* Signals */

static void
on_signal(int number)
{
	int saved = errno;

	caught[number] = 1;
	if (write(wake[1], "", 1) < 0)
		errno = 0;	/* full: the loop will wake up all the same */
	errno = saved;
}

static void
write_out(const char *bytes)
{
	if (write(OUT, bytes, strlen(bytes)) < 0 && errno == EIO)
		screen.gone = true;
}

/* After a hang-up a write could block, or stop the program for good. */
static bool
is_gone(void)
{
	return screen.gone || caught[SIGHUP];
}

/* A broken assertion: whatever else is wrong, the shell shall be usable. */
static void
on_abort(int number)
{
	(void)number;
	tcsetattr(IN, TCSANOW, &screen.modes_before);
	write_out(paste_marks_off);
	if (exit_ca_mode != NULL)
		write_out(exit_ca_mode);
}

/* The clerk's ^C comes as a key; one from elsewhere, or an editor's, is not for us. */
static const struct signal_use {
	int number;
	void (*handler)(int number);
} signal_uses[] = {
	{ SIGWINCH, on_signal },
	{ SIGCONT, on_signal },
	{ SIGTSTP, on_signal },
	{ SIGHUP, on_signal },
	{ SIGTERM, on_signal },
	{ SIGINT, SIG_IGN },
	{ SIGQUIT, SIG_IGN },
	{ SIGABRT, on_abort },
};

enum { SIGNAL_COUNT = sizeof signal_uses / sizeof *signal_uses };

static struct sigaction signals_before[SIGNAL_COUNT];

static void
use_handler(int number, void (*handler)(int number), struct sigaction *ret_before)
{
	struct sigaction action = { .sa_handler = handler };

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, ret_before);
}

static bool
catch_signals(struct err *err)
{
	if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0)
		return err_set(err, ERR_SYSTEM, _("The terminal cannot be prepared for the screens."));
	memset((void *)caught, 0, sizeof caught);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		use_handler(signal_uses[i].number, signal_uses[i].handler, &signals_before[i]);
	return true;
}

static void
release_signals(void)
{
	for (int i = 0; i < SIGNAL_COUNT; i++)
		sigaction(signal_uses[i].number, &signals_before[i], NULL);
	close(wake[0]);
	close(wake[1]);
}

/* The terminal's own strings for keys, beside those the decoder knows. */
static const struct {
	const char *capability;
	enum key_code code;
} terminfo_keys[] = {
	{ "kf1", KEYS_F1 }, { "kf2", KEYS_F2 }, { "kf3", KEYS_F3 }, { "kf4", KEYS_F4 },
	{ "kf5", KEYS_F5 }, { "kf6", KEYS_F6 }, { "kf7", KEYS_F7 }, { "kf8", KEYS_F8 },
	{ "kf9", KEYS_F9 }, { "kf10", KEYS_F10 }, { "kf11", KEYS_F11 }, { "kf12", KEYS_F12 },
	{ "kcuu1", KEYS_UP }, { "kcud1", KEYS_DOWN }, { "kcub1", KEYS_LEFT }, { "kcuf1", KEYS_RIGHT },
	{ "khome", KEYS_HOME }, { "kend", KEYS_END }, { "kpp", KEYS_PAGE_UP }, { "knp", KEYS_PAGE_DOWN },
	{ "kich1", KEYS_INSERT }, { "kdch1", KEYS_DELETE }, { "kcbt", KEYS_BACKTAB }, { "kent", KEYS_ENTER },
};

static const char *
capability(const char *name)
{
	char *text = tigetstr((char *)name);

	return text == (char *)-1 ? NULL : text;
}

static void
learn_terminfo_keys(void)
{
	for (size_t i = 0; i < sizeof terminfo_keys / sizeof *terminfo_keys; i++) {
		const char *sequence = capability(terminfo_keys[i].capability);

		if (sequence != NULL)
			keys_learn(screen.keys, sequence, terminfo_keys[i].code);
	}
}

/* Start and stop */

static const char *
terminal_name(void)
{
	const char *name = getenv("TERM");

	return name != NULL && name[0] != '\0' ? name : "?";
}

/* Reads terminfo without writing anything to the terminal. */
static bool
check_terminal(bool *ret_answers, struct err *err)
{
	struct buf terminfo = { 0 };
	int status;

	if (!isatty(IN) || !isatty(OUT))
		return err_set(err, ERR_USAGE,
		    _("The screens need a terminal: run nearsec without redirecting it, or give it a command."));
	if (setupterm(NULL, OUT, &status) != OK || capability("cup") == NULL)
		return err_set(err, ERR_USAGE,
		    _("A terminal of the type \"%s\" cannot show the screens: set TERM to its right type, or give nearsec a command."),
		    terminal_name());
	learn_terminfo_keys();
	*ret_answers = capability("u7") != NULL;
	capabilities_describe(terminal_name(), &terminfo);
	screen.terminfo = buf_take(&terminfo);
	del_curterm(cur_term);
	return true;
}

static bool
check_encoding(struct err *err)
{
	struct buf typed = { 0 };

	screen.answer = probe_ask(IN, OUT, PROBE_MS, paste_marks_on, &typed);
	keys_feed(screen.keys, buf_text(&typed), typed.length, clock_monotonic_ms());
	buf_done(&typed);
	if (screen.answer != PROBE_NOT_UTF8)
		return true;
	write_out(paste_marks_off);
	/* Not translated: only ASCII can be read there. */
	return err_set(err, ERR_USAGE,
	    "This terminal does not show UTF-8: set its character set to UTF-8 and start nearsec again.");
}

/* newterm, with our description of the terminal; programs we start see the clerk's. */
static SCREEN *
new_curses(void)
{
	const char *set = getenv("TERMINFO");
	char *before = set != NULL ? mem_strdup(set) : NULL;

	setenv("TERMINFO", screen.terminfo, 1);
	SCREEN *curses = newterm(NULL, stdout, stdin);
	if (before != NULL)
		setenv("TERMINFO", before, 1);
	else
		unsetenv("TERMINFO");
	free(before);
	return curses;
}

static bool
start_curses(struct err *err)
{
	use_env(FALSE);		/* the size is the terminal's, whatever LINES says */
	use_tioctl(TRUE);
	screen.curses = new_curses();
	if (screen.curses == NULL)
		return err_set(err, ERR_SYSTEM, _("The terminal cannot be prepared for the screens."));
	raw();
	noecho();
	nonl();
	idlok(stdscr, TRUE);	/* a list that moves by one row costs one row */
	typeahead(-1);		/* a frame leaves whole, also when keys wait */
	endwin();		/* until it has returned once, ncurses 6.4 writes at each cursor movement */
	reset_prog_mode();
	return true;
}

/* With signals caught: the terminal is asked, then curses begins. */
static bool
begin(bool answers, struct err *err)
{
	tcgetattr(IN, &screen.modes_before);
	if (!answers)
		write_out(paste_marks_on);
	return (!answers || check_encoding(err)) && start_curses(err);
}

static void
forget_terminal(void)
{
	keys_free(screen.keys);
	screen.keys = NULL;
	free(screen.terminfo);
	screen.terminfo = NULL;
}

bool
screen_start(const struct screen_options *options, struct err *err)
{
	bool answers = false;

	screen.gone = false;
	screen.answer = PROBE_SILENT;
	screen.keys = keys_new();
	if (!check_terminal(&answers, err) || !catch_signals(err))
		goto out;
	if (!begin(answers, err)) {
		release_signals();
		goto out;
	}
	if (options->escape_delay_ms > 0)
		keys_escape_delay(screen.keys, options->escape_delay_ms);
	theme_use(options->theme, options->mono);
	mem_on_exhaustion(screen_stop);
	screen.started = true;
	return true;
out:
	forget_terminal();
	return false;
}

void
screen_stop(void)
{
	if (!screen.started)
		return;
	screen.started = false;
	mem_on_exhaustion(NULL);
	if (!is_gone()) {
		write_out(paste_marks_off);
		endwin();
	}
	delscreen(screen.curses);
	release_signals();
	forget_terminal();
}

void
screen_repaint(void)
{
	clearok(curscr, TRUE);
}

void
screen_theme(const char *theme, bool mono)
{
	theme_use(theme, mono);
}

int
screen_ambiguous_width(void)
{
	return screen.answer == PROBE_WIDE ? 2 : 1;
}

void
screen_bell(void)
{
	beep();
}

/* Giving the terminal away for a time */

static void
take_size(void)
{
	struct winsize size;

	if (ioctl(OUT, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
		resize_term(size.ws_row, size.ws_col);
	screen_repaint();
}

static void
leave(void)
{
	write_out(paste_marks_off);
	endwin();
	use_handler(SIGTSTP, SIG_DFL, NULL);
}

static void
come_back(void)
{
	use_handler(SIGTSTP, on_signal, NULL);
	caught[SIGWINCH] = caught[SIGCONT] = caught[SIGTSTP] = 0;
	reset_prog_mode();
	write_out(paste_marks_on);
	take_size();
}

void
screen_suspend(void)
{
	leave();
	kill(0, SIGTSTP);	/* all of the job, as the terminal would: there may be a wrapper */
	come_back();
}

/* 127 is what a child ends with that could not become the command. */
static int
wait_for(pid_t child)
{
	enum { NOT_RUN = 127 };
	int status;

	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			return -1;
		if (caught[SIGHUP] || caught[SIGTERM])
			kill(child, SIGTERM);
	}
	if (WIFSIGNALED(status))
		return 128 + WTERMSIG(status);
	return WEXITSTATUS(status) == NOT_RUN ? -1 : WEXITSTATUS(status);
}

int
screen_run(char *const argv[])
{
	extern char **environ;
	posix_spawnattr_t attributes;
	sigset_t reset;
	pid_t child;

	sigemptyset(&reset);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		sigaddset(&reset, signal_uses[i].number);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &reset);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	leave();
	int failed = posix_spawnp(&child, argv[0], NULL, &attributes, argv, environ);
	int status = failed ? -1 : wait_for(child);
	come_back();
	posix_spawnattr_destroy(&attributes);
	return status;
}

/* Input */

/*
 * Read what the terminal has, without waiting, into the decoder. An end of
 * file is final: it would be there at each further look.
 */
static bool
read_some(char *bytes, size_t room, size_t *ret_length)
{
	struct pollfd input = { .fd = IN, .events = POLLIN };

	if (screen.gone || poll(&input, 1, 0) <= 0)
		return false;
	ssize_t n = read(IN, bytes, room);
	if (n <= 0) {
		screen.gone = !(n < 0 && (errno == EINTR || errno == EAGAIN));
		return false;
	}
	*ret_length = (size_t)n;
	return true;
}

static void
read_pending(void)
{
	char bytes[4096];
	size_t length;

	for (int total = 0; total < READ_MOST && read_some(bytes, sizeof bytes, &length); total += (int)length)
		keys_feed(screen.keys, bytes, length, clock_monotonic_ms());
}

static bool
has_ended(void)
{
	return is_gone() || caught[SIGTERM];
}

static void
empty_pipe(void)
{
	char bytes[64];

	while (read(wake[0], bytes, sizeof bytes) > 0)
		;
}

/* What signals ask for, but for the end, which comes after what was typed. */
static enum key_code
take_event(void)
{
	empty_pipe();
	if (caught[SIGTSTP]) {
		screen_suspend();
		return KEYS_CONTINUE;
	}
	if (caught[SIGCONT]) {
		leave();	/* the shell has changed modes: start from its side */
		come_back();
		return KEYS_CONTINUE;
	}
	if (caught[SIGWINCH]) {
		caught[SIGWINCH] = 0;
		take_size();
		return KEYS_RESIZE;
	}
	return KEYS_NONE;
}

static void
wait_input(int wait_ms)
{
	struct pollfd inputs[] = {
		{ .fd = IN, .events = POLLIN },
		{ .fd = wake[0], .events = POLLIN },
	};

	poll(inputs, 2, wait_ms);
}

static int
shorter(int a_ms, int b_ms)
{
	if (a_ms < 0 || b_ms < 0)
		return a_ms < 0 ? b_ms : a_ms;
	return a_ms < b_ms ? a_ms : b_ms;
}

struct key
screen_key(int wait_ms)
{
	int64_t end_ms = clock_monotonic_ms() + wait_ms;

	for (;;) {
		struct key key = { .code = take_event() };
		int decoder_ms;

		if (key.code != KEYS_NONE)
			return key;
		read_pending();
		int64_t now_ms = clock_monotonic_ms();
		if (keys_next(screen.keys, now_ms, &key, &decoder_ms))
			return key;
		if (has_ended())
			return (struct key){ .code = KEYS_HANGUP };
		int left_ms = wait_ms < 0 ? -1 : end_ms > now_ms ? (int)(end_ms - now_ms) : 0;
		if (left_ms == 0)
			return (struct key){ .code = KEYS_IDLE };
		wait_input(shorter(decoder_ms, left_ms));
	}
}

bool
screen_key_pending(void)
{
	read_pending();
	return keys_ready(screen.keys, clock_monotonic_ms()) || has_ended() ||
	    caught[SIGWINCH] || caught[SIGCONT] || caught[SIGTSTP];
}

void
screen_flush_input(void)
{
	read_pending();
	keys_flush(screen.keys);
}

bool
screen_stop_wanted(void)
{
	enum { CONTROL_C = 3 };
	char bytes[4096];
	size_t length;

	while (read_some(bytes, sizeof bytes, &length)) {
		if (memchr(bytes, CONTROL_C, length) != NULL) {
			screen_flush_input();
			return true;
		}
		keys_feed(screen.keys, bytes, length, clock_monotonic_ms());
	}
	if (keys_take_escape(screen.keys, clock_monotonic_ms())) {
		screen_flush_input();
		return true;
	}
	return has_ended();
}
