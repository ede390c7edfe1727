/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/dossier_item.h -- one of the things a dossier needs
 *
 * All of them are there from the beginning of an application: one that has not
 * come yet is a row without a day.
 */
#ifndef DOMAIN_DOSSIER_ITEM_H
#define DOMAIN_DOSSIER_ITEM_H

#include "base/record.h"

struct dossier_item {
	char *application;	/* its id */
	char *item;	/* a word of dossier_items */
	char *received;	/* the whole day it came; NULL: it is missing */
	char *paper;	/* where it is filed */
	char *opinion;	/* what an opinion says, in a few words */
	char *note;
};

extern const struct record_type dossier_item_type;

extern const struct choice dossier_items[];

#endif
