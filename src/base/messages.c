/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/messages.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/plural.h"

/*
 * A GNU MO file: seven words of 32 bits, then two tables of (length, offset),
 * the originals sorted by strcmp. The format is described in the manual of
 * GNU gettext, "The Format of GNU MO Files".
 */
enum {
	MO_MAGIC_WORD, MO_REVISION, MO_COUNT, MO_ORIGINALS, MO_TRANSLATIONS,
	MO_HEADER_BYTES = 28, MO_ENTRY_BYTES = 8,
};

static const uint32_t mo_magic = 0x950412de;
static const uint32_t mo_magic_swapped = 0xde120495;

struct catalogue {
	char *bytes;		/* the whole file and one NUL */
	size_t size;
	bool swapped;		/* written on a machine of the other byte order */
	uint32_t count;
	uint32_t originals, translations;	/* offsets of the tables */
	const char *plural;	/* the expression, within bytes; NULL: n != 1 */
	unsigned long forms;
};

const struct language languages[LANGUAGE_COUNT] = {
	{ .code = "en", .column = "en", .own_name = "English", .ascii_name = "English" },
	{ .code = "zh_CN", .column = "zh", .own_name = "中文", .ascii_name = "Chinese" },
	{ .code = "ja", .column = "ja", .own_name = "日本語", .ascii_name = "Japanese" },
	{ .code = "ko", .column = "ko", .own_name = "한국어", .ascii_name = "Korean" },
	{ .code = "ru", .column = "ru", .own_name = "Русский", .ascii_name = "Russian" },
	{ .code = "mn", .column = "mn", .own_name = "Монгол", .ascii_name = "Mongolian" },
};

static const struct catalogue *current_catalogue;
static const struct language *current_language = &languages[0];

const struct language *
language_find(const char *name)
{
	for (size_t i = 0; name != NULL && i < LANGUAGE_COUNT; i++)
		if (strncmp(name, languages[i].column, 2) == 0 &&
		    !isalpha((unsigned char)name[2]))
			return &languages[i];
	return NULL;
}

/* LANGUAGE is a list, "mn:ru:en": the first one we speak. */
static const struct language *
find_in_list(const char *list)
{
	const struct language *language = NULL;

	while (list != NULL && language == NULL) {
		language = language_find(list);
		list = strchr(list, ':');
		list += list != NULL;
	}
	return language;
}

const struct language *
language_of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const struct language *language = find_in_list(getenv("LANGUAGE"));

	for (size_t i = 0; i < sizeof names / sizeof names[0] && language == NULL; i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0') {
			language = language_find(value);
			break;	/* LC_ALL=C says English whatever LANG says */
		}
	}
	return language != NULL ? language : &languages[0];
}

static uint32_t
word_at(const struct catalogue *catalogue, size_t offset)
{
	uint32_t word;

	memcpy(&word, catalogue->bytes + offset, sizeof word);
	return catalogue->swapped ? __builtin_bswap32(word) : word;
}

/* A string of a table; NULL unless it lies within the file and ends in NUL. */
static const char *
string_at(const struct catalogue *catalogue, uint32_t table, uint32_t index, size_t *ret_length)
{
	size_t entry = table + (size_t)index * MO_ENTRY_BYTES;
	size_t length = word_at(catalogue, entry);
	size_t offset = word_at(catalogue, entry + sizeof(uint32_t));

	if (offset >= catalogue->size || length >= catalogue->size - offset ||
	    catalogue->bytes[offset + length] != '\0')
		return NULL;
	*ret_length = length;
	return catalogue->bytes + offset;
}

static bool
table_fits(const struct catalogue *catalogue, uint32_t offset)
{
	return offset <= catalogue->size &&
	    catalogue->count <= (catalogue->size - offset) / MO_ENTRY_BYTES;
}

