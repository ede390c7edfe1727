/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/messages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/plural.h"

enum {
	MOST_BYTES = 8 << 20,	/* of a catalogue; ours have some hundred thousand */
	MOST_MESSAGES = 1 << 16,
	MO_HEADER = 28,
	MO_PAIR = 8,		/* a length and an offset */
	MO_MAGIC_AT = 0,
	MO_REVISION_AT = 4,
	MO_COUNT_AT = 8,
	MO_KEYS_AT = 12,	/* offset of the table of the originals */
	MO_TEXTS_AT = 16,	/* and of that of the translations */
};

static const uint32_t MO_MAGIC = 0x950412de, MO_MAGIC_SWAPPED = 0xde120495;
static const char CONTEXT_END = '\004';

const struct language languages[LANGUAGE_COUNT] = {
	{ .code = "en", .column = "en", .own_name = "English", .ascii_name = "English" },
	{ .code = "zh_CN", .column = "zh", .own_name = "中文", .ascii_name = "Chinese" },
	{ .code = "ja", .column = "ja", .own_name = "日本語", .ascii_name = "Japanese" },
	{ .code = "ko", .column = "ko", .own_name = "한국어", .ascii_name = "Korean" },
	{ .code = "ru", .column = "ru", .own_name = "Русский", .ascii_name = "Russian" },
	{ .code = "mn", .column = "mn", .own_name = "Монгол", .ascii_name = "Mongolian" },
};

/* A message and its translation; both point into the file's bytes. */
struct message {
	const char *key;	/* "text" or "context\004text"; NULL: a free slot */
	const char *text;	/* never ""; of a plural all forms, NUL between */
	size_t key_size;	/* bytes, of a plural those of the singular */
	size_t text_size;	/* bytes of all forms without the last NUL */
};

/* The file is checked once, while this is filled; looking up trusts it. */
struct catalogue {
	char *bytes;
	struct message *slots;	/* hashed by key, the next slot is tried */
	size_t mask;		/* number of slots - 1; a power of two - 1 */
	struct plural plural;
};

struct mo {
	const char *bytes;
	size_t size;
	bool swapped;	/* written on a machine of the other byte order */
	uint32_t count;
	uint32_t keys;	/* offsets of the two tables */
	uint32_t texts;
};

static struct {
	const struct catalogue *catalogue;
	const struct language *language;
} current = { NULL, languages };

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const struct language *
language_find(const char *name)
{
	for (size_t i = 0; name != NULL && i < LANGUAGE_COUNT; i++)
		if (strncasecmp(name, languages[i].column, 2) == 0 && !is_letter(name[2]))
			return &languages[i];
	return NULL;
}

/* LANGUAGE is a list, "de:mn:ru": the first that is one of ours. NULL is none. */
static const struct language *
find_first(const char *list)
{
	const struct language *language = language_find(list);

	while (language == NULL && list != NULL && (list = strchr(list, ':')) != NULL)
		language = language_find(++list);
	return language;
}

const struct language *
language_of_environment(void)
{
	static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const struct language *language = find_first(getenv("LANGUAGE"));

	for (size_t i = 0; language == NULL && i < sizeof variables / sizeof *variables; i++) {
		const char *value = getenv(variables[i]);

		if (value == NULL || value[0] == '\0')
			continue;
		/* The first that is set decides: LC_ALL=C is English whatever LANG says. */
		language = language_find(value);
		break;
	}
	return language != NULL ? language : languages;
}

static uint32_t
number_at(const struct mo *mo, size_t offset)
{
	uint32_t n;

	memcpy(&n, mo->bytes + offset, sizeof n);
	if (mo->swapped)
		n = n >> 24 | (n >> 8 & 0xff00) | (n << 8 & 0xff0000) | n << 24;
	return n;
}

static bool
has_table(const struct mo *mo, uint32_t offset)
{
	return offset <= mo->size && mo->count <= (mo->size - offset) / MO_PAIR;
}

static bool
read_header(struct mo *mo)
{
	if (mo->size < MO_HEADER)
		return false;
	uint32_t magic = number_at(mo, MO_MAGIC_AT);
	mo->swapped = magic == MO_MAGIC_SWAPPED;
	if (magic != MO_MAGIC && !mo->swapped)
		return false;
	mo->count = number_at(mo, MO_COUNT_AT);
	mo->keys = number_at(mo, MO_KEYS_AT);
	mo->texts = number_at(mo, MO_TEXTS_AT);
	/* The upper half of the revision is the one that breaks readers. */
	return number_at(mo, MO_REVISION_AT) >> 16 <= 1 && mo->count <= MOST_MESSAGES &&
	    has_table(mo, mo->keys) && has_table(mo, mo->texts);
}

/* The string of a table's row; NULL unless it lies in the file and ends in NUL. */
static const char *
string_at(const struct mo *mo, uint32_t table, size_t row, size_t *ret_size)
{
	size_t size = number_at(mo, table + MO_PAIR * row);
	size_t offset = number_at(mo, table + MO_PAIR * row + 4);

	if (offset >= mo->size || size >= mo->size - offset || mo->bytes[offset + size] != '\0')
		return NULL;
	*ret_size = size;
	return mo->bytes + offset;
}

