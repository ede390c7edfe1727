/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/messages.h -- what the program says, in six languages, without locales
 *
 * Reads the .mo files that msgfmt writes. libintl is not used: it speaks one
 * language a process while a clerk's screen is in one and her letter in
 * another, and under C.UTF-8 some C libraries never look at a catalogue. Here
 * several are open at once and switching a running screen is one pointer.
 * The current catalogue is, with the clock, the only process-wide state.
 */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

#include <stdbool.h>
#include <stddef.h>

#define MESSAGES_FORMAT(n) __attribute__((format_arg(n)))

struct catalogue;	/* NULL is the source language, English */

/* A language of the interface, and of names: the same six. */
struct language {
	const char *code;	/* "zh_CN": catalogue and --lang */
	const char *column;	/* "zh": names of columns and ISO 639-1 */
	const char *own_name;	/* "中文", in its own script */
	const char *ascii_name;	/* "Chinese", for terminals that show no other */
};

enum { LANGUAGE_COUNT = 6 };
extern const struct language languages[LANGUAGE_COUNT];	/* en zh ja ko ru mn */

/*
 * The language a name stands for: "ko", "ko_KR.UTF-8", "zh", "zh-Hans" ...
 * NULL when it is none of the six ("C", "POSIX", "de").
 */
const struct language *language_find(const char *name);

/* What LANGUAGE, LC_ALL, LC_MESSAGES, LANG ask for, read as text: never NULL. */
const struct language *language_of_environment(void);

/*
 * Open the catalogue of a language below directory (DIR/ko/LC_MESSAGES/
 * nearsec.mo; NULL: $NEARSEC_LOCALEDIR, else where it was installed). NULL for
 * English, and when there is none that can be read: the source language is then
 * shown.
 */
struct catalogue *catalogue_open(const char *directory, const struct language *language);

/* When it is the screen's, the screen is English from then on. NULL is fine. */
void catalogue_close(struct catalogue *catalogue);

/*
 * For tests and fuzzing: takes bytes over (from malloc). The whole file is
 * checked here, once: NULL if any part of it is not as msgfmt writes it. That
 * formats agree with the originals is not checked again: msgfmt --check did.
 */
struct catalogue *catalogue_read(void *bytes, size_t size);

/* The catalogue of the screen. The caller still owns it. */
void messages_use(const struct catalogue *catalogue, const struct language *language);
const struct language *messages_language(void);
const struct catalogue *messages_catalogue(void);

/* Look a message up in one catalogue; the text itself where it is missing. */
const char *message_in(const struct catalogue *catalogue, const char *text) MESSAGES_FORMAT(2);
/* key is "context\004text", context_size counts the context and the \004. */
const char *message_context_in(const struct catalogue *catalogue, const char *key, size_t context_size);
const char *message_plural_in(const struct catalogue *catalogue, const char *one,
    const char *many, unsigned long n) MESSAGES_FORMAT(2) MESSAGES_FORMAT(3);

#define _(text)			message_in(messages_catalogue(), text)
#define C_(context, text)	message_context_in(messages_catalogue(), context "\004" text, sizeof context)
#define nq_(one, many, n)	message_plural_in(messages_catalogue(), one, many, n)

/* Mark a string of a table; show it with _() or message_show(). */
#define N_(text)		text
#define NC_(context, text)	context "\004" text

/*
 * Show a string of a table marked by N_() or NC_(): looks for the \004 itself.
 * NULL gives "".
 */
const char *message_show(const char *marked);
/* The same in one catalogue, for papers in a language that is not the screen's. */
const char *message_show_in(const struct catalogue *catalogue, const char *marked);

#endif
