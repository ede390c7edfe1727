/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/capabilities.h -- what curses is told of the terminal
 *
 * Terminfo describes what any program might do, and curses sends it at each
 * change: out of line drawing, which no screen of ours ever enters; out of all
 * attributes to go into one. That was a sixth of a screen. So curses gets a
 * description of its own, in the one way there is: compiled, in TERMINFO.
 */
#ifndef UI_CAPABILITIES_H
#define UI_CAPABILITIES_H

struct buf;

/*
 * Append "hex:..." for TERMINFO: what setupterm has read for the terminal of
 * that name, shortened. cur_term is spoilt by it: del_curterm comes next.
 */
void capabilities_describe(const char *name, struct buf *terminfo);

#endif
