/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/language_choice.h"

#include "base/messages.h"

const struct choice language_choices[] = {
	{ "en", NC_("language", "English") },
	{ "zh", NC_("language", "Chinese") },
	{ "ja", NC_("language", "Japanese") },
	{ "ko", NC_("language", "Korean") },
	{ "ru", NC_("language", "Russian") },
	{ "mn", NC_("language", "Mongolian") },
	{ 0 }
};
