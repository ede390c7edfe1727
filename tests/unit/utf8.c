/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unit/utf8.h"

#include "base/text.h"

int
utf8_set_up(void **state)
{
	(void)state;
	return text_locale() ? 0 : -1;
}
