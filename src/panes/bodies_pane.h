/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/bodies_pane.h -- COM: the bodies of the association, as a tree
 *
 * Each body stands behind the one it belongs to, with who leads it and how many
 * of its seats are held. Enter opens its roster, panes/roster_pane.h, which is
 * also what COM with a key opens. Argument: "" or words for Find.
 */
#ifndef PANES_BODIES_PANE_H
#define PANES_BODIES_PANE_H

extern const struct pane bodies_pane;

/* "env 2011-03-14" and "ＥＮＶ" mean ENV: the argument spelled so. The caller frees it. */
char *bodies_spell(const char *argument);

#endif
