/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/probe.h -- asking a terminal how it draws, before anything is drawn
 *
 * It is sent a character and asked where the cursor is: what it does is known
 * then, whatever locale and TERM say. One question, one answer, a bounded
 * wait; a terminal that does not answer is trusted.
 */
#ifndef UI_PROBE_H
#define UI_PROBE_H

struct buf;

enum probe_answer {
	PROBE_SILENT,	/* none in time */
	PROBE_NARROW,	/* UTF-8; characters of ambiguous width take 1 column */
	PROBE_WIDE,	/* UTF-8; they take 2 */
	PROBE_NOT_UTF8,
};

/*
 * Ask the terminal on the descriptors in and out, for at most wait_ms. greeting
 * is sent in the same write, before the question. What was typed meanwhile
 * replaces typed. The line of the cursor is blank after it.
 */
enum probe_answer probe_ask(int in, int out, int wait_ms, const char *greeting, struct buf *typed);

#endif
