/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/decision_effect.h -- between decision_take.c and what decisions change
 *
 * An effect is a row of the table in decision_effect.c: what a kind is about,
 * and a function that is called for each of its subjects inside the open change
 * set. Kinds without a row may be about anything and change nothing by themselves.
 */
#ifndef DOMAIN_DECISION_EFFECT_H
#define DOMAIN_DECISION_EFFECT_H

#include <stdbool.h>

struct buf;
struct decision;
struct decision_order;
struct err;
struct meeting;
struct session;

/* A decision being carried out. All is borrowed. */
struct deciding {
	struct session *session;
	const struct meeting *meeting;
	const struct decision *decision;
	const struct decision_order *order;
	const char *number;	/* "GA-8/1" */
	struct buf *told;	/* sentences, each with its newline */
	struct err *err;
};

/* Carry out all that the decision changes; it is in the file already. */
bool decision_effect_in_set(struct deciding *deciding);

/* Does a decision of this kind change anything by itself? */
bool decision_has_effect(const char *kind);

/* Say one thing that was done. */
void decision_tell(struct deciding *deciding, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Governments: their status, their application. */
bool decision_status_in_set(struct deciding *deciding, const char *government);

/* Bodies and their seats. */
bool decision_set_up_in_set(struct deciding *deciding, const char *body);
bool decision_dissolve_in_set(struct deciding *deciding, const char *body);
bool decision_appoint_in_set(struct deciding *deciding, const char *government);

#endif
