/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/dossier_item.h -- an item of the dossier of an application
 *
 * An item of the dossier of an application; missing while received is NULL.
 */
#ifndef DOMAIN_DOSSIER_ITEM_H
#define DOMAIN_DOSSIER_ITEM_H

#include "base/record.h"

struct dossier_item {
	char *application;	/* its id */
	char *item;	/* form consent profile post opinion */
	char *received;	/* the day it came; NULL: it is missing */
	char *paper;	/* where it is filed */
	char *opinion;	/* what an opinion says */
	char *note;
};

extern const struct record_type dossier_item_type;

#endif