static const char *
find(const struct catalogue *catalogue, const char *key, size_t *ret_length)
{
	uint32_t low = 0, high = catalogue != NULL ? catalogue->count : 0;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const char *original = string_at(catalogue, catalogue->originals, middle,
		    ret_length);

		if (original == NULL)
			return NULL;
		int order = strcmp(key, original);
		if (order == 0)
			return string_at(catalogue, catalogue->translations, middle, ret_length);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* nplurals=3; plural=(...); of the header, which is the translation of "". */
static void
read_plural_rule(struct catalogue *catalogue, const char *header)
{
	const char *forms = strstr(header, "nplurals=");
	const char *rule = strstr(header, " plural=");

	catalogue->forms = 2;
	if (forms == NULL || rule == NULL)
		return;
	catalogue->forms = strtoul(forms + strlen("nplurals="), NULL, 10);
	catalogue->plural = rule + strlen(" plural=");
}

static bool
read_header(struct catalogue *catalogue)
{
	size_t length;
	uint32_t magic;

	if (catalogue->size < MO_HEADER_BYTES)
		return false;
	memcpy(&magic, catalogue->bytes, sizeof magic);
	catalogue->swapped = magic == mo_magic_swapped;
	if (magic != mo_magic && !catalogue->swapped)
		return false;
	catalogue->count = word_at(catalogue, MO_COUNT * sizeof(uint32_t));
	catalogue->originals = word_at(catalogue, MO_ORIGINALS * sizeof(uint32_t));
	catalogue->translations = word_at(catalogue, MO_TRANSLATIONS * sizeof(uint32_t));
	if (word_at(catalogue, MO_REVISION * sizeof(uint32_t)) >> 16 > 1 ||
	    !table_fits(catalogue, catalogue->originals) ||
	    !table_fits(catalogue, catalogue->translations))
		return false;
	const char *header = find(catalogue, "", &length);
	if (header == NULL || strstr(header, "charset=UTF-8") == NULL)
		return false;
	read_plural_rule(catalogue, header);
	return true;
}

struct catalogue *
catalogue_read(void *bytes, size_t size)
{
	struct catalogue *catalogue = mem_alloc(sizeof *catalogue);

	/* One NUL behind it all: the plural rule is read to its end. */
	catalogue->bytes = mem_grow(bytes, size + 1, 1);
	catalogue->bytes[size] = '\0';
	catalogue->size = size;
	if (!read_header(catalogue)) {
		catalogue_close(catalogue);
		return NULL;
	}
	return catalogue;
}

struct catalogue *
catalogue_open(const char *directory, const struct language *language)
{
	enum { MOST_BYTES = 16 << 20 };
	char path[4096];
	char *bytes = NULL;
	size_t size = 0;

	if (directory == NULL)
		directory = getenv("NEARSEC_LOCALEDIR");
	if (directory == NULL || directory[0] == '\0')
		directory = LOCALEDIR;
	if (snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/" PACKAGE ".mo", directory,
	    language->code) >= (int)sizeof path)
		return NULL;
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		return NULL;
	if (fseek(file, 0, SEEK_END) == 0) {
		long length = ftell(file);

		rewind(file);
		if (length > 0 && length <= MOST_BYTES) {
			bytes = mem_alloc((size_t)length);
			size = fread(bytes, 1, (size_t)length, file);
		}
	}
	fclose(file);
	return bytes != NULL ? catalogue_read(bytes, size) : NULL;
}

void
catalogue_close(struct catalogue *catalogue)
{
	if (catalogue == NULL)
		return;
	free(catalogue->bytes);
	free(catalogue);
}

void
messages_use(const struct catalogue *catalogue, const struct language *language)
{
	current_catalogue = catalogue;
	current_language = language;
}

const struct language *
messages_language(void)
{
	return current_language;
}

const struct catalogue *
messages_catalogue(void)
{
	return current_catalogue;
}

const char *
message_in(const struct catalogue *catalogue, const char *text)
{
	size_t length;
	const char *found = text[0] != '\0' ? find(catalogue, text, &length) : NULL;

	return found != NULL && found[0] != '\0' ? found : text;
}

const char *
message_context_in(const struct catalogue *catalogue, const char *key, size_t context_size)
{
	size_t length;
	const char *found = find(catalogue, key, &length);

	return found != NULL && found[0] != '\0' ? found : key + context_size;
}

const char *
message_plural_in(const struct catalogue *catalogue, const char *one, const char *many,
    unsigned long n)
{
	size_t length = 0;
	const char *form = find(catalogue, one, &length);

	if (form == NULL || form[0] == '\0')
		return n == 1 ? one : many;
	const char *end = form + length;
	for (unsigned long index = plural_form(catalogue->plural, catalogue->forms, n);
	    index > 0 && form < end; index--)
		form += strlen(form) + 1;
	return form < end ? form : many;
}

const char *
message_show(const char *marked)
{
	if (marked == NULL)
		return "";
	const char *end = strchr(marked, '\004');
	if (end == NULL)
		return message_in(current_catalogue, marked);
	return message_context_in(current_catalogue, marked, (size_t)(end - marked) + 1);
}
