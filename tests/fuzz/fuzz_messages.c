/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of .mo files, and the plural rules in them. */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "mo_file.h"

static const char forms[] = "один\0два\0много";

static const struct mo_message messages[] = {
	{ "", "charset=UTF-8\nPlural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n > 1);\n", 0 },
	{ "May", "Май", 0 },
	{ "column\004May", "Можно", 0 },
	{ "row", forms, sizeof forms - 1 },
};

bool
fuzz_seed(size_t number, struct buf *ret_seed)
{
	if (number >= 2)
		return false;
	mo_file_write(ret_seed, messages, sizeof messages / sizeof *messages, number == 1);
	return true;
}

/* Whatever is found can be read to its end. */
static void
read_to_its_end(const char *text)
{
	assert(text != NULL && strlen(text) < SIZE_MAX);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *copy = malloc(size > 0 ? size : 1);

	assert(copy != NULL);
	memcpy(copy, bytes, size);
	struct catalogue *catalogue = catalogue_read(copy, size);
	messages_use(catalogue, languages);
	read_to_its_end(_("May"));
	read_to_its_end(_(""));
	read_to_its_end(C_("column", "May"));
	read_to_its_end(message_show("column\004May"));
	for (unsigned long n = 0; n < 30; n++)
		read_to_its_end(nq_("row", "rows", n));
	catalogue_close(catalogue);
	return 0;
}
