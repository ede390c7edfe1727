/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/posts_pane.h -- PST: posts, who holds them, and which are vacant
 *
 * Argument: "KR-47" for the posts of one government, then, after a blank, the
 * key of a post to stand on; "" for all posts.
 */
#ifndef PANES_POSTS_PANE_H
#define PANES_POSTS_PANE_H

extern const struct pane posts_pane;

#endif
