/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/settings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/path.h"

static const struct choice languages_by_code[] = {
	{ "en", "English" },
	{ "zh_CN", "中文" },
	{ "ja", "日本語" },
	{ "ko", "한국어" },
	{ "ru", "Русский" },
	{ "mn", "Монгол" },
	{ 0 }
};

static const struct choice themes[] = {
	{ "default", NC_("theme", "default") },
	{ "dark", NC_("theme", "dark") },
	{ "mono", NC_("theme", "without colour") },
	{ 0 }
};

static const struct choice layouts[] = {
	{ "auto", NC_("layout", "by language") },
	{ "ru", NC_("layout", "Russian") },
	{ "mn", NC_("layout", "Mongolian") },
	{ 0 }
};

static const struct choice list_starts[] = {
	{ "find", NC_("list start", "in Find") },
	{ "rows", NC_("list start", "in the rows") },
	{ 0 }
};

const struct setting setting_table[] = {
	{ .key = "language", .preset = "", .choices = languages_by_code,
	  .help = N_("The language of screens and messages. Nothing chosen: that of the environment.") },
	{ .key = "theme", .preset = "default", .choices = themes,
	  .help = N_("The colours of the screens.") },
	{ .key = "layout", .preset = "auto", .choices = layouts,
	  .help = N_("The keyboard on which letters of the rows are looked up when they are not Latin.") },
	{ .key = "list.start", .preset = "find", .choices = list_starts,
	  .help = N_("Where the cursor stands when a list opens.") },
	{ .key = "escape.delay", .preset = "50", .least = 10, .most = 1000,
	  .help = N_("Milliseconds after which an Esc on its own counts as one: more on a slow line.") },
	{ 0 }
};

enum { SETTINGS = sizeof setting_table / sizeof setting_table[0] - 1, MOST_BYTES = 1 << 16 };

struct settings {
	char *path;
	char *value[SETTINGS];	/* NULL: not chosen */
	struct buf others;	/* lines that are none of ours, each with its newline */
};

const struct setting *
setting_find(const char *key)
{
	for (const struct setting *setting = setting_table; setting->key != NULL; setting++)
		if (strcmp(setting->key, key) == 0)
			return setting;
	return NULL;
}

static void
list_values(const struct setting *setting, struct buf *text)
{
	if (setting->choices == NULL) {
		buf_addf(text, _("%d to %d"), setting->least, setting->most);
		return;
	}
	for (const struct choice *choice = setting->choices; choice->word != NULL; choice++)
		buf_addf(text, "%s%s", choice > setting->choices ? " " : "", choice->word);
}

static bool
is_choice(const struct setting *setting, const char *value)
{
	for (const struct choice *choice = setting->choices; choice->word != NULL; choice++)
		if (strcmp(choice->word, value) == 0)
			return true;
	return false;
}

static bool
is_in_range(const struct setting *setting, const char *value)
{
	char *end;
	long number = strtol(value, &end, 10);

	return end != value && *end == '\0' && number >= setting->least &&
	    number <= setting->most;
}

static bool
is_value(const struct setting *setting, const char *value)
{
	return setting->choices != NULL ? is_choice(setting, value) : is_in_range(setting, value);
}

/* A line of ours with a value that can be used is taken; the rest is kept. */
static void
read_line(struct settings *settings, const char *line, size_t length)
{
	char *text = mem_strndup(line, length);
	char *equals = strchr(text, '=');
	const struct setting *setting = NULL;

	if (equals != NULL) {
		*equals = '\0';
		setting = setting_find(text);
	}
	if (setting == NULL) {
		buf_add_bytes(&settings->others, line, length);
		buf_add_char(&settings->others, '\n');
	} else if (is_value(setting, equals + 1)) {
		mem_replace(&settings->value[setting - setting_table], equals + 1);
	}
	free(text);
}

static void
forget(struct settings *settings)
{
	for (size_t i = 0; i < SETTINGS; i++)
		mem_replace(&settings->value[i], NULL);
	buf_clear(&settings->others);
}

static void
read_file(struct settings *settings)
{
	struct err ignored = { 0 };
	char *bytes = NULL;
	size_t length = 0;

	forget(settings);
	if (!path_read(settings->path, MOST_BYTES, &bytes, &length, &ignored))
		return;
	for (const char *line = bytes, *end = bytes + length; line < end;) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		const char *stop = newline != NULL ? newline : end;

		if (stop > line)
			read_line(settings, line, (size_t)(stop - line));
		line = stop + 1;
	}
	free(bytes);
}

