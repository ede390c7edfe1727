/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/admission_detail.h -- what stands below the pipeline about one government
 *
 * The line of stages, the dossier, which body decides and what "admitted" will
 * do; read apart, so that drawing asks nothing of the file.
 */
#ifndef PANES_ADMISSION_DETAIL_H
#define PANES_ADMISSION_DETAIL_H

#include <stdbool.h>

#include "domain/row.h"
#include "ui/layout.h"

struct admission_entry;
struct buf;
struct desk;
struct err;
struct session;

/* Zeroed is nothing read. */
struct admission_detail {
	struct row_list dossier;	/* struct dossier_item */
	char *competent, *will;		/* sentences; will has a line each. NULL: not read yet */
};

/* A stage in one short word, appended. */
void admission_stage_add(const char *stage, struct buf *text);

bool admission_detail_get(struct session *session, const struct admission_entry *entry,
    struct admission_detail *ret_detail, struct err *err);
void admission_detail_done(struct admission_detail *detail);

void admission_detail_draw(const struct admission_entry *entry,
    const struct admission_detail *detail, struct area area);

/* Everything on one page, with every step. */
bool admission_detail_read(struct desk *desk, const struct admission_entry *entry,
    const struct admission_detail *detail, struct err *err);

#endif
