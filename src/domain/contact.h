/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/contact.h -- is this a telephone number, an e-mail or a web address?
 *
 * Loose on purpose: it refuses what cannot work (no @, no dot, a letter in a
 * number) and lets the rest pass, because numbers of six countries with their
 * extensions follow no one rule.
 */
#ifndef DOMAIN_CONTACT_H
#define DOMAIN_CONTACT_H

#include <stdbool.h>

struct err;

bool contact_check_phone(const char *value, struct err *err);
bool contact_check_email(const char *value, struct err *err);
bool contact_check_web(const char *value, struct err *err);

#endif
