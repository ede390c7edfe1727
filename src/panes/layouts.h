/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/layouts.h -- words typed while the keyboard was set to another script
 *
 * "MEM" typed on the Russian layout is "ЬУЬ", on the Korean one an input method
 * makes "ㅡ드" of the same three keys. Which keys were pressed is found again
 * here; whether they were meant is for the caller to know.
 */
#ifndef PANES_LAYOUTS_H
#define PANES_LAYOUTS_H

#include <stddef.h>

/* The layouts a word may have been typed on: "ru", "mn", "ko". */
extern const char *const layouts[];
enum { LAYOUTS = 3 };

/*
 * The keys behind text as Latin letters, what is ASCII as it is. NULL when some
 * character is on no key of that layout. The caller frees it.
 */
char *layouts_keys(const char *text, const char *layout);

#endif
