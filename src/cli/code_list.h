/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/code_list.h -- several codes or keys in one command, in capitals
 */
#ifndef CLI_CODE_LIST_H
#define CLI_CODE_LIST_H

#include <stddef.h>

struct code_list {
	const char **code;	/* each is owned */
	size_t count;
};

/* A copy of the first count words. The caller calls code_list_done. */
struct code_list code_list_read(const char *const *word, size_t count);
void code_list_done(struct code_list *codes);

#endif