/* Eight bytes a step: a screen looks up hundreds of sentences. */
static uint64_t
hash_of(const char *text, size_t size)
{
	uint64_t hash = size, part = 0;

	for (; size >= sizeof part; text += sizeof part, size -= sizeof part) {
		memcpy(&part, text, sizeof part);
		hash = (hash ^ part) * UINT64_C(0x9e3779b97f4a7c15);
		hash ^= hash >> 32;
	}
	part = 0;
	memcpy(&part, text, size);
	hash = (hash ^ part) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

/* The slot that holds the key, or the free one where it would stand. */
static struct message *
slot_of(const struct catalogue *catalogue, const char *key, size_t size)
{
	for (size_t i = hash_of(key, size);; i++) {
		struct message *slot = &catalogue->slots[i & catalogue->mask];

		if (slot->key == NULL ||
		    (slot->key_size == size && memcmp(slot->key, key, size) == 0))
			return slot;
	}
}

static const struct message *
find(const struct catalogue *catalogue, const char *key)
{
	if (catalogue == NULL)
		return NULL;
	const struct message *slot = slot_of(catalogue, key, strlen(key));
	return slot->key != NULL ? slot : NULL;
}

/* The message with the key "" is the catalogue's own header. */
static bool
take_header(struct catalogue *catalogue, const char *text)
{
	const char *charset = strstr(text, "charset=");

	if (charset != NULL && strncasecmp(charset, "charset=utf-8", 13) != 0)
		return false;
	return plural_read(&catalogue->plural, text);
}

static bool
take_message(struct catalogue *catalogue, const struct mo *mo, size_t row)
{
	size_t key_size, text_size;
	const char *key = string_at(mo, mo->keys, row, &key_size);
	const char *text = string_at(mo, mo->texts, row, &text_size);

	if (key == NULL || text == NULL)
		return false;
	if (key_size == 0)
		return take_header(catalogue, text);
	if (text[0] == '\0')
		return true;
	key_size = strlen(key);
	*slot_of(catalogue, key, key_size) = (struct message){
		.key = key, .key_size = key_size, .text = text, .text_size = text_size };
	return true;
}

static bool
take_messages(struct catalogue *catalogue, const struct mo *mo)
{
	size_t slots = 16;

	while (slots < 2 * (size_t)mo->count)
		slots *= 2;
	catalogue->mask = slots - 1;
	catalogue->slots = mem_alloc(slots * sizeof *catalogue->slots);
	plural_init(&catalogue->plural);
	for (size_t row = 0; row < mo->count; row++)
		if (!take_message(catalogue, mo, row))
			return false;
	return true;
}

struct catalogue *
catalogue_read(void *bytes, size_t size)
{
	struct catalogue *catalogue = mem_alloc(sizeof *catalogue);
	struct mo mo = { .bytes = bytes, .size = size };

	catalogue->bytes = bytes;
	if (read_header(&mo) && take_messages(catalogue, &mo))
		return catalogue;
	catalogue_close(catalogue);
	return NULL;
}

struct catalogue *
catalogue_open(const char *directory, const struct language *language)
{
	char *bytes = NULL;
	size_t size = 0;

	if (language == languages)
		return NULL;
	if (directory == NULL)
		directory = getenv("NEARSEC_LOCALEDIR");
	if (directory == NULL || directory[0] == '\0')
		directory = LOCALEDIR;
	char *folder = path_join(directory, language->code);
	char *path = path_join(folder, "LC_MESSAGES/" PACKAGE ".mo");
	bool is_read = path_read(path, MOST_BYTES, &bytes, &size, NULL);
	free(path);
	free(folder);
	return is_read ? catalogue_read(bytes, size) : NULL;
}

void
catalogue_close(struct catalogue *catalogue)
{
	if (catalogue == NULL)
		return;
	if (current.catalogue == catalogue)
		current.catalogue = NULL;
	free(catalogue->slots);
	free(catalogue->bytes);
	free(catalogue);
}

void
messages_use(const struct catalogue *catalogue, const struct language *language)
{
	current.catalogue = catalogue;
	current.language = language;
}

const struct language *
messages_language(void)
{
	return current.language;
}

const struct catalogue *
messages_catalogue(void)
{
	return current.catalogue;
}

const char *
message_in(const struct catalogue *catalogue, const char *text)
{
	const struct message *message = find(catalogue, text);

	return message != NULL ? message->text : text;
}

const char *
message_context_in(const struct catalogue *catalogue, const char *key, size_t context_size)
{
	const struct message *message = find(catalogue, key);

	return message != NULL ? message->text : key + context_size;
}

const char *
message_plural_in(const struct catalogue *catalogue, const char *one, const char *many,
    unsigned long n)
{
	const struct message *message = find(catalogue, one);

	if (message != NULL) {
		const char *text = message->text, *end = text + message->text_size;

		for (unsigned form = plural_form(&catalogue->plural, n); form > 0 && text < end; form--)
			text += strlen(text) + 1;
		if (text < end)
			return text;
	}
	return n == 1 ? one : many;
}

const char *
message_show_in(const struct catalogue *catalogue, const char *marked)
{
	if (marked == NULL)
		return "";
	const char *end = strchr(marked, CONTEXT_END);
	if (end == NULL)
		return message_in(catalogue, marked);
	return message_context_in(catalogue, marked, (size_t)(end - marked) + 1);
}

const char *
message_show(const char *marked)
{
	return message_show_in(current.catalogue, marked);
}
