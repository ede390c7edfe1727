/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/delegate.h -- a person of a delegation
 *
 * Of the register of people, or by name alone. A delegation has one head.
 */
#ifndef DOMAIN_DELEGATE_H
#define DOMAIN_DELEGATE_H

#include "base/record.h"

struct delegate {
	char *id;	/* ULID */
	char *meeting;	/* its key */
	char *government;	/* its code */
	char *role;	/* head delegate adviser interpreter */
	char *person;	/* the person's id, or NULL */
	char *name;	/* the name, where the person is not in the register */
	char *note;
};

extern const struct record_type delegate_type;

#endif