static bool
write_file(const struct settings *settings, struct err *err)
{
	struct buf text = { 0 };

	buf_add(&text, buf_text(&settings->others));
	for (size_t i = 0; i < SETTINGS; i++)
		if (settings->value[i] != NULL)
			buf_addf(&text, "%s=%s\n", setting_table[i].key, settings->value[i]);
	bool ok = path_write(settings->path, buf_text(&text), text.length, err);
	buf_done(&text);
	return ok;
}

struct settings *
settings_open(const char *user)
{
	struct settings *settings = mem_alloc(sizeof *settings);
	char *folder = path_config(user);

	settings->path = path_join(folder, "settings");
	free(folder);
	read_file(settings);
	return settings;
}

void
settings_close(struct settings *settings)
{
	if (settings == NULL)
		return;
	forget(settings);
	buf_done(&settings->others);
	free(settings->path);
	free(settings);
}

static size_t
index_of(const char *key)
{
	const struct setting *setting = setting_find(key);

	assert(setting != NULL);
	return (size_t)(setting - setting_table);
}

const char *
settings_get(const struct settings *settings, const char *key)
{
	size_t index = index_of(key);

	return settings->value[index] != NULL ? settings->value[index] :
	    setting_table[index].preset;
}

int
settings_number(const struct settings *settings, const char *key)
{
	return (int)strtol(settings_get(settings, key), NULL, 10);
}

bool
settings_is_chosen(const struct settings *settings, const char *key)
{
	return settings->value[index_of(key)] != NULL;
}

static bool
refuse_key(const char *key, struct err *err)
{
	struct buf keys = { 0 };

	for (size_t i = 0; i < SETTINGS; i++)
		buf_addf(&keys, "%s%s", i > 0 ? ", " : "", setting_table[i].key);
	err_set(err, ERR_USAGE, _("There is no setting \"%s\": there are %s."), key, buf_text(&keys));
	buf_done(&keys);
	return false;
}

static bool
refuse_value(const struct setting *setting, const char *value, struct err *err)
{
	struct buf values = { 0 };

	list_values(setting, &values);
	err_set(err, ERR_INPUT, _("%s cannot be \"%s\": choose from %s."), setting->key, value,
	    buf_text(&values));
	buf_done(&values);
	return err_at(err, setting->key);
}

static bool
make_folder(const struct settings *settings, struct err *err)
{
	char *folder = mem_strndup(settings->path,
	    (size_t)(strrchr(settings->path, '/') - settings->path));
	bool ok = path_make_folder(folder, err);

	free(folder);
	return ok;
}

bool
settings_set(struct settings *settings, const char *key, const char *value, struct err *err)
{
	const struct setting *setting = setting_find(key);

	if (setting == NULL)
		return refuse_key(key, err);
	if (value[0] != '\0' && !is_value(setting, value))
		return refuse_value(setting, value, err);
	read_file(settings);
	mem_replace(&settings->value[setting - setting_table], value[0] != '\0' ? value : NULL);
	if (make_folder(settings, err) && write_file(settings, err))
		return true;
	read_file(settings);
	return false;
}

static const struct field setting_row_fields[] = {
	{ RECORD_FIELD(setting_row, key), .label = NC_("field", "Setting"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 12 },
	{ RECORD_FIELD(setting_row, value), .label = NC_("field", "Value"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(setting_row, preset), .label = NC_("field", "Preset"), .kind = FIELD_TEXT,
	  .width = 8 },
	{ RECORD_FIELD(setting_row, values), .label = NC_("field", "Values"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 22 },
	{ RECORD_FIELD(setting_row, help), .label = NC_("field", "Meaning"), .kind = FIELD_LONG,
	  .flags = FIELD_LISTED, .width = 60 },
	{ 0 }
};

const struct record_type setting_row_type = {
	.key = "setting",
	.label = N_("Setting"),
	.plural = N_("Settings"),
	.size = sizeof(struct setting_row),
	.fields = setting_row_fields,
};

void
settings_row(const struct settings *settings, size_t index, struct setting_row *ret_row)
{
	const struct setting *setting = &setting_table[index];
	struct buf values = { 0 };

	assert(index < SETTINGS);
	list_values(setting, &values);
	*ret_row = (struct setting_row){
		.key = mem_strdup(setting->key),
		.value = mem_strdup(settings_get(settings, setting->key)),
		.preset = mem_strdup(setting->preset),
		.values = buf_take(&values),
		.help = mem_strdup(_(setting->help)),
	};
}
