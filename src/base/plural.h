/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/plural.h -- which plural form a number takes
 *
 * Evaluates the C expression of a catalogue's Plural-Forms from its text each
 * time: it is short, rarely asked for, and comes from a file, so that a parser
 * that stops at anything strange is worth more than a fast one.
 */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

/*
 * The form for n, below forms. rule ends at ';' or NUL; NULL, or one that makes
 * no sense, is n != 1.
 */
unsigned long plural_form(const char *rule, unsigned long forms, unsigned long n);

#endif
