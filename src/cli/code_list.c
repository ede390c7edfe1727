/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/code_list.h"

#include <stdlib.h>

#include "base/mem.h"
#include "cli/edit.h"

struct code_list
code_list_read(const char *const *word, size_t count)
{
	struct code_list codes = { .code = mem_grow(NULL, count, sizeof *codes.code), .count = count };

	for (size_t i = 0; i < count; i++)
		codes.code[i] = edit_code(word[i]);
	return codes;
}

void
code_list_done(struct code_list *codes)
{
	for (size_t i = 0; i < codes->count; i++)
		free((char *)codes->code[i]);
	free(codes->code);
	*codes = (struct code_list){ 0 };
}
