/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/edit.h -- key=value words typed into records
 *
 * What the forms do field by field: the same fields, the same checks. A field
 * that a form does not let a clerk type is refused here too.
 */
#ifndef CLI_EDIT_H
#define CLI_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/record.h"

struct cli;
struct err;
struct session;
struct sheet;

/* Type count words into the sheet; keys are those of any of its parts. */
bool edit_sheet(struct sheet *sheet, const char *const *word, size_t count, struct err *err);

/* Type count words into one record that is not in the file yet. */
bool edit_record(const struct record_type *type, void *record, const char *const *word,
    size_t count, struct err *err);

/* A word of a command that is not a field: "why=..."; value NULL: not given. */
struct edit_option {
	const char *key;
	const char *value;	/* part of a word */
};

/* Fill the options, closed by { 0 }, from count words; another key is ERR_USAGE. */
bool edit_options(struct edit_option *options, const char *const *word, size_t count,
    struct err *err);

/*
 * Save and say under which number, or that nothing had changed. what stands in
 * the history. Of a clash both values are named: ERR_CONFLICT.
 */
bool edit_save(struct cli *cli, struct sheet *sheet, const char *what, struct err *err);

/*
 * Type the words of cli from first on and save. from=DAY is no field of theirs:
 * it begins a new period of the part of type, and then the set is called
 * what_period.
 */
bool edit_from(struct cli *cli, struct sheet *sheet, const struct record_type *type, size_t first,
    const char *what, const char *what_period, struct err *err);

/* Codes are written in capitals, whatever was typed. The caller frees it. */
char *edit_code(const char *word);

/* A word that is a number: of a line, a level. ERR_INPUT names it. */
bool edit_number(const char *word, int64_t *ret_number, struct err *err);

/* The first word, or the year that the day of the session lies in; today is room for that. */
const char *edit_year(struct cli *cli, char today[DAY_SIZE]);

/* Say under which number the open change was saved; 0: nothing had changed. */
void edit_say_saved(struct cli *cli, int64_t number);

#endif
