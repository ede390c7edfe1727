/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/choices.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "base/text.h"

void
choices_add_to(struct choices *choices, const char *group, const char *value, const char *text,
    const char *note)
{
	if (choices->count >= CHOICES_MOST) {
		choices->more = true;
		return;
	}
	choices->item = mem_room(choices->item, choices->count, &choices->room, sizeof *choices->item);
	choices->item[choices->count++] = (struct choices_item){
		.value = mem_strdup(value),
		.text = mem_strdup(text),
		.note = mem_strdup(note != NULL ? note : ""),
		.group = mem_strdup(group != NULL ? group : ""),
	};
}

void
choices_add(struct choices *choices, const char *value, const char *text, const char *note)
{
	choices_add_to(choices, "", value, text, note);
}

void
choices_clear(struct choices *choices)
{
	for (size_t i = 0; i < choices->count; i++) {
		free(choices->item[i].value);
		free(choices->item[i].text);
		free(choices->item[i].note);
		free(choices->item[i].group);
	}
	choices->count = 0;
	choices->more = false;
}

void
choices_done(struct choices *choices)
{
	choices_clear(choices);
	free(choices->item);
	*choices = (struct choices){ 0 };
}

/* begins is folded already. */
static bool
begins_with(const char *text, const char *begins)
{
	char *folded = text_folded(text, TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA);
	bool answer = strncmp(folded, begins, strlen(begins)) == 0;

	free(folded);
	return answer;
}

void
choices_add_words(struct choices *choices, const struct choice *words, const char *typed)
{
	char *begins = text_folded(typed, TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA);

	for (; words->word != NULL; words++) {
		const char *label = message_show(words->label);

		if (begins_with(words->word, begins) || begins_with(label, begins))
			choices_add(choices, words->word, label, "");
	}
	free(begins);
}

size_t
choices_find(const struct choices *choices, const char *value)
{
	for (size_t i = 0; i < choices->count; i++)
		if (strcmp(choices->item[i].value, value) == 0)
			return i;
	return SIZE_MAX;
}
