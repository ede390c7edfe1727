/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/delegation_deeds.h -- what a clerk does with delegations, in DAY and in DLG
 *
 * Each deed is one function of the domain, asks what only a person knows, and
 * says what it did. Several governments are done one after the other where each
 * is a change set of its own, so that the first refusal names its government.
 */
#ifndef PANES_DELEGATION_DEEDS_H
#define PANES_DELEGATION_DEEDS_H

#include <stdbool.h>
#include <stddef.h>

struct desk;
struct err;

enum delegation_deed {
	DELEGATION_INVITE,
	DELEGATION_COMES,
	DELEGATION_DECLINES,
	DELEGATION_WITHDRAWS,	/* one that has withdrawn already: it comes after all */
	DELEGATION_ACCEPT,	/* the credentials */
	DELEGATION_CREDENTIALS,	/* asks for their state */
	DELEGATION_IN_OR_OUT,
	DELEGATION_PROXY,	/* asks who holds it; of the first only */
	DELEGATION_EDIT,	/* opens panes for the first: its form, */
	DELEGATION_DELEGATES,	/* its persons, */
	DELEGATION_HISTORY,
	DELEGATION_LIST,	/* all of the meeting */
	DELEGATION_DEEDS
};

/* governments: codes, at least one. */
bool delegation_deeds_do(struct desk *desk, const char *meeting, enum delegation_deed deed,
    const char *const *governments, size_t count, struct err *err);

/* Everybody who is entitled to it and is not invited yet. */
bool delegation_deeds_invite_all(struct desk *desk, const char *meeting, struct err *err);

/* The key of a meeting as it was typed after a code: "ga-9" is GA-9. The caller frees it. */
char *delegation_deeds_spell(const char *typed);

#endif
