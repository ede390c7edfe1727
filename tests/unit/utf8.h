/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit/utf8.h -- a locale that knows the widths of letters, for tests of what is shown */
#ifndef UNIT_UTF8_H
#define UNIT_UTF8_H

/* For cmocka's setup of a group. */
int utf8_set_up(void **state);

#endif
