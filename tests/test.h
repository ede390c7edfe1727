/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test.h -- what cmocka wants included before itself, in the order it wants. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
