/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/admission_item.h -- an application comes on the agenda of a meeting
 *
 * The title of the item is written in every language there is a catalogue for,
 * with the name of the government in it: agendas go out in six languages.
 */
#ifndef DOMAIN_ADMISSION_ITEM_H
#define DOMAIN_ADMISSION_ITEM_H

#include <stdbool.h>

struct application;
struct buf;
struct err;
struct session;

/*
 * Inside a change set: an item at the end of the agenda, and the application
 * remembers it. ERR_RULE: the meeting is past that, or its body does not decide
 * on admission on its day.
 */
bool admission_item_in_set(struct session *session, struct application *application,
    const char *meeting, struct buf *told, struct err *err);

#endif
