/* SPDX-License-Identifier: GPL-3.0-or-later */
/* domain/language_choice.h -- the six languages as words of a field. */
#ifndef DOMAIN_LANGUAGE_CHOICE_H
#define DOMAIN_LANGUAGE_CHOICE_H

#include "base/record.h"

extern const struct choice language_choices[];	/* en zh ja ko ru mn */

#endif
