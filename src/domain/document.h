/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/document.h -- a declaration, a version of the Charter, an agreed text
 *
 * What it says stands in parallel texts, a language each: domain/document_text.h.
 * It is there before anybody has its words: what is missing is work that waits.
 */
#ifndef DOMAIN_DOCUMENT_H
#define DOMAIN_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct document {
	char *key;	/* "CHARTER-1998": capital letters, digits and hyphens */
	char *kind;	/* declaration charter agreed */
	char *day;	/* it was adopted, partial; "" not known */
	char *decision;	/* that adopted it: "GA-6/1", or the session; "" */
	char *original;	/* language it was written in, a column; "" not known */
	char *note;
};

extern const struct record_type document_type;

struct err;
struct session;

/* A document with the state of its six texts; a language without a row is missing. */
struct document_entry {
	char *key, *kind, *day, *decision, *original;
	char *title;	/* in the language of the screen, else another; the key without any */
	char *ready;	/* languages whose words are checked or authentic: "zh en" */
	char *waiting;	/* those with words that nobody has checked */
	char *missing;	/* those without words */
	char *note;
};
extern const struct record_type document_entry_type;

/* The latest first. The caller calls row_list_done. */
bool document_entry_list(struct session *session, struct row_list *ret_list, struct err *err);

/* How much waits over all of them: texts without words, and with unchecked ones. */
bool document_count_work(struct session *session, size_t *ret_missing, size_t *ret_waiting,
    struct err *err);

#endif
